"""Articles that are not in English: declarative sentences as they stand, because no other grammar is known here.

Guarantee: nobody is credited and nothing is reworded; headings, questions and fragments are told by layout and marks alone.
"""

from typing import Final

from groundwire.domain.article import Article
from groundwire.extractive.drafts import Draft
from groundwire.extractive.passages import Passage
from groundwire.extractive.worth import reason_by_layout
from groundwire.text.language import detect_language

_ENGLISH: Final = "en"
_SHORTEST_LETTERS: Final = 8
"""Letters below which a sentence in any script is a fragment."""


def is_english(article: Article) -> bool:
    """Whether English grammar may be looked for: the article says so, or its words do not say otherwise."""
    language = article.language or detect_language(article.text) or _ENGLISH
    return language.casefold().startswith(_ENGLISH)


def read_foreign(article: Article, passage: Passage) -> tuple[str, list[Draft]]:
    """Why nothing is claimed from `passage`, or its one claim."""
    sentence = passage.span.of(article.text)
    reason = reason_by_layout(article, passage)
    if not reason and sum(character.isalpha() for character in sentence) < _SHORTEST_LETTERS:
        reason = "fragment"
    return reason, [] if reason else [Draft(text=" ".join(sentence.split()), content=(passage.span,))]
