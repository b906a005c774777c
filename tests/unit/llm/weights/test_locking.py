"""The lock of a pull: one holder at a time, also at the moment in which the lock file is removed."""

import sys
import threading
from pathlib import Path

import pytest

from groundwire.llm.weights.locking import hold

HOLDERS = 8
TIMES = 200
LOOKS = 20


@pytest.fixture
def _hasty_threads():
    """Threads take turns thousands of times more often than usual, so that unlikely moments come about."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("_hasty_threads")
def test_there_is_never_more_than_one_holder(tmp_path: Path):
    """The file goes with each holder; who was opening it meanwhile does not hold what is gone."""
    at_once, most, held = 0, 0, 0
    together = threading.Barrier(HOLDERS)

    def take_turns() -> None:
        nonlocal at_once, most, held
        together.wait(20)
        for _ in range(TIMES):
            with hold(tmp_path / "locks" / "lock", waiting=lambda: None, sleep=lambda _: None):
                at_once += 1
                most = max(most, at_once)
                held += 1
                for _ in range(LOOKS):  # each lets the others run
                    tmp_path.stat()
                at_once -= 1

    threads = [threading.Thread(target=take_turns) for _ in range(HOLDERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert (most, held) == (1, HOLDERS * TIMES)
    assert list((tmp_path / "locks").iterdir()) == []


def test_who_waits_is_told_once(tmp_path: Path):
    """However often it looks."""
    path = tmp_path / "lock"
    told: list[str] = []
    looks: list[float] = []
    is_held, may_end = threading.Event(), threading.Event()

    def first() -> None:
        with hold(path, waiting=lambda: None, sleep=lambda _: None):
            is_held.set()
            may_end.wait(20)

    def look(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) == 3:
            may_end.set()
            holder.join(20)

    holder = threading.Thread(target=first)
    holder.start()
    assert is_held.wait(20)
    with hold(path, waiting=lambda: told.append("waiting"), sleep=look):
        assert (told, looks) == (["waiting"], [0.2] * 3)
