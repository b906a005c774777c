"""The bar of a transfer: one line that fits, keeps its place, and tells a speed only when there is one."""

import io
from contextlib import redirect_stderr

import pytest

from groundwire.cli.transfer_bar import TransferBar, bar_line
from groundwire.llm.weights.sizes import size_words

MB = 1_000_000


def test_the_line_fits_whatever_the_width():
    """A line that wraps cannot be painted over."""
    lines = {
        width: bar_line("made-up", 300 * MB, 1117 * MB, speed=12.3 * MB, width=width) for width in range(200)
    }
    assert {width: line for width, line in lines.items() if len(line) > width} == {}


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (
            100,
            "made-up  [#######-----------------------]   25 %  250.0 MB of 1.00 GB    5.0 MB/s     2:30 left",
        ),
        (72, "made-up  [#####----------------]   25 %  250.0 MB of 1.00 GB    5.0 MB/s"),
        (56, "made-up  [####-------------]   25 %  250.0 MB of 1.00 GB"),
        (30, "made-up  [###---------]   25 %"),
        (12, "made-up   25"),
    ],
)
def test_what_matters_least_goes_first(width: int, line: str):
    """The remaining time, then the speed, then the sizes."""
    assert bar_line("made-up", 250 * MB, 1000 * MB, speed=5 * MB, width=width) == line


def test_the_bar_has_one_length_from_beginning_to_end():
    """It grows inside its brackets, not over them."""
    lines = [bar_line("m", done * MB, 1000 * MB, speed=5 * MB, width=80) for done in (0, 1, 99, 500, 1000)]
    assert {line.index("]") for line in lines} == {lines[0].index("]")}


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (98_362_432, "98.4 MB"),
        (1_117_320_768, "1.12 GB"),
        (10**13, "10000.00 GB"),
    ],
)
def test_sizes_are_told_in_powers_of_ten(count: int, words: str):
    """As disks and networks have them."""
    assert size_words(count) == words


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


def _transfer(bar: TransferBar, clock: Clock) -> None:
    bar.begin("made-up", 1000 * MB, 0)
    for done in range(0, 1001, 100):
        bar.at(done * MB)
        clock.now += 1
    bar.end()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "100")
    return Terminal()


def test_on_a_terminal_one_line_is_painted_again_and_again(terminal: Terminal):
    """It ends full, with the speed of the last seconds, on a line of its own."""
    clock = Clock()
    with redirect_stderr(terminal):
        _transfer(TransferBar(quiet=False, clock=clock), clock)
    assert terminal.getvalue().count("\n") == 1
    assert terminal.getvalue().rsplit("\r", 1)[1].split() == [
        "made-up", f"[{'#' * 30}]", "100", "%", "1.00", "GB", "of", "1.00", "GB", "100.0", "MB/s",
    ]  # fmt: skip


def test_a_transfer_that_nothing_comes_of_shows_no_bar(terminal: Terminal):
    """An address that does not answer is told in words."""
    with redirect_stderr(terminal):
        bar = TransferBar(quiet=False, clock=Clock())
        bar.begin("made-up", 1000, 0)
        bar.at(0)
        bar.end()
    assert terminal.getvalue() == ""


def test_a_transfer_that_goes_on_counts_no_speed_for_what_was_there(terminal: Terminal):
    """What came in an earlier process did not come in this second, nor did the wait for an answer bring anything."""
    clock = Clock()
    with redirect_stderr(terminal):
        bar = TransferBar(quiet=False, clock=clock)
        bar.begin("made-up", 1000 * MB, 800 * MB)
        clock.now += 60  # until somebody answers
        bar.at(801 * MB)
        clock.now += 1
        bar.at(811 * MB)
    assert "10.0 MB/s" in terminal.getvalue()


def test_elsewhere_each_quarter_is_a_line(capsys: pytest.CaptureFixture[str]):
    """A log of a long pull shows that it lives."""
    clock = Clock()
    _transfer(TransferBar(quiet=False, clock=clock), clock)
    assert capsys.readouterr().err.splitlines() == [
        "made-up: 30 %, 300.0 MB of 1.00 GB, 100.0 MB/s, 0:07 left",
        "made-up: 50 %, 500.0 MB of 1.00 GB, 100.0 MB/s, 0:05 left",
        "made-up: 80 %, 800.0 MB of 1.00 GB, 100.0 MB/s, 0:02 left",
    ]


def test_quiet_shows_nothing(terminal: Terminal):
    """No bar and no notes."""
    clock = Clock()
    with redirect_stderr(terminal):
        bar = TransferBar(quiet=True, clock=clock)
        bar.note("a note")
        _transfer(bar, clock)
    assert terminal.getvalue() == ""


def test_a_note_is_one_line_without_control_characters(capsys: pytest.CaptureFixture[str]):
    """What a server says cannot paint on the terminal."""
    TransferBar(quiet=False).note("a\nb\x1b[2J")
    assert capsys.readouterr().err == "a b\\x1b[2J\n"
