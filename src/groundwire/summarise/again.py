"""What a model left out, to be asked for again. Pure.

Guarantees: only sentences that state something, as far as the built-in analyst can tell, and that no claim rests on are asked
about again; they are asked about in runs, in the order of the article.
"""

from collections.abc import Iterable, Sequence

from groundwire.prompts.article_view import Numbers
from groundwire.summarise.claims import Reply
from groundwire.summarise.own_words import OwnWords
from groundwire.summarise.passage import ReadArticle


def left_out(
    read: ReadArticle, replies: Sequence[Reply], failed: Iterable[Numbers], *, context: int
) -> tuple[Numbers, ...]:
    """The runs of sentences that state something and that no claim of `replies` rests on; not those that `failed`."""
    cited = {number for reply in replies for claim in reply.claims for number in claim.sentences}
    cited |= {number for numbers in failed for number in range(numbers.first, numbers.last + 1)}
    own = OwnWords(read)
    missing = [number for number in range(1, read.count + 1) if number not in cited and own.of(number)]
    runs: list[Numbers] = []
    for number in missing:
        if runs and runs[-1].last == number - 1:
            runs[-1] = runs[-1]._replace(last=number)
        else:
            runs.append(Numbers(number, number, context))
    return tuple(runs)
