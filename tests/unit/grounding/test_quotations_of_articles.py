"""Words in quotation marks: found when they are the article's, never called so when one of them is not."""

import random
from collections import Counter

import pytest

from groundwire.domain.support import QuoteVerdict, Verdict
from groundwire.grounding.check import Asserted, check_statement
from groundwire.grounding.index import index_article
from groundwire.grounding.quoting import find_quote, words_of
from planted_articles import article_of

ARTICLE = (
    "The mayor of Ostmere spoke for an hour on Tuesday evening.\n\n"
    "“We are not going to close the ferry, and I will not be told by a committee that 4,200 people a week can "
    "simply take the bus,” she said. “They can’t,” she added, “because there is no bus after seven o’clock.”\n\n"
    "Her predecessor, Olaf Brandt, disagreed. “The boat has lost money in each of the last nine years,” he said, “and "
    "nobody has ever shown me how it could be run for less.” He called the vote “a sad day for honest bookkeeping”.\n\n"
    "A fisherman on the quay put it another way: “If the boat goes, the young families go, and the school goes after "
    "them.” The shipyard's owner, Ruth Adeyemi, told the council that her firm “would gladly mend the old engine "
    "without asking for a penny before the spring”."
)
QUOTES = (
    "We are not going to close the ferry, and I will not be told by a committee that 4,200 people a week can simply take the bus",
    "because there is no bus after seven o’clock",
    "The boat has lost money in each of the last nine years",
    "nobody has ever shown me how it could be run for less",
    "a sad day for honest bookkeeping",
    "If the boat goes, the young families go, and the school goes after them",
    "would gladly mend the old engine without asking for a penny before the spring",
)
OTHER_WORDS = [
    "never",
    "always",
    "4,300",
    "eight",
    "ten",
    "bridge",
    "harbour",
    "gladly",
    "closed",
    "might",
    "must",
    "few",
    "every",
    "not",
    "old",
    "new",
    "she",
    "his",
]
FOUND = {QuoteVerdict.VERBATIM, QuoteVerdict.NORMALISED}
WORDS = words_of(ARTICLE)


def _exchange(rng: random.Random, words: list[str]) -> list[str]:
    at = rng.randrange(len(words))
    other = rng.choice([word for word in OTHER_WORDS if word != words[at].strip(",")])
    return [*words[:at], other, *words[at + 1 :]]


def _drop_inside(rng: random.Random, words: list[str]) -> list[str]:
    at = rng.randrange(1, len(words) - 1)
    return [*words[:at], *words[at + 1 :]]


def _add_inside(rng: random.Random, words: list[str]) -> list[str]:
    at = rng.randrange(1, len(words))
    return [*words[:at], rng.choice(OTHER_WORDS), *words[at:]]


def _turn_round(rng: random.Random, words: list[str]) -> list[str]:
    at = rng.choice([at for at in range(len(words) - 1) if words[at] != words[at + 1]])
    return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]


def _join(rng: random.Random, words: list[str]) -> list[str]:
    other = rng.choice([quote for quote in QUOTES if quote.split()[0] not in words]).split()
    return [*words[: rng.randrange(2, len(words))], *other[rng.randrange(1, len(other)) :]]


def _bend(rng: random.Random, words: list[str]) -> list[str]:
    at = rng.choice([at for at, word in enumerate(words) if word.isalpha() and len(word) > 3])
    return [*words[:at], words[at] + rng.choice(("s", "ed", "ing")), *words[at + 1 :]]


ALTERATIONS = (_exchange, _drop_inside, _add_inside, _turn_round, _join, _bend)


def test_no_altered_quotation_is_called_the_articles_own() -> None:
    """Two thousand alterations by one word exchanged, dropped, added, moved, bent or joined: none is found."""
    rng = random.Random(2)
    accepted = []
    for _ in range(2000):
        words = rng.choice(QUOTES).split()
        altered = " ".join(rng.choice(ALTERATIONS)(rng, words))
        assert altered not in ARTICLE
        if find_quote(WORDS, altered) in FOUND:
            accepted.append(altered)
    assert accepted == []


def _pieces(rng: random.Random) -> str:
    words = rng.choice(QUOTES).split()
    first = rng.randrange(len(words) - 2)
    return " ".join(words[first : rng.randrange(first + 2, len(words)) + 1])


def _straightened(rng: random.Random) -> str:
    return _pieces(rng).replace("’", "'")


def _cased(rng: random.Random) -> str:
    words = _pieces(rng)
    return words[0].swapcase() + words[1:]


def _spaced(rng: random.Random) -> str:
    return _pieces(rng).replace(" ", rng.choice(("  ", "\n", "\u00a0", " \n ")))


def _cut(rng: random.Random) -> str:
    words = rng.choice([quote for quote in QUOTES if len(quote.split()) > 9]).split()
    first = rng.randrange(2, len(words) - 6)
    mark = rng.choice(("…", "...", "[…]", "[...]"))
    return " ".join([*words[:first], mark, *words[rng.randrange(first + 2, len(words) - 2) :]])


def _ended(rng: random.Random) -> str:
    return _pieces(rng).rstrip(",") + rng.choice((".", ",", "!", "…", " "))


@pytest.mark.parametrize("change", [_pieces, _straightened, _cased, _spaced, _cut, _ended])
def test_untouched_and_normalised_quotations_are_found(change) -> None:
    """Case, white space, kind of mark, a marked cut and the last stop are no change to a quotation."""
    rng = random.Random(5)
    changed = [change(rng) for _ in range(300)]
    assert [quote for quote in changed if find_quote(WORDS, quote) not in FOUND] == []


def test_words_joined_across_a_frame_of_saying_are_found() -> None:
    """A quotation that leaves out “she added” between two of its pieces is normalised."""
    assert (
        find_quote(WORDS, "They can’t, because there is no bus after seven o’clock")
        is QuoteVerdict.NORMALISED
    )


def test_verbatim_is_said_of_the_very_characters_only() -> None:
    """Of five hundred pieces each is verbatim, and none is any more once its first letter's case is changed."""
    rng = random.Random(9)
    pieces = [_pieces(rng) for _ in range(500)]
    assert Counter(find_quote(WORDS, piece) for piece in pieces) == {QuoteVerdict.VERBATIM: 500}
    lettered = [piece for piece in pieces if piece[0].isalpha()]
    cased = {find_quote(WORDS, piece[0].swapcase() + piece[1:]) for piece in lettered}
    assert cased == {QuoteVerdict.NORMALISED}


def test_an_altered_quotation_decides_the_verdict() -> None:
    """A claim that quotes with one word exchanged is not supported, and its `quote` says why."""
    index = index_article(article_of(ARTICLE))
    rng = random.Random(4)
    for _ in range(100):
        altered = " ".join(_exchange(rng, rng.choice(QUOTES).split()))
        checked = check_statement(index, Asserted(text=f"One of them said “{altered}”."))
        assert (altered, checked.support.verdict is Verdict.SUPPORTED) == (altered, False)
        assert checked.support.quote not in FOUND


def test_a_quotation_that_came_with_the_claim_is_checked() -> None:
    """The quote beside a claim is judged as one inside it."""
    index = index_article(article_of(ARTICLE))
    claim = "The boat has lost money in each of the last nine years, Olaf Brandt said."
    honest = check_statement(index, Asserted(text=claim, quote="lost money in each of the last nine years"))
    bent = check_statement(index, Asserted(text=claim, quote="lost money in each of the last five years"))
    assert (honest.support.quote, honest.support.verdict) == (QuoteVerdict.VERBATIM, Verdict.SUPPORTED)
    assert (bent.support.quote, bent.support.verdict) == (QuoteVerdict.ALTERED, Verdict.CONTRADICTED)


@pytest.mark.parametrize(
    "bracketed",
    [
        "We are [now] going to close the ferry",
        "We are … going to close the ferry",
        "nobody has ever [never] shown me how",
        "I will [gladly] be told by a committee",
    ],
)
def test_brackets_cannot_turn_a_quotation_round(bracketed: str) -> None:
    """An edit in brackets stands for words; it does not take a “not” away or put one in."""
    assert find_quote(WORDS, bracketed) not in FOUND


def test_a_frame_before_a_colon_is_compared_as_it_stands() -> None:
    """“X said: …” credits X, whatever form of the name the article has."""
    index = index_article(article_of(ARTICLE + " “I shall vote against it,” Brandt said."))
    honest = check_statement(index, Asserted(text="Olaf Brandt said: “I shall vote against it.”"))
    swapped = check_statement(index, Asserted(text="Ruth Adeyemi said: “I shall vote against it.”"))
    assert honest.support.verdict is Verdict.SUPPORTED
    assert swapped.support.verdict is not Verdict.SUPPORTED
