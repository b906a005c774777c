"""The outline of a briefing: what is carried by independent origins, what by one, and what is in dispute.

Guarantees: bottom line, developments and disputes come first; every statement carries its references; both sides of a
dispute are told alike; every merged claim is told, and one that stands under a development is not told again among
those of a single origin.
"""

from collections.abc import Iterable, Mapping, Sequence

from groundwire.domain.article import Article, Evidence
from groundwire.domain.briefing import (
    Briefing,
    Development,
    Dispute,
    DisputeSide,
    MergedClaim,
    Omission,
    Origin,
    Relation,
    Standing,
    Voice,
)
from groundwire.render.outline import Inline, Item, Outline, Section, Style, Tone, Words
from groundwire.render.pieces import article_name, closing_sections, quiet, sources_section, stated
from groundwire.render.references import ReferenceBook
from groundwire.render.wording import DISPUTE_KINDS, READINGS, days_words, standing_words

_TOP_DEVELOPMENTS = 3  # so that the disputes are still on the first screen
_CLAIMS_A_VOICE = 4  # told in words for each speaker; the others by their references alone


class _Desk:
    """A briefing with its indices and its reference book."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.book = ReferenceBook(briefing.articles)
        self.claims = {claim.id: claim for claim in briefing.claims}
        self.articles = {article.id: article for article in briefing.articles}
        self._labels = {origin.id: _label(origin, self.articles) for origin in briefing.origins}
        self.told_by_developments = {
            name for development in briefing.developments for name in development.claims
        }
        self._disputes: dict[str, list[Dispute]] = {}
        for dispute in briefing.disputes:
            self._disputes.setdefault(dispute.claim, []).append(dispute)

    def claims_of(self, ids: Iterable[str]) -> tuple[MergedClaim, ...]:
        """The merged claims with these ids, in this order."""
        return tuple(self.claims[name] for name in ids if name in self.claims)

    def evidence_of(self, ids: Iterable[str]) -> tuple[Evidence, ...]:
        """The articles' words that carry these claims, article by article."""
        return tuple(
            piece
            for claim in self.claims_of(ids)
            for cell in claim.cells
            if cell.relation is Relation.SUPPORTS
            for piece in cell.evidence
        )

    def both_sides_of(self, ids: Sequence[str]) -> tuple[Evidence, ...]:
        """The same, and for disputed claims the words of every side: a sentence on a dispute tells them all."""
        sides = (side for name in ids for dispute in self._disputes.get(name, ()) for side in dispute.sides)
        return (*self.evidence_of(ids), *(piece for side in sides for piece in side.evidence))

    def claim_item(self, claim: MergedClaim) -> Item:
        """The claim with its references."""
        return Item(stated(claim.text, self.evidence_of((claim.id,)), self.book))

    def standing_of(self, claims: Sequence[MergedClaim], standing: Standing) -> Words:
        """What carries these claims, in plain words."""
        outlets = max((claim.outlets for claim in claims), default=1)
        origins = [self.origins_of(claim) for claim in claims]
        return Words(standing_words(standing, origins, outlets), Tone.QUIET, standing.value)

    def origins_of(self, claim: MergedClaim) -> tuple[str, ...]:
        """The names of the claim's origins."""
        return tuple(self._labels[name] for name in claim.origins if name in self._labels)

    def articles_words(self, ids: Iterable[str]) -> str:
        """Outlets with their numbers, such as `Alder Courier [1], Daily Ledger [3]`."""
        known = (self.articles[name] for name in ids if name in self.articles)
        return ", ".join(f"{article_name(article)} [{self.book.number(article.id)}]" for article in known)


def _label(origin: Origin, articles: Mapping[str, Article]) -> str:
    """The origin's label; outlets without a name are called there what their articles are called elsewhere."""
    known = [articles[name] for name in origin.articles if name in articles]
    names = {article.source: article_name(article) for article in known}
    return ", ".join(names.get(part, part) for part in origin.label.split(", "))


def briefing_outline(briefing: Briefing) -> Outline:
    """Bottom line, developments, disputes, then what rests on one origin, voices, times, gaps and sources."""
    desk = _Desk(briefing)
    bottom_line = stated(briefing.bottom_line, desk.both_sides_of(briefing.bottom_line_claims), desk.book)
    sections = (
        _developments(desk, "Developments", slice(_TOP_DEVELOPMENTS)),
        _disputes(desk),
        _developments(desk, "Further developments", slice(_TOP_DEVELOPMENTS, None)),
        _single_origins(desk),
        _other_claims(desk),
        _voices(desk),
        _timeline(desk),
        _omissions(desk),
        sources_section(briefing.articles),
        *closing_sections(briefing.losses, briefing.provenance),
    )
    return Outline(
        title=(Words(briefing.title),),
        lead=(Item((Words("Bottom line", Tone.LABEL), *bottom_line)),),
        sections=tuple(section for section in sections if section.items),
        references=desk.book.used,
        articles=briefing.articles,
    )


def _developments(desk: _Desk, heading: str, chosen: slice) -> Section:
    items = tuple(_development(development, desk) for development in desk.briefing.developments[chosen])
    return Section("developments", heading, items, Style.NUMBERED, (chosen.start or 0) + 1)


def _development(development: Development, desk: _Desk) -> Item:
    standing = desk.standing_of(desk.claims_of(development.claims), development.standing)
    return Item((*stated(development.text, desk.both_sides_of(development.claims), desk.book), standing))


def _disputes(desk: _Desk) -> Section:
    return Section(
        "disputes", "In dispute", tuple(_dispute(dispute, desk) for dispute in desk.briefing.disputes)
    )


def _dispute(dispute: Dispute, desk: _Desk) -> Item:
    claim = desk.claims.get(dispute.claim)
    subject = claim.text if claim is not None else dispute.claim
    reading = f"disagreement about {DISPUTE_KINDS[dispute.kind]}: {READINGS[dispute.reading]}"
    note = f"{reading}; {dispute.note}" if dispute.note else reading
    return Item(
        (Words(subject, Tone.STRONG), Words(note, Tone.QUIET, "reading")),
        tuple(_side(side, desk) for side in dispute.sides),
    )


def _side(side: DisputeSide, desk: _Desk) -> Item:
    return Item((*stated(side.value, side.evidence, desk.book), *quiet(desk.articles_words(side.articles))))


def _single_origins(desk: _Desk) -> Section:
    told = desk.told_by_developments
    by_origin: dict[str, list[Item]] = {}
    for claim in desk.briefing.claims:
        if claim.standing is Standing.SINGLE_ORIGIN and claim.id not in told:
            label = ", ".join(desk.origins_of(claim)) or "Origin not named"
            by_origin.setdefault(label, []).append(desk.claim_item(claim))
    items = tuple(Item((Words(label, Tone.STRONG),), tuple(claims)) for label, claims in by_origin.items())
    return Section("single-origins", "Also resting on a single origin", items)


def _other_claims(desk: _Desk) -> Section:
    told = desk.told_by_developments | {dispute.claim for dispute in desk.briefing.disputes}
    claims = tuple(
        claim
        for claim in desk.briefing.claims
        if claim.standing is not Standing.SINGLE_ORIGIN and claim.id not in told
    )
    items = tuple(
        Item((*desk.claim_item(claim).inlines, desk.standing_of((claim,), claim.standing)))
        for claim in claims
    )
    return Section("other-claims", "Other claims", items)


def _voices(desk: _Desk) -> Section:
    return Section("voices", "Who said what", tuple(_voice(voice, desk) for voice in desk.briefing.voices))


def _voice(voice: Voice, desk: _Desk) -> Item:
    told, others = voice.claims[:_CLAIMS_A_VOICE], voice.claims[_CLAIMS_A_VOICE:]
    children = [desk.claim_item(claim) for claim in desk.claims_of(told)]
    if others:
        more: tuple[Inline, ...] = (
            Words(f"and {len(others)} more"),
            *desk.book.find(desk.evidence_of(others)),
        )
        children.append(Item(more))
    return Item(
        (Words(voice.speaker, Tone.STRONG), *quiet(desk.articles_words(voice.articles))), tuple(children)
    )


def _timeline(desk: _Desk) -> Section:
    items = tuple(
        Item(
            (
                Words(days_words(entry.when.earliest, entry.when.latest), Tone.LABEL),
                *stated(entry.text, desk.evidence_of(entry.claims), desk.book),
            )
        )
        for entry in desk.briefing.timeline
    )
    return Section("timeline", "Timeline", items)


def _omissions(desk: _Desk) -> Section:
    items = tuple(
        Item(
            (
                *stated(omission.what, desk.evidence_of(omission.claims), desk.book),
                *quiet(_gap_words(omission, desk)),
            )
        )
        for omission in desk.briefing.omissions
    )
    return Section("missing", "What is missing", items)


def _gap_words(omission: Omission, desk: _Desk) -> str:
    articles = desk.articles_words(omission.articles)
    return "; ".join(filter(None, [omission.why, f"missing from {articles}" if articles else ""]))
