"""How untrusted text is shown to a model: one line for one sentence, without anything that could pass for structure.

Guarantees: a shown sentence has no line break, no control, bidirectional or tag character, no number in square
brackets and no chat-template token; what is shown is for reading alone, evidence is always cut from the article.
"""

import re
import unicodedata

_NUMBER = re.compile(r"\[(m?\d{1,9})\]")  # of sentences and of merged claims
_TEMPLATE_TOKEN = re.compile(
    r"<\||\|>|</?s>|\[/?INST\]|<</?SYS>>|</?(?:start_of_turn|end_of_turn|think|bos|eos)>", re.IGNORECASE
)
_BREAKING = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", "|": "¦"})
_KEPT_FORMAT = frozenset("\u200c\u200d")  # joiners: words of several scripts are spelt with them


def shown_sentence(text: str) -> str:
    """`text` on one line, harmless as structure and as a number."""
    return shown_line(_NUMBER.sub(r"(\1)", visible_line(text)))


def shown_line(text: str) -> str:
    """`text` on one line, harmless as structure; numbers in square brackets stay."""
    return _TEMPLATE_TOKEN.sub(lambda match: match.group().translate(_BREAKING), visible_line(text))


def visible_line(text: str) -> str:
    """`text` on one line, without control, bidirectional, tag and private characters."""
    visible = "".join(" " if _is_hidden(character) else character for character in text)
    return " ".join(visible.split())


def _is_hidden(character: str) -> bool:
    category = unicodedata.category(character)
    return category in {"Cc", "Cs", "Co"} or (category == "Cf" and character not in _KEPT_FORMAT)
