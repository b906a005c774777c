"""How much of an article's body is read from a page, and how much else: precision, recall and F1 on hand-made bodies.

    python tests/benchmarks/measure_html_bodies.py FOLDER [--libraries] [--worst N]

FOLDER holds `gold.jsonl` (`id`, `file`, `url`, `article_body`) and the pages (gzip). The measure compares multisets of
four-token shingles; true positives, false positives and false negatives are divided by their sum a page, precision and
recall averaged over pages. `--libraries` measures what is installed of trafilatura, readability-lxml, jusText,
newspaper4k, goose3 and boilerpy3 in the same run. Two random halves show how far a figure moves with the choice of pages.
"""

import argparse
import gzip
import importlib.util
import json
import logging
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from groundwire.ingest.assemble import assemble
from groundwire.ingest.from_html import read_html

Reader = Callable[[bytes, str], str | None]


def _before_assembling(page: bytes, url: str) -> str:
    return "\n\n".join(block.text for block in read_html(page, url=url).blocks)


def _ours(page: bytes, url: str) -> str:
    return assemble(read_html(page, url=url), id="a1", source=url).text


def _trafilatura(page: bytes, _: str) -> str | None:
    import trafilatura

    return trafilatura.extract(page)


def _trafilatura_without_comments(page: bytes, _: str) -> str | None:
    import trafilatura

    return trafilatura.extract(page, include_comments=False)


def _readability(page: bytes, _: str) -> str:
    from lxml import html
    from readability import Document

    return str(html.fromstring(Document(page.decode("utf-8", "replace")).summary()).text_content())


def _justext(page: bytes, _: str) -> str:
    import justext

    paragraphs = justext.justext(page, justext.get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def _newspaper(page: bytes, url: str) -> str:
    import newspaper

    article = newspaper.Article(url, fetch_images=False)
    article.download(input_html=page.decode("utf-8", "replace"))
    article.parse()
    return str(article.text)


def _goose(page: bytes, _: str) -> str:
    from goose3 import Goose

    return str(Goose().extract(raw_html=page.decode("utf-8", "replace")).cleaned_text)


def _boilerpy(page: bytes, _: str) -> str:
    from boilerpy3 import extractors

    return str(extractors.ArticleExtractor().get_content(page.decode("utf-8", "replace")))


LIBRARIES: dict[str, tuple[str, Reader]] = {
    "trafilatura": ("trafilatura", _trafilatura),
    "trafilatura, comments off": ("trafilatura", _trafilatura_without_comments),
    "readability-lxml": ("readability", _readability),
    "jusText": ("justext", _justext),
    "newspaper4k": ("newspaper", _newspaper),
    "goose3": ("goose3", _goose),
    "boilerpy3": ("boilerpy3", _boilerpy),
}


def _shingles(text: str | None) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text or "")
    return Counter(tuple(tokens[i : i + 4]) for i in range(max(len(tokens) - 3, min(len(tokens), 1))))


def compare(found: str | None, gold: str) -> tuple[float, float, float]:
    """Shares of true positives, false positives and false negatives."""
    ours, theirs = _shingles(found), _shingles(gold)
    true = sum((ours & theirs).values())
    counts = (true, sum(ours.values()) - true, sum(theirs.values()) - true)
    total = sum(counts) or 1
    return counts[0] / total, counts[1] / total, counts[2] / total


def score(rows: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Precision and recall averaged over pages, and F1 of the two. A page of which nothing was read has precision 0."""
    precision = sum(true / (true + false) if true + false else 0.0 for true, false, _ in rows) / len(rows)
    recall = sum(true / (true + missed) if true + missed else 1.0 for true, _, missed in rows) / len(rows)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _pages(folder: Path) -> Iterator[tuple[dict[str, str], bytes]]:
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n"):
        if line:
            row = json.loads(line)
            yield row, gzip.decompress((folder / row["file"]).read_bytes())


def _measure(
    name: str, read: Reader, pages: list[tuple[dict[str, str], bytes]]
) -> list[tuple[float, float, float]]:
    rows, failed = [], 0
    for row, page in pages:
        try:
            text = read(page, row["url"])
        except Exception:  # noqa: BLE001 - other libraries raise what they please
            text, failed = None, failed + 1
        rows.append(compare(text, row["article_body"]))
    figures = "  ".join(f"{figure:.3f}" for figure in score(rows))
    print(f"{name:28}{figures}  pages not read: {failed}")
    return rows


def main() -> None:
    """Print a line per reader, the halves, and the worst pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--libraries", action="store_true")
    parser.add_argument("--worst", type=int, default=0)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    pages = list(_pages(options.folder))
    print(f"{'':28}precision  recall  F1 ({len(pages)} pages)")
    rows = _measure("groundwire", _ours, pages)
    _measure("groundwire, blocks alone", _before_assembling, pages)
    order = random.Random(7).sample(range(len(rows)), len(rows))
    for half in (order[: len(order) // 2], order[len(order) // 2 :]):
        print(
            f"{'  a random half':28}{'  '.join(f'{figure:.3f}' for figure in score([rows[i] for i in half]))}"
        )
    for name, (module, read) in LIBRARIES.items():
        if options.libraries and importlib.util.find_spec(module):
            _measure(name, read, pages)
    worst = sorted(zip(rows, pages, strict=True), key=lambda pair: pair[0][0])[: options.worst]
    for (true, false, missed), (row, _) in worst:
        print(f"{true:.2f} right  {false:.2f} too much  {missed:.2f} missed  {row['url']}")


if __name__ == "__main__":
    main()
