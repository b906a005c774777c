"""What a judge is measured on: the truth comes from the article's words, the false claims from one changed word."""

from pathlib import Path

import pytest

from groundwire.errors import UsageError
from groundwire.evaluation.judging.corrupting import with_another_name, with_another_number
from groundwire.evaluation.judging.units import all_sittings, sittings
from judged_stories import ALONE, REWORDED, UNITS, write_judged


def test_claims_are_sorted_by_what_is_known_of_them(tmp_path: Path):
    """Reworded, listed by one alone, corrupted, trapped; what both worded alike is not asked about."""
    coast, island = sittings(write_judged(tmp_path, stories=1)[0])
    found: dict[str, list[str]] = {}
    for unit in (*coast.units, *island.units):
        found.setdefault(unit.kind, []).append(unit.text)
    assert {kind: sorted(texts) for kind, texts in found.items()} == {
        kind: sorted(texts) for kind, texts in UNITS.items()
    }


def test_only_reworded_claims_state_a_labelled_one(tmp_path: Path):
    """The labelled claim is that of the same words of the article."""
    coast, _ = sittings(write_judged(tmp_path, stories=1)[0])
    stated = {unit.text: coast.labelled[unit.labelled] for unit in coast.units if unit.labelled is not None}
    assert stated == REWORDED
    assert ALONE not in coast.labelled


def test_the_order_of_the_claims_tells_nothing(tmp_path: Path):
    """It is that of a digest of their text: the same each time, and no kind comes first."""
    coast, _ = sittings(write_judged(tmp_path, stories=1)[0])
    kinds = [unit.kind for unit in coast.units]
    assert kinds != sorted(kinds)
    assert next(sittings(write_judged(tmp_path, stories=1)[0])) == coast


def test_claims_that_share_their_words_with_several_are_left_out(tmp_path: Path):
    """A claim that the second labeller cut in two is no evidence for or against a judge."""
    story = write_judged(tmp_path, stories=1)[0]
    path = story / "second.json"
    text = path.read_text(encoding="utf-8")
    whole = '{"id": "c2", "text": "The ferry Aurora lost 12,000 litres of oil.", "evidence": ["12,000 litres of oil leaked"]}'
    part = '{"id": "c9", "text": "The ferry Aurora leaked.", "evidence": ["of oil leaked from the ferry"]}'
    assert whole in text
    path.write_text(text.replace(whole, f"{whole}, {part}"), encoding="utf-8")
    coast, _ = sittings(story)
    assert not any(unit.text.startswith("12,000 litres") for unit in coast.units)


def test_nothing_to_measure_on_says_what_is_needed(tmp_path: Path):
    """Two labellers who worded everything alike show nothing about a judge."""
    story = write_judged(tmp_path, stories=1)[0]
    for name in ("first.json", "second.json", "labels.json"):
        path = story / name
        path.write_text('{"story": "harbour0", "articles": {}}', encoding="utf-8")
    with pytest.raises(UsageError, match="in words of their own"):
        all_sittings([story])


@pytest.mark.parametrize(
    ("claim", "known", "expected"),
    [
        ("12 people died.", "12 people died", "15 people died."),
        ("12 people died.", "12 of 15 people died", "19 people died."),
        ("In 2019 the bridge closed.", "", None),
        ("1,200 litres leaked in 3 hours.", "", "1,200 litres leaked in 6 hours."),
        ("The 6.12 to Simeria left.", "", None),
        ("Nobody died.", "", None),
    ],
)
def test_another_number(claim: str, known: str, expected: str | None):
    """The first whole number that is no year, raised to one that the article does not hold."""
    assert with_another_number(claim, known) == expected


@pytest.mark.parametrize(
    ("claim", "names", "expected"),
    [
        ("Ada Berg resigned.", ["Ada Berg", "Ole Dahl"], "Ole Dahl resigned."),
        ("Ada Berg resigned.", ["Ada Berg", "Ada B", "the mayor"], None),
        ("The mayor resigned.", ["Ada Berg", "the mayor"], None),
        ("Ada Bergman resigned.", ["Ada Berg", "Ole Dahl"], None),
    ],
)
def test_another_name(claim: str, names: list[str], expected: str | None):
    """A name of somebody else whom the article credits, never one that may be the same person's."""
    assert with_another_name(claim, names) == expected
