"""Opening a store: where it is, what it may be, and what is said when it cannot be used."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from groundwire.errors import StoreError, StoreTooNew
from groundwire.store.database import Store, open_store
from groundwire.store.location import default_path
from groundwire.store.migrations import APPLICATION_ID, VERSION


def test_the_file_and_its_folder_are_the_owners_only(tmp_path: Path) -> None:
    """Articles and replies are nobody else's business; SQLite's companion files neither."""
    path = tmp_path / "new" / "store.sqlite3"
    with open_store(path) as store:
        store.replies.put("d", "ice")
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert set(modes.values()) == {0o600}
    assert len(modes) == 3
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_readers_do_not_wait_for_a_writer(tmp_path: Path) -> None:
    """While one connection writes, another one reads what was there before."""
    path = tmp_path / "s"
    with open_store(path) as writing, open_store(path) as reading:
        writing.replies.put("d", "old")
        with writing._connection.transaction():
            writing._connection.change("UPDATE reply SET text = CAST('new' AS BLOB)")
            assert reading.replies.get("d") == "old"
        assert reading.replies.get("d") == "new"


def _put_twice(store: Store) -> None:
    with store._connection.transaction():
        for _ in range(2):
            store._connection.change("INSERT INTO reply VALUES ('d', x'00', 0)")


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """All of it or none of it."""
    with open_store(tmp_path / "s") as store:
        with pytest.raises(StoreError):
            _put_twice(store)
        assert store.replies.get("d") is None


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    """It may hold what we do not understand."""
    path = tmp_path / "s"
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(StoreTooNew, match=f"version {VERSION} or older, found version {VERSION + 1}"):
        open_store(path)


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Not a byte of it changes."""
    path = tmp_path / "s"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="database of another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """With the advice to move it away or to use another place."""
    path = tmp_path / "s"
    path.write_text("Dear diary, " * 100)
    with pytest.raises(StoreError) as caught:
        open_store(path)
    assert "not a store" in caught.value.hint


def test_a_damaged_store_is_an_error_with_a_hint(tmp_path: Path) -> None:
    """Pages full of noise are found at the latest when they are read."""
    path = tmp_path / "s"
    with open_store(path) as store:
        for number in range(200):
            store.replies.put(f"d{number}", "ice " * 100)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(StoreError) as caught, open_store(path) as store:
        store.replies.get("d7")
    assert "damaged" in caught.value.hint


def test_a_path_that_cannot_be_is_an_error(tmp_path: Path) -> None:
    """A folder, a file below a file, a name with a NUL."""
    (tmp_path / "file").write_text("")
    for path in (tmp_path, tmp_path / "file" / "s", Path("a\0b")):
        with pytest.raises(StoreError):
            open_store(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_an_error(tmp_path: Path) -> None:
    """With the advice to use another place."""
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="Permission denied") as caught:
        open_store(tmp_path / "s")
    assert "--store" in caught.value.hint


def test_a_store_is_marked_as_ours(tmp_path: Path) -> None:
    """Version and application stand in the file's header, and opening again changes nothing."""
    path = tmp_path / "s"
    for _ in range(2):
        open_store(path).close()
    connection = sqlite3.connect(path)
    numbers = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id")
    ]
    connection.close()
    assert numbers == [VERSION, APPLICATION_ID]


def test_every_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that SQLite would take for a database in memory."""
    monkeypatch.chdir(tmp_path)
    with open_store(Path(":memory:")) as store:
        store.replies.put("d", "ice")
    with open_store(tmp_path / ":memory:") as store:
        assert store.replies.get("d") == "ice"


def test_closing_twice_does_nothing(tmp_path: Path) -> None:
    """And using it after that is an error of ours."""
    store = open_store(tmp_path / "s")
    store.close()
    store.close()
    with pytest.raises(StoreError):
        store.replies.get("d")


def test_the_store_lies_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`XDG_DATA_HOME` is followed when it is absolute, and ignored when it is not, as its specification says."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_path() == tmp_path / "groundwire" / "groundwire.sqlite3"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_path().is_relative_to(tmp_path)
