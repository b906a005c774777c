"""The checks on arbitrary Unicode: no crash, no hang, every span slices back.

    python tests/benchmarks/fuzz_checks.py [--inputs 100000] [--seed 1] [--slow 1.0]

An input is an article and a statement, put together by seed from random code points, from words that the checks read
(numbers, dates, names, negations, quotation marks) and from earlier inputs with a part exchanged. Printed are the slowest
inputs; exit code 1 when one fails or takes more than `--slow` seconds.
"""

import argparse
import random
import sys
import time
import traceback
from collections.abc import Iterator
from typing import NamedTuple

from groundwire.digest import digest_text
from groundwire.domain.article import Article
from groundwire.domain.support import Verdict
from groundwire.grounding.check import Asserted, Checked, check_statement
from groundwire.grounding.index import index_article
from groundwire.text.sentences import split_sentences

WORDS = [
    "The army", "left", "did not", "never", "42", "twelve", "3.8 thousand", "$5bn", "5 %", "May 3", "on Tuesday", "last month", "2019", "U.S.", "Mr. Okoro",
    "said", "according to", "may", "allegedly", "if", "“", "”", '"', "'", "’", "«", "»", "(", ")", "[", "]", "…", "...", "-", "–", "%", ".", "?", "!", ",", ";", ":",
    "\n", "\n\n", "\t", "\u2028", "\u00a0", "\u202e", "\u200d", "\ud800", "\udfff", "\x00", "\x1b[31m", "é", "e\u0301", "İ", "ß", "ﬁ", "Минск", "北京", "一二三",
    "١٢", "²", "½", "Ⅻ", "𝟗", "👩‍👩‍👧", "9" * 40, "1" * 4500, "a" * 60, "1,2,3,", "0x1F", "1e999", "-0", "٪", "10:61", "31/02/2021", "0000-00-00", "1/0", "½/0",
    "half of", "two of the", "from 3 to 1", "between 9 and", "one hundred and", "the 31st of February", "thousands of", "more than", "Dr", "van der", "O'", "McD",
]  # fmt: skip
RANGES = [(0x20, 0x7F), (0x80, 0x2FF), (0x370, 0x5FF), (0x600, 0x6FF), (0x900, 0x97F), (0x2000, 0x206F), (0x2150, 0x218F), (0x4E00, 0x4EFF), (0xD800, 0xDFFF),
          (0xFB00, 0xFB06), (0x1D7CE, 0x1D7FF), (0x1F600, 0x1F64F), (0, 0x10FFFF)]  # fmt: skip
KEPT = 200  # earlier texts that a new one may be made from


class Input(NamedTuple):
    """An article's text with its language, and a statement."""

    body: str
    statement: str
    language: str | None


def _noise(rng: random.Random, length: int) -> str:
    first, last = rng.choice(RANGES)
    return "".join(chr(rng.randint(first, last)) for _ in range(length))


def _text(rng: random.Random, earlier: list[str]) -> str:
    if earlier and rng.random() < 0.3:
        text = rng.choice(earlier)
        first = rng.randrange(len(text) + 1)
        return text[:first] + _text(rng, []) + text[first + rng.randrange(8) :]
    if rng.random() < 0.2:
        return _noise(rng, rng.randrange(60))
    glue = rng.choice((" ", " ", " ", ""))
    return glue.join(
        rng.choice(WORDS) if rng.random() < 0.9 else _noise(rng, rng.randrange(6))
        for _ in range(rng.randrange(30))
    )


def _inputs(rng: random.Random, count: int) -> Iterator[Input]:
    earlier: list[str] = []
    for _ in range(count):
        body = _text(rng, earlier)
        statement = (
            body[rng.randrange(len(body) + 1) :] if rng.random() < 0.2 else _text(rng, [*earlier, body])
        )
        yield Input(body[:4000], statement[:4000], rng.choice(("en", "en", None, "ru")))
        earlier = [*earlier[-KEPT:], body[:400]]


def _fault(checked: Checked, given: Input) -> str:
    for reason in checked.support.reasons:
        if reason.claim_span is not None and reason.claim_span.of(given.statement) != reason.claim:
            return "a reason's words are not the statement's"
        if reason.source_span is not None and reason.source_span.of(given.body) != reason.source:
            return "a reason's words are not the article's"
    if any(item.span.of(given.body) != item.quote for item in checked.evidence):
        return "evidence does not slice back"
    if checked.support.verdict is Verdict.SUPPORTED and not any(map(str.isalnum, given.statement)):
        return "a statement without a word is supported"
    return ""


def _checked(given: Input) -> Checked:
    article = Article(
        id="a1",
        source="fuzz",
        text=given.body,
        published="2025-01-12",
        language=given.language,
        digest=digest_text("article", given.body.encode("utf-8", "replace").decode()),
        sentences=split_sentences(given.body),
    )
    return check_statement(index_article(article), Asserted(text=given.statement, quote=given.statement[:30]))


def main() -> int:
    """Run and print; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slow", type=float, default=1.0, help="seconds that one input may take")
    options = parser.parse_args()
    failed = 0
    slowest: list[tuple[float, Input]] = []
    for given in _inputs(random.Random(options.seed), options.inputs):
        started = time.perf_counter()
        try:
            fault = _fault(_checked(given), given)
        except Exception:  # noqa: BLE001 - whatever is raised is what this program looks for
            fault = traceback.format_exc()
        seconds = time.perf_counter() - started
        slowest = sorted([*slowest, (seconds, given)], key=lambda one: -one[0])[:3]
        if fault:
            failed += 1
            print(f"FAILED {given!r}\n{fault}")
    for seconds, given in slowest:
        print(f"{1000 * seconds:8.1f} ms  article {len(given.body)}, statement {len(given.statement)}")
    print(f"{options.inputs} inputs, {failed} failed")
    return 1 if failed or slowest[0][0] > options.slow else 0


if __name__ == "__main__":
    sys.exit(main())
