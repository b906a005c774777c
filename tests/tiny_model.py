"""The tiny model for tests that want real weights: where it lies, or why it cannot be had."""

import importlib.util
import os
from pathlib import Path

import pytest

from groundwire.settings import Settings

NAME = "smollm2-135m"
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
VARIABLE = "GROUNDWIRE_TEST_GGUF"


def tiny_weights() -> Path:
    """The file of weights: what the variable names, or what was pulled. Skips the test, saying why, without it."""
    if importlib.util.find_spec("xllamacpp") is None:
        pytest.skip("the binding is not installed: pip install 'groundwire[local]'")
    named = os.environ.get(VARIABLE)
    path = Path(named) if named else Settings().models_path / FILE
    if not path.is_file():
        pytest.skip(f"no weights at {path}: groundwire models pull {NAME}, or name a GGUF file in {VARIABLE}")
    return path
