"""How the work grows: calls are counted, not seconds, so that the figure is the same on every machine."""

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from planted_articles import article_of, fillers, plant


def _calls(work: Callable[[], object]) -> int:
    """How many functions `work` calls, Python's own and built-in ones."""
    count = 0

    def tick(frame: FrameType, event: str, argument: Any) -> None:  # noqa: ARG001 - the interpreter's signature
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def _text(sentences: int) -> str:
    rng = random.Random(sentences)
    lines = fillers(rng, sentences)
    for at in range(0, sentences, 10):
        lines[at] = plant(at, around=0).sentence
    return " ".join(lines)


@pytest.mark.parametrize("shape", ["sentences", "one long sentence", "one word again and again"])
def test_indexing_grows_with_the_article(shape: str) -> None:
    """Twice the article is at most 2.3 times the work, for articles of three shapes."""
    text = {
        "sentences": _text,
        "one long sentence": lambda n: ", ".join(f"boat {at} came" for at in range(4 * n)),
        "one word again and again": lambda n: "boat " * (12 * n),
    }[shape]
    small, large = (article_of(text(size)) for size in (150, 300))
    _calls(lambda: index_article(small))
    once = _calls(lambda: index_article(small))
    twice = _calls(lambda: index_article(large))
    assert twice / once <= 2.3


def test_checking_one_claim_hardly_grows_with_the_article() -> None:
    """Four times the article is less than twice the work for one claim once the index stands."""
    claim = Asserted(text=plant(0, around=0).sentence)
    work = []
    for size in (100, 400):
        index = index_article(article_of(_text(size)))
        check_statement(index, claim)
        work.append(_calls(lambda index=index: check_statement(index, claim)))
    assert work[1] / work[0] < 2


def test_checking_grows_with_the_claims() -> None:
    """Twice the claims is twice the work."""
    index = index_article(article_of(_text(100)))
    claims = [Asserted(text=plant(seed, around=0).sentence) for seed in range(40)]
    for claim in claims:
        check_statement(index, claim)
    once = _calls(lambda: [check_statement(index, claim) for claim in claims])
    twice = _calls(lambda: [check_statement(index, claim) for claim in [*claims, *claims]])
    assert 1.9 < twice / once < 2.1


def test_a_long_claim_is_checked_piece_by_piece() -> None:
    """Twice as long a claim is at most 2.5 times the work, also without a full stop in it."""
    index = index_article(article_of(_text(60)))
    short, long = ("the harbour board approved 77 loans and " * count for count in (60, 120))
    check_statement(index, Asserted(text=short))
    once = _calls(lambda: check_statement(index, Asserted(text=short)))
    twice = _calls(lambda: check_statement(index, Asserted(text=long)))
    assert twice / once <= 2.5
