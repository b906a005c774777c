"""Measure `relate` and merging on claims that were perturbed from unrelated articles.

    python tests/benchmarks/measure_relate.py PERTURBED

PERTURBED holds articles.jsonl, claims.jsonl and labels.jsonl. Every claim is set beside the sentence that it was made
from, and beside the sentence after that one, which is another matter. Then all articles are taken for one story: what is
merged across articles, and what is called corroborated or disputed there, is wrong.
"""

import asyncio
import json
import sys
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from groundwire.app.screening import screen
from groundwire.corroborate.assertion import Assertion
from groundwire.corroborate.merge import corroborate
from groundwire.corroborate.relate import relate
from groundwire.extractive.analyst import analyse
from groundwire.ingest.sources import IngestOptions, load_sources
from groundwire.text.sentences import split_sentences

RELATIONS = ("agree", "contradict", "unclear", "unrelated")
KINDS = {
    "verbatim, reworded": {"verbatim", "reworded", "true"},
    "figure, date, weekday, unit": {"number", "number_word", "date", "weekday", "unit"},
    "name, place, speaker": {"person", "place", "organisation", "speaker"},
    "negation": {"negation_inserted", "negation_removed"},
    "direction, status": {"direction", "status_flipped"},
    "quantifier": {"quantifier"},
    "who and whom": {"role_swap"},
    "hedge dropped": {"hedge_dropped"},
    "detail invented": {"invented_detail"},
}


def lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def kind_of(label: dict[str, Any]) -> str:
    """The line of the table that a claim belongs to."""
    if label["label"] == "true":
        return "verbatim, reworded"
    return next(name for name, types in KINDS.items() if label["type"] in types)


def pairs(folder: Path) -> None:
    """The table of relations."""
    articles = {row["id"]: row for row in lines(folder / "articles.jsonl")}
    labels = {row["id"]: row for row in lines(folder / "labels.jsonl")}
    sentences = {name: split_sentences(row["text"]) for name, row in articles.items()}
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in lines(folder / "claims.jsonl"):
        label, article = labels[claim["id"]], articles[claim["article"]]
        start, end = label["sentence"]
        mine = Assertion(text=claim["text"], published=article["published"])
        text = Assertion(text=article["text"][start:end], published=article["published"])
        found[kind_of(label)][relate(mine, text).relation] += 1
        after = next((span for span in sentences[claim["article"]] if span.start >= end), None)
        if after is not None and label["label"] == "true":
            text = Assertion(text=after.of(article["text"]), published=article["published"])
            found["the next sentence"][relate(mine, text).relation] += 1
    for name in (*KINDS, "the next sentence"):
        counts = found[name]
        told = "  ".join(f"{relation} {counts[relation]:>4}" for relation in RELATIONS)
        print(f"{name:28} n {counts.total():>5}  {told}")


def one_story(folder: Path) -> None:
    """All articles as if they were about one event."""
    read = load_sources([str(folder / "articles.jsonl")], options=IngestOptions())
    articles = asyncio.run(read).articles
    analyses = [screen(analyse(article)).analysis for article in articles]
    started = time.process_time()
    found = corroborate(articles, analyses)
    seconds = time.process_time() - started
    wrong = sum(
        len(one.claims) * len(other.claims)
        for row in found.claims
        for one, other in combinations([cell for cell in row.cells if cell.claims], 2)
    )
    claims = sum(len(analysis.claims) for analysis in analyses)
    corroborated = sum(row.standing == "corroborated" for row in found.claims)
    print(
        f"one story of {len(articles)} articles, {claims} claims: {wrong} pairs merged across articles,"
        f" {len(found.disputes)} disputes, {corroborated} corroborated, {seconds:.1f} s"
    )


if __name__ == "__main__":
    pairs(Path(sys.argv[1]))
    one_story(Path(sys.argv[1]))
