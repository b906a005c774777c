"""From a passage to claims without ids: statements, the clauses beside them, and plain sentences.

Guarantees: a draft's words are the article's; its evidence is the passage that it was read from.
"""

from dataclasses import dataclass, replace
from typing import Final

from groundwire.domain.claim import NO_ATTRIBUTION, Attribution, AttributionKind, Stance
from groundwire.domain.span import Span
from groundwire.extractive import phrasing
from groundwire.extractive.clauses import starts_clause
from groundwire.extractive.framing import Standing
from groundwire.extractive.interviews import introduces_another
from groundwire.extractive.passages import Passage
from groundwire.extractive.reference import owns_before, points_back
from groundwire.extractive.speakers import Cast
from groundwire.extractive.splitting import credited_parts, divided
from groundwire.extractive.stance import stance_of
from groundwire.extractive.statements import Statement
from groundwire.extractive.wording import framed, kind_of_words, worded
from groundwire.extractive.words import Tag, Word
from groundwire.text.pronouns import Kind, kind_of

_LEAST_WORDS: Final = 4
_ENDS_OPEN: Final = frozenset({"and", "but", "while", "as", "that", "although", "though", "whereas", "yet"})

_PARTING: Final = frozenset({Tag.COMMA, Tag.COLON, Tag.STOP})
_DEPENDENT: Final = frozenset({Tag.SUB, Tag.REL, Tag.ING, Tag.VERB, Tag.AUX, Tag.PREP, Tag.INF})


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A claim before it has an id. `content` is where its own words stand, for dates."""

    text: str
    content: tuple[Span, ...]
    attribution: Attribution = NO_ATTRIBUTION
    stance: Stance = Stance.ASSERTED


def drafts_of(text: str, passage: Passage, statements: list[Statement], cast: Cast) -> list[Draft]:
    """The claims of `passage`: its statements and the clauses that no statement covers."""
    if not statements:
        return [_plain(text, span, cast) for span in divided(list(passage.words), passage.span)]
    drafts = [
        _credited(text, passage, one, cast)
        for statement in statements
        for one in _parted(text, passage, statement)
    ]
    drafts += [_plain(text, span, cast) for span in _beside(passage, statements)]
    return sorted((draft for draft in drafts if draft.text), key=lambda draft: draft.content[0].start)


def answer_of(text: str, passage: Passage, speaker: str) -> Draft | None:
    """A passage of an interview's answers, in the words of who is interviewed; None where "I" is nobody who is named."""
    words = passage.span.of(text)
    named = "" if introduces_another(words, speaker) else speaker
    if not named and phrasing.is_deictic(words):
        return None
    said = phrasing.as_sentence(words)
    if named and (phrasing.is_deictic(words) or points_back(said)):
        said = phrasing.quoted(named, words)
    return Draft(
        text=said,
        content=(passage.span,),
        attribution=Attribution(
            kind=AttributionKind.DIRECT, speaker=named or None, content_spans=(passage.span,)
        ),
        stance=stance_of(words, Stance.ASSERTED, is_attributed=True),
    )


def _plain(text: str, span: Span, cast: Cast) -> Draft:
    sentence = phrasing.as_sentence(span.of(text))
    if phrasing.opens_with_pronoun(sentence):
        sentence = _with_antecedent(sentence, span.start, cast)
    return Draft(
        text=sentence, content=(span,), stance=stance_of(sentence, Stance.ASSERTED, is_attributed=False)
    )


def _with_antecedent(sentence: str, position: int, cast: Cast) -> str:
    """The pronoun that opens a sentence resolved, where only one person can be meant: `He left`, `Her office …`."""
    pronoun = sentence.split(maxsplit=1)[0]
    name = cast.resolve(pronoun, position) if kind_of(pronoun) in {Kind.HE, Kind.SHE} else None
    if name and owns_before(sentence):
        return f"{name[0].upper()}{name[1:]}’s{sentence[len(pronoun) :]}"
    return phrasing.with_subject(sentence, name, frozenset({Kind.HE, Kind.SHE})) if name else sentence


def _parted(text: str, passage: Passage, statement: Statement) -> list[Statement]:
    """One statement for each clause, or each sentence of a long quotation, that can stand alone."""
    if len(statement.content) != 1 or statement.standing is not Standing.ALONE:
        return [statement]
    spans = credited_parts(text, passage, statement.content[0])
    return [replace(statement, content=(span,)) for span in spans] if len(spans) > 1 else [statement]


def _beside(passage: Passage, statements: list[Statement]) -> list[Span]:
    """Full clauses of the passage that no statement covers: `The bridge fell, and police said …`."""
    if any(statement.is_relative for statement in statements):
        return []
    words = list(passage.words)
    spans: list[Span] = []
    position = 0
    for extent in [
        *sorted(statement.extent for statement in statements),
        Span(passage.span.end, passage.span.end),
    ]:
        last = position
        while last < len(words) and words[last].end <= extent.start:
            last += 1
        found = _free_clause(words, position, last)
        if found is not None:
            spans.append(found)
        while position < len(words) and words[position].start < extent.end:
            position += 1
    return spans


def _free_clause(words: list[Word], first: int, last: int) -> Span | None:
    """The clause in a range beside a frame, where marks or joining words part the two."""
    left, right = first == 0, last == len(words)
    while last > first and (words[last - 1].low in _ENDS_OPEN or words[last - 1].tag in _PARTING):
        last -= 1
        right = True
    while first < last and words[first].tag in _PARTING | {Tag.AND}:
        first += 1
        left = True
    opening = next((word.tag for word in words[first:last] if word.tag is not Tag.ADV), Tag.SUB)
    if not (left and right) or last - first < _LEAST_WORDS or opening in _DEPENDENT:
        return None
    return Span(words[first].start, words[last - 1].end) if starts_clause(words, first, last) else None


def _credited(text: str, passage: Passage, statement: Statement, cast: Cast) -> Draft:
    kind = kind_of_words(text, passage, statement.content)
    attribution = Attribution(
        kind=kind,
        speaker=statement.speaker,
        speaker_span=statement.mention,
        cue=statement.cue.of(text) if statement.cue else None,
        cue_span=statement.cue,
        content_spans=statement.content,
        via=statement.via,
    )
    words = phrasing.joined(text, statement.content)
    return Draft(
        text=worded(text, passage, statement, cast),
        content=statement.content if statement.standing is Standing.ALONE else (framed(passage, statement),),
        attribution=attribution,
        stance=stance_of(words, statement.stance, is_attributed=True),
    )
