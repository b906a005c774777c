"""`estimate`: the requests that a run would send, counted without sending one."""

from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.app.models import Asking, open_model, price_of
from groundwire.domain.article import Article
from groundwire.domain.estimate import ArticleEstimate, RunEstimate
from groundwire.domain.exchange import ModelRequest
from groundwire.llm.cost import Price, estimate_input_tokens
from groundwire.settings import EXTRACTIVE, Settings
from groundwire.store.database import open_store
from groundwire.store.replies import Replies


@dataclass(frozen=True)
class _Part:
    """One article's estimate with the requests that are not answered yet."""

    estimate: ArticleEstimate
    missing: tuple[ModelRequest, ...] = ()


async def estimate(articles: Sequence[Article], settings: Settings) -> RunEstimate:
    """What analysing `articles` with the model of `settings` would come to.

    Raises:
        UsageError: the model's settings or the prompts are wrong.
        StoreError: the store cannot be opened.
    """
    if not settings.uses_language_model:
        return _total((EXTRACTIVE, None), [_nothing(article) for article in articles], Price(0.0, 0.0))
    with open_store(settings.store_path) as store:
        async with open_model(settings, store) as asking:
            replies = store.replies if settings.cache else None
            parts = [_estimate_article(asking, article, replies) for article in articles]
            total = _total((settings.model or "", asking.host), parts, price_of(settings))
            return await _timed(total, parts, asking, settings)


def _nothing(article: Article) -> _Part:
    return _Part(
        ArticleEstimate(
            article=article.id,
            source=article.source,
            calls=0,
            cached=0,
            input_tokens=0,
            output_tokens_at_most=0,
            output_tokens_expected=0,
        )
    )


def _estimate_article(asking: Asking, article: Article, replies: Replies | None) -> _Part:
    from groundwire.app.duration import expected_output

    requests = asking.analyst.first_requests(article)
    missing = tuple(request for request in requests if replies is None or replies.get(request.digest) is None)
    later = asking.analyst.later_calls(article)
    calls = len(missing) + later
    expected = [expected_output(request) for request in missing]
    estimated = ArticleEstimate(
        article=article.id,
        source=article.source,
        calls=calls,
        cached=len(requests) - len(missing),
        # The claims that a summary is reduced from are bounded by the same budget as a chunk of the article.
        input_tokens=sum(map(estimate_input_tokens, missing)) + later * asking.config.chunk_tokens,
        output_tokens_at_most=calls * (asking.config.max_tokens or 0),
        output_tokens_expected=_sum_known([*expected, *[None] * later]),
    )
    return _Part(estimated, missing)


def _sum_known(counts: Sequence[int | None]) -> int | None:
    """The sum; None as soon as one of them is."""
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _total(model: tuple[str, str | None], parts: Sequence[_Part], price: Price | None) -> RunEstimate:
    articles = tuple(part.estimate for part in parts)
    read = sum(article.input_tokens for article in articles)
    written = sum(article.output_tokens_at_most for article in articles)
    return RunEstimate(
        model=model[0],
        endpoint=model[1],
        calls=sum(article.calls for article in articles),
        cached=sum(article.cached for article in articles),
        input_tokens=read,
        output_tokens_at_most=written,
        output_tokens_expected=_sum_known([article.output_tokens_expected for article in articles]),
        cost_usd_at_most=price.of(read, written) if price else None,
        articles=articles,
    )


async def _timed(
    total: RunEstimate, parts: Sequence[_Part], asking: Asking, settings: Settings
) -> RunEstimate:
    """`total` with the time that a local model takes, where its speed is known."""
    speed, written = asking.entry.speed if asking.entry else None, total.output_tokens_expected
    if speed is None or written is None:
        return total
    from groundwire.app.duration import seconds_for
    from groundwire.llm.local_machine import Machine, spare_threads

    threads = settings.threads or await spare_threads(Machine())
    missing = [request for part in parts for request in part.missing]
    seconds = seconds_for(missing, written, speed=speed, threads=threads)
    return total.model_copy(update={"seconds": round(seconds, 1), "threads": threads})
