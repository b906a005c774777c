from groundwire.briefing.assemble import NOTHING, assemble
from groundwire.briefing.developments import MOST
from groundwire.domain.briefing import DisputeKind, Standing
from unit.briefing.desk import flood, story_of
from unit.corroborate.accounts import article, claims_of


def test_the_bottom_line_has_both_figures_of_the_dispute_and_says_how_well_all_is_carried():
    """What is in dispute is told with both values and who holds each, and the count of what is confirmed follows."""
    bottom_line = assemble(flood()).bottom_line
    assert "The articles disagree about the figure:" in bottom_line
    assert "“40” (The Alder Courier)" in bottom_line
    assert "“65” (Birch Post)" in bottom_line
    assert bottom_line.endswith("none has two independent origins; 2 are in dispute.")


def test_an_allegation_and_its_denial_are_one_development():
    """The denial stands beside what it denies and is not a development of its own."""
    developments = assemble(flood()).developments
    (told,) = [one for one in developments if "may have been opened" in one.text]
    assert "The water board denied that the dam was opened." in told.text
    assert told.standing is Standing.DISPUTED
    assert len([one for one in developments if "denied" in one.text]) == 1


def test_every_row_is_told_once_at_most_and_no_more_than_seven_developments():
    """However many claims there are, the developments stay few and repeat no row, that of the bottom line included."""
    places = [
        "Alder",
        "Birch",
        "Cedar",
        "Dogwood",
        "Elm",
        "Fir",
        "Gorse",
        "Hazel",
        "Ivy",
        "Juniper",
        "Larch",
        "Maple",
    ]
    long = article(
        "a1", "\n\n".join(f"The {place} bridge was rebuilt by {place} masons." for place in places)
    )
    briefing = assemble(story_of((long, claims_of(long))))
    told = [name for development in briefing.developments for name in development.claims]
    assert len(briefing.developments) == MOST - 1
    assert len(told) == len(set(told))
    assert set(briefing.bottom_line_claims).isdisjoint(told)


def test_a_development_joins_rows_of_one_paragraph_alone():
    """Rows of different paragraphs are not told as if they belonged together."""
    text = "The flood broke the Lindau dam. Water stood two metres high in Lindau.\n\nA circus came to Ostby."
    told = article("a1", text)
    texts = [development.text for development in assemble(story_of((told, claims_of(told)))).developments]
    assert texts == [
        "Water stood two metres high in Lindau.",
        "A circus came to Ostby.",
    ]


def test_the_timeline_is_in_order_and_names_the_disputed_date():
    """Rows stand by their first day; where the date itself is disputed, the entry says so."""
    a = article(
        "a1", "The Ostby theatre burned down on 4 March 2025. The Lindau dam was finished on 2 January 2025."
    )
    b = article("a2", "The Ostby theatre burned down on 6 March 2025.")
    entries = assemble(story_of((a, claims_of(a)), (b, claims_of(b)))).timeline
    assert [entry.when.earliest for entry in entries] == ["2025-01-02", "2025-03-04"]
    assert entries[1].text.endswith("The articles disagree about the date.")


def test_voices_hold_who_said_what_in_which_articles():
    """A speaker has the rows in which they are credited, those with the most rows first."""
    voices = assemble(flood()).voices
    assert [(voice.speaker, len(voice.claims), voice.articles) for voice in voices] == [
        ("Mayor Ivo Brandt", 2, ("a1",)),
        ("the water board", 1, ("a1",)),
    ]


def test_omissions_are_findings_about_the_articles():
    """An undated article, a denial that one article carries alone, an unnamed speaker and uncredited claims are named."""
    told = [omission.what for omission in assemble(flood()).omissions]
    assert "No day of publication: Birch Post." in told
    assert (
        "The denial is heard only in The Alder Courier: The water board denied that the dam was opened."
        in told
    )
    assert "Not named: “the water board”." in told
    assert any(what.endswith("credited to nobody.") for what in told)


def test_without_claims_the_briefing_says_so():
    """Articles in which nothing was claimed give a briefing that says just that."""
    empty = article("a1", "Nothing happened today.")
    briefing = assemble(story_of((empty, ())))
    assert (briefing.bottom_line, briefing.developments, briefing.claims) == (NOTHING, (), ())


def test_the_same_story_gives_the_same_briefing():
    """Nothing in a briefing depends on a clock, on chance or on the order of a set."""
    assert assemble(flood()) == assemble(flood())


def test_the_title_is_that_of_the_article_nearest_to_what_matters():
    """Of several titles the one is taken that says what the first rows say."""
    a = article("a1", "The flood in Lindau destroyed 40 houses on Sunday.", title="What we cook this week")
    b = article(
        "a2", "The flood in Lindau destroyed 40 houses on Sunday.", title="Lindau houses destroyed by flood"
    )
    assert (
        assemble(story_of((a, claims_of(a)), (b, claims_of(b)))).title == "Lindau houses destroyed by flood"
    )


def test_counts_of_the_dead_that_differ_are_named_even_where_the_rows_are_apart():
    """A toll told in other words in another article is no row of its own kind, but the difference is said."""
    title = "Train leaves the rails at Lindau bridge, passengers killed"
    a = article(
        "a1",
        "A train left the rails at the Lindau bridge and at least three people were killed.",
        outlet="Alder",
        title=title,
    )
    b, same = (
        article(
            "a2",
            f"At the Lindau bridge, where the train left the rails, 20 were hurt. {count} passengers lost their lives.",
            outlet="Birch",
            title=title,
        )
        for count in ("Four", "Three")
    )
    told = [one.what for one in assemble(story_of((a, claims_of(a)), (b, claims_of(b)[:1]))).omissions]
    assert not any("count the dead" in what for what in told)
    found = assemble(story_of((a, claims_of(a)), (b, claims_of(b))))
    assert any("count the dead" in one.what for one in found.omissions) or any(
        dispute.kind is DisputeKind.NUMBER for dispute in found.disputes
    )
    agreed = assemble(story_of((a, claims_of(a)), (same, claims_of(same))))
    assert not any("count the dead" in one.what for one in agreed.omissions)


def test_articles_that_are_not_about_one_event_are_said_to_be_so():
    """Where articles share neither a claim nor a beginning, bottom line and omissions say so before anything else."""
    a = article("a1", "A train left the rails at the Lindau bridge on Monday.", outlet="Alder")
    b = article("a2", "The circus of Ostby has bought two camels from a farmer.", outlet="Birch")
    briefing = assemble(story_of((a, claims_of(a)), (b, claims_of(b))))
    assert briefing.bottom_line.startswith("These articles are not about one event: they fall into 2 groups")
    assert briefing.omissions[0].what == "These articles are not about one event: Alder; Birch."


def test_a_rising_toll_is_told_with_the_latest_count_first():
    """The bottom line and the title have the latest count; the earlier ones follow it."""
    a = article(
        "a1",
        "At least 9 people died when the mill of Ostby burned down, Mayor Ivo Brandt said.",
        title="Mill fire in Ostby kills 9",
        outlet="Alder",
        published="2025-03-10",
    )
    b = article(
        "a2",
        "The toll of the fire in the mill of Ostby rose to 31 people dead, Mayor Ivo Brandt said.",
        title="Ostby mill fire: Brandt names the dead",
        outlet="Birch",
        published="2025-03-12",
    )
    briefing = assemble(story_of((a, claims_of(a)), (b, claims_of(b))))
    assert briefing.title == "Ostby mill fire: Brandt names the dead"
    assert "31 people dead" in briefing.bottom_line
    assert "up from at least 9 (Alder) earlier." in briefing.bottom_line
