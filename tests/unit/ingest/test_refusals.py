import pytest

from groundwire.errors import NotAnArticle
from groundwire.ingest.assemble import assemble
from groundwire.ingest.from_html import read_html
from groundwire.ingest.from_text import read_text

FLASH = "Two people were hurt on Monday when a tram left its rails in the centre of Lindvik, the police in the town said."


def page(title: str, words: str) -> bytes:
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p></article></body></html>".encode()


def test_a_news_flash_below_its_headline_is_an_article() -> None:
    """One sentence of 23 words that names a place is whole news, when a headline stands above it."""
    article = assemble(read_html(page("Tram leaves rails", FLASH)), id="a1", source="x.html")
    assert (article.title, article.text) == ("Tram leaves rails", FLASH)


def test_the_same_words_without_headline_are_too_little() -> None:
    """Nothing says that a single sentence alone is an article."""
    with pytest.raises(NotAnArticle, match="found 23 words"):
        assemble(read_text(FLASH), id="a1", source="x.txt")


NOTICES = [
    "The page that you are looking for could not be found on this server. It may have been moved.",
    "The requested page could not be found because it was moved or deleted some time ago.",
    "Leider wurde die gesuchte Seite nicht gefunden, Fehler 404, sie wurde vor einiger Zeit verschoben.",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_below_a_headline_is_no_news(notice: str) -> None:
    """Notices speak to the reader, or name nobody and no number."""
    with pytest.raises(NotAnArticle):
        assemble(read_html(page("Page not found", notice)), id="a1", source="x.html")


def test_a_short_wire_is_whole() -> None:
    """A wire of few paragraphs is read, its dateline and its last line apart."""
    wire = f"LINDVIK, Nov 3 (NW) - {FLASH}\n\nThe cause was not known. Buses ran in place of trams.\n\n(More to follow)"
    article = assemble(read_text(wire), id="a1", source="x.txt")
    assert article.text == f"{FLASH}\n\nThe cause was not known. Buses ran in place of trams."
