"""Prompt files to prompts. Guarantees: a file parses completely or not at all, and the error names the file.

A file is TOML front matter between two lines `+++`, then a section `# system` (optional), any number of example turns
(`# user` answered by `# assistant`), and a section `# user` with the question itself. TOML, because Python reads it without another library and because it has one way to write a string, a number and a date.
"""

import re
import tomllib
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from groundwire.domain.exchange import Sampling
from groundwire.errors import PromptError
from groundwire.prompts.prompt import Prompt, Turn

_FENCE_LINE = "+++"
_SECTION = re.compile(r"^# (system|user|assistant)[ \t]*$", re.MULTILINE)
SLOT = re.compile(r"\{\{([a-z][a-z0-9_]*)\}\}")


class _FrontMatter(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    task: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    version: int = Field(ge=1)
    output: str = Field(min_length=1)
    changed: str = Field(min_length=1)
    slots: dict[str, str]
    sampling: Sampling = Sampling()


class _Sections(NamedTuple):
    system: str
    turns: tuple[Turn, ...]
    user: str


def parse_prompt(source: str, *, name: str) -> Prompt:
    """The prompt in `source`; `name` is what messages call it.

    Raises:
        PromptError: the front matter or a section is missing, unknown or malformed.
    """
    front, body = _split_front_matter(source, name)
    try:
        parsed = _FrontMatter.model_validate(tomllib.loads(front))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(
            f"expected TOML between the two +++ lines of {name}, found {error}",
            hint="quote strings, one key = value a line",
        ) from error
    except ValidationError as error:
        raise PromptError(
            f"expected the front matter of {name} to be complete, found {_findings(error)}",
            hint="it needs task, version, output, changed and [slots]; [sampling] may be left out",
        ) from error
    sections = _split_sections(body, name)
    return Prompt(
        task=parsed.task,
        version=parsed.version,
        output=parsed.output,
        changed=parsed.changed,
        slots=parsed.slots,
        sampling=parsed.sampling,
        system=sections.system,
        turns=sections.turns,
        user=sections.user,
        source=source,
    )


def slots_of(prompt: Prompt) -> frozenset[str]:
    """The names of the slots that the sections really hold; examples hold none."""
    return frozenset(SLOT.findall(prompt.system) + SLOT.findall(prompt.user))


def _split_front_matter(source: str, name: str) -> tuple[str, str]:
    lines = source.split("\n")
    closing = lines.index(_FENCE_LINE, 1) if _FENCE_LINE in lines[1:] else -1
    if lines[0] != _FENCE_LINE or closing < 0:
        raise PromptError(
            f"expected {name} to begin with front matter between two lines {_FENCE_LINE!r}, found {lines[0]!r}",
            hint="see prompts/README.md for the shape of a prompt file",
        )
    return "\n".join(lines[1:closing]), "\n".join(lines[closing + 1 :])


def _split_sections(body: str, name: str) -> _Sections:
    parts = _SECTION.split(body)
    names, texts = parts[1::2], [text.strip() for text in parts[2::2]]
    system = texts.pop(0) if names[:1] == ["system"] else ""
    spoken = names[1:] if names[:1] == ["system"] else names
    examples = len(spoken) // 2
    if parts[0].strip() or spoken != [*(("user", "assistant") * examples), "user"]:
        raise PromptError(
            f"expected {name} to hold `# system` (at most once), example turns (`# user`, then `# assistant`) and a last "
            f"`# user` after its front matter, found {names!r} and {parts[0].strip()[:60]!r} before them",
            hint="put every line of the prompt under one of the headings",
        )
    turns = tuple(Turn(user=texts[2 * at], assistant=texts[2 * at + 1]) for at in range(examples))
    return _Sections(system, turns, texts[-1])


def _findings(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(str(part) for part in finding['loc'])}: {finding['msg']}" for finding in _details(error)
    )


def _details(error: ValidationError) -> list[Any]:
    return list(error.errors(include_url=False, include_input=False))
