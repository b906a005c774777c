"""The names of the catalogue, read without checking it. Light, so that completion can look there."""

import tomllib
from pathlib import Path
from typing import Final

CATALOGUE: Final = Path(__file__).with_name("catalogue.toml")


def catalogue_names() -> list[str]:
    """What follows `local:`, in the order of the file."""
    return [str(entry["name"]) for entry in tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["models"]]
