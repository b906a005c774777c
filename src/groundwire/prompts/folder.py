"""Where prompts come from. Guarantee: never from the current directory unless somebody named it."""

from pathlib import Path

from groundwire.errors import PromptError

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def find_folder(named: Path | None) -> Path:
    """The folder named, or a checkout's own `prompts/`, or the one packed with the package.

    Raises:
        PromptError: it is not a folder.
    """
    folder = named if named is not None else _own_folder()
    if not folder.is_dir():
        raise PromptError(
            f"expected a folder of prompts at {str(folder)!r}, found none",
            hint="check --prompts-dir and GROUNDWIRE_PROMPTS_DIR",
        )
    return folder


def _own_folder() -> Path:
    in_checkout = _CHECKOUT / "prompts"
    is_checkout = (_CHECKOUT / "pyproject.toml").is_file() and _PACKAGE.parent.name == "src"
    return in_checkout if is_checkout and in_checkout.is_dir() else _PACKAGE / "_prompts"
