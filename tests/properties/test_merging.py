"""What merging always keeps, whatever the claims."""

from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.corroborate.assertion import Assertion
from groundwire.corroborate.relate import relate
from unit.corroborate.accounts import article, claims_of, compared

WORDS = st.sampled_from(
    [
        "flood", "mayor", "Lindau", "Ostby", "bridge", "closed", "killed", "40", "65", "not", "may", "denied", "on Sunday",
        "4 March", "2024", "soldiers", "attacked", "outnumbered", "by", "the", "said", "no", "two", "first", "three percent",
    ]
)  # fmt: skip
SENTENCES = st.lists(WORDS, min_size=1, max_size=9).map(lambda words: f"The {' '.join(words)}.")
TEXTS = st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_claim_is_in_exactly_one_row_and_one_cell(texts):
    """No claim is lost or counted twice; every row has a cell for each article; every id that is named exists."""
    told = [article(f"a{number}", text) for number, text in enumerate(texts, 1)]
    found = compared(*[(one, claims_of(one)) for one in told])
    placed = sorted(name for row in found.claims for cell in row.cells for name in cell.claims)
    assert placed == sorted(claim.id for one in told for claim in claims_of(one))
    origins = {origin.id for origin in found.origins}
    for row in found.claims:
        assert [cell.article for cell in row.cells] == [one.id for one in told]
        assert row.origins
        assert set(row.origins) <= origins
    assert {dispute.claim for dispute in found.disputes} <= {row.id for row in found.claims}


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_evidence_is_the_articles_own_words(texts):
    """Whatever is merged, every quote slices back out of its article."""
    told = {f"a{number}": article(f"a{number}", text) for number, text in enumerate(texts, 1)}
    found = compared(*[(one, claims_of(one)) for one in told.values()])
    pieces = [piece for row in found.claims for cell in row.cells for piece in cell.evidence]
    pieces += [piece for dispute in found.disputes for side in dispute.sides for piece in side.evidence]
    for piece in pieces:
        assert told[piece.article].text[piece.start : piece.end] == piece.quote


@settings(max_examples=150, deadline=None)
@given(SENTENCES, SENTENCES)
def test_relating_is_symmetric(a, b):
    """Which of two statements comes first changes neither the relation nor what it is about."""
    one, other = Assertion(text=a, published="2025-03-10"), Assertion(text=b, published="2025-03-10")
    forth, back = relate(one, other), relate(other, one)
    assert (forth.relation, forth.score) == (back.relation, back.score)


@settings(max_examples=80, deadline=None)
@given(SENTENCES)
def test_a_statement_never_contradicts_itself(text):
    """The same words agree, however they are negated, hedged or numbered."""
    one = Assertion(text=text, published="2025-03-10")
    assert relate(one, one).relation in {"agree", "unrelated"}


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_related(a, b):
    """No text makes relating fail."""
    assert 0 <= relate(Assertion(text=a), Assertion(text=b)).score <= 1
