import pytest

from groundwire.text.datelines import match_dateline, match_dateline_alone

LINES = [
    ("ROTTERDAM, Nov 12, 2026 (LPA) - A court", ("A court", "Nov 12, 2026", "LPA")),
    ("OSLO, 28 October 2026 (Norwire) - A paper", ("A paper", "28 October 2026", "Norwire")),
    ("LINDVIK, March 4, 2025 - The port", ("The port", "March 4, 2025", "")),
    ("KYIV (Reuters) - Two", ("Two", "", "Reuters")),
    ("ULM, Germany (AP) — “We", ("“We", "", "AP")),
    ("LONDON — The", ("The", "", "")),
    ("Wismar (dpa) – In", ("In", "", "dpa")),
    ("München, 12. November 2026 (dpa/lby) – Die", ("Die", "12. November 2026", "dpa/lby")),
    ("MADRID, 12 nov. (EFE) - El", ("El", "12 nov.", "EFE")),
    ("BERGEN/LINDVIK. An hour after", ("An hour after", "", "")),
    ("(Reuters) - A man", ("A man", "", "Reuters")),
    ("Nov 7 (Reuters) - Two", ("Two", "Nov 7", "Reuters")),
    ("Section 7 (draft) - The", None),
    ("NATO – The alliance", None),
    ("UPDATE - The court", None),
    ("ENOUGH. That is what", None),
    ("Ann Roe (Greens) - who left early - said", None),
    ("Anna - The queen", None),
    ("ROE: What would you do?", None),
    ("On Friday - The day", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_dateline_ends_with_its_dash(line: str, expected: tuple[str, str, str] | None) -> None:
    """Place, day and agency before the sentence; a name, an acronym or a shout before a dash is none."""
    found = match_dateline(line)
    assert ((line[found.end :], found.date, found.credit) if found else None) == expected


def test_offsets_are_into_the_whole_text() -> None:
    """The end is an offset into the text, wherever the dateline stands in it."""
    text = "A headline\n\nULM (dpa) - The port"
    found = match_dateline(text, text.index("ULM"))
    assert found is not None
    assert text[found.end :] == "The port"


def test_a_line_of_its_own_needs_a_date() -> None:
    """A dateline alone has a date with agency or year; a place or a heading alone is none."""
    found = match_dateline_alone("COPENHAGEN, Nov 5, 2026, 10:34 (NBW)")
    assert found is not None
    assert (found.date, found.credit) == ("Nov 5, 2026, 10:34", "NBW")
    assert match_dateline_alone("COPENHAGEN (NBW)") is None
    assert match_dateline_alone("Lindvik, Nov 5") is None
