"""The prompted analyst: an article in, a language model asked, summary and claims out.

Guarantees: nothing that the article says changes what is asked; every claim and every sentence that the model wrote
carries the article's own words as evidence; what went in and did not come out is listed with its reason; one request
that fails for good costs what it asked for and nothing else.
"""

import asyncio
from typing import NamedTuple

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.claim import Claim
from groundwire.domain.exchange import ModelRequest
from groundwire.domain.losses import StageLosses
from groundwire.domain.provenance import ModelStatements
from groundwire.errors import ContextTooLong, NotAnArticle
from groundwire.llm.ledger import collect
from groundwire.llm.seam import ChatModel
from groundwire.prompts.article_view import Numbers
from groundwire.prompts.registry import PromptSet
from groundwire.structured.ask import request_of
from groundwire.summarise.accounts import account_of_sentences
from groundwire.summarise.again import left_out
from groundwire.summarise.beside import summary_beside
from groundwire.summarise.by_sentence import Splitter
from groundwire.summarise.claims import gather
from groundwire.summarise.config import AnalystConfig
from groundwire.summarise.extraction import Extraction, Extractor, Failure
from groundwire.summarise.facts import gather_facts, untold_sentences
from groundwire.summarise.passage import ReadArticle
from groundwire.summarise.plan import each_sentence, plan_chunks
from groundwire.summarise.questions import EXTRACT, REDUCE, REPAIR, SPLIT, SUMMARISE, Questions
from groundwire.summarise.side_by_side import both
from groundwire.summarise.summariser import Drafted, Summariser, finish

__all__ = ["ANALYST", "AnalystConfig", "PromptedAnalyst"]

ANALYST = "prompted@1"


class _Answers(NamedTuple):
    """What the model gave: claims of the chunks, and a summary or why there is none.

    `tasks` are what it was asked by; `drafted` is None when no summary was asked for; `by_sentence` is what came of the facts
    where it was asked sentence by sentence.
    """

    extraction: Extraction
    claims: tuple[Claim, ...]
    claim_losses: StageLosses
    drafted: Drafted | Failure | None
    tasks: tuple[str, ...]
    by_sentence: ModelStatements | None = None

    @property
    def statements(self) -> ModelStatements:
        """What came of the model's statements before the checks have run."""
        losses = self.claim_losses
        return self.by_sentence or ModelStatements(
            made=losses.in_, refused=losses.dropped, claims=len(self.claims)
        )


class PromptedAnalyst:
    """Asks a language model for the claims of an article and for its summary."""

    def __init__(self, model: ChatModel, prompts: PromptSet, config: AnalystConfig) -> None:
        self._prompts = prompts
        self._config = config
        self._questions = Questions(prompts, config)
        self._model = model

    async def analyse(self, article: Article) -> Analysis:
        """Summary and claims of `article`, supports unchecked.

        Raises:
            NotAnArticle: it has no sentence that could be claimed from.
            ModelError: every request failed, with the last one's error.
            OutputError: every answer was of no use, with the last one's error.
        """
        read = ReadArticle(article)
        chunks = self._plan(article)
        with collect() as ledger:
            answers = await self._ask(read, chunks)
        summary, summary_losses = finish(read, answers.drafted, answers.claims)
        failed = {
            numbers: f"{type(error).__name__}: {error.message}"
            for numbers, error in answers.extraction.failures
        }
        sentences = account_of_sentences(read, answers.claims, summary, failed)
        if self._config.by_sentence and self._config.asks_summary:
            # After the account: a sentence that this summary takes from the article was still not answered for.
            summary = summary_beside(read, answers.claims)
        return Analysis(
            article=article.id,
            summary=summary,
            claims=answers.claims,
            losses={
                "sentences": sentences,
                "claims": answers.claim_losses,
                **({"summary": summary_losses} if answers.drafted is not None else {}),
            },
            analyst=ANALYST,
            prompts=tuple(self._prompts.get(task).ref for task in (*answers.tasks, REPAIR)),
            usage=ledger.usage(),
            statements=answers.statements,
        )

    def first_requests(self, article: Article) -> tuple[ModelRequest, ...]:
        """The requests about `article` that depend on nothing but the article: what a dry run can show.

        The summary of an article in several chunks is asked from its claims, so that it is not among them; see
        `later_calls`.

        Raises:
            NotAnArticle: it has no sentence that could be claimed from.
        """
        chunks = self._plan(article)
        if self._config.by_sentence:
            return tuple(request_of(self._questions.facts(article, chunk.first)) for chunk in chunks)
        requests = tuple(request_of(self._questions.claims(article, chunk)) for chunk in chunks)
        if len(chunks) > 1 or not self._config.asks_summary:
            return requests
        return (*requests, request_of(self._questions.summary(article, chunks[0])))

    def later_calls(self, article: Article) -> int:
        """How many calls depend on the answers to `first_requests`: the summary of an article in several chunks."""
        config = self._config
        return 1 if config.asks_summary and not config.by_sentence and len(self._plan(article)) > 1 else 0

    def _plan(self, article: Article) -> tuple[Numbers, ...]:
        config = self._config
        if config.by_sentence:
            chunks = each_sentence(article)
        else:
            chunks = plan_chunks(article, chunk_tokens=config.chunk_tokens, context=config.context_sentences)
        if not chunks:
            raise NotAnArticle(
                f"expected sentences in the article {article.id!r}, found nothing but headings and marks",
                hint="check that the source holds an article",
            )
        return chunks

    def _workers(self) -> tuple[Extractor, Summariser]:
        slots = asyncio.Semaphore(self._config.concurrency)
        return (
            Extractor(model=self._model, questions=self._questions, slots=slots),
            Summariser(model=self._model, questions=self._questions, slots=slots),
        )

    async def _ask(self, read: ReadArticle, chunks: tuple[Numbers, ...]) -> _Answers:
        if self._config.by_sentence:
            return await self._by_sentence(read, chunks)
        if self._config.asks_summary and len(chunks) == 1:
            return await self._in_one(read, chunks[0])
        return await self._in_parts(read, chunks)

    async def _in_one(self, read: ReadArticle, chunk: Numbers) -> _Answers:
        """Claims and summary asked side by side, both from the whole article."""
        extractor, summariser = self._workers()
        extraction, drafted = await both(
            extractor.extract(read.article, (chunk,)), summariser.from_article(read, chunk)
        )
        if not extraction.replies and not isinstance(drafted, Drafted):
            raise drafted
        await self._again(read, extractor, extraction)
        claims, losses = gather(read, extraction.replies)
        if isinstance(drafted, ContextTooLong) and claims:
            return await self._reduce(read, extraction, claims, losses)
        return _Answers(extraction, claims, losses, drafted, (EXTRACT, SUMMARISE))

    async def _in_parts(self, read: ReadArticle, chunks: tuple[Numbers, ...]) -> _Answers:
        """Claims asked chunk by chunk, then a summary asked from the claims, where one is wanted."""
        extractor, summariser = self._workers()
        extraction = await extractor.extract(read.article, chunks)
        if not extraction.replies:
            raise extraction.failures[-1][1]
        await self._again(read, extractor, extraction)
        claims, losses = gather(read, extraction.replies)
        if not self._config.asks_summary:
            return _Answers(extraction, claims, losses, None, (EXTRACT,))
        if claims:
            return await self._reduce(read, extraction, claims, losses)
        drafted = await summariser.from_article(read, chunks[0])
        return _Answers(extraction, claims, losses, drafted, (EXTRACT, SUMMARISE))

    async def _again(self, read: ReadArticle, extractor: Extractor, extraction: Extraction) -> None:
        """Ask for what was left out, as often as is configured and as long as something comes of it."""
        for _ in range(self._config.passes - 1):
            failed = [numbers for numbers, _ in extraction.failures]
            rest = left_out(read, extraction.replies, failed, context=self._config.context_sentences)
            more = await extractor.extract(read.article, rest)
            # What fails in a second pass costs nothing that there was before it.
            extraction.replies += more.replies
            if not any(reply.claims for reply in more.replies):
                return

    async def _by_sentence(self, read: ReadArticle, chunks: tuple[Numbers, ...]) -> _Answers:
        """Facts asked sentence by sentence and checked; the summary is not asked for."""
        slots = asyncio.Semaphore(self._config.concurrency)
        splitter = Splitter(model=self._model, questions=self._questions, slots=slots)
        splitting = await splitter.split(read.article, chunks)
        if not splitting.replies:
            raise splitting.failures[-1][1]
        for _ in range(self._config.passes - 1):
            rest = tuple(Numbers(number, number) for number in untold_sentences(read, splitting.replies))
            splitting.replies += (await splitter.split(read.article, rest, again=True)).replies
        claims, losses, statements = gather_facts(read, splitting.replies)
        extraction = Extraction(failures=splitting.failures)
        return _Answers(extraction, claims, losses, None, (SPLIT,), statements)

    async def _reduce(
        self, read: ReadArticle, extraction: Extraction, claims: tuple[Claim, ...], losses: StageLosses
    ) -> _Answers:
        _, summariser = self._workers()
        drafted = await summariser.from_claims(read, claims, budget_tokens=self._config.chunk_tokens)
        return _Answers(extraction, claims, losses, drafted, (EXTRACT, REDUCE))
