r"""One form for text from anywhere: NFC, plain line ends and spaces, nothing invisible, nothing a terminal obeys.

Guarantees: `normalise(normalise(text)) == normalise(text)`; no control character but `\n` and `\t`, no terminal escape
sequence, no bidirectional override, no lone surrogate and no run of blank lines is left. Words, punctuation and the joiners that scripts
need are never changed.
"""

import re
import unicodedata

# Whole sequences first: taking out ESC alone would leave "[31m" in the text. A string sequence (OSC and its kin) goes only
# together with its terminator, so that a stray ESC cannot swallow a line of the article.
_TERMINAL = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]?|\x9b[0-?]*[@-~]"  # CSI: colours, cursor movement
    r"|\x1b[\]PX^_][^\x07\x1b\x9c\n]{0,2000}(?:\x07|\x1b\\|\x9c)"  # OSC (titles, links), DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]?"  # two-character escapes
)
# Windows-1252 read as Latin-1 puts quotation marks and dashes among the C1 controls; each goes back to what was meant.
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0) if code != 0x85}
_LINE_END = re.compile(r"\r\n|[\r\u2028\u0085]")
_PARAGRAPH_END = re.compile(r"[\u2029\f\v]")
_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Zero-width space, word joiner and invisible operators, BOM, soft hyphen, bidi marks, embeddings, overrides and isolates,
# deprecated format characters, interlinear annotation, tag characters, Hangul and Mongolian fillers.
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    r"\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Joiners belong to Persian, Indic scripts and emoji; between ASCII characters or at a line's end they only hide text.
_IDLE_JOINER = re.compile(r"(?<![^\x00-\x7f\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?=[\x00-\x7f]|\Z)")
_BLANK_RUN = re.compile(r"\n{3,}")


def normalise(text: str) -> str:
    """`text` in the one form that articles are kept in."""
    text = _TERMINAL.sub("", text)
    text = _PARAGRAPH_END.sub("\n\n", _LINE_END.sub("\n", text)).translate(_C1)
    text = _SURROGATE.sub("\ufffd", _CONTROL.sub("", _SPACE.sub(" ", text)))
    text = _IDLE_JOINER.sub("", _INVISIBLE.sub("", text))
    # By line, not by a pattern: a pattern for trailing space is quadratic in a long run of spaces.
    text = _BLANK_RUN.sub("\n\n", "\n".join(line.rstrip(" \t") for line in text.split("\n")))
    return unicodedata.normalize("NFC", text)
