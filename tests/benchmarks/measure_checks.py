"""How many corruptions are accepted and how many honest rewordings rejected, on a folder of labelled claims.

    python tests/benchmarks/measure_checks.py FOLDER [--misses KIND] [--half 0|1]

FOLDER holds `articles.jsonl`, `claims.jsonl` and `labels.jsonl`: lines with `id`, `text`, `published` … of articles, `id`,
`article`, `text` of claims, and `id`, `label` ("true" or "false"), `type` and `rewording` of labels. Labels are read after
checking. Exit code 0 whatever the figures are.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from groundwire.digest import digest_text
from groundwire.domain.article import Article
from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, Checked, check_statement
from groundwire.grounding.index import index_article
from groundwire.text.sentences import split_sentences

RIGHT_KINDS = {
    "number": {"number"},
    "number_word": {"number"},
    "unit": {"number"},
    "date": {"date"},
    "weekday": {"date"},
    "person": {"name", "role", "attribution"},
    "place": {"name", "role"},
    "organisation": {"name", "role", "attribution"},
    "speaker": {"attribution", "name", "role"},
    "negation_inserted": {"negation"},
    "negation_removed": {"negation"},
    "direction": {"comparison"},
}


def load_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def article_of(line: dict[str, Any]) -> Article:
    """One article, its text as it is."""
    text = line["text"]
    return Article(
        id=line["id"],
        source="measured",
        text=text,
        title=line.get("title"),
        published=line.get("published"),
        language=line.get("language"),
        digest=digest_text("article", text),
        sentences=split_sentences(text),
    )


def check_all(folder: Path) -> tuple[dict[str, Checked], float]:
    """Every claim checked, and claims a second with the articles' indexing."""
    articles = {line["id"]: article_of(line) for line in load_lines(folder / "articles.jsonl")}
    claims = load_lines(folder / "claims.jsonl")
    start = time.perf_counter()
    indexes = {name: index_article(article) for name, article in articles.items()}
    checked = {
        claim["id"]: check_statement(indexes[claim["article"]], Asserted(claim["text"])) for claim in claims
    }
    return checked, len(claims) / (time.perf_counter() - start)


def report(labels: list[dict[str, Any]], checked: dict[str, Checked]) -> None:
    """Print the table by kind."""
    rows: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for label in labels:
        support = checked[label["id"]].support
        is_true = label["label"] == "true"
        name = (label["rewording"] or "verbatim").split("+") if is_true else [label["type"]]
        kind = "combined" if len(name) > 1 else name[0]
        row = rows[label["label"], kind]
        row["n"] += 1
        row[support.verdict] += 1
        if support.verdict is Verdict.CONTRADICTED and support.reasons:
            row["kind"] += support.reasons[0].kind in RIGHT_KINDS.get(kind, {str(support.reasons[0].kind)})
    for (label, kind), row in sorted(rows.items()):
        rest = (
            f"contradicted {row['contradicted']:4} of which right kind {row['kind']:4}"
            if label == "false"
            else ""
        )
        print(
            f"{label:5} {kind:18} n {row['n']:4}  accepted {row['supported']:4} {row['supported'] / row['n']:7.1%}  {rest}"
        )
    for name, keep in (
        ("true verbatim", lambda label, kind: label == "true" and kind == "verbatim"),
        ("true reworded", lambda label, kind: label == "true" and kind != "verbatim"),
        ("false", lambda label, _: label == "false"),
    ):
        total = sum((row for key, row in rows.items() if keep(*key)), Counter())
        print(
            f"{name:24} n {total['n']:4}  accepted {total['supported']:4} {total['supported'] / max(1, total['n']):7.2%}"
        )


def main() -> None:
    """Measure one folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--half", type=int, choices=(0, 1), help="only every second article, from this one on"
    )
    parser.add_argument("--misses", help="print the misses of this type or rewording, or `all`")
    given = parser.parse_args()
    checked, speed = check_all(given.folder)
    labels = load_lines(given.folder / "labels.jsonl")
    if given.half is not None:
        kept = set(sorted({label["article"] for label in labels})[given.half :: 2])
        labels = [label for label in labels if label["article"] in kept]
    if given.misses:
        print_misses(given.folder, labels, checked, given.misses)
    report(labels, checked)
    print(f"{speed:.0f} claims/s, articles' indexing included")


def print_misses(
    folder: Path, labels: list[dict[str, Any]], checked: dict[str, Checked], wanted: str
) -> None:
    """Print the claims on the wrong side with what was found."""
    texts = {claim["id"]: claim["text"] for claim in load_lines(folder / "claims.jsonl")}
    for label in labels:
        kind = (label["rewording"] or "verbatim") if label["label"] == "true" else label["type"]
        support, evidence = checked[label["id"]]
        is_wrong = (support.verdict is Verdict.SUPPORTED) != (label["label"] == "true")
        if wanted in {"all", kind, label["label"]} and is_wrong:
            print(f"\n[{label['label']} {kind}] {support.verdict} {label['changed']}")
            print("  C:", texts[label["id"]])
            print("  S:", " / ".join(item.quote for item in evidence))
            for reason in support.reasons:
                print("   -", reason.kind, "|", reason.message)


if __name__ == "__main__":
    main()
