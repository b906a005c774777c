"""Replies are kept by digest."""

from pathlib import Path

import pytest

from groundwire.store.database import open_store


@pytest.mark.parametrize(
    "text", ["ice", "", "half \ud800 a pair", "nul \x00 inside", "l\u2028s\u0085", "🧊" * 1000]
)
def test_what_was_put_is_got(tmp_path: Path, text: str) -> None:
    """Any text, also after closing and opening again."""
    path = tmp_path / "store.sqlite3"
    with open_store(path) as store:
        store.replies.put("d", text)
    with open_store(path) as store:
        assert store.replies.get("d") == text


def test_what_was_not_put_is_none(tmp_path: Path) -> None:
    """A miss is None."""
    with open_store(tmp_path / "store.sqlite3") as store:
        assert store.replies.get("d") is None


def test_the_last_one_put_wins(tmp_path: Path) -> None:
    """A reply that is asked for again replaces the old one."""
    with open_store(tmp_path / "store.sqlite3") as store:
        store.replies.put("d", "old")
        store.replies.put("d", "new")
        assert (store.replies.get("d"), store.replies.count()) == ("new", 1)


def test_old_replies_are_pruned(tmp_path: Path) -> None:
    """Age is counted from when the reply was stored."""
    now = [1000.0]
    with open_store(tmp_path / "store.sqlite3", clock=lambda: now[0]) as store:
        store.replies.put("old", "a")
        now[0] = 2000.0
        store.replies.put("young", "b")
        assert store.replies.prune(older_than_s=500) == 1
        assert (store.replies.get("old"), store.replies.get("young")) == (None, "b")


def test_a_damaged_reply_is_as_good_as_none(tmp_path: Path) -> None:
    """It will be asked for again, and replaced."""
    with open_store(tmp_path / "store.sqlite3") as store:
        store.replies.put("d", "ice")
        store._connection.change("UPDATE reply SET text = x'ff'")
        assert store.replies.get("d") is None
