"""A judge on loopback that reads the two lists that it is shown, and answers by a rule."""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from stub_server import Answer, Seen, completion

Rule = Callable[[str, Sequence[str]], tuple[int | None, str]]
"""Claim and labelled claims to the place of the labelled claim that it is about, and what it says of it."""


def shown_lists(seen: Seen) -> tuple[list[str], list[str]]:
    """The labelled claims and the claims that a request shows."""
    content = seen.body["messages"][1]["content"]
    return _lines(content, "LABELLED CLAIMS"), _lines(content, "CLAIMS")


def _lines(content: str, title: str) -> list[str]:
    found = re.search(rf"^BEGIN {title} (\w+)\n(.*?)\nEND {title} \1$", content, re.MULTILINE | re.DOTALL)
    return [line.partition("] ")[2] for line in found.group(2).split("\n")] if found else []


def judging(rule: Rule, *, tokens: tuple[int, int] = (100, 50)) -> Callable[[Seen], Answer]:
    """An `answer` function of a stub server that follows `rule`."""

    def answer(seen: Seen) -> Answer:
        labelled, claims = shown_lists(seen)
        return completion(json.dumps({"matches": _matches(rule, labelled, claims)}), tokens=tokens)

    return answer


def _matches(rule: Rule, labelled: Sequence[str], claims: Sequence[str]) -> list[dict[str, Any]]:
    found = []
    for number, claim in enumerate(claims, 1):
        place, says = rule(claim, labelled)
        found.append(
            {
                "claim": number,
                "labelled": None if place is None else place + 1,
                "difference": "",
                "says": says,
            }
        )
    return found


def is_judged(seen: Seen) -> bool:
    """Whether the request is one to a judge."""
    properties = seen.body["response_format"]["json_schema"]["schema"]["properties"]
    return set(properties) == {"matches"}
