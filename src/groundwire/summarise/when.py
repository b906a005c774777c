"""When a claim happened: the model copies the words, the calendar is read by code. Pure."""

from collections.abc import Sequence

from groundwire.domain.article import Evidence
from groundwire.domain.claim import When
from groundwire.prompts.outputs import ExtractedClaim
from groundwire.summarise.passage import ReadArticle, folded_words
from groundwire.text.dates import DateMention, find_dates


def resolve_when(extracted: ExtractedClaim, read: ReadArticle, evidence: Sequence[Evidence]) -> When | None:
    """The time of the claim, where words of the evidence determine it.

    The dates meant are those of the evidence that the copied words overlap; without such words, the only date there is.
    """
    wanted = set(folded_words(extracted.when or extracted.claim))
    mentions = [
        mention
        for piece in evidence
        for mention in find_dates(piece.quote, read.article.published_date)
        if wanted.issuperset(folded_words(mention.text))
        or (extracted.when and wanted.issubset(folded_words(mention.text)))
    ]
    return _spanning([mention for mention in mentions if mention.earliest and mention.latest])


def _spanning(mentions: Sequence[DateMention]) -> When | None:
    days = [day for mention in mentions for day in (mention.earliest, mention.latest) if day]
    if not days:
        return None
    words = dict.fromkeys(" ".join(mention.text.split()) for mention in mentions)
    return When(text=", ".join(words), earliest=min(days).isoformat(), latest=max(days).isoformat())
