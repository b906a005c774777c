"""Claims as a model gives them, to claims that can be checked. Pure.

Guarantees: what has no evidence in the sentences shown, says nothing, asks, gives orders, or repeats a heading or page
furniture is not a claim; one thing said twice is one claim; every claim that came in is accounted for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from groundwire.domain.article import Evidence
from groundwire.domain.claim import Attribution, Claim, Stance, When
from groundwire.domain.losses import LossItem, StageLosses
from groundwire.prompts.article_view import Numbers
from groundwire.prompts.outputs import ExtractedClaim, ExtractedClaims
from groundwire.prompts.shown import visible_line
from groundwire.structured.complaint import Complaint
from groundwire.summarise.credit import credit
from groundwire.summarise.instructions import gives_orders, is_question, speaks_to_reader
from groundwire.summarise.passage import ReadArticle, folded_words, known_numbers
from groundwire.summarise.when import resolve_when


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The claims of one reply with the numbers that its request showed; `rejected` were not of the shape asked for."""

    shown: Numbers
    claims: Sequence[ExtractedClaim]
    rejected: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A claim without its id. `numbers` are those of its sentences."""

    text: str
    numbers: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    attribution: Attribution
    stance: Stance
    when: When | None

    @property
    def key(self) -> tuple[tuple[str, ...], str]:
        """What two wordings of one claim share: words and speaker."""
        return folded_words(self.text), (self.attribution.speaker or "").casefold()


@dataclass(kw_only=True)
class _Account:
    drafts: dict[tuple[tuple[str, ...], str], Draft] = field(default_factory=dict)
    items: list[LossItem] = field(default_factory=list)
    merged: int = 0
    dropped: int = 0

    def drop(self, what: str, reason: str) -> None:
        self.items.append(LossItem(what=what, reason=reason))
        self.dropped += 1

    def note(self, what: str, reason: str) -> None:
        self.items.append(LossItem(what=what, reason=reason))

    def take(self, draft: Draft) -> None:
        known = self.drafts.get(draft.key)
        if known is None:
            self.drafts[draft.key] = draft
            return
        self.items.append(LossItem(what=draft.text, reason="it was said already"))
        self.merged += 1
        numbers = tuple(sorted({*known.numbers, *draft.numbers}))
        evidence = {piece.span: piece for piece in (*known.evidence, *draft.evidence)}
        self.drafts[draft.key] = replace(
            known, numbers=numbers, evidence=tuple(evidence[span] for span in sorted(evidence))
        )


def complaints_about(value: ExtractedClaims, shown: Numbers) -> tuple[Complaint, ...]:
    """What asking again can set right: numbers of sentences that were not shown, or none at all."""
    wanted = f"expected numbers from {shown.first} to {shown.last}"
    return tuple(
        Complaint(f"claims[{at}].sentences", f"{wanted}, found {claim.sentences!r}")
        for at, claim in enumerate(value.claims)
        if len(known_numbers(claim.sentences, shown)) < max(1, len(set(claim.sentences)))
    )


def gather(read: ReadArticle, replies: Iterable[Reply]) -> tuple[tuple[Claim, ...], StageLosses]:
    """The claims of all replies in the order of the article, and the account of what was claimed."""
    account = _Account()
    came_in = 0
    for reply in replies:
        came_in += len(reply.claims) + len(reply.rejected)
        for reason in reply.rejected:
            account.drop("a claim in another shape", reason)
        for extracted in reply.claims:
            _take_or_drop(account, extracted, read, reply.shown)
    drafts = sorted(account.drafts.values(), key=lambda draft: draft.numbers[0])
    losses = StageLosses(
        in_=came_in,
        kept=len(drafts),
        merged=account.merged,
        dropped=account.dropped,
        items=tuple(account.items),
    )
    return tuple(_claim(read, number, draft) for number, draft in enumerate(drafts, 1)), losses


def _take_or_drop(account: _Account, extracted: ExtractedClaim, read: ReadArticle, shown: Numbers) -> None:
    text = visible_line(extracted.claim)
    numbers = known_numbers(extracted.sentences, shown)
    fault = statement_fault(text, numbers, read)
    if fault:
        account.drop(text, fault)
        return
    stray = sorted(set(extracted.sentences) - set(numbers))
    if stray:
        account.note(text, f"sentences {stray} were not shown and are left out of its evidence")
    spans = tuple(read.span(number) for number in numbers)
    evidence = tuple(read.article.evidence(span) for span in spans)
    credited = credit(extracted, read, spans)
    for name in credited.unknown:
        account.note(text, f"{name!r} is not in the article and is not credited")
    account.take(
        Draft(
            text=text,
            numbers=numbers,
            evidence=evidence,
            attribution=credited.attribution,
            stance=Stance(extracted.stance),
            when=resolve_when(extracted, read, evidence),
        )
    )


def statement_fault(text: str, numbers: Sequence[int], read: ReadArticle) -> str:
    """Why `text`, resting on the sentences `numbers`, is no statement about the article; empty when it is one."""
    if not any(character.isalnum() for character in text):
        return "it says nothing"
    if not numbers:
        return "it names no sentence that was shown"
    if gives_orders(text) or speaks_to_reader(text):
        return "it gives orders instead of stating something"
    if read.orders.issuperset(numbers):
        return "it rests on nothing but a sentence that gives orders"
    if is_question(text):
        return "it asks instead of stating"
    return read.not_to_be_claimed.get(folded_words(text), "")


def _claim(read: ReadArticle, number: int, draft: Draft) -> Claim:
    return Claim(
        id=f"{read.article.id}.c{number}",
        article=read.article.id,
        text=draft.text,
        evidence=draft.evidence,
        attribution=draft.attribution,
        stance=draft.stance,
        when=draft.when,
    )
