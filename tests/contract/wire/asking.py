"""Our client and our analyst against a server: what every test here does."""

import asyncio
from typing import Any

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.exchange import ModelReply, ModelRequest
from groundwire.ingest.assemble import assemble
from groundwire.ingest.document import Block, Document
from groundwire.llm.connect import ModelConfig, connect
from groundwire.llm.endpoint import Endpoint
from groundwire.llm.openai_chat import OpenAIChat
from groundwire.prompts.registry import PromptSet, load_registry, select_prompts
from groundwire.summarise.analyst import PromptedAnalyst
from groundwire.summarise.config import AnalystConfig


def ask(base_url: str, *requests: ModelRequest, timeout_s: float = 60.0) -> list[ModelReply]:
    """The replies to `requests`, one after another, from one client that never tries again."""

    async def run() -> list[ModelReply]:
        chat = OpenAIChat(Endpoint(base_url=base_url, timeout_s=timeout_s))
        try:
            return [await chat.complete(request) for request in requests]
        finally:
            await chat.close()

    return asyncio.run(run())


def article_of(*paragraphs: str) -> Article:
    """An article of these paragraphs."""
    document = Document(blocks=tuple(Block(text=words) for words in paragraphs), published="2025-03-04")
    return assemble(document, id="a1", source="article.txt")


def analyse(
    article: Article, base_url: str, *, model: str = "m", prompts: PromptSet | None = None, **how: Any
) -> Analysis:
    """The prompted analyst's work on `article` through the whole chain; `how` goes into its configuration."""
    used = prompts or select_prompts(load_registry())

    async def run() -> Analysis:
        config = ModelConfig(model=model, base_url=base_url, attempts=1)
        async with connect(config, replies=None) as connected:
            asked = AnalystConfig(model=model, endpoint=connected.endpoint, concurrency=1, **how)
            return await PromptedAnalyst(connected.model, used, asked).analyse(article)

    return asyncio.run(run())
