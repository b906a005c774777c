"""Commands with a model: the whole way through the real SDK and a server on loopback, well-behaved and not."""

import json
import sqlite3

import pytest

from cli.articles import HARBOUR, HARBOUR_ELSEWHERE
from cli.loopback_model import answer, numbered, task_of
from cli.program import Ended, Program
from stub_server import HANG, RESET, Behaviour, StubServer, completion, html, status

KEY = "sk-test-0123456789abcdef"


def _run(program: Program, server: StubServer, *arguments: str, **environment: str) -> Ended:
    command, *rest = arguments
    model = ("--model", "m", "--base-url", server.base_url)
    return program.run(command, *rest, *model, OPENAI_API_KEY=KEY, **environment)


def _two_articles(program: Program) -> tuple[str, str]:
    return program.write("one.txt", HARBOUR), program.write("other.txt", HARBOUR_ELSEWHERE)


def _without_run(document: dict) -> dict:
    """A document without what may differ between two runs: ids, times, and where the replies came from."""
    kept = dict(document)
    kept.pop("provenance")
    return kept


def test_every_quote_slices_back(program: Program):
    """The evidence of claims, points, headline and bottom line is the article's own words."""
    with StubServer(answer=answer) as server:
        ended = _run(program, server, "summarise", *_two_articles(program), "--format", "json")
    assert ended.code == 0, ended.err
    evidence = 0
    for report in ended.json:
        text = report["article"]["text"]
        summary = report["summary"]
        pieces = [*report["claims"], *summary["points"]]
        cited = [piece for item in pieces for piece in item["evidence"]]
        for piece in cited + summary["headline_evidence"] + summary["bottom_line_evidence"]:
            assert text[piece["start"] : piece["end"]] == piece["quote"]
            evidence += 1
    assert evidence > 20


def test_the_second_run_sends_nothing_and_prints_the_same(program: Program):
    """What was answered once is answered from the store."""
    with StubServer(answer=answer) as server:
        first = _run(program, server, "brief", *_two_articles(program), "--format", "json")
        sent = len(server.requests)
        second = _run(program, server, "brief", *_two_articles(program), "--format", "json")
        assert (first.code, second.code, sent, len(server.requests)) == (0, 0, 3, 3)
    assert _without_run(first.json) == _without_run(second.json)
    assert second.json["provenance"]["usage"]["requests"] == 0
    assert second.json["provenance"]["usage"]["cache_hits"] == sent


def test_the_briefing_is_worded_by_the_model_and_names_its_prompt(program: Program):
    """Bottom line and developments are the model's, checked, and the provenance names every prompt that was used."""
    with StubServer(answer=answer) as server:
        ended = _run(program, server, "brief", *_two_articles(program), "--format", "json")
    briefing = ended.json
    assert (ended.code, briefing["losses"]["briefing"]["dropped"]) == (0, 0), ended.err
    assert [len(development["claims"]) for development in briefing["developments"]] == [1, 1, 1]
    tasks = {prompt["task"] for prompt in briefing["provenance"]["prompts"]}
    assert tasks == {"extract_claims", "brief_story", "repair_output"}
    assert briefing["provenance"]["usage"]["requests"] == 3


def test_a_briefing_that_the_model_cannot_word_stands_in_the_claims_own_words(program: Program):
    """When only the last step fails, the briefing is whole, the failure is listed and the exit code says so."""

    def never_briefs(seen):
        return completion("no") if task_of(seen) == "briefing" else answer(seen)

    with StubServer(answer=never_briefs) as server:
        ended = _run(program, server, "brief", *_two_articles(program), "--format", "json")
    assert (ended.code, len(ended.complaints)) == (3, 1)
    assert ended.json["losses"]["briefing"]["failed"] == 1
    assert len(ended.json["developments"]) > 2


def test_no_cache_asks_again(program: Program):
    """With --no-cache the store is not asked."""
    with StubServer(answer=answer) as server:
        one, _ = _two_articles(program)
        _run(program, server, "claims", one)
        sent = len(server.requests)
        _run(program, server, "claims", one, "--no-cache")
        assert len(server.requests) == 2 * sent


MISBEHAVIOURS: dict[str, tuple[list[Behaviour], int, dict[str, int]]] = {
    # name: what the server does first, the exit code, requests by cause
    "429 with Retry-After": ([status(429, headers={"retry-after": "0"})], 0, {"first": 2, "rate": 1}),
    "500": ([status(500)], 0, {"first": 2, "server": 1}),
    "reset": ([RESET], 0, {"first": 2, "transport": 1}),
    "a web page": ([html(502)], 0, {"first": 2, "server": 1}),
    "malformed JSON in the reply": ([completion('{"claims" = "headline"')], 0, {"first": 2, "schema": 1}),
    "another schema": ([completion('{"answer": 42}')], 0, {"first": 2, "schema": 1}),
}


@pytest.mark.parametrize("name", sorted(MISBEHAVIOURS))
def test_a_passing_fault_costs_a_request_and_nothing_else(program: Program, name: str):
    """The article ends as a result, and the run says what was sent and why."""
    behaviours, code, causes = MISBEHAVIOURS[name]
    one = program.write("one.txt", HARBOUR)
    with StubServer(answer=answer) as server:
        server.script(*behaviours)
        ended = _run(program, server, "summarise", one, "--format", "json")
        sent = len(server.requests)
    assert ended.code == code, ended.err
    usage = ended.json["provenance"]["usage"]
    assert (usage["causes"], usage["requests"], sent) == (causes, sum(causes.values()), sum(causes.values()))
    assert KEY not in ended.out + ended.err


LASTING: dict[str, tuple[Behaviour, int]] = {
    "401": (status(401, f"Incorrect API key provided: {KEY}"), 5),
    "404": (status(404, "The model `m` does not exist", code="model_not_found"), 5),
    "500 for ever": (status(500), 5),
    "hangs": (HANG, 5),
    "refuses": (completion(None, refusal="I cannot help with that"), 6),
    "filters": (completion("", finish_reason="content_filter"), 6),
    "never JSON": (completion("I would rather talk about something else."), 6),
    "cut at once": (completion('{"cl', finish_reason="length"), 6),
}


@pytest.mark.parametrize("name", sorted(LASTING))
def test_a_lasting_fault_is_listed_and_the_built_in_analyst_steps_in(program: Program, name: str):
    """Every article ends as a result that says where it is from, every failure is listed, and no key is shown."""
    behaviour, code = LASTING[name]
    with StubServer(answer=lambda _: behaviour) as server:
        ended = _run(
            program,
            server,
            "summarise",
            *_two_articles(program),
            "--format",
            "json",
            GROUNDWIRE_TIMEOUT_S="1",
            GROUNDWIRE_DEADLINE_S="2",
            GROUNDWIRE_ATTEMPTS="2",
        )
    assert ended.code == code, ended.err
    assert [report["provenance"]["analyst"] for report in ended.json] == ["extractive@1"] * 2
    assert [report["losses"]["model"]["failed"] for report in ended.json] == [1, 1]
    assert len(ended.complaints) == 2
    assert KEY not in ended.out + ended.err
    assert KEY.encode() not in program.store.read_bytes()


def test_a_reply_cut_by_length_keeps_what_is_whole(program: Program):
    """Complete claims of a cut reply are kept, and only the rest of the article is asked for again."""
    one = program.write("one.txt", HARBOUR)

    def cut_once(seen):
        whole = json.loads(json.loads(answer(seen).body)["choices"][0]["message"]["content"])
        if task_of(seen) == "claims" and len(server.requests) <= 2:
            text = json.dumps({"claims": whole["claims"][:4]})[:-2]
            return completion(text + ', {"sentences": [5], "cla', finish_reason="length")
        return answer(seen)

    with StubServer(answer=cut_once) as server:
        ended = _run(program, server, "summarise", one, "--format", "json")
        asked = [number for number, _ in numbered(server.requests[-1])]
    assert ended.code == 0, ended.err
    assert ended.json["provenance"]["usage"]["causes"]["length"] >= 1
    assert ended.json["losses"]["claims"]["failed"] == 0
    assert len({claim["text"] for claim in ended.json["claims"]}) == len(ended.json["claims"]) == 8
    assert asked[-1] == 8


def test_a_summary_that_cannot_be_had_is_a_listed_failure(program: Program):
    """When a part of an article's work fails, the rest comes out, the part is named, and the exit code is 3."""

    def no_summaries(seen):
        return completion(None, refusal="no") if task_of(seen) == "summary" else answer(seen)

    one = program.write("one.txt", HARBOUR)
    with StubServer(answer=no_summaries) as server:
        ended = _run(program, server, "summarise", one, "--format", "json")
    assert (ended.code, len(ended.complaints), len(ended.json["claims"])) == (3, 1, 8)
    assert (ended.json["provenance"]["analyst"], ended.json["losses"]["summary"]["failed"]) == (
        "prompted@1",
        1,
    )


def test_claims_alone_ask_for_no_summary(program: Program):
    """`claims` sends no request that its result has no use for."""
    with StubServer(answer=answer) as server:
        _run(program, server, "claims", *_two_articles(program))
        assert [task_of(seen) for seen in server.requests] == ["claims", "claims"]


def test_strict_says_no_when_a_claim_was_dropped(program: Program):
    """A claim that the checks do not carry is left out of the briefing, and under --strict the answer is 1."""

    def invents(seen):
        text = json.loads(answer(seen).body)["choices"][0]["message"]["content"]
        return completion(text.replace("12,000", "47,000"))

    with StubServer(answer=invents) as server:
        lax = _run(program, server, "brief", *_two_articles(program), "--format", "json")
        strict = _run(program, server, "brief", *_two_articles(program), "--format", "json", "--strict")
    assert (lax.json["losses"]["checks"]["dropped"], "47,000" in json.dumps(lax.json["claims"])) == (1, False)
    assert (lax.code, strict.code) == (0, 1)


def test_one_article_failing_leaves_the_other_whole(program: Program):
    """A fault that strikes one article only gives exit code 3 and the other article's own result."""

    def only_one(seen):
        refused = "Ferry leak shuts port" in seen.body["messages"][1]["content"]
        return completion(None, refusal="no") if refused else answer(seen)

    with StubServer(answer=only_one) as server:
        ended = _run(program, server, "summarise", *_two_articles(program), "--format", "json")
    assert ended.code == 3
    assert [report["provenance"]["analyst"] for report in ended.json] == ["prompted@1", "extractive@1"]


def test_a_run_is_kept_with_its_causes(program: Program):
    """The store knows the run, what it sent and why, and how it ended."""
    with StubServer(answer=answer) as server:
        server.script(status(500), status(429, headers={"retry-after": "0"}))
        _run(program, server, "claims", *_two_articles(program))
        sent = len(server.requests)
    listed = program.run("runs", "list", "--format", "json").json
    run = listed[0] if isinstance(listed, list) else listed["runs"][0]
    assert (run["status"], run["usage"]["requests"]) == ("done", sent)
    assert run["usage"]["causes"]["server"] + run["usage"]["causes"]["rate"] == 2
    assert program.run("runs", "verify").code == 0


def test_a_run_is_resumed_from_what_was_answered(program: Program):
    """Resuming sends only what was not answered yet."""
    with StubServer(answer=answer) as server:
        _run(program, server, "claims", *_two_articles(program), "--format", "json")
        sent = len(server.requests)
        (run,) = [row["id"] for row in program.run("runs", "list", "--format", "json").json]
        resumed = program.run("runs", "resume", run, "--format", "json", OPENAI_API_KEY=KEY)
        assert (resumed.code, len(server.requests)) == (0, sent)
        assert {claim["article"] for claim in resumed.json} == {"a1", "a2"}


def test_an_interrupted_run_says_so_and_keeps_what_it_has(program: Program):
    """Ctrl-C ends with 130 and one line; the run stands as interrupted."""
    import signal
    import subprocess
    import sys

    one, other = _two_articles(program)

    def slow_for_one(seen):
        return HANG if "Ferry leak" in seen.body["messages"][1]["content"] else answer(seen)

    with StubServer(answer=slow_for_one) as server:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "groundwire",
                "claims",
                one,
                other,
                "--model",
                "m",
                "--base-url",
                server.base_url,
            ],
            cwd=program.folder,
            env=program.environment(OPENAI_API_KEY=KEY),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        while _items(program) < 1:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert "groundwire runs resume" in err
    with sqlite3.connect(program.store) as database:
        (body,) = database.execute("select body from run").fetchone()
    assert json.loads(body)["status"] == "interrupted"


def _items(program: Program) -> int:
    if not program.store.exists():
        return 0
    try:
        with sqlite3.connect(program.store) as database:
            return database.execute("select count(*) from item").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_estimating_sends_nothing(program: Program):
    """Calls, tokens and cost are known before anything is sent, and what is answered already costs nothing."""
    prices = {"GROUNDWIRE_INPUT_PRICE": "1", "GROUNDWIRE_OUTPUT_PRICE": "2"}
    with StubServer(answer=answer) as server:
        before = _run(program, server, "estimate", *_two_articles(program), "--format", "json", **prices).json
        assert server.requests == []
        _run(program, server, "summarise", *_two_articles(program))
        after = _run(program, server, "estimate", *_two_articles(program), "--format", "json", **prices).json
        assert before["calls"] == len(server.requests)
    assert (after["calls"], after["cached"], after["cost_usd_at_most"]) == (0, before["calls"], 0.0)
    assert before["cost_usd_at_most"] > 0
