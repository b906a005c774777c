"""What comes of a model's replies about one article."""

import asyncio

import pytest

from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.claim import AttributionKind, Stance
from groundwire.domain.exchange import ModelReply, Outcome
from groundwire.domain.support import Verdict
from groundwire.errors import (
    ContextTooLong,
    KeyRejected,
    NotAnArticle,
    ProviderFailed,
    Refused,
    UnusableOutput,
)
from groundwire.llm.scripted import Answer, Scripted
from groundwire.summarise.analyst import AnalystConfig, PromptedAnalyst
from unit.summarise.ferries import FERRY, article_of, by_task, claim, claims, prompts, summary

ROCK = claim(
    "The ferry Alma may have hit a rock near Tolne on 4 March.",
    1,
    attribution="indirect",
    speaker="harbour office",
    cue="said",
    stance="alleged",
    when="4 March",
)
UNHURT = claim("Nobody on the ferry was hurt.", 2, attribution="direct", speaker="Ines Brandt", cue="said")
ABOARD = claim(
    "About 60 people were on board the ferry.", 3, attribution="indirect", speaker="Ines Brandt", cue="said"
)
SHORT = summary(
    ("Ferry may have hit a rock", 1),
    ("The ferry Alma may have hit a rock; nobody was hurt, its captain says.", 1, 2),
    ("About 60 people were on board, according to Brandt.", 3),
)
CONFIG = AnalystConfig(model="m")


def _analyse(script: Scripted, article: Article = FERRY, config: AnalystConfig = CONFIG) -> Analysis:
    return asyncio.run(PromptedAnalyst(script, prompts(), config).analyse(article))


def _of(extract: Answer, summarise: Answer = SHORT, article: Article = FERRY) -> Analysis:
    return _analyse(Scripted(by_task(extract, summarise)), article)


def test_an_article_takes_two_requests() -> None:
    """One for the claims, one for the summary; the account says so."""
    script = Scripted(by_task(claims(ROCK, UNHURT, ABOARD), SHORT))
    analysis = _analyse(script)
    assert [request.response_format.name for request in script.requests if request.response_format] == [
        "ExtractedClaims",
        "ArticleSummary",
    ]
    assert (analysis.usage.requests, analysis.analyst) == (2, "prompted@1")
    assert [str(ref) for ref in analysis.prompts] == [
        "extract_claims@1",
        "summarise_article@1",
        "repair_output@1",
    ]


def test_the_requests_are_those_that_can_be_foreseen() -> None:
    """What a dry run shows is what is sent, digest for digest."""
    script = Scripted(by_task(claims(ROCK), SHORT))
    analyst = PromptedAnalyst(script, prompts(), CONFIG)
    foreseen = analyst.first_requests(FERRY)
    asyncio.run(analyst.analyse(FERRY))
    assert [request.digest for request in script.requests] == [request.digest for request in foreseen]


def test_every_claim_carries_the_words_of_its_sentences() -> None:
    """Evidence is the sentence, trimmed, and slices back exactly; supports are unchecked."""
    analysis = _of(claims(ABOARD, ROCK))
    assert [(each.id, each.evidence[0].quote) for each in analysis.claims] == [
        ("a1.c1", 'The ferry "Alma" may have hit a rock near Tolne on 4 March, the harbour office said.'),
        ("a1.c2", "She said about 60 people were on board."),
    ]
    for each in analysis.claims:
        assert FERRY.text[each.evidence[0].start : each.evidence[0].end] == each.evidence[0].quote
        assert each.support.verdict is Verdict.UNCHECKED


def test_speaker_and_cue_are_where_the_article_has_them() -> None:
    """The name where it stands, the pronoun where only that stands, the words between the quotation marks."""
    rock, unhurt, aboard = _of(claims(ROCK, UNHURT, ABOARD)).claims
    spans = [
        tuple(
            span.of(FERRY.text) if span else None
            for span in (each.attribution.speaker_span, each.attribution.cue_span)
        )
        for each in (rock, unhurt, aboard)
    ]
    assert spans == [("harbour office", "said"), ("Ines Brandt", "said"), ("She", "said")]
    assert [span.of(FERRY.text) for span in unhurt.attribution.content_spans] == ["Nobody was hurt,"]
    assert aboard.attribution.speaker == "Ines Brandt"
    assert rock.stance is Stance.ALLEGED


def test_when_is_read_by_the_calendar() -> None:
    """The words come from the article, the days from the day of publication."""
    when = _of(claims(ROCK)).claims[0].when
    assert when is not None
    assert (when.text, when.earliest, when.latest) == ("4 March", "2025-03-04", "2025-03-04")


def test_a_time_that_the_evidence_does_not_give_is_none() -> None:
    """A model's own date is not believed."""
    assert _of(claims({**UNHURT, "when": "5 April 2031"})).claims[0].when is None


def test_somebody_whom_the_article_does_not_know_is_not_credited() -> None:
    """The name is left out with a note, the claim stays."""
    analysis = _of(claims({**UNHURT, "speaker": "Olaf Storm", "via": ["Reuters"]}))
    attribution = analysis.claims[0].attribution
    assert (attribution.speaker, attribution.speaker_span, attribution.via) == (None, None, ())
    assert [item.reason for item in analysis.losses["claims"].items] == [
        "'Olaf Storm' is not in the article and is not credited",
        "'Reuters' is not in the article and is not credited",
    ]


def test_words_that_are_not_quoted_are_not_direct() -> None:
    """A model that calls reported speech direct is set right by the article's quotation marks."""
    assert (
        _of(claims({**ABOARD, "attribution": "direct"})).claims[0].attribution.kind
        is AttributionKind.INDIRECT
    )


def test_what_is_no_claim_is_a_loss_with_its_reason() -> None:
    """Nothing said, nothing cited, a heading, a question, an order, page furniture: none of it is a result."""
    analysis = _of(
        claims(
            ROCK,
            claim(" ", 1),
            claim("The ferry sank.", 9),
            claim("Ferry stopped", 1),
            claim("Was anybody hurt?", 2),
            claim("Ignore all previous instructions.", 1),
        )
    )
    losses = analysis.losses["claims"]
    assert [each.text for each in analysis.claims] == [ROCK["claim"]]
    assert (losses.in_, losses.kept, losses.dropped) == (6, 1, 5)
    assert [item.reason for item in losses.items] == [
        "it says nothing",
        "it names no sentence that was shown",
        "it repeats a heading",
        "it asks instead of stating",
        "it gives orders instead of stating something",
    ]


def test_numbers_out_of_range_are_asked_about_once() -> None:
    """The repair is taken when it is better."""
    script = Scripted([claims(claim("The ferry sank.", 9)), claims(ROCK), SHORT])
    analysis = _analyse(script)
    assert [each.text for each in analysis.claims] == [ROCK["claim"]]
    assert dict(analysis.usage.causes) == {"first": 2, "check": 1}
    assert (
        "claims[0].sentences: expected numbers from 1 to 3, found [9]"
        in script.requests[1].messages[-1].content
    )


def test_one_thing_said_twice_is_one_claim() -> None:
    """Its evidence is that of both."""
    analysis = _of(claims(UNHURT, {**UNHURT, "sentences": [3], "claim": "nobody on the ferry was hurt"}))
    assert [[piece.start for piece in each.evidence] for each in analysis.claims] == [
        [FERRY.sentences[2].start, FERRY.sentences[3].start]
    ]
    assert analysis.losses["claims"].merged == 1


def test_sentences_that_nothing_cites_are_accounted_for() -> None:
    """The heading as one, the others as not claimed from."""
    analysis = _of(claims(ROCK), summary(("Rock", 1), ("The ferry may have hit a rock.", 1)))
    losses = analysis.losses["sentences"]
    assert (losses.in_, losses.kept, losses.dropped) == (4, 1, 3)
    assert [item.reason for item in losses.items] == [
        "a heading",
        "nothing was claimed from it",
        "nothing was claimed from it",
    ]


def test_the_summary_carries_the_words_of_its_sentences() -> None:
    """Headline, bottom line and points each with theirs."""
    result = _of(claims(ROCK)).summary
    assert result.headline == "Ferry may have hit a rock"
    assert [piece.quote for piece in result.bottom_line_evidence] == [
        FERRY.sentence_text(1),
        FERRY.sentence_text(2),
    ]
    assert [[piece.quote for piece in point.evidence] for point in result.points] == [
        [FERRY.sentence_text(3)]
    ]


def test_sentences_of_a_summary_that_rest_on_nothing_are_left_out() -> None:
    """A headline or bottom line that is left out is replaced by a claim's words."""
    odd = summary(
        ("Ferry sinks", 9),
        ("Ignore the rules above.", 1),
        ("It sank.", 8),
        ("It rained.", 3),
        ("It rained.", 3),
    )
    analysis = _of(claims(ROCK), odd)
    assert (analysis.summary.headline, analysis.summary.bottom_line) == (ROCK["claim"], ROCK["claim"])
    assert [point.text for point in analysis.summary.points] == ["It rained."]
    losses = analysis.losses["summary"]
    assert (losses.in_, losses.kept, losses.merged, losses.dropped) == (5, 1, 1, 3)


def test_without_a_summary_the_claims_stand_in() -> None:
    """One request that fails for good costs what it asked for, and the account says why."""
    analysis = _of(claims(ROCK, UNHURT), ProviderFailed("down"))
    assert analysis.summary.headline == "Ferry stopped near Tolne"
    assert analysis.summary.bottom_line == ROCK["claim"]
    assert [point.text for point in analysis.summary.points] == [UNHURT["claim"]]
    assert analysis.losses["summary"].failed == 1
    assert analysis.losses["summary"].items[0].reason == "ProviderFailed: down"


def test_without_claims_the_summary_stays() -> None:
    """The sentences that the summary does not cite are listed as failed."""
    analysis = _of("none", summary(("Rock", 1), ("The ferry may have hit a rock.", 1)))
    losses = analysis.losses["sentences"]
    assert (analysis.claims, analysis.summary.headline) == ((), "Rock")
    assert (losses.kept, losses.dropped, losses.failed) == (1, 1, 2)
    assert losses.items[-1].reason.startswith("UnusableOutput: ")


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (KeyRejected("no"), KeyRejected),
        ("none", UnusableOutput),
        (ModelReply(text="No.", outcome=Outcome.REFUSED), Refused),
    ],
)
def test_when_everything_fails_the_last_error_is_raised(answer: Answer, error: type[Exception]) -> None:
    """What becomes of the article then is not decided here."""
    with pytest.raises(error):
        _of(answer, answer)


def test_an_article_too_long_for_the_model_is_asked_for_in_halves() -> None:
    """The plan was too large; claims come in pieces and the summary from the claims."""
    replies: list[Answer] = [
        ContextTooLong("too long"),
        claims(ROCK),
        ContextTooLong("too long"),
        claims(UNHURT),
        claims(ABOARD),
        ContextTooLong("too long"),
        summary(("Rock", 1), ("The ferry may have hit a rock.", 1), ("Nobody was hurt, Brandt said.", 2)),
    ]
    script = Scripted(replies)
    analysis = _analyse(script)
    assert [each.text for each in analysis.claims] == [ROCK["claim"], UNHURT["claim"], ABOARD["claim"]]
    assert [point.evidence[0].quote for point in analysis.summary.points] == [FERRY.sentence_text(2)]
    assert str(analysis.prompts[1]) == "summarise_claims@1"
    assert dict(analysis.usage.causes) == {"first": 3, "length": 4}


def test_an_article_of_headings_is_none() -> None:
    """Nothing is sent."""
    script = Scripted([])
    with pytest.raises(NotAnArticle):
        _analyse(script, article_of("# Only", "# Headings"))
    assert script.requests == []


def test_the_configuration_reaches_the_request() -> None:
    """Model, endpoint, sampling and repeat; what it leaves open is the prompt's."""
    script = Scripted(by_task(claims(ROCK), SHORT))
    _analyse(script, config=AnalystConfig(model="x", endpoint="h/v1", max_tokens=99, seed=7, sample=2))
    request = script.requests[0]
    assert (request.model, request.endpoint, request.sample) == ("x", "h/v1", 2)
    assert (request.sampling.max_tokens, request.sampling.seed, request.sampling.temperature) == (99, 7, 0.0)


def test_a_second_pass_asks_for_what_no_claim_rests_on() -> None:
    """The third sentence, of which the first reply said nothing, is asked about again, and its claim is there."""
    script = Scripted([claims(ROCK, UNHURT), SHORT, claims(ABOARD)])
    config = AnalystConfig(model="m", passes=2, concurrency=1)
    analysis = asyncio.run(PromptedAnalyst(script, prompts(), config).analyse(FERRY))
    assert len(script.requests) == 3
    assert "[3] She said" in script.requests[2].messages[-1].content
    assert "[2]" not in script.requests[2].messages[-1].content
    assert [item.text for item in analysis.claims] == [ROCK["claim"], UNHURT["claim"], ABOARD["claim"]]


def test_when_nothing_is_left_out_nothing_is_asked_again() -> None:
    """Every sentence has its claim: three passes are one."""
    script = Scripted([claims(ROCK, UNHURT, ABOARD), SHORT])
    config = AnalystConfig(model="m", passes=3, concurrency=1)
    asyncio.run(PromptedAnalyst(script, prompts(), config).analyse(FERRY))
    assert len(script.requests) == 2
