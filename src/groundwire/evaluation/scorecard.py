"""Scorecards: every row and estimate of one evaluation run, with how it came to be.

A scorecard is one JSON document whose rows stand one a line at its end, so that half a million of them are read one by one.
Guarantees: what is written reads back the same; two scorecards can be compared only when suite and scorers are the same.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Literal, Protocol

from pydantic import Field, TypeAdapter, ValidationError

from groundwire.app.jsonl import first_complaint
from groundwire.domain.complaints import fault_words
from groundwire.domain.noun import Noun
from groundwire.domain.provenance import PromptRef
from groundwire.errors import UsageError
from groundwire.evaluation.output import Spent
from groundwire.evaluation.score import Score
from groundwire.evaluation.scorers.scorer import Better
from groundwire.evaluation.suite import Task

_WRITTEN_BY = "`groundwire eval run SUITE -o card.json` writes one"
_ROWS = '"rows": ['


class SuiteInfo(Noun):
    """Which suite, and what its digest was."""

    name: str
    digest: str
    task: Task
    stories: int
    cases: int


class SubjectInfo(Noun):
    """Who was under test."""

    name: str
    digest: str
    analyst: str
    model: str | None = None
    endpoint: str | None = None
    prompts: tuple[PromptRef, ...] = ()


class JudgedBy(Noun):
    """Which language model judged, and by which prompt; `digest` changes with everything that its judgement depends on."""

    model: str
    endpoint: str
    prompt: PromptRef
    digest: str

    def __str__(self) -> str:
        return f"{self.model} at {self.endpoint or 'this machine'} by {self.prompt} ({self.prompt.digest})"


class JudgeInfo(Noun):
    """The judge of a scorecard, as it was named, and what it took, apart from the subjects."""

    name: str
    by: JudgedBy
    spent: Spent


class ScorerInfo(Noun):
    """Which scorer, in which version, and which way is better; `judge` is who gives the score where a model does."""

    name: str
    version: int
    meaning: str
    better: Better
    is_share: bool
    judge: JudgedBy | None = None

    @property
    def reference(self) -> str:
        """Name and version, with the judge where there is one: what has to be the same for two scores to be compared."""
        own = f"{self.name}@{self.version}"
        return f"{own} ({self.judge}, {self.judge.digest})" if self.judge else own


class Estimate(Noun):
    """The mean of one scorer for one subject, with its 95 % interval; None where nothing could be scored.

    `low` and `high` are None below two stories. Failed cases count as 0 where more is better.
    """

    subject: str
    scorer: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    clusters: int
    not_applicable: int
    failed: int


class Row(Noun):
    """What one scorer says of one case."""

    case: str
    story: str
    subject: str
    repeat: int
    scorer: str
    score: Score


class Header(Noun):
    """A scorecard without its rows."""

    schema_: Literal["groundwire/scorecard/1"] = Field(default="groundwire/scorecard/1", alias="schema")
    suite: SuiteInfo
    subjects: tuple[SubjectInfo, ...]
    scorers: tuple[ScorerInfo, ...]
    judge: JudgeInfo | None = None
    repeats: int
    estimates: tuple[Estimate, ...]
    version: str
    commit: str | None
    finished: str

    def scorer(self, name: str) -> ScorerInfo:
        """The scorer of that name; it is there."""
        return next(scorer for scorer in self.scorers if scorer.name == name)

    def estimates_of(self, subject: str) -> tuple[Estimate, ...]:
        """The estimates of one subject."""
        return tuple(estimate for estimate in self.estimates if estimate.subject == subject)


class WholeScorecard(Header):
    """The document of `eval run`: a header and, at its end, every row. It is read row by row, never as a whole."""

    rows: tuple[Row, ...]


class Card(Protocol):
    """A header with its rows, in a file or just made."""

    @property
    def header(self) -> Header:
        """Everything but the rows."""
        ...

    def rows(self) -> Iterator[Row]:
        """The rows, one by one, each time that they are asked for."""
        ...


class Scorecard:
    """A scorecard in a file: its header, and its rows each time that they are asked for."""

    def __init__(self, path: Path) -> None:
        """Read the header.

        Raises:
            UsageError: there is no scorecard at `path`.
        """
        self.path = path
        with _opened(path) as file:
            self._header = _parsed_header(file, path)

    @property
    def header(self) -> Header:
        """Everything but the rows."""
        return self._header

    def rows(self) -> Iterator[Row]:
        """The rows, one by one.

        Raises:
            UsageError: one of them is no row.
        """
        with _opened(self.path) as file:
            for line in file:
                if line.rstrip("\n") == _ROWS:
                    break
            for line in file:
                if line.startswith("{"):
                    yield _parsed_row(line, self.path)


def write_scorecard(file: IO[str], header: Header, rows: Iterable[str]) -> None:
    """Write `header` and `rows`, each row a line of JSON already."""
    head = json.dumps(header.model_dump(mode="json"), indent=1, ensure_ascii=False)
    file.write(head.removesuffix("\n}") + ",\n" + _ROWS)
    separator = "\n"
    for row in rows:
        file.write(separator + row)
        separator = ",\n"
    file.write("\n]}\n")


def _opened(path: Path) -> IO[str]:
    try:
        return path.open(encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"expected a scorecard at {str(path)!r}, found none: {error.strerror}") from None


def _parsed_header(file: IO[str], path: Path) -> Header:
    lines: list[str] = []
    try:
        for line in file:
            if line.rstrip("\n") == _ROWS:
                break
            lines.append(line)
        else:
            raise UsageError(f"expected a scorecard in {str(path)!r}, found something else", hint=_WRITTEN_BY)
        return Header.model_validate(json.loads("".join(lines).rstrip().removesuffix(",") + "}"))
    except ValidationError as error:
        raise UsageError(f"expected a scorecard in {str(path)!r}: {first_complaint(error)}") from None
    except ValueError as error:
        raise UsageError(
            f"expected a scorecard in {str(path)!r}, found {fault_words(error)}", hint=_WRITTEN_BY
        ) from None


_ROW: TypeAdapter[Row] = TypeAdapter(Row)


def _parsed_row(line: str, path: Path) -> Row:
    try:
        return _ROW.validate_json(line.rstrip().removesuffix(","))
    except ValidationError as error:
        raise UsageError(f"expected a row in {str(path)!r}: {first_complaint(error)}") from None


def as_line(row: Row) -> str:
    """A row on one line."""
    value: dict[str, Any] = row.model_dump(mode="json", exclude_defaults=True)
    value["repeat"] = row.repeat
    value["score"]["kind"] = row.score.kind
    return json.dumps(value, ensure_ascii=False)
