"""Which articles are about one event, as far as their beginnings tell.

Guarantees: articles in one language are akin only where their beginnings share names and much else; across languages names
are all that can be shared. Time grows with the number of pairs of articles, and each pair is one comparison of two sets.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from groundwire.corroborate.matter import Matter
from groundwire.domain.article import Article

_LEAD: Final = 900  # code points of an article in which it says what it is about
_NAMES: Final = 2  # names that two beginnings share
_CONCEPTS: Final = 7  # concepts that they share, names included
_SHARE: Final = 0.18  # of the concepts of the shorter beginning
_MOST: Final = 0.4  # share from which two short beginnings are about one thing
_MUCH: Final = 0.25  # share from which one name is enough


class _Lead(NamedTuple):
    names: frozenset[str]
    concepts: frozenset[str]
    language: str


def akin(articles: Sequence[Article]) -> frozenset[frozenset[str]]:
    """The pairs of articles, by their ids, that are about one event by their beginnings."""
    leads = [_lead(article) for article in articles]
    return frozenset(
        frozenset({articles[one].id, articles[other].id})
        for one, other in combinations(range(len(articles)), 2)
        if _are_akin(leads[one], leads[other])
    )


def _lead(article: Article) -> _Lead:
    title, matter = Matter(article.title or ""), Matter(article.text[:_LEAD])
    return _Lead(
        frozenset(word.concept for word in matter.words if word.is_name or word.concept[0] == "@"),
        frozenset(name for side in (title, matter) for name, weight in side.weights.items() if weight >= 1),
        article.language or "",
    )


def _are_akin(one: _Lead, other: _Lead) -> bool:
    names = len(one.names & other.names)
    if one.language and other.language and one.language != other.language:
        return names > 0
    shared = len(one.concepts & other.concepts)
    share = shared / max(1, min(len(one.concepts), len(other.concepts)))
    if names >= _NAMES and share >= _MOST:
        return True
    if shared < _CONCEPTS or not names:
        return False
    return share >= (_SHARE if names >= _NAMES else _MUCH)


def families(articles: Sequence[str], pairs: Iterable[frozenset[str]]) -> list[tuple[str, ...]]:
    """The articles in groups that hang together by `pairs`, in the order of their first articles."""
    family = {name: name for name in articles}
    for pair in pairs:
        known = [name for name in pair if name in family]
        roots = {_root(family, name) for name in known}
        for root in roots:
            family[root] = min(roots)
    groups: dict[str, list[str]] = {}
    for name in articles:
        groups.setdefault(_root(family, name), []).append(name)
    return [tuple(members) for members in groups.values()]


def _root(family: dict[str, str], name: str) -> str:
    while family[name] != name:
        family[name] = family[family[name]]
        name = family[name]
    return name
