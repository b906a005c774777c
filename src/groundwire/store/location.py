"""Where the store lives when nobody says otherwise: the user's data folder, as each platform has it.

Source: the XDG base directory specification; the platforms' own conventions elsewhere.
"""

import os
import sys
from pathlib import Path

FILE_NAME = "groundwire.sqlite3"


def default_path() -> Path:
    """`$XDG_DATA_HOME/groundwire/groundwire.sqlite3` or what the platform has instead.

    A relative `XDG_DATA_HOME` is ignored, as the specification demands.
    """
    return _data_home() / "groundwire" / FILE_NAME


def _data_home() -> Path:
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    if named.is_absolute():
        return named
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path.home() / ".local" / "share"
