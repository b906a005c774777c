"""Prompt: one released version of one task's wording, and what a reply to it has to look like."""

from collections.abc import Mapping
from dataclasses import dataclass

from groundwire.digest import digest_text
from groundwire.domain.exchange import Sampling
from groundwire.domain.provenance import PromptRef


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """A prompt file as parsed. `source` is its whole text; `system` is empty where the file has no such section.

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

    @property
    def ref(self) -> PromptRef:
        """Task, version and the digest of the file."""
        return PromptRef(task=self.task, version=self.version, digest=self.digest)

    @property
    def digest(self) -> str:
        """The digest of the whole file: what the lock holds."""
        return digest_text("prompt", self.source)
