"""prompts.lock: the digests of released prompts.

Guarantees: what was released can be read again word for word, or the registry refuses to load; lines are only ever
added. One line a released version: `task@version digest`. Lines that begin with `#` are remarks.
"""

from collections.abc import Iterable, Mapping

from groundwire.errors import PromptError
from groundwire.prompts.prompt import Prompt

LOCK_NAME = "prompts.lock"


def parse_lock(text: str) -> dict[str, str]:
    """`task@version` to digest.

    Raises:
        PromptError: a line of another shape, or one version with two digests.
    """
    locked: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, digest = line.strip().partition(" ")
        if "@" not in name or not digest.startswith("prompt:") or locked.get(name, digest) != digest:
            raise PromptError(
                f"expected `task@version prompt:sha256:…` once for each version on line {number} of {LOCK_NAME}, "
                f"found {line!r}",
                hint=f"{LOCK_NAME} is written by `groundwire prompts lock`; restore it from version control",
            )
        locked[name] = digest
    return locked


def check_locked(prompts: Iterable[Prompt], locked: Mapping[str, str]) -> None:
    """Whether every released version is still what it was.

    Raises:
        PromptError: a released file was edited or is gone; the message names all of them.
    """
    digests = {str(prompt.ref): prompt.digest for prompt in prompts}
    gone = sorted(name for name in locked if name not in digests)
    if gone:
        raise PromptError(
            f"expected the released prompts {', '.join(gone)}, found no such files",
            hint="restore them from version control: results refer to them",
        )
    edited = sorted(name for name, digest in locked.items() if digests[name] != digest)
    if edited:
        versions = {name: int(name.rpartition("@")[2]) for name in edited}
        advice = ", ".join(f"{name.rpartition('@')[0]}: make v{versions[name] + 1}" for name in edited)
        raise PromptError(
            f"expected released prompts to stay as they were, found {', '.join(edited)} edited",
            hint=f"undo the edit and put it into a new file ({advice})",
        )


def lines_to_add(prompts: Iterable[Prompt], locked: Mapping[str, str]) -> tuple[str, ...]:
    """The lock lines of the versions that are not locked yet, in the order given."""
    return tuple(f"{prompt.ref} {prompt.digest}" for prompt in prompts if str(prompt.ref) not in locked)
