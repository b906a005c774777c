import pytest

from groundwire.text.normalise import normalise

CASES = [
    ("a\r\nb\rc", "a\nb\nc"),
    ("one\u2028two\u2029three", "one\ntwo\n\nthree"),
    ("cafe\u0301", "café"),
    ("10\u00a0000\u202fkm", "10 000 km"),
    ("a \n\n\n\n b", "a\n\n b"),
    ("\x1b[31mred\x1b[0m alert", "red alert"),
    ("\x1b]0;owned\x07text", "text"),
    ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
    ("\x1b]a stray one keeps its words", "a stray one keeps its words"),
    ("de\u00adport\u200bed \u202eevil\u202c \u2066x\u2069\ufeff", "deported evil x"),
    ("He said \x93no\x94 \x96 twice", "He said “no” – twice"),
    ("bell\x07 and \x00 zero\x7f", "bell and  zero"),
    ("\ud800x", "\ufffdx"),
    ("a\u200db", "ab"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_text_from_anywhere_has_one_form(text: str, expected: str) -> None:
    """Line ends, spaces, composition, escapes and invisible characters come out in one form."""
    assert normalise(text) == expected


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d🚀", "क\u094d\u200dष"])
def test_joiners_that_scripts_need_stay(text: str) -> None:
    """Persian, emoji and Indic conjuncts keep their joiners."""
    assert normalise(text) == text
