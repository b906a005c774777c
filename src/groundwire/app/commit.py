"""The git commit of the source tree that runs, where it runs from one. Read from files: no process is started."""

from functools import cache
from pathlib import Path


@cache
def find_commit() -> str | None:
    """The commit id that HEAD of the checkout names; None outside a checkout."""
    root = Path(__file__).resolve().parents[3]
    head = root / ".git" / "HEAD"
    if not (root / "pyproject.toml").is_file() or not head.is_file():
        return None
    try:
        content = head.read_text(encoding="ascii").strip()
        if not content.startswith("ref: "):
            return content
        return _resolve(root / ".git", content.removeprefix("ref: "))
    except (OSError, UnicodeDecodeError):
        return None


def _resolve(git: Path, reference: str) -> str | None:
    loose = git / reference
    if loose.is_file():
        return loose.read_text(encoding="ascii").strip()
    packed = git / "packed-refs"
    if packed.is_file():
        for line in packed.read_text(encoding="ascii").splitlines():
            commit, _, name = line.partition(" ")
            if name == reference:
                return commit
    return None
