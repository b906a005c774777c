"""`groundwire runs`, as a user runs it."""

import sqlite3

import pytest

from cli.articles import HARBOUR
from cli.program import Program


@pytest.fixture
def ran(program: Program) -> Program:
    """The program after one run over two sources, one of which is not there."""
    program.write("harbour.txt", HARBOUR)
    assert program.run("summarise", "harbour.txt", "gone.txt").code == 3
    return program


def _id(ran: Program) -> str:
    [run] = ran.run("runs", "list", "--format", "json").json
    return str(run["id"])


def test_a_run_is_listed_with_what_became_of_it(ran: Program) -> None:
    """Command, status and counts, in JSON and as a table."""
    [run] = ran.run("runs", "list", "--format", "json").json
    assert (run["command"], run["status"], run["counts"]) == (
        "summarise",
        "partial",
        {"done": 1, "failed": 1},
    )
    table = ran.run("runs", "list", "--format", "md").out.splitlines()
    assert len(table) == 3
    assert f"| {run['id']} |" in table[2]


def test_a_run_is_shown_with_its_articles(ran: Program) -> None:
    """By the beginning of its id; the document of an article is in the JSON, its fault in both."""
    shown = ran.run("runs", "show", _id(ran)[:20], "--format", "json").json
    done, failed = sorted(shown["items"], key=lambda item: item["status"])
    assert (done["status"], done["document"]["schema"]) == ("done", "groundwire/report/1")
    assert (failed["status"], failed["error"]["code"], failed["document"]) == (
        "failed",
        "SourceNotFound",
        None,
    )
    table = ran.run("runs", "show", _id(ran), "--format", "md").out
    assert "gone.txt" in table
    assert "SourceNotFound" in table


def test_a_run_that_is_not_there_is_a_usage_error(ran: Program) -> None:
    """With where to look."""
    ended = ran.run("runs", "show", "nothing")
    assert ended.code == 2
    assert "groundwire runs list" in ended.err


def test_what_was_stored_verifies(ran: Program) -> None:
    """Every evidence and every digest of a real run, derived again."""
    ended = ran.run("runs", "verify", "--format", "json")
    assert (ended.code, ended.json) == (0, [])


def test_what_was_tampered_with_is_found(ran: Program) -> None:
    """A word changed in the store is found, and the exit code says so."""
    connection = sqlite3.connect(ran.store)
    connection.execute(
        "UPDATE item SET body = CAST(replace(CAST(body AS TEXT), 'two tugs', 'ten tugs') AS BLOB) "
        "WHERE status = 'done'"
    )
    connection.commit()
    connection.close()
    ended = ran.run("runs", "verify", _id(ran), "--format", "json")
    assert ended.code == 1
    assert "not the one that was digested" in ended.json[0]["what"]


def test_old_runs_are_pruned(ran: Program) -> None:
    """Nothing is older than a day; everything is older than none."""
    ran.run("runs", "prune", "--older-than", "1")
    assert len(ran.run("runs", "list", "--format", "json").json) == 1
    ended = ran.run("runs", "prune", "--older-than", "0")
    assert (ended.code, ended.err.strip()) == (0, "removed 1 runs and 0 replies older than 0 days")
    assert ran.run("runs", "list", "--format", "json").json == []


def test_a_store_that_is_no_store_has_its_exit_code(program: Program) -> None:
    """Seven, and what to do."""
    program.write("store.db", "Dear diary, " * 100)
    ended = program.run("runs", "list")
    assert ended.code == 7
    assert "not a store" in ended.err
