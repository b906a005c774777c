"""Scorers: each planted error is found by the scorer that is there for it, and nothing is scored that was not made."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evaluation_outputs import NOBODY, PLAIN, claim_of, output_of, perfect_claims, values_of_output
from evaluation_story import write_suite
from groundwire.domain.claim import Claim
from groundwire.domain.span import Span
from groundwire.evaluation.case import ArticleCase, cases_of
from groundwire.evaluation.labels import KeyPoint
from groundwire.evaluation.score import Failed, NotApplicable
from groundwire.evaluation.scorers.claims import find_errors, keeps_hedge
from groundwire.evaluation.scorers.registry import scorers_for
from groundwire.evaluation.scorers.rouge import rouge_l, rouge_n, rouge_words
from groundwire.evaluation.scoring import score_output
from groundwire.evaluation.sheet import ArticleSheet
from groundwire.evaluation.speakers import same_speaker
from groundwire.evaluation.suite import load_suite

SUMMARY = ("The northern harbour of Lindvik is closed.", "12,000 litres of oil leaked from a ferry.")


@pytest.fixture
def case(tmp_path: Path) -> ArticleCase:
    """The first article of the story."""
    first = next(iter(cases_of(load_suite(str(write_suite(tmp_path))))))
    assert isinstance(first, ArticleCase)
    return first


def test_a_perfect_output_scores_one_everywhere(case: ArticleCase):
    """Labels as claims and key points as summary lose nothing."""
    values = values_of_output(case, output_of(case, perfect_claims(case), SUMMARY))
    kept = {name: value for name, value in values.items() if name.startswith(("claims.", "summary."))}
    wanted = {scorer.name for scorer in scorers_for("analyse") if scorer.better == "higher"}
    assert {name: value for name, value in kept.items() if name in wanted} == dict.fromkeys(
        sorted(name for name in wanted if name in kept), 1.0
    )


def test_an_empty_output_scores_zero_everywhere(case: ArticleCase):
    """Neither one nor NaN: whoever says nothing has earned nothing."""
    values = values_of_output(case, output_of(case, ()))
    assert {name: value for name, value in values.items() if value} == {}
    assert "claims.precision" in values


def test_a_failure_is_a_failed_row_for_every_scorer_that_applies(case: ArticleCase):
    """No output is a score; and what the labels leave nothing to look for in stays not applicable, as with any output."""
    output = output_of(case, ()).model_copy(update={"analysis": None, "failure": "no answer"})
    bare = replace(case, labels=case.labels.model_copy(update={"traps": ()}))
    scores = {row.scorer: row.score for row in score_output(bare, output, scorers_for("analyse"))}
    assert scores["claims.f1"] == scores["checks.support"] == Failed(reason="no answer")
    assert scores["summary.traps"] == NotApplicable(reason="the article has no traps")


Change = Callable[[ArticleCase, list[Claim]], list[Claim]]


def _changed(number: int, **changed: Any) -> Change:
    def change(case: ArticleCase, claims: list[Claim]) -> list[Claim]:
        claims[number] = claim_of(case, case.labels.claims[number], **changed)
        return claims

    return change


def _other_evidence(case: ArticleCase, claims: list[Claim]) -> list[Claim]:
    claims[0] = claims[0].model_copy(
        update={
            "evidence": (
                case.article.evidence(Span(len(case.article.text) - 20, len(case.article.text) - 1)),
            )
        }
    )
    return claims


def _invented(case: ArticleCase, claims: list[Claim]) -> list[Claim]:
    del case
    return [*claims, claims[0].model_copy(update={"id": "x", "text": "Three schools on Haro stayed shut."})]


def _without_fourth(case: ArticleCase, claims: list[Claim]) -> list[Claim]:
    del case
    return claims[:3] + claims[4:]


def _twice(case: ArticleCase, claims: list[Claim]) -> list[Claim]:
    del case
    return [*claims, claims[1].model_copy(update={"id": "x"})]


def _merged(case: ArticleCase, claims: list[Claim]) -> list[Claim]:
    del case
    both = f"{claims[0].text[:-1]} and {claims[1].text}"
    return [claims[0].model_copy(update={"text": both}), *claims[2:]]


ERRORS: list[tuple[str, Change, str]] = [
    ("missed", _without_fourth, "claims.recall"),
    ("invented", _invented, "claims.precision"),
    ("merged", _merged, "claims.recall"),
    ("split", _twice, "claims.precision"),
    ("wrong number", _changed(1, text="15,000 litres of oil leaked from the ferry Aurora."), "claims.f1"),
    ("invented number", _changed(4, text="The leak of 77 tonnes may have begun at sea."), "claims.precision"),
    ("wrong negation", _changed(3, text="The ferry Aurora was overdue for inspection."), "claims.f1"),
    ("wrong speaker", _changed(2, attribution=NOBODY), "claims.speakers"),
    ("wrong stance", _changed(3, stance=PLAIN), "claims.stance"),
    ("lost hedge", _changed(4, text="The leak began at sea.", stance=PLAIN), "claims.hedges"),
    ("wrong evidence", _other_evidence, "claims.evidence"),
]


@pytest.mark.parametrize(("error", "change", "scorer"), ERRORS, ids=[error for error, *_ in ERRORS])
def test_a_planted_error_is_named_and_costs(error: str, change: Change, scorer: str, case: ArticleCase):
    """The taxonomy names it, and the scorer that is there for it falls."""
    claims = change(case, list(perfect_claims(case)))
    output = output_of(case, claims, SUMMARY)
    assert error in {finding.error for finding in find_errors(ArticleSheet(case, output))}
    assert values_of_output(case, output)[scorer] < 1.0


@pytest.mark.parametrize(
    ("points", "scorer"),
    [
        (SUMMARY[:1], "summary.key_points"),
        (("15,000 litres of oil leaked from a ferry.", SUMMARY[0]), "summary.key_points"),
        ((*SUMMARY, "The leak began at sea."), "summary.traps"),
        ((*SUMMARY, "The leak began at sea."), "summary.hedges"),
        ((*SUMMARY, "The ferry Aurora was not overdue for inspection."), "summary.attribution"),
    ],
    ids=["point left out", "point with another number", "trap", "hedge lost", "speaker lost"],
)
def test_a_planted_error_of_the_summary_costs(points: tuple[str, ...], scorer: str, case: ArticleCase):
    """What the summary leaves out, turns into fact or tells without its speaker is found."""
    values = values_of_output(case, output_of(case, perfect_claims(case), points))
    assert values[scorer] < 1.0


def test_evidence_is_counted_by_sentences(case: ArticleCase):
    """Whoever cites the whole sentence has what whoever cites the clause has; a second sentence costs."""
    article, exact = case.article, perfect_claims(case)
    whole, more = [], []
    for claim in exact:
        number = next(
            at for at, span in enumerate(article.sentences) if span.overlaps(claim.evidence[0].span)
        )
        cited = [article.evidence(span) for span in article.sentences]
        whole.append(claim.model_copy(update={"evidence": (cited[number],)}))
        more.append(claim.model_copy(update={"evidence": (cited[number], cited[number - 1])}))
    found = [
        values_of_output(case, output_of(case, claims))["claims.evidence"] for claims in (exact, whole, more)
    ]
    assert found == pytest.approx([1.0, 1.0, 2 / 3])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lindvik's port is shut after a spill.", 0.0),
        ("The leak may have begun at sea.", 1.0),
        ("An oil leak, and 12,000 litres of oil leaked from the ferry Aurora, it said.", 9 / 15),
    ],
    ids=["own words", "a short sentence, whole", "a run of eight in a longer one"],
)
def test_copying_is_told_of_claims_and_summary(text: str, expected: float, case: ArticleCase):
    """In runs of eight words; a shorter sentence counts when it is copied whole."""
    claim = claim_of(case, case.labels.claims[0], text=text)
    values = values_of_output(case, output_of(case, (claim,), (text,)))
    assert (values["claims.copied"], values["summary.copied"]) == pytest.approx((expected, expected))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"text": "The northern harbour will open on Friday.", "stance": PLAIN}, True),
        ({"text": "The northern harbour opened on Friday.", "stance": PLAIN}, False),
        ({"text": "The northern harbour opened on Friday."}, True),
    ],
    ids=["will", "told as done", "in the stance"],
)
def test_what_is_not_yet_stays_so_in_words_or_in_stance(
    changed: dict[str, Any], expected: bool, case: ArticleCase
):
    """The word "will" is hedge enough for what is predicted."""
    label = case.labels.claims[2].model_copy(update={"text": "The northern harbour will open on Friday."})
    assert keeps_hedge(claim_of(case, label, **changed), label) is expected


def test_a_label_is_merged_where_a_claim_says_it_among_other_things(case: ArticleCase):
    """In its own words, with the name that the label has left out: merged, and not missed."""
    words = "Solberg expects to open again on Friday, and Nordline denied that the ferry had been overdue for inspection."
    claim = claim_of(case, case.labels.claims[3], text=words)
    both = claim.model_copy(
        update={"evidence": (*claim.evidence, claim_of(case, case.labels.claims[2]).evidence[0])}
    )
    errors = {
        finding.label: finding.error for finding in find_errors(ArticleSheet(case, output_of(case, (both,))))
    }
    merged = {error for error in errors.values() if error == "merged"}
    assert merged == {"merged"}


def test_a_point_may_be_told_in_two_sentences_and_never_by_one_that_is_false(case: ArticleCase):
    """Two sentences together cover a point; a sentence that says a trap covers nothing."""
    point = KeyPoint(
        id="k9",
        text="The northern harbour of Lindvik was closed after a ferry leaked 12,000 litres.",
        weight=1,
    )
    told = replace(case, labels=case.labels.model_copy(update={"key_points": (point,)}))
    halves = ("A ferry leaked 12,000 litres.", "The northern harbour of Lindvik was closed.")
    assert [
        values_of_output(told, output_of(told, (), points))["summary.key_points"]
        for points in (halves, halves[:1])
    ] == [1.0, 0.0]
    leak = KeyPoint(id="k9", text="The leak may have begun at sea.", weight=1)
    told = replace(case, labels=case.labels.model_copy(update={"key_points": (leak,)}))
    values = values_of_output(told, output_of(told, (), ("The leak began at sea.",)))
    assert (values["summary.traps"], values["summary.key_points"]) == (0.0, 0.0)


def test_a_made_up_quotation_costs(case: ArticleCase):
    """Words in quotation marks that the article does not have."""
    points = (*SUMMARY, 'Ingrid Solberg said: "It is a catastrophe for all of us."')
    values = values_of_output(case, output_of(case, perfect_claims(case), points))
    assert values["checks.quotations"] == 0.0


def test_the_weight_of_a_key_point_counts(case: ArticleCase):
    """Without the point of weight 2 of 5, three fifths are covered."""
    assert values_of_output(case, output_of(case, (), SUMMARY[:1]))["summary.key_points"] == pytest.approx(
        0.6
    )


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("the port authority", "port authority of Lindvik", True),
        ("PAL", "Port Authority of Lindvik (PAL)", True),
        ("Solberg", "Ingrid Solberg", True),
        ("Nordline", "Ingrid Solberg", False),
        (None, "Ingrid Solberg", False),
        (None, None, True),
    ],
)
def test_speakers_are_told_apart_by_name(found: str | None, wanted: str | None, *, expected: bool):
    """Short names, acronyms and descriptions are the same speaker; another name is not."""
    assert same_speaker(found, wanted) is expected


def test_rouge_of_known_texts():
    """Lin's (2004) example: "police kill the gunman" against "police killed the gunman"."""
    candidate, reference = rouge_words("police kill the gunman"), rouge_words("police killed the gunman")
    found = (
        rouge_n(candidate, reference, size=1),
        rouge_n(candidate, reference, size=2),
        rouge_l(candidate, reference),
    )
    assert found == pytest.approx((0.75, 1 / 3, 0.75))
    assert rouge_l(rouge_words("the gunman kill police"), reference) == pytest.approx(0.5)


def test_rouge_is_the_reference_scorers():
    """On random texts the figures are those of rouge-score without stemming."""
    rouge = pytest.importorskip("rouge_score.rouge_scorer", reason="rouge-score is not installed")
    import random

    rng = random.Random(6)
    theirs = rouge.RougeScorer(["rouge1", "rouge2", "rougeL"])
    for _ in range(30):
        one, other = (" ".join(rng.choices(list("abcdefgh"), k=rng.randint(1, 30))) for _ in range(2))
        expected = theirs.score(other, one)
        mine, wanted = rouge_words(one), rouge_words(other)
        assert rouge_n(mine, wanted, size=1) == pytest.approx(expected["rouge1"].fmeasure)
        assert rouge_n(mine, wanted, size=2) == pytest.approx(expected["rouge2"].fmeasure)
        assert rouge_l(mine, wanted) == pytest.approx(expected["rougeL"].fmeasure)
