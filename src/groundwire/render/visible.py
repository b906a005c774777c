"""Text from outside, made safe to look at: what would act on a terminal, or show words in another order, is spelled out.

Guarantees: the result holds no control character but line feed and tab, no bidirectional embedding, override or isolate,
no lone surrogate; ordinary text of any script comes back unchanged.
"""

import re

_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """`text` with each acting character replaced by its code point, such as `⟨U+202E⟩`."""
    return _ACTING.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def one_line(text: str) -> str:
    """`visible` text on one line: every run of white space is one space, none at the ends."""
    return " ".join(visible(" ".join(text.split())).split())
