"""A denial and what is said with it: of 'denied it: "There is no offer"' nobody has denied that there is none.

Guarantee: a finding only where the claim has a whole quoted sentence of the passage under a verb of denial, with as many negations
as the quotation has: who denies something says the opposite of it.
"""

from collections.abc import Iterable, Iterator

from groundwire.domain.claim import Stance
from groundwire.domain.span import Span
from groundwire.domain.support import ReasonKind
from groundwire.grounding.finding import Finding, Gravity
from groundwire.grounding.gaps import Overlay
from groundwire.grounding.reading import Term
from groundwire.grounding.word_classes import NEGATIONS
from groundwire.text.quotations import find_quotations


def find_denied_assertions(sheet: Overlay) -> Iterator[Finding]:
    """What somebody says in a quotation and the claim says that they deny."""
    verb = next((at for at, verb in sheet.claim_says.items() if verb.stance is Stance.DENIED), None)
    if verb is None:
        return
    content = [at for at in range(verb + 1, len(sheet.claim)) if sheet.claim[at].is_content]
    places = [sheet.kept[at] for at in content if at in sheet.kept]
    if not places or len(places) < len(content):
        return
    for quotation in find_quotations(sheet.source_text):
        said = [term for term in sheet.source if _lies_in(term, quotation.inner)]
        is_sentence = quotation.inner.of(sheet.source_text)[:1].isupper()
        if is_sentence and all(_lies_in(sheet.source[place], quotation.inner) for place in places):
            if _negations(said) % 2 == _negations(sheet.claim[verb + 1 :]) % 2:
                span = sheet.source_span(min(places), max(places))
                message = "the claim says that it is denied, in the article it is said with the denial"
                yield Finding(ReasonKind.NEGATION, Gravity.CLASH, sheet.claim_span(verb), span, message)
            return


def _lies_in(term: Term, span: Span) -> bool:
    return span.contains(Span(term.start, term.end))


def _negations(terms: Iterable[Term]) -> int:
    return sum(term.key in NEGATIONS for term in terms)
