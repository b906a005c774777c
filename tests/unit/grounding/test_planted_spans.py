"""Evidence and reasons point at the very words: articles are written around a sentence whose place is known."""

import random

import pytest

from groundwire.domain.span import Span
from groundwire.domain.support import Reason, ReasonKind, Verdict
from groundwire.grounding.check import Asserted, Checked, check_statement
from groundwire.grounding.index import index_article
from planted_articles import DID, WHO, Planted, article_of, plant

SEEDS = 1000


def _check(planted: Planted, text: str) -> Checked:
    return check_statement(index_article(planted.article), Asserted(text=text))


def _reason(checked: Checked, kind: ReasonKind) -> Reason:
    return next(reason for reason in checked.support.reasons if reason.kind is kind)


@pytest.mark.parametrize("block", range(5))
def test_evidence_is_the_planted_sentence(block: int) -> None:
    """A claim that repeats the sentence is supported by exactly it, wherever it stands and whatever stands around it."""
    for seed in range(block * SEEDS // 5, (block + 1) * SEEDS // 5):
        planted = plant(seed, around=seed % 13)
        checked = _check(planted, planted.sentence)
        assert (seed, checked.support.verdict) == (seed, Verdict.SUPPORTED)
        assert [evidence.span for evidence in checked.evidence] == [planted.span]
        assert checked.evidence[0].quote == planted.sentence


@pytest.mark.parametrize("block", range(3))
def test_another_number_is_named_at_its_place(block: int) -> None:
    """The finding names both numbers, each at its own offsets in the claim and in the article."""
    for seed in range(block * 100, block * 100 + 100):
        planted = plant(seed)
        number = planted.number + random.Random(seed).choice((-40, -17, 23, 120))
        claim = planted.sentence.replace(str(planted.number), str(number))
        checked = _check(planted, claim)
        assert (seed, checked.support.verdict) == (seed, Verdict.CONTRADICTED)
        reason = _reason(checked, ReasonKind.NUMBER)
        assert (reason.claim, reason.source) == (str(number), str(planted.number))
        assert reason.claim_span is not None
        assert reason.source_span is not None
        assert reason.claim_span.of(claim) == str(number)
        assert reason.source_span == _place(planted, str(planted.number))


def test_an_opposite_verb_is_named_at_its_place() -> None:
    """The finding of an opposite points at the planted verb, not at the same verb elsewhere."""
    for seed in range(150):
        planted = plant(seed)
        claim = planted.sentence.replace(f" {planted.verb} ", f" {planted.opposite} ")
        checked = _check(planted, claim)
        assert (seed, checked.support.verdict is Verdict.SUPPORTED) == (seed, False)
        spans = {reason.source_span for reason in checked.support.reasons if reason.claim_span}
        assert any(span is not None and span.overlaps(_place(planted, planted.verb)) for span in spans)


def test_every_reason_slices_back() -> None:
    """Whatever is found, its words are the words at its offsets, in the claim and in the article."""
    rng = random.Random(11)
    for seed in range(150):
        planted = plant(seed)
        verb, _, what = rng.choice(DID)
        claim = f"{rng.choice(WHO)[0]} {verb} {rng.randrange(900)} {what} on {planted.month} {rng.randrange(1, 28)}."
        for reason in _check(planted, claim).support.reasons:
            if reason.claim_span is not None:
                assert reason.claim_span.of(claim) == reason.claim
            if reason.source_span is not None:
                assert reason.source_span.of(planted.article.text) == reason.source


def test_one_article_carries_many_planted_sentences() -> None:
    """Each of two hundred claims is led back to its own sentence among all of them."""
    planted = [plant(seed, around=0) for seed in range(1000, 1200)]
    sentences = list(dict.fromkeys(one.sentence for one in planted))
    index = index_article(article_of(" ".join(sentences)))
    start = 0
    for sentence in sentences:
        checked = check_statement(index, Asserted(text=sentence))
        assert checked.evidence[0].span == Span(start, start + len(sentence))
        assert checked.support.verdict is Verdict.SUPPORTED
        start += len(sentence) + 1


def _place(planted: Planted, words: str) -> Span:
    start = planted.span.start + planted.sentence.index(f" {words} ") + 1
    return Span(start, start + len(words))
