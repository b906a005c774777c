"""The program as a user runs it: a process of its own, with a store and settings of its own."""

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    @property
    def complaints(self) -> list[str]:
        """The lines of standard error that are errors."""
        return [line for line in self.err.split("\n") if line.startswith("error: ")]


class Program:
    """Runs `groundwire` in `folder`, with a home and a store below it, and nothing of the user's environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "store.db"

    def environment(self, **extra: str) -> dict[str, str]:
        """The variables that the program sees."""
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "SYSTEMROOT"}}
        own = {"HOME": str(self.folder), "GROUNDWIRE_STORE": str(self.store), "PYTHONUTF8": "1"}
        return {**kept, **own, **extra}

    def run(self, *arguments: str, stdin: bytes = b"", **environment: str) -> Ended:
        """Run it to its end; at most a minute."""
        done = subprocess.run(
            [sys.executable, "-m", "groundwire", *arguments],
            input=stdin,
            capture_output=True,
            cwd=self.folder,
            env=self.environment(**environment),
            timeout=60,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def run_here(self, *arguments: str, **environment: str) -> Ended:
        """Run it in this process, which is quicker: for what ends before there is work."""
        from groundwire.cli.boundary import run

        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with (
            patch.dict(os.environ, self.environment(**environment), clear=True),
            patch.object(sys, "argv", ["groundwire", *arguments]),
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = run()
        said = []
        for stream in (out, err):
            stream.flush()
            said.append(stream.buffer.getvalue().decode("utf-8"))
        return Ended(code, *said)

    def write(self, name: str, content: str | bytes) -> str:
        """A file in the folder; its name, as it would be given on the command line."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name
