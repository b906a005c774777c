"""The error tree: drawn as it is, complete, and able to travel between processes."""

import pickle
import re

import pytest

from groundwire import errors
from groundwire.errors import GroundwireError


def _tree() -> list[type[GroundwireError]]:
    found, todo = [], [GroundwireError]
    while todo:
        kind = todo.pop()
        found.append(kind)
        todo.extend(kind.__subclasses__())
    return [kind for kind in found if kind.__module__ == "groundwire.errors"]


def test_the_drawing_names_every_class():
    """The docstring's tree lists exactly the classes that there are."""
    drawn = set(re.findall(r"[├└]── (\w+)|^    (GroundwireError)", errors.__doc__ or "", re.MULTILINE))
    assert {name for pair in drawn for name in pair if name} == {kind.__name__ for kind in _tree()}


@pytest.mark.parametrize("kind", _tree(), ids=lambda kind: kind.__name__)
def test_every_error_pickles_with_message_and_hint(kind: type[GroundwireError]):
    """A worker process can hand any error to its parent."""
    back = pickle.loads(pickle.dumps(kind("expected a, found b", hint="do c")))
    assert (type(back), back.message, back.hint, str(back)) == (
        kind,
        "expected a, found b",
        "do c",
        "expected a, found b (do c)",
    )


@pytest.mark.parametrize("kind", _tree(), ids=lambda kind: kind.__name__)
def test_every_error_has_an_exit_code_of_the_contract(kind: type[GroundwireError]):
    """No error leaves the program with a code that scripts do not know."""
    assert kind.exit_code in {1, 2, 4, 5, 6, 7}
