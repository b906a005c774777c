"""What is said in plain words, and what is never said."""

import pytest

import sample_documents as samples
from groundwire.domain.briefing import Standing
from groundwire.domain.claim import Stance
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.domain.provenance import PromptRef, Usage
from groundwire.domain.support import Reason, ReasonKind, Support, Verdict
from groundwire.render.wording import (
    claim_words,
    days_words,
    losses_words,
    moment_words,
    provenance_words,
    standing_words,
    support_words,
)


@pytest.mark.parametrize(
    ("standing", "origins", "outlets", "words"),
    [
        (Standing.SINGLE_ORIGIN, [("Harbour",)], 1, "single origin: Harbour"),
        (Standing.SINGLE_ORIGIN, [("Harbour",)], 2, "two outlets, one origin: Harbour"),
        (Standing.SINGLE_ORIGIN, [("Harbour",), ("Harbour",)], 40, "40 outlets, one origin: Harbour"),
        (Standing.SINGLE_ORIGIN, [()], 1, "single origin"),
        (
            Standing.SINGLE_ORIGIN,
            [("Harbour",), ("Clinic",)],
            2,
            "each from a single origin: Harbour; Clinic",
        ),
        (Standing.CORROBORATED, [("Harbour", "Clinic")], 5, "two origins: Harbour; Clinic"),
        (Standing.CORROBORATED, [("A", "B"), ("A", "C", "D")], 4, "two origins or more each: A; B; C; D"),
        (Standing.DISPUTED, [("Harbour",)], 2, "disputed; rests on Harbour"),
        (Standing.DISPUTED, [()], 2, "disputed"),
    ],
)
def test_a_standing_counts_origins_not_outlets(
    standing: Standing, origins: list[tuple[str, ...]], outlets: int, words: str
) -> None:
    """Outlets that carry one origin are never called confirmation, nor do origins of several claims add up."""
    assert standing_words(standing, origins, outlets) == words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.SUPPORTED, ""),
        (Verdict.UNSUPPORTED, "unsupported: not in the article"),
        (Verdict.CONTRADICTED, "contradicted by its article: not in the article"),
        (Verdict.UNCHECKED, "not checked; not in the article"),
    ],
)
def test_a_verdict_comes_with_its_reasons(verdict: Verdict, words: str) -> None:
    """Only a supported statement goes without a remark."""
    reason = Reason(kind=ReasonKind.COVERAGE, message="not in the article")
    assert support_words(Support(verdict=verdict, reasons=(reason,))) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2025-01-09", "2025-01-09", "9 January 2025"),
        ("2025-05-01", "2025-05-31", "May 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2025-01-09", "2025-02-10", "9 January 2025 to 10 February 2025"),
        ("2025-01-01", "2025-03-31", "January to March 2025"),
        ("2024-12-01", "2025-02-28", "December 2024 to February 2025"),
        ("9999-12-01", "9999-12-31", "December 9999"),
        ("early", "late", "early to late"),
    ],
)
def test_days_are_said_as_people_say_them(earliest: str, latest: str, words: str) -> None:
    """A whole month or year has its name; what is no date stays as it is."""
    assert days_words(earliest, latest) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2025-03-04", "4 March 2025"),
        ("2025-03-04T18:20:00Z", "4 March 2025, 18:20 UTC"),
        ("2025-03-04T18:20:11.5+02:00", "4 March 2025, 18:20 +02:00"),
        ("2025-03-04 18:20", "4 March 2025, 18:20"),
        ("2025-03-04 or so", "2025-03-04 or so"),
        ("last week", "last week"),
    ],
)
def test_a_moment_keeps_its_time_and_zone(moment: str, words: str) -> None:
    """Nothing that the metadata says about a time is lost or made up."""
    assert moment_words(moment) == words


def test_losses_are_short_and_count_their_reasons() -> None:
    """The most frequent reasons come first, stages that lost nothing are left out."""
    items = [LossItem(what=str(number), reason="too short") for number in range(3)]
    items += [LossItem(what="x", reason=reason) for reason in ("a", "b", "c", "d")]
    losses = {
        "sentences": StageLosses(in_=5, kept=5),
        "claims": StageLosses(in_=1010, kept=1003, dropped=7, items=tuple(items)),
    }
    assert losses_words(losses) == (
        "claims: 1,003 of 1,010 kept, 7 dropped: too short (3); a; b; c; and 1 more",
    )


def test_ids_of_claims_do_not_split_a_reason() -> None:
    """Three merged into three different claims are told as three merged into another claim."""
    items = tuple(LossItem(what=f"a2.c{n}", reason=f"merged into a1.c{n}") for n in range(3))
    losses = {"claims": StageLosses(in_=4, kept=1, merged=3, items=items)}
    assert losses_words(losses) == ("claims: 1 of 4 kept, 3 merged: merged into another claim (3)",)


def test_a_claim_names_speaker_way_stance_and_time() -> None:
    """Who said it comes first, then who passed it on."""
    claim = samples.report().claims[0].model_copy(update={"stance": Stance.DENIED, "when": samples.TUESDAY})
    assert claim_words(claim) == "Ida Voss, via Alder Courier; denied; 4 March 2025"


def test_an_unknown_price_is_called_unknown() -> None:
    """No price is not a price of nothing."""
    usage = Usage(requests=1, input_tokens=1000, output_tokens=10)
    provenance = samples.PROVENANCE.model_copy(
        update={"usage": usage, "prompts": (PromptRef(task="extract", version=2, digest="d"),)}
    )
    assert provenance_words(provenance) == (
        "groundwire 0.1.0 · extractive@1 · prompts extract@2 · one request, 1,010 tokens, cost unknown"
        " · 6 March 2025, 07:00 UTC · run r-20250306-1"
    )


def test_a_known_price_is_told() -> None:
    """In dollars, to a hundredth of a cent."""
    usage = Usage(requests=2, input_tokens=1, output_tokens=1, cost_usd=0.01234)
    words = provenance_words(samples.PROVENANCE.model_copy(update={"usage": usage}))
    assert "two requests, 2 tokens, $0.0123" in words
