"""Starting the program imports only what the command needs."""

import subprocess
import sys

import pytest

HEAVY = {"openai", "trafilatura", "pypdf", "feedparser", "tenacity", "sqlite3", "pydantic", "asyncio", "lxml"}


def _modules_after(statement: str) -> set[str]:
    program = f"import sys\n{statement}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_version_imports_nothing_heavy():
    """`--version` answers before anything is imported, typer included."""
    loaded = _modules_after(
        "sys.argv = ['groundwire', '--version']\nfrom groundwire.__main__ import main\nmain()"
    )
    assert loaded & (HEAVY | {"typer"}) == set()


def test_the_commands_are_known_without_anything_heavy():
    """Help and completion import typer and nothing that does the work."""
    assert _modules_after("import groundwire.cli.main") & HEAVY == set()


@pytest.mark.parametrize("library", ["openai", "trafilatura", "pypdf", "feedparser", "tenacity"])
def test_briefing_text_files_without_a_model_needs_no_library_for_models_or_the_web(library: str):
    """The command modules of `brief` import neither the SDK nor the readers of other formats."""
    assert library not in _modules_after("import groundwire.cli.working")
