"""Two labellers' claims beside each other and beside what is in force, for whoever adjudicates.

Guarantees: every claim of either labeller and every claim in force stands in one group, once; a group holds at most one of each; groups
follow the article.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.evaluation.labels import ArticleLabels, LabelledClaim
from groundwire.evaluation.pairing import pair_statements
from groundwire.evaluation.sheet import label_spans
from groundwire.evaluation.speakers import same_speaker

Spans = tuple[Span, ...]


@dataclass
class _Group:
    first: LabelledClaim | None = None
    second: LabelledClaim | None = None
    label: LabelledClaim | None = None

    @property
    def claims(self) -> tuple[LabelledClaim, ...]:
        return tuple(claim for claim in (self.first, self.second, self.label) if claim is not None)


class Alignment:
    """The claims of two labellers on one article; what is in force is put beside them as often as it changes."""

    def __init__(self, article: Article, first: ArticleLabels, second: ArticleLabels) -> None:
        self._article = article
        self._two = _groups_of_two(article, first.claims, second.claims)
        self._seen: Sequence[LabelledClaim] | None = None
        self._told: list[dict[str, Any]] = []

    def beside(self, labels: ArticleLabels) -> list[dict[str, Any]]:
        """The groups: ids of the claims, the sentence where their evidence begins, and in which fields the two differ."""
        if labels.claims != self._seen:
            groups = [_Group(group.first, group.second) for group in self._two]
            _add_labels(self._article, groups, labels.claims)
            placed = sorted((_start(self._article, group), at) for at, group in enumerate(groups))
            self._seen = labels.claims
            self._told = [_told(self._article, groups[at], start) for start, at in placed]
        return self._told


def _groups_of_two(
    article: Article, first: Sequence[LabelledClaim], second: Sequence[LabelledClaim]
) -> list[_Group]:
    partner = _partners(article, first, second)
    taken = set(partner.values())
    groups = [
        _Group(first=claim, second=second[partner[at]] if at in partner else None)
        for at, claim in enumerate(first)
    ]
    return groups + [_Group(second=claim) for at, claim in enumerate(second) if at not in taken]


def _add_labels(article: Article, groups: list[_Group], labels: Sequence[LabelledClaim]) -> None:
    """Put each claim in force to the group whose words it has; where both labellers' words lead to groups, to the first's."""
    left = dict(enumerate(labels))
    for side in ("first", "second"):
        open_groups = [
            (group, claim)
            for group in groups
            if group.label is None and (claim := getattr(group, side)) is not None
        ]
        waiting = list(left.items())
        found = _partners(article, [claim for _, claim in open_groups], [claim for _, claim in waiting])
        for row, column in found.items():
            position, label = waiting[column]
            open_groups[row][0].label = label
            del left[position]
    groups.extend(_Group(label=label) for label in left.values())


def _partners(
    article: Article, one: Sequence[LabelledClaim], other: Sequence[LabelledClaim]
) -> dict[int, int]:
    """Positions in `one` to positions in `other`: claims that are the same word for word, then those about one matter."""
    known = {(claim.text, claim.evidence): at for at, claim in reversed(list(enumerate(other)))}
    same = {
        at: known.pop(key) for at, claim in enumerate(one) if (key := (claim.text, claim.evidence)) in known
    }
    rest_one = [at for at in range(len(one)) if at not in same]
    rest_other = sorted(set(range(len(other))) - set(same.values()))
    spans = [label_spans(article.text, other[at]) for at in rest_other]
    beside = frozenset(
        (row, column)
        for row, at in enumerate(rest_one)
        for column, theirs in enumerate(spans)
        if _touch(label_spans(article.text, one[at]), theirs)
    )
    pairing = pair_statements(
        [one[at].text for at in rest_one], [other[at].text for at in rest_other], beside=beside
    )
    return same | {rest_one[pair.output]: rest_other[pair.label] for pair in pairing.pairs}


def _touch(one: Spans, other: Spans) -> bool:
    return any(mine.overlaps(theirs) for mine in one for theirs in other)


def _start(article: Article, group: _Group) -> int:
    return min(
        (span.start for claim in group.claims for span in label_spans(article.text, claim)),
        default=len(article.text),
    )


def _told(article: Article, group: _Group, start: int) -> dict[str, Any]:
    sentence = next((at for at, span in enumerate(article.sentences) if span.start <= start < span.end), None)
    return {
        "sentence": sentence,
        "first": group.first.id if group.first else None,
        "second": group.second.id if group.second else None,
        "label": group.label.id if group.label else None,
        "differs": list(_differing(article, group.first, group.second)),
    }


def _differing(article: Article, first: LabelledClaim | None, second: LabelledClaim | None) -> Iterator[str]:
    if first is None or second is None:
        yield "claim"
        return
    if first.attribution != second.attribution:
        yield "attribution"
    if not same_speaker(first.speaker, second.speaker):
        yield "speaker"
    if first.stance != second.stance:
        yield "stance"
    if not _touch(label_spans(article.text, first), label_spans(article.text, second)):
        yield "evidence"
