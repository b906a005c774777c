"""Prompt files to prompts. Guarantees: a file parses completely or not at all, and the error names the file.

A file is TOML front matter between two lines `+++`, then a section `# system` (optional) and a section `# user`. TOML,
because Python reads it without another library and because it has one way to write a string, a number and a date.
"""

import re
import tomllib
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from groundwire.domain.exchange import Sampling
from groundwire.errors import PromptError
from groundwire.prompts.prompt import Prompt

_FENCE_LINE = "+++"
_SECTION = re.compile(r"^# (system|user)[ \t]*$", re.MULTILINE)
SLOT = re.compile(r"\{\{([a-z][a-z0-9_]*)\}\}")


class _FrontMatter(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    task: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    version: int = Field(ge=1)
    output: str = Field(min_length=1)
    changed: str = Field(min_length=1)
    slots: dict[str, str]
    sampling: Sampling = Sampling()


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
        system=sections.get("system", ""),
        user=sections["user"],
        source=source,
    )


def slots_of(prompt: Prompt) -> frozenset[str]:
    """The names of the slots that the two sections really hold."""
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


def _split_sections(body: str, name: str) -> dict[str, str]:
    parts = _SECTION.split(body)
    names, texts = parts[1::2], parts[2::2]
    if parts[0].strip() or "user" not in names or len(set(names)) != len(names):
        raise PromptError(
            f"expected {name} to hold `# system` (at most once) and `# user` (once) after its front matter, found "
            f"{names!r} and {parts[0].strip()[:60]!r} before them",
            hint="put every line of the prompt under one of the two headings",
        )
    return {section: text.strip() for section, text in zip(names, texts, strict=True)}


def _findings(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(str(part) for part in finding['loc'])}: {finding['msg']}" for finding in _details(error)
    )


def _details(error: ValidationError) -> list[Any]:
    return list(error.errors(include_url=False, include_input=False))
