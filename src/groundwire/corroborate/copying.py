"""Whether articles print the same words: copies of one text are one origin, whoever is credited.

Guarantee: linear in the length of all articles; words in quotation marks alone never make a copy.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from groundwire.domain.article import Article
from groundwire.text.quotations import find_quotations

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*|”")
_SHINGLE: Final = 10  # words: two writers seldom write ten in a row alike, and a copy has dozens of such runs
_COPIED: Final = 0.2  # share of the shorter article's shingles from which it is a copy
_CROWD: Final = 50  # articles with one shingle, beyond which it is furniture and proves nothing


def copies(articles: Sequence[Article]) -> dict[str, str]:
    """Each article's id with the id of the first article whose words it shares; its own id where there is none."""
    owners: defaultdict[int, list[int]] = defaultdict(list)
    sizes = []
    for number, article in enumerate(articles):
        shingles = _shingles(article)
        sizes.append(len(shingles))
        for shingle in shingles:
            owners[shingle].append(number)
    shared = Counter(
        pair for numbers in owners.values() if 1 < len(numbers) <= _CROWD for pair in combinations(numbers, 2)
    )
    first = list(range(len(articles)))
    for (one, other), count in sorted(shared.items()):
        if count >= _COPIED * min(sizes[one], sizes[other]):
            first[other] = min(first[other], first[one])
    return {article.id: articles[first[number]].id for number, article in enumerate(articles)}


def _shingles(article: Article) -> set[int]:
    pieces, at = [], 0
    for quotation in find_quotations(article.text):
        pieces.append(article.text[at : quotation.inner.start])
        at = max(at, quotation.inner.end)
    words = _WORD.findall(" ” ".join((*pieces, article.text[at:])).casefold())
    runs = (tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))
    return {hash(run) for run in runs if "”" not in run}
