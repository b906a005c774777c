"""Where a model lives: the address checked, and its short form that holds no credentials."""

from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from pydantic import SecretStr

from groundwire.errors import SettingsError

OPENAI_BASE_URL = "https://api.openai.com/v1"


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """Where to send to. `api_key` None is for servers that want none; `timeout_s` is for one request as a whole."""

    base_url: str = OPENAI_BASE_URL
    api_key: SecretStr | None = None
    timeout_s: float = 120.0

    @property
    def name(self) -> str:
        """Host, port and path, without credentials."""
        return endpoint_of(self.base_url)

    @property
    def is_on_this_machine(self) -> bool:
        """Whether the address is one of this machine's own, which no proxy can reach."""
        host = urlsplit(self.base_url).hostname or ""
        return host in {"localhost", "::1"} or host.startswith("127.")


def check_base_url(base_url: str) -> str:
    """`base_url` without white space around it and without a slash at its end.

    Raises:
        SettingsError: it is not an http(s) URL with a host, or it holds a query, a fragment or credentials.
    """
    stripped = base_url.strip().rstrip("/")
    hint = "write it like https://host/v1 or http://localhost:11434/v1"
    parts = _split(stripped, hint)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(
            f"expected an http or https address as base URL, found {_masked(base_url)!r}", hint=hint
        )
    if parts.username is not None or parts.password is not None:
        raise SettingsError(
            f"expected a base URL without a user name or password, found {_masked(base_url)!r}",
            hint="give the key as OPENAI_API_KEY or api_key",
        )
    if parts.query or parts.fragment or any(character.isspace() for character in stripped):
        raise SettingsError(
            f"expected a base URL without query, fragment or spaces, found {base_url.strip()!r}", hint=hint
        )
    if parts.path.endswith("/chat/completions"):
        raise SettingsError(
            f"expected the address above /chat/completions as base URL, found {base_url.strip()!r}",
            hint="leave /chat/completions away: it is added",
        )
    return stripped


def endpoint_of(base_url: str) -> str:
    """Host, port where it is not the usual one, and path: what tells one endpoint from another.

    `https://Host:443/v1/` gives `host/v1`.
    """
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = "" if parts.port in {None, usual} else f":{parts.port}"
    return f"{host}{port}{parts.path.rstrip('/')}"


def _split(base_url: str, hint: str) -> SplitResult:
    try:
        parts = urlsplit(base_url)
        parts.port  # noqa: B018  # reading it is what checks it
    except ValueError as error:
        raise SettingsError(
            f"expected an http or https address as base URL, found {_masked(base_url)!r}: {error}", hint=hint
        ) from None
    return parts


def _masked(base_url: str) -> str:
    """The address as the user wrote it, without what stands before an `@`."""
    before, at, after = base_url.strip().rpartition("@")
    if not at:
        return after
    return f"{before.partition('//')[0]}//***@{after}"
