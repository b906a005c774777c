"""Chunks cover the sentences, in order, within the budget."""

from hypothesis import given
from hypothesis import strategies as st

from groundwire.prompts.article_view import Numbers
from groundwire.summarise.plan import halves, plan_chunks, rest_after
from groundwire.summarise.tokens import estimate_tokens
from unit.summarise.ferries import FERRY, article_of

LENGTHS = st.lists(st.integers(min_value=1, max_value=60), min_size=1, max_size=40)


@given(LENGTHS, st.integers(min_value=5, max_value=100))
def test_chunks_cover_every_sentence_once_within_the_budget(lengths: list[int], budget: int) -> None:
    """Nothing twice, nothing left out, nothing over budget but a single sentence."""
    article = article_of(*("wxyz" * length for length in lengths))
    chunks = plan_chunks(article, chunk_tokens=budget, context=1)
    covered = [number for chunk in chunks for number in range(chunk.first, chunk.last + 1)]
    assert covered == list(range(1, len(lengths) + 1))
    costs = [sum(length + 4 for length in lengths[chunk.first - 1 : chunk.last]) for chunk in chunks]
    assert [cost for cost, chunk in zip(costs, chunks, strict=True) if cost > budget and chunk.size > 1] == []


def test_an_article_that_fits_is_one_chunk() -> None:
    """Three sentences under a heading; the heading has no number."""
    assert plan_chunks(FERRY, chunk_tokens=6000, context=2) == (Numbers(1, 3, 2),)


def test_chunks_are_about_the_same_size() -> None:
    """Not nine tenths in the first and a crumb in the last."""
    article = article_of(*["wxyz" * 6] * 12)
    assert [chunk.size for chunk in plan_chunks(article, chunk_tokens=100, context=0)] == [6, 6]


def test_an_article_without_a_sentence_has_no_chunk() -> None:
    """Headings and marks are nothing to claim from."""
    assert plan_chunks(article_of("# Title", "***"), chunk_tokens=100, context=0) == ()


@given(st.integers(1, 50), st.integers(0, 50))
def test_smaller_pieces_are_smaller_and_cover_the_rest(first: int, more: int) -> None:
    """Asking again in halves ends after as many steps as a number can be halved."""
    whole = Numbers(first, first + more, 2)
    parts = halves(whole)
    assert [part.size < whole.size for part in parts] == [True] * len(parts)
    covered = [number for part in parts for number in range(part.first, part.last + 1)]
    assert covered == (list(range(whole.first, whole.last + 1)) if more else [])


@given(st.integers(1, 50), st.integers(0, 50), st.integers(0, 100))
def test_the_rest_of_a_cut_answer_is_smaller_than_the_whole(first: int, more: int, reached: int) -> None:
    """Whatever number a model says that it reached, asking for the rest comes to an end."""
    whole = Numbers(first, first + more)
    parts = rest_after(whole, reached)
    covered = [number for part in parts for number in range(part.first, part.last + 1)]
    assert covered == list(range(max(reached, first + 1), whole.last + 1))
    assert all(part.size < whole.size for part in parts)


def test_the_estimate_counts_scripts_as_tokenisers_do() -> None:
    """Four ASCII characters a token, two of other alphabets, one ideogram."""
    assert [estimate_tokens(text) for text in ("", "a", "abcd", "abcde", "дом", "渡轮停")] == [
        0,
        1,
        1,
        2,
        2,
        3,
    ]
