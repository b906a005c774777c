"""Where pulled models lie when nobody says otherwise: the user's cache folder, as each platform has it.

Source: the XDG base directory specification; the platforms' own conventions elsewhere.
"""

import os
import sys
from pathlib import Path


def default_folder() -> Path:
    """`$XDG_CACHE_HOME/groundwire/models` or what the platform has instead.

    A relative `XDG_CACHE_HOME` is ignored, as the specification demands.
    """
    return _cache_home() / "groundwire" / "models"


def _cache_home() -> Path:
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if named.is_absolute():
        return named
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path.home() / ".cache"
