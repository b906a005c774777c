"""A server that reads half of a prompt and says nothing does not cost a claim."""

import pytest

from contract.wire.asking import analyse, article_of, ask
from contract.wire.stub_ollama import serving
from groundwire.domain.analysis import Analysis
from groundwire.domain.article import Article
from groundwire.domain.exchange import Message, ModelRequest
from groundwire.errors import ContextTooLong
from groundwire.llm.ledger import collect
from stub_server import StubServer

PLACES = ("Lindvik", "Haro", "Orrin", "Selde", "Marnby", "Tovik", "Askersund", "Brevik")
CREWS = ("divers", "carpenters", "welders", "painters", "surveyors")


def long_article() -> Article:
    """Sixty sentences of our own, each with a figure of its own."""
    sentences = [
        f"In {PLACES[at % 8]} a crew of {at + 11} {CREWS[at % 5]} worked on pier number {at + 1} of the harbour on Monday."
        for at in range(60)
    ]
    return article_of(*(" ".join(sentences[at : at + 5]) for at in range(0, 60, 5)))


def claims_of(context: int) -> tuple[Analysis, list[int]]:
    """The claims of the long article through a server with a context of so many tokens, and what each request came to."""
    with StubServer(answer=serving(context)) as stub:
        analysis = analyse(long_article(), stub.base_url, asks_summary=False)
    return analysis, [len(seen.body["messages"][-1]["content"]) for seen in stub.requests]


def test_a_shortened_article_is_asked_for_in_smaller_pieces():
    """Where the article does not fit the context, its halves are asked for, and every sentence is answered for."""
    whole, _ = claims_of(65_536)
    pieces, lengths = claims_of(2_560)
    assert len(whole.claims) == 60
    assert [claim.text for claim in pieces.claims] == [claim.text for claim in whole.claims]
    assert pieces.losses["sentences"] == whole.losses["sentences"]
    assert len(lengths) > 2
    assert pieces.usage.causes["length"] == len(lengths) - 1


def test_a_context_too_small_for_the_instructions_claims_nothing():
    """Of what was not read nothing is claimed: the article fails as a whole, and the hint names the server's setting."""
    with pytest.raises(ContextTooLong) as caught:
        claims_of(1_024)
    assert "OLLAMA_CONTEXT_LENGTH" in caught.value.hint


def test_the_error_says_how_much_was_read_and_what_to_raise():
    """The message has both counts, the hint the setting; the tokens that were spent are entered."""
    text = 'JSON Schema:\n{"properties": {"claims": {}}}\n' + "The council met. " * 700
    request = ModelRequest(model="m", messages=(Message(role="user", content=text),))
    with (
        StubServer(answer=serving(2_048)) as stub,
        collect() as ledger,
        pytest.raises(ContextTooLong) as caught,
    ):
        ask(stub.base_url, request)
    assert "at least 2172 tokens, found that it read 1027" in caught.value.message
    assert "OLLAMA_CONTEXT_LENGTH" in caught.value.hint
    assert (ledger.requests, ledger.replies, ledger.input_tokens) == (1, 1, 1027)
