"""The outline of a briefing: what is carried by independent origins, what by one, and what is in dispute.

Guarantees: bottom line, developments and disputes come first; every statement carries its references; both sides of a
dispute are told alike; every merged claim is told or referred to, and one that stands in the bottom line or under a development
is not told again among those of a single origin.
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
    TimelineEntry,
    Voice,
)
from groundwire.render.outline import Inline, Item, Outline, Section, Style, Tone, Words
from groundwire.render.pieces import (
    article_name,
    closing_sections,
    quiet,
    refusal_items,
    sources_section,
    stated,
)
from groundwire.render.references import ReferenceBook
from groundwire.render.wording import DISPUTE_KINDS, READINGS, count_of, days_words, standing_words

_TOP_DEVELOPMENTS = 3  # so that the disputes are still on the first screen
_WORDS_ALONE = (
    260  # words of claims of a single origin that no development tells; the others by their references alone
)
_EVENLY = 6  # claims in words over all origins, so that the first origin does not take all the room
_REFERENCES_A_VOICE = 8
_RECALLED = 70  # characters that bring back what was told above
_FEW = 2  # articles that are named as silent; of more, those that do speak are named
_TIMES = 8  # entries of the timeline; the document has them all


class _Desk:
    """A briefing with its indices and its reference book."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.book = ReferenceBook(briefing.articles)
        self.claims = {claim.id: claim for claim in briefing.claims}
        self.articles = {article.id: article for article in briefing.articles}
        self._labels = {origin.id: _label(origin, self.articles) for origin in briefing.origins}
        self.told = {
            *briefing.bottom_line_claims,
            *(name for development in briefing.developments for name in development.claims),
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

    def is_told_as_dispute(self, development: Development) -> bool:
        """Whether it says in the claim's own words what stands under the disputes, with both sides."""
        first = self.claims.get(development.claims[0])
        if first is None or first.id not in self._disputes:
            return False
        return development.text.startswith(first.text.rstrip(".!"))

    def is_told(self, ids: Iterable[str]) -> bool:
        """Whether all these claims stand in the bottom line, under a development or under the disputes."""
        return all(name in self.told or name in self._disputes for name in ids)

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
        lead=(
            Item((Words("Bottom line", Tone.LABEL), *bottom_line)),
            *refusal_items(briefing.provenance),
        ),
        sections=tuple(section for section in sections if section.items),
        references=desk.book.used,
        articles=briefing.articles,
    )


def _developments(desk: _Desk, heading: str, chosen: slice) -> Section:
    told = [
        development for development in desk.briefing.developments if not desk.is_told_as_dispute(development)
    ]
    items = tuple(_development(development, desk) for development in told[chosen])
    return Section("developments", heading, items, Style.NUMBERED, (chosen.start or 0) + 1)


def _development(development: Development, desk: _Desk) -> Item:
    standing = desk.standing_of(desk.claims_of(development.claims), development.standing)
    return Item((*stated(development.text, desk.both_sides_of(development.claims), desk.book), standing))


def _disputes(desk: _Desk) -> Section:
    return Section(
        "disputes", "In dispute", tuple(_dispute(dispute, desk) for dispute in desk.briefing.disputes)
    )


def _dispute(dispute: Dispute, desk: _Desk) -> Item:
    """What is in dispute with its sides; a side that says just that stands beside it and is not told twice."""
    claim = desk.claims.get(dispute.claim)
    subject = claim.text if claim is not None else dispute.claim
    reading = f"disagreement about {DISPUTE_KINDS[dispute.kind]}: {READINGS[dispute.reading]}"
    note = f"{reading}; {dispute.note}" if dispute.note else reading
    first, *others = dispute.sides
    if first.value != subject:
        heading: tuple[Inline, ...] = (Words(subject, Tone.STRONG),)
        others = [first, *others]
    else:
        who = claim.speaker if claim is not None and claim.speaker else ""
        holders = quiet(", in ".join(filter(None, [who, desk.articles_words(first.articles)])))
        heading = (Words(subject, Tone.STRONG), *desk.book.find(first.evidence), *holders)
    return Item((*heading, Words(note, Tone.QUIET, "reading")), tuple(_side(side, desk) for side in others))


def _side(side: DisputeSide, desk: _Desk) -> Item:
    return Item((*stated(side.value, side.evidence, desk.book), *quiet(desk.articles_words(side.articles))))


def _single_origins(desk: _Desk) -> Section:
    """Such claims by their origins, as many as can be read; the others by their references."""
    by_origin: dict[str, list[MergedClaim]] = {}
    for claim in desk.briefing.claims:
        if claim.standing is Standing.SINGLE_ORIGIN and claim.id not in desk.told:
            label = ", ".join(desk.origins_of(claim)) or "Origin not named"
            by_origin.setdefault(label, []).append(claim)
    left = _WORDS_ALONE
    items = []
    for label, claims in by_origin.items():
        shown: list[MergedClaim] = []
        for claim in claims:
            if shown and (left <= 0 or len(shown) * len(by_origin) > _EVENLY):
                break
            if left > 0:
                shown.append(claim)
                left -= len(claim.text.split())
        children = [desk.claim_item(claim) for claim in shown]
        children += _by_reference(claims[len(shown) :], desk, is_first=not shown)
        items.append(Item((Words(label, Tone.STRONG),), tuple(children)))
    return Section("single-origins", "Also resting on a single origin", tuple(items))


def _by_reference(claims: Sequence[MergedClaim], desk: _Desk, *, is_first: bool) -> list[Item]:
    if not claims:
        return []
    count = count_of(len(claims), "claim", "claims") if is_first else f"and {len(claims)} more"
    return [Item((Words(count), *desk.book.find(desk.evidence_of(claim.id for claim in claims))))]


def _other_claims(desk: _Desk) -> Section:
    told = desk.told | {dispute.claim for dispute in desk.briefing.disputes}
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
    """The speaker in one line: the sentences that name them first."""
    pieces = [piece for piece in desk.evidence_of(voice.claims) if piece.article in voice.articles]
    name = voice.speaker.split(" (")[0].split()[-1].casefold()
    pieces.sort(key=lambda piece: name not in piece.quote.casefold())
    references = desk.book.find(pieces or desk.evidence_of(voice.claims))[:_REFERENCES_A_VOICE]
    return Item((Words(voice.speaker, Tone.STRONG), *references, *quiet(desk.articles_words(voice.articles))))


def _timeline(desk: _Desk) -> Section:
    """The last dates; what is told above in full is recalled here by its beginning."""
    items = tuple(
        Item(
            (
                Words(days_words(entry.when.earliest, entry.when.latest), Tone.LABEL),
                *stated(_recalled(entry, desk), desk.evidence_of(entry.claims), desk.book),
            )
        )
        for entry in desk.briefing.timeline[-_TIMES:]
    )
    return Section("timeline", "Timeline", items)


def _recalled(entry: TimelineEntry, desk: _Desk) -> str:
    if len(entry.text) <= _RECALLED or not desk.is_told(entry.claims):
        return entry.text
    return entry.text[:_RECALLED].rsplit(" ", 1)[0] + " …"


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
    articles = desk.articles_words(omission.articles) if len(omission.articles) <= _FEW else ""
    return "; ".join(filter(None, [omission.why, f"missing from {articles}" if articles else ""]))
