"""From what follows `local:` to a file that may be loaded: the right bytes, or one line that says what to do."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from groundwire.errors import UsageError
from groundwire.llm.weights.resolve import Weights, looks_like_path, pinned_weights, resolve_weights
from weights_server import made_up_entry, made_up_weights

CONTENT = made_up_weights(50_000)
ENTRY = made_up_entry(CONTENT, source="https://example.org/made-up.gguf")
CATALOGUE = (ENTRY,)


def _refused(name: str, folder: Path) -> UsageError:
    with pytest.raises(UsageError) as caught:
        resolve_weights(name, folder, catalogue=CATALOGUE)
    return caught.value


def test_a_name_of_the_catalogue_gives_its_file(tmp_path: Path):
    """The right bytes under the right name are used, however they came there."""
    path = tmp_path / ENTRY.file
    path.write_bytes(CONTENT)
    assert resolve_weights("made-up", tmp_path, catalogue=CATALOGUE) == Weights(
        path=path, name="made-up", sha256=ENTRY.sha256, entry=ENTRY
    )


def test_what_was_not_pulled_names_the_command_that_pulls_it(tmp_path: Path):
    """The hint can be pasted."""
    assert _refused("made-up", tmp_path).hint == "groundwire models pull made-up"


def test_a_near_miss_is_answered_with_the_name(tmp_path: Path):
    """A slip of the finger is not sent looking for files."""
    assert _refused("madeup", tmp_path).hint == "did you mean made-up?"


@pytest.mark.parametrize(
    "content",
    [CONTENT[:-1], CONTENT + b"x", CONTENT[:-1] + bytes([CONTENT[-1] ^ 1]), b""],
    ids=["truncated", "too long", "one bit", "empty"],
)
def test_bytes_that_are_not_the_catalogues_are_never_given_out(tmp_path: Path, content: bytes):
    """Size and digest decide."""
    (tmp_path / ENTRY.file).write_bytes(content)
    error = _refused("made-up", tmp_path)
    assert (error.hint, "found other bytes" in error.message) == (
        "groundwire models pull made-up --force",
        True,
    )


def test_a_file_that_was_altered_after_it_was_proven_is_refused(tmp_path: Path):
    """What was right once is looked at again when it was written to."""
    path = tmp_path / ENTRY.file
    path.write_bytes(CONTENT)
    resolve_weights("made-up", tmp_path, catalogue=CATALOGUE)
    proven = path.stat().st_ctime_ns
    while path.stat().st_ctime_ns == proven:  # the clock of the file system has ticks
        path.write_bytes(CONTENT[:-1] + b"!")
    assert "found other bytes" in _refused("made-up", tmp_path).message


def test_any_gguf_file_can_be_named_by_its_path(tmp_path: Path):
    """A file of the user's own is known by its digest, and by the words that named it."""
    own = made_up_weights(1000, seed=2)
    path = tmp_path / "own.gguf"
    path.write_bytes(own)
    assert resolve_weights(str(path), tmp_path / "models", catalogue=CATALOGUE) == Weights(
        path=path, name=str(path), sha256=sha256(own).hexdigest(), entry=None
    )


def test_a_file_with_the_catalogues_bytes_is_that_model_wherever_it_lies(tmp_path: Path):
    """The digest decides, not the name: such a file gets its entry, and with it its prompts."""
    path = tmp_path / "renamed.bin"
    path.write_bytes(CONTENT)
    assert resolve_weights(str(path), tmp_path / "models", catalogue=CATALOGUE).entry == ENTRY


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "an empty file"),
        (b"GGU", "a text file"),
        (b"vm\nx", "a text file"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"\x80\x02}q", "a file of another format"),
    ],
)
def test_a_file_that_is_no_gguf_is_told_so(tmp_path: Path, content: bytes, kind: str):
    """The first four bytes say it; what it is stands in words."""
    path = tmp_path / "other.gguf"
    path.write_bytes(content)
    assert _refused(str(path), tmp_path).message == (f"expected a GGUF file at {str(path)!r}, found {kind}")


@pytest.mark.parametrize(
    "text", ["./none.gguf", "none.gguf", "/", ".", "~nobody-of-this-name/x.gguf", "/a\0b.gguf"]
)
def test_a_path_with_nothing_to_load_is_one_clear_line(tmp_path: Path, text: str):
    """Nothing there, a folder, a home that is none, a name that is none."""
    assert _refused(text, tmp_path).hint == "check the path"


def test_replaying_needs_a_name_and_no_file(tmp_path: Path):
    """The same weights are named as if they had been pulled, so that the same requests are found."""
    pinned = pinned_weights("made-up", tmp_path, catalogue=CATALOGUE)
    (tmp_path / ENTRY.file).write_bytes(CONTENT)
    assert pinned == resolve_weights("made-up", tmp_path, catalogue=CATALOGUE)


def test_replaying_weights_of_the_users_own_needs_their_file(tmp_path: Path):
    """Only the file itself can say which bytes it holds."""
    with pytest.raises(UsageError, match=r"expected a GGUF file at '\./own\.gguf', found none"):
        pinned_weights("./own.gguf", tmp_path, catalogue=CATALOGUE)


def test_a_tilde_is_the_users_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """As the shell would have it, had the prefix not been in the way."""
    (tmp_path / "own.gguf").write_bytes(CONTENT)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert resolve_weights("~/own.gguf", tmp_path, catalogue=CATALOGUE).path == tmp_path / "own.gguf"


def test_names_and_paths_are_told_apart():
    """A dot inside a name is no path; a separator, a leading dot or tilde, or the ending is."""
    texts = ["qwen2.5-coder-1.5b", "a/b", "./b", "~/b", "b.GGUF", ".b", f"a{os.sep}b"]
    assert [looks_like_path(text) for text in texts] == [False, True, True, True, True, True, True]
