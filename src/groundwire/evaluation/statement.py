"""A statement read for comparison: its numbers, dates, names, negations, hedges, and the content words with their weights.

Guarantees: the same text in the same setting reads the same, and what was read is kept; a number, a date and a word each have one
weight, so that "on Monday" weighs as much as "on 16 November 2026".
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.grounding.lexemes import lexeme
from groundwire.text.dates import DateMention, find_dates
from groundwire.text.modality import Negation, find_hedges, find_negations
from groundwire.text.names import Name, find_names
from groundwire.text.numbers import Quantity, QuantityKind, quantities_outside
from groundwire.text.reporting import find_reporting_verb
from groundwire.text.stopwords import STOPWORDS
from groundwire.text.tokens import Token, tokenise

_USUAL: Final = 0.3  # share of an article's labels that have a word which tells none of them from the others
_FEWEST_LABELS: Final = 4
_USUAL_WEIGHT: Final = 0.5
VALUE: Final = 1.5
"""Weight of a number or a date."""
ASIDE: Final = 0.3
"""Weight of a word that only says who says it."""
_NAME: Final = 1.5
_BESIDE: Final = 2  # content words on either side of a name by which its place is known
_CANCELLED: Final = re.compile(
    r"\s*(?:exclud|only\b|just\b|(?:would |will )?(?:be )?surprised?\b|notice of\b|doubt\b|(?:less|fewer|more|later) than\b)",
    re.IGNORECASE,
)
"""What makes no negation of a negation: "not only", "would not be surprised", "take no notice of", "no fewer than"."""
_NOT_SO: Final = re.compile(
    r"\brul(?:e|es|ed|ing) out\b|\btoo (?:early|soon|late|weak|small|little|few|far|young|old|ill) (?:for \w+ )?to\b",
    re.IGNORECASE,
)
_DENIALS: Final = frozenset(
    {"deny", "denies", "denied", "denying", "rejects", "rejected"}
    | {"niega", "niegan", "negó", "negado", "desmiente", "desmintió", "desmentido"}
)
_DISMISSAL: Final = re.compile(
    r"dismiss(?:es|ed|ing)? (?:(?:the|that|this|an?|his|her|its|their|any|all) )?"
    r"(?:estimates?|claims?|reports?|accusations?|allegations?|charges?|criticisms?|rumours?|suggestions?|figures?|that|it|this)\b"
)
_CLAUSE: Final = re.compile(r"[,;:()—–“”\"]|[.!?](?=\s|$)")
_FALSE: Final = frozenset({"untrue", "false", "unfounded", "baseless"})
NEGATION: Final = frozenset(
    {"not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot"}
)
_NAMES_BY_CAPITALS: Final = frozenset({"de", "lb"})
"""Languages that write every noun with a capital, so that capitals tell no names."""


@dataclass(frozen=True)
class Setting:
    """What is known of the article that statements are about.

    `small` are the words that it writes small, `usual` the words that so many of its labels have that they tell none from the
    others, as the name of the firm in an article on a firm; `has_names` says whether capitals tell names.
    """

    small: frozenset[str] = frozenset()
    usual: frozenset[str] = frozenset()
    has_names: bool = True


ANYWHERE: Final = Setting()
"""Nothing is known."""


def setting_of(article: Article, labels: Sequence[str] = ()) -> Setting:
    """The setting of statements about `article`, which has these labels."""
    small = frozenset(
        token.text for token in tokenise(article.text) if token.is_word and token.text.islower()
    )
    bare = Setting(small, has_names=article.language not in _NAMES_BY_CAPITALS)
    counts = Counter(key for label in labels for key in Statement(label, bare).weights)
    least = max(_FEWEST_LABELS, _USUAL * len(labels))
    return replace(bare, usual=frozenset(key for key, count in counts.items() if count >= least))


class NamePlace(NamedTuple):
    """A name, its words, and the content words just before and just after it."""

    text: str
    keys: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True)
class Statement:
    """A statement ready to be compared with many."""

    text: str
    setting: Setting = ANYWHERE

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Its dates."""
        return find_dates(self.text)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers, dates left out."""
        return quantities_outside(self.text, self.dates)

    @cached_property
    def _names(self) -> tuple[Name, ...]:
        """Its names: not a word that opens the statement and that the article writes small."""
        if not self.setting.has_names:
            return ()
        return tuple(
            name
            for name in find_names(self.text)
            if not (name.sentence_initial and name.text.casefold() in self.setting.small)
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The words of its names, casefolded, and as written."""
        return {
            word.casefold(): word
            for name in self._names
            for word in name.text.replace("’s", "").replace("'s", "").split()
            if word[0].isupper()
        }

    @cached_property
    def name_places(self) -> tuple[NamePlace, ...]:
        """Its names with the content words beside them."""
        return tuple(
            NamePlace(
                name.text,
                frozenset(keys_of(name.text)),
                frozenset(list(keys_of(self.text[: name.span.start]))[-_BESIDE:]),
                frozenset(list(keys_of(self.text[name.span.end :]))[:_BESIDE]),
            )
            for name in self._names
        )

    @cached_property
    def negations(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The words that turn it round, each with the content words that it turns, in order."""
        found = [
            (negation.text, self._turned(negation))
            for negation in find_negations(self.text)
            if not _CANCELLED.match(negation.scope.of(self.text)) and not _is_aside(self.text, negation.scope)
        ]
        found += [
            (match.group(), tuple(keys_of(self.text[match.end() :]))) for match in _NOT_SO.finditer(self.text)
        ]
        found += self._denials(turned_already=bool(found))
        return tuple(found)

    def _turned(self, negation: Negation) -> tuple[str, ...]:
        """What a negation turns: what follows in its clause; the verb before "nothing"; what comes before where nothing follows."""
        after = tuple(keys_of(negation.scope.of(self.text)))
        before = tuple(keys_of(_CLAUSE.split(self.text[: negation.span.start])[-1]))
        words = negation.text.casefold()
        is_turned_back = words == "nothing" or (words != "without" and not after)
        return before[-1:] if before and is_turned_back else after

    def _denials(self, *, turned_already: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Words that deny what follows, or call false what comes before.

        Beside another negation only a denial with a verb of its own ("denied releasing") counts: who denies often goes on to say
        what is not so.
        """
        for token in tokenise(self.text):
            folded = token.text.casefold()
            if folded in _DENIALS and _ING.match(self.text, token.end):
                yield token.text, tuple(keys_of(self.text[token.end :]))
            elif (folded in _DENIALS or _DISMISSAL.match(self.text, token.start)) and not turned_already:
                yield token.text, tuple(keys_of(self.text))
            elif folded in _FALSE and not turned_already:
                yield token.text, tuple(keys_of(self.text[: token.start]))

    @cached_property
    def known(self) -> frozenset[str]:
        """Every content word that it says, names too."""
        return frozenset(keys_of(self.text))

    @cached_property
    def hedges(self) -> tuple[str, ...]:
        """The words that weaken it."""
        return tuple(hedge.text for hedge in find_hedges(self.text))

    @cached_property
    def counted(self) -> tuple[Quantity, ...]:
        """Its numbers but "one", which is often no more than "a", and words of size ("dozens"), which are compared as words."""
        return tuple(
            one
            for one in self.quantities
            if one.kind is not QuantityKind.VAGUE and one.text.casefold() != "one"
        )

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Every content word outside numbers and dates, as its lexeme, with its weight."""
        weights: dict[str, float] = {}
        for token in tokenise(self.text):
            folded = token.text.casefold().replace("’", "'")
            if not token.is_word or folded in STOPWORDS or folded in NEGATION or self._is_in_value(token):
                continue
            key, weight = lexeme(folded), 1.0
            if folded.removesuffix("'s") in self.names:
                key, weight = folded.removesuffix("'s"), _NAME
            elif find_reporting_verb(folded) is not None:
                weight = ASIDE
            if key in self.setting.usual:
                weight = min(weight, _USUAL_WEIGHT)
            weights[key] = max(weight, weights.get(key, 0.0))
        return weights

    def _is_in_value(self, token: Token) -> bool:
        return any(span.start < token.end and token.start < span.end for span in self._value_spans)

    @cached_property
    def _value_spans(self) -> tuple[Span, ...]:
        return (*(date.span for date in self.dates), *(quantity.span for quantity in self.counted))


_ING: Final = re.compile(r"\s+(?:having\s+)?\w+ing\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def read_statement(text: str, setting: Setting = ANYWHERE) -> Statement:
    """The statement of `text`; what was read of it is kept."""
    return Statement(text, setting)


def keys_of(text: str) -> Iterator[str]:
    """The lexemes of the content words of `text`, in order."""
    for token in tokenise(text):
        folded = token.text.casefold().replace("’", "'").removesuffix("'s")
        if token.is_word and folded not in STOPWORDS:
            yield lexeme(folded)


def _is_aside(text: str, scope: Span) -> bool:
    """Whether a negation ends a condition: "if she does not, …"."""
    is_condition = "if" in text[: scope.start].casefold().split()
    return is_condition and not scope.of(text).strip() and bool(text[scope.end :].strip(" .!?”\"'"))
