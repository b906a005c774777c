"""The engine's process: it ends when the program wants it to, when the program dies, and when its file is damaged."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from groundwire.errors import ProviderFailed
from groundwire.llm.local_process import LocalProcess

STARTS_AND_WAITS = """
import asyncio
from groundwire.llm.local_process import LocalProcess

async def main():
    process = await LocalProcess.start()
    print(process.pid, flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


def is_alive(pid: int) -> bool:
    """Whether there is such a process that is not a mere entry of one that ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def ends(pid: int) -> bool:
    """Whether it ends within ten seconds."""
    deadline = time.monotonic() + 10
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not is_alive(pid)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_it_does_not_outlive_the_program() -> None:
    """A program that is killed leaves no process behind that goes on computing."""
    with subprocess.Popen(
        [sys.executable, "-c", STARTS_AND_WAITS], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        pid = int(program.stdout.readline())
        was_alive = is_alive(pid)
        program.kill()
        program.wait()
    assert (was_alive, ends(pid)) == (True, True)


def test_killing_ends_it() -> None:
    """Also before it has done anything."""

    async def run() -> tuple[bool, bool]:
        process = await LocalProcess.start()
        before = process.is_running
        await process.kill()
        return before, process.is_running

    assert asyncio.run(run()) == (True, False)


def test_a_process_that_ends_by_itself_says_how() -> None:
    """The system's reason is part of the message: memory is the usual one."""

    async def run() -> str:
        process = await LocalProcess.start()
        os.kill(process.pid, signal.SIGKILL)
        try:
            with pytest.raises(ProviderFailed) as caught:
                await process.ask({}, room=1, see=lambda _: None)
        finally:
            await process.kill()
        return caught.value.message

    assert (
        asyncio.run(run()) == "the engine's process ended by SIGKILL, as when the system runs out of memory"
    )


def test_a_signal_of_the_terminal_does_not_reach_it() -> None:
    """It is in a session of its own: Ctrl-C is the program's to answer."""

    async def run() -> bool:
        process = await LocalProcess.start()
        try:
            return os.getsid(process.pid) != os.getsid(0)
        finally:
            await process.kill()

    assert asyncio.run(run())
