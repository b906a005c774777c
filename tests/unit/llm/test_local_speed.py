"""When it is said that a local model crawls."""

import logging

import pytest

from groundwire.llm.local_speed import SpeedWatch


class _Kept(logging.Handler):
    """Keeps what is said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def watch(*replies: list[tuple[float, int]]) -> list[str]:
    """What is said after these readings of seconds and tokens written, of one reply after another."""
    notes, kept = logging.getLogger("groundwire.notes"), _Kept()
    notes.addHandler(kept)
    try:
        times = iter([seconds for readings in replies for seconds, _ in readings])
        seen = SpeedWatch("local:tiny", clock=lambda: next(times))
        for readings in replies:
            seen.begin()
            for _, written in readings:
                seen.see(written)
    finally:
        notes.removeHandler(kept)
    return kept.said


def test_a_crawl_is_told_once_with_what_to_do() -> None:
    """Half a token a second for half a minute; the second time it is known already."""
    said = watch([(0, 1), (30, 16), (60, 31)], [(70, 1), (110, 3)])
    assert len(said) == 1
    assert "local:tiny writes 0.5 tokens a second" in said[0]
    assert "GROUNDWIRE_THREADS=1" in said[0]


@pytest.mark.parametrize(
    "replies",
    [
        [[(0, 1), (19, 2)]],
        [[(0, 1), (30, 61), (60, 121)]],
        [[(0, 1), (15, 30)], [(60, 31), (70, 60)]],
        [[(0, 5)]],
    ],
)
def test_nothing_is_said_too_soon(replies: list[list[tuple[float, int]]]) -> None:
    """Short waits, fast writing, and the time in which the next request is read are no crawl."""
    assert watch(*replies) == []
