"""The prompted analyst against a real endpoint on loopback."""

import asyncio
import json

import pytest
from pydantic import SecretStr

from groundwire.domain.analysis import Analysis
from groundwire.errors import KeyRejected
from groundwire.llm.connect import ModelConfig, connect
from groundwire.summarise.analyst import AnalystConfig, PromptedAnalyst
from stub_server import Answer, Seen, StubServer, completion, status
from unit.summarise.ferries import FERRY, claim, claims, prompts, summary

ROCK = claim("The ferry Alma may have hit a rock.", 1, stance="alleged")
UNHURT = claim("Nobody was hurt.", 2)
SHORT = summary(("Ferry may have hit a rock", 1), ("The ferry Alma may have hit a rock.", 1))


def _is_extraction(seen: Seen) -> bool:
    return "ExtractedClaims" in json.dumps(seen.body)


async def _analyse(server: StubServer) -> Analysis:
    config = ModelConfig(model="m", base_url=server.base_url, api_key=SecretStr("k"), attempts=2)
    async with connect(config, replies=None) as connected:
        analyst = PromptedAnalyst(
            connected.model, prompts(), AnalystConfig(model="m", endpoint=connected.endpoint)
        )
        return await analyst.analyse(FERRY)


def test_an_endpoint_is_asked_with_a_strict_schema() -> None:
    """Two requests, each with its response format; tokens are counted."""
    with StubServer(
        answer=lambda seen: completion(claims(ROCK) if _is_extraction(seen) else SHORT)
    ) as server:
        analysis = asyncio.run(_analyse(server))
    assert [each.text for each in analysis.claims] == [ROCK["claim"]]
    assert analysis.summary.headline == "Ferry may have hit a rock"
    formats = sorted(seen.body["response_format"]["json_schema"]["name"] for seen in server.requests)
    assert formats == ["ArticleSummary", "ExtractedClaims"]
    assert all(seen.body["response_format"]["json_schema"]["strict"] for seen in server.requests)
    assert (analysis.usage.requests, analysis.usage.input_tokens, analysis.usage.output_tokens) == (2, 20, 10)


def test_a_reply_that_the_endpoint_cut_is_completed_by_another_request() -> None:
    """`finish_reason: length` keeps what was complete, and the rest of the sentences is asked for."""
    whole = claims(ROCK, UNHURT)

    def answer(seen: Seen) -> Answer:
        if not _is_extraction(seen):
            return completion(SHORT)
        if "[1]" in seen.body["messages"][-1]["content"]:
            return completion(whole[:-30], finish_reason="length")
        return completion(claims(UNHURT) if "[2]" in seen.body["messages"][-1]["content"] else claims())

    with StubServer(answer=answer) as server:
        analysis = asyncio.run(_analyse(server))
    assert [each.text for each in analysis.claims] == [ROCK["claim"], UNHURT["claim"]]
    assert analysis.usage.causes["length"] >= 1


def test_a_refusal_of_the_claims_leaves_the_summary() -> None:
    """The sentences are listed as failed with the model's own words."""
    with StubServer(
        answer=lambda seen: (
            completion(None, refusal="I will not.") if _is_extraction(seen) else completion(SHORT)
        )
    ) as server:
        analysis = asyncio.run(_analyse(server))
    assert analysis.claims == ()
    assert "I will not." in analysis.losses["sentences"].items[-1].reason


def test_a_rejected_key_is_its_own_error() -> None:
    """Nothing is claimed and nothing is repaired."""
    with (
        StubServer(answer=lambda _: status(401, "no such key")) as server,
        pytest.raises(KeyRejected),
    ):
        asyncio.run(_analyse(server))
