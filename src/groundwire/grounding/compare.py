"""One claim against one passage: all findings, and how close the two are."""

from dataclasses import dataclass

from groundwire.domain.support import ReasonKind
from groundwire.grounding.actors import Actors
from groundwire.grounding.amounts import find_amounts
from groundwire.grounding.comparatives import find_comparatives
from groundwire.grounding.content import find_new_words
from groundwire.grounding.counting import find_former_values, find_miscounts, find_repeated_values
from groundwire.grounding.denied import find_denied_assertions
from groundwire.grounding.exchanges import find_exchanges
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.firmness import find_firmness
from groundwire.grounding.framing import find_framing
from groundwire.grounding.gaps import Gap, Overlay, overlay
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.owners import find_other_owners
from groundwire.grounding.polarity import find_negations, find_opposites
from groundwire.grounding.reading import Kind, Reading
from groundwire.grounding.relatives import find_clause_subjects
from groundwire.grounding.roles import find_roles
from groundwire.grounding.saying import find_borrowed_words, find_nothing_said
from groundwire.grounding.stand_ins import find_stand_ins
from groundwire.grounding.subjects import find_new_doers, find_other_subjects
from groundwire.grounding.unrealised import find_unrealised
from groundwire.grounding.values import find_bounds, find_steps, find_values

_TIGHT = 3  # content terms of a gap, at most, for what stands in it to be in one another's place


@dataclass(frozen=True)
class Comparison:
    """What became of a claim beside a passage."""

    passage: Passage
    sheet: Overlay
    findings: tuple[Finding, ...]

    @property
    def gravity(self) -> Gravity:
        """The worst of the findings."""
        return max((finding.gravity for finding in self.findings), default=Gravity.NOTE)


def compare(index: ArticleIndex, claim: Reading, passage: Passage) -> Comparison:
    """Lay `claim` beside `passage` and gather what differs."""
    sheet = overlay(claim.terms, passage.terms, claim_text=claim.text, source_text=passage.text)
    actors = Actors(index, passage)
    found: list[Finding] = []
    for gap in sheet.gaps:
        found.extend(
            _marked(finding, is_tight=_is_tight(sheet, gap)) for finding in _of_gap(sheet, gap, actors)
        )
    found.extend(list(find_exchanges(sheet)) or find_roles(sheet))
    found.extend(find_framing(sheet))
    found.extend(find_unrealised(sheet))
    found.extend(find_denied_assertions(sheet))
    found.extend(find_clause_subjects(sheet))
    found.extend(find_comparatives(sheet))
    found.extend(find_bounds(sheet))
    found.extend(find_steps(sheet))
    found.extend(find_nothing_said(sheet))
    found.extend(find_borrowed_words(sheet))
    found.extend(find_other_owners(index, passage, sheet))
    found.extend(find_miscounts(sheet))
    found.extend(find_former_values(sheet))
    found.extend(find_repeated_values(sheet))
    return Comparison(passage, sheet, tuple(found))


def _of_gap(sheet: Overlay, gap: Gap, actors: Actors) -> list[Finding]:
    if not gap.claim and all(sheet.source[at].kind is Kind.FUNCTION for at in gap.source):
        return []
    return [
        *find_opposites(sheet, gap),
        *find_values(sheet, gap),
        *find_negations(sheet, gap),
        *actors.find(sheet, gap),
        *find_firmness(sheet, gap),
        *find_amounts(sheet, gap),
        *find_new_words(sheet, gap),
        *find_stand_ins(sheet, gap),
        *find_other_subjects(sheet, gap),
        *find_new_doers(sheet, gap),
    ]


def _marked(finding: Finding, *, is_tight: bool) -> Finding:
    if is_tight:
        return finding
    if finding.gravity is Gravity.CLASH and finding.kind is ReasonKind.NAME:
        return finding._replace(is_local=False, gravity=Gravity.LACK)  # too far apart to be in one place
    return finding._replace(is_local=False)


def _is_tight(sheet: Overlay, gap: Gap) -> bool:
    """Whether the gap is small and a content word next to it is anchored."""
    mine = sum(sheet.claim[at].kind is not Kind.FUNCTION for at in gap.claim)
    its = sum(sheet.source[at].kind is not Kind.FUNCTION for at in gap.source)
    beside = [*range(gap.claim.start - 2, gap.claim.start), *range(gap.claim.stop, gap.claim.stop + 2)]
    has_anchor = any(at in sheet.anchors and sheet.claim[at].is_content for at in beside)
    return mine <= _TIGHT and its <= _TIGHT and has_anchor
