"""What the shell offers at TAB, asked as the shell asks."""

import shutil
import subprocess
import sys

import pytest

from cli.program import Program
from groundwire.cli.completing import DOCUMENTS
from groundwire.evaluation.schemas import EVAL_SCHEMAS
from groundwire.llm.weights.catalogue import load_catalogue
from groundwire.render.schemas import SCHEMAS

NAMES = [entry.name for entry in load_catalogue()]
HEAVY = {"openai", "trafilatura", "pypdf", "feedparser", "tenacity", "sqlite3", "pydantic", "asyncio", "lxml"}
OFFERED = {
    # the line up to the cursor, a blank between words: what is offered
    "groundwire eval run ": ["live", "news", "stories"],
    "groundwire eval gate n": ["news"],
    "groundwire models pull ": NAMES,
    "groundwire models verify smol": ["smollm2-135m"],
    "groundwire models pull --from ": ["hub", "mirror"],
    "groundwire brief --model ": ["extractive", *(f"local:{name}" for name in NAMES)],
    "groundwire brief --model loc": [f"local:{name}" for name in NAMES],
    "groundwire brief --model local :": NAMES,  # a colon is a word of its own for bash
    "groundwire brief --model local : smol": ["smollm2-135m"],
    "groundwire eval run news --subject local : smol": ["smollm2-135m"],
    "groundwire schema b": ["baseline", "briefing"],
    "groundwire prompts show split": ["split_sentence@1", "split_sentence@2"],
    "groundwire brief --prompt summarise_c": ["summarise_claims@1"],
    "groundwire ingest --format ": ["md", "json", "jsonl", "html"],
}


@pytest.mark.parametrize("line", sorted(OFFERED))
def test_names_are_offered(program: Program, line: str) -> None:
    """Those that begin with what is typed."""
    words = line.split(" ")
    ended = program.run(_GROUNDWIRE_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))
    assert (ended.code, ended.out.split()) == (0, OFFERED[line]), ended.err


def test_bash_itself_completes_the_name_of_a_local_model(program: Program) -> None:
    """With the script that --install-completion installs, in a real bash."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    script = program.run(_GROUNDWIRE_COMPLETE="source_bash").out
    asked = f"""
    groundwire() {{ {sys.executable} -m groundwire "$@"; }}
    {script}
    COMP_WORDS=(groundwire brief --model local : qwen); COMP_CWORD=5
    $(complete -p groundwire | sed 's/.*-F \\([^ ]*\\).*/\\1/') "{program.folder}/groundwire"
    echo "${{COMPREPLY[@]}}"
    """
    program.write("groundwire", f'#!/bin/sh\nexec {sys.executable} -m groundwire "$@"\n')
    (program.folder / "groundwire").chmod(0o755)
    done = subprocess.run(
        [bash, "-c", asked],
        capture_output=True,
        text=True,
        check=False,
        env=program.environment(),
        cwd=program.folder,
        timeout=60,
    )
    assert done.stdout.split() == [name for name in NAMES if name.startswith("qwen")], done.stderr


def test_every_document_is_offered() -> None:
    """The names are written down where nothing heavy is imported: they are those of the schemas."""
    assert list(DOCUMENTS) == sorted({*SCHEMAS, *EVAL_SCHEMAS})


def test_what_cannot_be_read_offers_nothing(program: Program) -> None:
    """A folder of prompts that is not there is not complained of in the middle of a line."""
    ended = program.run(
        _GROUNDWIRE_COMPLETE="complete_bash",
        COMP_WORDS="groundwire prompts show ",
        COMP_CWORD="3",
        GROUNDWIRE_PROMPTS_DIR="nowhere",
    )
    assert (ended.code, ended.out.strip(), ended.err) == (0, "", "")


def test_completing_imports_nothing_heavy() -> None:
    """All the names are found without a library that takes time."""
    statement = (
        "import sys; from groundwire.cli.completing import *; from groundwire.cli import completing as c; "
        "[offer('') for offer in (c.suites, c.models, c.pulled_by_name, c.prompts, c.documents)]; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", statement], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & HEAVY == set()
