"""Measure rows, disputes and standings on labelled stories, with the built-in analyst or with the labelled claims themselves.

    python tests/benchmarks/measure_rows.py evals/fixtures [--misses] [--labelled]

With `--labelled` the labelled claims are what is merged: short facts, each of one predicate, as a language model tells them.
That shows merging alone, whatever is extracted.

A claim is matched to the labelled claims whose evidence its own evidence overlaps by half of the shorter, and of those to the
ones that share at least half as many words with it as the best one does. Counted for every story:

- pairs: claims of two articles in one row, right when a labelled row holds a match of each; recall is of the pairs of
  articles that labelled rows hold, over all rows, as far as both articles' claims were extracted at all.
- disputes: one of the labels is found when two sides of a dispute carry words of its row; a dispute that meets none is false.
  What rounding explains is no dispute.
- standing: of the rows that meet a labelled one; what is called corroborated and is not is counted apart.
"""

import asyncio
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from groundwire.app.screening import screen
from groundwire.corroborate.merge import Corroboration, corroborate
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article, Evidence
from groundwire.domain.briefing import Dispute, MergedClaim, Reading
from groundwire.domain.claim import NO_ATTRIBUTION, Attribution, AttributionKind, Claim, Stance
from groundwire.domain.span import Span
from groundwire.extractive.analyst import analyse
from groundwire.ingest.sources import IngestOptions, load_sources

_WORD = re.compile(r"\w+")


class Labelled(NamedTuple):
    """A labelled claim: its rows, where its words stand, and the words of its text."""

    rows: frozenset[str]
    article: str
    spans: tuple[tuple[int, int], ...]
    words: frozenset[str]


def measure(story: Path, *, misses: bool, labelled: bool) -> Counter[str]:
    """The counts of one story, of the built-in analyst's claims or of the labelled ones."""
    labels = json.loads((story / "labels.json").read_text("utf-8"))
    names = [str(story / name) for name in labels["articles"]]
    articles = asyncio.run(load_sources(names, options=IngestOptions())).articles
    known = list(_labelled(labels, articles))
    if labelled:
        analyses, rows_of = _as_labelled(labels, articles)
    else:
        analyses = [screen(analyse(article)).analysis for article in articles]
        texts = {claim.id: claim for analysis in analyses for claim in analysis.claims}
        rows_of = {name: _rows_of(claim.text, claim.evidence, known) for name, claim in texts.items()}
    found = corroborate(articles, analyses)
    counts: Counter[str] = Counter()
    counts.update(_pairs(labels, articles, found, rows_of, misses=misses))
    counts.update(_disputes(labels, found, known, misses=misses))
    counts.update(_standings(labels, found, rows_of, misses=misses))
    return counts


def _as_labelled(
    labels: dict[str, Any], articles: Sequence[Article]
) -> tuple[list[Analysis], dict[str, frozenset[str]]]:
    """What an analyst would give who finds the labelled claims and no other, and the rows of each claim."""
    names = {article.id: Path(article.source).name for article in articles}
    analyses, rows_of = [], {}
    for article in articles:
        told = []
        for label in labels["articles"][names[article.id]]["claims"]:
            claim = _claim(article, label)
            if claim is None:
                continue
            told.append(claim)
            rows_of[claim.id] = frozenset(
                row["id"] for row in labels["rows"] if label["id"] in row["claims"].get(names[article.id], ())
            )
        found = analyse(article).model_copy(update={"claims": tuple(told), "analyst": "labels"})
        analyses.append(screen(found).analysis)
    return analyses, rows_of


def _claim(article: Article, label: dict[str, Any]) -> Claim | None:
    """A labelled claim; None where its words do not stand in the article as it was read."""
    places = [(article.text.find(words), words) for words in label["evidence"]]
    pieces = tuple(article.evidence(Span(at, at + len(words))) for at, words in places if at >= 0)
    if not pieces:
        return None
    kind = AttributionKind(label["attribution"])
    return Claim(
        id=f"{article.id}.{label['id']}",
        article=article.id,
        text=label["text"],
        evidence=pieces,
        attribution=Attribution(kind=kind, speaker=label.get("speaker"))
        if kind != "none"
        else NO_ATTRIBUTION,
        stance=Stance(label["stance"]),
    )


def _labelled(labels: dict[str, Any], articles: Sequence[Article]) -> Iterator[Labelled]:
    by_name = {Path(article.source).name: article for article in articles}
    rows: dict[tuple[str, str], set[str]] = {}
    for row in labels["rows"]:
        for name, claims in row["claims"].items():
            for claim in claims:
                rows.setdefault((name, claim), set()).add(row["id"])
    for name, label in labels["articles"].items():
        article = by_name[name]
        for claim in label["claims"]:
            places = [(article.text.find(words), len(words)) for words in claim["evidence"]]
            yield Labelled(
                frozenset(rows.get((name, claim["id"]), ())),
                article.id,
                tuple((at, at + length) for at, length in places if at >= 0),
                frozenset(_WORD.findall(claim["text"].casefold())),
            )


def _overlaps(pieces: Sequence[Evidence], label: Labelled) -> bool:
    return any(
        piece.article == label.article
        and min(piece.end, end) - max(piece.start, start) >= 0.5 * min(piece.end - piece.start, end - start)
        for piece in pieces
        for start, end in label.spans
    )


def _rows_of(text: str, pieces: Sequence[Evidence], known: Sequence[Labelled]) -> frozenset[str]:
    """The labelled rows that a claim in these words belongs to."""
    words = frozenset(_WORD.findall(text.casefold()))
    near = [
        (len(words & label.words) / max(1, len(label.words)), label)
        for label in known
        if _overlaps(pieces[:1], label)
    ]
    best = max((share for share, _ in near), default=0.0)
    return frozenset(row for share, label in near if share >= best / 2 for row in label.rows)


def _pairs(
    labels: dict[str, Any],
    articles: Sequence[Article],
    found: Corroboration,
    rows_of: dict[str, frozenset[str]],
    *,
    misses: bool,
) -> Counter[str]:
    counts: Counter[str] = Counter()
    met: set[tuple[str, str, str]] = set()
    for row in found.claims:
        for one, other in combinations([cell for cell in row.cells if cell.claims], 2):
            for a in one.claims:
                for b in other.claims:
                    shared = rows_of[a] & rows_of[b]
                    counts["merged"] += 1
                    counts["merged right"] += bool(shared)
                    met |= {(name, one.article, other.article) for name in shared}
                    if misses and not shared:
                        print(f"   wrong pair in {row.id}: {a} + {b} ({row.text[:90]})")
    ids = {Path(article.source).name: article.id for article in articles}
    extracted = {(row, claim.rpartition(".")[0]) for claim, rows in rows_of.items() for row in rows}
    for label in labels["rows"]:
        for one, other in combinations([ids[name] for name in ids if name in label["claims"]], 2):
            if (label["id"], one) in extracted and (label["id"], other) in extracted:
                counts["gold"] += 1
                counts["gold met"] += (label["id"], one, other) in met
                if misses and (label["id"], one, other) not in met:
                    print(f"   missed pair {one} {other}: {label['text'][:110]}")
    return counts


def _sides(dispute: Dispute, row: str, known: Sequence[Labelled]) -> int:
    labels = [label for label in known if row in label.rows]
    return sum(any(_overlaps(side.evidence, label) for label in labels) for side in dispute.sides)


def _disputes(
    labels: dict[str, Any], found: Corroboration, known: Sequence[Labelled], *, misses: bool
) -> Counter[str]:
    told = [dispute for dispute in found.disputes if dispute.reading is not Reading.ROUNDING]
    counts: Counter[str] = Counter()
    right: set[int] = set()
    for label in labels["disputes"]:
        meeting = {at for at, dispute in enumerate(told) if _sides(dispute, label["row"], known) > 1}
        right |= meeting
        counts["disputes"] += 1
        counts["disputes met"] += bool(meeting)
        if misses and not meeting:
            print(f"   missed dispute {label['row']} {label['kind']}: {[s['value'] for s in label['sides']]}")
    counts["disputes told"] = len(told)
    counts["disputes false"] = len(told) - len(right)
    if misses:
        for at, dispute in enumerate(told):
            if at not in right:
                print(f"   false dispute {dispute.kind} {[side.value for side in dispute.sides]}")
    return counts


def _standings(
    labels: dict[str, Any], found: Corroboration, rows_of: dict[str, frozenset[str]], *, misses: bool
) -> Counter[str]:
    expected = {row["id"]: row["standing"] for row in labels["rows"]}
    counts: Counter[str] = Counter()
    for row in found.claims:
        meant = _meant(row, rows_of)
        if meant is None:
            continue
        is_right = expected[meant] == row.standing
        counts["standing"] += 1
        counts["standing right"] += is_right
        counts["corroborated told"] += row.standing == "corroborated"
        counts["corroborated wrongly"] += row.standing == "corroborated" and not is_right
        if misses and row.standing == "corroborated":
            print(f"   corroborated ({'right' if is_right else expected[meant]}): {row.text[:100]}")
    return counts


def _meant(row: MergedClaim, rows_of: dict[str, frozenset[str]]) -> str | None:
    """The labelled row that most claims of `row` belong to."""
    votes = Counter(label for cell in row.cells for claim in cell.claims for label in sorted(rows_of[claim]))
    return votes.most_common(1)[0][0] if votes else None


def _line(name: str, counts: Counter[str]) -> str:
    def share(part: str, whole: str) -> str:
        return f"{counts[part]}/{counts[whole]}"

    return (
        f"{name:20} pairs right {share('merged right', 'merged'):>8}  found {share('gold met', 'gold'):>8}"
        f"  disputes found {share('disputes met', 'disputes'):>6} false {share('disputes false', 'disputes told'):>6}"
        f"  standing {share('standing right', 'standing'):>8}"
        f"  corroborated wrongly {share('corroborated wrongly', 'corroborated told'):>5}"
    )


def main() -> None:
    """Print a line for each story and one for all."""
    misses, labelled = "--misses" in sys.argv, "--labelled" in sys.argv
    total: Counter[str] = Counter()
    for story in sorted(path.parent for path in Path(sys.argv[1]).glob("*/labels.json")):
        counts = measure(story, misses=misses, labelled=labelled)
        total += counts
        print(_line(story.name, counts))
    print(_line("all", total))


if __name__ == "__main__":
    main()
