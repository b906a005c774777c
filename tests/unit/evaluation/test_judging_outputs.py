"""Judging outputs as they are made: at an address of its own, within its own bounds, and never at the subject's cost."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from cli.loopback_model import answer as analyst_answer
from evaluation_story import write_suite
from groundwire.errors import PromptError, UsageError
from groundwire.evaluation.evaluate import Evaluated, Plan, evaluate, rejudge
from groundwire.evaluation.judging.judge import open_claim_judge, parse_judge
from groundwire.evaluation.output import Output
from groundwire.evaluation.score import Failed
from groundwire.evaluation.subject import parse_subject
from groundwire.evaluation.suite import load_suite
from scripted_judge import is_judged, judging, most_words
from stub_server import Answer, Seen, StubServer, status

JUDGED = ("judged.precision", "judged.recall", "judged.f1", "judged.exact")
Answering = Callable[[Seen], Answer]


def _flags(folder: Path, **more: Any) -> dict[str, Any]:
    return {"store": folder / "store.db", "attempts": 1, **more}


def _evaluated(
    folder: Path, flags: dict[str, Any], judge: str, *, subject: str = "extractive", stories: int = 1
) -> Evaluated:
    kept: list[Output] = []
    plan = Plan(
        suite=load_suite(str(write_suite(folder, stories=stories))),
        judge=parse_judge(judge, flags),
        keep=kept.append,
    )
    evaluated = asyncio.run(evaluate(plan, [parse_subject(subject, flags)]))
    assert [row for row in asyncio.run(rejudge(plan, kept)).rows() if row.scorer in JUDGED] == [
        row for row in evaluated.rows() if row.scorer in JUDGED
    ]
    return evaluated


def test_the_judge_has_an_address_of_its_own_and_gets_no_foreign_key(tmp_path: Path):
    """The subject's requests and key stay at one host, the judge's go to the other with a key of its own or none."""
    with StubServer(answer=analyst_answer) as model, StubServer(answer=judging(most_words)) as server:
        flags = _flags(tmp_path, base_url=model.base_url, api_key=SecretStr("sk-run"))
        _evaluated(tmp_path, flags, f"j,base_url={server.base_url}", subject="m")
        own = {**flags, "judge_api_key": SecretStr("sk-judge"), "cache": False}
        _evaluated(tmp_path, own, f"j,base_url={server.base_url}", subject="m")
        keys = {seen.headers.get("authorization") for seen in server.requests}
        assert {seen.headers.get("authorization") for seen in model.requests} == {"Bearer sk-run"}
        assert [any(map(is_judged, model.requests)), all(map(is_judged, server.requests))] == [False, True]
    assert "Bearer sk-judge" in keys
    assert not any("sk-run" in str(key) for key in keys)


def test_a_judge_at_the_runs_address_has_the_runs_key(tmp_path: Path):
    """Nothing more has to be said when both are at one host."""
    flags = _flags(tmp_path, base_url="https://host/v1", api_key=SecretStr("sk-run"))
    keys = [
        parse_judge(judge, flags).settings.api_key
        for judge in ("j", "j,base_url=https://host/v2", "j,base_url=https://other/v1")
    ]
    assert [key and key.get_secret_value() for key in keys] == ["sk-run", "sk-run", None]


def test_a_failing_judge_takes_nothing_from_the_subject(tmp_path: Path):
    """Its rows have failed, say of whom, and are in no mean; the deterministic rows stand."""
    with StubServer(answer=lambda _: status(400)) as server:
        evaluated = _evaluated(tmp_path, _flags(tmp_path, base_url=server.base_url), "j")
    scores = {row.scorer: row.score for row in evaluated.rows()}
    assert all(isinstance(scores[name], Failed) and scores[name].of == "judge" for name in JUDGED)
    assert scores["claims.f1"].kind == "scored"
    estimates = {one.scorer: one for one in evaluated.header.estimates}
    assert (estimates["judged.f1"].value, estimates["judged.f1"].failed, estimates["claims.f1"].failed) == (
        None,
        2,
        0,
    )


def _spoilt(change: Callable[[list[dict[str, Any]]], object]) -> Answering:
    """A judge whose answers `change` spoils."""

    def answer(seen: Seen) -> Answer:
        made = judging(most_words)(seen)
        body = json.loads(made.body)
        message = body["choices"][0]["message"]
        given = json.loads(message["content"])
        change(given["matches"])
        message["content"] = json.dumps(given)
        return Answer(body=json.dumps(body).encode(), headers=made.headers)

    return answer


@pytest.mark.parametrize(
    "change",
    [
        lambda matches: matches.pop(),
        lambda matches: matches.append(matches[0]),
        lambda matches: matches[0].update(labelled=99),
    ],
    ids=["a claim left out", "a claim matched twice", "a labelled claim that there is not"],
)
def test_an_answer_that_is_not_whole_is_no_opinion(
    change: Callable[[list[dict[str, Any]]], object], tmp_path: Path
):
    """After it was asked for again, the judge has failed: nothing is guessed."""
    with StubServer(answer=_spoilt(change)) as server:
        evaluated = _evaluated(tmp_path, _flags(tmp_path, base_url=server.base_url), "j")
        assert len(server.requests) >= 4  # each of two articles, and asked again
    reasons = {
        row.score.reason
        for row in evaluated.rows()
        if row.scorer == "judged.f1" and isinstance(row.score, Failed)
    }
    assert {"expected one match for each" in reason for reason in reasons} == {True}


def test_no_more_requests_are_in_flight_than_the_judge_allows(tmp_path: Path):
    """Its own concurrency holds, whatever the run's is."""

    def slow(seen: Seen) -> Answer:
        made = judging(most_words)(seen)
        return Answer(body=made.body, headers=made.headers, delay_s=0.05)

    with StubServer(answer=slow) as server:
        flags = _flags(tmp_path, base_url=server.base_url, concurrency=8)
        _evaluated(tmp_path, flags, "j,concurrency=2", stories=4)
        assert server.most_at_once == 2


def test_repeats_that_are_the_same_are_judged_once(tmp_path: Path):
    """What the judge is asked depends on the claims alone: a second repeat that makes the same costs nothing."""
    with StubServer(answer=judging(most_words)) as server:
        flags = _flags(tmp_path, base_url=server.base_url)
        suite = load_suite(str(write_suite(tmp_path)))
        plan = Plan(suite=suite, judge=parse_judge("j", flags), repeats=1)
        asyncio.run(evaluate(plan, [parse_subject("extractive", flags)]))
        twice = Plan(suite=suite, judge=parse_judge("j", flags), repeats=2)
        evaluated = asyncio.run(evaluate(twice, [parse_subject("extractive", flags)]))
        assert len(server.requests) == 2
    assert evaluated.header.judge is not None
    assert (evaluated.header.judge.spent.calls, evaluated.header.judge.spent.seconds) == (4, None)


def test_judged_and_deterministic_replies_are_recorded_apart(tmp_path: Path):
    """The judge's go into a folder of their own, and are replayed from there; a reply that nobody asks for fails the run."""
    with StubServer(answer=judging(most_words)) as server:
        flags = _flags(tmp_path, base_url=server.base_url, record_to=tmp_path / "kept")
        recorded = _evaluated(tmp_path, flags, "j")
    replaying = _flags(tmp_path, base_url=server.base_url, replay_from=tmp_path / "kept")
    replayed = _evaluated(tmp_path, replaying, "j")
    values = [
        [row.score for row in evaluated.rows() if row.scorer in JUDGED] for evaluated in (recorded, replayed)
    ]
    assert values[0] == values[1]
    exchanges = tmp_path / "kept" / "judge" / "exchanges.jsonl"
    line = json.loads(exchanges.read_text(encoding="utf-8").splitlines()[0])
    with exchanges.open("a", encoding="utf-8") as file:
        file.write(json.dumps({**line, "digest": "request:sha256:0"}) + "\n")
    with pytest.raises(UsageError, match="no case asks for"):
        _evaluated(tmp_path, replaying, "j")


@pytest.mark.parametrize(
    ("judge", "message"),
    [
        ("extractive", "expected a language model to judge"),
        ("j,verbosity=3", "expected TASK@N or one of base_url"),
        (",x", "expected --judge to begin with a model"),
    ],
)
def test_a_judge_that_cannot_be_is_refused(judge: str, message: str):
    """Before anything is connected."""
    with pytest.raises(UsageError, match=message):
        parse_judge(judge, {})


def test_a_version_that_there_is_not_is_refused_before_anything_is_sent(tmp_path: Path):
    """`judge_match@9` is no prompt."""

    async def opening() -> None:
        async with open_claim_judge(parse_judge("j,judge_match@99", _flags(tmp_path))):
            pass

    with pytest.raises(PromptError, match="judge_match"):
        asyncio.run(opening())
