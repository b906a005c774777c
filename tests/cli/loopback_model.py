"""A model on loopback that reads the prompt it gets: every numbered sentence becomes a claim, the first ones a summary."""

import json
import re
from collections.abc import Mapping
from typing import Any

from stub_server import Answer, Seen, completion

_NUMBERED = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)


def answer(seen: Seen) -> Answer:
    """What a diligent model would answer to one of our prompts."""
    return completion(json.dumps(_reply(seen)), tokens=(100, 50))


def task_of(seen: Seen) -> str:
    """The kind of reply that the request asks for."""
    properties = seen.body["response_format"]["json_schema"]["schema"]["properties"]
    return "claims" if set(properties) == {"claims"} else "summary" if "points" in properties else "briefing"


def numbered(seen: Seen) -> list[tuple[int, str]]:
    """The numbered sentences of the article, without those of the prompt's worked example."""
    article = seen.body["messages"][1]["content"]
    return [(int(number), words) for number, words in _NUMBERED.findall(article)]


def _reply(seen: Seen) -> Mapping[str, Any]:
    sentences = numbered(seen)
    if task_of(seen) == "claims":
        return {"claims": [_claim(number, words) for number, words in sentences]}
    if task_of(seen) == "summary":
        cited = [{"sentences": [number], "text": words} for number, words in sentences]
        return {"headline": cited[0], "bottom_line": cited[0], "points": cited[1:4]}
    rows = re.findall(
        r"^\[(m\d+)\] (.+) \([^()]*; [^()]*; \w+\)$", seen.body["messages"][1]["content"], re.MULTILINE
    )
    told = [{"claims": [row], "text": words} for row, words in rows]
    return {"title": told[0], "bottom_line": told[0], "developments": told[:3]}


def _claim(number: int, words: str) -> Mapping[str, Any]:
    return {
        "sentences": [number],
        "claim": words,
        "attribution": "none",
        "speaker": None,
        "cue": None,
        "via": [],
        "stance": "asserted",
        "when": None,
    }
