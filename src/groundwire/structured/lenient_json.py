"""JSON as models write it: read leniently, never completed by guessing.

Guarantees: every value returned stands in the text, in full; trailing commas and line breaks inside strings are
forgiven; what was cut off is left out with everything that it belongs to; one name twice in an object is refused; time
is linear in the length of the text.
"""

import json
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

_SPACE = re.compile(r"[ \t\r\n\ufeff\u00a0]*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_CUT_NUMBER = re.compile(r"-?[\d.eE+-]*\Z")
_MAX_DIGITS = 64  # no count, sum or sentence number is longer; a longer one is a loop
_CUT_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{0,4})?\Z")
_STRINGS = json.JSONDecoder(strict=False)  # strict would refuse a line break inside a string
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_MAX_DEPTH = 16  # replies are three levels deep; a deeper one is a loop


class Malformed(ValueError):
    """The text is not JSON at `position`, in a way that is not forgiven."""

    def __init__(self, expected: str, position: int) -> None:
        super().__init__(f"expected {expected} at character {position}")
        self.position = position


class Read(NamedTuple):
    """A value, where it ends, and whether it is complete: false when the text ended inside it."""

    value: Any
    end: int
    is_complete: bool


def read_value(text: str, start: int) -> Read:
    """The JSON value that begins at `start`.

    Of a text that ends inside the outermost value, whole members and whole items of a member's list are kept.

    Raises:
        Malformed: something else than JSON stands there.
    """
    return _Reader(text).value(start, 0)


@dataclass(frozen=True)
class _Reader:
    text: str

    def value(self, start: int, depth: int) -> Read:
        at = self._skip(start)
        if at >= len(self.text):
            return Read(None, at, is_complete=False)
        if depth > _MAX_DEPTH:
            raise Malformed(f"at most {_MAX_DEPTH} levels", at)
        match self.text[at]:
            case "{":
                return self._object(at + 1, depth)
            case "[":
                return self._array(at + 1, depth)
            case '"':
                return self._string(at)
        return self._number_or_word(at)

    def _object(self, start: int, depth: int) -> Read:
        members: dict[str, Any] = {}
        at = self._skip(start)
        while at < len(self.text) and self.text[at] != "}":
            name = self._name(at)
            at = self._skip(name.end)
            if not name.is_complete or at >= len(self.text):
                break
            member = self.value(self._expect(":", at), depth + 1)
            is_kept = member.is_complete or (depth == 0 and isinstance(member.value, list))
            if is_kept:
                members[self._fresh(name.value, members, at)] = member.value
            at = self._skip(member.end)
            if not member.is_complete:
                return Read(members, at, is_complete=False)
            at = self._after_item(at, "}")
        return Read(members, at + 1, is_complete=at < len(self.text))

    def _array(self, start: int, depth: int) -> Read:
        items: list[Any] = []
        at = self._skip(start)
        while at < len(self.text) and self.text[at] != "]":
            item = self.value(at, depth + 1)
            at = self._skip(item.end)
            if not item.is_complete:
                break
            items.append(item.value)
            at = self._after_item(at, "]")
        return Read(items, at + 1, is_complete=at < len(self.text))

    def _after_item(self, at: int, closing: str) -> int:
        if at < len(self.text) and self.text[at] not in {",", closing}:
            raise Malformed(f"',' or {closing!r}", at)
        return self._skip(at + 1) if at < len(self.text) and self.text[at] == "," else at

    def _name(self, at: int) -> Read:
        if self.text[at] != '"':
            raise Malformed("a name in double quotes", at)
        return self._string(at)

    def _fresh(self, name: str, members: dict[str, Any], at: int) -> str:
        if name in members:
            raise Malformed(f"the name {name!r} only once in an object", at)
        return name

    def _string(self, at: int) -> Read:
        try:
            value, end = _STRINGS.raw_decode(self.text, at)
        except json.JSONDecodeError as error:
            if error.msg.startswith("Unterminated") or _CUT_ESCAPE.search(self.text, error.pos - 1):
                return Read(None, len(self.text), is_complete=False)
            raise Malformed("a string without unknown escapes", error.pos) from error
        return Read(value, end, is_complete=True)

    def _number_or_word(self, at: int) -> Read:
        if _CUT_NUMBER.match(self.text, at):
            return Read(None, len(self.text), is_complete=False)
        number = _NUMBER.match(self.text, at)
        if number:
            words = number.group()
            if len(words) > _MAX_DIGITS:
                raise Malformed(f"a number of at most {_MAX_DIGITS} characters", at)
            amount = int(words) if words.lstrip("-").isdigit() else float(words)
            return Read(amount, number.end(), is_complete=True)
        for word, value in _WORDS.items():
            if self.text.startswith(word, at):
                return Read(value, at + len(word), is_complete=True)
        if any(word.startswith(self.text[at:]) for word in _WORDS):
            return Read(None, len(self.text), is_complete=False)
        raise Malformed("a JSON value", at)

    def _expect(self, mark: str, at: int) -> int:
        if self.text[at] != mark:
            raise Malformed(repr(mark), at)
        return at + 1

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at
