"""A recording that was replayed: whether all of it was asked for, and if not, what was asked otherwise when it was made.

Guarantee: prompts are named only where the recording holds its requests; where it holds digests alone, that is said.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from groundwire.app.models import Asking
from groundwire.domain.exchange import Message, ModelRequest
from groundwire.errors import UsageError
from groundwire.llm.recording import Recorded, Replaying
from groundwire.prompts.prompt import Prompt

_HINT = (
    "ask as it was recorded (--prompt TASK@N, --model), or record anew: GROUNDWIRE_RECORD_TO=FOLDER with the same "
    "command, without GROUNDWIRE_REPLAY_FROM"
)


def refuse_unused(asking: Asking, tasks: Iterable[str]) -> None:
    """Let nothing pass that was recorded and that nobody has asked for; `tasks` are those that could have.

    Raises:
        UsageError: there is such a reply; the message says what was recorded and what was asked, as far as it can be known.
    """
    unused = asking.model.unused() if isinstance(asking.model, Replaying) else ()
    if not unused:
        return
    raise UsageError(
        f"expected every recorded reply to be asked for, found {len(unused)} that no case asks for: {_why(unused, asking, tasks)}",
        hint=_HINT,
    )


def _why(unused: Sequence[Recorded], asking: Asking, tasks: Iterable[str]) -> str:
    model = asking.config.model
    models = sorted({exchange.model for exchange in unused if not exchange.model.startswith(model)} - {""})
    if models:
        return f"they are of {', '.join(models)}, and {model} was asked"
    requests = [exchange.request for exchange in unused if exchange.request is not None]
    if not requests:
        return (
            "prompts, settings or articles are not those that were recorded "
            f"(the recording holds digests alone, {unused[0].digest} for one, and does not say which)"
        )
    recorded = Counter(_prompt_of(request, asking.prompts.registry.prompts) for request in requests)
    in_use = {str(asking.prompts.get(task).ref) for task in tasks}
    others = [name for name, _ in recorded.most_common() if name not in in_use]
    elsewhere = sorted({request.endpoint for request in requests} - {asking.config.endpoint})
    if not others and elsewhere:
        return f"they were asked for at {', '.join(elsewhere)}, and {asking.config.endpoint} is named"
    if not others:
        return f"settings or articles are not those that were recorded, {unused[0].digest} for one"
    asked = sorted(
        name for name in in_use if any(name.partition("@")[0] == other.partition("@")[0] for other in others)
    )
    said = f", and {', '.join(asked)} was asked" if asked else ""
    return f"they answer {', '.join(others)}{said}"


def _prompt_of(request: ModelRequest, prompts: Sequence[Prompt]) -> str:
    """The prompt version that the request was made from, by its instructions and worked examples."""
    for prompt in prompts:
        beginning = _beginning(prompt)
        if beginning and request.messages[: len(beginning)] == beginning:
            return str(prompt.ref)
    return "a prompt that is not in this folder"


def _beginning(prompt: Prompt) -> tuple[Message, ...]:
    examples = (
        message
        for turn in prompt.turns
        for message in (
            Message(role="user", content=turn.user),
            Message(role="assistant", content=turn.assistant),
        )
    )
    return (*([Message(role="system", content=prompt.system)] if prompt.system else []), *examples)
