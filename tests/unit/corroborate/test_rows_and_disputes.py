from groundwire.domain.briefing import DisputeKind, Reading, Relation, Standing
from groundwire.domain.claim import Stance
from groundwire.domain.support import Support, Verdict
from unit.corroborate.accounts import article, claims_of, compared, row_with, with_stance

FLOOD_A = "The flood in Lindau destroyed 40 houses on Sunday. The mayor thanked the fire service."
FLOOD_B = "Some 40 homes in Lindau were destroyed by the flood on Sunday. Schools in Ostby stay closed."


def test_what_two_articles_say_is_one_row_with_the_words_of_both():
    """The row's cells hold both claims, each with its own article's evidence."""
    a, b = article("a1", FLOOD_A), article("a2", FLOOD_B)
    found = compared((a, claims_of(a)), (b, claims_of(b)))
    row = row_with(found, "a1.c1")
    assert [(cell.article, cell.relation, cell.claims) for cell in row.cells] == [
        ("a1", Relation.SUPPORTS, ("a1.c1",)),
        ("a2", Relation.SUPPORTS, ("a2.c1",)),
    ]
    assert [cell.evidence[0].quote for cell in row.cells] == [a.sentence_text(0), b.sentence_text(0)]
    assert row.outlets == 2


def test_an_article_that_says_nothing_of_it_is_silent():
    """A row has a cell for every article; who says nothing of it is silent, not against it."""
    a, b = article("a1", FLOOD_A), article("a2", FLOOD_B)
    found = compared((a, claims_of(a)), (b, claims_of(b)))
    assert [cell.relation for cell in row_with(found, "a1.c2").cells] == [Relation.SUPPORTS, Relation.SILENT]


def test_another_figure_is_a_dispute_with_both_sides():
    """Where two articles count the same thing differently, the row is disputed and both figures stay."""
    a = article("a1", "The flood in Lindau destroyed 40 houses on Sunday.")
    b = article("a2", "The flood in Lindau destroyed 65 houses on Sunday.")
    found = compared((a, claims_of(a)), (b, claims_of(b)))
    assert [row.standing for row in found.claims] == [Standing.DISPUTED]
    (dispute,) = found.disputes
    assert (dispute.kind, dispute.reading) == (DisputeKind.NUMBER, Reading.CONFLICT)
    assert [(side.value, side.articles) for side in dispute.sides] == [("40", ("a1",)), ("65", ("a2",))]


def test_a_higher_figure_of_a_later_day_is_an_update():
    """Counts grow while news is young: the later, higher one is read as an update."""
    a = article("a1", "The flood in Lindau killed 40 people.", published="2025-03-10")
    b = article("a2", "The flood in Lindau killed 65 people.", published="2025-03-12")
    lower = article("a2", "The flood in Lindau killed 25 people.", published="2025-03-12")
    assert [d.reading for d in compared((a, claims_of(a)), (b, claims_of(b))).disputes] == [Reading.UPDATE]
    assert [d.reading for d in compared((a, claims_of(a)), (lower, claims_of(lower))).disputes] == [
        Reading.CONFLICT
    ]


def test_the_year_that_its_own_article_makes_doubtful_is_noted():
    """A year that publication and the article's other dates speak against is noted, and does not speak for the row."""
    a = article(
        "a1",
        "The rebels took the first hostages in Derba on March 4, 2024. One hostage had left home in autumn 2024.",
        published="2025-03-10",
        outlet="The Alder Courier",
    )
    b = article(
        "a2", "The first hostages in Derba were taken by the rebels on March 4.", published="2025-03-09"
    )
    found = compared((a, claims_of(a)), (b, claims_of(b)))
    (dispute,) = found.disputes
    assert (dispute.kind, {side.value for side in dispute.sides}) == (
        DisputeKind.DATE,
        {"March 4, 2024", "March 4"},
    )
    assert dispute.note.startswith("“March 4, 2024” in The Alder Courier is doubtful")
    assert "“autumn 2024”" in dispute.note
    assert row_with(found, "a1.c1").text == b.text


def test_who_did_it_to_whom_is_a_dispute_when_turned_round():
    """The same act with the parts exchanged cannot both be so."""
    a = article("a1", "In the battle of Derba the rebels, outnumbered three to one, attacked with 200 men.")
    b = article("a2", "In the battle of Derba the rebels attacked with 200 men and outnumbered the garrison.")
    (dispute,) = compared((a, claims_of(a)), (b, claims_of(b))).disputes
    assert dispute.kind is DisputeKind.ACTOR


def test_a_denial_stands_beside_what_it_denies():
    """Within one article an allegation and its denial are two rows and one dispute, both with their words."""
    a = article(
        "a1", "Drones may have hit a fuel depot in Derba. The governor denied that anything had burned."
    )
    claims = with_stance(
        with_stance(claims_of(a, [None, "the governor"]), 1, Stance.ALLEGED), 2, Stance.DENIED
    )
    found = compared((a, claims))
    (dispute,) = found.disputes
    assert (dispute.claim, dispute.kind) == ("m1", DisputeKind.POLARITY)
    assert [side.value for side in dispute.sides] == [claims[0].text, claims[1].text]
    assert [row.standing for row in found.claims] == [Standing.DISPUTED, Standing.SINGLE_ORIGIN]


def test_a_denial_further_on_is_set_against_nothing():
    """A denial two sentences later may be about anything; it is not matched by guesswork."""
    a = article(
        "a1",
        "Drones may have hit a fuel depot in Derba. Bread is dear in the town. The governor denied that anything had burned.",
    )
    claims = with_stance(claims_of(a, [None, "the mayor", "the governor"]), 3, Stance.DENIED)
    claims = with_stance(claims, 2, Stance.OPINION)
    assert compared((a, claims)).disputes == ()


def test_rows_do_not_chain():
    """That one claim is like two others does not put the two in one row when they are not like each other."""
    texts = [
        "The harbour of Ostby was closed by the storm on Sunday.",
        "The harbour of Ostby was closed and the ferry to Marlow was cancelled.",
        "The ferry to Marlow was cancelled and the train to Lindau was late.",
    ]
    told = [article(f"a{number}", text) for number, text in enumerate(texts, 1)]
    found = compared(*[(one, claims_of(one)) for one in told])
    assert row_with(found, "a1.c1").id != row_with(found, "a3.c1").id


def test_a_claim_that_its_article_does_not_carry_is_not_briefed_on():
    """A contradicted claim is in no row and is listed as dropped; the account balances."""
    a = article("a1", FLOOD_A)
    good, bad = claims_of(a)
    bad = bad.model_copy(update={"support": Support(verdict=Verdict.CONTRADICTED, score=0.1)})
    found = compared((a, (good, bad)))
    assert [row.text for row in found.claims] == [good.text]
    account = found.losses["claims"]
    assert (account.in_, account.kept, account.dropped) == (2, 1, 1)
    assert account.items[0].what == "a1.c2"


def test_a_claim_in_doubt_does_not_make_the_row_unclear_where_another_stands_in_for_it():
    """An article that says no more than "may have" leaves the matter open where the other asserts it."""
    a = article("a1", "Drones hit the fuel depot in Derba.")
    b = article("a2", "Drones may have hit the fuel depot in Derba.")
    hedged = with_stance(claims_of(b), 1, Stance.ALLEGED)
    row = row_with(compared((a, claims_of(a)), (b, hedged)), "a1.c1")
    assert {cell.article: cell.relation for cell in row.cells} in (
        {"a1": Relation.SUPPORTS, "a2": Relation.UNCLEAR},
        {"a1": Relation.SUPPORTS, "a2": Relation.SUPPORTS},
    )
    assert row.cells[1].relation is Relation.UNCLEAR


def test_no_article_gives_nothing():
    """No articles, no rows, no origins, and an account that balances at nought."""
    found = compared()
    assert (found.claims, found.origins, found.disputes, found.losses["claims"].in_) == ((), (), (), 0)


def test_who_is_denied_something_denies_nothing():
    """Being denied a visa is no denial of the sentence before it."""
    a = article(
        "a1", "The team from Norland came to Lindau by train. The team was denied visas for Ostby twice."
    )
    assert compared((a, claims_of(a))).disputes == ()


def test_these_allegations_are_the_last_allegation():
    """A denial of "these allegations" reaches over a sentence that alleges nothing."""
    a = article(
        "a1",
        "The school allegedly sold the land of the theatre. It has forty pupils. The school denied these allegations.",
    )
    claims = with_stance(with_stance(claims_of(a), 1, Stance.ALLEGED), 3, Stance.DENIED)
    assert [dispute.sides[0].value for dispute in compared((a, claims)).disputes] == [claims[0].text]


def test_a_list_tells_of_many_things_in_the_same_words():
    """Entries that differ by their names and nouns are a row each, and no dispute about their figures."""
    entries = [
        "The Alder bridge was closed on Monday with 12 helpers.",
        "The Birch tower was closed on Monday with 14 helpers.",
        "The Cedar gate was closed on Monday with 16 helpers.",
    ]
    told = [article(f"a{number}", text) for number, text in enumerate(entries, 1)]
    found = compared(*[(one, claims_of(one)) for one in told])
    assert (len(found.claims), found.disputes) == (3, ())


def test_a_turn_of_phrase_in_common_is_no_row():
    """Two short sayings that share a verb and nothing else are not one claim."""
    a, b = article("a1", "I did not know what it was."), article("a2", "We really did not know at all.")
    assert len(compared((a, claims_of(a)), (b, claims_of(b))).claims) == 2


def test_what_one_says_and_another_rejects_is_a_dispute():
    """Where two are credited one after the other and the second rejects it, both stand, whatever words they use."""
    a = article("a1", "The train had been going too fast. The railway rejected the claim.")
    (dispute,) = compared((a, claims_of(a, ["Ivo Brandt", "the railway"]))).disputes
    assert [side.value for side in dispute.sides] == [a.sentence_text(0), a.sentence_text(1)]


def test_what_was_rejected_in_passing_denies_nothing():
    """A plan that "was rejected" is news of its own, not a denial of the sentence before."""
    a = article("a1", "The town needs a bridge. A plan for a tunnel was rejected by the council.")
    assert compared((a, claims_of(a, ["Ivo Brandt", "Mara Lund"]))).disputes == ()
