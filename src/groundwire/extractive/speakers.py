"""Who speaks: from a local mention ("the minister", "he", "SBU") to one name per person or body in an article.

Guarantees: a name is built from the article's own words; a pronoun that cannot be resolved stays a pronoun; the cast is
read once, in time linear in the article.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from groundwire.domain.span import Span
from groundwire.extractive import lexicon as lex
from groundwire.extractive.antecedents import Antecedents, Candidate, kind_of_name
from groundwire.extractive.bearing import is_nobody
from groundwire.extractive.naming import (
    SMALL_WORDS,
    described_people,
    is_governed,
    is_plural,
    is_proper,
    is_same_person,
    kind_of_role,
    name_runs,
    named_in_apposition,
    person_name,
    person_named,
    role_of,
    surname,
    without_capital,
)
from groundwire.extractive.passages import Passage
from groundwire.extractive.phrases import subject_before
from groundwire.extractive.words import Tag, Word
from groundwire.text.pronouns import Kind, kind_of

_ACRONYM: Final = re.compile(r"\(([A-Z][A-Z&.-]{1,9})\)")
_RECENT: Final = 900
"""Code points that a pronoun reaches back over."""
_BELONGING: Final = re.compile(r"\s(?:of|from|at|with|for)\s")


class Person(NamedTuple):
    """Somebody whom a pronoun may stand for, where the mention ends, and what is known of them."""

    name: str
    end: int
    kind: Kind | None


class Cast:
    """The people and bodies of one article, each under one name."""

    def __init__(self, text: str, passages: Iterable[Passage], *, is_english: bool = True) -> None:
        self._text = text
        self.is_english = is_english
        self._full: dict[str, str] = {}
        self._long: dict[str, str] = {}
        self._introduced: dict[str, Span] = {}
        self._people: list[Person] = []
        self._ends: list[int] = []
        self._spoken: list[Person] = []
        self._alone: set[str] = set()
        self._shared: set[str] = set()
        self._roles: dict[str, set[str]] = {}
        self._antecedents = Antecedents()
        self.own_voice = ""
        self._read_acronyms()
        read = list(passages)
        for passage in read:
            self._read_names(passage)
        self._read_candidates(read)

    def _read_acronyms(self) -> None:
        for match in _ACRONYM.finditer(self._text):
            before = self._text[max(0, match.start() - 120) : match.start()].split()
            taken: list[str] = []
            while (
                before
                and (before[-1][0].isupper() or before[-1] in SMALL_WORDS)
                and not before[-1].endswith((".", ",", ":"))
            ):
                taken.insert(0, before.pop())
            while taken and (not taken[0][0].isupper() or taken[0].casefold() in {"the", "according"}):
                taken.pop(0)
            while taken and taken[0][0] != match.group(1)[0]:
                taken.pop(0)
            if len(taken) >= 2:
                name = " ".join(taken)
                self._long.setdefault(match.group(1), f"{name} {match.group()}")
                self._long.setdefault(name, f"{name} {match.group()}")

    def _read_names(self, passage: Passage) -> None:
        words = passage.words
        for run in name_runs(words):
            if len(run) == 1 or run[0].low in lex.ROLES:
                self._alone.add(re.sub(r"['’]s?$", "", run[-1].text))
            name = person_name([word.text for word in run])
            if len(name.split()) > 2 and len(name.split()[-2]) > 1 and is_governed(words, run[0]):
                name = " ".join(name.split()[-2:])  # "the governor of Ohio Ann Lee"
            role = run[0].low if run[0].low in lex.ROLES else ""
            if name and (len(name.split()) > 1 or role):
                if len(name.split()) > 1:
                    full = self._full.get(surname(name), name)
                    if not is_same_person(name, full):
                        self._shared.add(surname(name))
                    self._full.setdefault(surname(name), name)
                    self._introduced.setdefault(name, passage.span)
                self._ends.append(run[-1].end)
                self._people.append(Person(name, run[-1].end, kind_of_role(role)))
            if name and role:
                self._roles.setdefault(role, set()).add(surname(name))

    def _read_candidates(self, passages: list[Passage]) -> None:
        """Everybody who can be meant by a pronoun, once every name is known."""
        for person in self._people:
            name = self._canonical(person.name)
            kind = person.kind or kind_of_name(name)
            counts = kind is not None or self._is_known(person.name)
            self._antecedents.add(Candidate(person.end, name, name, kind, counts=counts))
        for passage in passages:
            self._antecedents.passage_at(passage.span.start)
            for run in name_runs(passage.words):
                alone = run[0].text if len(run) == 1 else ""
                if kind_of_name(alone) is not None:
                    self._antecedents.add(Candidate(run[0].end, alone, alone, kind_of_name(alone)))
            for word in described_people(passage.words):
                self._antecedents.add(self._described(word.low, word.end))

    def _described(self, role: str, end: int, description: str = "") -> Candidate:
        """`The minister`: the one minister whom the article names, or somebody of whom nothing but the role is known."""
        named = self._roles.get(role, set())
        if len(named) == 1 and not description.startswith(("a ", "an ", "another ")):
            name = self._canonical(next(iter(named)))
            return Candidate(end, name, name, kind_of_role(role) or kind_of_name(name))
        return Candidate(end, role, description, kind_of_role(role))

    def name(self, mention: Span, head: Span) -> str:
        """The one name for the speaker whose local mention is `mention`; a pronoun is left as it is."""
        text = head.of(self._text).strip(" ,")
        name = (
            person_named(_BELONGING.split(text, maxsplit=1)[0])
            or person_named(text)
            or named_in_apposition(self._text[head.end : mention.end])
        )
        if not name:
            return self._body(without_capital(text))
        return self._canonical(name)

    def _body(self, text: str) -> str:
        bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+(?=[A-Z])", "", text) if is_proper(text) else text
        bare = re.sub(r"['’]s?$", "", bare)
        if bare in self._full:
            return self._canonical(bare)
        return self._long.get(bare, self._long.get(re.sub(r"\s*\([^)]*\)$", "", bare), bare))

    def spoke(self, name: str, position: int) -> None:
        """Remember that `name` spoke at `position`, for the pronouns that follow."""
        kind = None if self.is_person(name) else Kind.THEY if is_plural(name) else Kind.IT
        role = role_of(name)
        if kind is None:
            self._antecedents.add(Candidate(position, name, name, kind_of_name(name), leads=True))
        elif role:
            self._antecedents.add(self._described(role, position, name)._replace(leads=True))
        self._spoken.append(Person(name, position, None if role else kind))

    def resolve(self, pronoun: str, position: int) -> str | None:
        """Whom `pronoun` at `position` stands for, or None when that is not clear."""
        wanted = kind_of(pronoun)
        if wanted in {Kind.I, Kind.WE}:
            return self.own_voice or None
        if wanted in {Kind.HE, Kind.SHE}:
            found = self._antecedents.resolve(wanted, position)
            return found.name or None if found is not None else None
        last = self._spoken[-1] if self._spoken else None
        if last is None or not position - _RECENT <= last.end <= position:
            return None
        fits = last.kind is wanted or (wanted is Kind.THEY and last.kind is Kind.IT)
        return last.name if fits and wanted in {Kind.THEY, Kind.IT} else None

    def reached(self, passage: Passage) -> None:
        """Remember whom `passage` is about, for the pronouns that follow its subject."""
        subject = first_subject(passage.words)
        words = subject.of(self._text) if subject is not None else ""
        if subject is None or kind_of(words) is not None or is_nobody(words):
            return
        name = self.name(subject, subject)
        if self.is_person(name):
            self._antecedents.add(Candidate(subject.end, name, name, kind_of_name(name), leads=True))
        elif role_of(name):
            self._antecedents.add(self._described(role_of(name), subject.end, name)._replace(leads=True))

    def _is_known(self, name: str) -> bool:
        """Whether the article also calls the person by surname alone, or by a role."""
        return surname(name) in self._alone

    def _canonical(self, name: str) -> str:
        """The full name; a surname that two people of the article have stays a surname."""
        full = self._full.get(surname(name), name)
        if len(name.split()) == 1:
            return name if name in self._shared else full
        return full if is_same_person(name, full) else name

    def is_person(self, name: str) -> bool:
        """Whether `name` is known as a person's."""
        return bool(name) and (self._full.get(surname(name)) == name or name in self._introduced)

    def introduced(self, name: str) -> Span | None:
        """The first passage that names the person `name` in full."""
        return self._introduced.get(name)

    def names_within(self, name: str, span: Span) -> bool:
        """Whether the words of `span` have `name` in full."""
        return name in span.of(self._text)

    def names_person(self, name: str) -> bool:
        """Whether `name` has the form of a person's, known or not."""
        return self.is_person(name) or (" " in name and person_named(name) == name)

    def people(self, span: Span) -> list[str]:
        """The people named in `span`, in order, each once."""
        found = self._people[bisect_right(self._ends, span.start) : bisect_right(self._ends, span.end)]
        return list(dict.fromkeys(self._canonical(one.name) for one in found))


def first_subject(words: tuple[Word, ...]) -> Span | None:
    """The subject of a passage's first clause, or None."""
    listed = list(words)
    for index, word in enumerate(listed[:60]):
        if word.is_finite and word.tag is not Tag.PRON:
            phrase = subject_before(listed, index)
            if phrase is not None:
                return Span(listed[phrase.first].start, listed[phrase.head_last].end)
    return None
