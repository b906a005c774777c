"""Frames without a reporting verb: `according to X`, `reports emerged of …`, `X raised concerns about …`."""

from groundwire.domain.claim import Stance
from groundwire.extractive import clauses, phrases
from groundwire.extractive.framing import Frame, Mention, Standing, covering, mention_of
from groundwire.extractive.saying import is_saying
from groundwire.extractive.words import Tag, Word
from groundwire.text.reporting import REPORTING_NOUNS

_EMERGE = frozenset(
    {"emerged", "surfaced", "circulated", "spread", "appeared", "came", "broke", "mounted", "grew"}
)
_VOICE = frozenset(
    [
        "raised",
        "raises",
        "raise",
        "expressed",
        "expresses",
        "express",
        "voiced",
        "voices",
        "voice",
        "issued",
        "made",
        "makes",
        "reached",
        "repeated",
    ]
)
_ISSUES = frozenset({"released", "published", "issued", "presented", "gave", "provided"})
_NONE = frozenset({"no", "little", "scant", "any", "few", "without"})
_RELATIVE_REACH = 10
"""Words of a reduced relative clause: `according to evidence presented at the trial, …`."""
_VOICE_REACH = 3
"""Words between such a verb and its noun."""


def according_frame(words: list[Word], index: int) -> Frame | None:
    """`According to X, …`, `…, according to X` and `…, according to X, …`."""
    speaker = phrases.phrase_after(words, index + 2)
    if speaker is None or (index > 1 and words[index - 2].tag is Tag.REL):
        return None  # "which, according to X, …" credits the relative clause alone
    start, end = clauses.sentence_start(words, index), clauses.sentence_end(words, index)
    speaker = _issuer(words, speaker, end) or speaker
    if speaker.last + 1 < end and is_saying(words[speaker.last + 1]):  # "unconfirmed reports" is no clause
        speaker = speaker._replace(last=speaker.last + 1, head_last=speaker.last + 1)
    after = speaker.last + 1
    if after < end and words[after].tag is Tag.COMMA:
        after += 1
    if after < end and words[after].low in {"citing", "quoting"}:
        after = next((at + 1 for at in range(after, end) if words[at].tag is Tag.COMMA), after)
    elif after < end and words[after].tag in {Tag.VERB, Tag.ING} and words[after - 1].tag is not Tag.COMMA:
        commas = [
            at + 1 for at in range(after, min(end, after + _RELATIVE_REACH)) if words[at].tag is Tag.COMMA
        ]
        after = commas[0] if commas else after
    introduces = index == start or words[index - 1].tag in {Tag.AND, Tag.SUB}
    content = []
    if not introduces:
        before = index - 2 if words[index - 1].tag is Tag.COMMA else index - 1
        if before >= start:
            content.append(covering(words, start, before))
    if after < end and (introduces or end - after > 2):
        content.append(covering(words, after, end - 1))
    if not content:
        return None
    return Frame(
        cue=covering(words, index, index + 1),
        content=tuple(content),
        stance=Stance.ASSERTED,
        speaker=mention_of(words, speaker),
    )


def _issuer(words: list[Word], paper: phrases.Phrase, end: int) -> phrases.Phrase | None:
    """Who issued the paper that is named first, to the end of that clause: `according to figures that the centre released`."""
    after = paper.last + 1
    if after >= end or words[after].low not in {"that", "which"}:
        return None
    issuer = phrases.phrase_after(words, after + 1)
    if issuer is None or issuer.last + 1 >= end or words[issuer.last + 1].low not in _ISSUES:
        return None
    comma = next((at for at in range(issuer.last + 1, end) if words[at].tag is Tag.COMMA), end)
    return issuer._replace(last=comma - 1)


def nominal_frame(words: list[Word], index: int) -> Frame | None:
    """The frame that a reporting noun at `index` makes."""
    word = words[index]
    singular = word.low if word.low in REPORTING_NOUNS else word.low.removesuffix("s")
    if singular not in REPORTING_NOUNS or index + 3 >= len(words):
        return None
    emerged = words[index + 1].low in _EMERGE
    after = index + 1 + emerged
    if words[after].low not in {"of", "that", "about", "over"} or words[after + 1].tag is Tag.STOP:
        return None
    if index and words[index - 1].low in _NONE:
        return None
    stop = clauses.content_end(words, after + 1, clauses.sentence_end(words, index))
    speaker = Mention(word.span, word.span) if emerged else _who_voices(words, index)
    tells = not emerged and REPORTING_NOUNS[singular] in {Stance.ASSERTED, Stance.CONFIRMED}
    if speaker is None:
        return None
    return Frame(
        cue=words[after - 1].span,
        content=(covering(words, after + 1, stop - 1),),
        stance=REPORTING_NOUNS[singular],
        standing=Standing.ALONE if tells and words[after].low == "that" else Standing.FRAMED,
        speaker=speaker,
    )


def _who_voices(words: list[Word], index: int) -> Mention | None:
    reach = range(index - 1, max(-1, index - 1 - _VOICE_REACH), -1)
    verb = next((at for at in reach if words[at].low in _VOICE), None)
    subject = phrases.subject_before(words, verb) if verb is not None else None
    return mention_of(words, subject) if subject else None
