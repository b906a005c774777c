"""Contests: what a claim speaks against, in which words.

Guarantees: a claim contests only by a verb of denial, by words that put a statement down ("contradicting the claim that …") or
by a negation of its own; who declines to say, or is denied a visa, contests nothing.
"""

import re
from enum import StrEnum
from typing import Final, NamedTuple

from groundwire.corroborate.lexicon import concept
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.polarity import denies, is_of_a_stretch, negated
from groundwire.domain.claim import Claim, Stance

_SAYING: Final = (
    r"(?:allegations?|accusations?|claims?|charges?|reports?|rumou?rs?|suggestions?|assertions?|statements?|assurances?|accounts?"
    r"|criticisms?|version)"
)
_THESE: Final = re.compile(
    rf"\b(?:these|those|such|the|all|any|both|this|that|his|her|their)\s+(?:\w+\s+)?{_SAYING}\b",
    re.IGNORECASE,
)
_REFUSED_SOMETHING: Final = re.compile(
    r"\b(?:been|was|were|be|being|is|are|got)\s+(?:\w+\s+)?(?:denied|rejected|dismissed)\b|\bden(?:y|ied|ies|ying)\s+(?:him|her|them|us|me)\s+\w",
    re.IGNORECASE,
)
_CONTENT: Final = re.compile(
    rf"\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|refut(?:es|ed|ing)|rebut(?:s|ted)"
    rf"|contradict(?:s|ed|ing)?|contrary to)(?:\s+(?:[\w’']+\s+){{0,4}}?(?:{_SAYING}\s(?:[\w’']+\s+){{0,6}}?)?|\s[^.;]{{0,40}}?{_SAYING}\s[^.;]{{0,80}},\s)"
    r"(?:that|having|being|it(?=\s\w)|any|ever)\b(?P<content>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CONTRADICTS: Final = re.compile(
    rf"\b(?:contradict(?:s|ed|ing)?|contrary to|at odds with)\s+(?:[\w’']+\s+){{0,6}}?{_SAYING}\s+that\b(?P<content>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NO_STAND: Final = re.compile(
    r"(?:\bnot|\bnever|n[’']t)\s+(?:\w+\s+)?(?:say|confirm|comment|answer|respond|reply|know|rule out|specify|give|disclose|clear|yet)\b"
    r"|\b(?:no comment|not only|no longer|declin\w+|unclear|whether)\b|\?",
    re.IGNORECASE,
)
_PUT_DOWN: Final = re.compile(
    r"\b(?:not a word of truth|no truth|pure (?:invention|fiction|fantasy)|(?:complete|utter|total|absolute) nonsense|a (?:slander|smear|fabrication)"
    r"|(?:saw|sees|see) (?:it|that|this|things) (?:otherwise|differently)|begs? to differ|(?:groundless|baseless|unfounded|slanderous))\b",
    re.IGNORECASE,
)
_NO_SUCH: Final = re.compile(r"\b(?:no|never|not|any)\s+(?:any\s+)?such\s+\w", re.IGNORECASE)
_SOURCE: Final = re.compile(
    rf"\b{_SAYING}\b|\bas\s[^.;]{{0,60}}\b(?:reported|alleged|claimed|said|suggested|written|asserted)\b"
    r"|\b(?:had been|was|were|been) (?:reported|alleged|claimed|suggested|rumoured)\b",
    re.IGNORECASE,
)
_THING: Final = re.compile(
    r"\b(?:denied|denies|rejected|rejects|dismissed|dismisses|disputed|disputes|contradicted|contradicts|refuted)\s+"
    r"(?:the|that|this|these|those)\s+(?P<thing>[^\W\d_]{3,})\b(?!\s+(?:that|of|by|who)\b)",
    re.IGNORECASE,
)
_SAYING_NOUNS: Final = """
    report story claim allegation accusation charge rumour suggestion assertion statement assurance account criticism version argument
    idea
"""
_SAYINGS: Final = frozenset(map(concept, _SAYING_NOUNS.split()))
COUNTS: Final = frozenset(
    map(concept, ("count", "estimate", "figure", "number", "toll", "total", "forecast"))
)
"""Things denied that are a figure in somebody's words."""
_SAID_SO: Final = re.compile(
    r"\b(?:reported|alleged|claimed|accus(?:es|ed)|wrote|suggested|citing|according to)\b", re.IGNORECASE
)
_FOREIGN_DENIAL: Final = re.compile(
    r"\b(?:wies|weist|wiesen|weisen)\b.{0,80}\bzurück\b|\bzurück(?:gewiesen|wies|weist)|\b(?:bestritt(?:en)?|bestreite[nt]|dementier\w+"
    r"|niega|negó|niegan|desmiente|desmintió|desmentido|rechaz[óa]|dément\w*|démenti|réfute\w*|nega|negato|smentisce|smentito)\b",
    re.IGNORECASE | re.DOTALL,
)
_FOREIGN_NEGATION: Final = re.compile(
    r"\b(?:nie|niemals|kein\w{0,2}|nicht|nunca|jamás|jamais|mai)\b", re.IGNORECASE
)
_FOREIGN_CONTENT: Final = re.compile(
    r",\s+(?:dass|dat)\b|\b(?:que|che)\b(?P<content>.*)", re.IGNORECASE | re.DOTALL
)
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Ww]e)\b")
_LONG: Final = 26  # words from which a negation somewhere in a claim no longer turns it round as a whole


class Manner(StrEnum):
    """How a claim speaks against something."""

    SAID = "said"
    """It says what it denies: "denied that the door was open"."""
    REFERRED = "referred"
    """It refers to what was said: "denied the report"."""
    NEGATED = "negated"
    """It says itself that something is not so."""
    FOREIGN = "foreign"
    """It denies in a language of which only the words of denial are known."""
    FOREIGN_SAID = "foreign said"
    FOREIGN_NEGATED = "foreign negated"


class Contest(NamedTuple):
    """`matter` is what is spoken against, as far as the claim says it."""

    manner: Manner
    matter: Matter


def contest_of(claim: Claim, matter: Matter, *, is_english: bool) -> Contest | None:
    """What `claim` speaks against, or None."""
    text = claim.text
    if not is_english:
        return _foreign(claim, matter)
    if _REFUSED_SOMETHING.search(text):
        return None
    said = _CONTENT.search(text) or _CONTRADICTS.search(text)
    if said is not None and len(said["content"].split()) > 1:
        return Contest(Manner.SAID, Matter(said["content"], published=matter.published))
    if denies(text) or _PUT_DOWN.search(text) or _NO_SUCH.search(text):
        return Contest(Manner.REFERRED, matter)
    return _by_a_negation(claim, matter)


def _by_a_negation(claim: Claim, matter: Matter) -> Contest | None:
    """What a claim without a verb of denial speaks against."""
    is_denied = claim.stance is Stance.DENIED
    if is_of_a_stretch(claim.text):
        return None
    if not negated(matter):
        return Contest(Manner.REFERRED, matter) if is_denied else None
    if is_denied or (len(matter.tokens) <= _LONG and not _NO_STAND.search(claim.text)):
        return Contest(Manner.NEGATED, _with_speaker(claim, matter))
    return None


def _with_speaker(claim: Claim, matter: Matter) -> Matter:
    """The statement with its speaker as one who acts, where "I" or "we" does; else its words alone."""
    speaker = claim.attribution.speaker or ""
    acts = _FIRST_PERSON.search(claim.text) and speaker not in claim.text
    return Matter(f"{speaker}: {claim.text}" if acts else claim.text, published=matter.published)


def is_denial(contest: Contest | None) -> bool:
    """Whether the contest is a denial in so many words, and not merely a statement with a "not" in it."""
    return contest is not None and contest.manner in {
        Manner.SAID,
        Manner.REFERRED,
        Manner.FOREIGN,
        Manner.FOREIGN_SAID,
    }


def tells_the_other_side(text: str) -> bool:
    """Whether a denial says itself that what it denies has been said ("a report that", "as two stations reported")."""
    return bool(_SOURCE.search(text))


def thing_denied(text: str) -> str:
    """The concept of what a denial names with one noun ("dismissed the estimate"), or empty: "it" and "the report" are anything."""
    found = _THING.search(text)
    named = concept(found["thing"]) if found else ""
    return "" if named in _SAYINGS else named


def says_no_such(text: str) -> bool:
    """Whether the words deny "such" a thing as was spoken of."""
    return bool(_NO_SUCH.search(text))


def tells_a_saying(text: str) -> bool:
    """Whether the words themselves say that somebody has said it ("a broadcaster reported that", "according to him")."""
    return bool(_SAID_SO.search(text))


def refers_to_sayings(text: str) -> bool:
    """Whether the words speak of "these allegations", "the report"."""
    return bool(_THESE.search(text))


def _foreign(claim: Claim, matter: Matter) -> Contest | None:
    words = claim.evidence[0].quote
    if claim.stance is Stance.DENIED or _FOREIGN_DENIAL.search(words):
        said = _FOREIGN_CONTENT.search(words)
        return (
            Contest(Manner.FOREIGN_SAID, Matter(words[said.start() :]))
            if said
            else Contest(Manner.FOREIGN, matter)
        )
    return Contest(Manner.FOREIGN_NEGATED, matter) if _FOREIGN_NEGATION.search(words) else None
