"""One file from one address: resumed, retried, and never longer than it should be."""

from pathlib import Path

import pytest

from groundwire.errors import (
    GroundwireError,
    ModelError,
    ModelNotFound,
    ProviderFailed,
    RateLimited,
    RequestRejected,
    TransportFailed,
    UsageError,
    WeightsAltered,
)
from groundwire.llm.weights.downloading import Downloader, Patience, Remote
from groundwire.llm.weights.web import Web
from weights_server import Cut, Say, Stall, WeightsServer, Whole, made_up_weights

CONTENT = made_up_weights()
SIZE = len(CONTENT)
NAME = "/w.gguf"


class Fetching:
    """Downloads `NAME` from a server into a folder, and remembers what it was told and how long it would have slept."""

    def __init__(self, server: WeightsServer, folder: Path) -> None:
        self.server = server
        self.path = folder / "w.part"
        self.moves: list[int] = []
        self.waits: list[float] = []

    def fetch(self, *, url: str = "", patience: Patience | None = None, timeout_s: float = 10) -> bytes:
        """What the file holds after the download."""
        remote = Remote(url=url or self.server.url + NAME, size=SIZE)
        Downloader(Web(timeout_s=timeout_s), sleep=self.waits.append).fetch(
            remote, self.path, patience=patience or Patience(), moved=self.moves.append
        )
        return self.path.read_bytes()

    def fails(self, kind: type[GroundwireError], **how) -> str:
        """The message of the failure, which is of `kind` exactly."""
        with pytest.raises(kind) as caught:
            self.fetch(**how)
        assert type(caught.value) is kind
        return caught.value.message

    @property
    def ranges(self) -> list[str]:
        """The parts that were asked for."""
        return [seen.range for seen in self.server.requests]


@pytest.fixture
def fetching(tmp_path: Path):
    with WeightsServer() as server:
        server.files[NAME] = CONTENT
        yield Fetching(server, tmp_path)


def test_a_file_comes_in_one_piece(fetching: Fetching):
    """One request, all bytes, and progress from nothing to everything."""
    assert fetching.fetch() == CONTENT
    assert (fetching.ranges, fetching.moves[0], fetching.moves[-1]) == ([""], 0, SIZE)
    assert fetching.moves == sorted(fetching.moves)


def test_a_file_that_is_there_is_not_asked_for(fetching: Fetching):
    """A finished download costs no request."""
    fetching.path.write_bytes(CONTENT)
    assert (fetching.fetch(), fetching.ranges) == (CONTENT, [])


def test_only_the_rest_of_a_begun_file_is_asked_for(fetching: Fetching):
    """What an earlier process left is gone on with."""
    fetching.path.write_bytes(CONTENT[:1000])
    assert (fetching.fetch(), fetching.ranges) == (CONTENT, ["bytes=1000-"])


def test_a_cut_connection_is_taken_up_where_it_was_cut(fetching: Fetching):
    """Twice cut, each time the rest is asked for, after waits that double as long as little comes."""
    fetching.server.script(NAME, Cut(after=1000), Cut(after=500))
    assert fetching.fetch() == CONTENT
    assert (fetching.ranges, fetching.waits) == (["", "bytes=1000-", "bytes=1500-"], [0.5, 1.0])


def test_a_download_that_goes_forward_is_cut_as_often_as_it_likes(fetching: Fetching):
    """Only failures without progress between them count."""
    fetching.server.script(NAME, *[Cut(after=70_000)] * 4)
    assert fetching.fetch(patience=Patience(attempts=2)) == CONTENT
    assert fetching.waits == [0.5] * 4


def test_a_connection_that_says_nothing_more_is_given_up_and_taken_up_again(fetching: Fetching):
    """The time-out is for each wait for more bytes."""
    fetching.server.script(NAME, Stall(after=1000))
    assert fetching.fetch(timeout_s=0.2) == CONTENT
    assert fetching.ranges == ["", "bytes=1000-"]


def test_a_server_that_sends_no_parts_sends_the_file_again(fetching: Fetching):
    """An answer with the whole file in it is not appended to the part."""
    fetching.path.write_bytes(b"x" * 1000)
    fetching.server.script(NAME, Whole())
    assert (fetching.fetch(), fetching.ranges) == (CONTENT, ["bytes=1000-"])


def test_a_file_longer_than_it_should_be_begins_anew(fetching: Fetching):
    """It cannot be the beginning of what is expected."""
    fetching.path.write_bytes(CONTENT + b"x")
    assert (fetching.fetch(), fetching.ranges) == (CONTENT, [""])


def test_a_server_that_is_busy_is_asked_again_after_the_wait_it_names(fetching: Fetching):
    """503 and 429 with Retry-After, then the file."""
    fetching.server.script(
        NAME, Say(503, headers={"Retry-After": "7"}), Say(429, headers={"Retry-After": "3"}), Say(503)
    )
    assert (fetching.fetch(), fetching.waits) == (CONTENT, [7.0, 3.0, 2.0])


def test_a_wait_longer_than_our_patience_is_a_failure(fetching: Fetching):
    """Nobody sits an hour in front of a bar that does not move."""
    fetching.server.script(NAME, Say(429, headers={"Retry-After": "3600"}))
    assert "found status 429 (Too Many Requests)" in fetching.fails(RateLimited)
    assert fetching.waits == []


def test_a_server_that_stays_broken_is_a_failure_after_some_attempts(fetching: Fetching):
    """The first answers are all that an address gets before anything has come from it."""
    fetching.server.script(NAME, *[Say(502)] * 9)
    assert "found status 502 (Bad Gateway)" in fetching.fails(ProviderFailed, patience=Patience(at_first=3))
    assert (len(fetching.ranges), fetching.waits) == (3, [0.5, 1.0])


def test_what_came_before_the_last_failure_is_kept(fetching: Fetching):
    """The next process goes on from there."""
    fetching.server.script(NAME, Cut(after=1000), *[Cut(after=0)] * 9)
    message = fetching.fails(TransportFailed, patience=Patience(attempts=3))
    assert message.endswith(f"expected {SIZE} bytes, found the connection cut after 1000")
    assert fetching.path.read_bytes() == CONTENT[:1000]


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, ModelNotFound), (410, ModelNotFound), (403, RequestRejected), (401, RequestRejected)],
)
def test_what_waiting_does_not_help_is_not_asked_again(fetching: Fetching, status: int, kind):
    """Gone is gone, and refused is refused."""
    fetching.server.script(NAME, Say(status))
    assert f"found status {status}" in fetching.fails(kind)
    assert len(fetching.ranges) == 1


def test_a_redirect_is_followed_with_the_part_that_is_asked_for(fetching: Fetching):
    """A hub sends on to where the bytes lie; the part asked for goes along."""
    fetching.server.script("/hub", Say(302, headers={"Location": f"{fetching.server.url}{NAME}?key=abc"}))
    fetching.server.files[f"{NAME}?key=abc"] = CONTENT
    fetching.path.write_bytes(CONTENT[:1000])
    assert fetching.fetch(url=f"{fetching.server.url}/hub") == CONTENT
    assert fetching.ranges == ["bytes=1000-", "bytes=1000-"]


def test_a_redirect_to_another_kind_of_address_is_not_followed(fetching: Fetching):
    """A server cannot make us read a file of this machine."""
    fetching.server.script(NAME, Say(302, headers={"Location": "file:///etc/passwd"}))
    assert "found status 302" in fetching.fails(RequestRejected)


@pytest.mark.parametrize("answer", [Say(body=CONTENT + b"x"), Say(body=CONTENT[:-1]), Say(body=b"<html>")])
def test_an_answer_of_another_size_is_refused_before_it_is_written(fetching: Fetching, answer: Say):
    """A page of a hotel's network, or another version of the file: what is announced decides."""
    fetching.server.script(NAME, answer)
    assert f"expected {SIZE} bytes, found {len(answer.body)}" in fetching.fails(WeightsAltered)
    assert not fetching.path.exists()


def test_no_more_is_taken_than_is_expected_where_nothing_is_announced(fetching: Fetching):
    """An answer without a length cannot fill the disk."""
    fetching.server.script(NAME, Say(body=CONTENT + b"x" * 1_000_000, has_length=False))
    assert f"expected {SIZE} bytes, found more" in fetching.fails(WeightsAltered)
    assert fetching.path.stat().st_size <= SIZE


def test_a_part_of_a_file_of_another_size_is_refused(fetching: Fetching):
    """Between two attempts the file may have been exchanged."""
    fetching.path.write_bytes(CONTENT[:1000])
    fetching.server.files[NAME] = CONTENT + b"x"
    assert f"found {SIZE + 1}" in fetching.fails(WeightsAltered)


def test_a_part_that_was_not_asked_for_is_not_written(fetching: Fetching):
    """Bytes go where they belong or nowhere."""
    fetching.path.write_bytes(CONTENT[:1000])
    answer = Say(206, headers={"Content-Range": f"bytes 5-{SIZE - 1}/{SIZE}"}, body=CONTENT[5:])
    fetching.server.script(NAME, answer)
    assert (fetching.fetch(), fetching.ranges) == (CONTENT, ["bytes=1000-", "bytes=1000-"])


def test_nobody_at_the_address_is_one_clear_line(fetching: Fetching):
    """Nobody listens on the port."""
    with WeightsServer() as other:
        gone = other.url
    message = fetching.fails(TransportFailed, url=f"{gone}/w.gguf?token=secret")
    assert message == f"{gone}/w.gguf: expected an answer, found the connection refused"


def test_an_answer_that_is_not_http_is_one_clear_line(fetching: Fetching):
    """TLS spoken to a server that does not, and an address that is none."""
    secure = fetching.server.url.replace("http:", "https:")
    assert "found a TLS certificate or connection that is not valid" in fetching.fails(
        TransportFailed, url=secure
    )
    assert "expected an http or https address" in fetching.fails(UsageError, url="ftp://example.org/w")
    assert fetching.fails(TransportFailed, url=f"{fetching.server.url}/a b").startswith(fetching.server.url)


def test_the_proxy_of_the_environment_is_used(fetching: Fetching, monkeypatch: pytest.MonkeyPatch):
    """A proxy is asked for the whole address, and `no_proxy` is obeyed."""
    with WeightsServer() as proxy:
        proxy.files["http://hub.invalid/w"] = CONTENT
        monkeypatch.setenv("http_proxy", proxy.url)
        assert fetching.fetch(url="http://hub.invalid/w") == CONTENT
        fetching.path.unlink()
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert fetching.fetch() == CONTENT
        assert proxy.asked == ["http://hub.invalid/w"]


def test_every_failure_is_a_model_error():
    """What falls back from one source to the next catches them all."""
    kinds = (TransportFailed, ProviderFailed, RateLimited, RequestRejected, ModelNotFound, WeightsAltered)
    assert [issubclass(kind, ModelError) for kind in kinds] == [True] * len(kinds)
