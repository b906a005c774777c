"""Which sentences of an article go into which request. Pure.

Guarantees: the chunks are in order, do not overlap and cover every sentence that may be claimed from; each stays within
the budget unless it is a single sentence; an article that fits is one chunk.
"""

import math
from collections.abc import Sequence

from groundwire.domain.article import Article
from groundwire.prompts.article_view import Numbers
from groundwire.summarise.tokens import estimate_tokens

_LINE_TOKENS = 4  # the number in its brackets, and the line break
_SLACK = 1.1  # even chunks may differ by a sentence


def plan_chunks(article: Article, *, chunk_tokens: int, context: int) -> tuple[Numbers, ...]:
    """The chunks of `article`, each of at most about `chunk_tokens` tokens and all of about the same size."""
    costs = [estimate_tokens(article.sentence_text(index)) + _LINE_TOKENS for index in article.body_sentences]
    if not costs:
        return ()
    chunks = _fill(costs, chunk_tokens)
    even = min(chunk_tokens, math.ceil(sum(costs) / len(chunks) * _SLACK))
    evened = _fill(costs, even)
    best = evened if len(evened) == len(chunks) else chunks
    return tuple(Numbers(first, last, context) for first, last in best)


def each_sentence(article: Article) -> tuple[Numbers, ...]:
    """Every sentence of `article` that may be claimed from, by itself."""
    return tuple(Numbers(number, number) for number in range(1, len(article.body_sentences) + 1))


def halves(numbers: Numbers) -> tuple[Numbers, ...]:
    """`numbers` in two parts; a single sentence has none."""
    if numbers.size < 2:
        return ()
    middle = numbers.first + numbers.size // 2 - 1
    return (numbers._replace(last=middle), numbers._replace(first=middle + 1))


def rest_after(numbers: Numbers, reached: int) -> tuple[Numbers, ...]:
    """What is left of `numbers` when an answer broke off at sentence `reached`, in smaller pieces.

    The sentence itself is asked for again, because more may have been said of it, unless it is the first.
    """
    first = max(reached, numbers.first + 1)
    if first > numbers.last:
        return ()
    rest = numbers._replace(first=first)
    return halves(rest) or (rest,)


def _fill(costs: Sequence[int], budget: int) -> list[tuple[int, int]]:
    chunks: list[tuple[int, int]] = []
    first, spent = 1, 0
    for number, cost in enumerate(costs, 1):
        if number > first and spent + cost > budget:
            chunks.append((first, number - 1))
            first, spent = number, 0
        spent += cost
    chunks.append((first, len(costs)))
    return chunks
