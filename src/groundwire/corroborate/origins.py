"""Where information comes from: who is credited, under all the spellings of their name.

Guarantees: whoever merely passes something on (`via`) is no origin; two labels are one origin only where a name, an
acronym introduced in an article or the same words say so; `why` says what the grouping rests on.
"""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from groundwire.corroborate.affiliation import speaks_for
from groundwire.domain.article import Article
from groundwire.domain.briefing import Origin, OriginKind
from groundwire.domain.claim import Claim
from groundwire.text.names import same_name
from groundwire.text.names_variants import COUNTRY_OF, skeleton
from groundwire.text.names_words import DIRECTIONS
from groundwire.text.pronouns import SUBJECTS

_WIRES: Final = re.compile(
    r"\b(?:Reuters|Associated Press|AP|Agence France-Presse|AFP|TASS|Interfax|RIA Novosti|Ukrinform|Xinhua|Kyodo|Yonhap"
    r"|Press Association|PA Media|DPA|dpa|ANSA|EFE|UPI|United Press International|PTI|Press Trust of India|Anadolu"
    r"|Bloomberg News|[Nn]ews agency|[Ww]ire service)\b"
)
_DATELINE: Final = re.compile(
    r"[\s–—-]\((?P<a>Reuters|AP|AFP|TASS|Xinhua|UPI|ANSA|dpa|DPA|Interfax|Kyodo|Yonhap)\)|^(?P<b>Reuters|AP|AFP|TASS)\s[-–—]\s"
)
_PRINTED: Final = re.compile(
    r"\b(?:Times|Post|Journal|Herald|Guardian|Tribune|Gazette|Telegraph|Observer|Chronicle|Newspaper|newspaper|magazine|News|TV"
    r"|[Tt]elevision|[Bb]roadcaster|BBC|CNN|CBS|NBC|ABC|[Rr]adio|[Mm]edia|Press|[Pp]ress|\w+\.(?:com|org|net|bg|ru|ua|info))\b"
)
_WRITTEN: Final = re.compile(
    r"\b(?:report|reports|filing|filings|documents?|lawsuit|indictment|complaint|affidavit|study|survey|census|letter|memo|transcript"
    r"|court papers|court records|records|data|figures|statistics|footage|video|poll)\b$",
    re.IGNORECASE,
)
_INTRODUCED: Final = re.compile(
    r"\b((?:[A-Z][\w’'.-]{0,30}[ \n])(?:(?:of|for|the|and|on|in|to)[ \n]|[A-Z][\w’'.-]{0,30}[ \n]){0,8})\(([A-Z][A-Za-z]{1,7})s?\)"
)
_OPENING: Final = re.compile(r"^(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_FIRM_NOUNS: Final = frozenset(
    {"company", "firm", "operator", "owner", "airline", "maker", "manufacturer", "builder"}
)
_FIRM: Final = re.compile(
    r"\b(?:AG|SE|Ltd|Limited|Inc|plc|PLC|GmbH|Corp|Corporation|Co|Group|Lines?|Airlines|Airways|Holdings?|SA|NV|Bank|Energy|Motors"
    r"|Industries|Works|Biologics|Pharma|Hydro|Power|Rail|Steel|Chemicals)\b"
)
_FIRM_NAME: Final = r"(?-i:[A-Z][\w&’'-]+(?:\s(?:[A-Z&][\w&’'-]*)){0,3})"
_INTRODUCED_FIRM: Final = re.compile(
    rf"\b(?:company|firm|operator|owner|airline|maker|manufacturer|builder)(?:,|\s)\s?({_FIRM_NAME})"
    rf"|({_FIRM_NAME}), (?:the|a|an|its) (?:[\w-]+ ){{0,3}}(?:company|firm|operator|owner|airline|maker|manufacturer|builder)(?=[,.;)])",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\(([A-Z][A-Za-z]{1,7})\)")
_PAPER_BY: Final = re.compile(
    r"^(?:\w+\s+){0,2}(?:reports?|analys[ie]s|assessments?|statements?|stud(?:y|ies)|surveys?|articles?|posts?|interviews?|figures|data)"
    r"\s+(?:by|from|of|in|for)\s+(?=(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
_PEOPLES: Final = frozenset(
    {"korean", "koreans", "western", "european", "europeans", "arab", "african", "asian"}
)
_SPOKES_BEFORE: Final = re.compile(
    r"(?:\b[Tt]he\s+)?((?:[A-Z][\w’'-]*\s+){0,4}[\w’'-]+\s+)spokes(?:man|woman|person)\s+(?=$|[A-Z])"
)
_SPOKES_FOR: Final = re.compile(
    r"^(?:\w+\s+)?spokes(?:man|woman|person)\s+(?:for|of)\s+(?:the\s+)?(?=\S)", re.IGNORECASE
)
_TITLE_WITHIN: Final = 60  # code points before a name in which its title stands
_STAFF: Final = re.compile(
    r"(?:[’']s)?\s+(?:analysts?|experts?|spokes(?:man|woman|person|people)|officials?|representatives?|researchers?|press service"
    r"|statement|in a statement)$"
)
_CALENDAR: Final = frozenset(
    [name.casefold() for name in (*calendar.month_name, *calendar.day_name) if name]
)  # "in September", read as a speaker
_NOBODY: Final = re.compile(
    r"(?:the |some |several |many |other |new |local |recent )*(?:unconfirmed|unverified|media|press|news|initial|early)?\s*"
    r"(?:reports?|rumou?rs?|accounts?|unconfirmed|media|information|some|others|it|a report)",
    re.IGNORECASE,
)
_ADJUNCT: Final = re.compile(
    r"\s+(?:in|at|from|near|on|with|who|that|which|close|familiar|inside|outside)\s.*", re.DOTALL
)
_DATELINE_WITHIN: Final = (
    400  # code points from the start of an article in which a dateline credits it as a whole
)


class Credit(NamedTuple):
    """Who is credited by an article: the label as it stands there."""

    label: str
    article: str


@dataclass
class _Group:
    """Labels that name one origin; grows while the articles are read."""

    kind: OriginKind
    spellings: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The fullest spelling."""
        return max(self.spellings, key=_fullness)

    def add(self, credit: Credit) -> None:
        if credit.label not in self.spellings:
            self.spellings.append(credit.label)
        if credit.article not in self.articles:
            self.articles.append(credit.article)


class Credits:
    """All credits of several articles, grouped into origins."""

    def __init__(self, articles: Sequence[Article], claims: Sequence[Claim]) -> None:
        self._acronyms = _acronyms(articles)
        self._groups: list[_Group] = []
        self._place: dict[str, int] = {}
        self._by_key: dict[str, list[int]] = {}
        self.wires: dict[str, int] = {}
        self.of_claim: dict[str, int] = {}
        self._firms = _firms(articles)
        self._texts = texts = {article.id: article.text for article in articles}
        for article in articles:
            wire = _wire_of(article)
            if wire:
                self.wires[article.id] = self._add(Credit(wire, article.id))
        self._named_in: dict[str, dict[str, None]] = {}
        labels = {claim.id: _label_of(claim, texts.get(claim.article, "")) for claim in claims}
        for claim in sorted(claims, key=lambda claim: not is_named(labels[claim.id])):
            label = labels[claim.id]
            if label:
                self._named_in.setdefault(claim.article, {})[label] = None
                self.of_claim[claim.id] = self._add(Credit(label, claim.article))

    def origins(self) -> tuple[Origin, ...]:
        """The origins that are credited, numbered from 1, in the order of their first mention."""
        return tuple(
            Origin(
                id=f"o{number}",
                label=group.label,
                kind=group.kind,
                articles=tuple(group.articles),
                why=_why(group),
            )
            for number, group in enumerate(self._groups, 1)
        )

    def credited_in(self, origin: int) -> frozenset[str]:
        """The articles that credit the origin at this place."""
        return frozenset(self._groups[origin].articles)

    def label(self, origin: int) -> str:
        """The fullest label of the origin at this place, an acronym written out where an article does."""
        label = self._groups[origin].label
        return self._acronyms.get(self._core(label), label)

    def speaks_for(self, one: int, other: int) -> bool:
        """Whether an article introduces the origin at `one` as somebody who speaks for the one at `other`."""
        person, body = self._groups[one], self._groups[other]
        if not is_named(person.label):
            return False
        texts = [self._texts[name] for name in dict.fromkeys((*person.articles, *body.articles))]
        return speaks_for(person.spellings, map(plain_label, body.spellings), texts)

    def _add(self, credit: Credit) -> int:
        core = self._core(credit.label)
        place = self._meant(credit)
        place = self._place.get(core) if place is None else place
        if place is None:
            place = self._find(core)
            if place is None:
                place = len(self._groups)
                self._groups.append(_Group(kind_of(credit.label)))
            self._place[core] = place
            for part in _keys(core):
                self._by_key.setdefault(part, []).append(place)
        self._groups[place].add(credit)
        return place

    def _meant(self, credit: Credit) -> int | None:
        """The one body of the same article that "the institute", "the company", "the authority" or a firm's first word can mean."""
        words = plain_label(credit.label).split()
        in_full = [firm for firm in self._firms.get(credit.article, ()) if firm.split()[:-1] == words]
        if len(in_full) == 1:
            return self._add(Credit(in_full[0], credit.article))
        if len(words) != 1 or not words[0].islower():
            return None
        noun, is_firm = words[0], words[0] in _FIRM_NOUNS
        able = {
            place
            for label in self._named_in.get(credit.article, ())
            if noun in label.casefold().split() or (is_firm and _FIRM.search(label))
            for place in [self._place.get(self._core(label))]
            if place is not None
        }
        if len(able) == 1:
            return able.pop()
        holders = [place for place, group in enumerate(self._groups) if self._holds_office(group, noun)]
        if len(holders) == 1 and not able and not is_firm:
            return holders[0]
        firms = self._firms.get(credit.article, ()) if is_firm and not able else ()
        return self._add(Credit(firms[0], credit.article)) if len(firms) == 1 else None

    def _holds_office(self, group: _Group, noun: str) -> bool:
        """Whether an article that credits the group by name sets `noun` directly before or after the name ("mayor X")."""
        return is_named(group.label) and any(
            _stands_beside(self._texts.get(article, ""), spelling, noun)
            for article in group.articles
            for spelling in group.spellings
        )

    def _find(self, core: str) -> int | None:
        near = sorted({place for part in _keys(core) for place in self._by_key.get(part, ())})
        for place in near:
            if any(_is_same(core, self._core(known)) for known in self._groups[place].spellings):
                return place
        return None

    def _core(self, label: str) -> str:
        """What tells the label from others: its acronym where there is one, else the name without trimmings."""
        bracketed = _BRACKETED.search(label)
        if bracketed and bracketed[1] in self._acronyms:
            return bracketed[1]
        plain = plain_label(label)
        for acronym, words in self._acronyms.items():
            if plain.casefold().endswith(words.casefold()):
                return acronym
        return plain


def _is_same(one: str, other: str) -> bool:
    if one.casefold() == other.casefold():
        return True
    return is_named(one) and is_named(other) and same_name(one, other)


def speaker_of(claim: Claim) -> str:
    """Who is credited for `claim` by name or by office, or empty: a bare pronoun or "reports" credit nobody we know."""
    speaker = " ".join((claim.attribution.speaker or "").split())
    return (
        ""
        if speaker.casefold() in SUBJECTS or speaker.casefold() in _CALENDAR or _NOBODY.fullmatch(speaker)
        else speaker
    )


def _stands_beside(text: str, name: str, noun: str) -> bool:
    """Whether `noun` stands in the title before the first mention of `name`, or in the apposition after it."""
    at = text.find(name)
    if at < 0:
        return False
    before = text[max(0, at - _TITLE_WITHIN) : at].casefold().split()[-2:]
    after = text[at + len(name) : at + len(name) + _TITLE_WITHIN].casefold().partition(".")[0]
    return noun in before or (after.startswith(",") and noun in after.replace(",", " ").split()[:6])


def reports_of(claim: Claim) -> str | None:
    """The nameless reports to which the article credits `claim` ("unconfirmed reports"): no origin, but not to be left out."""
    speaker = " ".join((claim.attribution.speaker or "").split())
    is_nameless = _NOBODY.fullmatch(speaker) and re.search(
        r"report|rumou?r|media|account", speaker, re.IGNORECASE
    )
    return speaker if is_nameless else None


def _label_of(claim: Claim, text: str) -> str:
    """Who is credited for `claim`: the body for which its speaker speaks, where the words say so."""
    label = speaker_of(claim)
    return (_spoken_for(claim, text) or label) if label else ""


def _firms(articles: Sequence[Article]) -> dict[str, tuple[str, ...]]:
    """The firms that each article introduces as such; where it introduces none, those of the others that it names."""
    found = {article.id: firms_in(article.text) for article in articles}
    known = tuple(dict.fromkeys(firm for firms in found.values() for firm in firms))
    return {
        article.id: found[article.id] or tuple(firm for firm in known if firm in article.text)
        for article in articles
    }


def firms_in(text: str) -> tuple[str, ...]:
    """The firms that `text` introduces as such ("the operator, Maran Lines", "Owner Kessel AG"), each once."""
    found = [next(filter(None, match.groups())) for match in _INTRODUCED_FIRM.finditer(text)]
    return tuple(dict.fromkeys(name.strip() for name in found))


def _spoken_for(claim: Claim, text: str) -> str:
    """The body for which the speaker speaks, where the words before the name say so ("police spokeswoman"), or empty."""
    span = claim.attribution.speaker_span
    if span is None:
        return ""
    before = _SPOKES_BEFORE.search(text[max(0, span.start - _TITLE_WITHIN) : span.start])
    within = _SPOKES_BEFORE.match(span.of(text)) if before is None else before
    return within[1].strip() if within else ""


def plain_label(label: str) -> str:
    """`label` without article, acronym in brackets, the paper it stands in and staff ("ISW analysts" speak for ISW)."""
    plain = _OPENING.sub("", re.sub(r"\s*\([^()]*\)", "", label).strip(" ,"))
    plain = _OPENING.sub("", _SPOKES_FOR.sub("", _PAPER_BY.sub("", plain)))
    shorter = _STAFF.sub("", plain)
    return shorter if shorter and is_named(shorter) else plain


def is_named(label: str) -> bool:
    """Whether the label holds a name of somebody or something: not "a soldier", nor "North Korean troops"."""
    words = [word.strip("“”\"'’,.") for word in _ADJUNCT.sub("", label).split()]
    named = [word[:1].isupper() and not _is_people(word) for word in words]
    if not words or any(named[1:]):
        return bool(words)
    is_whole = len(words) == 1 or words[-1][:1].isupper() or words[0].endswith(("'s", "’s"))
    return named[0] and is_whole


def _is_people(word: str) -> bool:
    """Whether the word names a people or a direction, which tell apart nobody in particular."""
    folded = word.casefold()
    return folded in COUNTRY_OF or folded in _PEOPLES or folded in DIRECTIONS


def kind_of(label: str) -> OriginKind:
    """Who the label names: a wire, a document, another outlet, or somebody who speaks."""
    if _WIRES.search(label):
        return OriginKind.WIRE
    if _PRINTED.search(label) and is_named(label):
        return OriginKind.OUTLET
    if _WRITTEN.search(plain_label(label)):
        return OriginKind.DOCUMENT
    return OriginKind.SPEAKER


def _wire_of(article: Article) -> str:
    datelines = "".join(f" {aside.text} " for aside in article.set_aside if aside.reason == "dateline")
    opening = datelines + article.text[:_DATELINE_WITHIN]
    found = _DATELINE.search(opening) or _WIRES.search(article.byline or "")
    return found.group(found.lastgroup or 0) if found else ""


def _acronyms(articles: Sequence[Article]) -> dict[str, str]:
    """Acronyms that articles introduce in brackets, with the words that they stand for."""
    found: dict[str, str] = {}
    for article in articles:
        for match in _INTRODUCED.finditer(article.text):
            words = _abbreviated(match[1].split(), match[2])
            if words:
                found.setdefault(match[2], words)
    return found


def _abbreviated(words: Sequence[str], acronym: str) -> str:
    """The last of the `words` that begin with the acronym's first letter and are as many as it needs, or empty."""
    for start in range(len(words) - 1, -1, -1):
        initials = "".join(word[0] for word in words[start:] if word[0].isupper())
        if (
            words[start][0] == acronym[0]
            and len(initials) >= min(2, len(acronym))
            and _is_subsequence(acronym, initials)
        ):
            return " ".join(words[start:])
    return ""


def _is_subsequence(acronym: str, initials: str) -> bool:
    """Whether most letters of `acronym` are among `initials`: foreign names have acronyms of their own."""
    return sum(letter.upper() in initials for letter in acronym) * 2 > len(acronym)


def _keys(label: str) -> list[str]:
    """What two labels of one origin have in common: the beginning of a word, transliteration apart."""
    return [skeleton(word)[:4] for word in label.split() if len(word) > 1]


def _fullness(label: str) -> tuple[bool, bool, int]:
    return is_named(label), not _PAPER_BY.search(label), len(label)


def _why(group: _Group) -> str:
    what = "credited by name" if is_named(group.label) else "credited without a name"
    spellings = ", ".join(f"“{spelling}”" for spelling in group.spellings)
    return f"{what} in {', '.join(group.articles)}" + (f" as {spellings}" if len(group.spellings) > 1 else "")
