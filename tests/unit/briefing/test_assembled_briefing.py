from groundwire.briefing.assemble import NOTHING, assemble
from groundwire.briefing.developments import MOST
from groundwire.domain.briefing import Standing
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
    """However many claims there are, the developments stay few and do not repeat a row."""
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
    assert len(briefing.developments) == MOST
    assert len(told) == len(set(told))


def test_a_development_joins_rows_of_one_paragraph_alone():
    """Rows of different paragraphs are not told as if they belonged together."""
    text = "The flood broke the Lindau dam. Water stood two metres high in Lindau.\n\nA circus came to Ostby."
    told = article("a1", text)
    texts = [development.text for development in assemble(story_of((told, claims_of(told)))).developments]
    assert texts == [
        "The flood broke the Lindau dam. Water stood two metres high in Lindau.",
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
    a = article(
        "a1", "A train left the rails at Lindau and at least three people were killed.", outlet="Alder"
    )
    b = article("a2", "Four passengers lost their lives. Twenty were hurt.", outlet="Birch")
    same = article("a2", "Three passengers lost their lives. Twenty were hurt.", outlet="Birch")
    told = [one.what for one in assemble(story_of((a, claims_of(a)), (b, claims_of(b)))).omissions]
    assert "The articles count the dead differently: Alder: at least three; Birch: four." in told
    agreed = [one.what for one in assemble(story_of((a, claims_of(a)), (same, claims_of(same)))).omissions]
    assert not any("count the dead" in what for what in agreed)
