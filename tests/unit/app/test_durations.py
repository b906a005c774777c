"""How much a model will write and how long it takes for it: roughly, and nothing where nothing was measured."""

import json
from pathlib import Path

import pytest

from groundwire.app.duration import expected_output, seconds_for
from groundwire.domain.exchange import Message, ModelRequest
from groundwire.evaluation.case import cases_of
from groundwire.evaluation.suite import load_suite
from groundwire.llm.scripted import Scripted
from groundwire.llm.weights.catalogue import Speed, load_catalogue
from groundwire.prompts.registry import load_registry, select_prompts
from groundwire.summarise.analyst import AnalystConfig, PromptedAnalyst

RECORDINGS = Path(__file__).parents[3] / "evals" / "recordings" / "live"


def _request(*said: tuple[str, str]) -> ModelRequest:
    return ModelRequest(model="m", messages=tuple(Message(role=role, content=text) for role, text in said))


def test_a_reply_is_expected_to_be_as_long_as_those_of_the_worked_examples() -> None:
    """Half as many bytes as its question, where the examples are; in tokens of 3.6 bytes."""
    request = _request(
        ("system", "s" * 999), ("user", "u" * 100), ("assistant", "a" * 50), ("user", "q" * 720)
    )
    assert expected_output(request) == 100


def test_without_worked_examples_nothing_is_expected() -> None:
    """A bound is known, an expectation is not."""
    assert expected_output(_request(("system", "s"), ("user", "u"))) is None


def test_the_beginning_that_requests_share_is_read_once() -> None:
    """Loading, one whole request, the questions of the others, and the words written; threads share the work, not the loading."""
    requests = [_request(("system", "s" * 3240), ("user", "q" * 360)) for _ in range(3)]
    speed = Speed(reads=40, writes=10, loads_s=5)
    assert seconds_for(requests, 100, speed=speed, threads=1) == pytest.approx(5 + 1200 / 40 + 100 / 10)
    assert seconds_for(requests, 100, speed=speed, threads=2) == pytest.approx(5 + (1200 / 40 + 100 / 10) / 2)
    assert seconds_for([], 0, speed=speed, threads=1) == 0


@pytest.mark.parametrize("name", sorted(folder.name for folder in RECORDINGS.iterdir() if folder.is_dir()))
def test_what_is_expected_is_near_what_models_wrote(name: str) -> None:
    """Asked sentence by sentence about the suite `live`: within a factor of three of what was recorded, mostly nearer."""
    lines = (RECORDINGS / name / "exchanges.jsonl").read_text(encoding="utf-8").splitlines()
    replies = [json.loads(line)["reply"] for line in lines]
    prompts = select_prompts(load_registry(None), (f"split_sentence@{name[-1]}",))
    analyst = PromptedAnalyst(Scripted("{}"), prompts, AnalystConfig(model="m", by_sentence=True))
    cases = cases_of(load_suite("live"))
    expected = [
        expected_output(request) or 0 for case in cases for request in analyst.first_requests(case.article)
    ]
    written = sum(reply["output_tokens"] for reply in replies) / len(replies)
    assert written / 3 < sum(expected) / len(expected) < written * 3


def test_every_model_of_the_catalogue_has_a_speed() -> None:
    """The larger the slower."""
    entries = sorted(load_catalogue(), key=lambda entry: entry.size_bytes)
    reads = [entry.speed.reads for entry in entries if entry.speed]
    assert reads == sorted(reads, reverse=True)
    assert len(reads) == len(entries)
