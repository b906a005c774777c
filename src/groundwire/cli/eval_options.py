"""The options of `groundwire eval`, as frozen groups."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from groundwire.cli.completing import models, suites
from groundwire.cli.numbers import number, whole

SuiteArgument = Annotated[
    str,
    typer.Argument(
        metavar="SUITE",
        help="The suite's name, or the path of one.",
        autocompletion=suites,
        show_default=False,
    ),
]
SuiteOption = Annotated[
    str | None,
    typer.Option(
        "--suite",
        metavar="SUITE",
        help="Whose articles to show; default: the suite of the card.",
        autocompletion=suites,
        show_default=False,
    ),
]
Subjects = Annotated[
    list[str] | None,
    typer.Option(
        "--subject",
        metavar="SUBJECT",
        help="extractive, or MODEL[,TASK@N][,setting=value]; repeatable. Default: the model of --model.",
        autocompletion=models,
        show_default=False,
    ),
]
Repeat = Annotated[
    int, typer.Option(parser=whole("--repeat", least=1), metavar="K", help="Run every case so many times.")
]
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

JudgedBy = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="JUDGE",
        help="Have claims judged too, by MODEL[,judge_match@N][,setting=value].",
        autocompletion=models,
        show_default=False,
    ),
]


@dataclass(frozen=True, kw_only=True)
class RunOptions:
    """What to run, how often, who judges it, and what to keep of it."""

    subject: Subjects = None
    repeat: Repeat = 1
    from_outputs: From = None
    save_outputs: SaveOutputs = None
    judge: JudgedBy = None


Cards = Annotated[
    list[Path],
    typer.Argument(
        metavar="CARD...", help="One scorecard or two, as `eval run` writes them.", show_default=False
    ),
]
ShownOutputs = Annotated[
    list[Path] | None,
    typer.Option(
        "--outputs",
        metavar="FILE",
        help="Outputs that --save-outputs kept, shown beside article and labels; one for all cards, or one for each.",
        show_default=False,
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Option(
        "--subject", metavar="SUBJECT", help="Which subjects of the cards; repeatable.", show_default=False
    ),
]
Change = Annotated[
    float,
    typer.Option(
        parser=number("--change", least=0.001, most=1),
        metavar="SHARE",
        help="The change to see: 0.05 is five points.",
    ),
]
StoriesArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[STORY]...",
        help="Folders of stories; all in evals/fixtures when left out.",
        show_default=False,
    ),
]


@dataclass(frozen=True, kw_only=True)
class GateOptions:
    """What to hold against the baseline, and what to write besides."""

    subject: Annotated[
        str,
        typer.Option(
            metavar="SUBJECT", help="extractive, or MODEL[,TASK@N][,setting=value].", autocompletion=models
        ),
    ] = "extractive"
    card: Annotated[
        Path | None,
        typer.Option(metavar="CARD", help="Take this scorecard instead of running.", show_default=False),
    ] = None
    baselines: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Where baselines are; default: evals/baselines.", show_default=False
        ),
    ] = None
    judge: JudgedBy = None
    update: Annotated[bool, typer.Option("--update", help="Pin what is found as the new baseline.")] = False
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --update: lower floors too.")
    ] = False
    junit: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write JUnit XML as well.", show_default=False)
    ] = None
    github: Annotated[bool, typer.Option("--github", help="Print GitHub annotations as well.")] = False


@dataclass(frozen=True, kw_only=True)
class AgreeOptions:
    """Whose agreement with the labels to measure instead of the labellers', and whether to keep what is found."""

    judge: Annotated[
        str | None,
        typer.Option(
            metavar="JUDGE",
            help="Measure a judge instead: MODEL[,judge_match@N][,setting=value].",
            autocompletion=models,
            show_default=False,
        ),
    ] = None
    save: Annotated[
        bool, typer.Option("--save", help="With --judge: keep the record that lets its scores gate.")
    ] = False
    baselines: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Where the record goes; default: evals/baselines.", show_default=False
        ),
    ] = None


StoryArgument = Annotated[
    Path, typer.Argument(metavar="STORY", help="The story's folder.", show_default=False)
]


@dataclass(frozen=True, kw_only=True)
class LabelOptions:
    """Who labels, and how the page is reached."""

    who: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="WHO",
            help="first (default), second, or a name: WHO.json is written, no other label file is read.",
            show_default=False,
        ),
    ] = None
    adjudicate: Annotated[
        bool,
        typer.Option(
            "--adjudicate", help="Decide between first.json and second.json; labels.json is written."
        ),
    ] = False
    port: Annotated[
        int,
        typer.Option(
            parser=whole("--port", least=0, most=65535),
            metavar="N",
            help="The port on 127.0.0.1; 0 is any free one.",
        ),
    ] = 0
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False
