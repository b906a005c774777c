"""When a claim happened: the model copies the words, the calendar is read by code. Pure."""

from collections.abc import Sequence

from groundwire.domain.article import Evidence
from groundwire.domain.claim import When
from groundwire.prompts.outputs import ExtractedClaim
from groundwire.summarise.passage import ReadArticle, folded_words
from groundwire.text.dates import DateMention, find_dates


def resolve_when(extracted: ExtractedClaim, read: ReadArticle, evidence: Sequence[Evidence]) -> When | None:
    """The time of the claim, where words of the evidence determine it.

    Meant are the dates of the evidence that the copied words overlap. Where the model copied none, a date counts that
    the claim itself names, if it is the only one and a single day: "the 2021 demands" says nothing of when.
    """
    mentions = [
        mention
        for piece in evidence
        for mention in find_dates(piece.quote, read.article.published_date)
        if mention.earliest and mention.latest
    ]
    if extracted.when:
        copied = set(folded_words(extracted.when))
        return _spanning([mention for mention in mentions if _overlap(copied, mention)])
    named = set(folded_words(extracted.claim))
    days = [mention for mention in mentions if named.issuperset(folded_words(mention.text))]
    return _spanning(days) if len(days) == 1 and days[0].earliest == days[0].latest else None


def _overlap(copied: set[str], mention: DateMention) -> bool:
    words = set(folded_words(mention.text))
    return copied.issuperset(words) or copied.issubset(words)


def _spanning(mentions: Sequence[DateMention]) -> When | None:
    days = [day for mention in mentions for day in (mention.earliest, mention.latest) if day]
    if not days:
        return None
    words = dict.fromkeys(" ".join(mention.text.split()) for mention in mentions)
    return When(text=", ".join(words), earliest=min(days).isoformat(), latest=max(days).isoformat())
