"""Frames with a reporting verb: `X said …`, `…, said X`, `…, X said`, `…, saying that`, `it was reported by X that`.

Guarantee: a frame is only read where its subject stands next to the verb; content is never guessed.
"""

from groundwire.domain.claim import Stance
from groundwire.domain.span import Span
from groundwire.extractive import bearing, clauses, phrases, saying
from groundwire.extractive import lexicon as lex
from groundwire.extractive.framing import Frame, Mention, Standing, covering, mention_of
from groundwire.extractive.words import Tag, Word
from groundwire.text.reporting import Form, ReportingVerb, Takes

_BE = frozenset({"is", "was", "are", "were", "been", "be", "being"})
_CHOICES = frozenset({"reject", "dismiss", "rule", "describe", "promise", "recommend", "write", "note"})
"""Verbs whose passive tells of a decision or a work, not of a saying."""
_MODALS = frozenset(
    {"will", "would", "can", "could", "should", "may", "might", "must", "shall", "won't", "wouldn't", "can't"}
)
_SAYINGS = frozenset({Takes.CLAUSE, Takes.RECIPIENT, Takes.MATTER})
_AGENT_REACH = 3
"""Words between a participle and its "by"."""


def verbal_frame(words: list[Word], index: int, verb: ReportingVerb, before: list[Frame]) -> Frame | None:
    """The frame whose cue is the reporting verb at `index`; `before` are those read so far."""
    if words[index].tag is Tag.ING:
        return _participle(words, index, verb, before)
    if _is_passive(words, index):
        return _passive(words, index, verb)
    if (
        verb.forms == {Form.PARTICIPLE}
        and words[_back_over(words, index - 1, frozenset({Tag.ADV}))].tag is not Tag.AUX
    ):
        return None  # a reduced relative: "a letter written by …"
    return _inverted(words, index, verb) or _active(words, index, verb, before)


def _back_over(words: list[Word], index: int, tags: frozenset[Tag]) -> int:
    while index >= 0 and words[index].tag in tags:
        index -= 1
    return index


def _is_passive(words: list[Word], index: int) -> bool:
    at = _back_over(words, index - 1, frozenset({Tag.ADV}))
    return at >= 0 and words[at].low in _BE


def _inverted(words: list[Word], index: int, verb: ReportingVerb) -> Frame | None:
    """`“…,” said X` and `…, said X`."""
    if index == 0 or verb.takes is Takes.THOUGHT or words[index - 1].tag not in {Tag.QUOTE, Tag.COMMA}:
        return None
    speaker = phrases.phrase_after(words, index + 1)
    if speaker is None or words[speaker.first].tag is Tag.QUOTE:
        return None
    end = clauses.sentence_end(words, index)
    reopened = saying.reopened(words, speaker.last + 1, end)
    if clauses.starts_clause(words, speaker.first, end) and not reopened:
        return None
    content = saying.content_before(words, index - 1)
    if content is None:
        return None
    named = words[speaker.first : speaker.last + 1]
    stance, needs_frame = bearing.bearing_of(verb, [], named)
    return Frame(
        cue=words[index].span,
        content=(content, *reopened),
        stance=stance,
        standing=Standing.FRAMED if needs_frame else Standing.ALONE,
        speaker=mention_of(words, speaker),
    )


def _active(words: list[Word], index: int, verb: ReportingVerb, before: list[Frame]) -> Frame | None:
    if verb.takes in {Takes.THOUGHT, Takes.THAT} and _is_modal(words, index):
        return None
    subject = phrases.subject_before(words, index)
    speaker = mention_of(words, subject) if subject else _inherited(words, index, before)
    first = subject.first if subject else index
    if speaker is None or bearing.is_conditional(words, first) or _is_noun(words, index, first):
        return None
    content, standing = _active_content(words, index, verb, first)
    before_verb = words[_back_over(words, index - 1, frozenset({Tag.ADV, Tag.AUX}))].tag
    if not content or (before_verb is Tag.REL and not _is_marked(words, content[0])):
        return None
    stance, needs_frame = _bearing(words, index, verb, subject)
    if subject and _is_subordinate(words, subject.first):
        content = saying.without_main_clause(words, content)
        if verb.takes in {Takes.THOUGHT, Takes.THAT} or not content:
            return None
    return Frame(
        cue=words[index].span,
        content=content,
        stance=stance,
        standing=Standing.FRAMED if needs_frame else standing,
        speaker=speaker,
        is_relative=before_verb is Tag.REL,
    )


def _active_content(
    words: list[Word], index: int, verb: ReportingVerb, first: int
) -> tuple[tuple[Span, ...], Standing]:
    """Content after the verb, before the subject, after a colon, or the matter itself; the first that is found."""
    after = saying.content_after(words, index, verb)
    if after is None or words[first - 1].tag is Tag.QUOTE:
        before = _postposed(words, first, index, verb)
        if before:
            return before, Standing.ALONE
    if after is not None:
        return (after,), Standing.FRAMED if saying.needs_frame(words, after, verb) else Standing.ALONE
    announced = saying.after_colon(words, index, verb)
    if announced:
        return announced, Standing.ALONE
    return saying.matter(words, index, verb), Standing.FRAMED


def _is_noun(words: list[Word], index: int, first: int) -> bool:
    """`In her opening remarks`, `despite critical reports`: such words are no verbs there."""
    if not saying.is_saying(words[index]) or first == index:
        return False
    bare = index - first == 1 and words[first].tag is Tag.NOUN and words[first].text.islower()
    speaks = words[first].low in lex.PEOPLE | lex.BODIES | lex.ROLES or words[first].low.endswith("s")
    return (first > 0 and words[first - 1].tag is Tag.PREP) or (bare and not speaks)


def _is_marked(words: list[Word], content: Span) -> bool:
    """Whether "that", a pronoun or a quotation says that a clause begins: else `who reported the call` has an object."""
    at = next((index for index, word in enumerate(words) if word.start >= content.start), 0)
    return (
        words[at].tag in {Tag.QUOTE, Tag.PRON}
        or words[at - 1].low == "that"
        or words[at].low in lex.QUESTION_WORDS
    )


def _is_subordinate(words: list[Word], first: int) -> bool:
    """Whether the frame stands in a clause that opens its sentence: `When X said that A, B`."""
    return first == clauses.sentence_start(words, first) + 1 and words[first - 1].tag is Tag.SUB


def _group(words: list[Word], index: int) -> list[Word]:
    """The auxiliaries and adverbs before the verb, and a pronoun that has one on its tail."""
    first = _back_over(words, index - 1, frozenset({Tag.ADV, Tag.AUX}))
    contracted = first >= 0 and words[first].tag is Tag.PRON and "'" in words[first].low
    return words[first if contracted else first + 1 : index]


def _bearing(
    words: list[Word], index: int, verb: ReportingVerb, subject: phrases.Phrase | None
) -> bearing.Bearing:
    named = words[subject.first : subject.last + 1] if subject else []
    return bearing.bearing_of(verb, _group(words, index), named)


def _is_negated(words: list[Word], index: int) -> bool:
    return any(
        word.low in {"not", "never", "cannot"} or word.low.endswith("n't") for word in _group(words, index)
    )


def _is_modal(words: list[Word], index: int) -> bool:
    """Whether the verb tells what somebody would, will or can think rather than thinks."""
    first = _back_over(words, index - 1, frozenset({Tag.ADV, Tag.AUX}))
    contracted = first >= 0 and words[first].low.endswith(("'ll", "'d"))
    return contracted or any(word.low in _MODALS for word in words[first + 1 : index])


def _inherited(words: list[Word], index: int, before: list[Frame]) -> Mention | None:
    """`X told the court … and said …`: the second verb has the speaker of the first."""
    at = _back_over(words, index - 1, frozenset({Tag.ADV}))
    if at < 1 or words[at].tag is not Tag.AND:
        return None
    start = clauses.sentence_start(words, index)
    for frame in reversed(before):
        if frame.cue.start >= words[start].start and frame.speaker is not None:
            return frame.speaker
    for verb in range(at - 1, start, -1):
        if words[verb].tag is Tag.VERB:
            subject = phrases.subject_before(words, verb)
            if subject is not None:
                return mention_of(words, subject)
    return None


def _postposed(words: list[Word], first: int, index: int, verb: ReportingVerb) -> tuple[Span, ...]:
    """`…, X said.` and `“…” X said, “…”`: content before the subject, unless the sentence goes on with an object."""
    as_clause = first > 0 and words[first - 1].low == "as"
    boundary = first - 2 if as_clause else first - 1
    end = clauses.sentence_end(words, index)
    if as_clause and (verb.takes not in _SAYINGS or _is_negated(words, index)):
        return ()  # "as the guests do not sing" gives a reason
    if as_clause and (boundary < 0 or words[boundary].tag is Tag.STOP):
        return saying.after_as_clause(words, index, end)
    if boundary < 0 or words[boundary].tag not in {Tag.COMMA, Tag.QUOTE}:
        return ()
    if boundary and words[boundary - 1].tag in {Tag.REL, Tag.SUB}:
        return ()  # "an attack in which, he said, …" credits the relative clause alone
    quoted = Tag.QUOTE in {words[boundary].tag, words[boundary - 1].tag}
    if not quoted and not as_clause and not _may_follow_clause(words, index, end, verb):
        return ()
    content = saying.content_before(words, boundary)
    return (content, *saying.reopened(words, index + 1, end)) if content else ()


def _may_follow_clause(words: list[Word], index: int, end: int, verb: ReportingVerb) -> bool:
    """Whether the verb can end its clause here, so that what stands before it is what was said."""
    if verb.takes is Takes.QUOTE:
        return False
    follows = words[index + 1] if index + 1 < end else None
    if follows is None or verb.takes is Takes.RECIPIENT:
        return True
    if verb.takes is Takes.THOUGHT or follows.tag is Tag.INF or follows.low == "to":
        return False
    return follows.tag not in {Tag.DET, Tag.NOUN, Tag.NAME, Tag.NUM, Tag.PRON} or saying.is_day(follows)


def _participle(words: list[Word], index: int, verb: ReportingVerb, before: list[Frame]) -> Frame | None:
    """`…, saying that …` and `with X saying …`."""
    content = saying.content_after(words, index, verb)
    if content is None or verb.takes is Takes.THOUGHT or index == 0:
        return None
    speaker = _participle_subject(words, index, before)
    if speaker is None:
        return None
    stance, needs_frame = bearing.bearing_of(verb, _group(words, index), [])
    needs_frame = needs_frame or saying.needs_frame(words, content, verb)
    return Frame(
        cue=words[index].span,
        content=(content,),
        stance=stance,
        standing=Standing.FRAMED if needs_frame else Standing.ALONE,
        speaker=speaker,
    )


def _participle_subject(words: list[Word], index: int, before: list[Frame]) -> Mention | None:
    previous = words[index - 1].tag
    if previous in {Tag.NOUN, Tag.NAME}:
        phrase = phrases.subject_ending(words, index - 1)
        absolute = phrase is not None and phrase.first > 0 and words[phrase.first - 1].low == "with"
        return mention_of(words, phrase) if phrase is not None and absolute else None
    if previous not in {Tag.COMMA, Tag.AND, Tag.ADV}:
        return None
    start = clauses.sentence_start(words, index)
    for frame in reversed(before):
        if frame.cue.start >= words[start].start and frame.speaker is not None:
            return frame.speaker
    if words[start].tag is Tag.PREP:  # "In a letter, X …": the subject comes after the comma
        start = next((at for at in range(start, index - 1) if words[at].tag is Tag.COMMA), start)
    for verb in range(start + 1, index):
        if words[verb].is_finite and words[verb].tag is not Tag.PRON:
            subject = phrases.subject_before(words, verb)
            return mention_of(words, subject) if subject else None
    return None


def _is_hearsay(verb: ReportingVerb, stance: Stance) -> bool:
    """Whether nobody answers for what is said: `it is reported`, `it is believed`."""
    return stance is Stance.ASSERTED or verb.lemma in {"believe", "think", "suppose", "consider"}


def _passive(words: list[Word], index: int, verb: ReportingVerb) -> Frame | None:
    """`It was reported by X that …`, `… was confirmed by X`; without an agent `it is said that …`, which keeps its frame."""
    end = clauses.sentence_end(words, index)
    reach = range(index + 1, min(end, index + 1 + _AGENT_REACH))
    by = next((at for at in reach if words[at].low == "by"), None)
    agent = phrases.phrase_after(words, by + 1) if by is not None else None
    speaker = mention_of(words, agent) if agent else None
    subject = _back_over(words, index - 1, frozenset({Tag.AUX, Tag.ADV}))
    after = agent.last + 1 if agent else index + 1
    lead = None
    if subject >= 0 and words[subject].low == "it":
        if after + 1 >= end or words[after].low != "that":
            return None
        content, lead = covering(words, after + 1, end - 1), covering(words, subject, index)
    elif (
        speaker is not None
        and subject >= 0
        and verb.takes in {Takes.CLAUSE, Takes.MATTER}
        and verb.lemma not in _CHOICES
        and not any(
            word.tag in {Tag.REL, Tag.SUB} for word in words[clauses.sentence_start(words, index) : index]
        )
    ):
        content = covering(words, clauses.sentence_start(words, index), subject)
    else:
        return None
    stance, needs_frame = bearing.bearing_of(verb, words[subject + 1 : index], [])
    stands = lead is not None and speaker is not None and verb.stance is not Stance.DENIED and not needs_frame
    return Frame(
        cue=words[index].span,
        content=(content,),
        stance=Stance.ALLEGED if speaker is None and _is_hearsay(verb, stance) else stance,
        standing=Standing.ALONE if stands else Standing.FRAMED,
        speaker=speaker,
        lead=lead,
    )
