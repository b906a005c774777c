"""The claims of an article, and what became of every sentence.

Guarantees: claims come in the order of the article under ids `<article>.c1` …; each has its evidence; every sentence is
kept, merged or dropped with a reason, and the account balances.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from groundwire.domain.article import Article
from groundwire.domain.claim import AttributionKind, Claim, When
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.domain.span import Span
from groundwire.extractive.drafts import Draft, answer_of, drafts_of
from groundwire.extractive.foreign import is_english, read_foreign
from groundwire.extractive.interviews import Interview, find_interview
from groundwire.extractive.passages import Passage
from groundwire.extractive.reference import is_unclear, owns_before
from groundwire.extractive.speakers import Cast
from groundwire.extractive.statements import Statement, continued, find_statements, is_quotation
from groundwire.extractive.worth import is_credit, reason_against
from groundwire.text.dates import find_dates
from groundwire.text.tokens import content_words

MERGED: Final = "said before"
UNCLEAR: Final = "not self-contained"
_SAYS_SOMETHING: Final = (
    12  # words; a shorter claim that points back is understood by nobody who reads it alone
)
NOBODYS: Final = "speaker not named"
_DATES: Final = re.compile(
    r"\b(?:in|of|since|by|until|till|from|to|and|during|before|after|early|late|mid|around|year|summer|spring|autumn|fall|winter)"
    r"[ -]$",
    re.IGNORECASE,
)
"""What stands before a year that dates an event; `the 2021 rules` were not made to happen then."""
_SHOWN: Final = 200
"""Code points of a lost sentence that its account shows."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Claims, with the passage that each was read from, and the account of sentences."""

    claims: tuple[Claim, ...]
    passages: tuple[int, ...]
    losses: StageLosses


def find_claims(article: Article, passages: Sequence[Passage]) -> Reading:
    """The claims of `article`."""
    cast = Cast(article.text, passages, is_english=is_english(article))
    interview = find_interview(article, passages, cast)
    claims: list[Claim] = []
    origins: list[int] = []
    fates: list[str] = []
    seen: set[tuple[str | None, frozenset[str]]] = set()
    last: Statement | None = None
    for number, passage in enumerate(passages):
        cast.reached(passage)
        reason, drafts, last = _read(article, passage, cast, (interview, number, last))
        if not reason and _has_credit_line(article, passages, number):
            reason, drafts = "caption", []
        clear = [draft for draft in drafts if not _is_unclear(draft)]
        fresh = [draft for draft in clear if _is_new(draft, seen)]
        lost = MERGED if clear else UNCLEAR if drafts else "fragment"
        fates.append(reason or ("" if fresh else lost))
        for draft in fresh:
            claims.append(_claim(article, _carrying(passage, draft, cast), draft, len(claims) + 1))
            origins.append(number)
    return Reading(claims=tuple(claims), passages=tuple(origins), losses=_account(article, passages, fates))


def _read(
    article: Article, passage: Passage, cast: Cast, state: tuple[Interview | None, int, Statement | None]
) -> tuple[str, list[Draft], Statement | None]:
    interview, number, last = state
    if not cast.is_english:
        return (*read_foreign(article, passage), None)
    answers = interview is not None and number > interview.start
    if answers and interview is not None:
        cast.own_voice = interview.speaker
        if number in interview.asked:
            return "question", [], last
    reason = reason_against(article, passage, in_interview=answers)
    if reason == "heading" or not passage.words:
        return reason, [], None if reason == "heading" else last
    statements = find_statements(article.text, passage, cast)
    if not statements:
        going_on = continued(article.text, passage, last)
        statements = [going_on] if going_on else []
    if reason:
        return reason, [], statements[-1] if statements else last
    if not statements and (answers or is_quotation(article.text, passage)):
        whose = interview.speaker if answers and interview is not None else None
        answer = answer_of(article.text, passage, whose) if whose is not None else None
        return ("", [answer], last) if answer is not None else (NOBODYS, [], last)
    return "", drafts_of(article.text, passage, statements, cast), statements[-1] if statements else None


def _is_unclear(draft: Draft) -> bool:
    """Whether the claim says nothing alone; `Her lawyer said …` still says who spoke, `Her plan failed` nothing of whom.

    A long sentence that opens so tells something all the same, and to lose it would cost the reader more.
    """
    if len(draft.text.split()) > _SAYS_SOMETHING:
        return False
    nobody = draft.attribution.kind is AttributionKind.NONE
    return is_unclear(draft.text) or (nobody and owns_before(draft.text))


def _has_credit_line(article: Article, passages: Sequence[Passage], number: int) -> bool:
    """Whether a picture credit follows in the same paragraph: then these words are a caption."""
    if number + 1 >= len(passages) or passages[number + 1].opens_paragraph:
        return False
    return is_credit(passages[number + 1].span.of(article.text))


def _is_new(draft: Draft, seen: set[tuple[str | None, frozenset[str]]]) -> bool:
    """Whether nobody was credited with these words before; plain repeats of credited words count as repeats."""
    words = frozenset(content_words(draft.text))
    keys = {(draft.attribution.speaker, words), (None, words)}
    if keys & seen:
        return False
    seen.add((draft.attribution.speaker, words))
    return bool(draft.text)


def _carrying(passage: Passage, draft: Draft, cast: Cast) -> tuple[Span, ...]:
    """The passage, and after it the one that names the speaker in full where the claim does and the passage does not."""
    speaker = draft.attribution.speaker
    introduced = cast.introduced(speaker) if speaker is not None and speaker in draft.text else None
    if (
        introduced is None
        or introduced.overlaps(passage.span)
        or cast.names_within(speaker or "", passage.span)
    ):
        return (passage.span,)
    return (passage.span, introduced)


def _claim(article: Article, spans: tuple[Span, ...], draft: Draft, number: int) -> Claim:
    return Claim(
        id=f"{article.id}.c{number}",
        article=article.id,
        text=draft.text,
        evidence=tuple(article.evidence(span) for span in spans),
        attribution=draft.attribution,
        stance=draft.stance,
        when=_when(article, draft.content),
    )


def _when(article: Article, content: tuple[Span, ...]) -> When | None:
    for span in content:
        words = span.of(article.text)
        for date in find_dates(words, article.published_date):
            bare_year = date.text.isdigit() and not _DATES.search(words[: date.span.start])
            if date.earliest is not None and date.latest is not None and not bare_year:
                return When(
                    text=date.text, earliest=date.earliest.isoformat(), latest=date.latest.isoformat()
                )
    return None


def _account(article: Article, passages: Sequence[Passage], fates: list[str]) -> StageLosses:
    counts = {"kept": 0, "merged": 0, "dropped": 0}
    items: list[LossItem] = []
    for passage, fate in zip(passages, fates, strict=True):
        outcome = "kept" if not fate else "merged" if fate == MERGED else "dropped"
        counts[outcome] += len(passage.sentences)
        if fate:
            items.extend(
                LossItem(what=article.sentence_text(number)[:_SHOWN], reason=fate)
                for number in passage.sentences
            )
    return StageLosses(in_=len(article.sentences), items=tuple(items), **counts)
