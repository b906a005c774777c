"""Lenient reading never invents, completes or loses a whole value."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwire.structured.lenient_json import Malformed, read_value

SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-1e30, 1e30) | st.text(max_size=8)
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip
ITEMS = st.lists(st.dictionaries(st.sampled_from(["a", "b"]), SCALARS, max_size=2), max_size=4)


@given(VALUES.filter(lambda value: isinstance(value, dict | list)), st.sampled_from([None, 1]))
def test_json_is_read_as_json(value: Any, indent: int | None) -> None:
    """Whatever the standard library writes is read back, to its end."""
    text = json.dumps(value, indent=indent)
    assert read_value(text + " and so on", 0) == (value, len(text), True)


@given(ITEMS, st.data())
def test_of_a_cut_text_whole_items_are_kept(items: list[dict[str, Any]], data: st.DataObject) -> None:
    """Every prefix gives the first so many items, each as it was, and never says that it is complete."""
    text = json.dumps({"items": items})
    read = read_value(text[: data.draw(st.integers(0, len(text) - 1))], 0)
    kept = (read.value or {}).get("items", [])
    assert kept == items[: len(kept)]
    assert not read.is_complete


@given(ITEMS.filter(bool))
def test_an_item_is_kept_as_soon_as_it_is_whole(items: list[dict[str, Any]]) -> None:
    """Cut right after the last item, nothing is missing."""
    text = json.dumps({"items": items}).removesuffix("]}")
    assert read_value(text, 0).value == {"items": items}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, 2,],}', {"a": [1, 2]}),
        ('{"a": "two\nlines"}', {"a": "two\nlines"}),
        ('\ufeff {"a": 1.5e3}', {"a": 1500.0}),
        ('{"a": -0}', {"a": 0}),
    ],
)
def test_what_is_forgiven(text: str, value: Any) -> None:
    """Trailing commas, line breaks inside strings, a byte order mark."""
    assert read_value(text, 0).value == value


@pytest.mark.parametrize(
    "text",
    ['{"a": 1, "a": 2}', "{'a': 1}", '{"a": NaN}', '{"a": Infinity}', '{"a": nothing}', '{"a" 1}', '{"a": 1 "b": 2}',
     '{"a": [1 2]}', '{"a": "\\x"}', "{1: 2}", '{"a": 1]', "[" * 50, '{"a": ' + "9" * 100 + "}"],
)  # fmt: skip
def test_what_is_not_forgiven(text: str) -> None:
    """Whatever would need a guess: two values for one name, other quotation marks, words that are no values."""
    with pytest.raises(Malformed):
        read_value(text, 0)


def test_a_long_reply_is_read_in_no_time() -> None:
    """Time is linear: a megabyte of items takes less than five seconds on a slow machine."""
    text = json.dumps({"items": [{"a": 'x"\\' * 20}] * 12_000})
    began = time.perf_counter()
    assert len(read_value(text, 0).value["items"]) == 12_000
    assert time.perf_counter() - began < 5
