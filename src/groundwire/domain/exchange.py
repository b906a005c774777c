"""One exchange with a language model: the request, everything that can change its reply, and the reply."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal

from pydantic import Field

from groundwire.digest import digest_json
from groundwire.domain.noun import Noun


class Message(Noun):
    """One turn of a chat."""

    role: Literal["system", "user", "assistant"]
    content: str


class ResponseFormat(Noun):
    """The JSON Schema that the reply has to follow, under a name."""

    name: str
    json_schema: Mapping[str, Any]


class Sampling(Noun):
    """How the model chooses words. None leaves a parameter to the endpoint."""

    temperature: float | None = 0.0
    top_p: float | None = None
    max_tokens: int | None = None
    seed: int | None = None


class ModelRequest(Noun):
    """Everything that can change a reply, and nothing else: no key, no time-out, no run id.

    `endpoint` is where the model lives (host and path without credentials; empty for a model in this process), because
    one name may be two models at two places. `sample` tells repeats of one request apart.
    """

    model: str
    messages: tuple[Message, ...] = Field(min_length=1)
    response_format: ResponseFormat | None = None
    sampling: Sampling = Sampling()
    endpoint: str = ""
    sample: int = Field(default=0, ge=0)

    @cached_property
    def digest(self) -> str:
        """The key of the cache, of recordings and of resuming."""
        return digest_json("request", self.model_dump(mode="json"))


class Outcome(StrEnum):
    """How a reply ended."""

    COMPLETE = "complete"
    LENGTH = "length"
    REFUSED = "refused"
    FILTERED = "filtered"


class ModelReply(Noun):
    """What came back. `text` is what was written so far when the outcome is `length`, the refusal when `refused`."""

    text: str
    outcome: Outcome = Outcome.COMPLETE
    model: str = ""
    input_tokens: int = 0
    output_tokens: int = 0
