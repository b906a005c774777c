"""Any text as Markdown that shows exactly that text.

Guarantees: under CommonMark and GitHub's dialect, the result is shown as the words given, on one line, with no markup,
link or HTML in it; a character that means nothing where it stands is not escaped, so that prose stays prose.
"""

import re

from groundwire.render.visible import one_line

_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]{1,32};)")
_ALWAYS = re.compile(r"[\\`*]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")  # between letters or digits it is not emphasis
_TILDE = re.compile(r"~(?=~)|(?<=\S)~")  # `~3,000` is an estimate, `~~` strikes through
_BRACKET = re.compile(r"\](?=[(\[:])|\[(?=\^)")  # what would make a link, a definition or a footnote
_LINK_TEXT = re.compile(r"(?<=[A-Za-z])(:)(?=//)|(?<=www)(\.)|(?<=[\w.+-])(@)(?=[\w-]+\.\w)", re.IGNORECASE)
_BLOCK_START = re.compile(r"(?:[-+>|=#]|\[(?=[ xX]\])|:(?=\s))")
_NUMBERED_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_CLOSING_HASHES = re.compile(r"(?:(?<=\s)|^)#(?=#*$)")


def literal(text: str) -> str:
    """`text` as inline Markdown that may stand anywhere in a line, and at its start."""
    words = one_line(text)
    words = _ALWAYS.sub(r"\\\g<0>", words)
    words = _ENTITY.sub("&amp;", words).replace("<", "&lt;")
    words = _UNDERSCORE.sub(r"\_", words)
    words = _TILDE.sub(r"\~", words)
    words = _BRACKET.sub(r"\\\g<0>", words)
    words = _LINK_TEXT.sub(r"\\\g<0>", words)
    words = _CLOSING_HASHES.sub(r"\#", words)
    return _line_start(words)


def _line_start(words: str) -> str:
    """The words with what would open a list, a quotation, a heading or a rule at the start of a line escaped."""
    if numbered := _NUMBERED_START.match(words):
        return f"{numbered[1]}\\{words[numbered.end(1) :]}"
    return f"\\{words}" if _BLOCK_START.match(words) else words
