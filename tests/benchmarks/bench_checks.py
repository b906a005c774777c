"""How many claims a second the checks answer, how that grows with the article, and a well-known aligner on the same claims.

    python tests/benchmarks/bench_checks.py [--articles 20] [--claims 50] [--longest 1000000]

Articles of 800 words and their claims are written by rule, half of the claims true to the article and half with a number, a
verb or a negation changed. One core, in this process. The aligner is langextract's (`pip install langextract`, for this benchmark only); it
finds a place for words and judges nothing. Rounds alternate and the best of each counts, because other programs can only slow a round
down. Exit code 1 when fewer than 1,000 claims a second are answered or work grows faster than n log n.
"""

import argparse
import math
import random
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from planted_articles import article_of, fillers, plant

AIM = 1000  # claims a second on one core, indexing of the articles included
ROUNDS = 3
SLACK = 2.0  # times n log n that the longest article may take, for caches that no longer fit
WORDS = 800


class Work(NamedTuple):
    """An article and the claims to be checked against it."""

    text: str
    claims: tuple[str, ...]
    false: int


def make(seed: int, *, words: int, claims: int) -> Work:
    """An article of about `words` words, a third of its sentences such as claims are made of."""
    rng = random.Random(seed)
    planted, sentences, count = [], [], 0
    while count < words:
        one = plant(rng.randrange(10**9), around=0)
        planted.append(one)
        new = [one.sentence, *fillers(rng, 2)]
        sentences.extend(new)
        count += sum(len(sentence.split()) for sentence in new)
    made = []
    for at in range(claims):
        one = rng.choice(planted)
        changes = (
            (str(one.number), str(one.number + 17)),
            (f" {one.verb} ", f" {one.opposite} "),
            (f" {one.verb} ", f" never {one.verb} "),
        )
        made.append(one.sentence.replace(*rng.choice(changes)) if at % 2 else one.sentence)
    return Work(" ".join(sentences), tuple(made), claims // 2)


def check_all(works: list[Work]) -> int:
    """How many claims are called supported; indexing is part of it."""
    supported = 0
    for work in works:
        index = index_article(article_of(work.text))
        for claim in work.claims:
            supported += check_statement(index, Asserted(text=claim)).support.verdict is Verdict.SUPPORTED
    return supported


def align_all(works: list[Work]) -> int:
    """How many claims langextract finds a place for, with its defaults."""
    from langextract.core.data import Extraction
    from langextract.resolver import Resolver

    resolver = Resolver()
    aligned = 0
    for work in works:
        for claim in work.claims:
            found = resolver.align([Extraction("claim", claim)], work.text, 0, 0)
            aligned += sum(one.alignment_status is not None for one in found)
    return aligned


def best(run: Callable[[list[Work]], int], works: list[Work], rounds: int) -> tuple[float, int]:
    """Claims a second in the best of `rounds`, and what the run returned."""
    fastest, result = math.inf, 0
    for _ in range(rounds):
        started = time.process_time()
        result = run(works)
        fastest = min(fastest, time.process_time() - started)
    return sum(len(work.claims) for work in works) / fastest, result


def growth(longest: int) -> float:
    """Print how indexing and checking grow; how many times n log n the longest article took, of the shortest's share."""
    print(f"{'characters':>12} {'index s':>9} {'µs/char':>8} {'ms/claim':>9}")
    first = last = 0.0
    size = 10_000
    while size <= longest:
        work = make(size, words=size // 5, claims=40)
        text = work.text[:size]
        article = article_of(text)
        started = time.process_time()
        index = index_article(article)
        indexed = time.process_time()
        for claim in work.claims:
            check_statement(index, Asserted(text=claim))
        done = time.process_time()
        print(
            f"{len(text):>12,} {indexed - started:>9.3f} {1e6 * (indexed - started) / len(text):>8.2f} {1000 * (done - indexed) / 40:>9.3f}"
        )
        last = (indexed - started) / (len(text) * math.log(len(text)))
        first = first or last
        size *= 10
    return last / first


def main() -> int:
    """Run and print; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--claims", type=int, default=50, help="claims for each article")
    parser.add_argument("--longest", type=int, default=1_000_000, help="characters")
    options = parser.parse_args()
    works = [make(seed, words=WORDS, claims=options.claims) for seed in range(options.articles)]
    count, false = sum(len(work.claims) for work in works), sum(work.false for work in works)
    speed, supported = best(check_all, works, ROUNDS)
    print(f"checks: {speed:,.0f} claims/s, {supported} of {count} supported ({count - false} are true)")
    if find_spec("langextract"):
        other, aligned = best(align_all, works[:2], 1)
        print(f"langextract: {other:,.1f} claims/s, {aligned} of {2 * options.claims} aligned")
        print(f"ratio: {speed / other:,.1f}")
    else:
        print("langextract is not installed: no ratio")
    times = growth(options.longest)
    print(f"indexing the longest took {times:.2f} times its share of n log n")
    return 0 if speed >= AIM and times <= SLACK else 1


if __name__ == "__main__":
    sys.exit(main())
