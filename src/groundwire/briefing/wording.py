"""Merged claims in words: their own, with who is credited and how firmly kept in the text.

Guarantees: nothing is taken from a claim's words, and what is added is fixed framing that the claim's own attribution,
stance and sides make true.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from groundwire.corroborate.naming import article_name
from groundwire.corroborate.origins import plain_label
from groundwire.corroborate.polarity import denies, leaves_open
from groundwire.domain.article import Article
from groundwire.domain.briefing import Dispute, DisputeKind, DisputeSide, MergedClaim, Reading
from groundwire.domain.claim import Stance
from groundwire.text.names import same_name
from groundwire.text.numbers import quantities_outside
from groundwire.text.reporting import ACCORDING

_ENDS: Final = re.compile(r"[.!?…][\"”’»)\]]*$")
_BODY: Final = re.compile(
    r"^(?!(?:The|A|An)\b).*(?: (?:of|for) |\b(?:Times|Post|Guardian|Journal|Ministry|Institute|Agency|Court|Council|Service|Office"
    r"|Committee|Commission|Department|Government|Army|Navy|Police|Union|Party|Association|Organi[sz]ation)(?: \(|$))"
)
_SPOKEN: Final = re.compile(r"[A-Z][^:“\"]{1,60}: [“\"]")
_VALUE_KINDS: Final = {
    DisputeKind.NUMBER: "the figure",
    DisputeKind.DATE: "the date",
    DisputeKind.PLACE: "the place",
    DisputeKind.ATTRIBUTION: "who said it",
}
_FRAMES: Final = {Stance.ALLEGED: "alleged", Stance.PREDICTED: "a prediction", Stance.OPINION: "an opinion"}


def sentences(rows: Sequence[MergedClaim]) -> str:
    """The rows' words one after another; a speaker of several is credited once, before them.

    Rows that need no credit come first, so that none of them stands behind somebody else's.
    """
    told = []
    credits_ = list(dict.fromkeys(_credit(row) for row in rows))
    ordered = sorted(rows, key=lambda row: (bool(_credit(row)), credits_.index(_credit(row))))
    for speaker, group in groupby(ordered, key=_credit):
        members = list(group)
        if speaker and len(members) > 1:
            told.append(f"According to {speaker}: {' '.join(_plain(row, credit='') for row in members)}")
        else:
            told += [sentence(row) for row in members]
    return " ".join(told)


def sentence(row: MergedClaim) -> str:
    """The row's words as a sentence, with its speaker and its hedge where the words themselves leave them out."""
    credit = _credit(row)
    return _plain(row, credit=f", according to {credit}" if credit else "")


def _plain(row: MergedClaim, *, credit: str) -> str:
    text = row.text.strip()
    additions = [words for words in (credit, _firmness(row)) if words]
    if not additions:
        return text if _ENDS.search(text) else f"{text}."
    stem, end = (text[:-1], text[-1]) if text[-1:] in ".!" else (text, ".")
    return f"{stem}{''.join(additions)}{end}"


def _credit(row: MergedClaim) -> str:
    """Who has to be credited because the row's words do not, or empty."""
    speaker = row.speaker
    if not speaker or mentions(row.text, speaker) or ACCORDING.search(row.text):
        return ""
    return with_article(speaker)


def with_article(speaker: str) -> str:
    """`speaker` as it stands in a sentence: a body named for what it does takes "the"."""
    is_body = speaker[:1].isupper() and bool(_BODY.search(speaker))
    return f"the {speaker}" if is_body else speaker


def _firmness(row: MergedClaim) -> str:
    frame = _FRAMES.get(row.stance)
    if frame is None or leaves_open(row.text) or row.speaker:
        return ""
    return f" ({frame})"


def mentions(text: str, speaker: str) -> bool:
    """Whether `text` itself names `speaker`, under any spelling, or refers to them as it does."""
    plain = plain_label(speaker)
    if plain.casefold() in text.casefold() or speaker.casefold() in text.casefold():
        return True
    last = plain.split()[-1] if plain.split() else ""
    return any(same_name(word, plain) for word in re.findall(r"\b[A-Z][\w’'-]+", text)) if last else False


def dispute_sentence(dispute: Dispute, row: MergedClaim, articles: dict[str, Article]) -> str:
    """A disputed row with both of its sides."""
    if dispute.kind is DisputeKind.NUMBER and dispute.reading is Reading.UPDATE:
        return _updated(dispute, row, articles)
    if dispute.kind in _VALUE_KINDS:
        sides = " against ".join(f"“{side.value}” ({_held_by(side, articles)})" for side in dispute.sides)
        return f"{sentence(row)} The articles disagree about {_VALUE_KINDS[dispute.kind]}: {sides}."
    told = " ".join(_told(side, articles) for side in dispute.sides[1:])
    return f"{sentence(row)} {told}"


def _updated(dispute: Dispute, row: MergedClaim, articles: dict[str, Article]) -> str:
    """The latest count first, the earlier ones after it."""
    latest, *earlier = dispute.sides
    counts = " and ".join(f"{side.value.lower()} ({_held_by(side, articles)})" for side in earlier)
    was = _value_of(earlier[0].value)
    turn = "up from" if _value_of(latest.value) > was else "down from"
    if len(quantities_outside(row.text, ())) > 1:
        return f"{sentence(row)} “{latest.value}” is {turn} {counts} earlier."
    told = sentence(row)
    return (
        f"{told[:-1]}, {turn} {counts} earlier."
        if told.endswith(".")
        else f"{told} It is {turn} {counts} earlier."
    )


def _value_of(words: str) -> float:
    return max((quantity.high for quantity in quantities_outside(words, ())), default=0.0)


def _told(side: DisputeSide, articles: dict[str, Article]) -> str:
    words = side.value.strip() if _SPOKEN.match(side.value) else _own_words(side)
    words = words if _ENDS.search(words) else f"{words}."
    return words if denies(words) else f"Against this, {_held_by(side, articles)}: {words}"


def _own_words(side: DisputeSide) -> str:
    """The sentence of the side that holds most words of its value."""
    wanted = frozenset(side.value.casefold().split())
    best = max(side.evidence, key=lambda piece: len(wanted.intersection(piece.quote.casefold().split())))
    return best.quote.strip()


def _held_by(side: DisputeSide, articles: dict[str, Article]) -> str:
    return ", ".join(article_name(articles[name]) for name in side.articles)
