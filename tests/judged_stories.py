"""Stories that two people labelled in words of their own, and what is known of which claims state the same."""

import json
from pathlib import Path
from typing import Any

from evaluation_story import FERRIES, labels, write_story

REWORDED = {
    "12,000 litres of oil leaked from the ferry Aurora.": "The ferry Aurora lost 12,000 litres of oil.",
    "The northern harbour of Lindvik is expected to open on Friday.": "The harbour should be open again on Friday.",
}
ALONE = "The ferry Aurora was not overdue for inspection."
ANOTHER_NUMBER = "The port authority closed the northern harbour of Lindvik on 7 March 2025."
ISLAND_NUMBER = "The northern harbour of Lindvik was closed on 7 March 2025."
TRAP = "20,000 litres of oil leaked from the ferry Aurora."
UNITS = {
    "corrupted: another number": [ANOTHER_NUMBER, ISLAND_NUMBER],
    "in another labeller's words": list(REWORDED),
    "only one labeller has it": [ALONE],
    "trap: number": [TRAP],
}
"""What a judge is asked about in each story, by kind."""


def write_judged(folder: Path, *, stories: int) -> list[Path]:
    """So many stories, each about a ferry of its own, labelled by two people and adjudicated."""
    return [_write(folder, f"harbour{number}", ferry) for number, ferry in enumerate(FERRIES[:stories])]


def _write(folder: Path, name: str, ferry: str) -> Path:
    first: dict[str, Any] = {**labels(), "story": name}
    first["articles"]["coast.txt"]["traps"].append(
        {"id": "t2", "kind": "number", "text": TRAP, "why": "it was 12,000"}
    )
    # The island's claims name the ferry too: what is asked about it is then no two stories' the same.
    first["articles"]["island.txt"]["claims"][1]["text"] = (
        "15,000 litres of oil leaked from the ferry Aurora."
    )
    second = json.loads(json.dumps(first))
    claims = second["articles"]["coast.txt"]["claims"]
    second["articles"]["coast.txt"]["claims"] = [
        {**claim, "text": REWORDED.get(claim["text"], claim["text"])}
        for claim in claims
        if claim["text"] != ALONE
    ]
    story = write_story(folder, first, name=name, ferry=ferry)
    for file, held in (("first.json", first), ("second.json", second)):
        (story / file).write_text(json.dumps(held).replace("Aurora", ferry), encoding="utf-8")
    return story
