"""Quotations in a text. Guarantee: spans lie in the text, `span` with its marks and `inner` without them."""

import re
from typing import NamedTuple

from groundwire.domain.span import Span

_QUOTED = re.compile(r"“[^”“\n]+”|\"[^\"\n]+\"|«[^»\n]+»|„[^“”\n]+[“”]")


class Quotation(NamedTuple):
    """Quoted words: `span` with the marks, `inner` without."""

    span: Span
    inner: Span


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of `text` in order."""
    return tuple(
        Quotation(Span(m.start(), m.end()), Span(m.start() + 1, m.end() - 1)) for m in _QUOTED.finditer(text)
    )
