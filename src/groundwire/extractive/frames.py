"""Reporting frames of a passage: who is credited for which words, by which cue.

Guarantees: every span lies in the passage; a frame has content; frames come in the order of their cues. The grammar is
that of English reporting: `X said that …`, `…, said X`, `…, X said`, `according to X`, `as X said`, `…, saying that`,
`it was reported by X that`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from groundwire.domain.claim import Stance
from groundwire.domain.span import Span
from groundwire.extractive import clauses, phrases
from groundwire.extractive import lexicon as lex
from groundwire.extractive.phrases import Phrase
from groundwire.extractive.words import NOMINAL, Tag, Word
from groundwire.text.reporting import REPORTING_NOUNS, Form, ReportingVerb, Takes, find_reporting_verb


class Standing(StrEnum):
    """Whether the content can stand as a statement by itself."""

    ALONE = "alone"
    """A clause: its words without the frame make the claim."""
    FRAMED = "framed"
    """A matter, a question, or something denied: only the sentence with its frame says what is meant."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One attribution. `mention` is the speaker's local mention, `head` the part of it before an apposition."""

    cue: Span
    content: tuple[Span, ...]
    stance: Stance
    mention: Span | None = None
    head: Span | None = None
    standing: Standing = Standing.ALONE
    lemma: str = ""

    @property
    def extent(self) -> Span:
        """From the first to the last word of frame and content."""
        spans = [self.cue, *self.content, *([self.mention] if self.mention else [])]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def find_frames(words: list[Word]) -> list[Frame]:
    """The frames of a passage, in the order of their cues."""
    frames: list[Frame] = []
    for index, word in enumerate(words):
        if word.low == "according" and index + 1 < len(words) and words[index + 1].low == "to":
            frame = _according(words, index)
        else:
            verb = find_reporting_verb(word.low) if word.tag in {Tag.VERB, Tag.ING} else None
            frame = _verbal(words, index, verb, frames) if verb else _nominal(words, index)
        if frame is not None:
            frames.append(frame)
    return frames


def _span(words: list[Word], first: int, last: int) -> Span:
    return Span(words[first].start, words[last].end)


def _according(words: list[Word], index: int) -> Frame | None:
    """`According to X, …`, `…, according to X` and `…, according to X, …`."""
    speaker = phrases.phrase_after(words, index + 2)
    if speaker is None:
        return None
    start, end = clauses.sentence_start(words, index), clauses.sentence_end(words, index)
    after = speaker.last + 1
    if after < end and words[after].tag is Tag.COMMA:
        after += 1
    before = index - 1
    if before >= start and words[before].tag is Tag.COMMA:
        before -= 1
    content = []
    introduced = before < start or words[index - 1].tag in {Tag.AND, Tag.SUB}
    if not introduced:
        content.append(_span(words, start, before))
    if after < end and (introduced or end - after > 2):
        content.append(_span(words, after, end - 1))
    if not content:
        return None
    return Frame(
        cue=_span(words, index, index + 1),
        content=tuple(content),
        stance=Stance.ASSERTED,
        lemma="according to",
        **_speaker(words, speaker),
    )


def _speaker(words: list[Word], phrase: Phrase | None) -> dict[str, Span]:
    if phrase is None:
        return {}
    return {
        "mention": _span(words, phrase.first, phrase.last),
        "head": _span(words, phrase.first, phrase.head_last),
    }


def _verbal(words: list[Word], index: int, verb: ReportingVerb, before: list[Frame]) -> Frame | None:
    if words[index].tag is Tag.ING:
        return _participle(words, index, verb, before)
    if verb.forms == {Form.PARTICIPLE} or _is_passive(words, index):
        return _passive(words, index, verb)
    return _inverted(words, index, verb) or _active(words, index, verb, before)


def _is_passive(words: list[Word], index: int) -> bool:
    at = index - 1
    while at >= 0 and words[at].tag is Tag.ADV:
        at -= 1
    return at >= 0 and words[at].low in {"is", "was", "are", "were", "been", "be", "being"}


def _inverted(words: list[Word], index: int, verb: ReportingVerb) -> Frame | None:
    """`“…,” said X` and `…, said X`."""
    if index == 0 or verb.takes is Takes.THOUGHT or words[index - 1].tag not in {Tag.QUOTE, Tag.COMMA}:
        return None
    speaker = phrases.phrase_after(words, index + 1)
    if speaker is None or words[speaker.first].tag is Tag.QUOTE:
        return None
    end = clauses.sentence_end(words, index)
    if clauses.starts_clause(words, speaker.first, end) and not _reopens(words, speaker.last + 1, end):
        return None
    content = _content_before(words, index - 1)
    if content is None:
        return None
    return Frame(
        cue=words[index].span,
        content=(content, *_reopened(words, speaker.last + 1, end)),
        stance=verb.stance,
        lemma=verb.lemma,
        **_speaker(words, speaker),
    )


def _reopens(words: list[Word], start: int, end: int) -> bool:
    return any(True for _ in _reopened(words, start, end))


def _reopened(words: list[Word], start: int, end: int) -> Iterator[Span]:
    """The second part of a broken quotation: a quotation after a comma or colon in the same sentence."""
    for index in range(start, min(end, start + 25)):
        if words[index].tag is Tag.QUOTE and words[index - 1].tag in {Tag.COMMA, Tag.COLON}:
            yield _span(words, index, index)
            return
        if words[index].is_finite:
            return


def _content_before(words: list[Word], last: int) -> Span | None:
    """What is credited by a frame that follows it; `last` is the comma or the quotation before the frame."""
    start = clauses.sentence_start(words, last)
    if words[last].tag is Tag.COMMA:
        last -= 1
    if last < start:
        return None
    while start < last and words[start].tag in {Tag.AND, Tag.COMMA}:
        start += 1
    if words[last].tag is Tag.QUOTE or clauses.has_clause(words, start, last + 1):
        return _span(words, start, last)
    return None


def _active(words: list[Word], index: int, verb: ReportingVerb, before: list[Frame]) -> Frame | None:
    subject = phrases.subject_before(words, index)
    speaker = _speaker(words, subject) if subject else _inherited(words, index, before)
    if not speaker:
        return None
    first = subject.first if subject else index
    negated = any(
        word.low in {"not", "never"} or word.low.endswith("n't") for word in words[max(0, index - 3) : index]
    )
    content, standing = _content_after(words, index, verb), Standing.ALONE
    if content is not None and _needs_frame(words, content, verb, negated=negated):
        standing = Standing.FRAMED
    spans: tuple[Span, ...] = (content,) if content else ()
    if content is None or words[first - 1].tag is Tag.QUOTE:
        spans = _postposed(words, first, index, verb)
        if not spans and content:
            spans = (content,)
    spans = spans or _after_colon(words, index)
    if not spans:
        spans, standing = _matter(words, index, verb), Standing.FRAMED
    if not spans:
        return None
    return Frame(
        cue=words[index].span,
        content=spans,
        stance=verb.stance,
        standing=standing,
        lemma=verb.lemma,
        **speaker,
    )


def _inherited(words: list[Word], index: int, before: list[Frame]) -> dict[str, Span]:
    """`X told the court … and said …`: the second verb has the speaker of the first."""
    at = index - 1
    while at >= 0 and words[at].tag is Tag.ADV:
        at -= 1
    if at < 1 or words[at].tag is not Tag.AND:
        return {}
    start = words[clauses.sentence_start(words, index)].start
    for frame in reversed(before):
        if frame.cue.start >= start and frame.mention and frame.head:
            return {"mention": frame.mention, "head": frame.head}
    for verb in range(at - 1, clauses.sentence_start(words, index), -1):
        if words[verb].tag is Tag.VERB:
            subject = phrases.subject_before(words, verb)
            if subject is not None:
                return _speaker(words, subject)
    return {}


def _needs_frame(words: list[Word], content: Span, verb: ReportingVerb, *, negated: bool) -> bool:
    first = next(word for word in words if word.start >= content.start)
    asks = first.low in lex.QUESTION_WORDS and first.tag is not Tag.QUOTE and first.low != "when"
    return negated or asks or verb.stance is Stance.DENIED


def _content_after(words: list[Word], index: int, verb: ReportingVerb) -> Span | None:
    """The clause or quotation that the verb introduces, recipients and circumstances before it skipped."""
    end = clauses.sentence_end(words, index)
    start = _skip_circumstances(words, index + 1, end, verb)
    if start >= end:
        return None
    word = words[start]
    marked = word.low == "that" or (word.tag in {Tag.COMMA, Tag.COLON})
    if word.tag in {Tag.COMMA, Tag.COLON} and start + 1 >= end:
        return None
    if word.tag in {Tag.COMMA, Tag.COLON}:
        quoted = words[start + 1].tag is Tag.QUOTE
        if not quoted and word.tag is Tag.COMMA:
            return None
        start += 1
    if words[start].tag is Tag.QUOTE:
        return _span(words, start, _quoted_end(words, start, end))
    if verb.takes is Takes.QUOTE and word.tag is not Tag.COLON:
        return None
    if word.tag is Tag.PREP and (verb.takes in {Takes.THOUGHT, Takes.MATTER} or Form.PRESENT in verb.forms):
        return None
    asks = word.low in lex.QUESTION_WORDS and verb.takes is not Takes.THOUGHT
    strictly = verb.takes in {Takes.THOUGHT, Takes.MATTER}
    if not (marked or asks or clauses.starts_clause(words, start, end, strictly=strictly)):
        return None
    if words[start].low == "that" and start + 1 < end:
        start += 1
    stop = clauses.content_end(words, start, end)
    return _span(words, start, stop - 1) if stop > start else None


def _quoted_end(words: list[Word], start: int, end: int) -> int:
    """A quotation that its sentence goes on after belongs to the clause around it."""
    after = start + 1
    if after < end and words[after].tag not in {Tag.COMMA, Tag.COLON, Tag.AND}:
        return clauses.content_end(words, start, end) - 1
    if after + 1 < end and words[after].tag is Tag.COLON and words[after + 1].tag is Tag.QUOTE:
        return after + 1
    return start


def _skip_circumstances(words: list[Word], start: int, end: int, verb: ReportingVerb) -> int:
    """Past recipients and circumstances: `told the court`, `said in a statement on Friday`."""
    index = start
    if verb.takes is Takes.RECIPIENT or (verb.lemma in {"ask", "warn", "reply"} and words[start:end]):
        index = _recipient_end(words, start, end)
    trial = index
    while trial < end and trial - index < 14:
        word = words[trial]
        if word.low == "that" or (word.tag in {Tag.COLON} and trial > index):
            return trial
        if word.tag is Tag.COMMA:
            quoted = trial + 1 < end and words[trial + 1].tag is Tag.QUOTE
            that = trial + 1 < end and words[trial + 1].low == "that"
            return trial if quoted else trial + 1 if that else index
        if word.tag is Tag.QUOTE:
            return trial if trial == index or words[trial - 1].tag is not Tag.PREP else index
        if trial == index and word.tag not in {Tag.PREP, Tag.ADV} and not _is_day(word):
            return index
        if word.is_finite or word.tag in {Tag.SUB, Tag.REL, Tag.PRON, Tag.AND}:
            return index
        trial += 1
    return index


def _is_day(word: Word) -> bool:
    return word.low.endswith("day") and word.tag is Tag.NAME


def _recipient_end(words: list[Word], start: int, end: int) -> int:
    index = start
    if index < end and words[index].low == "to":
        index += 1
    if index < end and words[index].tag is Tag.PRON:
        return index + 1
    first = index
    while index < end and index - first < 9:
        word = words[index]
        renewed = word.tag in {Tag.DET, Tag.PRON} and index > first
        turns = (
            index > first
            and word.tag is Tag.NOUN
            and words[index - 1].tag is Tag.NAME
            and word.low.endswith("s")
        )
        if renewed or turns or word.tag not in {Tag.DET, Tag.NOUN, Tag.NAME, Tag.NUM}:
            break
        index += 1
    return index


def _postposed(words: list[Word], first: int, index: int, verb: ReportingVerb) -> tuple[Span, ...]:
    """`…, X said.` and `“…” X said, “…”`: content before the subject, unless the sentence goes on with an object."""
    as_clause = first > 0 and words[first - 1].low == "as"
    boundary = first - 2 if as_clause else first - 1
    end = clauses.sentence_end(words, index)
    if as_clause and (boundary < 0 or words[boundary].tag is Tag.STOP):
        return _after_as_clause(words, index, end)
    if boundary < 0 or words[boundary].tag not in {Tag.COMMA, Tag.QUOTE}:
        return ()
    follows = words[index + 1] if index + 1 < end else None
    objects = (
        follows is not None and follows.tag in {Tag.DET, Tag.NOUN, Tag.NAME, Tag.NUM} and not _is_day(follows)
    )
    if objects and verb.takes is not Takes.RECIPIENT and words[boundary].tag is not Tag.QUOTE:
        return ()
    if (
        verb.takes is Takes.THOUGHT
        and follows is not None
        and not as_clause
        and words[boundary].tag is not Tag.QUOTE
    ):
        return ()
    content = _content_before(words, boundary)
    return (content, *_reopened(words, index + 1, end)) if content else ()


def _after_as_clause(words: list[Word], index: int, end: int) -> tuple[Span, ...]:
    """`As X told the paper, …`."""
    for at in range(index + 1, min(end, index + 12)):
        if words[at].tag in {Tag.COMMA, Tag.COLON} and at + 1 < end:
            return (_span(words, at + 1, end - 1),)
    return ()


def _after_colon(words: list[Word], index: int) -> tuple[Span, ...]:
    """`X defended the plan: “…”`: what follows the colon is said by the subject."""
    for at in range(index + 1, min(len(words) - 1, index + 40)):
        if words[at].tag is Tag.STOP or find_reporting_verb(words[at].low) and words[at].tag is Tag.VERB:
            return ()
        if words[at].tag is Tag.COLON:
            end = clauses.sentence_end(words, at)
            speaks = words[at + 1].tag is Tag.QUOTE or clauses.starts_clause(words, at + 1, end)
            return (_span(words, at + 1, end - 1),) if speaks and end > at + 1 else ()
    return ()


_MATTERS = frozenset(
    {"deny", "reject", "dismiss", "refute", "dispute", "confirm", "announce", "predict", "forecast"}
)


def _matter(words: list[Word], index: int, verb: ReportingVerb) -> tuple[Span, ...]:
    """`X denied the existence of a fire`: the matter is a noun phrase or a gerund."""
    end = clauses.sentence_end(words, index)
    start = index + 1
    while start < end and words[start].tag is Tag.ADV:
        start += 1
    if verb.lemma not in _MATTERS or start >= end:
        return ()
    if words[start].tag not in NOMINAL | {Tag.DET, Tag.ING} or words[start].tag is Tag.PRON:
        return ()
    stop = clauses.content_end(words, start, end)
    return (_span(words, start, stop - 1),) if stop - start >= 2 else ()


def _participle(words: list[Word], index: int, verb: ReportingVerb, before: list[Frame]) -> Frame | None:
    """`…, saying that …` and `with X saying …`."""
    content = _content_after(words, index, verb)
    if content is None or verb.takes is Takes.THOUGHT:
        return None
    previous = words[index - 1] if index else None
    speaker: dict[str, Span] = {}
    if previous is not None and previous.tag in {Tag.NOUN, Tag.NAME}:
        phrase = phrases.subject_ending(words, index - 1)
        if phrase is None or phrase.first == 0 or words[phrase.first - 1].low != "with":
            return None
        speaker = _speaker(words, phrase)
    elif previous is not None and previous.tag in {Tag.COMMA, Tag.AND, Tag.ADV}:
        speaker = _sentence_subject(words, index, before)
    if not speaker:
        return None
    standing = Standing.FRAMED if _needs_frame(words, content, verb, negated=False) else Standing.ALONE
    return Frame(
        cue=words[index].span,
        content=(content,),
        stance=verb.stance,
        standing=standing,
        lemma=verb.lemma,
        **speaker,
    )


def _sentence_subject(words: list[Word], index: int, before: list[Frame]) -> dict[str, Span]:
    start = clauses.sentence_start(words, index)
    for frame in reversed(before):
        if frame.cue.start >= words[start].start and frame.mention and frame.head:
            return {"mention": frame.mention, "head": frame.head}
    for verb in range(start + 1, index):
        if words[verb].is_finite and words[verb].tag is not Tag.PRON:
            subject = phrases.subject_before(words, verb)
            return _speaker(words, subject) if subject else {}
    return {}


def _passive(words: list[Word], index: int, verb: ReportingVerb) -> Frame | None:
    """`It was reported by X that …`, `… was confirmed by X`; without an agent only `it is said that …`."""
    end = clauses.sentence_end(words, index)
    by = next((at for at in range(index + 1, min(end, index + 4)) if words[at].low == "by"), None)
    speaker = phrases.phrase_after(words, by + 1) if by is not None else None
    at = index - 1
    while at >= 0 and words[at].tag in {Tag.AUX, Tag.ADV}:
        at -= 1
    impersonal = at >= 0 and words[at].low == "it"
    after = speaker.last + 1 if speaker else index + 1
    if impersonal and after < end and words[after].low == "that" and after + 1 < end:
        content = _span(words, after + 1, end - 1)
    elif speaker is not None and not impersonal and verb.takes in {Takes.CLAUSE, Takes.MATTER}:
        start = clauses.sentence_start(words, index)
        content = _span(words, start, at)
        return Frame(
            cue=words[index].span, content=(content,), stance=verb.stance, standing=Standing.FRAMED, lemma=verb.lemma,
            **_speaker(words, speaker),
        )  # fmt: skip
    else:
        return None
    stance = Stance.ALLEGED if speaker is None and verb.stance is Stance.ASSERTED else verb.stance
    return Frame(
        cue=words[index].span, content=(content,), stance=stance, lemma=verb.lemma, **_speaker(words, speaker)
    )


_EMERGE = frozenset("emerged surfaced circulated spread appeared came broke mounted grew".split())
_VOICE = frozenset(
    "raised raises raise expressed expresses express voiced voices voice issued made makes reached".split()
)


def _nominal(words: list[Word], index: int) -> Frame | None:
    """`Reports emerged of …`, `X raised concerns about …`."""
    word = words[index]
    singular = word.low.removesuffix("s") if word.low not in REPORTING_NOUNS else word.low
    if singular not in REPORTING_NOUNS or word.tag not in {Tag.NOUN, Tag.NAME} or index + 2 >= len(words):
        return None
    after = index + 1
    emerged = words[after].low in _EMERGE
    after += emerged
    if words[after].low not in {"of", "that", "about", "over"}:
        return None
    end = clauses.sentence_end(words, index)
    if after + 1 >= end:
        return None
    stop = clauses.content_end(words, after + 1, end)
    content = _span(words, after + 1, stop - 1)
    stance = REPORTING_NOUNS[singular]
    clause = words[after].low == "that"
    if emerged:
        return Frame(cue=words[after - 1].span, content=(content,), stance=stance, standing=Standing.FRAMED,
                     mention=word.span, head=word.span, lemma=singular)  # fmt: skip
    verb = next((at for at in range(index - 1, max(-1, index - 4), -1) if words[at].low in _VOICE), None)
    subject = phrases.subject_before(words, verb) if verb is not None else None
    if subject is None:
        return None
    standing = Standing.ALONE if clause else Standing.FRAMED
    return Frame(cue=word.span, content=(content,), stance=stance, standing=standing, lemma=singular,
                 **_speaker(words, subject))  # fmt: skip
