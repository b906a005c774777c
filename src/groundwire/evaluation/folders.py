"""Where suites are: the checkout's own folder, or the one packed with the package. Light, so that completion can look there."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def find_suites_folder() -> Path:
    """`evals/suites` of the checkout, or the one packed with the package."""
    in_checkout = _CHECKOUT / "evals"
    evals = (
        in_checkout
        if (_CHECKOUT / "pyproject.toml").is_file() and in_checkout.is_dir()
        else _PACKAGE / "_evals"
    )
    return evals / "suites"


def suite_names() -> list[str]:
    """The names of the suites there, sorted."""
    return sorted(path.stem for path in find_suites_folder().glob("*.toml"))
