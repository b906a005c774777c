"""A small labelled story of our own: two invented articles, their labels, and analyses of them made by hand."""

import json
from pathlib import Path
from typing import Any

COAST = """Harbour of Lindvik closed after oil leak

LINDVIK, March 4, 2025 - The port authority of Lindvik closed the northern harbour on Tuesday after 12,000 litres of oil leaked from the ferry Aurora.

"We expect to open again on Friday," said harbour master Ingrid Solberg.

The shipping company Nordline denied that the ferry had been overdue for inspection. The leak may have begun at sea.
"""
ISLAND = """Ferry leak shuts port

Lindvik's northern harbour was closed on 4 March 2025 because oil had leaked from the ferry Aurora, the port authority reported. It put the amount at 15,000 litres.

A spokesman for Nordline rejected claims that an inspection of the ferry was overdue.
"""


def _claim(name: str, text: str, evidence: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "text": text, "evidence": [evidence], **more}


def labels() -> dict[str, Any]:
    """The labels, as the file holds them."""
    coast = [
        _claim(
            "c1",
            "The port authority closed the northern harbour of Lindvik on 4 March 2025.",
            "closed the northern harbour on Tuesday",
        ),
        _claim("c2", "12,000 litres of oil leaked from the ferry Aurora.", "12,000 litres of oil leaked"),
        _claim(
            "c3",
            "The northern harbour of Lindvik is expected to open on Friday.",
            "We expect to open again on Friday",
            attribution="direct",
            speaker="Ingrid Solberg",
            stance="predicted",
        ),
        _claim(
            "c4",
            "The ferry Aurora was not overdue for inspection.",
            "denied that the ferry had been overdue for inspection",
            attribution="indirect",
            speaker="Nordline",
            stance="denied",
        ),
        _claim("c5", "The leak may have begun at sea.", "The leak may have begun at sea", stance="alleged"),
    ]
    island = [
        _claim(
            "c1",
            "The northern harbour of Lindvik was closed on 4 March 2025.",
            "northern harbour was closed on 4 March 2025",
            attribution="indirect",
            speaker="port authority",
        ),
        _claim(
            "c2",
            "15,000 litres of oil leaked.",
            "It put the amount at 15,000 litres",
            attribution="indirect",
            speaker="port authority",
        ),
    ]
    return {
        "story": "harbour",
        "articles": {
            "coast.txt": {
                "claims": coast,
                "key_points": [
                    {
                        "id": "k1",
                        "text": "The northern harbour of Lindvik is closed.",
                        "weight": 3,
                        "claims": ["c1"],
                    },
                    {
                        "id": "k2",
                        "text": "12,000 litres of oil leaked from a ferry.",
                        "weight": 2,
                        "claims": ["c2"],
                    },
                ],
                "traps": [
                    {
                        "id": "t1",
                        "kind": "modality",
                        "text": "The leak began at sea.",
                        "why": "the article says that it may have",
                    }
                ],
            },
            "island.txt": {"claims": island},
        },
        "rows": [
            {
                "id": "r1",
                "text": "The northern harbour of Lindvik was closed on 4 March 2025.",
                "claims": {"coast.txt": ["c1"], "island.txt": ["c1"]},
                "standing": "single_origin",
                "origins": ["o1"],
            },
            {
                "id": "r2",
                "text": "Oil leaked from the ferry Aurora.",
                "claims": {"coast.txt": ["c2"], "island.txt": ["c2"]},
                "standing": "disputed",
                "origins": ["o1"],
            },
        ],
        "origins": [{"id": "o1", "label": "port authority of Lindvik", "kind": "speaker"}],
        "disputes": [
            {
                "row": "r2",
                "kind": "number",
                "sides": [
                    {"value": "12,000 litres", "articles": ["coast.txt"]},
                    {"value": "15,000 litres", "articles": ["island.txt"]},
                ],
            }
        ],
    }


def write_story(
    folder: Path, changed: dict[str, Any] | None = None, *, name: str = "harbour", ferry: str = "Aurora"
) -> Path:
    """The story in a folder below `folder`, with its labels or others; another ferry makes it another story."""
    story = folder / name
    story.mkdir(parents=True, exist_ok=True)
    (story / "coast.txt").write_text(COAST.replace("Aurora", ferry), encoding="utf-8")
    (story / "island.txt").write_text(ISLAND.replace("Aurora", ferry), encoding="utf-8")
    (story / "origin.toml").write_text('licence = "Apache-2.0"\n', encoding="utf-8")
    held = {**labels(), "story": name} if changed is None else changed
    (story / "labels.json").write_text(json.dumps(held).replace("Aurora", ferry), encoding="utf-8")
    return story


FERRIES = ("Aurora", "Vidar", "Signe", "Balder", "Freya", "Halvor", "Ragna", "Torsten")


def write_suite(folder: Path, *, stories: int = 1, task: str = "analyse") -> Path:
    """A suite with so many stories of the kind, each about a ferry of its own."""
    for number, ferry in enumerate(FERRIES[:stories]):
        name = f"harbour{number}" if number else "harbour"
        write_story(folder / "fixtures", name=name, ferry=ferry)
    suite = folder / "small.toml"
    suite.write_text(f'name = "small"\ntask = "{task}"\nfixtures = ["fixtures/*"]\n', encoding="utf-8")
    return suite
