"""Quotations: planted spans are found exactly, and marks that are no quotations are left alone."""

import pytest

from groundwire.text.quotations import find_quotations


def _words(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "it is late" and left.', ["it is late"]),
        ("She said “it is late” and left.", ["it is late"]),
        ("Он сказал «уже поздно» и ушёл.", ["уже поздно"]),
        ("Sie sagte „es ist spät“ und ging.", ["es ist spät"]),
        ("Sie sagte »es ist spät« und ging.", ["es ist spät"]),
        ("They call it 'the long road' here.", ["the long road"]),
        ("They call it ‘the long road’ here.", ["the long road"]),
        ('The post read " [The mayor] lied" in full.', [" [The mayor] lied"]),
        ("‘The workers’ union agreed,’ she said.", ["The workers’ union agreed,"]),
    ],
)
def test_marks_of_each_kind(text: str, inner: list[str]) -> None:
    """Each pair of marks bounds the words between them."""
    assert _words(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union and the farmers' guild met.",
        "It isn't the '90s, and they'd rather not say.",
        'A 15" screen and a 21" screen stood there.',
        "The boys’ team beat the girls’ team.",
        "",
        '"',
        "''",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    """A mark that belongs to a word or a measure opens nothing."""
    assert find_quotations(text) == ()


def test_nested_quotations_carry_their_depth() -> None:
    """The inner quotation follows the outer one, one level deeper."""
    text = "“He told me ‘never again’ twice,” she said."
    assert [(q.inner.of(text), q.depth) for q in find_quotations(text)] == [
        ("He told me ‘never again’ twice,", 0),
        ("never again", 1),
    ]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    """The paragraph's end closes it, the next paragraph starts afresh, and the missing mark is told."""
    text = "“The river rose.\n\n“Then it fell,” the mayor said."
    assert [(q.inner.of(text), q.is_closed) for q in find_quotations(text)] == [
        ("The river rose.", False),
        ("Then it fell,", True),
    ]


def test_a_quotation_may_run_over_a_paragraph() -> None:
    """Without a new opening mark below, the closing mark there ends it."""
    text = 'He said, "The river rose.\n\nThen it fell." Nobody was hurt.'
    assert _words(text) == ["The river rose.\n\nThen it fell."]


def test_spans_hold_their_marks() -> None:
    """`span` is `inner` and the marks around it."""
    text = 'He said "yes" twice.'
    (quotation,) = find_quotations(text)
    assert quotation.span.of(text) == '"yes"'


def test_time_is_linear() -> None:
    """A quarter of a million marks that never find a partner do not hang."""
    assert find_quotations("‘a " * 250_000) == ()
