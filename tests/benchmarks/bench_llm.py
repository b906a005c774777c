"""What our chain costs on top of the bare SDK client, at the same concurrency, against a loopback server with a delay.

    python tests/benchmarks/bench_llm.py [--requests 1500] [--concurrency 64] [--delay 0.05] [--rounds 3]

The server runs in a process of its own. Both sides use the SDK's aiohttp transport and send the same request; rounds
alternate, and the best round of each counts, because other programs can only slow a round down. Printed is the ratio of
requests per second, chain to bare SDK; 0.9 and more is the aim. Exit code 1 when it is missed.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

import openai

from groundwire.domain.exchange import Message, ModelRequest, ResponseFormat, Sampling
from groundwire.llm.connect import ModelConfig, connect
from groundwire.store.database import open_store

AIM = 0.9
SERVER = Path(__file__).parents[1] / "stub_server.py"
PROMPT = "The ferry to the northern islands was cancelled because of the storm. " * 60
SCHEMA = {"type": "object", "properties": {"claims": {"type": "array", "items": {"type": "string"}}}}
REPLY = '{"claims": [' + ", ".join(['"The ferry to the northern islands was cancelled."'] * 20) + "]}"


class Speed(NamedTuple):
    """Requests per second, and milliseconds of this process's own CPU time for each, which other programs disturb less."""

    per_second: float
    cpu_ms: float


async def in_flight(count: int, concurrency: int, send: Callable[[int], Awaitable[object]]) -> Speed:
    """How fast `count` requests go, `concurrency` at a time."""
    numbers = iter(range(count))

    async def work() -> None:
        for number in numbers:
            await send(number)

    started, cpu_started = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work() for _ in range(concurrency)))
    cpu_ms = 1000 * (time.process_time() - cpu_started) / count
    return Speed(count / (time.perf_counter() - started), cpu_ms)


async def bare_sdk(base_url: str, options: argparse.Namespace) -> Speed:
    """The SDK's own client on its aiohttp transport, replies parsed by its `create`."""
    client = openai.AsyncOpenAI(
        base_url=base_url, api_key="none", max_retries=0, http_client=openai.DefaultAioHttpClient()
    )

    async def send(number: int) -> object:
        return await client.chat.completions.create(
            model="m",
            messages=[{"role": "user", "content": f"{PROMPT}{number}"}],
            temperature=0.0,
            max_tokens=1000,
            response_format={
                "type": "json_schema",
                "json_schema": {"name": "claims", "schema": SCHEMA, "strict": True},
            },
        )

    async with client:
        return await in_flight(options.requests, options.concurrency, send)


async def our_chain(base_url: str, options: argparse.Namespace) -> Speed:
    """The whole chain, its cache in a real store where every reply is new."""
    config = ModelConfig(model="m", base_url=base_url, concurrency=options.concurrency)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store.sqlite3") as store:
        async with connect(config, replies=store.replies) as connected:

            async def send(number: int) -> object:
                return await connected.complete(
                    ModelRequest(
                        model="m",
                        messages=(Message(role="user", content=f"{PROMPT}{number}"),),
                        response_format=ResponseFormat(name="claims", json_schema=SCHEMA),
                        sampling=Sampling(max_tokens=1000),
                        endpoint=connected.endpoint,
                    )
                )

            return await in_flight(options.requests, options.concurrency, send)


def main() -> int:
    """Measure, print, and say whether the aim is reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--requests", type=int, default=1500)
    parser.add_argument("--concurrency", type=int, default=64)
    parser.add_argument("--delay", type=float, default=0.05)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    command = [sys.executable, str(SERVER), "--delay", str(options.delay), "--text", REPLY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        base_url = server.stdout.readline().strip() if server.stdout else ""
        rounds = []
        for number in range(1, options.rounds + 1):
            bare, chain = asyncio.run(bare_sdk(base_url, options)), asyncio.run(our_chain(base_url, options))
            rounds.append((bare, chain))
            print(
                f"round {number}: bare SDK {bare.per_second:.0f}/s, {bare.cpu_ms:.2f} ms CPU; "
                f"our chain {chain.per_second:.0f}/s, {chain.cpu_ms:.2f} ms CPU",
                flush=True,
            )
        if server.stdin:
            server.stdin.close()
    best_bare, best_chain = (max(side.per_second for side in sides) for sides in zip(*rounds, strict=True))
    ratio = best_chain / best_bare
    print(f"ratio {ratio:.2f} at {options.concurrency} in flight (aim {AIM:.2f})")
    return 0 if ratio >= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
