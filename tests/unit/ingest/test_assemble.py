"""What is set aside of a page, and what never is. Every text here was written for these tests."""

import pytest

from groundwire.domain.article import Article
from groundwire.errors import NotAnArticle
from groundwire.ingest.assemble import assemble
from groundwire.ingest.document import Block, BlockKind, Document
from groundwire.ingest.from_text import read_text
from groundwire.ingest.furniture import find_furniture

BODY = (
    "Rescue crews reached three towns in the north on Sunday after the river rose by two metres overnight, officials said. "
    "Nobody was hurt."
)


def read(text: str) -> Article:
    return assemble(read_text(text), id="a1", source="x.txt")


def headings(article: Article) -> list[str]:
    return [span.of(article.text).strip() for span in article.headings]


def test_the_lines_above_an_article_are_its_metadata() -> None:
    """Banner, headline, byline, date and counter say what they say and leave the text."""
    article = read(
        "Last news in Northpost\n\nFloods cut off three towns\n\nBy Anna Roe and Tom Vale, Staff Writers\n\n"
        f"The river rose faster than anyone had foreseen.\n\nJan 12, 2025 11:09 88\n\nFloods cut off three towns - 1\n\n{BODY}"
    )
    assert (article.title, article.outlet) == ("Floods cut off three towns", "Northpost")
    assert (article.byline, article.published) == ("Anna Roe and Tom Vale", "2025-01-12T11:09")
    assert article.text == f"The river rose faster than anyone had foreseen.\n\n{BODY}"
    assert [aside.reason for aside in article.set_aside] == [
        "site banner", "headline", "byline", "date line and view counter", "headline again",
    ]  # fmt: skip


def test_a_masthead_is_not_the_headline() -> None:
    """A name above a longer headline is the outlet; the office below a byline goes with it; the later date has the time."""
    article = read(
        f"THE NORTHERN POST\n\nMonday, 3 June 2024\n\nStorm leaves thousands without power in the north\n\nBy JANE POE\n\n"
        f"Northtown Correspondent\n\n3 June 2024 • 7:45pm\n\n{BODY} {BODY}"
    )
    assert (article.title, article.outlet) == (
        "Storm leaves thousands without power in the north",
        "THE NORTHERN POST",
    )
    assert (article.published, article.text) == ("2024-06-03T19:45", f"{BODY} {BODY}")


def test_section_headings_stay_and_are_named() -> None:
    """A short line between paragraphs is a heading, equal to its tile; a short sentence is not."""
    article = read(f"{BODY}\n\nWhat happens next\n\n{BODY}\n\nIt rained.\n\n{BODY}")
    assert headings(article) == ["What happens next"]
    assert set(article.headings) <= set(article.sentences)


def test_single_line_breaks_separate_pasted_paragraphs() -> None:
    """A page pasted with one break between paragraphs has the same article as with two."""
    assert (
        read(f"{BODY}\nWhat happens next\n{BODY}").text == read(f"{BODY}\n\nWhat happens next\n\n{BODY}").text
    )


def test_a_date_is_taken_from_a_date_line_only() -> None:
    """A date in a sentence is the article's, not that of its publication."""
    assert read(f"On January 9, 2024, the river rose. {BODY}").published is None


def test_links_below_related_articles_go_with_them() -> None:
    """The titles of other articles are set aside up to the next sentence."""
    article = read(
        f"{BODY}\n\nRelated Articles\n\nStorm kills two in the south\n\nTen ways to prepare\n\n{BODY}"
    )
    assert article.text == f"{BODY}\n\n{BODY}"


FURNITURE = [
    "File photo: A bridge under water", "Photo: Jane Poe/Getty Images", "(Image credit: Jane Poe)", "The bridge in May. Photo: Jane Poe.",
    "A boat lies in a street. Jane Poe/Reuters", "Read more: What we know about the flood", "RELATED: Storm kills two", "Read also", "Share this",
    "Share on Facebook", "Facebook Twitter WhatsApp", "Subscribe to our newsletter", "Sign up for our daily briefing, delivered to your inbox.",
    "Follow us on Telegram", "12 comments", "Leave a comment", "1,204 views", "88", "5 min read", "ADVERTISEMENT", "Tags: flood, north",
    "Home > World > Asia", "© 2024 The Northern Post", "The Northern Post. All rights reserved.", "Reporting by Jane Poe; Editing by Tom Vale",
    "We use cookies to improve your experience on our site.", "Ann Roe contributed to this report.", "Story continues below",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_known_by_its_form(line: str) -> None:
    """Each of these lines stands on pages and in no article."""
    assert (
        find_furniture(line if line != "Story continues below" else "Story continues below advertisement")
        is not None
    )


SENTENCES = [
    "Photos of the bridge were shared widely on Monday.",
    "The photo was taken by a soldier, the ministry said.",
    "Share prices fell by two percent.",
    "Subscribers to the service were told on Friday.",
    "Comments by the minister angered the union.",
    "Read aloud in court, the letter took an hour.",
    "Related charges were dropped in May.",
    "Follow-up talks will be held in Oslo.",
    "Cookies were sold at the fair.",
    "The site uses cookies without asking, the court found, and the company has appealed against the ruling since then.",
    "Copyright law was changed in 2019.",
    "“Subscribe to our values,” he said.",
    "Editing the genes of plants is legal.",
    "Reporting for duty on Monday, the officers found the gate closed.",
    "Views differ on the plan.",
    "Tagged birds returned in spring.",
    "Reuters reported the talks first.",
    "Advertising revenue rose.",
    "It was 1931.",
    "Home prices rose.",
    "Join us or leave, the general told them.",
    "Source code was stolen in the attack.",
    "Donations reached two million.",
    "Watch the border, the president told the guards.",
    "Live animals were seized.",
    "Support our troops or leave, the poster read.",
    "Already a million people have fled.",
    "Register data show a fall.",
    "The newsletter was leaked in May.",
    "Like us, they came by boat.",
    "More on Monday than on Sunday, the company said, but no figures were given.",
]


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_of_an_article_is_never_furniture(line: str) -> None:
    """Sentences that begin like furniture stay in the article."""
    assert find_furniture(line) is None


def test_markup_names_headings_and_furniture_still_goes() -> None:
    """Headings of a page are kept as they are; a repeated headline and a link are set aside."""
    blocks = (
        Block(text="Floods cut off three towns", kind=BlockKind.HEADING),
        Block(text=BODY),
        Block(text="What is next", kind=BlockKind.HEADING),
        Block(text=BODY),
        Block(text="Read more: Old storms"),
    )
    document = Document(
        blocks=blocks, title="Floods cut off three towns | Northpost", has_markup=True, language="en-GB"
    )
    article = assemble(document, id="a1", source="x.html")
    assert headings(article) == ["What is next"]
    assert [aside.reason for aside in article.set_aside] == ["headline", "link to another article"]
    assert article.language == "en"


def test_an_article_without_prose_is_refused() -> None:
    """Headings and links are not an article."""
    with pytest.raises(NotAnArticle, match="found 2 words"):
        assemble(Document(blocks=(Block(text="It rained."),)), id="a1", source="x")


def test_metadata_is_one_clean_line() -> None:
    """What a page says of itself is text like any other: no control, no escape, no line break."""
    document = Document(blocks=(Block(text=BODY * 2),), title="A\x1b[31m red\u202e\n title", has_markup=True)
    assert assemble(document, id="a1", source="x").title == "A red title"
