"""Every error that groundwire raises, each with an exit code, an HTTP status and a hint that says what to do.

    GroundwireError                      exit  http
    ├── UsageError                          2   400   nothing was started
    │   ├── SettingsError                             the configuration is wrong
    │   └── PromptError                               a prompt file, its slots or its lock are wrong
    ├── SourceError                         4   422   a source could not be read as an article
    │   ├── SourceNotFound                      404
    │   ├── UnreadableSource                          binary, encrypted, damaged, no text layer
    │   ├── UndecodableSource                         bytes that are not text in the encoding found
    │   ├── NotAnArticle                              empty, paywall, cookie wall, furniture only
    │   ├── MalformedLine                             a JSONL line that is not an article, claim or pair
    │   ├── FetchFailed                         502   the network or the server at the other end
    │   └── FetchRefused                        403   we do not connect there
    ├── ModelError                          5   502   the model or its provider failed
    │   ├── TransportFailed                           no answer: refused, reset, timed out
    │   ├── RateLimited                         429   told to wait
    │   ├── ProviderFailed                            the provider says that it failed (5xx)
    │   │   └── ModelLoading                    503   the server is still loading the model
    │   ├── KeyRejected                         401
    │   ├── QuotaExhausted                      402   the account at the provider has nothing left
    │   ├── ModelNotFound                       404
    │   ├── ModelNotLoaded                      503   weights on this machine: too little memory, or damaged
    │   ├── WeightsAltered                            the bytes of a local model are not those of the catalogue
    │   ├── ContextTooLong                      413
    │   ├── RequestRejected                     400   the provider does not accept the request
    │   ├── CostLimitReached                    402   --max-cost
    │   └── ReplyNotRecorded                          replaying, and this request was never recorded
    ├── OutputError                         6   502   the model answered, and the answer is of no use
    │   ├── UnusableOutput                            still not what the schema asks for, after repair
    │   ├── ReplyCut                                  cut by length with nothing complete in it
    │   ├── Refused                                   the model declined
    │   └── ContentFiltered                           the provider's filter withheld the answer
    └── StoreError                          7   503   the store, or the models folder, could not be read or written
        └── StoreTooNew                               written by a newer groundwire

Guarantees: every class pickles with its message and hint; messages hold no secret and no markup. An outcome such as
an unsupported claim is a value, not an error.
"""

from typing import Any, ClassVar


class GroundwireError(Exception):
    """Something could not be done. `message` says what was expected and found, `hint` what to do."""

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500
    default_hint: ClassVar[str] = ""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or self.default_hint

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by state, so that subclasses with more fields need nothing of their own."""
        return (_restore, (type(self), self.message, self.__dict__))

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


def _restore(kind: type[GroundwireError], message: str, state: dict[str, Any]) -> GroundwireError:
    error = kind.__new__(kind, message)
    Exception.__init__(error, message)
    error.__dict__.update(state)
    return error


class UsageError(GroundwireError):
    """The command or the configuration is wrong; nothing was started."""

    exit_code = 2
    http_status = 400


class SettingsError(UsageError):
    """A setting is unknown or its value is not acceptable."""


class PromptError(UsageError):
    """A prompt file, its slots, its version or its lock are wrong."""


class SourceError(GroundwireError):
    """A source could not be read as an article."""

    exit_code = 4
    http_status = 422


class SourceNotFound(SourceError):
    """There is nothing at the path or address named."""

    http_status = 404
    default_hint = "check the spelling of the path"


class UnreadableSource(SourceError):
    """A binary, encrypted or damaged file, or one without a text layer."""


class UndecodableSource(SourceError):
    """Bytes that are not text in the encoding found; the message gives the offset."""


class NotAnArticle(SourceError):
    """Empty, a paywall stub, a cookie wall, or nothing but page furniture."""


class MalformedLine(SourceError):
    """A line of a JSONL file that is not what the file should hold; the message gives the line number."""


class FetchFailed(SourceError):
    """The network, or the server at the other end, failed."""

    http_status = 502


class FetchRefused(SourceError):
    """An address, a scheme or a size that we do not connect to or take."""

    http_status = 403


class ModelError(GroundwireError):
    """The model or its provider failed."""

    exit_code = 5
    http_status = 502


class TransportFailed(ModelError):
    """No answer came: connection refused or reset, or timed out."""


class RateLimited(ModelError):
    """The provider asks to wait. `retry_after_s` is the wait that it asked for in seconds, or None."""

    http_status = 429

    def __init__(self, message: str, *, hint: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(message, hint=hint)
        self.retry_after_s = retry_after_s


class ProviderFailed(ModelError):
    """The provider says that it failed (5xx). `retry_after_s` as for `RateLimited`."""

    def __init__(self, message: str, *, hint: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(message, hint=hint)
        self.retry_after_s = retry_after_s


class ModelLoading(ProviderFailed):
    """The server is there and still loading the model; the same request goes well once that is done."""

    http_status = 503
    default_hint = "run it again when the server has loaded the model, or raise deadline_s"


class KeyRejected(ModelError):
    """The provider does not accept the API key, or there is none."""

    http_status = 401
    default_hint = "set OPENAI_API_KEY, or api_key in groundwire.toml"


class QuotaExhausted(ModelError):
    """The account at the provider has no credit left; waiting does not help."""

    http_status = 402
    default_hint = "add credit at the provider, or choose another --model"


class ModelNotFound(ModelError):
    """The endpoint has no model of that name."""

    http_status = 404
    default_hint = "check --model and --base-url"


class WeightsAltered(ModelError):
    """The bytes of a local model are not those that the catalogue names by size and SHA-256."""

    default_hint = "the file is not used; pull it again, or from another source with --from"


class ModelNotLoaded(ModelError):
    """A model on this machine cannot be loaded: memory is short, or the engine does not take its weights."""

    http_status = 503


class ContextTooLong(ModelError):
    """The request does not fit into the model's context."""

    http_status = 413
    default_hint = "use a smaller --chunk-tokens"


class RequestRejected(ModelError):
    """The provider does not accept the request. `parameter` names the part it complains of, where it says so."""

    http_status = 400

    def __init__(self, message: str, *, hint: str = "", parameter: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.parameter = parameter


class CostLimitReached(ModelError):
    """The next request could exceed --max-cost, so it was not sent."""

    http_status = 402
    default_hint = "raise --max-cost, or run again: what is done is kept"


class ReplyNotRecorded(ModelError):
    """Replaying, and there is no recorded reply to this request."""

    default_hint = "ask as it was recorded, or record anew: GROUNDWIRE_RECORD_TO=FOLDER with the same command"


class OutputError(GroundwireError):
    """The model answered, and the answer is of no use."""

    exit_code = 6
    http_status = 502


class UnusableOutput(OutputError):
    """The answer is still not what the schema asks for, after repair."""


class ReplyCut(OutputError):
    """The answer was cut by length and holds nothing complete."""

    default_hint = "raise --max-tokens, or use a smaller --chunk-tokens"


class Refused(OutputError):
    """The model declined to answer."""


class ContentFiltered(OutputError):
    """The provider's filter withheld the answer."""


class StoreError(GroundwireError):
    """The store, or the folder of local models, could not be read or written."""

    exit_code = 7
    http_status = 503


class StoreTooNew(StoreError):
    """The store was written by a newer version of groundwire."""

    default_hint = "upgrade groundwire, or name another store with --store"
