"""One sentence of an article as a small model sees it: what the article is about, what came before, the sentence.

Guarantees: three lines at most, each beginning with a word of ours and none of them broken by what the article holds,
so that no text in it can pass for another line; what came before is shown only where the sentence points back to it; no straight
quotation mark, which small models copy without a backslash and so end the string that they are writing.
"""

import re
from typing import Final

from groundwire.domain.article import Article
from groundwire.prompts.shown import shown_sentence

_POINTS_BACK: Final = re.compile(
    r"^(?:the|both|but|however|also|another|a (?:second|third|further))\b|"
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|this|that|these|those|there|one|others?|i|we|my|our|"
    r"then|later|earlier|same|latter|former|such|both)\b",
    re.IGNORECASE,
)
"""Words that may stand for something said before. Too many is better than too few: what is not needed is not used."""
_BEFORE: Final = 2
_OPENING_MARK: Final = re.compile(r'(?<![^\s(\[{—–-])"')


def show_passage(article: Article, number: int, *, again: bool = False) -> str:
    """The lines about sentence `number` (from 1) of those that may be claimed from.

    `again` shows what came before where it was left out, and leaves it out where it was shown: a model that is asked a
    second time has to see something else.
    """
    body = article.body_sentences
    words = _shown(article.sentence_text(body[number - 1]))
    lines = [f"Article: {_shown(article.title)}"] if article.title else []
    earlier = body[max(0, number - 1 - _BEFORE) : number - 1]
    if earlier and again is not bool(_POINTS_BACK.search(words)):
        lines.append(f"Before: {' '.join(_shown(article.sentence_text(index)) for index in earlier)}")
    return "\n".join([*lines, f"Sentence: {words}"])


def _shown(text: str) -> str:
    return _OPENING_MARK.sub("“", shown_sentence(text)).replace('"', "”")
