"""How much of what a model stated did not stand, counted after the checks, and told where that is most of it.

Guarantee: a model whose statements are mostly refused is not taken for one that works: the run says so in one line.
"""

from collections.abc import Sequence

from groundwire.app.usage import sum_statements
from groundwire.domain.analysis import Analysis
from groundwire.domain.provenance import ModelStatements
from groundwire.domain.support import REFUSED
from groundwire.render.wording import statements_words


def count_refused(checked: Analysis) -> Analysis:
    """`checked` with what the checks found of the model's claims counted among its statements."""
    statements = checked.statements
    if statements is None or statements.own_words:
        # Claims in the article's own words are there where the model's were checked before they became claims.
        return checked
    refused = sum(claim.support.verdict in REFUSED for claim in checked.claims)
    counted = statements.model_copy(update={"refused": statements.refused + refused})
    return checked.model_copy(update={"statements": counted})


def refusal_note(model: str, found: Sequence[tuple[str, ModelStatements]]) -> str:
    """The line about the articles, by the names of their sources, for which the model was of little use; empty without one."""
    useless = [(source, statements) for source, statements in found if statements.is_of_little_use]
    if not useless:
        return ""
    (first, _), *others = useless
    about = first if not others else f"{first} and {len(others)} more of {len(found)} articles"
    total = sum_statements(statements for _, statements in useless)
    return f"note: {about}: {statements_words(total, model)}" if total else ""
