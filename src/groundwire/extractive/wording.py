"""The words of a credited claim: content alone, with its frame, or with its speaker, as its meaning needs.

Guarantee: what is denied or asked keeps its frame; a name replaces a pronoun only where number, kind and company allow it.
"""

import re
from typing import Final

from groundwire.domain.claim import AttributionKind
from groundwire.domain.span import Span
from groundwire.extractive import lexicon as lex
from groundwire.extractive import phrasing
from groundwire.extractive.clauses import has_clause
from groundwire.extractive.framing import Standing
from groundwire.extractive.passages import Passage
from groundwire.extractive.reference import owns_before, points_back
from groundwire.extractive.speakers import Cast
from groundwire.extractive.statements import Statement
from groundwire.extractive.tagging import Tag
from groundwire.text.pronouns import Kind, kind_of

_QUOTE_MARK: Final = re.compile('[“”"«»„]')
_LONGEST_OPENING: Final = 10
_IT_ACTS: Final = re.compile(
    r"It (?:has|had|will|would|plans|planned|intends|wants|wanted|expects|expected)\b"
    r"(?! (?:not |never |also )?(?:be|been|become|take|taken|make|mean|seem|appear|have|come)\b)"
)
"""`It would attack` tells of the speaker, `it would be wrong` of nobody."""
_GOVERNORS: Final = frozenset({"of", "for", "against", "from", "with"})
"""`Critics of tariffs said they …`: which of the two `they` are is not sure."""
_FOR_OTHERS: Final = frozenset(
    [
        "lawyer",
        "attorney",
        "solicitor",
        "barrister",
        "counsel",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "representative",
        "agent",
        "manager",
        "mother",
        "father",
        "brother",
        "sister",
        "wife",
        "husband",
        "son",
        "daughter",
        "uncle",
        "aunt",
        "neighbour",
        "neighbor",
        "friend",
        "doctor",
        "coach",
        "prosecutor",
        "judge",
        "his",
        "her",
        "their",
    ]
)
"""Who often speaks of somebody else: their `he` is not themselves."""


def kind_of_words(text: str, passage: Passage, content: tuple[Span, ...]) -> AttributionKind:
    """Whether the content is quoted, reported, or both."""
    if all(any(quotation.span.contains(span) for quotation in passage.quotations) for span in content):
        return AttributionKind.DIRECT
    quotes = any(_QUOTE_MARK.search(span.of(text)) for span in content)
    return AttributionKind.MIXED if quotes else AttributionKind.INDIRECT


def worded(text: str, passage: Passage, statement: Statement, cast: Cast) -> str:
    """The claim that `statement` makes, as a sentence."""
    words = phrasing.joined(text, statement.content)
    kind = kind_of_words(text, passage, statement.content)
    asks = words.rstrip('"”’» ').endswith("?") and statement.cue is not None
    stands = statement.standing is Standing.ALONE and _is_statement(passage, statement) and not asks
    if stands and kind is not AttributionKind.INDIRECT and _leans(words, kind):
        named = statement.speaker is not None and kind_of(statement.speaker) is None
        mention = statement.mention.of(text) if statement.mention is not None else ""
        who = statement.speaker if named else mention
        return phrasing.quoted(who or "", words) if who else phrasing.as_sentence(words)
    if stands:
        sentence = phrasing.as_sentence(words)
        if kind is AttributionKind.DIRECT:
            return sentence
        sentence = _about_speaker(sentence, text, passage, statement, cast)
        explains = statement.speaker is not None and kind_of(statement.speaker) is None
        if not explains or not (points_back(sentence) or owns_before(sentence)):
            return sentence
    whole = framed(passage, statement).of(text)
    sentence = phrasing.as_sentence(whole)
    if statement.mention and kind_of(statement.mention.of(text)) in {Kind.I, Kind.WE}:
        return phrasing.quoted(statement.speaker, whole) if statement.speaker else sentence
    opens = statement.mention is not None and statement.mention.start == framed(passage, statement).start
    if opens and statement.speaker and phrasing.opens_with_pronoun(sentence):
        return phrasing.with_subject(
            sentence, statement.speaker, frozenset({Kind.HE, Kind.SHE, Kind.THEY, Kind.IT})
        )
    return sentence


def _leans(words: str, kind: AttributionKind) -> bool:
    """Whether quoted words need their speaker: they say "I", or begin with a pronoun that the quotation does not explain."""
    direct = kind is AttributionKind.DIRECT
    return phrasing.is_deictic(words) or (direct and phrasing.opens_with_pronoun(words.lstrip('“"«„‘ ')))


def framed(passage: Passage, statement: Statement) -> Span:
    """Frame and content, with the circumstance that opens the sentence: `On Monday, X denied …`.

    A frame in a relative clause, `people who fear that …`, is no sentence: then the whole passage is meant.
    """
    if statement.is_relative:
        return passage.span
    opening = [word for word in passage.words if word.end <= statement.extent.start]
    circumstance = (
        opening and opening[0].tag in {Tag.PREP, Tag.ADV, Tag.NAME} and opening[-1].tag is Tag.COMMA
    )
    if circumstance and len(opening) <= _LONGEST_OPENING and not any(word.is_finite for word in opening):
        return Span(passage.span.start, statement.extent.end)
    return statement.extent


def _is_statement(passage: Passage, statement: Statement) -> bool:
    """Whether the content is a clause that can open a sentence."""
    inside = [word for word in passage.words if any(span.contains(word.span) for span in statement.content)]
    if not inside:  # a sentence of a longer quotation
        return True
    if inside[0].low in {"because", "to", "if", "whether", "as"}:
        return False
    return has_clause(inside, 0, len(inside)) or any(word.tag is Tag.QUOTE for word in inside)


def _about_speaker(sentence: str, text: str, passage: Passage, statement: Statement, cast: Cast) -> str:
    """`He said he was late`: the second pronoun is the speaker, where kind and number allow it and nobody else is near."""
    speaker = statement.speaker
    if speaker is None or statement.mention is None or kind_of(speaker) is not None:
        return sentence
    if statement.content[0].start < statement.mention.start:
        return sentence  # "They fear a flood, officials said": a pronoun before the name seldom is the name's
    last = speaker.split()[-1]
    if (last.endswith("s") and not last.endswith("ss")) or speaker in lex.PEOPLE or " and " in speaker:
        alone = not any(word in _GOVERNORS for word in speaker.split())
        return phrasing.with_subject(sentence, speaker, frozenset({Kind.THEY})) if alone else sentence
    if not (cast.names_person(speaker) or _is_one(speaker)):
        means_speaker = _IT_ACTS.match(sentence) is not None and not _is_further(passage, statement)
        return phrasing.with_subject(sentence, speaker, frozenset({Kind.IT})) if means_speaker else sentence
    others = set(cast.people(passage.span)) - {speaker}
    if others or _FOR_OTHERS & set(statement.mention.of(text).casefold().split()):
        return sentence
    return phrasing.with_subject(sentence, speaker, frozenset({Kind.HE, Kind.SHE}))


def _is_further(passage: Passage, statement: Statement) -> bool:
    """Whether another clause of the same saying comes before this one: `it` may be what that one is about."""
    if statement.cue is None:
        return False
    before = [word for word in passage.words if word.end <= statement.content[0].start]
    joins = len(before) > 1 and before[-1].low == "that" and before[-2].tag is not Tag.COLON
    return joins and before[-2].end > statement.cue.end and before[-2].tag in {Tag.AND, Tag.COMMA, Tag.ADV}


def _is_one(speaker: str) -> bool:
    """Whether a mention such as "the witness" stands for one person."""
    one = speaker.startswith(("a ", "the ", "an ", "one ", "another "))
    return one and speaker.rsplit(maxsplit=1)[-1] not in lex.BODIES
