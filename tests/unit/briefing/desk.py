"""Stories for the tests of the briefing, from the invented articles of the tests of corroborating."""

from collections.abc import Sequence

from groundwire.briefing.story import Story
from groundwire.domain.article import Article
from groundwire.domain.claim import Claim, Stance
from groundwire.domain.provenance import Provenance
from unit.corroborate.accounts import analysis_of, article, claims_of, compared, with_stance

PROVENANCE = Provenance(
    version="0", run_id="r", analyst="tests", started="2025-03-11T00:00:00Z", finished="2025-03-11T00:00:00Z"
)


def story_of(*told: tuple[Article, Sequence[Claim]]) -> Story:
    """The story of these articles with these claims."""
    return Story(
        articles=tuple(one for one, _ in told),
        analyses=tuple(analysis_of(one, claims) for one, claims in told),
        corroboration=compared(*told),
        provenance=PROVENANCE,
    )


def flood() -> Story:
    """Two articles on a flood that disagree about the houses; one carries a denial, one has no date."""
    first = article(
        "a1",
        "The flood in Lindau destroyed 40 houses on Sunday. The dam above the town may have been opened by mistake."
        " The water board denied that the dam was opened. Schools in Lindau stay closed for two weeks.",
        title="Flood in Lindau",
        outlet="The Alder Courier",
    )
    second = article(
        "a2",
        "In Lindau 65 houses were destroyed by the flood on Sunday. An old oak fell on the bakery.",
        outlet="Birch Post",
        published=None,
    )
    claims = claims_of(first, ["Mayor Ivo Brandt", None, "the water board", "Mayor Ivo Brandt"])
    claims = with_stance(with_stance(claims, 2, Stance.ALLEGED), 3, Stance.DENIED)
    return story_of((first, claims), (second, claims_of(second)))
