"""Any text as Markdown shows exactly that text; a CommonMark parser is the judge."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from groundwire.render.literal import literal
from groundwire.render.visible import one_line

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

CONTEXTS = (
    "{}\n",
    "- {}\n",
    "3. {} [1·4]\n",
    "## {}\n",
    "- a\n  - {}\n",
    "**{}**\n",
    "*— {}*\n",
    "a [1·4] {} (b)\n",
)

PIECES = ("https://", "&lt;", "www.", *"*_`~[](){}<>#+-=|!\\&;:.@/'\"1290abx \t\n")
MARKUP = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)

PROSE = (
    'The minister\'s office said: "No comment." It cost $3.5 million (about 3.2 million euros), up 4%.',
    "«Нет», — сказал он; см. также: http-сервер, 3–4 марта, № 7, snake_case_name, A/B & C.",
    "He [Ivan] left at 10.30 - nobody + nothing = zero; rock'n'roll #1 | part 2 > part 1",
    "~3,000 people, some-one@home, e.g. 5 * wait: no",
)


def shown(markdown: str) -> tuple[str, set[str]]:
    """The text that a reader sees, and the kinds of inline tokens that made it."""
    text, kinds = "", set()
    for token in PARSER.parse(markdown):
        for child in token.children or ():
            kinds.add(child.type)
            text += child.content
    return text, kinds


@pytest.mark.parametrize("context", CONTEXTS)
@given(text=st.one_of(MARKUP, st.text(max_size=40)))
@example(text="[x](y)")
@example(text="~~x~~")
@example(text="1. x")
@example(text="x #")
@example(text="[1·4]: x")
@example(text="![x][y] <a@b.c> https://a.example")
def test_any_text_is_shown_as_it_is_wherever_it_stands(context: str, text: str) -> None:
    """In a paragraph, list item, heading or emphasis, the parser sees the words and no markup of theirs."""
    words = one_line(text) or "x"
    expected, own = shown(context.format("word"))
    assert shown(context.format(literal(words))) == (expected.replace("word", words), own)


@given(text=st.one_of(MARKUP, st.text(max_size=60)))
def test_the_blocks_of_a_page_do_not_depend_on_its_words(text: str) -> None:
    """No text opens a list, a quotation, a table, a rule, code or a definition."""
    frame = "# t\n\n- {}\n- b\n\n--- | ---\n\n{}\n\n[1·4] c\n"
    blocks = [token.type for token in PARSER.parse(frame.format(literal(text or "x"), literal(text or "x")))]
    plain = [token.type for token in PARSER.parse(frame.format("x", "x"))]
    assert blocks == plain or not one_line(text)


@pytest.mark.parametrize("prose", PROSE[:2])
def test_prose_is_not_cluttered(prose: str) -> None:
    """Full stops, apostrophes, quotation marks, brackets, dashes and currency stay bare."""
    assert literal(prose) == prose


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("*bold* and _this_", r"\*bold\* and \_this\_"),
        ("[x](javascript:alert(1))", r"[x\](javascript:alert(1))"),
        ("<script>", "&lt;script>"),
        ("AT&T &amp; co", "AT&T &amp;amp; co"),
        (
            "see https://a.example, www.b.example or me@c.example",
            r"see https\://a.example, www\.b.example or me\@c.example",
        ),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("12. no number", r"12\. no number"),
        ("12.5 per cent", "12.5 per cent"),
        ("> no quotation", r"\> no quotation"),
        ("two\nlines\u2028here", "two lines here"),
        ("\x1b[31mred\u202e", "⟨U+001B⟩[31mred⟨U+202E⟩"),
        ("~~struck~~ ~3,000", r"\~\~struck\~\~ ~3,000"),
        ("[^1] and [x]: y", r"\[^1] and [x\]: y"),
        ("C# is a language #", r"C# is a language \#"),
    ],
)
def test_what_would_be_markup_is_escaped_and_nothing_else(text: str, markdown: str) -> None:
    """Each kind of markup is disarmed by the fewest characters."""
    assert literal(text) == markdown
