"""Sentence boundaries against labelled texts, beside other splitters where they are installed.

    python tests/benchmarks/measure_sentences.py FILE [--misses]

FILE holds JSON Lines with `text` and `sentences` [{start, end}]. A boundary is the start of a sentence other than the first;
a sentence is exact when both its ends are right, white space left out. pysbd and syntok are measured too when they can be
imported; they are no dependencies. Exit code 0 whatever the figures are.
"""

import argparse
import importlib
import json
import time
from collections.abc import Callable
from pathlib import Path

from groundwire.text.sentences import split_sentences

Ends = list[tuple[int, int]]
Splitter = Callable[[str], Ends]


def ours(text: str) -> Ends:
    """Our splitter, white space trimmed as the labels are."""
    return [tuple(span.trimmed(text)) for span in split_sentences(text)]


def with_pysbd() -> Splitter:
    """Build pysbd, which gives words without places: they are looked for in order."""
    segmenter = importlib.import_module("pysbd").Segmenter(language="en", clean=False)

    def split(text: str) -> Ends:
        found, position = [], 0
        for words in segmenter.segment(text):
            start = text.find(words.strip(), position)
            if start >= 0:
                position = start + len(words.strip())
                found.append((start, position))
        return found

    return split


def with_syntok() -> Splitter:
    """Build syntok, which gives paragraphs of sentences of tokens."""
    segmenter = importlib.import_module("syntok.segmenter")

    def split(text: str) -> Ends:
        sentences = [list(tokens) for paragraph in segmenter.analyze(text) for tokens in paragraph]
        return [(tokens[0].offset, tokens[-1].offset + len(tokens[-1].value)) for tokens in sentences]

    return split


def measure(documents: list[tuple[str, Ends]], split: Splitter, *, shows_misses: bool) -> str:
    """One line of figures."""
    right = wrong = missed = exact = sizes = 0
    began = time.perf_counter()
    for text, gold in documents:
        found = split(text)
        wanted, got = {start for start, _ in gold[1:]}, {start for start, _ in found[1:]}
        right, wrong, missed = (
            right + len(wanted & got),
            wrong + len(got - wanted),
            missed + len(wanted - got),
        )
        exact, sizes = exact + len(set(gold) & set(found)), sizes + len(gold) + len(found)
        if shows_misses:
            for start in sorted(wanted ^ got):
                print(
                    "too many" if start in got else "missing",
                    repr(text[max(0, start - 45) : start]),
                    "|",
                    repr(text[start : start + 40]),
                )
    precision, recall = right / (right + wrong), right / (right + missed)
    return (
        f"boundaries P {precision:.4f} R {recall:.4f} F1 {2 * precision * recall / (precision + recall):.4f}"
        f"  exact sentences F1 {2 * exact / sizes:.4f}  {time.perf_counter() - began:.2f} s"
    )


def main() -> None:
    """Read the labels and print a line a splitter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    records = [json.loads(line) for line in arguments.file.read_text(encoding="utf-8").split("\n") if line]
    documents = [(r["text"], [(s["start"], s["end"]) for s in r["sentences"]]) for r in records]
    print("groundwire", measure(documents, ours, shows_misses=arguments.misses))
    for name, build in (("pysbd", with_pysbd), ("syntok", with_syntok)):
        try:
            split = build()
        except ImportError:
            print(name, "is not installed")
            continue
        print(name, measure(documents, split, shows_misses=False))


if __name__ == "__main__":
    main()
