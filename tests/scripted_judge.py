"""A judge on loopback that reads the two lists that it is shown, and answers by a rule."""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from evaluation_story import FERRIES
from judged_stories import REWORDED
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


def known(claim: str, labelled: Sequence[str]) -> tuple[int | None, str]:
    """Knows which claims of `judged_stories` state the same."""
    wanted = REWORDED.get(_of_the_first(claim))
    places = [at for at, text in enumerate(labelled) if _of_the_first(text) == wanted]
    return (places[0], "same") if places else (None, "other")


def most_words(claim: str, labelled: Sequence[str]) -> tuple[int | None, str]:
    """Finds every claim to state more than the labelled claim that shares most words with it."""
    words = set(claim.split())
    return max(range(len(labelled)), key=lambda at: len(words & set(labelled[at].split()))), "more"


def _of_the_first(text: str) -> str:
    """`text` as the first of the stories has it."""
    for ferry in FERRIES:
        text = text.replace(ferry, FERRIES[0])
    return text
