"""What a whole clause brought about: "they attack in groups, which has led to losses" does not say that they led to losses.

Guarantee: a finding only where "which" follows a plural with a verb in the singular, so that it stands for the clause, and the
claim gives its verb to something of that clause without the clause's own last words.
"""

from collections.abc import Iterator
from typing import Final

from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.reading import Kind, Term

_AFTER: Final = 3  # terms after "which" in which its verb comes


def find_clause_subjects(sheet: Overlay) -> Iterator[Finding]:
    """Verbs of "which" in the passage that the claim gives to somebody in the clause before it."""
    for which, term in enumerate(sheet.source):
        if term.key != "which" or not which or not _is_plural(sheet, which - 1):
            continue
        verb = _singular_verb(sheet, which)
        mine = next(
            (sheet.anchored_source[at] for at in range(verb, len(sheet.source)) if _is_told(sheet, at)), None
        )
        if not verb or mine is None or which - 1 in sheet.anchored_source:
            continue
        doers = [
            at for at in range(mine) if sheet.claim[at].is_content and sheet.anchors.get(at, which) < which
        ]
        if doers:
            said, read = sheet.claim_words(doers[-1]), sheet.source_words(which)
            message = (
                f"the claim says of {said!r} what the article says with {read!r} of all that goes before"
            )
            yield Finding(
                ReasonKind.ROLE, Gravity.LACK, sheet.claim_span(doers[-1]), sheet.source_span(which), message
            )


def _is_told(sheet: Overlay, at: int) -> bool:
    return at in sheet.anchored_source and sheet.source[at].is_content


def _is_plural(sheet: Overlay, at: int) -> bool:
    """Whether the noun directly before "which" is in the plural, and a comma parts the two."""
    noun = sheet.source[at]
    parted = sheet.source_text[noun.end : sheet.source[at + 1].start].strip() == ","
    return parted and noun.kind is Kind.WORD and _ends_in_s(_word(sheet, noun))


def _singular_verb(sheet: Overlay, which: int) -> int:
    """Where the singular verb of "which" stands; 0 where there is none."""
    places = range(which + 1, min(which + 1 + _AFTER, len(sheet.source)))
    return next((at for at in places if _ends_in_s(_word(sheet, sheet.source[at]))), 0)


def _ends_in_s(word: str) -> bool:
    """As a noun in the plural does, and a verb in the singular ("has", "leads")."""
    return word.endswith("s") and not word.endswith("ss")


def _word(sheet: Overlay, term: Term) -> str:
    return sheet.source_text[term.start : term.end].casefold()
