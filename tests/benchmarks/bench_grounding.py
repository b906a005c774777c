"""How fast claims are checked: claims a second, growth with the claims, growth with the article.

    python tests/benchmarks/bench_grounding.py

Everything is invented: articles of 800 words, claims that repeat, reword or corrupt their sentences. One core; the best of three
runs is reported, because other work on the machine only ever slows a run down.
"""

import random
import time

from groundwire.domain.article import Article
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import ArticleIndex, index_article
from groundwire.text.sentences import split_sentences

_WHO = [
    "Ada Okoro",
    "Tomas Lindqvist",
    "The harbour authority",
    "Mayor Brandt",
    "The council of Velmora",
    "Ines Holm",
]
_DID = [
    "closed",
    "opened",
    "inspected",
    "praised",
    "rejected",
    "sold",
    "repaired",
    "announced",
    "bought",
    "criticised",
]
_WHAT = [
    "the old ferry terminal",
    "two of the bridges",
    "the market hall",
    "a plan for the railway",
    "the new school",
]
_WHEN = [
    "on Tuesday",
    "in March 2023",
    "on January 9",
    "last year",
    "after nine months",
    "before the election",
]
_WHY = [
    "because repairs would cost about 3.8 million euros",
    "although at least 140 residents had signed a protest",
    "as passenger numbers rose by 12 percent",
    "according to a report of the inspectors",
    "which may take several weeks",
]


def sentence(rng: random.Random) -> str:
    """One invented sentence of some twenty words."""
    words = (rng.choice(part) for part in (_WHO, _DID, _WHAT, _WHEN, _WHY))
    return " ".join(words) + f", and {rng.randint(2, 900)} visitors came."


def article_of(sentences: list[str]) -> Article:
    """An article of these sentences."""
    text = " ".join(sentences)
    return Article(
        id="a1", source="invented", text=text, language="en", digest="article:invented",
        sentences=split_sentences(text),
    )  # fmt: skip


def claim_from(rng: random.Random, words: str) -> str:
    """A sentence as it is, reworded, or corrupted."""
    kind = rng.randrange(4)
    if kind == 0:
        return words
    if kind == 1:
        return words.replace(" percent", "%").replace("at least", "no fewer than").split(", and ")[0] + "."
    if kind == 2:
        return words.replace("Tuesday", "Friday").replace("12", "31").replace("rose", "fell")
    return (
        words.replace(" closed ", " did not close ")
        .replace(" sold ", " bought ")
        .replace("Ada Okoro", "Ines Holm")
    )


def best_of(runs: int, index: ArticleIndex, claims: list[str]) -> float:
    """Seconds of the fastest of `runs`."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        for claim in claims:
            check_statement(index, Asserted(claim))
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the three tables."""
    rng = random.Random(7)
    sentences = [sentence(rng) for _ in range(36)]
    index = index_article(article_of(sentences))
    words = len(index.article.text.split())
    print(f"claims against an article of {words} words")
    for count in (250, 500, 1000, 2000):
        claims = [claim_from(rng, rng.choice(sentences)) for _ in range(count)]
        seconds = best_of(3, index, claims)
        print(f"  {count:5} claims {seconds:7.3f} s {count / seconds:7.0f} claims/s")
    print("articles of growing length: building the index, one claim")
    for size in (10_000, 100_000, 1_000_000):
        long = [sentence(rng) for _ in range(size // 140)]
        article = article_of(long)
        start = time.perf_counter()
        index = index_article(article)
        built = time.perf_counter() - start
        claims = [claim_from(rng, rng.choice(long)) for _ in range(20)]
        print(
            f"  {len(article.text):9} characters  index {built:6.2f} s  claim {best_of(1, index, claims) / 20 * 1000:7.2f} ms"
        )


if __name__ == "__main__":
    main()
