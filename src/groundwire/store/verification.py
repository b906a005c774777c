"""Is what is stored still what was stored? Digests and evidence are derived again and compared.

Guarantees: everything that can be wrong is a finding with the place where it is; nothing is changed; one damaged row does not hide
the others.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from groundwire.digest import digest_text
from groundwire.domain.exchange import ModelReply
from groundwire.domain.run import Item, ItemStatus, Run
from groundwire.store.connection import Connection
from groundwire.store.replies import decoded

_EVIDENCE_KEYS = frozenset({"article", "start", "end", "quote"})


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be: where (`run r1, item 3, …`), and what."""

    where: str
    what: str


def verify_file(connection: Connection) -> Iterator[Finding]:
    """What SQLite finds wrong with the file, and replies that are none."""
    for message, *_ in connection.query("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding("file", f"SQLite reports: {message}")
    for table, *_ in connection.query("PRAGMA foreign_key_check"):
        yield Finding("file", f"a row of {table} belongs to nothing")
    for digest, body in connection.query("SELECT digest, text FROM reply ORDER BY digest"):
        problem = _problem(ModelReply, body)
        if problem:
            yield Finding(f"reply {digest}", problem)


def verify_run(connection: Connection, run_id: str) -> Iterator[Finding]:
    """What is wrong with a run and its items."""
    for (body,) in connection.query("SELECT body FROM run WHERE id = ?", (run_id,)):
        problem = _problem(Run, body)
        if problem:
            yield Finding(f"run {run_id}", problem)
    rows = connection.query("SELECT position, body FROM item WHERE run = ? ORDER BY position", (run_id,))
    for position, body in rows:
        where = f"run {run_id}, item {position}"
        problem = _problem(Item, body)
        if problem:
            yield Finding(where, problem)
        else:
            yield from verify_item(Item.model_validate(json.loads(decoded(body))), where)


def verify_item(item: Item, where: str) -> Iterator[Finding]:
    """What is wrong with an item: its document, the digest of its article, its evidence."""
    if item.document is None:
        if item.status is not ItemStatus.FAILED:
            yield Finding(where, f"expected a document with status {item.status.value!r}, found none")
        return
    try:
        document = json.loads(item.document)
    except ValueError as error:
        yield Finding(where, f"the document is not JSON: {error}")
        return
    texts: dict[str, str] = {}
    for article in _articles(document):
        texts[article["id"]] = article["text"]
        derived = digest_text("article", article["text"])
        if derived != article.get("digest"):
            yield Finding(where, f"the text of article {article['id']!r} is not the one that was digested")
        if article["id"] == item.article and derived != item.article_digest:
            yield Finding(where, f"article {article['id']!r} is not the one that was analysed")
    for evidence in _evidence(document):
        text = texts.get(evidence["article"])
        if text is not None and text[evidence["start"] : evidence["end"]] != evidence["quote"]:
            place = f"{evidence['article']}:{evidence['start']}:{evidence['end']}"
            yield Finding(where, f"the evidence at {place} is not what the article says there")


def _problem(kind: type[ModelReply] | type[Run] | type[Item], body: bytes) -> str:
    try:
        kind.model_validate(json.loads(decoded(body)))
    except (ValueError, AttributeError) as error:
        return f"expected a {kind.__name__}, found something else: {str(error).splitlines()[0]}"
    return ""


def _articles(document: Any) -> Iterator[Mapping[str, Any]]:
    if not isinstance(document, Mapping):
        return
    articles = document.get("articles")
    for article in [document.get("article"), *(articles if isinstance(articles, list) else [])]:
        is_one = isinstance(article, Mapping) and isinstance(article.get("id"), str)
        if is_one and isinstance(article.get("text"), str):
            yield article


def _evidence(document: Any) -> Iterator[Mapping[str, Any]]:
    """Every piece of evidence anywhere in a document."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, Mapping):
            if (
                value.keys() == _EVIDENCE_KEYS
                and isinstance(value["start"], int)
                and isinstance(value["end"], int)
            ):
                yield value
            waiting.extend(value.values())
