"""From the two articles of the example story to their briefing, by the built-in analyst."""

import asyncio
import time
from functools import cache
from pathlib import Path

import pytest

from groundwire.briefing.assemble import assemble
from groundwire.briefing.story import Story
from groundwire.corroborate.merge import corroborate
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.briefing import Briefing, DisputeKind, MergedClaim, Relation, Standing
from groundwire.domain.provenance import Provenance
from groundwire.extractive.analyst import analyse
from groundwire.ingest.assemble import assemble as assemble_article
from groundwire.ingest.document import Block, Document
from groundwire.ingest.sources import IngestOptions, load_sources
from groundwire.render.as_markdown import render_briefing

STORY = Path(__file__).parents[2] / "evals" / "fixtures" / "kursk-prisoners"
PROVENANCE = Provenance(
    version="0",
    run_id="r",
    analyst="extractive",
    started="2025-01-13T00:00:00Z",
    finished="2025-01-13T00:00:00Z",
)


@cache
def example() -> Briefing:
    """The briefing of the example story."""
    names = [str(STORY / "outlet-a.txt"), str(STORY / "outlet-b.txt")]
    articles = asyncio.run(load_sources(names, options=IngestOptions())).articles
    return briefing_of(articles, tuple(analyse(article) for article in articles))


def briefing_of(articles: tuple[Article, ...], analyses: tuple[Analysis, ...]) -> Briefing:
    """The briefing of `articles`, without any checks before it."""
    found = corroborate(articles, analyses)
    return assemble(Story(articles=articles, analyses=analyses, corroboration=found, provenance=PROVENANCE))


def row_on(words: str) -> MergedClaim:
    """The row that has evidence with these words."""
    return next(
        row
        for row in example().claims
        if any(words in piece.quote for cell in row.cells for piece in cell.evidence)
    )


@pytest.mark.parametrize(
    ("in_a", "in_b"),
    [
        ("took its first North Korean prisoner", "captured its first North Korean prisoners"),
        ("Neither prisoner speaks", "the prisoners speak no English"),
        ("military registration card", "military ID card"),
        ("training before the front", "trained for one week"),
        ("go forward in large groups", "attack in large groups"),
        ("the attackers were outnumbered", "vastly outnumbered its defenders"),
    ],
)
def test_points_that_both_articles_share_are_one_row_with_both_articles_evidence(in_a, in_b):
    """What both articles say in different words stands in one row, with the words of each."""
    assert row_on(in_a).id == row_on(in_b).id
    assert [bool(cell.evidence) for cell in row_on(in_a).cells] == [True, True]


def test_nothing_is_corroborated_that_one_ministry_and_one_institute_said_twice():
    """Both articles rest on the same two sources, so that their agreement confirms nothing."""
    assert [row.text for row in example().claims if row.standing is Standing.CORROBORATED] == []


def test_the_wrong_year_is_disputed_and_its_doubt_noted():
    """January 2024 against January 2025: both stay, and the note says which is doubtful and why."""
    (dispute,) = [one for one in example().disputes if one.kind is DisputeKind.DATE]
    assert {side.value for side in dispute.sides} == {"January 9, 2024", "January 9"}
    assert "January 9, 2024” in The Harbour Ledger is doubtful" in dispute.note
    assert "autumn of 2024" in dispute.note


def test_who_outnumbered_whom_is_disputed():
    """The two articles turn it round; both stay."""
    (dispute,) = [one for one in example().disputes if one.kind is DisputeKind.ACTOR]
    assert {name for side in dispute.sides for name in side.articles} == {"a1", "a2"}


def test_the_same_sentences_are_set_against_each_other_once():
    """A reader is not told of one disagreement under two names."""
    told = [
        (
            dispute.claim,
            frozenset((piece.article, piece.start) for side in dispute.sides for piece in side.evidence),
        )
        for dispute in example().disputes
    ]
    assert len(told) == len(set(told))


def test_the_strike_and_its_denial_both_stand():
    """One article alleges a strike and reports a denial: a dispute within that article; the other one is silent."""
    (dispute,) = [one for one in example().disputes if one.kind is DisputeKind.POLARITY]
    assert [side.articles for side in dispute.sides] == [("a1",), ("a1",)]
    assert "may have hit an oil refinery" in dispute.sides[0].evidence[0].quote
    assert "denied" in dispute.sides[1].evidence[0].quote
    row = next(one for one in example().claims if one.id == dispute.claim)
    assert [cell.relation for cell in row.cells] == [Relation.SUPPORTS, Relation.SILENT]


def test_the_institute_and_the_service_are_one_origin_each():
    """Acronym, full name and "analysts" are one origin, found in both articles."""
    found = {origin.label: origin.articles for origin in example().origins if "(" in origin.label}
    assert found["Security Service of Ukraine (SBU)"] == ("a1", "a2")
    assert found["Institute for the Study of War (ISW)"] == ("a1", "a2")
    assert len(found) == 2


def test_furniture_is_in_no_row():
    """Banner, headline, date line and section headings are claimed nowhere."""
    told = " ".join(row.text for row in example().claims)
    furniture = ["Harbour Ledger |", "Northgate Post -", "17:25", "How they fight", "What Moscow wants"]
    assert [words for words in furniture if words in told] == []


def test_every_reference_stands_in_the_document_and_every_quote_in_its_article():
    """Ids of rows, origins and articles exist; evidence is the article's own words."""
    briefing = example()
    rows, origins = {row.id for row in briefing.claims}, {origin.id for origin in briefing.origins}
    articles = {article.id: article for article in briefing.articles}
    named = [
        *briefing.bottom_line_claims,
        *(name for part in briefing.developments for name in part.claims),
        *(dispute.claim for dispute in briefing.disputes),
        *(name for entry in briefing.timeline for name in entry.claims),
        *(name for voice in briefing.voices for name in voice.claims),
        *(name for omission in briefing.omissions for name in omission.claims),
    ]
    assert set(named) <= rows
    assert {name for row in briefing.claims for name in row.origins} <= origins
    for row in briefing.claims:
        assert [cell.article for cell in row.cells] == list(articles)
        for cell in row.cells:
            for piece in cell.evidence:
                assert articles[piece.article].text[piece.start : piece.end] == piece.quote


def test_it_renders():
    """The briefing can be read: the bottom line comes first."""
    assert "**Bottom line.**" in render_briefing(example())[:400]


def wide_story() -> tuple[tuple[Article, ...], tuple[Analysis, ...]]:
    """Forty articles of sixty claims on one flood: every event is told by many of them, each time in other words."""
    who = [
        "mayor",
        "council",
        "brigade",
        "school",
        "hospital",
        "railway",
        "baker",
        "ferry",
        "farmer",
        "museum",
    ]
    what = [
        "closed|shut the",
        "rebuilt|restored the",
        "visited|toured the",
        "sold|auctioned the",
        "moved|carried the",
        "found|saw the",
    ]
    where = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse"]
    articles, analyses = [], []
    for number in range(40):
        sentences = [
            f"After the flood in Lindau the {who[at % 10]} {what[at % 6].split('|')[number % 2].replace(' the', '')} the"
            f" {where[(at * 3) % 7]} {['bridge', 'tower', 'gate'][at % 3]} with {at + 12} {['helpers', 'volunteers'][number % 2]}"
            f" on {['Monday', 'Tuesday', 'Friday'][at % 3]}."
            for at in range(60)
        ]
        article = assembled(f"a{number + 1}", sentences)
        articles.append(article)
        analyses.append(analyse(article))
    return tuple(articles), tuple(analyses)


def assembled(name: str, sentences: list[str]) -> Article:
    """An article of these sentences."""
    document = Document(
        blocks=tuple(Block(text=words) for words in sentences),
        published="2025-03-10",
        outlet=f"Outlet {name}",
    )
    return assemble_article(document, id=name, source=f"{name}.txt")


def test_forty_articles_on_one_story_are_merged_in_seconds():
    """Merging 2,400 claims stays far from comparing all with all, and each event becomes about one row."""
    articles, analyses = wide_story()
    count = sum(len(analysis.claims) for analysis in analyses)
    start = time.process_time()
    found = corroborate(articles, analyses)
    assert time.process_time() - start < 4.0
    account = found.losses["claims"]
    assert account.in_ == account.kept + account.merged == count > 2000
    assert account.kept < 200
