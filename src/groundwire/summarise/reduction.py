"""From the claims of a long article to what its summary is asked from. Pure."""

import math
from collections.abc import Sequence

from groundwire.domain.claim import Claim
from groundwire.prompts.article_view import Numbers
from groundwire.prompts.claims_view import claim_line
from groundwire.summarise.passage import ReadArticle
from groundwire.summarise.summary import Basis
from groundwire.summarise.tokens import estimate_tokens

_LINE_TOKENS = 4  # the number in its brackets, and the line break


def basis_of_article(shown: Numbers) -> Basis:
    """A summary asked from the sentences themselves: every number stands for itself."""
    return Basis(shown, lambda number: (number,))


def basis_of_claims(read: ReadArticle, claims: Sequence[Claim]) -> Basis:
    """A summary asked from claims: number n stands for the sentences of the n-th claim."""
    number_at = {read.span(number): number for number in range(1, read.count + 1)}
    sentences = [tuple(number_at[piece.span] for piece in claim.evidence) for claim in claims]
    return Basis(Numbers(1, len(claims)), lambda number: sentences[number - 1])


def thin_out(claims: Sequence[Claim], *, budget_tokens: int) -> tuple[Claim, ...]:
    """As many claims as fit, taken evenly from the whole article, the first always among them."""
    cost = sum(estimate_tokens(claim_line(claim)) + _LINE_TOKENS for claim in claims)
    step = max(1, math.ceil(cost / budget_tokens))
    return tuple(claims[::step])
