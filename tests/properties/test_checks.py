"""What must hold of the checks whatever the article and the statement are."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.domain.article import Article
from groundwire.domain.support import Support, Verdict
from groundwire.grounding.check import Asserted, Checked, check_statement
from groundwire.grounding.index import index_article
from planted_articles import article_of, fillers, plant

PIECES = st.sampled_from([
    "The army left ", "did not ", "42 ", "twelve ", "3.8 thousand ", "$5bn ", "May 3 ", "on Tuesday ", "last month ", "U.S. ", "Mr. Okoro ", "said ", "may ",
    "“", "”", '"', "'", "(", "[", "…", "-", "%", ".", "?", "\n\n", "\u2028", "\u00a0", "\u202e", "\u200d", "\ud800", "\x00", "\x1b[31m", "é", "e\u0301", "İ", "ß", "ﬁ",
    "Минск ", "北京 ", "١٢ ", "²", "½", "Ⅻ", "𝟗", "👩‍👩‍👧", "9" * 40, "a" * 60, "1,2,3,", "0x", "--", "//",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=150), st.lists(PIECES, max_size=40).map("".join))


def _check(article: Article, text: str) -> Checked:
    return check_statement(index_article(article), Asserted(text=text))


def _slices_back(checked: Checked, article: Article, text: str) -> bool:
    return all(
        (reason.claim_span is None or reason.claim_span.of(text) == reason.claim)
        and (reason.source_span is None or reason.source_span.of(article.text) == reason.source)
        for reason in checked.support.reasons
    ) and all(item.span.of(article.text) == item.quote for item in checked.evidence)


def _is_in_bounds(support: Support) -> bool:
    """A claim that nobody could check has no score; any other has one from 0 to 1."""
    if support.verdict is Verdict.UNCHECKED:
        return support.score is None
    return support.score is not None and 0 <= support.score <= 1


@given(TEXTS, TEXTS, st.sampled_from(["en", None, "ru"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_answered(body: str, claim: str, language: str | None) -> None:
    """No article and no claim is too strange: there is a verdict, its score is in bounds and every span slices back."""
    article = article_of(body).model_copy(update={"language": language})
    checked = _check(article, claim)
    assert _slices_back(checked, article, claim)
    assert _is_in_bounds(checked.support)
    assert any(map(str.isalnum, claim)) or checked.support.verdict is Verdict.UNCHECKED


@pytest.mark.parametrize(
    "text",
    [
        "It was Aprıl 5.", "On 5 Februarİ 2020 they came.", "The bıllıonth of them.", "It cost 5 bıllıon crowns.", "two fıfths of it",
        "in the sprıng of 2020", "The boat ıs saıd to have sunk.", "FİVE boats sank on MoNDaY.",
    ],
)  # fmt: skip
def test_letters_that_only_case_makes_alike(text: str) -> None:
    """Dotless and dotted capital i pass for an i in a pattern without case, and are in no table of words."""
    article = article_of(text)
    assert _slices_back(_check(article, text), article, text)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_checking_is_deterministic(text: str) -> None:
    """The same article and claim give the same answer, also from an index built anew."""
    article = article_of(text + " The ferry of Ostmere sank on May 3, 2019, and 42 people swam ashore.")
    claim = text[:80] + " The ferry sank and 24 people swam."
    assert _check(article, claim) == _check(article, claim)


def test_the_order_of_claims_does_not_matter() -> None:
    """Fifty claims asked of one index forwards, backwards and shuffled get the same answers."""
    rng = random.Random(3)
    planted = [plant(seed, around=2) for seed in range(25)]
    index = index_article(article_of(" ".join(one.article.text for one in planted)))
    claims = [one.sentence for one in planted]
    claims += [one.sentence.replace(str(one.number), str(one.number + 7)) for one in planted]
    expected = {claim: check_statement(index, Asserted(text=claim)) for claim in claims}
    for order in (claims[::-1], rng.sample(claims, len(claims))):
        assert {claim: check_statement(index, Asserted(text=claim)) for claim in order} == expected


def test_sentences_beside_the_point_support_nothing() -> None:
    """A false claim is not supported, and no number of irrelevant sentences around the evidence makes it so."""
    contradicted = 0
    for seed in range(120):
        rng = random.Random(seed)
        planted = plant(seed, around=0)
        wrong = rng.choice([
            planted.sentence.replace(str(planted.number), str(planted.number + 31)),
            planted.sentence.replace(f" {planted.verb} ", f" {planted.opposite} "),
            planted.sentence.replace(f" {planted.verb} ", f" never {planted.verb} "),
            planted.sentence.replace(planted.month, "October"),
        ])  # fmt: skip
        text = " ".join(
            [*fillers(rng, rng.randrange(12)), planted.sentence, *fillers(rng, rng.randrange(12))]
        )
        verdicts = {_check(article, wrong).support.verdict for article in (planted.article, article_of(text))}
        assert (seed, wrong, Verdict.SUPPORTED in verdicts) == (seed, wrong, False)
        contradicted += verdicts == {Verdict.CONTRADICTED}
    assert contradicted >= 90


def test_without_its_evidence_nothing_is_supported() -> None:
    """Once the sentences that carried a claim are gone from the article, the claim is not supported."""
    for seed in range(150):
        planted = plant(seed, around=10)
        checked = _check(planted.article, planted.sentence)
        assert (seed, checked.support.verdict) == (seed, Verdict.SUPPORTED)
        text = planted.article.text
        for item in sorted(checked.evidence, key=lambda item: -item.start):
            text = text[: item.start] + text[item.end :]
        verdict = _check(article_of(text), planted.sentence).support.verdict
        assert (seed, verdict is Verdict.SUPPORTED) == (seed, False)
