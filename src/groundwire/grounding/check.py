"""Is one statement supported by one article?"""

from typing import NamedTuple

from groundwire.domain.article import Evidence
from groundwire.domain.claim import Attribution, Stance
from groundwire.domain.span import Span
from groundwire.domain.support import Support, Verdict
from groundwire.grounding.index import ArticleIndex

BY = ("checks@1",)


class Asserted(NamedTuple):
    """A statement to be checked. What `attribution` and `stance` say counts as said, whatever `text` leaves out."""

    text: str
    evidence: tuple[Span, ...] = ()
    quote: str | None = None
    attribution: Attribution | None = None
    stance: Stance | None = None


class Checked(NamedTuple):
    """What was found: the verdict with its reasons, and the sentences that carry the statement."""

    support: Support
    evidence: tuple[Evidence, ...]


def check_statement(index: ArticleIndex, statement: Asserted) -> Checked:
    """Check `statement` against the article of `index`."""
    words = frozenset(statement.text.casefold().split())
    if not words:
        return Checked(Support(verdict=Verdict.UNCHECKED, by=BY), ())
    best = max(range(len(index.words)), key=lambda at: len(words & index.words[at]))
    share = len(words & index.words[best]) / len(words)
    verdict = Verdict.SUPPORTED if share > 0.9 else Verdict.UNSUPPORTED
    evidence = (index.article.evidence(index.article.sentences[best]),)
    return Checked(Support(verdict=verdict, score=share, by=BY), evidence)
