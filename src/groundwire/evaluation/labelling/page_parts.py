"""The files of the page, by the names under which the server gives them.

Guarantee: there are no others; a name is looked up, never a path.
"""

from functools import cache
from importlib import resources
from typing import NamedTuple

_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_PAGE = "page.html"

_RULES = (
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
)
POLICY = "; ".join(_RULES)
"""What the page may do: run and ask for what its own server has, write no markup, stand in no frame."""


class Part(NamedTuple):
    """A file of the page."""

    content: bytes
    media_type: str


@cache
def page_parts() -> dict[str, Part]:
    """Every file of the page by name; the page itself has none."""
    folder = resources.files("groundwire.evaluation.labelling").joinpath("page")
    parts: dict[str, Part] = {}
    for file in folder.iterdir():
        stem, dot, ending = file.name.rpartition(".")
        if stem and dot + ending in _TYPES:
            name = "" if file.name == _PAGE else file.name
            parts[name] = Part(file.read_bytes(), f"{_TYPES[dot + ending]}; charset=utf-8")
    return parts
