"""What is stored is still what was stored, or it is said where it is not."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from groundwire.digest import digest_text
from groundwire.domain.run import Item, ItemStatus, Run
from groundwire.errors import UsageError
from groundwire.store.database import open_store

TEXT = "The ferry was cancelled. Nobody was hurt."
RUN = Run(id="r1", command="summarise", started="2025-03-04T12:00:00+00:00", analyst="extractive@1")


def document() -> dict[str, Any]:
    return {
        "schema": "groundwire/report/1",
        "article": {"id": "a1", "text": TEXT, "digest": digest_text("article", TEXT)},
        "claims": [
            {"evidence": [{"article": "a1", "start": 0, "end": 9, "quote": "The ferry"}]},
            {"evidence": [{"article": "a1", "start": 25, "end": 31, "quote": "Nobody"}]},
        ],
    }


def item(document_: dict[str, Any] | None) -> Item:
    return Item(
        run="r1",
        position=0,
        article="a1",
        source="a.txt",
        article_digest=digest_text("article", TEXT),
        status=ItemStatus.DONE,
        document=None if document_ is None else json.dumps(document_),
    )


def findings(path: Path, document_: dict[str, Any] | None) -> list[tuple[str, str]]:
    with open_store(path) as store:
        store.runs.start(RUN)
        store.runs.put_item("r1", item(document_))
        return [(finding.where, finding.what) for finding in store.verify()]


def test_what_is_as_it_was_has_no_findings(tmp_path: Path) -> None:
    """A sound store verifies."""
    assert findings(tmp_path / "s", document()) == []


def _change_text(it: dict[str, Any]) -> None:
    it["article"]["text"] = TEXT.replace("Nobody", "Nearly")


def _change_quote(it: dict[str, Any]) -> None:
    it["claims"][1]["evidence"][0]["quote"] = "Somebody"


def _shift(it: dict[str, Any]) -> None:
    it["claims"][0]["evidence"][0]["start"] = 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            _change_text,
            [
                "the text of article 'a1' is not the one that was digested",
                "article 'a1' is not the one that was analysed",
                "the evidence at a1:25:31 is not what the article says there",
            ],
        ),
        (_change_quote, ["the evidence at a1:25:31 is not what the article says there"]),
        (_shift, ["the evidence at a1:1:9 is not what the article says there"]),
    ],
)
def test_what_was_tampered_with_is_found(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], expected: list[str]
) -> None:
    """Text against its digests, evidence against its text; the place is named."""
    changed = document()
    change(changed)
    assert findings(tmp_path / "s", changed) == [("run r1, item 0", what) for what in expected]


def test_a_document_that_is_gone_is_found(tmp_path: Path) -> None:
    """An item that says it is done has one."""
    assert findings(tmp_path / "s", None) == [
        ("run r1, item 0", "expected a document with status 'done', found none")
    ]


def test_rows_that_are_damaged_are_found_one_by_one(tmp_path: Path) -> None:
    """A reply, a run and an item that cannot be read hide neither each other nor what is sound."""
    path = tmp_path / "s"
    with open_store(path) as store:
        store.runs.start(RUN)
        store.runs.put_item("r1", item(document()))
        store.replies.put("d1", '{"text": "ice"}')
        store.replies.put("d2", "ice")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE run SET body = x'ff'")
    connection.execute("UPDATE item SET body = '{}'")
    connection.commit()
    connection.close()
    with open_store(path) as store:
        assert [finding.where for finding in store.verify()] == ["reply d2", "run r1", "run r1, item 0"]
        assert [finding.where for finding in store.verify("r1")] == ["run r1", "run r1, item 0"]


def test_a_run_that_is_not_there_cannot_be_verified(tmp_path: Path) -> None:
    """A typo is not "nothing wrong"."""
    with open_store(tmp_path / "s") as store, pytest.raises(UsageError):
        store.verify("r1")
