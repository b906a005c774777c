"""`--judge`: a model on loopback is asked about what the checks leave open, and about nothing else."""

import json

import pytest

from cli.loopback_model import answer as analyst_answer
from cli.loopback_model import task_of
from cli.program import Ended, Program
from stub_server import Answer, Seen, StubServer, completion, status

ARTICLE = (
    "The council of Lindow bought 12 barges on Monday. The barges will carry stone to the harbour wall, the council said. "
    "A storm had destroyed the wall in March. Nobody was hurt."
)
OTHER = "The museum of Vessby closed its doors for two years. Its roof leaks, the director told visitors."
CLAIMS = (
    {"id": "true", "article": "a1", "text": "The council of Lindow bought 12 barges on Monday."},
    {"id": "reworded", "article": "a1", "text": "Lindow's town hall has acquired a dozen boats."},
    {"id": "museum", "article": "a2", "text": "Visitors heard of a hole above the gallery."},
    {"id": "number", "article": "a1", "text": "The council of Lindow bought 15 barges on Monday."},
    {"id": "more", "article": "a1", "text": "Masons from abroad demolished a tower yesterday."},
    {"id": "nowhere", "article": "a9", "text": "It rained."},
)


def _statements(seen: Seen) -> list[str]:
    shown = seen.body["messages"][-1]["content"].partition("BEGIN STATEMENTS")[2]
    return [line.partition("] ")[2] for line in shown.split("\n") if line.startswith("[")]


def _agreeable(seen: Seen) -> Answer:
    """A judge that calls everything supported by the first sentence."""
    opinions = [
        {"statement": number, "sentences": [1], "difference": "", "verdict": "supported"}
        for number, _ in enumerate(_statements(seen), 1)
    ]
    return completion(json.dumps({"opinions": opinions}))


def _check(program: Program, server: StubServer, *options: str) -> Ended:
    articles = [
        {"id": "a1", "text": ARTICLE, "language": "en"},
        {"id": "a2", "text": OTHER, "language": "en"},
    ]
    sources = program.write("articles.jsonl", "\n".join(map(json.dumps, articles)))
    claims = program.write("claims.jsonl", "\n".join(map(json.dumps, CLAIMS)))
    judge = ("--judge", "j", "--base-url", server.base_url)
    return program.run(
        "check", sources, "--claims", claims, "--format", "json", *judge, *options, OPENAI_API_KEY="sk-test"
    )


def test_one_request_per_article_about_what_is_open(program: Program):
    """What the checks support or contradict is not asked about; the answers keep the order of the claims."""
    with StubServer(answer=_agreeable) as server:
        ended = _check(program, server)
        asked = sorted(_statements(seen) for seen in server.requests)
    assert ended.code == 0, ended.err
    assert asked == [
        [
            "Lindow's town hall has acquired a dozen boats.",
            "Masons from abroad demolished a tower yesterday.",
        ],
        ["Visitors heard of a hole above the gallery."],
    ]
    assert [answer["id"] for answer in ended.json] == [claim["id"] for claim in CLAIMS]


def test_an_agreeable_model_cannot_pass_a_wrong_number(program: Program):
    """Open claims are settled with the model's sentence as evidence; the wrong number stays contradicted by the checks alone."""
    with StubServer(answer=_agreeable) as server:
        ended = _check(program, server)
    supports = {answer["id"]: answer["support"] for answer in ended.json}
    assert {name: support["verdict"] for name, support in supports.items()} == {
        "true": "supported",
        "reworded": "supported",
        "museum": "supported",
        "number": "contradicted",
        "more": "supported",
        "nowhere": "unchecked",
    }
    assert supports["number"]["by"] == ["checks@1"]
    assert supports["reworded"]["by"] == ["checks@1", "model:j"]
    evidence = next(answer["evidence"] for answer in ended.json if answer["id"] == "museum")
    assert [item["quote"] for item in evidence] == ["The museum of Vessby closed its doors for two years."]


def test_a_judge_that_fails_costs_its_opinions_alone(program: Program):
    """The checks' verdicts stand, the failure is listed, and the exit code says that something is missing."""
    with StubServer(answer=lambda _: status(404)) as server:
        ended = _check(program, server)
    assert (ended.code, len(ended.complaints)) == (3, 2), ended.err
    verdicts = [answer["support"]["verdict"] for answer in ended.json]
    assert verdicts == ["supported", "unsupported", "unsupported", "contradicted", "unsupported", "unchecked"]


def test_the_second_check_asks_nobody(program: Program):
    """Opinions are kept in the store like every reply."""
    with StubServer(answer=_agreeable) as server:
        first = _check(program, server)
        sent = len(server.requests)
        second = _check(program, server)
        assert (sent, len(server.requests)) == (2, 2)
    assert first.json == second.json


@pytest.mark.parametrize("judge", ["extractive", "local:tiny"])
def test_what_is_no_language_model_at_an_endpoint_cannot_judge(program: Program, judge: str):
    """Nothing is sent, and the hint says what to name."""
    with StubServer(answer=_agreeable) as server:
        ended = _check(program, server, "--judge", judge)
        assert (ended.code, server.requests) == (2, [])


def test_a_report_is_judged_too(program: Program):
    """What the checks leave open of claims and summary is asked once; supports, losses and provenance say so."""
    source = program.write("one.txt", ARTICLE)

    def judged(seen: Seen) -> Answer:
        if seen.body["model"] == "j":
            return _doubtful(seen)
        reply = analyst_answer(seen)
        return reply if task_of(seen) == "summary" else _bent(reply)

    with StubServer(answer=judged) as server:
        arguments = ("--model", "m", "--judge", "j", "--base-url", server.base_url, "--format", "json")
        ended = program.run("summarise", source, *arguments, OPENAI_API_KEY="sk-test")
        asked = [_statements(seen) for seen in server.requests if seen.body["model"] == "j"]
        sent = len(server.requests)
    assert ended.code == 0, ended.err
    report = ended.json
    assert asked == [["Masons from abroad demolished a tower yesterday."]]
    assert report["provenance"]["usage"]["requests"] == sent
    assert (report["losses"]["judge"]["in"], report["losses"]["judge"]["kept"]) == (1, 1)
    assert [by for by in _all_by(report) if "model:j" in by] == [["checks@1", "model:j"]]
    assert "judge_claims" in {prompt["task"] for prompt in report["provenance"]["prompts"]}


def _bent(reply: Answer) -> Answer:
    """The same reply with the first claim in words that the article does not have."""
    content = json.loads(json.loads(reply.body)["choices"][0]["message"]["content"])
    content["claims"][0]["claim"] = "Masons from abroad demolished a tower yesterday."
    return completion(json.dumps(content))


def _doubtful(seen: Seen) -> Answer:
    opinions = [
        {"statement": number, "sentences": [], "difference": "not said", "verdict": "unsupported"}
        for number, _ in enumerate(_statements(seen), 1)
    ]
    return completion(json.dumps({"opinions": opinions}))


def _all_by(report: dict) -> list[list[str]]:
    summary = report["summary"]
    supports = [item["support"] for item in (*report["claims"], *summary["points"])]
    return [
        support["by"] for support in (*supports, summary["headline_support"], summary["bottom_line_support"])
    ]
