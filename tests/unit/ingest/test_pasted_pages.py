"""Pages pasted whole, in several languages and layouts. Every page here was written for these tests."""

import pytest

from groundwire.domain.article import Article
from groundwire.ingest.assemble import assemble
from groundwire.ingest.from_text import read_text

ONE_PASTE = """Skip to main content
The Fennmarket Herald
Home
News
Sport
Weather
Council drops plan for a toll on the old bridge
Maya Okafor
Local democracy reporter
Tue 3 Nov 2026 at 07:15 GMT
Share
A lorry crosses the bridge in May. Photo: Fennmarket Herald
The district council has dropped its plan to charge drivers two pounds for crossing the old bridge, after eleven members voted against it.
The leader of the council, Pat Doran, said she accepted the result.
Related stories
Bus fares to rise in January
© Fennmarket Herald 2026
"""
GERMAN = """Nordrand-Anzeiger
Politik · Wirtschaft · Sport · Lokales · E-Paper

Kreis Nordrand schließt die Geburtshilfe zum Jahresende

Stand: 03.11.2026, 18:40 Uhr | 1.204 Aufrufe
Von unserem Korrespondenten Jörn Behrend
Lesezeit: 3 Min.

Symbolbild: Ein Kreißsaal. Foto: dpa

Nordrand (dpa) – Der Kreistag hat am Montagabend mit 31 zu 22 Stimmen beschlossen, die Geburtshilfe am Krankenhaus Nordrand zu schließen.

Weiterlesen: Hebammen warnen vor langen Wegen

Landrätin Silke Brandt sagte, es fehle an Ärzten.

Das könnte Sie auch interessieren
Neue Radwege für den Süden
Newsletter: Jeden Abend das Wichtigste – jetzt anmelden!
Impressum | Datenschutz | AGB
"""
SPANISH = """El Faro de Somontes
Portada > Economía > Empleo

La fábrica de muebles Lavanda despedirá a 140 trabajadores

Por Inés Carballo y Tomás Rey
Somontes, 3 de noviembre de 2026 - 19:05h
Actualizado el 4 de noviembre de 2026 a las 08:10
Foto: Trabajadores ante la puerta de la fábrica (EFE)

SOMONTES, 3 nov. (EFE) - La empresa Lavanda comunicó este martes al comité de empresa que despedirá a 140 de sus 390 trabajadores.

Leer más: Las cifras del paro en la comarca

El alcalde pidió ayer una reunión urgente con la consejera de Empleo.

Suscríbete a nuestro boletín semanal
"""
FRENCH = """Le Courrier de l'Estuaire | À la une | Régions | Sports | Abonnez-vous

Pollution : la plage de Kerval fermée jusqu'à dimanche

Par Solène Le Bihan
Publié le 3 novembre 2026 à 16h42, mis à jour le 4 novembre 2026 à 9h05
Temps de lecture : 2 min

La mairie de Kerval a interdit la baignade jusqu'à dimanche sur toute la plage, après la fuite de 3 000 litres de gazole dans le port.

Lire aussi : Dix ans après la marée noire

Le propriétaire du chalutier a reconnu une erreur.

Partager cet article
Tous droits réservés
"""
TABLOID = """THE DAILY PARROT!
SPORT | CELEBS | TV | BINGO

DEUCE! Teenager floors champion. And she did it with a borrowed racket

DEUCE! Teenager floors champion. And she did it with a borrowed racket - 3

3 November 2026, 06:30 12,604 views

By OUR SPORTS REPORTER

WHAT a match! Fifteen-year-old Ida Moss beat the champion in straight sets on Monday, and she had borrowed the racket from her aunt.

The champion congratulated her and left without a word to reporters.

Join Parrot Premium and win a racket!
PICS: Getaway
"""
TRADE = """QuayWatch Professional
for people who move boxes

NEWS ANALYSIS

Why the second crane never came

3 November 2026 | Ruth Adeyemi, Ports Editor

The second crane was ordered in the spring of last year, paid for in the summer, and has not been seen by anybody since it left the yard.

The yard says that it was delivered. The port says that it was not.
"""
WIRE = """Carpine News Agency | Wire

URGENT: Tram leaves rails in Lindvik, two hurt

LINDVIK, Nov 3, 2026 (CNA) - Two people were hurt on Tuesday when a tram left its rails in the centre of Lindvik, the police said.

The cause was not known. Trams on the line were replaced by buses until the evening.

(More to follow)
CNA/ab/fr
"""
BLOG = """Slow Kitchen
notes from a small stove

Five soups, and a word about salt

Posted by Hanne Vik on November 3, 2026 | 6 min read | 32 comments

Every November the same letter arrives from a reader who asks how much salt is too much, and every November I answer it badly.

This post contains affiliate links. No soup was harmed.
"""

PAGES = [
    (ONE_PASTE, "Council drops plan for a toll on the old bridge", "The Fennmarket Herald", "Maya Okafor", "2026-11-03T07:15+00:00"),
    (GERMAN, "Kreis Nordrand schließt die Geburtshilfe zum Jahresende", "Nordrand-Anzeiger", "Jörn Behrend", "2026-11-03T18:40"),
    (SPANISH, "La fábrica de muebles Lavanda despedirá a 140 trabajadores", "El Faro de Somontes", "Inés Carballo y Tomás Rey", "2026-11-03T19:05"),
    (FRENCH, "Pollution : la plage de Kerval fermée jusqu'à dimanche", "Le Courrier de l'Estuaire", "Solène Le Bihan", "2026-11-03T16:42"),
    (TABLOID, "DEUCE! Teenager floors champion. And she did it with a borrowed racket", "THE DAILY PARROT!", "OUR SPORTS REPORTER", "2026-11-03T06:30"),
    (TRADE, "Why the second crane never came", "QuayWatch Professional", "Ruth Adeyemi", "2026-11-03"),
    (WIRE, "URGENT: Tram leaves rails in Lindvik, two hurt", "Carpine News Agency", "CNA", "2026-11-03"),
    (BLOG, "Five soups, and a word about salt", "Slow Kitchen", "Hanne Vik", "2026-11-03"),
]  # fmt: skip
TEXTS = [
    (ONE_PASTE, ["The district council has", "The leader of the council,"]),
    (GERMAN, ["Der Kreistag hat am", "Landrätin Silke Brandt sagte,"]),
    (SPANISH, ["La empresa Lavanda comunicó", "El alcalde pidió ayer"]),
    (FRENCH, ["La mairie de Kerval", "Le propriétaire du chalutier"]),
    (TABLOID, ["WHAT a match! Fifteen-year-old", "The champion congratulated her"]),
    (TRADE, ["The second crane was", "The yard says that"]),
    (WIRE, ["Two people were hurt", "The cause was not"]),
    (BLOG, ["Every November the same"]),
]


def read(text: str) -> Article:
    return assemble(read_text(text), id="a1", source="x.txt")


@pytest.mark.parametrize(("page", "title", "outlet", "byline", "published"), PAGES)
def test_the_lines_above_the_text_are_read(
    page: str, title: str, outlet: str, byline: str, published: str
) -> None:
    """Headline, outlet, byline and date come from their own lines, not from banner, menu or motto."""
    article = read(page)
    assert (article.title, article.outlet, article.byline, article.published) == (
        title, outlet, byline, published,
    )  # fmt: skip


@pytest.mark.parametrize(("page", "openings"), TEXTS)
def test_the_text_is_the_article_and_nothing_else(page: str, openings: list[str]) -> None:
    """What is left of a page are its paragraphs."""
    paragraphs = read(page).text.split("\n\n")
    words = [
        " ".join(paragraph.split()[: len(opening.split())])
        for paragraph, opening in zip(paragraphs, openings, strict=True)
    ]
    assert words == openings


BODY = "The ferry did not sail on Tuesday because its only engine had failed in the night, the operator said. Nobody was on board."


def test_a_question_that_opens_an_article_stays_in_it() -> None:
    """Without date, byline or banner a line that ends with a question mark is a sentence, not the headline."""
    article = read(f"Who needs a ferry?\n\n{BODY}")
    assert (article.title, article.text.split("\n\n")[0]) == (None, "Who needs a ferry?")


def test_a_question_is_the_headline_where_a_date_says_so() -> None:
    """The date line below it shows that the question stands above the article."""
    assert read(f"Who needs a ferry?\n\n3 November 2026\n\n{BODY}").title == "Who needs a ferry?"


def test_the_date_of_an_update_is_not_that_of_publication() -> None:
    """Whichever stands first, the date of publication is taken."""
    frame = "Updated on 4 November 2026, 08:10\nPublished on 3 November 2026, 19:05"
    assert read(f"Ferry cancelled after engine fails\n\n{frame}\n\n{BODY}").published == "2026-11-03T19:05"


def test_a_row_of_sections_names_no_outlet() -> None:
    """The first line may be a menu that holds the word News."""
    assert (
        read(f"HOME NEWS SPORT WEATHER\n\nFerry cancelled after engine fails\n\n3 May 2026\n\n{BODY}").outlet
        is None
    )


def test_what_a_dateline_says_is_kept() -> None:
    """The dateline leaves the text; its day is the date, its agency the byline where there is no other."""
    article = read(f"Ferry cancelled after engine fails\n\nLINDVIK, March 4, 2025 (Reuters) - {BODY}")
    assert (article.text, article.published, article.byline) == (BODY, "2025-03-04", "Reuters")
    assert [aside.reason for aside in article.set_aside] == ["headline", "dateline"]


def test_a_dateline_below_a_standfirst_is_found() -> None:
    """The paragraph with the dateline need not be the first."""
    article = read(
        f"Ferry cancelled after engine fails\n\nThe third time this year that the boat stays in port\n\nBy Ann Roe\n\nULM (dpa) - {BODY}"
    )
    assert article.text.endswith(f"\n\n{BODY}")


def test_a_standfirst_of_several_sentences_does_not_hide_the_byline() -> None:
    """Byline and date may stand below a long standfirst."""
    standfirst = "The keepers left long ago. One of them never did. Now the tower is for sale, the village wants it, and nobody can say who will wind the clock when she no longer climbs."
    article = read(
        f"The woman on the rock\n\n{standfirst}\n\nBy Ann Roe\n3 November 2026\n\n{BODY}\n\n{BODY} {BODY}"
    )
    assert (article.byline, article.published) == ("Ann Roe", "2026-11-03")
    assert article.text.startswith("The keepers left")


def test_times_of_a_live_page_are_headings() -> None:
    """The time above an entry is structure; nothing is claimed from it."""
    article = read(f"{BODY}\n\n18:05\n\n{BODY}")
    assert [span.of(article.text).strip() for span in article.headings] == ["18:05"]


def test_no_line_of_a_plain_article_is_taken() -> None:
    """Names, places and short sentences at the top of a text without a frame stay where they are."""
    text = f"{BODY}\n\nThe mayor, Ann Roe, was there.\n\n{BODY}"
    assert read(text).text == text
