"""The same article through every kind of server gives the same report."""

from pathlib import Path

import pytest

from cli.articles import HARBOUR
from cli.loopback_model import answer as plain_answer
from cli.program import Ended, Program
from contract.wire.asking import analyse, article_of, ask
from contract.wire.stub_llamacpp import LLAMACPP
from contract.wire.stub_lm_studio import LM_STUDIO
from contract.wire.stub_ollama import OLLAMA
from contract.wire.stub_openai import OPENAI
from contract.wire.stub_vllm import VLLM
from groundwire.domain.analysis import Analysis, Report
from groundwire.domain.exchange import Message, ModelRequest, ResponseFormat, Sampling
from groundwire.domain.provenance import Usage
from groundwire.errors import GroundwireError
from stub_server import StubServer

SERVERS = {server.name: server for server in (LLAMACPP, LM_STUDIO, OLLAMA, OPENAI, VLLM)}
FAULTS = {
    f"{server.name}: {name}": (server, fault)
    for server in SERVERS.values()
    for name, fault in server.faults.items()
}


LINDVIK = article_of(*HARBOUR.split("\n\n"))


def analysis_through(stub: StubServer, model: str) -> Analysis:
    """The work on our article, with parameters that not everybody takes."""
    return analyse(LINDVIK, stub.base_url, model=model, max_tokens=4000, seed=7)


def without_usage(analysis: Analysis) -> Analysis:
    """The analysis without what it cost."""
    return analysis.model_copy(update={"usage": Usage()})


@pytest.fixture(scope="module")
def expected() -> Analysis:
    """The analysis through a server without habits of its own."""
    with StubServer(answer=plain_answer) as stub:
        return without_usage(analysis_through(stub, "m"))


@pytest.mark.parametrize("name", sorted(SERVERS))
def test_the_analysis_is_the_same_through_each(expected: Analysis, name: str):
    """Eight claims with their evidence and a summary, whatever parameters, shapes and wrappings the server insists on."""
    server = SERVERS[name]
    with StubServer(answer=server.start()) as stub:
        analysis = analysis_through(stub, server.model)
    assert without_usage(analysis) == expected
    assert len(analysis.claims) == 8
    assert analysis.usage.causes == dict(server.causes)
    assert analysis.usage.input_tokens > 2000


REQUEST = ModelRequest(
    model="m",
    messages=(Message(role="system", content="Be brief."), Message(role="user", content="What floats?")),
    response_format=ResponseFormat(
        name="a", json_schema={"type": "object", "properties": {}, "required": []}
    ),
    sampling=Sampling(temperature=0.0, max_tokens=100, seed=7),
)


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_each_way_of_failing_is_its_error(name: str):
    """The class decides whether it is tried again and with which code the program ends; a word says what to do."""
    _, fault = FAULTS[name]
    with StubServer(answer=lambda _: fault.answer) as stub, pytest.raises(GroundwireError) as caught:
        ask(stub.base_url, REQUEST)
    assert (type(caught.value), caught.value.exit_code) == (fault.error, fault.error.exit_code)
    assert fault.word in str(caught.value)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program, in an empty folder with the article."""
    program = Program(tmp_path)
    program.write("harbour.txt", HARBOUR)
    return program


def summarise(program: Program, stub: StubServer, model: str) -> Ended:
    """Run the program on the article."""
    asked = ("--model", model, "--base-url", stub.base_url)
    return program.run("summarise", "harbour.txt", "--format", "json", *asked, GROUNDWIRE_ATTEMPTS="1")


def test_the_program_gets_its_report_from_the_server_with_the_most_habits(program: Program):
    """Exit code 0 and a document that is valid by its schema."""
    with StubServer(answer=LM_STUDIO.start()) as stub:
        ended = summarise(program, stub, LM_STUDIO.model)
    assert (ended.code, ended.complaints) == (0, [])
    assert len(Report.model_validate_json(ended.out).claims) == 8


@pytest.mark.parametrize("name", ["LM Studio: no /v1", "Ollama: memory"])
def test_the_program_ends_with_five_and_says_why_once(program: Program, name: str):
    """A server that never answers gives exit code 5, one complaint with what to do, and the built-in analyst's report."""
    server, fault = FAULTS[name]
    with StubServer(answer=lambda _: fault.answer) as stub:
        ended = summarise(program, stub, server.model)
    assert (ended.code, len(ended.complaints)) == (5, 1)
    assert fault.word in ended.complaints[0]
    assert ended.json["provenance"]["analyst"] == "extractive@1"
