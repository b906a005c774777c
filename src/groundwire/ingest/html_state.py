"""Article bodies that a page carries as data for its scripts: JSON-LD `articleBody` and JsonML (`["p", "words", …]`).

Some pages show the first paragraphs as elements and hold the others only in such data. Guarantees: nothing is
run; broken or deeply nested data is skipped; work is linear in the length of the scripts.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import html

from groundwire.ingest.document import Block

_DECODER = json.JSONDecoder(strict=False)
_FIRST_PARAGRAPH = '["p",'
_MAX_RUNS = 50
"""Runs of JsonML that are looked at in a page."""
_MAX_NESTING = 40
_BLOCK_TAGS = frozenset({"p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "div"})
_INLINE_TAGS = frozenset(
    {"a", "em", "strong", "i", "b", "span", "q", "cite", "br", "sup", "sub", "small", "u"}
)
_LONGER = 1.3
_AGREEMENT = 0.7


def read_linked_data(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD that has a type, outer ones first."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting: list[Any] = [json.loads((script.text or "").strip(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, dict):
                if "@type" in node:
                    yield node
                waiting.extend(
                    node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node
                )
            elif isinstance(node, list):
                waiting.extend(node)


def find_bodies(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Pages that hold nothing but an article body found in the data of `tree`."""
    for node in read_linked_data(tree):
        body = node.get("articleBody")
        if isinstance(body, str) and body.strip():
            yield _page(["p", line] for line in body.splitlines() if line.strip())
    for script in tree.iter("script"):
        text = script.text or ""
        if _FIRST_PARAGRAPH in text:
            yield from (_page(run) for run in _jsonml_runs(text))


def _jsonml_runs(text: str) -> Iterator[list[Any]]:
    """Neighbouring JsonML elements, from a first paragraph to the end of the array that it stands in."""
    position = text.find(_FIRST_PARAGRAPH)
    for _ in range(_MAX_RUNS):
        if position < 0:
            return
        run: list[Any] = []
        while position < len(text) and text[position] in '["{':
            try:
                node, position = _DECODER.raw_decode(text, position)
            except (ValueError, RecursionError):
                position += 1
                break
            run.append(node)
            if text[position : position + 1] != ",":
                break
            position += 1
        if run:
            yield run
        position = text.find(_FIRST_PARAGRAPH, position)


def _page(nodes: Iterable[Any]) -> html.HtmlElement:
    page = html.document_fromstring("<html><body><article></article></body></html>")
    article = page.find(".//article")
    for node in nodes:
        _append(article, node, depth=0)
    return page


def _append(parent: html.HtmlElement, node: Any, *, depth: int) -> None:
    """Add a JsonML node, when it is one of text, to `parent`; other nodes (advertisements, images) are left out."""
    if isinstance(node, str):
        _append_text(parent, node)
    elif isinstance(node, list) and node and isinstance(node[0], str) and depth < _MAX_NESTING:
        tag = node[0].lower()
        if tag in _BLOCK_TAGS or tag in _INLINE_TAGS:
            element = html.Element(tag)
            attributes = node[1] if len(node) > 1 and isinstance(node[1], dict) else {}
            if tag == "a" and isinstance(attributes.get("href"), str):
                element.set("href", "#")
            parent.append(element)
            for child in node[1:]:
                _append(element, child, depth=depth + 1)


def _append_text(parent: html.HtmlElement, words: str) -> None:
    clean = "".join(c if c.isprintable() else " " for c in words)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean
    else:
        parent.text = (parent.text or "") + clean


def is_fuller(candidate: tuple[Block, ...], shown: tuple[Block, ...]) -> bool:
    """Whether `candidate` holds most of what the page shows, and clearly more."""
    words = _squeezed(block.text for block in candidate)
    shown_words = [_squeezed([block.text]) for block in shown]
    total = sum(map(len, shown_words))
    if len(words) < _LONGER * total:
        return False
    return sum(len(text) for text in shown_words if text in words) >= _AGREEMENT * total


def _squeezed(texts: Iterable[str]) -> str:
    return "".join(character for text in texts for character in text if character.isalnum())
