"""Prompt: one released version of one task's wording, and what a reply to it has to look like."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from groundwire.digest import digest_text
from groundwire.domain.exchange import Sampling
from groundwire.domain.provenance import PromptRef


class Turn(NamedTuple):
    """An example as a turn of the conversation: what was asked, and the right reply."""

    user: str
    assistant: str


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """A prompt file as parsed. `source` is its whole text; `system` is empty where the file has no such section.

    `turns` are examples that a model is shown as if it had answered them: small models follow those more closely than
    an example in the instructions.

    `output` names the type of the reply in `prompts.outputs`; `slots` says of each slot what stands in it.
    """

    task: str
    version: int
    output: str
    changed: str
    system: str
    user: str
    source: str
    slots: Mapping[str, str]
    sampling: Sampling
    turns: tuple[Turn, ...] = ()

    @property
    def ref(self) -> PromptRef:
        """Task, version and the digest of the file."""
        return PromptRef(task=self.task, version=self.version, digest=self.digest)

    @property
    def digest(self) -> str:
        """The digest of the whole file: what the lock holds."""
        return digest_text("prompt", self.source)
