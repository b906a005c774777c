"""ROUGE of the summary against the key points: for comparison with papers, never for a decision.

ROUGE-1, ROUGE-2 and ROUGE-L F1 (Lin 2004) on casefolded words without stemming; ROUGE-L over the whole texts. On news a professional's
summary often scores below the article's first sentences, so it is neutral here.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from groundwire.evaluation.score import NotApplicable, Score
from groundwire.evaluation.scorers.scorer import Better, Scorer, f1, scored
from groundwire.evaluation.sheet import ArticleSheet

_LONGEST = 2000  # words of either text that are compared: the table of ROUGE-L grows with their product


def rouge_words(text: str) -> list[str]:
    """The words that ROUGE counts: runs of ASCII letters and digits, in lower case, as in the reference scorer."""
    folded = "".join(one if one.isascii() and one.isalnum() else " " for one in text.lower())
    return folded.split()[:_LONGEST]


def rouge_n(candidate: Sequence[str], reference: Sequence[str], *, size: int) -> float:
    """F1 of the runs of `size` words."""
    mine, theirs = _runs(candidate, size), _runs(reference, size)
    return f1((mine & theirs).total(), mine.total(), theirs.total())


def rouge_l(candidate: Sequence[str], reference: Sequence[str]) -> float:
    """F1 of the longest common subsequence."""
    row = [0] * (len(reference) + 1)
    for word in candidate:
        diagonal = 0
        for at, other in enumerate(reference, 1):
            above = row[at]
            row[at] = diagonal + 1 if word == other else max(above, row[at - 1])
            diagonal = above
    return f1(row[-1], len(candidate), len(reference))


def _runs(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def _against_key_points(
    measure: Callable[[Sequence[str], Sequence[str]], float],
) -> Callable[[ArticleSheet], Score]:
    def score(sheet: ArticleSheet) -> Score:
        points = sheet.case.labels.key_points
        if not points:
            return NotApplicable(reason="the article has no key points")
        reference = rouge_words(" ".join(point.text for point in points))
        return scored(measure(rouge_words(" ".join(sheet.sentences)), reference))

    return score


SCORERS = (
    Scorer(
        name="rouge.1",
        version=1,
        meaning="ROUGE-1 against the key points",
        score=_against_key_points(lambda mine, theirs: rouge_n(mine, theirs, size=1)),
        better=Better.NEUTRAL,
    ),
    Scorer(
        name="rouge.2",
        version=1,
        meaning="ROUGE-2 against the key points",
        score=_against_key_points(lambda mine, theirs: rouge_n(mine, theirs, size=2)),
        better=Better.NEUTRAL,
    ),
    Scorer(
        name="rouge.l",
        version=1,
        meaning="ROUGE-L against the key points",
        score=_against_key_points(rouge_l),
        better=Better.NEUTRAL,
    ),
)
