"""Pieces of the page: escaped text, words marked, tables, the policy.

Guarantee: every word that comes from outside passes through `text`; no markup, style or script of its own survives.
"""

import base64
import difflib
import hashlib
import json
from collections.abc import Iterable, Sequence
from html import escape

from groundwire.domain.span import Span
from groundwire.text.tokens import tokenise


def text(words: str) -> str:
    """`words` as text, on one line, control characters shown."""
    folded = " ".join(words.split())
    return escape("".join(one if one.isprintable() else ascii(one)[1:-1] for one in folded))


def policy(style: str, script: str = "") -> str:
    """Nothing is allowed but this style and this script, by their digests, and the empty icon."""
    rules = (
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        *((f"script-src '{_digest(script)}'", *_TRUSTED) if script else ()),
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


_TRUSTED = ("require-trusted-types-for 'script'", "trusted-types 'none'")


def _digest(words: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()


def as_data(value: object) -> str:
    """`value` as JSON that stands in a page: nothing in it opens or closes an element."""
    made = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return made.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: frozenset[int] = frozenset()
) -> str:
    """A table of cells that are markup already; columns in `numbers` are set to the right."""

    def cells(row: Sequence[str], tag: str) -> str:
        return "".join(
            f'<{tag} class="n">{cell}</{tag}>' if at in numbers else f"<{tag}>{cell}</{tag}>"
            for at, cell in enumerate(row)
        )

    body = "".join(f"<tr>{cells(row, 'td')}</tr>\n" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{cells(head, "th")}</tr></thead>\n<tbody>\n{body}</tbody></table></div>\n'


def differing(words: str, other: str) -> str:
    """`words` with what `other` does not have marked."""
    mine, theirs = tokenise(words), tokenise(other)
    matcher = difflib.SequenceMatcher(
        a=[token.text.casefold() for token in mine],
        b=[token.text.casefold() for token in theirs],
        autojunk=False,
    )
    spans = [
        Span(mine[start].start, mine[end - 1].end)
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag in {"replace", "delete"}
    ]
    return marked(words, [(span, "") for span in spans])


def marked(words: str, spans: Sequence[tuple[Span, str]]) -> str:
    """`words` with spans marked, each under a class or none; a span that begins inside the one before is left out."""
    parts: list[str] = []
    position = 0
    for span, name in sorted(spans):
        if span.start < position:
            continue
        opening = f'<mark class="{name}">' if name else "<mark>"
        parts += [_shown(words[position : span.start]), opening, _shown(span.of(words)), "</mark>"]
        position = span.end
    return "".join([*parts, _shown(words[position:])])


def _shown(words: str) -> str:
    return escape("".join(one if one.isprintable() or one == "\n" else ascii(one)[1:-1] for one in words))
