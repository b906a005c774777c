"""Where sentences end. Every text here was written for these tests."""

import time

import pytest

from groundwire.text.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [span.of(text).strip() for span in split_sentences(text)]


ONE_SENTENCE = [
    "Gen. Okafor met Sen. Lind in Washington.",
    "The U.S. Army left on Jan. 9 with J. K. Rowe.",
    "It came No. 5 in a list of 12.",
    "The vote begins at 9 a.m. Monday in the hall.",
    'He asked "Why now?" and left.',
    "“Stop!” she said.",
    '"Why?" Rowe asked.',
    "It grew by 3.5 percent, or $1.2 billion.",
    "The price… rose again.",
    "See www.example.com/a.b for more.",
    "Acme Inc. Chief Executive Ann Roe resigned.",
    "They sailed from St. Ives to Mt. Athos.",
    "Der Krieg begann am 9. Januar in Bonn.",
    "Jones et al. 2020 is cited.",
    "The film (see No. 3, below) won.",
    "Yahoo! shares rose.",
    "ST. IVES, Cornwall (XYZ) — The river rose.",
    "... The river rose.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_mark_inside_a_sentence_ends_nothing(text: str) -> None:
    """Abbreviations, initials, numbers, quotations and addresses hold marks that end no sentence."""
    assert sentences(text) == [text]


SEVERAL = [
    ("He left the U.S. The talks went on.", ["He left the U.S.", "The talks went on."]),
    ("It closed at 5 p.m. The crowd left.", ["It closed at 5 p.m.", "The crowd left."]),
    ("“It is over.” The army left.", ["“It is over.”", "The army left."]),
    ("(It rained.) Nobody came.", ["(It rained.)", "Nobody came."]),
    ("Is it true? No! It is not.", ["Is it true?", "No!", "It is not."]),
    ("It ended... Then it rained.", ["It ended...", "Then it rained."]),
    ("al-Nur spoke. al-Nur left. eBay fell.", ["al-Nur spoke.", "al-Nur left.", "eBay fell."]),
    ("The river rose.The army came.", ["The river rose.", "The army came."]),
    ("1. The first point. 2. The second one.", ["1. The first point.", "2. The second one."]),
    ("It is sold.[3] It is old.", ["It is sold.[3]", "It is old."]),
    ("Er sagte: „Es ist vorbei.“ Dann ging er.", ["Er sagte: „Es ist vorbei.“", "Dann ging er."]),
    ("« C’est fini. » Il part.", ["« C’est fini. »", "Il part."]),
    ("今天下雨。他走了！", ["今天下雨。", "他走了！"]),
    ("「行く。」と言った。彼は去った。", ["「行く。」と言った。", "彼は去った。"]),
    ("هل هذا صحيح؟ نعم.", ["هل هذا صحيح؟", "نعم."]),
    ("यह सच है। वह गया।", ["यह सच है।", "वह गया।"]),
    ("They use a newer IE. Its goal is speed.", ["They use a newer IE.", "Its goal is speed."]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    """Closing marks stay with their sentence, and the next word decides after an abbreviation."""
    assert sentences(text) == expected


def test_blank_lines_always_end_a_sentence() -> None:
    """A paragraph break ends a sentence even after an abbreviation and before lower case."""
    assert sentences("He met Mr.\n\nand so on\r\n\r\nMore here") == ["He met Mr.", "and so on", "More here"]


def test_single_line_breaks_between_pasted_paragraphs_separate() -> None:
    """Lines as long as paragraphs are paragraphs: a break between them ends a sentence without a full stop."""
    text = "The first paragraph of the page ends here.\nA heading\nThe second one begins here."
    assert sentences(text) == [
        "The first paragraph of the page ends here.",
        "A heading",
        "The second one begins here.",
    ]


def test_line_breaks_of_wrapped_text_do_not_separate() -> None:
    """Text wrapped at a width breaks inside sentences, also before a name."""
    text = (
        "The council voted on Tuesday to close the old bridge to the lorries of\n"
        "Northtown, after engineers found cracks in two of its four pillars. The\n"
        "bridge, which was built in 1931, carries nine thousand vehicles a day to\n"
        "Southport, and there is no other way over the river for forty miles in\n"
        "either direction."
    )
    assert [len(s.split()) for s in sentences(text)] == [25, 30]


def test_white_space_belongs_to_the_sentence_before() -> None:
    """Leading white space goes to the first sentence, all other white space to the one before it."""
    text = "\n\n One.  Two.\n"
    assert [span.of(text) for span in split_sentences(text)] == ["\n\n One.  ", "Two.\n"]


@pytest.mark.parametrize(("text", "count"), [("", 0), ("   \n ", 1), ("x", 1), ("...", 1)])
def test_texts_without_a_sentence_are_tiled_all_the_same(text: str, count: int) -> None:
    """The empty text has no sentence, everything else at least one."""
    assert len(split_sentences(text)) == count


@pytest.mark.parametrize("unit", ["The army left. ", ".", "A. ", "x\n", '."', " \n", "word ", "!“"])
def test_a_long_text_takes_linear_time(unit: str) -> None:
    """A quarter of a million characters of anything split in seconds at most."""
    text = unit * (250_000 // len(unit))
    start = time.perf_counter()
    split_sentences(text)
    assert time.perf_counter() - start < 5
