"""Single lines of the frame of a page: bylines, mastheads, menus, dates with something beside them."""

import pytest

from groundwire.ingest.bylines import is_staff, read_byline
from groundwire.ingest.date_lines import read_date_line, read_dated_line
from groundwire.ingest.furniture import find_furniture
from groundwire.ingest.mastheads import is_menu, read_masthead

BYLINES = [
    ("By Ann Roe", "Ann Roe"),
    ("By ANN-MARIE ROE, Health Reporter", "ANN-MARIE ROE"),
    ("By Ann Roe, in Bergen", "Ann Roe"),
    ("By Ann Roe (text) and Tom Vale (photos)", "Ann Roe and Tom Vale"),
    ("By our court reporter", "our court reporter"),
    ("Live coverage by Ann Roe and Tom Vale", "Ann Roe and Tom Vale"),
    ("Text: Jörn Behrend", "Jörn Behrend"),
    ("Author: Editorial staff", "Editorial staff"),
    ("Von Jörn Behrend", "Jörn Behrend"),
    ("Von unserer Korrespondentin Silke Brandt", "Silke Brandt"),
    ("Por Inés Carballo y Tomás Rey", "Inés Carballo y Tomás Rey"),
    ("Par Solène Le Bihan, correspondante", "Solène Le Bihan"),
    ("By the river", None),
    ("By Tuesday evening the water had gone.", None),
    ("Von Null auf Hundert", None),
    ("Par ailleurs", None),
    ("Por qué sube el pan", None),
    ("Text: how to read a letter", None),
]


@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_a_byline_is_names_and_nothing_else(line: str, names: str | None) -> None:
    """Names in several languages with office and place; words in lower case make it something else."""
    assert read_byline(line) == names


@pytest.mark.parametrize("line", ["Northpost staff", "NP newsdesk", "Redacción", "NP staff, Edinburgh"])
def test_staff_may_stand_for_a_name(line: str) -> None:
    """An outlet's staff signs without a name."""
    assert is_staff(line)


MASTHEADS = [
    ("The Northern Post", "The Northern Post"),
    ("Northern Post - Your valley, your news", "Northern Post"),
    ("Northern Wire (nw)", "Northern Wire"),
    ("NORTHPOST24 NEWS >> Europe", "NORTHPOST24 NEWS"),
    ("northpost.example / Health", "northpost.example"),
    ("Diario del Alto Somontes", "Diario del Alto Somontes"),
    ("Floods cut off three towns", None),
    ("Northern river - four dead", None),
    ("World", None),
    ("It rained.", None),
]


@pytest.mark.parametrize(("line", "name"), MASTHEADS)
def test_a_masthead_is_a_name(line: str, name: str | None) -> None:
    """Words with capitals, with a motto behind a dash left out; a headline and a section are none."""
    assert read_masthead(line) == name


MENUS = [
    ("Home | Local | Sport | Mine & Rail | Obituaries", True),
    ("Politik · Wirtschaft · Sport", True),
    ("HOME NEWS SPORT WHAT'S ON", True),
    ("Sport > Football", True),
    ("Floods cut off three towns", False),
    ("Sport and politics in the north", False),
    ("Police/fire: who is in charge", False),
    ("He plays football, tennis, chess.", False),
]


@pytest.mark.parametrize(("line", "expected"), MENUS)
def test_a_menu_is_entries_and_no_sentence(line: str, *, expected: bool) -> None:
    """Entries between bars, or names of sections in a row."""
    assert is_menu(line) is expected


DATES = [
    ("14 May 2025, 06:30 12,604 views", "2025-05-14T06:30"),
    ("19 November 2026, 05:30 — 2,077 readers", "2026-11-19T05:30"),
    ("Sonntag, 15. November 2026, 17:25 Uhr | 4.876 Aufrufe", "2026-11-15T17:25"),
    ("Sunday, 15.11.2026 at 21:40 Views: 911", "2026-11-15T21:40"),
    ("11 November 2026, Wednesday", "2026-11-11"),
    ("14 Nov 2026 20:11  |  3 min read  |  5.8K views", "2026-11-14T20:11"),
    ("Publicado el 12 de noviembre de 2026 a las 10:30", "2026-11-12T10:30"),
    ("Publié le 1er mars 2026 à 17h25", "2026-03-01T17:25"),
    ("Updated: November 3, 2026 4:45 PM | Published: November 3, 2026 2:10 PM", "2026-11-03T14:10"),
    ("12 novembre 2026, the river rose", None),
    ("3 November 2026 was a Tuesday", None),
]


@pytest.mark.parametrize(("line", "published"), DATES)
def test_counters_and_weekdays_may_stand_beside_a_date(line: str, published: str | None) -> None:
    """Counters and weekdays of several languages are no sentence."""
    found = read_date_line(line)
    assert (found.published if found else None) == published


def test_the_other_parts_of_a_date_line_are_kept() -> None:
    """A name and a place beside the date are handed on, in order."""
    found = read_dated_line("Redaktion · Lindvik, 3 November 2026 - 11:18")
    assert found is not None
    assert (found.date.published, found.others) == ("2026-11-03T11:18", ("Redaktion", "Lindvik"))


FURNITURE = [
    "Foto: Nordrand-Anzeiger/J. Behrend", "Symbolbild: Ein Saal", "Weiterlesen: Was nun?", "Leer más: Las cifras", "Te puede interesar",
    "Newsletter: Das Wichtigste am Abend", "Suscríbete al boletín", "Abonnez-vous", "Síguenos en redes | Contacto", "Teilen", "Partager cet article",
    "Lesezeit: 3 Min.", "342 lecturas", "1,377 views | 46 comments", "Kommentare (14)", "Alle Rechte vorbehalten", "Quelle: dpa", "Anzeige",
    "(More to follow)", "(Mehr in Kürze)", "Share: Mail | Telegram", "Join Parrot Premium today", "Subscriber 4 min", "Updated 18.20", "NP/ab/fr",
    "Follow Northpost on all channels", "If you liked this, read: The last phone box", "> Ferry back in service", "Archivado en: Ciencia", "Line-ups: northpost.example/cup",
]  # fmt: skip
SENTENCES = [
    "Foto und Film wurden am Dienstag beschlagnahmt.", "Teilen wollte die Partei nichts, sagte sie.", "Partager le gâteau, c'est difficile.",
    "Con Dios", "Avec lui", "Leer más libros ayuda, dijo la ministra.", "Joining the club costs nothing, he said.", "Update on talks expected on Friday.",
    "Follow the money, the inspector told the court.", "Anzeige wurde am Montag erstattet.", "Die Quelle liegt im Wald.", "Ends are loose, she said.",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_of_other_languages_is_known(line: str) -> None:
    """Credits, links, appeals, tools and counters in several languages."""
    assert find_furniture(line) is not None


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_that_begins_like_furniture_stays(line: str) -> None:
    """Sentences and headings that begin with the same words are no furniture."""
    assert find_furniture(line) is None
