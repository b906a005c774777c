"""Facts of an article, sentence by sentence: as much as a small model can keep in view.

Guarantees: what one sentence's failure costs is that sentence; one request for each sentence, plus the repairs of
its shape.
"""

import asyncio
from dataclasses import dataclass, field

from groundwire.domain.article import Article
from groundwire.domain.exchange import Outcome
from groundwire.errors import ModelError, OutputError
from groundwire.llm.ledger import Cause, because
from groundwire.llm.seam import ChatModel
from groundwire.prompts.article_view import Numbers
from groundwire.structured.ask import ask
from groundwire.summarise.extraction import Failure
from groundwire.summarise.facts import SentenceReply
from groundwire.summarise.questions import Questions
from groundwire.summarise.side_by_side import all_of


@dataclass(kw_only=True)
class Splitting:
    """What came of the sentences: replies in order, and which were not answered, each with its error."""

    replies: list[SentenceReply] = field(default_factory=list)
    failures: list[tuple[Numbers, Failure]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Splitter:
    """Asks one model for the facts of sentences; `slots` bounds how many requests are under way."""

    model: ChatModel
    questions: Questions
    slots: asyncio.Semaphore

    async def split(self, article: Article, chunks: tuple[Numbers, ...], *, again: bool = False) -> Splitting:
        """The facts of the sentences `chunks`, one number each; `again` shows them in the other light."""
        found = Splitting()
        for part in await all_of(*(self._split_one(article, chunk, again=again) for chunk in chunks)):
            if isinstance(part, SentenceReply):
                found.replies.append(part)
            else:
                found.failures.append(part)
        return found

    async def _split_one(
        self, article: Article, chunk: Numbers, *, again: bool
    ) -> SentenceReply | tuple[Numbers, Failure]:
        try:
            async with self.slots:
                with because(Cause.FIRST):
                    answer = await ask(self.model, self.questions.facts(article, chunk.first, again=again))
        except (ModelError, OutputError) as error:
            return chunk, error
        facts = answer.value.facts
        if answer.outcome is Outcome.LENGTH:
            return SentenceReply(chunk.first, facts, (*answer.rejected, "the reply was cut by length"))
        return SentenceReply(chunk.first, facts, answer.rejected)
