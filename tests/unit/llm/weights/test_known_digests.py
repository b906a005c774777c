"""Remembered digests: given out only while the file is what it was."""

import os
from hashlib import sha256
from pathlib import Path

from groundwire.llm.weights.known_digests import compute_digest, known_digest, remembered_digest

CONTENT = b"some bytes"
RIGHT = sha256(CONTENT).hexdigest()


def _file(folder: Path) -> Path:
    path = folder / "file.bin"
    path.write_bytes(CONTENT)
    return path


def test_a_digest_is_remembered_once_it_was_computed(tmp_path: Path):
    """Nothing is known of a file before it was read, and its digest afterwards."""
    path = _file(tmp_path)
    before = remembered_digest(path, tmp_path)
    assert (before, known_digest(path, tmp_path), remembered_digest(path, tmp_path)) == ("", RIGHT, RIGHT)


def test_other_bytes_of_the_same_size_are_noticed_though_the_time_of_writing_is_put_back(tmp_path: Path):
    """The time of the inode's last change cannot be put back, so a write is never hidden."""
    path = _file(tmp_path)
    compute_digest(path, tmp_path)
    was = path.stat()
    while path.stat().st_ctime_ns == was.st_ctime_ns:  # the clock of the file system has ticks
        path.write_bytes(b"SOME BYTES")
        os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert path.stat().st_mtime_ns == was.st_mtime_ns
    assert remembered_digest(path, tmp_path) == ""
    assert known_digest(path, tmp_path) == sha256(b"SOME BYTES").hexdigest()


def test_a_file_that_replaces_another_is_read_anew(tmp_path: Path):
    """What is remembered is of the file, not of its name."""
    path = _file(tmp_path)
    compute_digest(path, tmp_path)
    other = tmp_path / "other.bin"
    other.write_bytes(b"SOME BYTES")
    other.replace(path)
    assert known_digest(path, tmp_path) == sha256(b"SOME BYTES").hexdigest()


def test_a_damaged_note_is_no_note(tmp_path: Path):
    """Half a line of JSON, or JSON of another shape, only costs reading the file."""
    path = _file(tmp_path)
    for damage in ("{", "[]", '{"sha256": "00"}'):
        compute_digest(path, tmp_path)
        for note in (tmp_path / ".digests").iterdir():
            note.write_text(damage)
        assert (remembered_digest(path, tmp_path), known_digest(path, tmp_path)) == ("", RIGHT)


def test_without_a_folder_to_remember_in_the_digest_is_computed(tmp_path: Path):
    """A folder that cannot be made costs time and nothing else."""
    path = _file(tmp_path)
    in_the_way = tmp_path / "in-the-way"
    in_the_way.write_text("a file, not a folder")
    assert known_digest(path, in_the_way) == RIGHT
    assert remembered_digest(path, in_the_way) == ""


def test_a_link_and_its_file_share_what_is_known(tmp_path: Path):
    """A model that is linked from elsewhere is not read twice."""
    path = _file(tmp_path)
    compute_digest(path, tmp_path)
    link = tmp_path / "link.bin"
    link.symlink_to(path)
    assert remembered_digest(link, tmp_path) == RIGHT
