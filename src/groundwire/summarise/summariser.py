"""The summary of one article, asked from its sentences or from its claims. A failure is part of the result."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.domain.claim import Claim
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.domain.summary import Summary
from groundwire.errors import ModelError, OutputError
from groundwire.llm.seam import ChatModel
from groundwire.prompts.article_view import Numbers
from groundwire.prompts.outputs import ArticleSummary
from groundwire.structured.ask import ask
from groundwire.structured.question import Question
from groundwire.summarise.extraction import Failure
from groundwire.summarise.passage import ReadArticle
from groundwire.summarise.questions import Questions
from groundwire.summarise.reduction import basis_of_article, basis_of_claims, thin_out
from groundwire.summarise.summary import Basis, build_summary, summary_of_claims

_LEAST_TOKENS = 2000  # claims are short; fewer tokens than this would leave most of them out for nothing


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """A model's summary and what it was asked from; `left_out` are claims that did not fit into the request."""

    reply: ArticleSummary
    basis: Basis
    left_out: tuple[Claim, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Summariser:
    """Asks one model for summaries; `slots` bounds how many requests are under way."""

    model: ChatModel
    questions: Questions
    slots: asyncio.Semaphore

    async def from_article(self, read: ReadArticle, shown: Numbers) -> Drafted | Failure:
        """The summary asked from the sentences `shown`, or why there is none."""
        reply = await self._ask(self.questions.summary(read.article, shown))
        if isinstance(reply, Failure):
            return reply
        return Drafted(reply=reply, basis=basis_of_article(shown))

    async def from_claims(
        self, read: ReadArticle, claims: Sequence[Claim], *, budget_tokens: int
    ) -> Drafted | Failure:
        """The summary asked from `claims`, of which there has to be one, or why there is none."""
        fitting = thin_out(claims, budget_tokens=max(budget_tokens, _LEAST_TOKENS))
        reply = await self._ask(self.questions.summary_of(read.article, fitting))
        if isinstance(reply, Failure):
            return reply
        seen = {claim.id for claim in fitting}
        left_out = tuple(claim for claim in claims if claim.id not in seen)
        return Drafted(reply=reply, basis=basis_of_claims(read, fitting), left_out=left_out)

    async def _ask(self, question: Question[ArticleSummary]) -> ArticleSummary | Failure:
        try:
            async with self.slots:
                answer = await ask(self.model, question)
        except (ModelError, OutputError) as error:
            return error
        return answer.value


def finish(
    read: ReadArticle, drafted: Drafted | Failure | None, claims: Sequence[Claim]
) -> tuple[Summary, StageLosses]:
    """The summary and its account; the claims' own words stand in for one that could not be had or was not asked for."""
    if drafted is None:
        return summary_of_claims(read, claims), StageLosses(in_=0)
    if isinstance(drafted, Drafted):
        summary, losses = build_summary(read, drafted.reply, drafted.basis, claims)
        notes = tuple(
            LossItem(what=claim.text, reason="it did not fit into the request for the summary")
            for claim in drafted.left_out
        )
        return summary, losses.model_copy(update={"items": (*losses.items, *notes)})
    reason = f"{type(drafted).__name__}: {drafted.message}"
    losses = StageLosses(in_=1, failed=1, items=(LossItem(what="summary", reason=reason),))
    return summary_of_claims(read, claims), losses
