"""Settings: which source wins, where a value is from, and what is refused."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from groundwire.errors import SettingsError
from groundwire.settings import load_settings


@pytest.fixture(autouse=True)
def empty_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, a home and an environment in which nothing is set."""
    for name in list(os.environ):
        if name.startswith(("GROUNDWIRE_", "OPENAI_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)


def test_a_flag_wins_over_the_environment_over_the_file_over_the_default(monkeypatch: pytest.MonkeyPatch):
    """Each layer wins over those below it, and each value knows its layer."""
    Path("groundwire.toml").write_text("concurrency = 2\nseed = 2\nchunk_tokens = 2000\n")
    monkeypatch.setenv("GROUNDWIRE_CONCURRENCY", "3")
    monkeypatch.setenv("GROUNDWIRE_SEED", "3")
    loaded = load_settings({"concurrency": 5})
    settings = loaded.settings
    assert (settings.concurrency, settings.seed, settings.chunk_tokens, settings.attempts) == (5, 3, 2000, 4)
    origins = [loaded.origins.by_name[name] for name in ("concurrency", "seed", "chunk_tokens", "attempts")]
    assert origins == ["--concurrency", "GROUNDWIRE_SEED", "groundwire.toml", "default"]


def test_a_key_never_decides_which_model_runs(monkeypatch: pytest.MonkeyPatch):
    """With a key in the environment and no model named, no language model is used."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-something")
    assert load_settings().settings.uses_language_model is False


def test_a_key_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch):
    """Neither the text of the settings nor a complaint about them holds the key."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    assert "sk-very-secret" not in repr(load_settings()) + str(
        load_settings().settings.model_dump(mode="json")
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("modle = 'x'", "did you mean model?"),
        ("concurrency = 'many'", "'concurrency' (from groundwire.toml)"),
        ("concurrency = ", "expected TOML"),
        ("concurrency = 0", "setting 'concurrency' (from groundwire.toml): expected at least 1, found 0"),
        ("timeout_s = 0", "setting 'timeout_s' (from groundwire.toml): expected more than 0, found 0"),
        ("passes = 9", "setting 'passes' (from groundwire.toml): expected at most 5, found 9"),
        (
            "cache = 'perhaps'",
            "setting 'cache' (from groundwire.toml): expected true or false, found 'perhaps'",
        ),
        ("seed = 1.5", "setting 'seed' (from groundwire.toml): expected a whole number, found 1.5"),
        ("model = 3", "setting 'model' (from groundwire.toml): expected text, found 3"),
        ("prompt = 3", "setting 'prompt' (from groundwire.toml): expected a list, found 3"),
        ("store = 3", "setting 'store' (from groundwire.toml): expected a path, found 3"),
    ],
)
def test_a_wrong_file_is_refused(content: str, said: str):
    """What is wrong with the file is said, with where it stands."""
    Path("groundwire.toml").write_text(content)
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "address", ["https://me:sk-1234@host/v1", "https://host/v1?key=sk-1234", "https://host/v1#sk-1234"]
)
def test_an_address_that_may_hold_a_key_is_not_quoted(address: str):
    """It is refused with where keys go, and shown nowhere, by `config show` neither."""
    Path("groundwire.toml").write_text(f"base_url = '{address}'")
    with pytest.raises(SettingsError, match="the key goes into api_key") as refused:
        load_settings()
    assert "sk-1234" not in str(refused.value)


@pytest.mark.parametrize("name", ["api_key", "judge_api_key", "seed"])
def test_what_may_be_a_key_is_not_quoted(name: str):
    """A key that is no text, or that stands where a number belongs, is refused without being shown."""
    value = "sk-0123456789abcdef0123456789abcdef"
    Path("groundwire.toml").write_text(f"{name} = ['{value}']" if name != "seed" else f"{name} = '{value}'")
    with pytest.raises(SettingsError, match="found something else") as refused:
        load_settings()
    assert "sk-" not in str(refused.value)


def test_a_configuration_file_that_was_named_must_be_there(monkeypatch: pytest.MonkeyPatch):
    """A named file that is missing is not passed over in silence."""
    monkeypatch.setenv("GROUNDWIRE_CONFIG", "elsewhere.toml")
    with pytest.raises(SettingsError, match=r"elsewhere\.toml"):
        load_settings()


def test_prompt_versions_are_split_at_commas(monkeypatch: pytest.MonkeyPatch):
    """The environment holds a list as commas."""
    monkeypatch.setenv("GROUNDWIRE_PROMPT", "extract_claims@2, brief_story@1")
    assert load_settings().settings.prompt == ("extract_claims@2", "brief_story@1")


def _is_folder() -> str:
    Path("groundwire.toml").mkdir()
    return "expected a configuration file at 'groundwire.toml', found a folder"


def _is_folder_in_users_folder() -> str:
    Path("config/groundwire/groundwire.toml").mkdir(parents=True)
    return "groundwire/groundwire.toml', found a folder"


def _is_file_for_a_folder() -> str:
    Path("config").mkdir()
    Path("config/groundwire").write_text("model = 'm'")
    return "config/groundwire', found a file"


def _is_file_for_the_folder_above() -> str:
    Path("config").write_text("model = 'm'")
    return "config', found a file"


def _is_no_utf_8() -> str:
    Path("groundwire.toml").write_bytes(b"model = 'caf\xe9'")
    return "expected TOML in 'groundwire.toml', found bytes that are not UTF-8, the first at 12"


def _is_no_toml() -> str:
    Path("groundwire.toml").write_text("model =\n")
    return "expected TOML in 'groundwire.toml', found something else: Invalid value (at line 1"


@pytest.mark.parametrize(
    "put",
    [
        _is_folder,
        _is_folder_in_users_folder,
        _is_file_for_a_folder,
        _is_file_for_the_folder_above,
        _is_no_utf_8,
        _is_no_toml,
    ],
)
def test_a_configuration_that_cannot_be_read_is_told(put: Callable[[], str]):
    """What is there and is no configuration is not passed over, and is said in words."""
    said = put()
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert said in refused.value.message
    assert "Errno" not in refused.value.message


def test_a_path_that_the_system_refuses_is_told(monkeypatch: pytest.MonkeyPatch):
    """As with a folder that may not be looked into: any fault of the system is an error of ours."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "/" + "x" * 300)
    with pytest.raises(
        SettingsError, match=r"could not look for a configuration file at .*: file name too long"
    ):
        load_settings()
