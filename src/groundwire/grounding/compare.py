"""One claim against one passage: all findings, and how close the two are."""

from dataclasses import dataclass

from groundwire.grounding.actors import Actors
from groundwire.grounding.amounts import find_amounts
from groundwire.grounding.content import find_new_words
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.firmness import find_firmness
from groundwire.grounding.gaps import Overlay, overlay
from groundwire.grounding.index import ArticleIndex, Passage
from groundwire.grounding.polarity import find_negations, find_opposites
from groundwire.grounding.reading import Reading
from groundwire.grounding.roles import find_roles
from groundwire.grounding.values import find_values


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
    found: list[Finding] = [*find_opposites(sheet)]
    for gap in sheet.gaps:
        found.extend(find_values(sheet, gap))
        found.extend(find_negations(sheet, gap))
        found.extend(actors.find(sheet, gap))
        found.extend(find_firmness(sheet, gap))
        found.extend(find_amounts(sheet, gap))
        found.extend(find_new_words(sheet, gap))
    found.extend(find_roles(sheet))
    return Comparison(passage, sheet, tuple(found))
