"""The whole path with a real language model: from two articles through a model on this machine to their briefing.

The tiny model is too weak for what it says to be of use, so nothing here is about that. What is proven: real weights
are loaded, its replies are read, whatever it claims is checked and accounted for, what was answered once is not computed
again, and what was recorded replays.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.program import Ended, Program
from groundwire.domain.briefing import Briefing
from tiny_model import FILE, NAME, tiny_weights

pytestmark = pytest.mark.timeout(400)  # seconds: some twenty of computing, and the cores may be busy

AGROUND = """Ferry Alma runs aground

HARO, March 4, 2025 - The ferry Alma ran aground near the island of Haro on Monday morning with 140 passengers on board. Nobody was hurt, the coast guard said.
"""
ASHORE = """Passengers safe after grounding

The ferry Alma hit a sandbank off Haro on Monday, the coast guard reported on 4 March 2025. All 140 passengers were taken ashore unhurt, and buses will replace the ferry.
"""


@dataclass(frozen=True)
class Runs:
    """The same briefing three times: computed and recorded, from the store, and from the recording."""

    computed: Ended
    kept: Ended
    replayed: Ended


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """The runs, in a folder of their own."""
    weights = tiny_weights()
    program = Program(tmp_path_factory.mktemp("tiny"))
    program.write("aground.txt", AGROUND)
    program.write("ashore.txt", ASHORE)
    computed = brief(program, weights, GROUNDWIRE_RECORD_TO="recorded")
    kept = brief(program, weights)
    replayed = brief(program, weights, GROUNDWIRE_STORE="another.db", GROUNDWIRE_REPLAY_FROM="recorded")
    return Runs(computed, kept, replayed)


def brief(program: Program, weights: Path, **environment: str) -> Ended:
    """Run the program on both articles; the model is named as users name it, where it was pulled."""
    is_pulled = weights.name == FILE
    model = f"local:{NAME}" if is_pulled else f"local:{weights}"
    folder = {"GROUNDWIRE_MODELS_DIR": str(weights.parent)} if is_pulled else {}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "groundwire",
            "brief",
            "aground.txt",
            "ashore.txt",
            "--model",
            model,
            "--format",
            "json",
        ],
        capture_output=True,
        cwd=program.folder,
        env=program.environment(GROUNDWIRE_MAX_TOKENS="120", **folder, **environment),
        timeout=380,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def without_run(document: Mapping[str, Any]) -> str:
    """A document as text, without what tells one run from another."""
    return json.dumps({name: part for name, part in document.items() if name != "provenance"})


def test_it_ends_well_or_says_what_is_missing(runs: Runs) -> None:
    """Exit code 0, or 3 when some of the model's replies were of no use; never a crash of the engine."""
    assert runs.computed.code in {0, 3}, runs.computed.err
    assert (runs.computed.code == 0) == (runs.computed.complaints == [])


def test_standard_output_is_the_briefing_and_nothing_else(runs: Runs) -> None:
    """The engine prints nothing: one document, valid by its schema, and no word of the native code beside it."""
    assert Briefing.model_validate_json(runs.computed.out).title
    assert "Traceback" not in runs.computed.err
    assert not any(word in runs.computed.err for word in ("llama_", "ggml", "gguf_", "srv "))


def test_the_model_was_asked(runs: Runs) -> None:
    """Requests were computed, tokens counted, no price invented; the document names the model."""
    provenance = runs.computed.json["provenance"]
    assert provenance["model"].startswith("local:")
    assert provenance["usage"]["requests"] >= 3
    assert provenance["usage"]["input_tokens"] > provenance["usage"]["output_tokens"] > 0
    assert provenance["usage"]["cost_usd"] is None


def test_every_quote_slices_back(runs: Runs) -> None:
    """What rests on evidence rests on the article's own words."""
    briefing = runs.computed.json
    texts = {article["id"]: article["text"] for article in briefing["articles"]}
    pieces = [piece for row in briefing["claims"] for cell in row["cells"] for piece in cell["evidence"]]
    assert pieces
    for piece in pieces:
        assert texts[piece["article"]][piece["start"] : piece["end"]] == piece["quote"]


def test_accounts_balance(runs: Runs) -> None:
    """Whatever went in was kept, merged, dropped for a reason, or failed."""
    losses = runs.computed.json["losses"]
    assert {"sentences", "extraction", "claims"} <= set(losses)
    for stage, account in losses.items():
        assert account["in"] == sum(account[way] for way in ("kept", "merged", "dropped", "failed")), stage


def test_the_second_run_computes_nothing(runs: Runs) -> None:
    """Every reply is in the store: no request, no weights loaded, the same document."""
    usage = runs.kept.json["provenance"]["usage"]
    assert (runs.kept.code, usage["requests"]) == (runs.computed.code, 0)
    assert usage["cache_hits"] >= runs.computed.json["provenance"]["usage"]["requests"]
    assert without_run(runs.kept.json) == without_run(runs.computed.json)


def test_the_recording_replays_to_the_same_document(runs: Runs) -> None:
    """Without a store and without the weights loaded, the recorded replies give the same bytes."""
    assert runs.replayed.code == runs.computed.code, runs.replayed.err
    assert without_run(runs.replayed.json) == without_run(runs.computed.json)
