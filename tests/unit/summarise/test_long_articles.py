"""Articles in several chunks: each chunk stands for itself, the summary comes from the claims."""

import asyncio
import re

import pytest

from groundwire.domain.analysis import Analysis
from groundwire.domain.exchange import ModelReply, ModelRequest, Outcome
from groundwire.errors import GroundwireError, ProviderFailed, RateLimited, StoreError
from groundwire.llm.scripted import Answer, Scripted
from groundwire.llm.seam import ChatModel
from groundwire.summarise.analyst import AnalystConfig, PromptedAnalyst
from unit.summarise.ferries import article_of, claim, claims, prompts, summary

FLEET = article_of(*(f"Ferry number {number} left the harbour of Tolne at dawn." for number in range(1, 13)))
CONFIG = AnalystConfig(model="m", chunk_tokens=70)
_NUMBER = re.compile(r"^\[(\d+)\]", re.MULTILINE)


def _shown(request: ModelRequest) -> list[int]:
    return [int(number) for number in _NUMBER.findall(request.messages[-1].content)]


def _is_extraction(request: ModelRequest) -> bool:
    return request.response_format is not None and request.response_format.name == "ExtractedClaims"


def _one_claim_each(request: ModelRequest) -> str:
    if _is_extraction(request):
        return claims(
            *(claim(f"Ferry number {number} left Tolne at dawn.", number) for number in _shown(request))
        )
    last = max(_shown(request))
    return summary(
        ("Ferries left", 1, last), ("Twelve ferries left Tolne.", 1, last), (f"{last} claims were shown.", 2)
    )


def _analyse(model: ChatModel, config: AnalystConfig = CONFIG) -> Analysis:
    return asyncio.run(PromptedAnalyst(model, prompts(), config).analyse(FLEET))


def test_numbers_are_those_of_the_article_in_every_chunk() -> None:
    """Twelve sentences in chunks give twelve claims, each with its own sentence."""
    script = Scripted(_one_claim_each)
    analysis = _analyse(script)
    assert len([request for request in script.requests if _is_extraction(request)]) > 1
    assert [each.evidence[0].quote for each in analysis.claims] == [
        FLEET.sentence_text(at) for at in range(12)
    ]
    assert [each.id for each in analysis.claims] == [f"a1.c{number}" for number in range(1, 13)]


def test_the_summary_rests_on_the_sentences_of_the_claims_that_it_names() -> None:
    """A claim's number is followed to its sentence."""
    result = _analyse(Scripted(_one_claim_each)).summary
    assert [piece.quote for piece in result.bottom_line_evidence] == [
        FLEET.sentence_text(0),
        FLEET.sentence_text(11),
    ]
    assert [point.evidence[0].quote for point in result.points] == [FLEET.sentence_text(1)]


@pytest.mark.parametrize("error", [ProviderFailed("down"), RateLimited("slow")])
def test_a_chunk_that_fails_costs_its_own_sentences(error: GroundwireError) -> None:
    """The others are kept, and the account says why these are missing."""

    def answer(request: ModelRequest) -> Answer:
        return error if _is_extraction(request) and 1 in _shown(request) else _one_claim_each(request)

    analysis = _analyse(Scripted(answer))
    losses = analysis.losses["sentences"]
    lost = 12 - len(analysis.claims)
    assert 0 < lost < 12
    assert (losses.in_, losses.kept, losses.failed) == (12, 12 - lost, lost)
    assert {item.reason for item in losses.items} == {f"{type(error).__name__}: {error.message}"}


def test_an_error_of_every_chunk_is_raised() -> None:
    """There is nothing to summarise."""
    with pytest.raises(ProviderFailed):
        _analyse(Scripted(lambda _: ProviderFailed("down")))


def test_the_rest_of_a_cut_reply_is_asked_for_in_smaller_pieces() -> None:
    """A model that never gets further than two claims still gets through the article, and nothing is counted twice."""

    def answer(request: ModelRequest) -> Answer:
        whole = _one_claim_each(request)
        if not _is_extraction(request) or len(_shown(request)) < 3:
            return whole
        third = [match.start() for match in re.finditer('{"sentences"', whole)][2]
        return ModelReply(text=whole[: third + 9], outcome=Outcome.LENGTH)

    script = Scripted(answer)
    analysis = _analyse(script, AnalystConfig(model="m"))
    assert [each.evidence[0].quote for each in analysis.claims] == [
        FLEET.sentence_text(at) for at in range(12)
    ]
    assert analysis.losses["sentences"].failed == 0
    assert analysis.usage.causes["length"] > 0
    assert len(script.requests) <= 12


def test_a_model_that_is_always_cut_comes_to_an_end() -> None:
    """Halving stops at one sentence, and each of them is a loss."""
    cut = ModelReply(text='{"claims": [{"sent', outcome=Outcome.LENGTH)

    def answer(request: ModelRequest) -> Answer:
        return cut if _is_extraction(request) else summary(("Ferries", 1), ("Ferries left Tolne.", 1))

    script = Scripted(answer)
    analysis = _analyse(script, AnalystConfig(model="m"))
    assert analysis.claims == ()
    assert len(script.requests) <= 2 * 12 + 1


def test_no_more_requests_are_under_way_than_allowed() -> None:
    """The bound holds over the chunks of one article."""
    busy = Busy()
    _analyse(busy, AnalystConfig(model="m", chunk_tokens=20, concurrency=3))
    assert busy.most == 3


class Busy:
    """A model that counts how many wait for it at once."""

    def __init__(self) -> None:
        self.now = self.most = 0

    async def complete(self, request: ModelRequest) -> ModelReply:
        """Answers after everybody else had a turn."""
        self.now += 1
        self.most = max(self.most, self.now)
        for _ in range(5):
            await asyncio.sleep(0)
        self.now -= 1
        return ModelReply(text=_one_claim_each(request))


def test_an_error_that_is_not_the_models_is_raised_as_it_is() -> None:
    """A full disk is no reason to go on; it is not wrapped, and nothing is left running."""
    broken = Broken()
    with pytest.raises(StoreError, match="disk is full"):
        _analyse(broken, AnalystConfig(model="m", chunk_tokens=20, concurrency=3))
    assert broken.stopped == broken.asked - 1
    assert broken.asked <= 4


class Broken:
    """A model whose third request cannot be kept; the first two would take for ever."""

    def __init__(self) -> None:
        self.asked = self.stopped = 0

    async def complete(self, request: ModelRequest) -> ModelReply:
        """Waits, or fails."""
        self.asked += 1
        if self.asked == 3:
            raise StoreError(f"the disk is full before {request.model}")
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.stopped += 1
            raise
        return ModelReply(text="")


def test_claims_beyond_the_budget_of_the_summary_are_named() -> None:
    """What the summary could not see is in its account."""
    many = article_of(*(f"Ferry number {number} {'slowly ' * 40}left." for number in range(1, 61)))

    def answer(request: ModelRequest) -> str:
        if _is_extraction(request):
            return claims(*(claim(many.sentence_text(number - 1), number) for number in _shown(request)))
        return summary(("Ferries", 1), ("Ferries left.", 1))

    analyst = PromptedAnalyst(Scripted(answer), prompts(), AnalystConfig(model="m", chunk_tokens=1000))
    items = asyncio.run(analyst.analyse(many)).losses["summary"].items
    assert {item.reason for item in items} == {"it did not fit into the request for the summary"}
    assert 0 < len(items) < 60
