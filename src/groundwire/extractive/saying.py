"""The words that a reporting verb introduces, or that stand before it.

Guarantee: content never crosses a stop; what is not sure to be said is not content.
"""

from groundwire.domain.claim import Stance
from groundwire.domain.span import Span
from groundwire.extractive import bearing, clauses
from groundwire.extractive import lexicon as lex
from groundwire.extractive.framing import covering
from groundwire.extractive.words import NOMINAL, Tag, Word
from groundwire.text.reporting import REPORTING_NOUNS, Form, ReportingVerb, Takes, find_reporting_verb

_REOPEN_REACH = 25
_COLON_REACH = 40
_AS_REACH = 12
_CIRCUMSTANCE_REACH = 14
_RECIPIENT_REACH = 9
_TIME_OPENERS = frozenset({"this", "last", "next", "earlier", "late", "early"})
"""Words within which each of these shows itself; what comes later belongs to something else."""
_MATTERS = frozenset(
    [
        "deny",
        "dismiss",
        "reject",
        "refute",
        "dispute",
        "predict",
        "forecast",
        "recount",
        "allege",
        "confirm",
        "mention",
        "reiterate",
    ]
)
_OF_SAYINGS = frozenset({"dismiss", "reject"})
"""Verbs that deny only where a saying is their object: a plan may be rejected without being denied."""
_ASKS = frozenset({"ask", "wonder"})
_TO_SOMEBODY = frozenset({"ask", "warn", "urge"})


def reopened(words: list[Word], start: int, end: int) -> tuple[Span, ...]:
    """The second part of a broken quotation: a quotation after a comma or colon in the same sentence."""
    for index in range(start, min(end, start + _REOPEN_REACH)):
        if words[index].tag is Tag.QUOTE and words[index - 1].tag in {Tag.COMMA, Tag.COLON}:
            return (covering(words, index, index),)
        if words[index].is_finite:
            return ()
    return ()


def content_before(words: list[Word], last: int) -> Span | None:
    """What is credited by a frame that follows it; `last` is the comma or the quotation before the frame."""
    start = clauses.sentence_start(words, last)
    if words[last].tag is Tag.COMMA:
        last -= 1
    while start < last and words[start].tag in {Tag.AND, Tag.COMMA}:
        start += 1
    if last < start:
        return None
    if words[last].tag is Tag.QUOTE or clauses.has_clause(words, start, last + 1):
        return covering(words, start, last)
    return None


def needs_frame(words: list[Word], content: Span, verb: ReportingVerb) -> bool:
    """Whether the content means something else without its verb: questions, what is denied, what is asked for."""
    inside = [word for word in words if content.start <= word.start < content.end]
    if inside[0].tag is Tag.QUOTE and is_fragment(words, words.index(inside[0])):
        return True
    first = next(word for word in inside if word.tag is not Tag.ADV or word.low in lex.QUESTION_WORDS)
    asks = first.low in lex.QUESTION_WORDS and first.tag is not Tag.QUOTE and first.low != "when"
    return asks or verb.stance is Stance.DENIED or bearing.is_subjunctive(inside)


def without_main_clause(words: list[Word], content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Content of a clause that opens its sentence, up to the comma at which the main clause begins; empty when it is none."""
    inside = [index for index, word in enumerate(words) if content[0].contains(word.span)]
    for index in inside[1:-1]:
        if words[index].tag is Tag.COMMA and clauses.starts_clause(words, index + 1, inside[-1] + 1):
            says = clauses.has_clause(words, inside[0], index) or words[inside[0]].tag is Tag.QUOTE
            return (covering(words, inside[0], index - 1),) if says else ()
    return content


def content_after(words: list[Word], index: int, verb: ReportingVerb) -> Span | None:
    """The clause or quotation that the verb introduces, recipients and circumstances before it skipped."""
    end = clauses.sentence_end(words, index)
    start = _past_circumstances(words, index + 1, end, verb)
    if start >= end:
        return None
    lead = words[start]
    if lead.tag in {Tag.COMMA, Tag.COLON}:
        quoted = start + 1 < end and words[start + 1].tag is Tag.QUOTE
        if start + 1 >= end or (lead.tag is Tag.COMMA and not quoted):
            return None
        start += 1
    weak = verb.takes in {Takes.THAT, Takes.THOUGHT}
    if words[start].tag is Tag.QUOTE and weak and lead.tag is not Tag.COLON:
        return None
    if words[start].tag is Tag.QUOTE:
        return covering(words, start, _quoted_end(words, start, end))
    if lead.tag is not Tag.COLON and lead.low != "that" and not _bare_clause(words, start, end, verb):
        return None
    if words[start].low == "that" and start + 1 < end:
        start += 1
    stop = clauses.content_end(words, start, end)
    return covering(words, start, stop - 1) if stop > start else None


def _bare_clause(words: list[Word], start: int, end: int, verb: ReportingVerb) -> bool:
    """Whether a clause without "that" begins at `start`, as strong a sign as the verb asks for."""
    lead = words[start]
    if verb.takes in {Takes.QUOTE, Takes.THAT}:
        return verb.lemma in _ASKS and lead.low in lex.QUESTION_WORDS
    weak = verb.takes in {Takes.THOUGHT, Takes.MATTER}
    if lead.tag is Tag.PREP:
        comma = next((at for at in range(start, min(end, start + 8)) if words[at].tag is Tag.COMMA), None)
        after = words[comma + 1] if comma is not None and comma + 1 < end else None
        turns = after is not None and (after.tag is Tag.AND or find_reporting_verb(after.low) is not None)
        if comma is not None and not turns and clauses.starts_clause(words, comma + 1, end, strictly=True):
            return True
        return (
            not weak
            and Form.PRESENT not in verb.forms
            and clauses.starts_clause(words, start, end, strictly=True)
        )
    if lead.low in lex.QUESTION_WORDS and verb.takes is not Takes.THOUGHT:
        return True
    return clauses.starts_clause(words, start, end, strictly=weak)


def _quoted_end(words: list[Word], start: int, end: int) -> int:
    """A quotation that its sentence goes on after belongs to the clause around it."""
    after = start + 1
    if after < end and words[after].tag not in {Tag.COMMA, Tag.COLON, Tag.AND}:
        return clauses.content_end(words, start, end) - 1
    if after + 1 < end and words[after].tag is Tag.COLON and words[after + 1].tag is Tag.QUOTE:
        return after + 1
    return start


def _past_circumstances(words: list[Word], start: int, end: int, verb: ReportingVerb) -> int:
    """Past recipients and circumstances: `told the court`, `said in a statement on Friday`."""
    index = start
    if verb.takes is Takes.RECIPIENT or verb.lemma in _TO_SOMEBODY:
        index = _recipient_end(words, start, end)
    for trial in range(index, min(end, index + _CIRCUMSTANCE_REACH)):
        word = words[trial]
        following = words[trial + 1] if trial + 1 < end else None
        if word.low == "that" or (word.tag is Tag.COLON and trial > index):
            return trial
        if word.tag is Tag.COMMA:
            quoted = following is not None and following.tag is Tag.QUOTE
            return (
                trial if quoted else trial + 1 if following is not None and following.low == "that" else index
            )
        if word.tag is Tag.QUOTE:
            return trial if trial == index or words[trial - 1].tag is not Tag.PREP else index
        if word.low in _TIME_OPENERS or (trial > index and words[trial - 1].low in _TIME_OPENERS):
            continue
        opens = trial == index and word.tag not in {Tag.PREP, Tag.ADV} and not is_day(word)
        if opens or word.is_finite or word.tag in {Tag.SUB, Tag.REL, Tag.PRON, Tag.AND, Tag.INF}:
            return index
    return index


def is_day(word: Word) -> bool:
    """`Friday`: said without a preposition."""
    return word.low.endswith("day") and word.tag is Tag.NAME


def _recipient_end(words: list[Word], start: int, end: int) -> int:
    index = start + (start < end and words[start].low == "to")
    if index < end and words[index].tag is Tag.PRON:
        return index + 1
    first = index
    while index < end and index - first < _RECIPIENT_REACH:
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


def after_as_clause(words: list[Word], index: int, end: int) -> tuple[Span, ...]:
    """`As X told the paper, …`."""
    for at in range(index + 1, min(end, index + _AS_REACH)):
        if words[at].tag in {Tag.COMMA, Tag.COLON} and at + 1 < end:
            return (covering(words, at + 1, end - 1),)
    return ()


def after_colon(words: list[Word], index: int, verb: ReportingVerb) -> tuple[Span, ...]:
    """`X defended the plan: “…”`: what follows the colon is said by the subject."""
    for at in range(index + 1, min(len(words) - 1, index + _COLON_REACH)):
        says = words[at].tag is Tag.VERB and find_reporting_verb(words[at].low) is not None
        if words[at].tag is Tag.STOP or says:
            return ()
        if words[at].tag is Tag.COLON:
            end = clauses.sentence_end(words, at)
            firm = verb.takes not in {Takes.QUOTE, Takes.THAT, Takes.THOUGHT}
            speaks = words[at + 1].tag is Tag.QUOTE or (firm and clauses.starts_clause(words, at + 1, end))
            return (covering(words, at + 1, end - 1),) if speaks and end > at + 1 else ()
    return ()


def is_saying(word: Word) -> bool:
    """Whether the word names a saying: claim, reports."""
    return word.low in REPORTING_NOUNS or word.low.removesuffix("s") in REPORTING_NOUNS


def is_fragment(words: list[Word], index: int) -> bool:
    """Whether the quotation at `index` is a part of the sentence round it: `urged “an end to the violence”`."""
    before = words[index - 1] if index else None
    marked = before is not None and (before.tag in {Tag.COMMA, Tag.COLON, Tag.STOP} or before.low == "that")
    inner = words[index].text[1:].casefold().replace("’", "'").split()
    has_verb = any(word in lex.AUXILIARIES for word in inner)
    return not marked and not has_verb and index > 0 and words[index].text[1:2].islower()


def matter(words: list[Word], index: int, verb: ReportingVerb) -> tuple[Span, ...]:
    """`X denied the existence of a fire`: the matter is a noun phrase or a gerund."""
    end = clauses.sentence_end(words, index)
    start = index + 1
    while start < end and words[start].tag is Tag.ADV:
        start += 1
    if verb.lemma not in _MATTERS or start >= end:
        return ()
    is_gerund = words[start].low in {"having", "being"}
    if (
        words[start].tag not in NOMINAL | {Tag.DET, Tag.ING} or words[start].tag is Tag.PRON
    ) and not is_gerund:
        return ()
    if verb.lemma in _OF_SAYINGS and not any(is_saying(word) for word in words[start : start + 5]):
        return ()
    stop = clauses.content_end(words, start, end)
    while stop > start and words[stop - 1].tag in {Tag.COLON, Tag.COMMA}:
        stop -= 1
    return (covering(words, start, stop - 1),) if stop - start >= 2 else ()
