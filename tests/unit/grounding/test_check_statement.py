"""Whether a statement is supported by its article, kind by kind, on an invented article."""

import pytest

from groundwire.domain.article import Article
from groundwire.domain.claim import Attribution, AttributionKind, Stance
from groundwire.domain.span import Span
from groundwire.domain.support import QuoteVerdict, ReasonKind, Verdict
from groundwire.grounding.check import BY, Asserted, check_statement
from groundwire.grounding.index import index_article
from groundwire.text.sentences import split_sentences

TEXT = (
    "The harbour authority of Velmora (HAV) closed the old ferry terminal on Tuesday after cracks were found in two of its"
    " 14 pillars. Director Ada Okoro told reporters that the repairs would cost about 3.8 million euros and take at"
    " least nine months. Passenger numbers rose by 12 percent last year, according to the port's annual report."
    " “We did not see this coming,” Okoro said, “and we will not reopen before every pillar is safe.”"
    " Some shop owners claim that the authority knew about the cracks in 2019. Engineer Tomas Lindqvist rejected the"
    " proposal to demolish the building. The inspectors were not able to reach the lowest pillars. The new terminal may open"
    " in May 2026. Lindqvist praised the divers who saved a sailor on January 9. The union organised a protest in front of"
    " the colourful town hall. Ms. Brandt, a lawyer from Estria who has advised the port for years, told the council that"
    " most contracts were valid."
)


def _article(text=TEXT, language="en"):
    return Article(
        id="a1",
        source="invented",
        text=text,
        published="2025-03-06",
        language=language,
        digest="article:invented",
        sentences=split_sentences(text),
    )


INDEX = index_article(_article())


def _check(text, **more):
    return check_statement(INDEX, Asserted(text, **more))


HONEST = [
    "Some shop owners claim that the authority knew about the cracks in 2019.",
    "HAV closed the old ferry terminal on Tuesday after cracks were found in 2 of its fourteen pillars.",
    "Ada Okoro told reporters the repairs would cost around 3,800,000 euros.",
    "Okoro told reporters that the repairs would take no fewer than 9 months.",
    "Passenger numbers rose by 12% last year, according to the port's annual report.",
    "According to the port's annual report, passenger numbers rose by 12 per cent last year.",
    "The inspectors weren't able to reach the lowest pillars.",
    "Tomas Lindqvist rejected the proposal to demolish the building.",
    "The proposal to demolish the building was rejected by Lindqvist.",
    "Lindqvist praised the divers who saved a sailor on 9 January.",
    "The union organized a protest in front of the colorful town hall.",
    "Ms Brandt told the council that most contracts were valid.",
    "'We did not see this coming,' Okoro said.",
]


@pytest.mark.parametrize("claim", HONEST)
def test_an_honest_rewording_is_supported(claim):
    """Formats, spellings, contractions, voice, frames, forms of names and dropped clauses change nothing."""
    checked = _check(claim)
    assert checked.support.verdict is Verdict.SUPPORTED
    assert checked.support.score >= 0.6
    assert checked.support.by == BY


CORRUPT = [
    ("Cracks were found in five of its 14 pillars.", ReasonKind.NUMBER),
    ("Okoro told reporters that the repairs would cost about 3.8 billion euros.", ReasonKind.NUMBER),
    ("Okoro told reporters that the repairs would take at least nine weeks.", ReasonKind.NUMBER),
    ("The harbour authority of Velmora closed the old ferry terminal on Friday.", ReasonKind.DATE),
    ("Some shop owners claim that the authority knew about the cracks in 2021.", ReasonKind.DATE),
    ("The harbour authority of Ostrava closed the old ferry terminal on Tuesday.", ReasonKind.NAME),
    ("Passenger numbers fell by 12 percent last year.", ReasonKind.COMPARISON),
    ("The inspectors were able to reach the lowest pillars.", ReasonKind.NEGATION),
    ("Engineer Tomas Lindqvist did not reject the proposal to demolish the building.", ReasonKind.NEGATION),
    ("Engineer Tomas Lindqvist accepted the proposal to demolish the building.", ReasonKind.NEGATION),
    ("All shop owners claim that the authority knew about the cracks in 2019.", ReasonKind.COMPARISON),
    ("Brandt told reporters that the repairs would cost about 3.8 million euros.", ReasonKind.ATTRIBUTION),
]


@pytest.mark.parametrize(("claim", "kind"), CORRUPT)
def test_a_corruption_is_contradicted_with_its_kind(claim, kind):
    """One exchanged value turns the verdict, and the first reason names its kind, both values and both places."""
    checked = _check(claim)
    reason = checked.support.reasons[0]
    assert (checked.support.verdict, reason.kind) == (Verdict.CONTRADICTED, kind)
    assert checked.support.score < 0.1
    assert Span(*reason.claim_span).of(claim) == reason.claim
    assert Span(*reason.source_span).of(TEXT) == reason.source


UNSUPPORTED = [
    ("The new terminal will open in May 2026.", ReasonKind.MODALITY),
    ("Shop owners prove that the authority knew about the cracks in 2019.", ReasonKind.MODALITY),
    ("The authority knew about the cracks in 2019.", ReasonKind.ATTRIBUTION),
    ("The union organised an illegal protest in front of the colourful town hall.", ReasonKind.COVERAGE),
    ("Lindqvist praised the divers who saved a sailor, which angered fishermen in Lisbon.", ReasonKind.NAME),
]


@pytest.mark.parametrize(("claim", "kind"), UNSUPPORTED)
def test_what_the_article_does_not_say_is_unsupported(claim, kind):
    """A dropped hedge, a report told as a fact and an invented detail are not supported, with the reason."""
    checked = _check(claim)
    assert checked.support.verdict is Verdict.UNSUPPORTED
    assert kind in {reason.kind for reason in checked.support.reasons}


def test_roles_turned_round_are_a_finding_of_their_own():
    """Who told whom is compared."""
    checked = _check("The council told Ms. Brandt that most contracts were valid.")
    assert checked.support.verdict is Verdict.CONTRADICTED
    assert ReasonKind.ROLE in {reason.kind for reason in checked.support.reasons}


def test_evidence_is_the_sentence_itself():
    """The sentence that carries a claim is given with exact offsets."""
    (evidence,) = _check("The inspectors were not able to reach the lowest pillars.").evidence
    assert evidence.quote == "The inspectors were not able to reach the lowest pillars."
    assert TEXT[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Okoro said: “We did not see this coming.”", QuoteVerdict.VERBATIM),
        ('Okoro said: "we did NOT see this coming and we will not reopen before every pillar is safe."',
         QuoteVerdict.NORMALISED),
        ("Okoro said: “We did not see … every pillar is safe.”", QuoteVerdict.NORMALISED),
        ("Okoro said: “We did not want this coming.”", QuoteVerdict.ALTERED),
        ("Okoro said: “Nobody warned my predecessors in time.”", QuoteVerdict.ABSENT),
    ],
)  # fmt: skip
def test_words_in_quotation_marks_are_checked_by_themselves(claim, verdict):
    """Verbatim, normalised, altered and absent quotations are told apart; the last two are never supported."""
    support = _check(claim).support
    assert support.quote is verdict
    is_kept = verdict in {QuoteVerdict.VERBATIM, QuoteVerdict.NORMALISED}
    assert is_kept or support.verdict is not Verdict.SUPPORTED


def test_a_credited_claim_may_leave_out_its_frame():
    """What the attribution says counts as said."""
    text = "The repairs would cost about 3.8 million euros."
    okoro = Attribution(kind=AttributionKind.INDIRECT, speaker="Ada Okoro")
    brandt = Attribution(kind=AttributionKind.INDIRECT, speaker="Ms. Brandt")
    assert _check(text, attribution=okoro).support.verdict is Verdict.SUPPORTED
    wrong = _check(text, attribution=brandt).support
    assert wrong.verdict is Verdict.CONTRADICTED
    assert ReasonKind.ATTRIBUTION in {reason.kind for reason in wrong.reasons}


def test_a_stance_says_what_a_hedge_said():
    """An alleged claim may leave out the words that alleged it."""
    text = "The authority knew about the cracks in 2019."
    owners = Attribution(kind=AttributionKind.INDIRECT, speaker="Some shop owners")
    alleged = _check(text, attribution=owners, stance=Stance.ALLEGED)
    assert alleged.support.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("text", ["", "   ", "…", "?!"])
def test_a_statement_without_a_word_is_unchecked(text):
    """Nothing to check is said to be unchecked, with a reason and without a score."""
    support = _check(text).support
    assert (support.verdict, support.score) == (Verdict.UNCHECKED, None)
    assert support.reasons


def test_a_statement_that_shares_no_word_is_unsupported():
    """A claim about something else finds no sentence."""
    assert _check("Bananas ripen quickly.").support.verdict is Verdict.UNSUPPORTED


def test_several_sentences_are_as_good_as_the_worst():
    """Each sentence of a statement is checked, with reasons that point into the whole statement."""
    text = "The inspectors were not able to reach the lowest pillars. Passenger numbers fell by 12 percent last year."
    checked = _check(text)
    reason = checked.support.reasons[0]
    assert checked.support.verdict is Verdict.CONTRADICTED
    assert Span(*reason.claim_span).of(text) == reason.claim == "fell"
    assert len(checked.evidence) == 2


GERMAN = "Der Hafen wurde am 9. Januar 2024 geschlossen. Dabei entstanden Kosten von 400 Euro."


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Der Hafen wurde am 9. Januar 2024 geschlossen.", Verdict.SUPPORTED),
        ("Der Hafen wurde am 12. Januar 2024 geschlossen.", Verdict.CONTRADICTED),
        ("Dabei entstanden Kosten von 700 Euro.", Verdict.CONTRADICTED),
        ("Der Hafen ist seit Januar zu.", Verdict.UNCHECKED),
    ],
)
def test_in_another_language_only_values_are_judged(claim, verdict):
    """Numbers, dates and exact words are judged in German; the rest is unchecked for its language."""
    support = check_statement(index_article(_article(GERMAN, "de")), Asserted(claim)).support
    assert support.verdict is verdict
    assert (ReasonKind.LANGUAGE in {reason.kind for reason in support.reasons}) == (
        verdict is Verdict.UNCHECKED
    )
