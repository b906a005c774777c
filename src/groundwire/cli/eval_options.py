"""The options of `groundwire eval`, as frozen groups."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

SuiteArgument = Annotated[
    str, typer.Argument(metavar="SUITE", help="The suite's name, or the path of one.", show_default=False)
]
Subjects = Annotated[
    list[str] | None,
    typer.Option(
        "--subject",
        metavar="SUBJECT",
        help="extractive, or MODEL[,TASK@N][,setting=value]; repeatable. Default: the model of --model.",
        show_default=False,
    ),
]
Repeat = Annotated[int, typer.Option(min=1, metavar="K", help="Run every case so many times.")]
From = Annotated[
    Path | None,
    typer.Option(
        "--from", metavar="OUTPUTS", help="Score saved outputs instead of running.", show_default=False
    ),
]
SaveOutputs = Annotated[
    Path | None,
    typer.Option(
        "--save-outputs", metavar="FILE", help="Keep every output, a line each.", show_default=False
    ),
]


@dataclass(frozen=True, kw_only=True)
class RunOptions:
    """What to run, how often, and what to keep of it."""

    subject: Subjects = None
    repeat: Repeat = 1
    from_outputs: From = None
    save_outputs: SaveOutputs = None
