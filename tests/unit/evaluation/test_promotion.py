"""A prompt is gated by the suites that its task is measured on, and by no other."""

import json
from pathlib import Path

import pytest

from cli.loopback_model import answer
from evaluation_story import write_suite
from groundwire.evaluation.promotion import closed_gates
from stub_server import Answer, Seen, StubServer, completion


@pytest.fixture
def evals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of evaluations with one suite that measures claim extraction, and a store of its own."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    monkeypatch.setenv("GROUNDWIRE_STORE", str(tmp_path / "store.db"))
    folder = tmp_path / "evals"
    (folder / "suites").mkdir(parents=True)
    written = write_suite(folder, stories=3)
    text = written.read_text(encoding="utf-8").replace("fixtures/*", "../fixtures/*")
    (folder / "suites" / "small.toml").write_text(text + 'prompts = ["extract_claims"]\n', encoding="utf-8")
    return folder


def _pin(evals: Path, server: StubServer) -> None:
    from groundwire.cli.eval_judging import show_gate
    from groundwire.cli.eval_options import GateOptions
    from groundwire.cli.options import OutputOptions

    options = GateOptions(subject="m", baselines=evals / "baselines", update=True)
    flags = {"base_url": server.base_url}
    assert show_gate(str(evals / "suites" / "small.toml"), options, flags, OutputOptions(quiet=True)) == 0


def _nothing(seen: Seen) -> Answer:
    """A model that finds no claim any more."""
    reply = answer(seen)
    content = json.loads(json.loads(reply.body)["choices"][0]["message"]["content"])
    return completion(json.dumps({"claims": []})) if "claims" in content else reply


def test_without_a_baseline_of_a_model_nothing_is_asked(evals: Path):
    """A fresh project can put its first prompt to use."""
    assert closed_gates("extract_claims@1", evals, {}) == []


def test_the_same_prompt_passes_and_a_worse_answer_does_not(evals: Path):
    """What is pinned holds; a model that finds nothing under the new prompt is kept out, with the reason."""
    with StubServer(answer=answer) as server:
        _pin(evals, server)
        flags = {"base_url": server.base_url, "cache": False}
        assert closed_gates("extract_claims@1", evals, flags) == []
        assert closed_gates("brief_story@1", evals, flags) == []
        server.answer = _nothing
        [gated] = closed_gates("extract_claims@1", evals, flags)
    recall = next(check for check in gated.checks if check.scorer == "claims.recall")
    assert (gated.is_open, recall.passes, recall.value) == (False, False, 0.0)
