"""Short facts, one predicate each, as a language model tells them: which are one row, and when two of them confirm each other."""

import pytest

from groundwire.corroborate.assertion import Assertion
from groundwire.corroborate.matter import Matter
from groundwire.corroborate.relate import relate
from groundwire.domain.briefing import Standing
from groundwire.domain.claim import Stance
from unit.corroborate.accounts import article, claims_of, compared, row_with, with_stance

LEAD = "The ferry Marta ran aground off Lindhamn on Sunday with a load of timber from Ostby."


def _rows(first, second, speakers=((), ())):
    """What two articles with one beginning tell in these sentences."""
    told = [article(name, f"{LEAD} {' '.join(facts)}") for name, facts in (("a1", first), ("a2", second))]
    return compared(
        *((one, claims_of(one, [None, *credited])) for one, credited in zip(told, speakers, strict=True))
    )


def test_what_an_article_tells_as_two_facts_stays_two_rows():
    """Two facts about one thing are not drawn into one row because another article words either much like the other."""
    margin, change = "The operating margin of the Birke Works was 6.4% in the summer.", "shrank by 1.7 points"
    found = _rows(
        (margin, f"The operating margin of the Birke Works {change} in the summer."),
        (margin, f"The Birke Works saw its operating margin, 6.4% in the summer, {change}."),
    )
    margins, changes = row_with(found, "a1.c2"), row_with(found, "a1.c3")
    assert [cell.claims for cell in margins.cells] == [("a1.c2",), ("a2.c2",)]
    assert [cell.claims for cell in changes.cells] == [("a1.c3",), ("a2.c3",)]


def test_much_the_same_of_one_event_is_no_list():
    """Of one event two statements that share what is telling are one, although several words of them were exchanged."""
    found = _rows(
        ("One of the Norland sailors was carrying a Velmark seaman's book issued in Ardal in 2019.",),
        (
            "One of the rescued sailors was found carrying a Velmark seaman's passport issued by Ardal, a port town, in 2019.",
        ),
    )
    assert row_with(found, "a1.c2") == row_with(found, "a2.c2")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The crew speak Greek, Latin or Welsh.", "The crew speak Welsh, Latin, or Greek.", "agree"),
        ("The crew speak Greek, Latin or Welsh.", "The crew speak Welsh, Greek or Latin.", "agree"),
        (
            "The Marta hit a pier on the river Sarn in the county of Ardal.",
            "The Marta hit a pier on the Sarn river in Ardal county.",
            "agree",
        ),
        (
            "The crew, a pilot said, speak Greek or Welsh, and the Marta was lost.",
            "As a pilot said, the crew speak Welsh or Greek, and the Marta was lost.",
            "agree",
        ),
        ("The Marta hit the Ilse, a pilot said.", "The Ilse hit the Marta, a pilot said.", "contradict"),
    ],
)
def test_an_enumeration_has_no_order(a, b, relation):
    """Names that changed places in an enumeration are no dispute about who did it; elsewhere they are."""
    assert relate(Assertion(text=a), Assertion(text=b)).relation == relation


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The summer season of the Birke Works will beat the last.", Standing.CORROBORATED),
        ("The Birke Works would need a new dock in the summer season.", Standing.SINGLE_ORIGIN),
    ],
)
def test_only_the_same_statement_corroborates(second, expected):
    """What stands in one row is confirmed by two origins only where the two make one statement of it."""
    found = _rows(
        ("The summer season of the Birke Works will be better than the last.",),
        (second,),
        (["Harbour master Ivo Brandt"], ["Coast guard chief Lena Roth"]),
    )
    row = row_with(found, "a1.c2")
    assert [len(cell.claims) for cell in row.cells] == [1, 1]
    assert row.standing is expected


def test_what_a_body_did_with_it_makes_no_body_of_somebody():
    """A sailor who had left the navy is no navy: an unnamed person is never the second origin."""
    same = ("The harbour of Lindhamn stays closed to ferries until Friday.",)
    found = _rows(same, same, (["a sailor who had left the navy"], ["Harbour master Ivo Brandt"]))
    assert row_with(found, "a1.c2").standing is Standing.SINGLE_ORIGIN


def test_the_council_and_the_town_are_one_voice():
    """Words for the body that runs a town, without a name, are one origin's."""
    same = ("The harbour of Lindhamn stays closed to ferries until Friday.",)
    found = _rows(same, same, (["the municipality"], ["the town council"]))
    assert row_with(found, "a1.c2").standing is Standing.SINGLE_ORIGIN


def test_the_end_of_an_ordinal_is_no_word():
    """Two events are not alike because both have an ordinal: "112th" is compared as a whole."""
    concepts = [[word.concept for word in Matter(text).words] for text in ("The 112th lap.", "The 70th lap.")]
    assert concepts == [["112th", "lap"], ["70th", "lap"]]


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("The train came off the rails.", "The train derailed."),
        ("The minister has stepped down.", "The minister has resigned."),
        ("They called off the vote.", "They cancelled the vote."),
    ],
)
def test_a_phrase_is_compared_by_the_verb_that_says_the_same(phrase, word):
    """A verb with its particles meets the one word for it."""
    assert [one.concept for one in Matter(phrase).words] == [one.concept for one in Matter(word).words]


def test_one_denial_told_twice_denies_nothing_of_itself():
    """A sentence that denies, told in full and in part, is no dispute with itself."""
    told = article(
        "a1", f"{LEAD} No inspection of the hull was overdue, it said, and the last one had found no defect."
    )
    (lead, full) = claims_of(told)
    part = full.model_copy(update={"id": "a1.c3", "text": "No inspection of the hull was overdue."})
    denied = full.model_copy(update={"stance": Stance.DENIED})
    assert compared((told, (lead, part, denied))).disputes == ()


def test_two_words_are_enough_where_they_are_all_that_is_said():
    """Of one event two short statements meet although they share two common words: they say nothing else."""
    one, other = ("The accusation was denied.",), ("It denied the accusation.",)
    assert row_with(_rows(one, other), "a1.c2") == row_with(_rows(one, other), "a2.c2")


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        (
            "Ivo Brandt of Lindhamn steered the Marta out of port.",
            "Ivo Brandt had not steered the Marta since April.",
        ),
        (
            "Ivo Brandt was killed on the Marta in March.",
            "Nobody is to be punished for the death of Ivo Brandt on the Marta.",
        ),
    ],
)
def test_what_is_negated_of_something_else_denies_nothing(plain, negated):
    """A "not" about another time, or about another act that has to do with it, is no denial."""
    assert _rows((plain,), (negated,)).disputes == ()


def test_a_denial_without_a_verb_of_denial_is_set_against_what_it_is_about():
    """What is said to deny a fire is set against the fire, and not against whatever stands before it."""
    told = article(
        "a1",
        f"{LEAD} A fire broke out on board the Marta. The mate earned 183 crowns. There was no fire on board the Marta.",
    )
    claims = with_stance(claims_of(told, [None, "a sailor", "the union", "the owner"]), 4, Stance.DENIED)
    (dispute,) = compared((told, claims)).disputes
    assert [side.value for side in dispute.sides] == [claims[1].text, claims[3].text]


def test_a_sentence_of_denial_goes_on_to_what_stands_two_sentences_before():
    """What follows "X rejected that." is set against the claim that it is about, and not against words that any two share."""
    told = article(
        "a1",
        "The hull of the Marta should have been inspected, a union said. One must not save on that, it added."
        " The owner rejected that. No inspection of the hull was overdue, and the last one had found no defect.",
    )
    claims = with_stance(claims_of(told, ["a union", "a union", "the owner", "the owner"]), 4, Stance.DENIED)
    found = compared((told, (claims[0], claims[1], claims[3])))
    assert [[side.value for side in one.sides] for one in found.disputes] == [
        [claims[0].text, claims[3].text]
    ]


def test_names_and_a_not_in_common_are_no_row():
    """Two statements that share nothing but two names and a "not" tell of two things."""
    found = _rows(
        ("The crew do not speak Greek or Norwegian.",),
        ("The mate was going to Norway for a rest, not to sell cars in Greece.",),
    )
    assert row_with(found, "a1.c2") != row_with(found, "a2.c2")
