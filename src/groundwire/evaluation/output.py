"""Output: what a subject made of a case, kept so that it can be scored again without a call."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from groundwire.app.jsonl import first_complaint
from groundwire.domain.analysis import Analysis
from groundwire.domain.briefing import Briefing
from groundwire.domain.noun import Noun
from groundwire.errors import UsageError


class Spent(Noun):
    """What an output took. `calls` and tokens count answers from the cache too, so that a resumed run tells the same.

    `seconds` is None where answers came from the cache; `cost_usd` is what the tokens cost without it, None when a price is unknown.
    """

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = None
    seconds: float | None = None


class Output(Noun):
    """One line of an outputs file. Exactly one of `analysis`, `briefing` and `failure` is there."""

    schema_: Literal["groundwire/output/1"] = Field(default="groundwire/output/1", alias="schema")
    case: str
    case_digest: str
    subject: str
    repeat: int = 0
    analysis: Analysis | None = None
    briefing: Briefing | None = None
    failure: str | None = None
    spent: Spent = Spent()

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it from the others of a run."""
        return (self.subject, self.case, self.repeat)


_WRITTEN_BY = "name the file that `eval run --save-outputs` wrote"


def read_outputs(path: Path) -> Iterator[Output]:
    """The outputs in the file at `path`.

    Raises:
        UsageError: it cannot be read, or a line of it is not an output.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _parsed(line, f"{path}:{number}")
    except OSError as error:
        raise UsageError(
            f"expected outputs at {str(path)!r}, could not read them: {error.strerror}", hint=_WRITTEN_BY
        ) from None
    except UnicodeDecodeError:
        raise UsageError(f"expected outputs at {str(path)!r}, found no UTF-8", hint=_WRITTEN_BY) from None


def _parsed(line: str, where: str) -> Output:
    try:
        return Output.model_validate(json.loads(line))
    except ValidationError as error:
        raise UsageError(f"expected an output at {where}: {first_complaint(error)}") from None
    except ValueError:
        raise UsageError(f"expected an output at {where}, found no JSON", hint=_WRITTEN_BY) from None
