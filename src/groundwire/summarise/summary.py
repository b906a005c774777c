"""A summary as a model gives it, to a summary that can be checked. Pure.

Guarantees: every sentence that a model wrote carries evidence; what carries none, repeats another sentence or gives orders is
left out and accounted for; a headline or bottom line that is left out is replaced by a claim's words, never by a guess.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from groundwire.domain.claim import Claim
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.domain.summary import Point, Summary
from groundwire.prompts.article_view import Numbers
from groundwire.prompts.outputs import ArticleSummary, CitedText
from groundwire.prompts.shown import visible_line
from groundwire.structured.complaint import Complaint
from groundwire.summarise.claims import statement_fault
from groundwire.summarise.instructions import gives_orders
from groundwire.summarise.passage import ReadArticle, folded_words, known_numbers

FALLBACK_POINTS = 4


class Basis(NamedTuple):
    """What a summary was asked from: the numbers shown, and the sentence numbers that each of them stands for."""

    shown: Numbers
    sentences_of: Callable[[int], tuple[int, ...]]

    def resolve(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """The sentence numbers behind those of `numbers` that were shown."""
        known = known_numbers(numbers, self.shown)
        return tuple(sorted({sentence for number in known for sentence in self.sentences_of(number)}))


@dataclass(kw_only=True)
class _Account:
    seen: set[tuple[str, ...]] = field(default_factory=set)
    items: list[LossItem] = field(default_factory=list)
    merged: int = 0
    dropped: int = 0


def complaints_about(value: ArticleSummary, shown: Numbers) -> tuple[Complaint, ...]:
    """What asking again can set right: numbers that were not shown, or none at all."""
    parts = {"headline": value.headline, "bottom_line": value.bottom_line}
    parts |= {f"points[{at}]": point for at, point in enumerate(value.points)}
    return tuple(
        Complaint(
            f"{where}.sentences",
            f"expected numbers from {shown.first} to {shown.last}, found {part.sentences!r}",
        )
        for where, part in parts.items()
        if len(known_numbers(part.sentences, shown)) < max(1, len(set(part.sentences)))
    )


def build_summary(
    read: ReadArticle, reply: ArticleSummary, basis: Basis, claims: Sequence[Claim]
) -> tuple[Summary, StageLosses]:
    """The summary in `reply` with its evidence, and the account of its sentences."""
    account = _Account()
    bottom_line = _take(account, reply.bottom_line, read, basis)
    headline = _take(account, reply.headline, read, basis)
    points = [point for part in reply.points if (point := _take(account, part, read, basis))]
    losses = StageLosses(
        in_=2 + len(reply.points),
        kept=len(points) + (headline is not None) + (bottom_line is not None),
        merged=account.merged,
        dropped=account.dropped,
        items=tuple(account.items),
    )
    fallback = summary_of_claims(read, claims)
    first = bottom_line or _bottom_line_of(fallback)
    top = headline or Point(text=first.text, evidence=first.evidence)
    return _assemble(top, first, points), losses


def summary_of_claims(read: ReadArticle, claims: Sequence[Claim]) -> Summary:
    """A summary without a model: the first claims' own words, or the first sentence where there are no claims.

    The headline is the article's own title where it has one, and then without evidence: titles are not evidence.
    """
    points = [Point(text=claim.text, evidence=claim.evidence) for claim in claims[: FALLBACK_POINTS + 1]]
    first = points[0] if points else _first_sentence(read)
    title = visible_line(read.article.title or "")
    headline = Point(text=title) if title and not gives_orders(title) else first
    return _assemble(headline, first, points[1:])


def _take(account: _Account, part: CitedText, read: ReadArticle, basis: Basis) -> Point | None:
    text = visible_line(part.text)
    numbers = basis.resolve(part.sentences)
    fault = statement_fault(text, numbers, read)
    if fault:
        account.dropped += 1
        account.items.append(LossItem(what=text, reason=fault))
        return None
    key = folded_words(text)
    if key in account.seen:
        account.merged += 1
        account.items.append(LossItem(what=text, reason="it was said already"))
        return None
    account.seen.add(key)
    return Point(text=text, evidence=tuple(read.article.evidence(read.span(number)) for number in numbers))


def _first_sentence(read: ReadArticle) -> Point:
    """The first sentence that gives no orders, as a point."""
    number = next((number for number in range(1, read.count + 1) if number not in read.orders), 1)
    evidence = read.article.evidence(read.span(number))
    return Point(text=visible_line(evidence.quote), evidence=(evidence,))


def _bottom_line_of(summary: Summary) -> Point:
    return Point(text=summary.bottom_line, evidence=summary.bottom_line_evidence)


def _assemble(headline: Point, bottom_line: Point, points: Sequence[Point]) -> Summary:
    return Summary(
        headline=headline.text,
        bottom_line=bottom_line.text,
        points=tuple(points),
        headline_evidence=headline.evidence,
        bottom_line_evidence=bottom_line.evidence,
    )
