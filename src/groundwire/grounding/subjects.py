"""Who does what: a subject put before the verb of another clause, or before one that the passage tells without a doer.

Guarantees: a finding of the first kind needs a clause that surely has begun anew ("but", "while", "and that", or behind "said" when an
auxiliary follows), a noun or a name right behind its opening, and the words after it in the claim; "X was tried but later freed" has no new subject and is no finding. One of the
second kind needs a name that the passage does not have, and a verb that stands behind its object there and no pronoun before it.
"""

from collections.abc import Iterator

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Gap, Overlay
from groundwire.grounding.lexemes import lexeme
from groundwire.grounding.reading import Kind, Term
from groundwire.grounding.word_classes import PRONOUNS
from groundwire.text.reporting import REPORTING_NOUNS, Form, Takes, find_reporting_verb

_CLAUSES = frozenset(map(lexeme, ("but", "while", "whereas")))
_CONTENT = frozenset({Takes.CLAUSE, Takes.MATTER})
_FINITE = frozenset({Form.PAST, Form.PRESENT})
_RELATIVES = frozenset(map(lexeme, ("that", "which", "who")))
_MARKS = ",;:()"
_JOINS = frozenset(("and", "but"))
_ANNOUNCED = 5  # terms between a verb or a noun of saying and the "that" that it announces
_AUXILIARIES = frozenset({"be", "have"})
_HEAVY = 1.0
_VERB_AND_OBJECT = 2
_BESIDE = 2  # terms before a verb in which a pronoun is its subject


def find_other_subjects(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """A finding where `gap` leaves out the subject of the words that follow it in the claim."""
    if any(sheet.claim[at].is_content for at in gap.claim) or gap.source.stop >= len(sheet.source):
        return
    opening = next((at for at in reversed(gap.source) if _opens_clause(sheet, at)), None)
    if opening is None:
        yield from _find_other_heads(sheet, gap)
        return
    if not _has_subject_before(sheet, gap) or not _is_verb_next(sheet, gap, opening):
        return
    subject = [at for at in range(opening + 1, gap.source.stop) if sheet.source[at].is_content]
    if not subject or not all(_is_thing(sheet, at) for at in subject) or _has_comma(sheet, opening, gap):
        return
    span, source = sheet.claim_span(gap.claim.stop), sheet.source_span(subject[0], subject[-1])
    said, read = sheet.claim_words(gap.claim.stop), source.of(sheet.source_text)
    message = f"the article says {said!r} of {read!r}, whom the claim leaves out"
    yield Finding(ReasonKind.ROLE, Gravity.LACK, span, source, message, (gap.claim.stop,), is_exchange=True)


def _find_other_heads(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """A finding where a relative clause is told of somebody before the noun that it belongs to: "he held a card that was lost"."""
    opening = next((at for at in reversed(gap.source) if sheet.source[at].key in _RELATIVES), 0)
    head = opening - 1
    if (
        head not in gap.source
        or sheet.source[head].kind is not Kind.WORD
        or not _has_subject_before(sheet, gap)
    ):
        return
    word = sheet.source_words(head).casefold()
    if find_reporting_verb(word) or word in REPORTING_NOUNS:
        return  # "said that", "the news that": no noun's own clause
    if any(sheet.source[at].is_content for at in range(opening, gap.source.stop)):
        return
    between = sheet.source_text[sheet.source[gap.source.start - 1].end : sheet.source[opening].start]
    has_verbs = _has_auxiliary(sheet.source, gap.source.stop) and _has_auxiliary(sheet.claim, gap.claim.stop)
    if any(mark in between for mark in _MARKS) or not has_verbs:
        return
    span, source = sheet.claim_span(gap.claim.stop), sheet.source_span(head)
    message = f"the article says {sheet.claim_words(gap.claim.stop)!r} of {sheet.source_words(head)!r}, which the claim leaves out"
    yield Finding(ReasonKind.ROLE, Gravity.LACK, span, source, message, (gap.claim.stop,), is_exchange=True)


def is_new_doer(sheet: Overlay, at: int) -> bool:
    """Whether the name opens the claim as who did what the passage tells without a doer: "X built the pier", "the pier, built in 1843"."""
    value = sheet.claim[at].value
    if any(term.is_content and term.value is not value for term in sheet.claim[:at]):
        return False
    following = [
        place
        for place in range(at + 1, len(sheet.claim))
        if sheet.claim[place].is_content and sheet.claim[place].value is not value
    ][:_VERB_AND_OBJECT]
    if len(following) < _VERB_AND_OBJECT or find_reporting_verb(sheet.claim_words(following[0])):
        return False
    verb, thing = (sheet.kept.get(place, -1) for place in following)
    has_pronoun = any(term.key in PRONOUNS for term in sheet.source[max(0, verb - _BESIDE) : max(0, verb)])
    return verb > thing >= 0 and not has_pronoun


def find_new_doers(sheet: Overlay, gap: Gap) -> Iterator[Finding]:
    """A finding where a name of `gap`, which the passage does not have, is made who did it."""
    names = [at for at in gap.claim if sheet.claim[at].kind is Kind.NAME and at not in sheet.moved]
    if names and is_new_doer(sheet, names[0]):
        said = sheet.claim_words(names[0])
        message = f"the claim says that {said!r} did what the article tells without a doer"
        span = sheet.claim_span(names[0])
        yield Finding(ReasonKind.ROLE, Gravity.LACK, span, None, message, (names[0],), is_exchange=True)


def _opens_clause(sheet: Overlay, at: int) -> bool:
    key = sheet.source[at].key
    if key in _CLAUSES or (key == "that" and at > 0 and sheet.source[at - 1].key in _JOINS):
        return True
    return _is_of_saying(sheet, at) or (key == "that" and _is_content_of_saying(sheet, at))


def _is_of_saying(sheet: Overlay, at: int) -> bool:
    """Whether what somebody says follows; not "said her party would", where the sentence knows whose."""
    if at + 1 < len(sheet.source) and sheet.source[at + 1].key in PRONOUNS:
        return False
    verb = sheet.source_says.get(at)
    return verb is not None and verb.takes in _CONTENT and bool(verb.forms & _FINITE)


def _is_content_of_saying(sheet: Overlay, at: int) -> bool:
    """Whether "that" opens what a verb or a noun of saying before it announces: "said on Monday that", "a claim by a guard that"."""
    return any(
        _is_of_saying(sheet, place) or sheet.source_words(place).casefold() in REPORTING_NOUNS
        for place in range(max(0, at - _ANNOUNCED), at)
    )


def _is_verb_next(sheet: Overlay, gap: Gap, opening: int) -> bool:
    """Whether the words behind `gap` are a verb: after "but" any word may be, after a verb of saying there is an auxiliary."""
    if sheet.source[opening].key in _CLAUSES or (opening and sheet.source[opening - 1].key in _JOINS):
        return sheet.source[gap.source.stop].kind is Kind.WORD
    return _has_auxiliary(sheet.source, gap.source.stop) and _has_auxiliary(sheet.claim, gap.claim.stop)


def _has_auxiliary(terms: tuple[Term, ...], at: int) -> bool:
    return any(term.kind is Kind.MODAL or term.key in _AUXILIARIES for term in terms[max(0, at - 1) : at + 1])


def _has_subject_before(sheet: Overlay, gap: Gap) -> bool:
    return any(sheet.claim[at].is_content for at in range(gap.claim.start))


def _is_thing(sheet: Overlay, at: int) -> bool:
    term = sheet.source[at]
    is_name = term.kind is Kind.NAME
    is_noun = term.kind is Kind.WORD and term.weight >= _HEAVY and not sheet.source_words(at).endswith("ly")
    return (is_name or is_noun) and all(term.key != other.key for other in sheet.claim)


def _has_comma(sheet: Overlay, opening: int, gap: Gap) -> bool:
    """Whether a comma parts the new subject from the words that follow: then more was left out than a subject."""
    between = sheet.source_text[sheet.source[opening].end : sheet.source[gap.source.stop].start]
    return "," in between
