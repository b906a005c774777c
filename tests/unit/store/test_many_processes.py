"""Several processes at once, and one that is killed in the middle."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from groundwire.store.database import open_store

_WRITE = """
import sys
from pathlib import Path
from groundwire.domain.run import Item, Run
from groundwire.store.database import open_store
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with open_store(path) as store:
    store.runs.start(Run(id=name, command="summarise", started="2025-03-04T12:00:00+00:00", analyst="x"))
    print("started", flush=True)
    for number in range(count):
        store.replies.put(f"{name}-{number}", "ice " * 50)
        store.runs.put_item(name, Item(run=name, position=number, source="s", status="done", document="{}"))
        print(number, flush=True)
"""


def _writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITE, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    """Four open a store that is not there yet and write fifty times each: everything is there afterwards."""
    path = tmp_path / "s"
    writers = [_writer(path, f"w{number}", 50) for number in range(4)]
    ends = [(writer.communicate(timeout=60)[1], writer.returncode) for writer in writers]
    assert ends == [("", 0)] * 4
    with open_store(path) as store:
        assert [len(store.runs.items(f"w{number}")) for number in range(4)] == [50] * 4
        assert store.replies.count() == 200
        assert store.verify("w1") == ()


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
def test_a_process_that_is_ended_leaves_what_it_had_put(tmp_path: Path, ending: signal.Signals) -> None:
    """After `kill -9`, and after Ctrl-C, every item that was reported as put is there, and the file is sound."""
    path = tmp_path / "s"
    writer = _writer(path, "w", 100_000)
    reported = -1
    with writer:
        for line in writer.stdout or ():
            if line.strip().isdigit():
                reported = int(line)
            if reported >= 100:
                writer.send_signal(ending)
                break
        writer.communicate(timeout=30)
    with open_store(path) as store:
        kept = [item.position for item in store.runs.items("w")]
        assert kept == list(range(len(kept)))
        assert len(kept) > reported
        assert [finding for finding in store.verify() if finding.where == "file"] == []
        store.replies.put("d", "goes on")
