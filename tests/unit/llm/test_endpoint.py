"""Base URLs: which are taken, how they are named, and what is said of the others."""

import pytest

from groundwire.errors import SettingsError
from groundwire.llm.endpoint import check_base_url, endpoint_of


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("https://api.openai.com/v1", "api.openai.com/v1"),
        (" https://API.openai.com:443/v1/ ", "api.openai.com/v1"),
        ("http://localhost:11434/v1", "localhost:11434/v1"),
        ("http://[::1]:8080", "[::1]:8080"),
        ("http://127.0.0.1", "127.0.0.1"),
    ],
)
def test_an_endpoint_is_named_by_host_port_and_path(base_url: str, expected: str) -> None:
    """Spellings of one address have one name, because the name is part of every request's digest."""
    assert endpoint_of(check_base_url(base_url)) == expected


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "localhost:11434",
        "localhost",
        "htp://localhost/v1",
        "http://",
        "http:///v1",
        "ftp://host/v1",
        "http://host:port/v1",
        "http://host:99999/v1",
        "http://[::1/v1",
        "http://ho st/v1",
        "https://host/v1?key=1",
        "https://host/v1#x",
        "https://host/v1/chat/completions",
    ],
)
def test_a_typo_is_named_with_how_to_write_it(base_url: str) -> None:
    """Nothing that is no base URL gets as far as a connection."""
    with pytest.raises(SettingsError) as caught:
        check_base_url(base_url)
    assert caught.value.hint


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    """Credentials do not belong in an address that is shown and stored, and the message does not show them."""
    with pytest.raises(SettingsError) as caught:
        check_base_url("https://me:hunter2@host/v1")
    assert "hunter2" not in str(caught.value)
