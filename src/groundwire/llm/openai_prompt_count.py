"""Whether an endpoint has read the whole prompt, told from the count of tokens that it reports.

Some servers shorten a prompt that does not fit their context and answer as if nothing had happened: Ollama drops the
older half of it (`num_ctx`, 4,096 tokens unless it is told otherwise), and llama.cpp did so before it learnt to refuse. A claim about
half an article that passes for the whole one is the worst that can happen here, so it is an error.

Guarantees: pure. A count that a tokeniser could have come to is never taken for a shortened one: no vocabulary in use
gets 5.5 characters of English into a token on average. Since what is left of
a shortened prompt is about half of the context, the whole is at least twice what was counted, and that is found.
Prompts of ours have 3.1 to 3.9 characters to a token (English to German, vocabularies of 49 and 152 thousand).
"""

import re
from collections.abc import Mapping
from typing import Any

from groundwire.domain.exchange import ModelRequest
from groundwire.errors import ContextTooLong

_ASCII = 5.5  # characters to a token, on average over a prompt: more than any vocabulary in use reaches
_ALPHABETIC = 4.5  # the same in other alphabets
_IDEOGRAM = 2.5  # and in scripts that write a word with one or two characters
_IDEOGRAMS = re.compile("[\u2e80-\U0010ffff]+")
_RULE = re.compile(r"([\W_])\1{3,}")  # a ruled line is a token or two, however long it is
_FEWEST = 256  # tokens: no server runs with a context that leaves less, and one that counts only what was not cached may


def check_all_was_read(request: ModelRequest, usage: Mapping[str, Any], *, endpoint: str) -> None:
    """Compare the prompt tokens in `usage`, where it reports them, with the text that was sent.

    Raises:
        ContextTooLong: the endpoint has read less than was sent.
    """
    counted = _prompt_tokens(usage)
    if counted < _FEWEST:
        return
    at_least = sum(_fewest_tokens(message.content) for message in request.messages)
    if counted < at_least:
        raise ContextTooLong(
            f"expected {endpoint} to read a prompt of at least {at_least:.0f} tokens, found that it read {counted}: "
            "the server has shortened it to fit its context",
            hint="raise the server's context length (Ollama: OLLAMA_CONTEXT_LENGTH), or use a smaller --chunk-tokens",
        )


def _prompt_tokens(usage: Mapping[str, Any]) -> int:
    """What was read, those tokens included that came from a cache and that some endpoints leave out."""
    counted = usage.get("prompt_tokens")
    details = usage.get("prompt_tokens_details")
    cached = details.get("cached_tokens") if isinstance(details, Mapping) else None
    if not isinstance(counted, int):
        return 0
    return counted + cached if isinstance(cached, int) and cached > counted else counted


def _fewest_tokens(text: str) -> float:
    """How many tokens `text` is at least."""
    words = _RULE.sub(r"\1", text)
    ascii_ = len(words.encode("ascii", "ignore"))
    ideograms = sum(map(len, _IDEOGRAMS.findall(words)))
    return ascii_ / _ASCII + ideograms / _IDEOGRAM + (len(words) - ascii_ - ideograms) / _ALPHABETIC
