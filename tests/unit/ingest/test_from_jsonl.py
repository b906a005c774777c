import json

import pytest

from groundwire.errors import MalformedLine, NotAnArticle, SourceError
from groundwire.ingest.from_jsonl import assemble_given, read_line, read_lines

LIMIT = 1_000_000


def article(**record: object):
    given = read_line(json.dumps(record).encode(), max_text=LIMIT)
    return assemble_given(given, id=given.id or "a1", source="x.jsonl line 1")


def test_text_is_kept_character_for_character() -> None:
    """Nothing in a given text is normalised: offsets are into that very string."""
    text = "  Share this\r\n\r\nOne\u2028two\u0085 \u00a0three\x00. Cafe\u0301 \u202eend\n\n\n"
    assert article(text=text).text == text


def test_lines_end_at_line_feeds_only() -> None:
    """U+2028 and U+0085 stand inside a line; blank lines count but are passed over; a byte order mark is accepted."""
    data = '\ufeff{"text":"a\u2028b"}\n\n  \n{"text":"c\u0085d"}'.encode()
    assert [(n, line.text) for n, line in read_lines(data, max_text=LIMIT)] == [
        (1, "a\u2028b"),
        (4, "c\u0085d"),
    ]


BAD = [
    b"not json",
    b"[1, 2]",
    b'"text"',
    b"{}",
    b'{"text": 5}',
    b'{"text": null}',
    b'{"text": "x", "id": ""}',
    b'{"text": "x", "id": "a\\nb"}',
    b'{"text": "x", "id": ["a"]}',
    b'{"text": "\xff"}',
    b"[" * 100_000,
    b'{"text": "x"',
]


@pytest.mark.parametrize("line", BAD, ids=range(len(BAD)))
def test_a_malformed_line_fails_alone(line: bytes) -> None:
    """The line before and the line after are read."""
    good = b'{"text": "Good."}'
    outcome = [content for _, content in read_lines(b"\n".join([good, line, good]), max_text=LIMIT)]
    assert isinstance(outcome[1], MalformedLine)
    assert not isinstance(outcome[0], SourceError)
    assert not isinstance(outcome[2], SourceError)


@pytest.mark.parametrize("text", ["", " \n\t", "\u2028"])
def test_an_empty_text_is_no_article(text: str) -> None:
    """White space only is refused; a single word is not."""
    with pytest.raises(NotAnArticle):
        article(text=text)
    assert article(text="Word").text == "Word"


def test_lone_surrogates_are_replaced_and_said() -> None:
    """A character that no file can hold becomes U+FFFD at the same offset."""
    read = assemble_given(read_line(b'{"text": "a\\ud800b"}', max_text=LIMIT), id="a1", source="x")
    assert (read.text, len(read.set_aside)) == ("a\ufffdb", 1)


def test_headlines_and_furniture_are_marked_not_removed() -> None:
    """Lines that nothing should be claimed from are headings; every other sentence is not."""
    body = "The council voted on Tuesday to close the old bridge to lorries, engineers and drivers said."
    text = f"A bridge closes\n\nMay 2, 2024 10:15 31\n\n{body}\n\nShare this article\n\nWhat happens next\n\n{body}"
    read = article(text=text, title="A bridge closes")
    assert [span.of(text).strip() for span in read.headings] == [
        "A bridge closes", "May 2, 2024 10:15 31", "Share this article", "What happens next",
    ]  # fmt: skip


def test_the_sentence_of_a_caption_stays_claimable() -> None:
    """A picture's credit carries no claim, the sentence before it may."""
    body = "The council voted on Tuesday to close the old bridge to lorries, engineers and drivers said."
    text = f"{body}\n\nThe bridge has stood since 1931. Photo: Jane Poe/Getty Images\n\n{body}"
    assert [span.of(text).strip() for span in article(text=text).headings] == ["Photo: Jane Poe/Getty Images"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2025-01-12", "2025-01-12"),
        ("Jan 12, 2025 11:09", "2025-01-12T11:09"),
        ("01/02/2025", None),
        ("soon", None),
    ],
)
def test_a_written_date_is_read_or_noted(given: str, expected: str | None) -> None:
    """A date with one reading becomes ISO; any other is dropped with a note."""
    read = article(text="One sentence.", published=given)
    assert (read.published, len(read.set_aside)) == (expected, 0 if expected else 1)


def test_unknown_fields_and_wrong_types_do_no_harm() -> None:
    """What is not known is ignored; metadata that is no string is left out; a number may be an id."""
    read = article(text="One.", id=7, title=5, outlet=None, extra={"a": 1})
    assert (read.id, read.title, read.outlet) == ("7", None, None)
