"""Question and answer: what is asked of a model, of which type the answer is, and when it is acceptable."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from groundwire.domain.exchange import Outcome, Sampling
from groundwire.prompts.prompt import Prompt
from groundwire.structured.complaint import Complaint

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, kw_only=True)
class Target:
    """Which model is asked, where it lives, and how it chooses words. `sample` tells repeats apart."""

    model: str
    sampling: Sampling
    endpoint: str = ""
    sample: int = 0


@dataclass(frozen=True, kw_only=True)
class Budget:
    """How often a question may be asked again, by cause: `schema` not the shape, `check` not the content asked for."""

    schema: int = 2
    check: int = 1


def accept(value: BaseModel) -> tuple[Complaint, ...]:
    """The check that has nothing to complain of."""
    del value
    return ()


@dataclass(frozen=True, kw_only=True)
class Question(Generic[T]):
    """A prompt with its values, the type of its reply, a check of what was replied, and the prompt for asking again."""

    prompt: Prompt
    values: Mapping[str, str]
    output: type[T]
    target: Target
    repair: Prompt
    check: Callable[[T], tuple[Complaint, ...]] = accept
    budget: Budget = Budget()


@dataclass(frozen=True, kw_only=True)
class Answer(Generic[T]):
    """`value` and what is still to be said against it: `complaints` that asking again did not settle.

    `outcome` is `length` when the reply was cut: `value` then holds the complete items alone. `rejected` says why,
    one for each item left out of `value` because it is not of its type; `requests` counts the requests that it took.
    """

    value: T
    outcome: Outcome
    complaints: tuple[Complaint, ...]
    rejected: tuple[str, ...]
    requests: int
