"""A model most of whose words are refused: the run says so, and so does the document."""

import json

import pytest

from cli.articles import HARBOUR, HARBOUR_ELSEWHERE
from cli.loopback_model import answer, numbered, task_of
from cli.program import Ended, Program
from stub_server import Answer, Seen, StubServer, completion

INVENTED = "The mayor of Oslo bought 77 submarines in 1843."


def _invents(seen: Seen) -> Answer:
    """The same invention, whatever sentence or article it is asked about."""
    properties = seen.body["response_format"]["json_schema"]["schema"]["properties"]
    if "facts" in properties:
        return completion(json.dumps({"facts": [INVENTED]}))
    if task_of(seen) != "claims":
        return answer(seen)
    claims = [
        {
            "sentences": [number],
            "claim": f"{INVENTED.rstrip('.')} for the {at}th time.",
            "attribution": "none",
            "speaker": None,
            "cue": None,
            "via": [],
            "stance": "asserted",
            "when": None,
        }
        for at, (number, _) in enumerate(numbered(seen), 2)
    ]
    return completion(json.dumps({"claims": claims}))


def _tells_the_sentence(seen: Seen) -> Answer:
    """The sentence itself, as the only fact."""
    sentence = seen.body["messages"][-1]["content"].rpartition("Sentence: ")[2]
    return completion(json.dumps({"facts": [sentence]}))


def _run(program: Program, server: StubServer, *arguments: str) -> Ended:
    return program.run(*arguments, "--model", "m", "--base-url", server.base_url)


def _sources(program: Program) -> tuple[str, str]:
    return program.write("one.txt", HARBOUR), program.write("other.txt", HARBOUR_ELSEWHERE)


def _told(ended: Ended) -> list[str]:
    return [line for line in ended.err.splitlines() if "refused" in line or "nothing of use" in line]


def test_a_briefing_says_that_most_of_what_a_model_stated_was_refused(program: Program) -> None:
    """One line on standard error, and the document says so under its bottom line and in its provenance."""
    with StubServer(answer=_invents) as server:
        ended = _run(program, server, "brief", *_sources(program), "--by-sentence", "--format", "md")
        as_json = _run(program, server, "brief", *_sources(program), "--by-sentence", "--format", "json")
    assert ended.code == 0, ended.err
    (line,) = _told(ended)
    assert line.startswith(
        "note: one.txt and 1 more of 2 articles: the checks refused most of what m stated ("
    )
    statements = as_json.json["provenance"]["statements"]
    assert statements["refused"] == statements["made"] > 8
    assert statements["own_words"] == statements["claims"] > 8
    lead = ended.out.partition("## ")[0]
    assert "The checks refused most of what m stated" in lead
    assert (
        f"{statements['own_words']} of {statements['claims']} claims stand in the article's own words" in lead
    )


@pytest.mark.parametrize(
    ("command", "form"), [("summarise", "md"), ("summarise", "html"), ("claims", "json")]
)
def test_every_command_that_asks_says_so(program: Program, command: str, form: str) -> None:
    """Asked by article, an invention is among the claims with its verdict; that most are is told as well."""
    with StubServer(answer=_invents) as server:
        ended = _run(program, server, command, _sources(program)[0], "--format", form)
    (line,) = _told(ended)
    assert line.startswith("note: one.txt: the checks refused most of what m stated (")
    assert "own words" not in line
    assert command == "claims" or "The checks refused most of what m stated" in ended.out


def test_a_model_that_states_nothing_is_told(program: Program) -> None:
    """Not one fact in any reply: the words are the built-in analyst's, and it is said."""
    with StubServer(answer=lambda _: completion('{"facts": []}')) as server:
        ended = _run(program, server, "summarise", _sources(program)[0], "--by-sentence", "--format", "md")
    (line,) = _told(ended)
    assert line.startswith("note: one.txt: nothing of use came from m; ")
    assert "Nothing of use came from m" in ended.out


@pytest.mark.parametrize("asked", ["--by-sentence", "--by-article"])
def test_a_model_that_is_of_use_is_not_complained_of(program: Program, asked: str) -> None:
    """What stands is not warned about."""
    honest = _tells_the_sentence if asked == "--by-sentence" else answer
    with StubServer(answer=honest) as server:
        ended = _run(program, server, "summarise", _sources(program)[0], asked, "--format", "md")
    assert (ended.code, _told(ended)) == (0, []), ended.err
    assert "refused most" not in ended.out


def test_a_model_that_repeats_itself_is_told(program: Program) -> None:
    """What it states stands, and is the same for every sentence: most words are not its own."""
    with StubServer(answer=lambda _: completion('{"facts": ["Nobody was hurt."]}')) as server:
        ended = _run(program, server, "summarise", _sources(program)[0], "--by-sentence", "--format", "json")
    statements = ended.json["provenance"]["statements"]
    assert 2 * statements["refused"] < statements["made"]
    assert 2 * statements["own_words"] > statements["claims"]
    assert "note: one.txt: little of what m stated says anything new; " in ended.err


def test_a_document_whose_model_failed_says_so_at_its_top(program: Program) -> None:
    """Everything in it is the built-in analyst's: whoever reads it without its standard error has to know."""
    source = program.write("a.txt", HARBOUR)
    address = ("--base-url", "http://127.0.0.1:9/v1")
    ended = program.run_here(
        "brief", source, "--model", "m", *address, "--format", "md", GROUNDWIRE_ATTEMPTS="1"
    )
    assert ended.code == 5
    lead = ended.out.partition("## ")[0]
    assert "Nothing of use came from" in lead
    assert "stand in the article's own words" in lead
    assert ended.err.count("own words") == 0
