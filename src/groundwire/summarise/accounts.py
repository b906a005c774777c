"""The account of an article's sentences: cited, left out, or never answered for. Pure."""

from collections.abc import Mapping, Sequence

from groundwire.domain.claim import Claim
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.domain.span import Span
from groundwire.domain.summary import Summary
from groundwire.prompts.article_view import Numbers
from groundwire.summarise.passage import ReadArticle

_SHOWN_CHARACTERS = 120


def account_of_sentences(
    read: ReadArticle, claims: Sequence[Claim], summary: Summary, failed: Mapping[Numbers, str]
) -> StageLosses:
    """Which sentences some claim or point cites, and what became of the others."""
    cited = _cited(claims, summary)
    unanswered = {
        read.article.body_sentences[number - 1]: reason
        for numbers, reason in failed.items()
        for number in range(numbers.first, numbers.last + 1)
    }
    body = set(read.article.body_sentences)
    headings = set(read.article.headings)
    kept, dropped, not_answered = 0, [], []
    for index, span in enumerate(read.article.sentences):
        words = " ".join(span.of(read.article.text).split())[:_SHOWN_CHARACTERS]
        if span.trimmed(read.article.text) in cited:
            kept += 1
        elif index in unanswered:
            not_answered.append(LossItem(what=words, reason=unanswered[index]))
        elif index in body:
            dropped.append(LossItem(what=words, reason="nothing was claimed from it"))
        else:
            reason = "a heading" if span in headings else "it holds no word"
            dropped.append(LossItem(what=words, reason=reason))
    return StageLosses(
        in_=len(read.article.sentences),
        kept=kept,
        dropped=len(dropped),
        failed=len(not_answered),
        items=(*dropped, *not_answered),
    )


def _cited(claims: Sequence[Claim], summary: Summary) -> set[Span]:
    pieces = [piece for claim in claims for piece in claim.evidence]
    pieces += [piece for point in summary.points for piece in point.evidence]
    return {piece.span for piece in (*pieces, *summary.headline_evidence, *summary.bottom_line_evidence)}
