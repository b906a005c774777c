"""Words that report: verbs and nouns by which a text credits somebody, with what they say about the content.

Guarantee: every inflected form of every verb is found, irregular ones included, and nothing is guessed: a word that
is not here is not a reporting word.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from groundwire.domain.claim import Stance


class Takes(StrEnum):
    """What a reporting verb has for content, from the surest sign of attribution to the weakest."""

    CLAUSE = "clause"
    """A clause with or without "that": said, stated."""
    RECIPIENT = "recipient"
    """Somebody who is told, then a clause: told, informed."""
    MATTER = "matter"
    """A clause, or the matter itself as a noun: announced a merger, denied a fire."""
    THOUGHT = "thought"
    """A thought or a finding; a noun after it is an ordinary object: found, knew, felt."""
    THAT = "that"
    """A perception or a decision that reports only with "that": saw that, decided that."""
    QUOTE = "quote"
    """Only quoted words: continued, joked, read."""


class Form(StrEnum):
    """Which form of the verb it is; `said` is PAST and may be a participle as well."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


class ReportingVerb(NamedTuple):
    """A verb that credits: its lemma, what it takes, how firmly its content is put, and which form this is."""

    lemma: str
    takes: Takes
    stance: Stance
    forms: frozenset[Form]


_VERBS: Final[tuple[tuple[Stance, Takes, str], ...]] = (
    (
        Stance.ASSERTED,
        Takes.CLAUSE,
        """say state note observe comment remark stress emphasize emphasise underline underscore reiterate mention assert
        affirm attest testify caution recall certify conclude lament reply write tweet vow pledge promise swear
        insist reason hint imply stipulate decree boast complain retort counter recommend""",
    ),
    (
        Stance.ASSERTED,
        Takes.MATTER,
        """report announce explain disclose reveal declare clarify acknowledge admit concede highlight confess relate
        specify add maintain determine rule post recount""",
    ),
    (Stance.ASSERTED, Takes.RECIPIENT, "tell inform assure notify remind advise"),
    (
        Stance.ASSERTED,
        Takes.THOUGHT,
        "find show indicate know realize realise discover demonstrate estimate suggest",
    ),
    (
        Stance.ASSERTED,
        Takes.THAT,
        (
            "see hear mean decide learn understand recognize recognise remember illustrate imagine prove calculate "
            "establish agree signal"
        ),
    ),
    (
        Stance.ASSERTED,
        Takes.QUOTE,
        """continue ask exclaim joke quip answer shout yell whisper cry chant laugh sigh echo elaborate begin interject
        plead scream repeat wonder urge defend praise text read respond""",
    ),
    (Stance.CONFIRMED, Takes.MATTER, "confirm verify corroborate"),
    (Stance.DENIED, Takes.MATTER, "deny refute rebut reject dismiss dispute contradict"),
    (Stance.ALLEGED, Takes.CLAUSE, "claim allege purport"),
    (Stance.ALLEGED, Takes.THAT, "assume"),
    (Stance.ALLEGED, Takes.THOUGHT, "suspect presume speculate theorize theorise"),
    (Stance.PREDICTED, Takes.CLAUSE, "warn"),
    (Stance.PREDICTED, Takes.MATTER, "predict forecast foresee"),
    (Stance.PREDICTED, Takes.THOUGHT, "expect anticipate"),
    (Stance.OPINION, Takes.CLAUSE, "argue opine contend"),
    (
        Stance.OPINION,
        Takes.THOUGHT,
        "think believe feel consider fear doubt reckon guess judge worry hope suppose",
    ),
    (Stance.OPINION, Takes.QUOTE, "criticize criticise condemn"),
)

_IRREGULAR: Final[Mapping[str, tuple[str, str]]] = {
    "say": ("said", "said"), "tell": ("told", "told"), "think": ("thought", "thought"), "know": ("knew", "known"),
    "write": ("wrote", "written"), "find": ("found", "found"), "feel": ("felt", "felt"), "see": ("saw", "seen"),
    "hear": ("heard", "heard"), "show": ("showed", "shown"), "hold": ("held", "held"), "mean": ("meant", "meant"),
    "swear": ("swore", "sworn"), "understand": ("understood", "understood"), "read": ("read", "read"),
    "speak": ("spoke", "spoken"), "begin": ("began", "begun"), "sing": ("sang", "sung"),
    "foresee": ("foresaw", "foreseen"), "forecast": ("forecast", "forecast"), "prove": ("proved", "proven"),
    "learn": ("learned", "learned"),
}  # fmt: skip
_DOUBLED: Final = frozenset({"admit", "quip", "rebut"})

REPORTING_NOUNS: Final[Mapping[str, Stance]] = MappingProxyType(
    {
        **dict.fromkeys(
            [
                "statement",
                "remark",
                "comment",
                "announcement",
                "conclusion",
                "news",
                "word",
                "finding",
                "view",
            ],
            Stance.ASSERTED,
        ),
        **dict.fromkeys(
            ["confirmation", "acknowledgement", "admission", "proof", "evidence"], Stance.CONFIRMED
        ),
        **dict.fromkeys(["denial", "rejection", "refutation"], Stance.DENIED),
        **dict.fromkeys(
            [
                "claim",
                "allegation",
                "accusation",
                "report",
                "rumour",
                "rumor",
                "suspicion",
                "speculation",
                "suggestion",
            ],
            Stance.ALLEGED,
        ),
        **dict.fromkeys(["prediction", "forecast", "warning", "expectation", "prognosis"], Stance.PREDICTED),
        **dict.fromkeys(
            ["opinion", "belief", "concern", "fear", "hope", "feeling", "impression", "doubt", "argument"],
            Stance.OPINION,
        ),
    }
)
"""Nouns that name a saying, in the singular, with how firmly such a saying is put."""

ACCORDING: Final = re.compile(
    r"\b(?:according to|in the words of|in the view of|in the opinion of|as per|citing|quoting)\b",
    re.IGNORECASE,
)
"""Prepositions that credit; the noun phrase after them is the speaker."""


def _third_person(lemma: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh|o)$", lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"


def _regular(lemma: str, ending: str) -> str:
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith("ee")):
        return lemma[:-1] + ending
    if ending == "ed" and re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if lemma in _DOUBLED else "") + ending


def inflections(lemma: str) -> dict[str, frozenset[Form]]:
    """Every form of the verb `lemma`; a form that stands for several has them all."""
    past, participle = _IRREGULAR.get(lemma, (_regular(lemma, "ed"),) * 2)
    forms: dict[str, frozenset[Form]] = {}
    for word, form in (
        (lemma, Form.BASE),
        (_third_person(lemma), Form.PRESENT),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (_regular(lemma, "ing"), Form.ING),
    ):
        forms[word] = forms.get(word, frozenset()) | {form}
    return forms


def _lexicon() -> Mapping[str, ReportingVerb]:
    lexicon: dict[str, ReportingVerb] = {}
    for stance, takes, lemmas in _VERBS:
        for lemma in lemmas.split():
            for word, forms in inflections(lemma).items():
                lexicon.setdefault(word, ReportingVerb(lemma, takes, stance, forms))
    for word, forms in inflections("point").items():
        lexicon[f"{word} out"] = ReportingVerb("point out", Takes.CLAUSE, Stance.ASSERTED, forms)
    return MappingProxyType(lexicon)


REPORTING_VERBS: Final = _lexicon()
"""Casefolded form to the verb that it is of."""


def find_reporting_verb(word: str) -> ReportingVerb | None:
    """The reporting verb that `word` is a form of, or None."""
    return REPORTING_VERBS.get(word.casefold())
