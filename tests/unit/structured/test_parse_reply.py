"""Replies as models really write them."""

import pytest

from groundwire.prompts.outputs import ArticleSummary, CitedText, ExtractedClaims
from groundwire.structured.parse import parse_reply
from unit.summarise.ferries import claim, claims, summary

ONE = claims(claim("It rained.", 1))
VALUE = ExtractedClaims.model_validate_json(ONE)


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        f"```json\n{ONE}\n```",
        f"Sure! Here are the claims [1] you asked for:\n\n{ONE}\n\nLet me know {{if}} you need more.",
        f'<think>Maybe {{"claims": []}}?\nNo.</think>\n{ONE}',
        f"So it is a list.</think>{ONE}",
        ONE.replace("}]}", "},],}"),
        ONE.removeprefix('{"claims": ').removesuffix("}"),
        ONE.replace('"sentences": [1]', '"sentences": ["1"]'),
        f'{{"note": "thinking"}} {ONE}',
    ],
)
def test_wrapping_is_forgiven(text: str) -> None:
    """Fences, prose, thoughts, trailing commas and a missing outermost object cost nothing."""
    parsed = parse_reply(text, ExtractedClaims)
    assert (parsed.value, parsed.complaints, parsed.is_cut) == (VALUE, (), False)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "reply"),
        ("I cannot do that.", "reply"),
        ("<think>still thinking {", "reply"),
        ("{'claims': []}", "reply"),
        ('{"facts": []}', "claims"),
        ('{"claims": "none"}', "claims"),
        ('{"claims": [], "more": 1}', "more"),
        ("[]", "claims"),
    ],
)
def test_what_is_no_answer_is_complained_of(text: str, where: str) -> None:
    """There is no value, and the complaint names the place."""
    parsed = parse_reply(text, ExtractedClaims)
    if text == "[]":
        assert parsed.value == ExtractedClaims(claims=[])
        return
    assert parsed.value is None
    assert where in {complaint.where for complaint in parsed.complaints}


def test_an_item_that_does_not_fit_is_left_out_and_complained_of() -> None:
    """Nine good claims are not lost for a bad one; nothing is put in the place of what is missing."""
    bad = claim("It snowed.", 2, stance="likely")
    bad.pop("when")
    parsed = parse_reply(claims(claim("It rained.", 1), bad), ExtractedClaims)
    assert parsed.value == VALUE
    assert [complaint.where for complaint in parsed.complaints] == ["claims[1].stance", "claims[1].when"]
    assert len(parsed.rejected) == 1


def test_a_cut_reply_keeps_its_complete_items() -> None:
    """The item that was cut is gone with all that belongs to it."""
    parsed = parse_reply(claims(claim("It rained.", 1), claim("It snowed.", 2))[:-20], ExtractedClaims)
    assert (parsed.value, parsed.is_cut) == (VALUE, True)


def test_a_cut_summary_keeps_its_complete_points() -> None:
    """Headline, bottom line and the first point are whole; the second is not."""
    text = summary(("Rain", 1), ("It rained.", 1), ("It rained all day.", 1), ("It sno", 2))[:-6]
    value = parse_reply(text, ArticleSummary).value
    assert value is not None
    assert value.points == [CitedText(sentences=[1], text="It rained all day.")]


def test_a_summary_cut_in_its_bottom_line_is_no_summary() -> None:
    """Half a sentence is nothing."""
    text = summary(("Rain", 1), ("It rained.", 1))
    assert parse_reply(text[: text.index("It rained") + 3], ArticleSummary).value is None


def test_two_answers_to_one_name_are_not_chosen_from() -> None:
    """Which one is meant would be a guess."""
    assert parse_reply('{"claims": [], "claims": [1]}', ExtractedClaims).value is None


def test_prose_full_of_brackets_costs_no_time() -> None:
    """Only so many beginnings are tried."""
    assert parse_reply("[" * 100_000, ExtractedClaims).value is None
    assert parse_reply("{ " * 100_000, ExtractedClaims).value is None
