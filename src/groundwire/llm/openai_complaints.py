"""What the servers that speak Chat Completions mean by what they answer instead of a reply.

Each has its own status and its own wording for the same thing, and some say with a 500 what others say with a 400. Here the
status, the code and the words become one meaning. Pure; what is not recognised is judged by its status alone.

Guarantees: patterns are linear in the length of the words; a status that is unmistakable (401, 429) is never overruled by them.
"""

import re
from enum import Enum, auto


class Meaning(Enum):
    """What is wrong, as far as it decides what to do."""

    FILTERED = auto()
    TOO_LONG = auto()
    NO_CREDIT = auto()
    WRONG_KEY = auto()
    NO_MODEL = auto()
    NO_ENDPOINT = auto()
    NOT_LOADABLE = auto()
    LOADING = auto()
    TOO_MANY = auto()
    FAILED = auto()
    NOT_ACCEPTED = auto()
    NO_ANSWER = auto()


_FILTER_CODES = frozenset(
    {"content_filter", "content_policy_violation", "invalid_prompt", "ResponsibleAIPolicyViolation"}
)
_TOO_LONG = re.compile(
    r"context[ _](?:length|size|window|limit)|maximum context|exceed_context|prompt is too long|too many tokens"
    r"|context the overflows|reduce the length of|maximum (?:model|prompt) length|exceeds the maximum number of tokens"
    r"|max_tokens must be at least 1, got -|`inputs` tokens \+ `max_new_tokens`",
    re.IGNORECASE,
)
_NO_CREDIT = re.compile(
    r"insufficient_quota|insufficient[ _]balance|billing|exceeded your current quota|credit", re.IGNORECASE
)
_NO_ENDPOINT = re.compile(r"unexpected endpoint|unknown (?:url|endpoint|path)|no route", re.IGNORECASE)
_NO_MODEL = re.compile(
    r"model_not_found|invalid model name|unknown model|no models? (?:is |are )?loaded|model not exist"
    r"|\bmodel\b.{0,120}\b(?:not found|does not exist)",
    re.IGNORECASE,
)
_LOADING = re.compile(
    r"\bloading model|\bmodel\b.{0,120}\b(?:is (?:currently |still )?loading|being loaded)\b|model is not ready",
    re.IGNORECASE,
)
_GONE = re.compile(r"\bmodel (?:has |is |was )?(?:crashed|unloaded)|operation cancell?ed", re.IGNORECASE)
_NOT_LOADABLE = re.compile(
    r"(?:failed|unable) to load (?:the )?model|requires more (?:system|gpu)? ?memory|insufficient (?:system )?resources",
    re.IGNORECASE,
)
_BUSY = re.compile(r"server (?:is )?busy|pending requests|queue is full", re.IGNORECASE)
_NOT_ACCEPTED = re.compile(
    r"response_format|json[ _]schema|grammar|guided|structured output|jinja|chat template|system role|roles must alternate",
    re.IGNORECASE,
)
_ANY = {  # the first that is found counts
    Meaning.FAILED: _GONE,
    Meaning.NOT_LOADABLE: _NOT_LOADABLE,
    Meaning.LOADING: _LOADING,
    Meaning.NO_ENDPOINT: _NO_ENDPOINT,
}
_OF_FAILURES = {Meaning.TOO_MANY: _BUSY, Meaning.NOT_ACCEPTED: _NOT_ACCEPTED}
_OF_REFUSALS = {Meaning.NO_MODEL: _NO_MODEL}
_UNMISTAKABLE = {401: Meaning.WRONG_KEY, 403: Meaning.WRONG_KEY, 429: Meaning.TOO_MANY}
_BY_STATUS = {404: Meaning.NO_MODEL, 408: Meaning.NO_ANSWER, 409: Meaning.FAILED, 501: Meaning.NOT_ACCEPTED}


def meaning_of(status: int, code: str, words: str) -> Meaning:
    """What a response of `status` that is no reply means; `code` holds its code and type, `words` its message."""
    said = f"{code} {words}"
    if _FILTER_CODES & set(code.split()):
        return Meaning.FILTERED
    if status == 413 or (status != 429 and _TOO_LONG.search(said)):
        return Meaning.TOO_LONG
    if status == 402 or (status in {403, 429} and _NO_CREDIT.search(said)):
        return Meaning.NO_CREDIT
    if status in _UNMISTAKABLE:
        return _UNMISTAKABLE[status]
    return _by_words(said, is_failure=status >= 500) or _by_status(status)


def _by_words(said: str, *, is_failure: bool) -> Meaning | None:
    told = {**_ANY, **(_OF_FAILURES if is_failure else _OF_REFUSALS)}
    return next((meaning for meaning, pattern in told.items() if pattern.search(said)), None)


def _by_status(status: int) -> Meaning:
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return Meaning.FAILED if status >= 500 else Meaning.NOT_ACCEPTED
