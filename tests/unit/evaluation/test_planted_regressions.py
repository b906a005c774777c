"""Planted regressions are found, each by the scorer that is there for it; a change of nothing is a tie.

The outputs are the labels themselves, of the first article of every story: what is planted is all that is wrong.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from evaluation_outputs import output_of, perfect_claims
from groundwire.domain.claim import Claim, Stance
from groundwire.evaluation.case import ArticleCase, cases_of
from groundwire.evaluation.comparing import Answer, Comparison, Side, compare
from groundwire.evaluation.evaluate import Evaluated, Plan, rescore
from groundwire.evaluation.suite import Suite, load_suite
from groundwire.text.modality import find_hedges

SCORERS = ("claims.precision", "claims.recall", "claims.f1", "claims.hedges", "claims.stance")
Plant = Callable[[list[Claim]], list[Claim]]


@cache
def _suite() -> Suite:
    whole = load_suite("news")
    english = [
        (story, name)
        for story in whole.stories
        for name, article in list(story.articles.items())[:1]
        if article.language == "en"
    ]
    stories = tuple(replace(story, articles={name: story.articles[name]}) for story, name in english)
    return replace(whole, file=whole.file.model_copy(update={"scorers": SCORERS}), stories=stories)


@cache
def _perfect() -> list[tuple[ArticleCase, Claim]]:
    cases = [case for case in cases_of(_suite()) if isinstance(case, ArticleCase)]
    return [(case, claim) for case in cases for claim in perfect_claims(case)]


def _scored(name: str, plant: Plant) -> Evaluated:
    planted = plant([claim.model_copy(update={"id": str(at)}) for at, (_, claim) in enumerate(_perfect())])
    cases = {case.id: case for case, _ in _perfect()}
    owner = {str(at): case.id for at, (case, _) in enumerate(_perfect())}
    outputs = [
        output_of(case, [claim for claim in planted if owner[claim.id] == name_], subject=name)
        for name_, case in cases.items()
    ]
    return rescore(Plan(suite=_suite()), outputs)


@cache
def _before() -> Evaluated:
    return _scored("before", list)


def _compared(plant: Plant) -> Comparison:
    return compare(Side(_before(), "before"), Side(_scored("after", plant), "after"))


def _halve(claims: list[Claim]) -> list[Claim]:
    return claims[::2]


def _drop_hedges(claims: list[Claim]) -> list[Claim]:
    return [
        claim.model_copy(update={"text": _firm(claim.text), "stance": Stance.ASSERTED}) for claim in claims
    ]


def _firm(text: str) -> str:
    for hedge in reversed(find_hedges(text)):
        text = text[: hedge.span.start] + text[hedge.span.end :]
    return " ".join(text.split())


def _invent_numbers(claims: list[Claim]) -> list[Claim]:
    return [
        claim.model_copy(update={"text": re.sub(r"\.?$", ", 4,711 in all.", claim.text)})
        if at % 10 == 0
        else claim
        for at, claim in enumerate(claims)
    ]


@pytest.mark.parametrize(
    ("plant", "worse", "untouched"),
    [
        (_halve, {"claims.recall", "claims.f1"}, {"claims.precision"}),
        (_drop_hedges, {"claims.hedges", "claims.stance"}, {"claims.recall"}),
        (_invent_numbers, {"claims.precision", "claims.recall", "claims.f1"}, {"claims.hedges"}),
    ],
    ids=["half of the claims", "hedges dropped", "a number in every tenth claim"],
)
def test_a_planted_regression_is_worse_where_it_should_be(plant: Plant, worse: set[str], untouched: set[str]):
    """The comparison says worse on the scorers that are there for it, and not on those that it does not touch."""
    found = set(_compared(plant).by_answer(Answer.WORSE))
    assert worse <= found
    assert found & untouched == set()


def test_a_change_of_nothing_is_a_tie():
    """The same outputs under another name are tied on everything."""
    assert set(_compared(list).by_answer(Answer.TIED)) == set(SCORERS)
