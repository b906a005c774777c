"""A prompt and values to messages.

Guarantees: no logic, every mention of a slot filled, and a value is never read again: an article that holds
`{{slot}}` stays as it is.
"""

from collections.abc import Mapping

from groundwire.domain.exchange import Message
from groundwire.errors import PromptError
from groundwire.prompts.parser import SLOT, slots_of
from groundwire.prompts.prompt import Prompt, Turn


def render(prompt: Prompt, values: Mapping[str, str]) -> tuple[Message, ...]:
    """The messages of `prompt` with `values` in its slots.

    Raises:
        PromptError: a slot without a value, or a value without a slot; the message names all of them.
    """
    check_slots(prompt, values)
    return (
        *((Message(role="system", content=_fill(prompt.system, values)),) if prompt.system else ()),
        *(message for turn in prompt.turns for message in _messages(turn)),
        Message(role="user", content=_fill(prompt.user, values)),
    )


def check_slots(prompt: Prompt, values: Mapping[str, str]) -> None:
    """Whether `values` are exactly those that the prompt's slots need.

    Raises:
        PromptError: they are not; the message names all that are missing and all that are unused.
    """
    slots = slots_of(prompt)
    missing, unused = sorted(slots - values.keys()), sorted(values.keys() - slots)
    if missing or unused:
        raise PromptError(
            f"expected values for exactly the slots of {prompt.ref}: missing {missing!r}, unused {unused!r}",
            hint="name every slot once, in the prompt's [slots] and in what is passed to it",
        )


def _messages(turn: Turn) -> tuple[Message, Message]:
    return Message(role="user", content=turn.user), Message(role="assistant", content=turn.assistant)


def _fill(text: str, values: Mapping[str, str]) -> str:
    return SLOT.sub(lambda match: values[match.group(1)], text)
