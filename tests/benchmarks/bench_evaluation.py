"""What an evaluation's statistics and files do at full size.

python tests/benchmarks/bench_evaluation.py alarms     false alarms of 1,000 comparisons of equal subjects
python tests/benchmarks/bench_evaluation.py power      the power table beside simulation
python tests/benchmarks/bench_evaluation.py rows       comparing two scorecards of 500,000 rows: seconds and memory
python tests/benchmarks/bench_evaluation.py rate [N]   2,000 cases against a model that takes 50 ms, N (4) requests at a time,
                                                       beside the bare client, before and after
"""

import asyncio
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import openai

from cli.loopback_model import answer
from evaluation_cards import Scores, card, header
from evaluation_story import write_suite
from groundwire.evaluation.comparing import Answer, choose_sides, compare
from groundwire.evaluation.evaluate import Plan, evaluate
from groundwire.evaluation.scorecard import Scorecard, write_scorecard
from groundwire.evaluation.statistics.paired import sign_flip
from groundwire.evaluation.statistics.power import power
from groundwire.evaluation.subject import parse_subject
from groundwire.evaluation.suite import load_suite
from stub_server import Answer as Reply
from stub_server import Seen, StubServer

SIMULATIONS = 1000


def _alike(rng: random.Random, clusters: int, scorers: int) -> tuple[Scores, Scores]:
    """Two subjects of one level: scores scatter by story, by subject within a story, and by case; stories differ in size."""
    stories = {f"s{at}": (rng.gauss(0.6, 0.1), rng.randint(1, 5)) for at in range(clusters)}
    pair: list[dict[str, dict[str, list[float]]]] = []
    for _ in range(2):
        made: dict[str, dict[str, list[float]]] = {f"x{at}": {} for at in range(scorers)}
        for story, (level, size) in stories.items():
            shift = rng.gauss(0, 0.04)
            for by_story in made.values():
                own = level + shift + rng.gauss(0, 0.03)
                by_story[story] = [own + rng.gauss(0, 0.05) for _ in range(size)]
        pair.append(made)
    return pair[0], pair[1]


def alarms() -> None:
    for clusters in (6, 8, 12, 24):
        for scorers in (1, 13):
            rng = random.Random(clusters * 100 + scorers)
            found = 0
            total = SIMULATIONS if scorers == 1 else SIMULATIONS // 4
            for _ in range(total):
                one, other = _alike(rng, clusters, scorers)
                comparison = compare(*choose_sides([card("a", one), card("b", other)]))
                found += bool(comparison.by_answer(Answer.BETTER) or comparison.by_answer(Answer.WORSE))
            print(
                f"{clusters} stories, {scorers} scorers: {100 * found / total:.1f} % of {total} comparisons of equal subjects have a winner"
            )


def powers() -> None:
    for clusters in (8, 12, 16, 30):
        for change in (0.03, 0.05, 0.1):
            rng = random.Random(clusters)
            found = sum(
                sign_flip([(story, rng.gauss(change, 0.08)) for story in range(clusters)]) < 0.05
                for _ in range(SIMULATIONS)
            )
            total = SIMULATIONS
            print(
                f"{clusters} stories, change {change}: table {100 * power(change, deviation=0.08, clusters=clusters):.1f} %, simulated {100 * found / total:.1f} %"
            )


def _lines(subject: str, seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    for case in range(25_000):
        for scorer in range(20):
            yield json.dumps(
                {
                    "case": f"s{case // 20}/{case}",
                    "story": f"s{case // 20}",
                    "subject": subject,
                    "repeat": 0,
                    "scorer": f"x{scorer}",
                    "score": {
                        "kind": "scored",
                        "value": round(rng.random(), 9),
                        "findings": [
                            {
                                "error": "missed",
                                "label": "The bridge over the river is closed to lorries until May.",
                            }
                        ],
                    },
                }
            )


def rows() -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{name}.json" for name in "ab"]
        for seed, path in enumerate(paths):
            with path.open("w", encoding="utf-8") as file:
                write_scorecard(
                    file, header(path.stem, [f"x{at}" for at in range(20)]), _lines(path.stem, seed)
                )
        started = time.perf_counter()
        compare(*choose_sides([Scorecard(path) for path in paths]))
        seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"two scorecards of 500,000 rows compared in {seconds:.0f} s, peak {peak:.0f} MB")


CASES = 2000  # two requests each
CONCURRENCY = int(sys.argv[2]) if sys.argv[1:2] == ["rate"] and len(sys.argv) > 2 else 4


def _serve() -> None:
    """A model that takes 50 ms, until standard input is closed."""

    def slow(seen: Seen) -> Reply:
        return replace(answer(seen), delay_s=0.05)

    with StubServer(answer=slow) as server:
        print(server.base_url, flush=True)
        sys.stdin.read()


async def _bare(url: str, requests: int) -> float:
    client = openai.AsyncOpenAI(
        base_url=url, api_key="none", max_retries=0, http_client=openai.DefaultAioHttpClient()
    )
    numbers = iter(range(requests))
    schema = {"type": "object", "properties": {"claims": {"type": "array"}}}

    async def work() -> None:
        for _ in numbers:
            await client.chat.completions.create(
                model="m",
                messages=[
                    {"role": "system", "content": "Claims."},
                    {"role": "user", "content": "[1] The ferry sank."},
                ],
                response_format={"type": "json_schema", "json_schema": {"name": "c", "schema": schema}},
            )

    started = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(CONCURRENCY)))
    seconds = time.perf_counter() - started
    await client.close()
    return requests / seconds


def rate() -> None:
    with tempfile.TemporaryDirectory() as folder:
        suite = write_suite(Path(folder))
        story = suite.parent / "fixtures" / "harbour"
        held = json.loads((story / "labels.json").read_text(encoding="utf-8"))
        text = (story / "coast.txt").read_text(encoding="utf-8")
        for number in range(CASES - 2):
            (story / f"n{number}.txt").write_text(
                text + f"\nThe ferry has the number {number}.\n", encoding="utf-8"
            )
            held["articles"][f"n{number}.txt"] = held["articles"]["coast.txt"]
        (story / "labels.json").write_text(json.dumps(held), encoding="utf-8")
        loaded = load_suite(str(suite))
        server = subprocess.Popen(
            [sys.executable, __file__, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert server.stdout
        url = server.stdout.readline().strip()
        before = asyncio.run(_bare(url, 2 * CASES))
        told = {
            "base_url": url,
            "api_key": "none",
            "store": Path(folder) / "store.db",
            "concurrency": CONCURRENCY,
        }
        subject = parse_subject("m", told)
        started = time.perf_counter()
        evaluated = asyncio.run(evaluate(Plan(suite=loaded), [subject]))
        seconds = time.perf_counter() - started
        after = asyncio.run(_bare(url, 2 * CASES))
        server.communicate("")
    ours, bare = 2 * CASES / seconds, (before + after) / 2
    print(
        f"{CONCURRENCY} at a time, {len(evaluated.lines)} rows; bare client {before:.1f} and {after:.1f} requests/s,"
        f" evaluation {ours:.1f}: {100 * ours / bare:.0f} %"
    )


RATES = {"alarms": alarms, "power": powers, "rows": rows, "rate": rate, "serve": _serve}

if __name__ == "__main__":
    RATES[sys.argv[1]]()
