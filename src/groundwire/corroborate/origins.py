"""Where information comes from: who is credited, under all the spellings of their name.

Guarantees: whoever merely passes something on (`via`) is no origin; two labels are one origin only where a name, an
acronym introduced in an article or the same words say so; `why` says what the grouping rests on.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from groundwire.domain.article import Article
from groundwire.domain.briefing import Origin, OriginKind
from groundwire.domain.claim import Claim
from groundwire.text.names import same_name
from groundwire.text.names_variants import skeleton
from groundwire.text.pronouns import SUBJECTS

_WIRES: Final = re.compile(
    r"\b(?:Reuters|Associated Press|AP|Agence France-Presse|AFP|TASS|Interfax|RIA Novosti|Ukrinform|Xinhua|Kyodo|Yonhap"
    r"|Press Association|PA Media|DPA|dpa|ANSA|EFE|UPI|United Press International|PTI|Press Trust of India|Anadolu"
    r"|Bloomberg News|[Nn]ews agency|[Ww]ire service)\b"
)
_DATELINE: Final = re.compile(
    r"[\s–—-]\((?P<a>Reuters|AP|AFP|TASS|Xinhua|UPI|ANSA|dpa|DPA|Interfax|Kyodo|Yonhap)\)|^(?P<b>Reuters|AP|AFP|TASS)\s[-–—]\s"
)
_PRINTED: Final = re.compile(
    r"\b(?:Times|Post|Journal|Herald|Guardian|Tribune|Gazette|Telegraph|Observer|Chronicle|Newspaper|newspaper|magazine|News|TV"
    r"|[Tt]elevision|[Bb]roadcaster|BBC|CNN|CBS|NBC|ABC|[Rr]adio|[Mm]edia|Press|[Pp]ress|\w+\.(?:com|org|net|bg|ru|ua|info))\b"
)
_WRITTEN: Final = re.compile(
    r"\b(?:report|reports|filing|filings|documents?|lawsuit|indictment|complaint|affidavit|study|survey|census|letter|memo|transcript"
    r"|court papers|court records|records|data|figures|statistics|footage|video|poll)\b$",
    re.IGNORECASE,
)
_INTRODUCED: Final = re.compile(
    r"((?:[A-Z][\w’'.-]*\s+)(?:(?:of|for|the|and|on|in|to)\s+|[A-Z][\w’'.-]*\s+){0,8})\(([A-Z][A-Za-z]{1,7})s?\)"
)
_OPENING: Final = re.compile(r"^(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_STAFF: Final = re.compile(
    r"(?:[’']s)?\s+(?:analysts?|experts?|spokes(?:man|woman|person|people)|officials?|representatives?|researchers?|press service"
    r"|statement|in a statement)$"
)
_DATELINE_WITHIN: Final = (
    400  # code points from the start of an article in which a dateline credits it as a whole
)


class Credit(NamedTuple):
    """Who is credited by an article: the label as it stands there."""

    label: str
    article: str


@dataclass
class _Group:
    """Labels that name one origin; grows while the articles are read."""

    kind: OriginKind
    spellings: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)

    def add(self, credit: Credit) -> None:
        if credit.label not in self.spellings:
            self.spellings.append(credit.label)
        if credit.article not in self.articles:
            self.articles.append(credit.article)


class Credits:
    """All credits of several articles, grouped into origins."""

    def __init__(self, articles: Sequence[Article], claims: Iterable[Claim]) -> None:
        self._aliases = _aliases(articles)
        self._groups: list[_Group] = []
        self._place: dict[str, int] = {}
        self._by_key: dict[str, list[int]] = {}
        self.wires: dict[str, int] = {}
        self.of_claim: dict[str, int] = {}
        for article in articles:
            wire = _wire_of(article)
            if wire:
                self.wires[article.id] = self._add(Credit(wire, article.id))
        for claim in claims:
            label = speaker_of(claim)
            if label:
                self.of_claim[claim.id] = self._add(Credit(label, claim.article))

    def origins(self, first: int = 1) -> tuple[Origin, ...]:
        """The origins that are credited, numbered from `first`, in the order of their first mention."""
        return tuple(
            Origin(
                id=f"o{number}",
                label=max(group.spellings, key=_fullness),
                kind=group.kind,
                articles=tuple(group.articles),
                why=_why(group),
            )
            for number, group in enumerate(self._groups, first)
        )

    def credited_in(self, origin: int) -> frozenset[str]:
        """The articles that credit the origin at this place."""
        return frozenset(self._groups[origin].articles)

    def label(self, origin: int) -> str:
        """The fullest label of the origin at this place."""
        return max(self._groups[origin].spellings, key=_fullness)

    def full_label(self, origin: int) -> str:
        """The fullest label with an acronym written out where an article introduces it."""
        label = self.label(origin)
        return self._long(plain_label(label))

    def _add(self, credit: Credit) -> int:
        key = plain_label(credit.label)
        place = self._place.get(key)
        if place is None:
            place = self._find(key)
            if place is None:
                place = len(self._groups)
                self._groups.append(_Group(kind_of(credit.label)))
            self._place[key] = place
            for part in _keys(self._long(key)):
                self._by_key.setdefault(part, []).append(place)
        self._groups[place].add(credit)
        return place

    def _find(self, key: str) -> int | None:
        full = self._long(key)
        near = sorted({place for part in _keys(full) for place in self._by_key.get(part, ())})
        for place in near:
            if any(
                self._is_same(full, self._long(plain_label(known))) for known in self._groups[place].spellings
            ):
                return place
        return None

    def _is_same(self, one: str, other: str) -> bool:
        if one.casefold() == other.casefold():
            return True
        return is_named(one) and is_named(other) and same_name(one, other)

    def _long(self, label: str) -> str:
        return self._aliases.get(label, label)


def speaker_of(claim: Claim) -> str:
    """Who is credited for `claim` by name or by office, or empty: a bare pronoun credits nobody that we know."""
    speaker = " ".join((claim.attribution.speaker or "").split())
    return "" if speaker.casefold() in SUBJECTS else speaker


def plain_label(label: str) -> str:
    """`label` without article, acronym in brackets and staff ("ISW analysts" speak for ISW)."""
    plain = _OPENING.sub("", re.sub(r"\s*\([^()]*\)", "", label).strip(" ,"))
    shorter = _STAFF.sub("", plain)
    return shorter if shorter and shorter[0].isupper() else plain


def is_named(label: str) -> bool:
    """Whether the label holds a name of somebody or something, not only what they are ("a soldier")."""
    words = _OPENING.sub("", label).split()
    return any(word[0].isupper() for word in words[1:]) or (
        bool(words) and words[0][0].isupper() and not _is_description(words)
    )


def _is_description(words: list[str]) -> bool:
    """Whether capitals come from a place alone: "Ukrainian soldiers", "Local authorities"."""
    return len(words) > 1 and words[-1][0].islower()


def kind_of(label: str) -> OriginKind:
    """Who the label names: a wire, a document, another outlet, or somebody who speaks."""
    if _WIRES.search(label):
        return OriginKind.WIRE
    if _PRINTED.search(label) and is_named(label):
        return OriginKind.OUTLET
    if _WRITTEN.search(plain_label(label)):
        return OriginKind.DOCUMENT
    return OriginKind.SPEAKER


def _wire_of(article: Article) -> str:
    found = _DATELINE.search(article.text[:_DATELINE_WITHIN]) or _WIRES.search(article.byline or "")
    return found.group(found.lastgroup or 0) if found else ""


def _aliases(articles: Sequence[Article]) -> dict[str, str]:
    """Acronyms that articles introduce in brackets, with the words that they stand for."""
    return {
        found[2]: _OPENING.sub("", found[1].strip())
        for article in articles
        for found in _INTRODUCED.finditer(article.text)
        if "".join(word[0] for word in found[1].split() if word[0].isupper()).startswith(found[2][0])
    }


def _keys(label: str) -> list[str]:
    """What two labels of one origin have in common: the beginning of a word, transliteration apart."""
    return [skeleton(word)[:4] for word in label.split() if len(word) > 1]


def _fullness(label: str) -> tuple[bool, int]:
    return is_named(label), len(label)


def _why(group: _Group) -> str:
    what = "credited by name" if any(map(is_named, group.spellings)) else "credited without a name"
    spellings = ", ".join(f"“{spelling}”" for spelling in group.spellings)
    return f"{what} in {', '.join(group.articles)}" + (f" as {spellings}" if len(group.spellings) > 1 else "")
