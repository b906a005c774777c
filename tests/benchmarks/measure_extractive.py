"""Measure the extractive analyst on an attribution and summary set in the format of the README of its data.

    python tests/benchmarks/measure_extractive.py DATA.jsonl [--misses]

Each line of DATA holds `text`, `title`, `date`, `sentences`, `human_summaries` and `attributions` (with `attribution`,
`content`, `speaker`, `bibliographic`). Counted from the claims that come out, not from anything inside: a claim with a
speaker or a cue is one prediction. Content is right when intersection over union with a gold content, in code points, is at
least one half; the speaker is right as well when the claim's mention covers the gold head word, or the resolved name holds
it. Each gold and each claim counts once. ROUGE is F1 over lower-cased words without stemming; the summary is the bottom
line and the points, cut to the words of the human summary.
"""

import json
import re
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.claim import AttributionKind
from groundwire.domain.span import Span
from groundwire.extractive.analyst import analyse


def article_of(record: dict[str, Any]) -> Article:
    """The record as an article whose sentences tile its text."""
    starts = [0, *[sentence["start"] for sentence in record["sentences"][1:]], len(record["text"])]
    return Article(
        id=record["doc_id"],
        source=record["url"],
        text=record["text"],
        title=record["title"],
        published=record["date"],
        language="en",
        digest="",
        sentences=tuple(Span(a, b) for a, b in pairwise(starts)),
    )


def _points(spans: list[tuple[int, int]]) -> set[int]:
    return {point for start, end in spans for point in range(start, end)}


def _speaker_is_right(gold: dict[str, Any], claim: Any) -> bool:
    speaker, attribution = gold["speaker"], claim.attribution
    if speaker is None:
        return attribution.speaker is None
    span = attribution.speaker_span
    if span is not None and span.start <= speaker["head_start"] < span.end:
        return True
    heads = {speaker["text"].split()[-1], *(name.split()[-1] for name in gold["speaker_names"])}
    return attribution.speaker is not None and bool(heads & set(attribution.speaker.split()))


def attribution_counts(record: dict[str, Any], analysis: Analysis, *, misses: bool) -> Counter[str]:
    """Gold, predicted, content right, speaker right."""
    gold = [one for one in record["attributions"] if not one["bibliographic"]]
    claims = [
        one
        for one in analysis.claims
        if one.attribution.kind is not AttributionKind.NONE and one.attribution.cue_span is not None
    ]
    pairs = []
    for g, one in enumerate(gold):
        wanted = _points([(part["start"], part["end"]) for part in one["content"]])
        for c, claim in enumerate(claims):
            found = _points([tuple(span) for span in claim.attribution.content_spans])
            share = len(wanted & found) / len(wanted | found)
            if share >= 0.5:
                pairs.append((_speaker_is_right(one, claim), share, g, c))
    used_gold: set[int] = set()
    used_claims: set[int] = set()
    counts: Counter[str] = Counter(gold=len(gold), predicted=len(claims))
    for right, _, g, c in sorted(pairs, key=lambda pair: (-pair[0], -pair[1])):
        if g not in used_gold and c not in used_claims:
            used_gold.add(g)
            used_claims.add(c)
            counts["content"] += 1
            counts["speaker"] += right
            if misses and not right:
                print("  SPEAKER", gold[g]["speaker"], "found", claims[c].attribution.speaker)
    if misses:
        for g in sorted(set(range(len(gold))) - used_gold):
            print("  MISSED ", [part["text"] for part in gold[g]["attribution"] + gold[g]["content"]])
        for c in sorted(set(range(len(claims))) - used_claims):
            print("  EXTRA  ", claims[c].attribution.speaker, claims[c].attribution.cue, claims[c].text)
    return counts


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 0.0


def rouge(found: list[str], wanted: list[str]) -> tuple[float, float, float]:
    """ROUGE-1, -2 and -L as F1."""
    scores = []
    for n in (1, 2):
        one = Counter(zip(*(found[i:] for i in range(n)), strict=False))
        other = Counter(zip(*(wanted[i:] for i in range(n)), strict=False))
        scores.append(_f1((one & other).total(), one.total(), other.total()))
    row = [0] * (len(wanted) + 1)
    for word in found:
        diagonal = 0
        for index, other_word in enumerate(wanted, 1):
            diagonal, row[index] = (
                row[index],
                diagonal + 1 if word == other_word else max(row[index], row[index - 1]),
            )
    return scores[0], scores[1], _f1(row[-1], len(found), len(wanted))


def _lead(record: dict[str, Any]) -> str:
    """The article's first words, its title and date line left out."""
    body = record["text"].split("\n\n", 1)
    return body[1] if len(body) > 1 else body[0]


def main(path: Path, *, misses: bool) -> None:
    """Print the figures for each genre of the file at `path`."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for genre in sorted({record["genre"] for record in records}, reverse=True):
        counts: Counter[str] = Counter()
        ours, leads = [], []
        started = time.perf_counter()
        for record in (one for one in records if one["genre"] == genre):
            if misses:
                print(record["doc_id"])
            analysis = analyse(article_of(record))
            counts += attribution_counts(record, analysis, misses=misses)
            human = _words(record["human_summaries"][0])
            told = _words(
                " ".join([analysis.summary.bottom_line, *(p.text for p in analysis.summary.points)])
            )
            ours.append(rouge(told[: len(human)], human))
            leads.append(rouge(_words(_lead(record))[: len(human)], human))
        print(f"{genre}: {len(ours)} articles, {time.perf_counter() - started:.2f} s with counting")
        print(f"  gold {counts['gold']}, claims with a cue {counts['predicted']}")
        for what in ("content", "speaker"):
            p, r = counts[what] / max(1, counts["predicted"]), counts[what] / max(1, counts["gold"])
            print(
                f"  {what}: P {p:.3f} R {r:.3f} F1 {_f1(counts[what], counts['predicted'], counts['gold']):.3f}"
            )
        for name, rows in (("summary", ours), ("lead", leads)):
            means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
            print(f"  ROUGE-1/2/L {name}: " + " ".join(f"{mean:.3f}" for mean in means))


if __name__ == "__main__":
    main(Path(sys.argv[1]), misses="--misses" in sys.argv)
