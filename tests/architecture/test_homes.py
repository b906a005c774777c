"""Each third-party library has one home, and blanket excepts stand only at the boundaries."""

import ast

import pytest

from architecture.source_tree import Module, imported, modules

HOMES = {
    "aiohttp": ("ingest.from_url", "ingest.addresses", "llm.openai_"),
    "charset_normalizer": ("ingest.",),
    "feedparser": ("ingest.from_feed",),
    "httpx2": ("ingest.from_url", "ingest.addresses", "llm.openai_"),
    "lxml": ("ingest.",),
    "openai": ("llm.openai_",),
    "pydantic_settings": ("settings",),
    "pypdf": ("ingest.from_pdf",),
    "sqlite3": ("store.",),
    "tenacity": ("llm.policy",),
    "trafilatura": ("ingest.",),
    "typer": ("cli.",),
    "xllamacpp": ("llm.local_worker",),
}
BOUNDARIES = {"app.analysing", "cli.boundary", "evaluation.running", "evaluation.scoring", "ingest.sources"}


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_library_stays_at_home(library: str):
    """No module outside a library's home imports it."""
    strangers = [
        module.name
        for module in modules()
        if library in imported(module) and not module.name.startswith(HOMES[library])
    ]
    assert strangers == []


def test_a_blanket_except_stands_only_at_a_boundary():
    """`except Exception` and a bare `except` belong to the process boundary and the row boundaries."""
    assert {module.name for module in modules() if _has_blanket_except(module)} <= BOUNDARIES


def _has_blanket_except(module: Module) -> bool:
    handlers = (node for node in ast.walk(module.tree) if isinstance(node, ast.ExceptHandler))
    return any(
        handler.type is None or (isinstance(handler.type, ast.Name) and handler.type.id == "Exception")
        for handler in handlers
    )
