"""What the deterministic checks and the article itself say of an output: support, quotations, length, copying."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from groundwire.domain.support import QuoteVerdict, Verdict
from groundwire.evaluation.score import Finding, NotApplicable, Score
from groundwire.evaluation.scorers.scorer import Better, Scorer, scored, share
from groundwire.evaluation.sheet import ArticleSheet
from groundwire.text.quotations import find_quotations
from groundwire.text.tokens import tokenise

_RUN = 8  # words in a row that count as copied
_SHORT_RUN = 4  # words of a sentence that counts as copied when it is copied whole; fewer are anybody's


def _support(sheet: ArticleSheet) -> Score:
    failing = [
        (text, support) for text, support in sheet.supports if support.verdict is not Verdict.SUPPORTED
    ]
    findings = [
        Finding(
            error=support.verdict.value,
            output=text,
            note="; ".join(reason.message for reason in support.reasons[:2]),
        )
        for text, support in failing
    ]
    return scored(share(len(sheet.supports) - len(failing), len(sheet.supports)), findings)


def _quotations(sheet: ArticleSheet) -> Score:
    if not find_quotations(sheet.case.article.text):
        return NotApplicable(reason="the article quotes nobody")
    judged = [(text, support.quote) for text, support in sheet.supports if support.quote is not None]
    wrong = [(text, quote) for text, quote in judged if quote in {QuoteVerdict.ALTERED, QuoteVerdict.ABSENT}]
    findings = [Finding(error=f"quotation {quote}", output=text) for text, quote in wrong]
    if not sheet.supports:
        return scored(0.0)
    return scored(1 - share(len(wrong), len(judged)), findings)


def _length(sheet: ArticleSheet) -> Score:
    return scored(sum(len(_words(sentence)) for sentence in sheet.sentences))


def _count(sheet: ArticleSheet) -> Score:
    return scored(len(sheet.claims))


def _copied(sheet: ArticleSheet) -> Score:
    """Words of the summary that stand in a run of eight or more words of the article, or in a sentence that is copied whole."""
    return scored(_copied_share(sheet, sheet.sentences))


def _copied_claims(sheet: ArticleSheet) -> Score:
    return scored(_copied_share(sheet, [claim.text for claim in sheet.claims]))


def _copied_share(sheet: ArticleSheet, sentences: Sequence[str]) -> float:
    article = _words(sheet.case.article.text)
    copied, total = 0, 0
    for words in map(_words, sentences):
        run = max(_SHORT_RUN, min(_RUN, len(words)))
        places = {place for at in _runs_in(words, run, _grams(article, run)) for place in range(at, at + run)}
        copied, total = copied + len(places), total + len(words)
    return share(copied, total)


@lru_cache(maxsize=64)
def _grams(article: tuple[str, ...], run: int) -> frozenset[tuple[str, ...]]:
    return frozenset(article[at : at + run] for at in range(len(article) - run + 1))


def _runs_in(words: tuple[str, ...], run: int, known: frozenset[tuple[str, ...]]) -> Iterator[int]:
    return (at for at in range(len(words) - run + 1) if words[at : at + run] in known)


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text.casefold() for token in tokenise(text) if token.is_word)


SCORERS = (
    Scorer(
        name="checks.support", version=1, meaning="statements that the checks find supported", score=_support
    ),
    Scorer(
        name="checks.quotations",
        version=1,
        meaning="quotations that are not altered or made up",
        score=_quotations,
    ),
    Scorer(
        name="summary.words",
        version=1,
        meaning="length of the summary in words",
        score=_length,
        better=Better.NEUTRAL,
        is_share=False,
    ),
    Scorer(
        name="claims.count",
        version=1,
        meaning="number of claims",
        score=_count,
        better=Better.NEUTRAL,
        is_share=False,
    ),
    Scorer(
        name="summary.copied",
        version=2,
        meaning="words of the summary copied in runs of eight",
        score=_copied,
        better=Better.NEUTRAL,
    ),
    Scorer(
        name="claims.copied",
        version=1,
        meaning="words of the claims copied in runs of eight",
        score=_copied_claims,
        better=Better.NEUTRAL,
    ),
)
