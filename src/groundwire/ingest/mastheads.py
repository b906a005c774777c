"""Mastheads, menus and section names: the lines of a page that name the outlet and its pages, and no article.

Guarantees: only the form counts, no outlet is known by name; a line that ends as a sentence does is none of these.
"""

import re
from typing import Final

_LONGEST_NAME: Final = 60  # characters
_MOST_WORDS: Final = 6  # of an outlet's name
_LONGEST_ITEM: Final = 4  # words of one entry of a menu
_NAME = r"(?P<name>[^\W\d_][\w.&’' -]{1,58}?)"
_BANNERS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?:last|latest|breaking|more|top)\s+(?:news|stories|headlines)\s+(?:in|from|on|by|at))\s+{_NAME}",
        rf"{_NAME}\s?[-–—|·]\s(?i:(?:latest|breaking|world|local|national|international|business|sport|politics|news|home|front page)\b.{{0,60}})",
        r"(?P<name>(?:[A-Z][\w.&’']*\s){1,4}News)\s?[-–—|]\s?(?:.{0,80})",
        rf"(?i:you are (?:here|reading))\s?:?\s{_NAME}",
    )
)
_OUTLET: Final = re.compile(
    r"\b(?:news|newswire|wire|post|times|herald|tribune|journal|gazette|telegraph|guardian|press|daily|weekly|monthly|quarterly|mail|express|standard|observer"
    r"|chronicle|today|online|tv|fm|radio|broadcasting|agency|agentur|courier|mirror|star|globe|bulletin|review|record|independent|ledger|dispatch|monitor|magazine|sentinel"
    r"|examiner|inquirer|argus|advertiser|echo|diario|periódico|gaceta|correo|heraldo|journal|gazette|courrier|dépêche|figaro|giornale|corriere|gazzetta|tidende|tidning"
    r"|dagblad|courant|krant)\b|(?:zeitung|blatt|anzeiger|nachrichten|agentur|kurier|rundschau|bote|krant|blad|tidende|tidning|avisen|\.\w{2,7})\Z",
    re.IGNORECASE,
)
_DOMAIN: Final = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,40})?\.[a-z]{2,12}(?=$|\s|/)", re.IGNORECASE)
_AROUND: Final = re.compile(r"\s*(?:\s[-–—/]|[|·•(]|»|>>|>)\s*.*\Z", re.DOTALL)
_END: Final = re.compile(r"[.?…:;,][\"'”’»)\]]*\Z")
_BARS: Final = re.compile(r"\s*[|·•»]\s*|\s+[/>›→–—]\s+|\s*>>\s*")
_ELISION: Final = re.compile(r"^[dl][’'](?=\w)", re.IGNORECASE)
_SMALL_WORDS = (
    "the of and & for in on at de del la las los el le les du des und der die das il y et e van den"
)
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_SECTION_WORDS = """
    home news world local national international politics business economy sport sports football culture arts life lifestyle health science tech technology
    opinion comment analysis interview feature features video photos pictures travel weather entertainment celebs showbiz tv food money markets stocks jobs
    property obituaries events notices puzzles games horoscope stars bingo subscribe premium live europe regions region crime court education environment community
    menu search archive places people essays magazine topics latest more what's on what’s
    startseite lokales politik wirtschaft kultur panorama wissen ratgeber traueranzeigen meinung wetter abo regionales ausland inland
    inicio portada local provincia deportes economía política opinión cultura sociedad esquelas internacional nacional sucesos
    accueil actualité actualités politique économie société culture sports monde régions météo annonces
    home cronaca economia esteri spettacoli voorpagina binnenland buitenland economie sport
    """
_SECTIONS: Final = frozenset(_SECTION_WORDS.split())


def is_menu(line: str) -> bool:
    """Whether `line` lists the sections of a site: entries between bars, or names of sections in a row."""
    if _END.search(line) or (re.search(r"\d{3}", line) and not re.search(r"[|·•]", line)):
        return False
    items = _BARS.split(line)
    if len(items) > 2 and all(0 < len(item.split()) <= _LONGEST_ITEM for item in items):
        return True
    words = line.casefold().split()
    known = sum(word.strip("+&") in _SECTIONS for word in words)
    if len(items) == 2:
        return (
            known >= 1 and all(0 < len(item.split()) <= 3 for item in items) and not _OUTLET.search(items[0])
        )
    return (
        len(words) > 2
        and known * 5 >= len(words) * 3
        and not any(word in _SMALL and word not in _SECTIONS for word in words)
    )


def read_banner(line: str) -> str | None:
    """The outlet in a line that says in so many words that it is one ("Latest news from …"); None for any other line."""
    if _END.search(line):
        return None
    for pattern in _BANNERS:
        if (
            (banner := pattern.fullmatch(line))
            and is_title_case(banner["name"])
            and not is_section(banner["name"])
        ):
            return banner["name"].strip()[:_LONGEST_NAME]
    return None


def read_masthead(line: str) -> str | None:
    """The name of an outlet that `line` could be, with what stands beside it left out; None for any other line."""
    if _END.search(line):
        return None
    if domain := _DOMAIN.match(line):
        return domain.group()
    name = _AROUND.sub("", line).strip()
    if not name or len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS or is_section(name):
        return None
    return name if is_title_case(name) else None


def names_outlet(line: str) -> bool:
    """Whether a masthead says by a word of its own that it is one: Herald, Press, Zeitung, a domain, a bracketed short form."""
    name = read_masthead(line) or ""
    return bool(
        _OUTLET.search(name)
        or re.search(r"[a-z][A-Z]|[A-Za-z]\d", name)
        or re.search(r"\s\([\w ]{2,20}\)\Z", line)
    )


def outlet_in_menu(line: str) -> str | None:
    """The outlet that the first entry of a menu names by a word of its own; None where the menu begins with a section."""
    first, *others = _BARS.split(line)
    return first.strip() if others and names_outlet(first) and not is_section(first) else None


def is_section(line: str) -> bool:
    """Whether `line` is the name of a section: "World", "WHAT'S ON"."""
    words = line.casefold().split()
    return bool(words) and len(words) <= 3 and all(word in _SECTIONS for word in words)


def is_title_case(words: str) -> bool:
    """Whether each word has a capital, small words apart: what names look like."""
    parts = words.split()
    letters = [_ELISION.sub("", part.lstrip("(\"'“‘")) for part in parts]
    return (
        bool(parts)
        and all(part[:1].isupper() or part in _SMALL for part in letters)
        and letters[0][:1].isupper()
    )
