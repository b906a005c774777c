"""Claims of an article, chunk by chunk.

Guarantees: what one chunk's failure costs is its own sentences; a reply that was cut keeps what was complete, and the
rest is asked for in smaller pieces; the number of requests is bounded by the number of sentences.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwire.domain.article import Article
from groundwire.domain.exchange import Outcome
from groundwire.errors import ContextTooLong, ModelError, OutputError, ReplyCut
from groundwire.llm.ledger import Cause, because
from groundwire.llm.seam import ChatModel
from groundwire.prompts.article_view import Numbers
from groundwire.prompts.outputs import ExtractedClaims
from groundwire.structured.ask import ask
from groundwire.structured.question import Answer
from groundwire.summarise.claims import Reply
from groundwire.summarise.plan import halves, rest_after
from groundwire.summarise.questions import Questions
from groundwire.summarise.side_by_side import all_of

Failure = ModelError | OutputError


@dataclass(kw_only=True)
class Extraction:
    """What came of the chunks: replies in order, and which numbers were not answered for, each with its error."""

    replies: list[Reply] = field(default_factory=list)
    failures: list[tuple[Numbers, Failure]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Extractor:
    """Asks one model for the claims of chunks; `slots` bounds how many requests are under way."""

    model: ChatModel
    questions: Questions
    slots: asyncio.Semaphore

    async def extract(self, article: Article, chunks: Sequence[Numbers]) -> Extraction:
        """The claims of `chunks`, asked for side by side; failures are part of the result."""
        parts = await all_of(*(self._extract_chunk(article, chunk) for chunk in chunks))
        return Extraction(
            replies=[reply for part in parts for reply in part.replies],
            failures=[failure for part in parts for failure in part.failures],
        )

    async def _extract_chunk(self, article: Article, chunk: Numbers) -> Extraction:
        found = Extraction()
        cause = Cause.FIRST
        pieces = deque([chunk])
        while pieces:
            piece = pieces.popleft()
            try:
                with because(cause):
                    answer = await self._ask(article, piece)
            except (ReplyCut, ContextTooLong) as error:
                smaller = halves(piece)
                if not smaller:
                    found.failures.append((piece, error))
            except (ModelError, OutputError) as error:
                smaller = ()
                found.failures.append((piece, error))
            else:
                found.replies.append(Reply(shown=piece, claims=answer.value.claims, rejected=answer.rejected))
                smaller = _left_over(piece, answer)
            cause = Cause.LENGTH if smaller else cause
            pieces.extendleft(reversed(smaller))
        return found

    async def _ask(self, article: Article, piece: Numbers) -> Answer[ExtractedClaims]:
        async with self.slots:
            return await ask(self.model, self.questions.claims(article, piece))


def _left_over(piece: Numbers, answer: Answer[ExtractedClaims]) -> tuple[Numbers, ...]:
    """The sentences that a cut answer did not come to."""
    if answer.outcome is not Outcome.LENGTH:
        return ()
    reached = [number for claim in answer.value.claims[-1:] for number in claim.sentences]
    return rest_after(piece, max(reached)) if reached else halves(piece)
