"""How well the claim matcher tells the same from the different, beside plain word recall.

    python tests/benchmarks/measure_matcher.py FACTS.jsonl PERTURBED_FOLDER

FACTS.jsonl holds `{"topic", "sent", "sentence", "human_atomic_facts": [{"text"}]}`; the folder holds `articles.jsonl`, `claims.jsonl`
and `labels.jsonl`. Three questions: is a fact nearer to its sentence than to its neighbour's; is a true claim nearer to the sentence
that it was made from than a corrupted one; is a fact nearer to its sentence than to a corruption of it. AUC with a bootstrap
interval, resampled by person or article.
"""

import json
import random
import re
import sys
import time
from collections import defaultdict
from pathlib import Path

from groundwire.evaluation.matching import likeness

_WORD = re.compile(r"\w+")


def word_recall(claim: str, reference: str) -> float:
    words = set(_WORD.findall(claim.casefold()))
    return len(words & set(_WORD.findall(reference.casefold()))) / max(1, len(words))


def ours(claim: str, reference: str) -> float:
    return likeness(claim, reference).score


def held(claim: str, reference: str) -> float:
    return likeness(claim, reference).held


SCORES = {"word recall": word_recall, "likeness": ours}


def auc(pairs: list[tuple[float, bool]]) -> float:
    ordered = sorted(pairs)
    rank_sum, at = 0.0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        rank_sum += sum(label for _, label in ordered[at:end]) * ((at + 1 + end) / 2)
        at = end
    positives = sum(label for _, label in pairs)
    return (rank_sum - positives * (positives + 1) / 2) / (positives * (len(pairs) - positives))


def interval(groups: list[list[tuple[float, ...]]], which: int) -> str:
    """AUC with a cluster bootstrap; each row is (label, score, score, …)."""
    rng = random.Random(20261122)

    def value(sample: list[list[tuple[float, ...]]], column: int) -> float:
        return auc([(row[column], bool(row[0])) for group in sample for row in group])

    draws, gains = [], []
    for _ in range(300):
        sample = [rng.choice(groups) for _ in groups]
        draws.append(value(sample, which))
        gains.append(draws[-1] - value(sample, 1))
    draws.sort()
    gains.sort()
    gain = (
        ""
        if which == 1
        else f"; gain over word recall {value(groups, which) - value(groups, 1):+.3f} [{gains[7]:+.3f}, {gains[292]:+.3f}]"
    )
    return f"{value(groups, which):.3f} [{draws[7]:.3f}, {draws[292]:.3f}]{gain}"


def facts(path: Path):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    by_topic = defaultdict(list)
    for row in rows:
        by_topic[row["model"], row["topic"]].append(row)
    groups = defaultdict(list)
    everyone = list(rows)
    rng = random.Random(7)
    for (_model, topic), own in by_topic.items():
        for at, row in enumerate(own):
            neighbour = own[at - 1] if len(own) > 1 else rng.choice(everyone)
            if neighbour is row:
                continue
            for fact in row["human_atomic_facts"] or ():
                groups[topic].append((1, fact["text"], row["sentence"]))
                groups[topic].append((0, fact["text"], neighbour["sentence"]))
    return list(groups.values())


def perturbed(folder: Path):
    def lines(name):
        return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").split("\n") if line]

    articles = {row["id"]: row["text"] for row in lines("articles.jsonl")}
    labels = {row["id"]: row for row in lines("labels.jsonl")}
    groups = defaultdict(list)
    kinds = {}
    for claim in lines("claims.jsonl"):
        label = labels[claim["id"]]
        start, end = label["sentence"]
        row = (int(label["label"] == "true"), claim["text"], articles[claim["article"]][start:end])
        kinds[row] = label["type"]
        groups[claim["article"]].append(row)
    return list(groups.values()), kinds


def scored(groups):
    return [
        [(label, *(score(one, other) for score in SCORES.values())) for label, one, other in group]
        for group in groups
    ]


def main() -> None:
    about = facts(Path(sys.argv[1]))
    changed, kinds = perturbed(Path(sys.argv[2]))
    started = time.perf_counter()
    for name, groups in (
        ("a fact and its sentence, or its neighbour's", about),
        ("a true claim, or a corrupted one", changed),
    ):
        values = scored(groups)
        print(f"{name}: {sum(map(len, groups)):,} pairs, {len(groups)} clusters")
        for column, score in enumerate(SCORES, 1):
            print(f"  {score:12} {interval(values, column)}")
    print(f"{time.perf_counter() - started:.0f} s")
    missed = defaultdict(lambda: [0, 0])
    for group in changed:
        for row in group:
            free = not likeness(row[1], row[2]).conflicts
            missed[kinds[row]][0] += free
            missed[kinds[row]][1] += 1
    print("without a conflict, by kind of corruption (true kinds should be near 100 %):")
    for kind, (free, total) in sorted(missed.items()):
        print(f"  {kind:20} {free:4} of {total:4} {100 * free / total:5.1f} %")
    if "-v" in sys.argv:
        for group in changed:
            for row in group:
                found = likeness(row[1], row[2])
                if row[0] and found.conflicts:
                    print("TRUE", found.conflicts, "|", row[1], "|", row[2])


if __name__ == "__main__":
    main()
