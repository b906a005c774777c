"""`estimate`: the requests that a run would send, counted without sending one."""

from collections.abc import Sequence

from groundwire.app.models import Asking, open_model, price_of
from groundwire.domain.article import Article
from groundwire.domain.estimate import ArticleEstimate, RunEstimate
from groundwire.llm.cost import Price, estimate_input_tokens
from groundwire.settings import EXTRACTIVE, Settings
from groundwire.store.database import open_store
from groundwire.store.replies import Replies


async def estimate(articles: Sequence[Article], settings: Settings) -> RunEstimate:
    """What analysing `articles` with the model of `settings` would come to.

    Raises:
        UsageError: the model's settings or the prompts are wrong.
        StoreError: the store cannot be opened.
    """
    if not settings.uses_language_model:
        return _total((EXTRACTIVE, None), tuple(_nothing(article) for article in articles), Price(0.0, 0.0))
    with open_store(settings.store_path) as store:
        async with open_model(settings, store) as asking:
            replies = store.replies if settings.cache else None
            parts = tuple(_estimate_article(asking, article, replies) for article in articles)
    return _total((settings.model or "", asking.host), parts, price_of(settings))


def _nothing(article: Article) -> ArticleEstimate:
    return ArticleEstimate(
        article=article.id, source=article.source, calls=0, cached=0, input_tokens=0, output_tokens_at_most=0
    )


def _estimate_article(asking: Asking, article: Article, replies: Replies | None) -> ArticleEstimate:
    requests = asking.analyst.first_requests(article)
    missing = [request for request in requests if replies is None or replies.get(request.digest) is None]
    later = asking.analyst.later_calls(article)
    calls = len(missing) + later
    return ArticleEstimate(
        article=article.id,
        source=article.source,
        calls=calls,
        cached=len(requests) - len(missing),
        # The claims that a summary is reduced from are bounded by the same budget as a chunk of the article.
        input_tokens=sum(map(estimate_input_tokens, missing)) + later * asking.config.chunk_tokens,
        output_tokens_at_most=calls * (asking.config.max_tokens or 0),
    )


def _total(
    model: tuple[str, str | None], parts: tuple[ArticleEstimate, ...], price: Price | None
) -> RunEstimate:
    read = sum(part.input_tokens for part in parts)
    written = sum(part.output_tokens_at_most for part in parts)
    return RunEstimate(
        model=model[0],
        endpoint=model[1],
        calls=sum(part.calls for part in parts),
        cached=sum(part.cached for part in parts),
        input_tokens=read,
        output_tokens_at_most=written,
        cost_usd_at_most=price.of(read, written) if price else None,
        articles=parts,
    )
