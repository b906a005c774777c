"""Every statement of an analysis gets its support."""

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.claim import Attribution, AttributionKind, Claim
from groundwire.domain.summary import Point, Summary
from groundwire.domain.support import Verdict
from groundwire.grounding.analysis import check_analysis
from groundwire.text.sentences import split_sentences

TEXT = "The mill in Ostrand burned down on Monday. Farmer Per Lie said that 40 sheep were saved."
ARTICLE = Article(
    id="a1",
    source="invented",
    text=TEXT,
    language="en",
    digest="article:invented",
    sentences=split_sentences(TEXT),
)
SECOND = ARTICLE.evidence(ARTICLE.sentences[1])


def _analysis():
    lie = Attribution(kind=AttributionKind.INDIRECT, speaker="Per Lie")
    claims = (
        Claim(id="a1.c1", article="a1", text="40 sheep were saved.", evidence=(SECOND,), attribution=lie),
        Claim(id="a1.c2", article="a1", text="60 sheep were saved.", evidence=(SECOND,), attribution=lie),
    )
    summary = Summary(
        headline="The mill in Ostrand burned down",
        bottom_line="The mill in Ostrand burned down on Monday.",
        points=(Point(text="The mill in Ostrand burned down on Friday."),),
    )
    return Analysis(article="a1", summary=summary, claims=claims, analyst="invented")


def test_claims_points_headline_and_bottom_line_are_checked():
    """Each statement has its own verdict, and nothing stays unchecked."""
    checked = check_analysis(ARTICLE, _analysis())
    assert [claim.support.verdict for claim in checked.claims] == [Verdict.SUPPORTED, Verdict.CONTRADICTED]
    assert checked.summary.headline_support.verdict is Verdict.SUPPORTED
    assert checked.summary.bottom_line_support.verdict is Verdict.SUPPORTED
    assert checked.summary.points[0].support.verdict is Verdict.CONTRADICTED


def test_stated_evidence_stays_and_missing_evidence_is_found():
    """A claim keeps the evidence that it came with; the bottom line gets the sentence that carries it."""
    checked = check_analysis(ARTICLE, _analysis())
    assert checked.claims[0].evidence == (SECOND,)
    assert [item.quote for item in checked.summary.bottom_line_evidence] == [
        "The mill in Ostrand burned down on Monday."
    ]
