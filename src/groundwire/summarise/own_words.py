"""What the built-in analyst reads in each sentence: who is credited for it, and words that can stand in for a model's. Pure."""

from collections import defaultdict
from collections.abc import Iterable

from groundwire.domain.claim import Claim
from groundwire.summarise.openings import without_speaker
from groundwire.summarise.passage import ReadArticle
from groundwire.text.numbers_words import CARDINALS
from groundwire.text.stems import stem
from groundwire.text.tokens import content_words

_COUNTING = frozenset(stem(word) for word, value in CARDINALS.items() if value > 1)
_TELLS = 0.6  # share of the words of one statement in others from which these have told it
_SAME_MATTER = 0.5  # share of a fact's words in a claim of the sentence from which both are of one part of it


class OwnWords:
    """The claims of the built-in analyst, by the number of the sentence that they rest on."""

    def __init__(self, read: ReadArticle) -> None:
        self._claims: dict[int, list[Claim]] = defaultdict(list)
        for claim in read.built_in.claims:
            number = read.number_at(_said_at(claim))
            if number is not None:
                self._claims[number].append(claim)

    def of(self, number: int) -> tuple[Claim, ...]:
        """The claims that rest on sentence `number`."""
        return tuple(self._claims[number])

    def speakers(self, number: int) -> tuple[str, ...]:
        """Who is credited in sentence `number`, and who passed it on."""
        names = [
            name
            for claim in self._claims[number]
            for name in (claim.attribution.speaker, *claim.attribution.via)
        ]
        return tuple(name for name in names if name is not None)

    def nearest(self, number: int, text: str) -> Claim | None:
        """The claim of sentence `number` that shares most of its words with `text`; None where none shares enough."""
        words = words_of(text)
        shares = [(len(words & words_of(claim.text)), claim) for claim in self._claims[number]]
        best = max(shares, key=lambda share: share[0], default=None)
        if best is None or best[0] < _SAME_MATTER * len(words):
            return None
        return best[1]

    def untold(self, number: int, told: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of sentence `number` that the statements `told` leave out."""
        heard = frozenset(word for text in told for word in words_of(text))
        speakers = self.speakers(number)
        return tuple(
            claim
            for claim in self._claims[number]
            if not _is_told(words_of(without_speaker(claim.text, speakers)), heard)
        )


def _said_at(claim: Claim) -> int:
    """Where the claim's own words begin: its evidence may begin with a sentence that only names the speaker."""
    return (
        claim.attribution.content_spans[0].start
        if claim.attribution.content_spans
        else claim.evidence[0].start
    )


def _is_told(words: frozenset[str], heard: frozenset[str]) -> bool:
    """Whether most of `words` were heard, and every figure among them."""
    return figures_in(words) <= heard and len(words & heard) >= _TELLS * len(words)


def figures_in(words: frozenset[str]) -> frozenset[str]:
    """Those of `words` that hold a digit or count in words."""
    return frozenset(word for word in words if word in _COUNTING or any(map(str.isdigit, word)))


def words_of(text: str) -> frozenset[str]:
    """The telling words of `text`, folded."""
    return frozenset(content_words(text))
