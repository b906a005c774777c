"""A question is asked until the answer is acceptable, and no longer."""

import asyncio
from dataclasses import replace

import pytest

from groundwire.domain.exchange import ModelReply, Outcome, Sampling
from groundwire.errors import ContentFiltered, ProviderFailed, Refused, ReplyCut, UnusableOutput
from groundwire.llm.ledger import collect
from groundwire.llm.scripted import Scripted
from groundwire.prompts.outputs import ExtractedClaims
from groundwire.prompts.parser import parse_prompt
from groundwire.structured.ask import ask, request_of
from groundwire.structured.complaint import Complaint
from groundwire.structured.question import Answer, Question, Target
from unit.summarise.ferries import claim, claims, prompts

PROMPT = parse_prompt(
    '+++\ntask = "t"\nversion = 1\noutput = "claims/1"\nchanged = "c"\n[slots]\ntext = "t"\n+++\n# user\nList {{text}}.',
    name="t/v1.md",
)
GOOD, ODD = claims(claim("It rained.", 1)), claims(claim("It rained.", 9), claim("It snowed.", 9))


def _check(value: ExtractedClaims) -> tuple[Complaint, ...]:
    return tuple(
        Complaint(f"claims[{at}].sentences", "expected 1")
        for at, item in enumerate(value.claims)
        if item.sentences != [1]
    )


QUESTION = Question(
    prompt=PROMPT,
    values={"text": "rain"},
    output=ExtractedClaims,
    target=Target(model="m", endpoint="host/v1", sampling=Sampling(seed=3)),
    repair=prompts().get("repair_output"),
    check=_check,
)


def _ask(script: Scripted, question: Question[ExtractedClaims] = QUESTION) -> Answer[ExtractedClaims]:
    return asyncio.run(ask(script, question))


def test_a_good_answer_takes_one_request() -> None:
    """Rendered, with response format, sampling and endpoint, and nothing else is sent."""
    script = Scripted([GOOD])
    answer = _ask(script)
    assert (answer.value, answer.complaints, answer.requests) == (
        ExtractedClaims.model_validate_json(GOOD),
        (),
        1,
    )
    assert script.requests == [request_of(QUESTION)]
    request = script.requests[0]
    assert (request.model, request.endpoint, request.sampling.seed) == ("m", "host/v1", 3)
    assert [message.content for message in request.messages] == ["List rain."]
    assert request.response_format is not None
    assert request.response_format.name == "ExtractedClaims"


def test_a_wrong_shape_is_asked_again_with_what_is_wrong() -> None:
    """The conversation goes on from the first request, with the reply and the complaints."""
    script = Scripted(["No JSON, sorry.", GOOD])
    with collect() as ledger:
        answer = _ask(script)
    assert (answer.complaints, answer.requests) == ((), 2)
    assert dict(ledger.causes) == {"first": 1, "schema": 1}
    again = script.requests[1].messages
    assert [message.role for message in again] == ["user", "assistant", "user"]
    assert again[1].content == "No JSON, sorry."
    assert "reply: it holds no JSON object" in again[2].content


def test_every_cause_has_a_budget_of_its_own() -> None:
    """Two repairs of the shape and one of the content: four requests at most, however the faults are mixed."""
    script = Scripted(["none", "none", ODD, ODD, GOOD])
    with collect() as ledger:
        answer = _ask(script)
    assert dict(ledger.causes) == {"first": 1, "schema": 2, "check": 1}
    assert (answer.requests, len(answer.complaints)) == (4, 2)


def test_what_asking_again_does_not_settle_is_handed_over() -> None:
    """The answer with the fewest complaints is taken, and they come with it."""
    better = claims(claim("It rained.", 1), claim("It snowed.", 9))
    assert [c.where for c in _ask(Scripted([ODD, better])).complaints] == ["claims[1].sentences"]
    assert [c.where for c in _ask(Scripted([better, ODD])).complaints] == ["claims[1].sentences"]


def test_a_repair_that_breaks_the_answer_is_not_taken() -> None:
    """What was of the right shape stays, when asking again gives something worse."""
    answer = _ask(Scripted([ODD, "none", "none", "none"]))
    assert (len(answer.value.claims), answer.requests) == (2, 4)


def test_an_item_of_the_wrong_shape_is_left_out_in_the_end() -> None:
    """Nothing is invented for it, and the good ones are kept."""
    mixed = claims(claim("It rained.", 1), claim("It snowed.", 1, stance="odd"))
    answer = _ask(Scripted([mixed, mixed, mixed]))
    assert ([item.claim for item in answer.value.claims], len(answer.rejected)) == (["It rained."], 1)


def test_an_answer_of_no_use_is_an_error_after_the_budget() -> None:
    """The error says what was found."""
    script = Scripted(["none"] * 3)
    with pytest.raises(UnusableOutput, match="no JSON object"):
        _ask(script)
    assert len(script.requests) == 3


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (ModelReply(text="I would rather not.", outcome=Outcome.REFUSED), Refused),
        (ModelReply(text="", outcome=Outcome.FILTERED), ContentFiltered),
        (ModelReply(text='{"cla', outcome=Outcome.LENGTH), ReplyCut),
        (ModelReply(text="<think>on and on", outcome=Outcome.LENGTH), ReplyCut),
    ],
)
def test_an_outcome_without_an_answer_is_its_own_error(reply: ModelReply, error: type[Exception]) -> None:
    """It is not asked again: the same question would end the same way."""
    script = Scripted([reply])
    with pytest.raises(error):
        _ask(script)
    assert len(script.requests) == 1


def test_an_answer_cut_by_length_is_not_repaired() -> None:
    """What is complete is kept with its complaints; the caller asks for the rest."""
    answer = _ask(Scripted([ModelReply(text=ODD[:-40], outcome=Outcome.LENGTH)]))
    assert (answer.outcome, len(answer.value.claims), answer.requests) == (Outcome.LENGTH, 1, 1)


def test_a_complete_answer_with_a_tail_that_was_cut_is_complete() -> None:
    """A model that goes on after its answer has answered."""
    answer = _ask(Scripted([ModelReply(text=GOOD + "\n\n\n", outcome=Outcome.LENGTH)]))
    assert answer.outcome is Outcome.COMPLETE


def test_an_answer_that_just_stops_counts_as_cut() -> None:
    """Some endpoints do not say that they ran out of tokens."""
    assert _ask(Scripted([ODD[:-40]])).outcome is Outcome.LENGTH


def test_errors_of_the_model_pass_through() -> None:
    """Retrying them is the business of the model's wrappers."""
    with pytest.raises(ProviderFailed):
        _ask(Scripted([ProviderFailed("down")]))


def test_the_conversation_stays_bounded() -> None:
    """However long a reply and however many complaints, the next request grows by a fixed amount at most."""
    many = claims(*(claim(f"Drop {number} fell. {'x' * 5000}", 9) for number in range(400)))
    script = Scripted([many, GOOD])
    answer = _ask(script, replace(QUESTION, check=_check))
    sizes = [len(message.content) for message in script.requests[1].messages]
    assert answer.complaints == ()
    assert (sizes[1] <= 24_000, sizes[2] <= 5_000) == (True, True)


def test_a_reply_that_cannot_be_sent_back_is_sent_back_readably() -> None:
    """Half a surrogate pair in a reply does not stop the repair."""
    script = Scripted(["no \ud83d JSON", GOOD])
    assert _ask(script).complaints == ()
    assert script.requests[1].messages[1].content == "no ? JSON"
