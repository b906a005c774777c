"""Articles written by rule around one planted sentence, for the tests of the checks: same seed, same article."""

import random
from typing import NamedTuple

from groundwire.digest import digest_text
from groundwire.domain.article import Article
from groundwire.domain.span import Span
from groundwire.text.sentences import split_sentences

WHO = (
    ("The harbour board of Ostmere", "the harbour board of Ostmere"),
    ("Ingrid Valstad", "Ingrid Valstad"),
    ("The union of bakers", "the union of bakers"),
    ("Tomas Brekke", "Tomas Brekke"),
    ("The council of Lindow", "the council of Lindow"),
    ("Amina Okoro", "Amina Okoro"),
)
DID = (
    ("approved", "rejected", "loans for boatyards"),
    ("bought", "sold", "barges with diesel engines"),
    ("opened", "closed", "schools in the northern suburbs"),
    ("repaired", "damaged", "bridges on the old canal"),
    ("delivered", "withheld", "tents to the flooded valley"),
    ("hired", "dismissed", "welders at the shipyard"),
)
_FILLERS = (
    "Rain fell on the vineyards {n} days in a row, and the growers of {p} waited.",
    "A museum in {p} showed {n} clay lamps from its cellar.",
    "Few of the {n} swimmers noticed the cold, the coach {q} wrote in a diary.",
    "The choir of {p} sang for {n} minutes without a pause.",
    "Bees have returned to the orchards near {p}, according to {q}.",
    "{q} collects stamps and keeps {n} of them in a drawer.",
    "Nobody at the chess club in {p} could solve the puzzle that {q} had set.",
    "Library cards in {p} are green; those in the next town are {n} years old.",
    "“Mushrooms need shade,” {q} told visitors to the garden.",
    "The tram to {p} stops beside a fountain with {n} stone fish.",
)
_PLACES = ("Quorndale", "Vessby", "Pellport", "Tarnhill", "Osk", "Maribad")
_PEOPLE = ("Yusuf Grant", "Petra Lind", "Ho Minh Tran", "Clara Voss", "Dele Abara")
_MONTHS = ("January", "March", "April", "June", "September", "November")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


class Planted(NamedTuple):
    """An article, the sentence planted in it, and what that sentence says."""

    article: Article
    span: Span
    sentence: str
    who: str
    verb: str
    opposite: str
    number: int
    month: str


def article_of(text: str) -> Article:
    """An English article of the given text."""
    return Article(
        id="a1",
        source="memory",
        text=text,
        published="2025-06-12",
        language="en",
        digest=digest_text("article", text),
        sentences=split_sentences(text),
    )


def fillers(rng: random.Random, count: int) -> list[str]:
    """Sentences that have nothing to do with any planted one."""
    return [
        rng.choice(_FILLERS).format(p=rng.choice(_PLACES), q=rng.choice(_PEOPLE), n=rng.randrange(3, 60))
        for _ in range(count)
    ]


def plant(seed: int, *, around: int = 8) -> Planted:
    """An article of about `around` sentences with one planted among them."""
    rng = random.Random(seed)
    who, _ = rng.choice(WHO)
    verb, opposite, what = rng.choice(DID)
    number, month, day = rng.randrange(61, 999), rng.choice(_MONTHS), rng.randrange(2, 28)
    sentence = f"{who} {verb} {number} {what} on {month} {day}."
    before = fillers(rng, rng.randrange(around + 1))
    after = fillers(rng, around - len(before))
    gap = rng.choice((" ", "\n", "\n\n", "  ", "\u00a0"))
    head = gap.join([*before, ""])
    text = gap.join([*before, sentence, *after])
    return Planted(
        article_of(text),
        Span(len(head), len(head) + len(sentence)),
        sentence,
        who,
        verb,
        opposite,
        number,
        month,
    )
