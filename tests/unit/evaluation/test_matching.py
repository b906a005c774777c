"""Likeness of two statements: what they are about, and what stands between them."""

import pytest

from extractive_articles import article_of
from groundwire.evaluation.conflicts import ConflictKind
from groundwire.evaluation.matching import SAME_MATTER, Frame, likeness
from groundwire.evaluation.pairing import pair_statements
from groundwire.evaluation.statement import Setting, setting_of

SAME = [
    ("The council bought twelve barges in May.", "In May, 12 barges were bought by the council."),
    ("The strike was called off.", "Unions called the strike off."),
    ("Hanna Dorn resigned on 4 March 2025.", "Dorn resigned on March 4."),
    ("No one was hurt in the fire.", "Nobody was hurt in the fire."),
    ("The minister denied that the bridge had been closed.", "The bridge had not been closed."),
    ("The harbour office denied releasing oil without warning.", "Oil was not released without warning."),
    ("Reports that the bridge had been closed were untrue.", "The bridge had not been closed."),
    ("The margin target of the yard was not changed.", "The margin target of the yard was unchanged."),
    ("It is too early to say how long the repair takes.", "How long the repair takes cannot be said."),
    ("The guests were given free tickets for the ferry.", "The guests received free tickets for the ferry."),
    ("The council opened the bridge on Monday.", "The council opened the bridge on 16 November 2026."),
    ("The UN opened a school in May.", "The United Nations opened a school in May."),
    ("Nine were treated and there were no deaths.", "Nine were treated and nobody died."),
]
CONFLICTING = [
    (ConflictKind.NUMBER, "12 barges were bought by the council.", "15 barges were bought by the council."),
    (ConflictKind.DATE, "The council met on 4 March 2025.", "The council met on 6 March 2025."),
    (
        ConflictKind.NAME,
        "The regional prize for poetry went to Hanna Dorn in May.",
        "The regional prize for poetry went to Piet Aalders in May.",
    ),
    (ConflictKind.NEGATION, "The bridge was closed.", "The bridge was not closed."),
    (ConflictKind.NEGATION, "Dorn will stand for the council.", "Dorn ruled out standing for the council."),
    (ConflictKind.DATE, "The council met on Tuesday.", "The council met on 16 November 2026."),
    (
        ConflictKind.NUMBER,
        "The yard expects sales of 3 to 4 million crowns.",
        "The yard expects sales of 4 to 5 million crowns.",
    ),
    (ConflictKind.OPPOSITE, "Rents rose in the harbour district.", "Rents fell in the harbour district."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_other_words_is_the_same(one: str, other: str):
    """Word order, number words, short names and synonyms for nobody change nothing."""
    alike = likeness(one, other)
    assert (alike.topic >= SAME_MATTER, alike.conflicts) == (True, ())


@pytest.mark.parametrize(("kind", "one", "other"), CONFLICTING)
def test_one_changed_thing_is_a_conflict(kind: ConflictKind, one: str, other: str):
    """The two stay about one matter, and what differs is named."""
    alike = likeness(one, other)
    assert alike.topic >= SAME_MATTER
    assert [conflict.kind for conflict in alike.conflicts] == [kind]


def test_different_matters_are_not_paired():
    """A shared name alone does not make one matter."""
    assert (
        likeness("Lindvik has a new theatre.", "The mayor of Lindvik opposes wind farms.").topic < SAME_MATTER
    )


def test_more_detail_is_no_conflict():
    """A negation of something that the other side does not mention stands in nobody's way."""
    assert (
        likeness("Nine people were treated and nobody has died.", "Nine people were treated.").conflicts == ()
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rents rose by 8 per cent to 900 crowns.", "In the third quarter rents were 900 crowns."),
        ("The order book of the Danish yard is full.", "The order book of Lindvik Wharf is full."),
        ("Nobody would be surprised to see ferries in May.", "Ferries may be seen in May."),
        ("Hanna Dorn takes no notice of the new ferry.", "Hanna Dorn ignores the new ferry."),
        ("Rents rose in May, and fares fell in June.", "Fares dropped in June and rents climbed in May."),
    ],
)
def test_what_stands_in_nobodys_place_is_no_conflict(one: str, other: str):
    """A rank beside an amount, a nationality beside a name, a negation that is none, and words that cross."""
    assert likeness(one, other).conflicts == ()


def test_who_is_credited_may_be_named_on_one_side_only():
    """A claim that says who says it is the label that keeps that apart; another name in the same place is not."""
    said, told = "Hanna Dorn says that the new ferry is too small.", "The new ferry is too small."
    frame = Frame().crediting("Hanna Dorn")
    assert likeness(said, told, frame).topic > likeness(said, told).topic
    other = likeness(
        "Hanna Dorn bought the ferry.", "Piet Aalders bought the ferry.", Frame().crediting("Piet Aalders")
    )
    assert [conflict.kind for conflict in other.conflicts] == [ConflictKind.NAME]


def test_a_word_that_opens_a_sentence_is_no_name_where_the_article_writes_it_small():
    """The words "Parking charges" name nobody."""
    setting = Setting(small=frozenset({"parking"}))
    one, other = (
        "Piet Aalders thinks charges will be lower by Easter.",
        "Parking charges will go down by Easter.",
    )
    assert [len(likeness(one, other, Frame(own)).conflicts) for own in (Setting(), setting)] == [1, 0]


def test_words_that_most_labels_have_weigh_little():
    """The firm's name in an article on the firm tells no claim from another."""
    labels = [
        f"Lindvik Wharf has {thing}."
        for thing in ("two docks", "a crane", "old debts", "a new owner", "rats")
    ]
    article = article_of(" ".join(labels))
    frame = Frame(setting_of(article, labels))
    one, other = "The yard has old debts.", "Lindvik Wharf has old debts."
    assert likeness(one, other, frame).topic > likeness(one, other).topic


def test_resting_on_the_same_words_decides_between_two_labels():
    """A claim goes to the label whose words it rests on, even if another one is worded a little more like it."""
    claims = ["Dorn called the hall finished."]
    labels = ["Dorn spoke of the hall that was finished.", "The hall is finished."]
    by_words = pair_statements(claims, labels)
    by_place = pair_statements(claims, labels, beside={(0, 1)})
    assert ([pair.label for pair in by_words.pairs], [pair.label for pair in by_place.pairs]) == ([0], [1])


def test_likeness_is_the_same_from_both_sides():
    """Topic and conflicts do not depend on the order."""
    one, other = "12 barges were bought in May.", "The council bought 15 barges."
    there, back = likeness(one, other), likeness(other, one)
    assert (there.topic, there.score, there.held) == (back.topic, back.score, back.holds)


def test_a_claim_goes_to_the_label_that_agrees():
    """Of two labels about one matter, the one with the same number is the claim's."""
    claims = ["The council bought 12 barges."]
    pairing = pair_statements(claims, ["The council bought 15 barges.", "The council bought 12 barges."])
    assert [(pair.output, pair.label, pair.agrees) for pair in pairing.pairs] == [(0, 1, True)]


@pytest.mark.parametrize("text", ["", "…", "the of and"])
def test_a_statement_without_words_is_like_nothing(text: str):
    """No division by nothing."""
    assert likeness(text, "The council bought barges.").topic == 0
