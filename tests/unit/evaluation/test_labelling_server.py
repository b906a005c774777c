"""The labelling server: one address with a token, three kinds of answer, and nothing for anybody else."""

import http.client
import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from groundwire.errors import UsageError
from groundwire.evaluation.labelling.desk import open_desk
from groundwire.evaluation.labelling.page_parts import page_parts
from groundwire.evaluation.labelling.request_guard import MOST_BYTES
from groundwire.evaluation.labelling.serving import LabelServer
from labelling_story import Serving, claim, kite_labels, write_kites


class Asking:
    """Asks a served desk over a plain connection, so that nothing is tidied up on the way."""

    def __init__(self, serving: Serving, story: Path) -> None:
        self.story = story
        self.host, _, self.token = serving.address.removeprefix("http://").strip("/").partition("/")

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str | None
    ) -> tuple[int, bytes, dict[str, str]]:
        """Status, content and headers of the answer; underscores in the names of headers are hyphens."""
        connection = http.client.HTTPConnection(*self.host.split(":"), timeout=10)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sent = {"Host": self.host, **{name.replace("_", "-"): value for name, value in headers.items()}}
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        found = (answer.status, answer.read(), dict(answer.getheaders()))
        connection.close()
        return found

    def get(self, part: str, **headers: str | None) -> tuple[int, bytes, dict[str, str]]:
        """Ask for a part below the token."""
        return self.ask("GET", f"/{self.token}/{part}", **headers)

    def post(self, body: bytes, **headers: str | None) -> int:
        """Send labels as the page does, but for these headers; the status."""
        usual = {
            "Origin": f"http://{self.host}",
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
        }
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask("POST", f"/{self.token}/labels", body, **{**usual, **named})[0]


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Asking]:
    """A served desk of the first labeller."""
    story = write_kites(tmp_path)
    with Serving(open_desk(story, who="first")) as serving:
        yield Asking(serving, story)


def _body(asking: Asking, **changed: Any) -> bytes:
    state = json.loads(asking.get("state")[1])
    document = kite_labels(claim("c1", "Kites flew.", "400 kites"))
    return json.dumps({"revision": state["revision"], "document": document, **changed}).encode()


def test_the_page_and_its_files_are_served(asking: Asking):
    """Every file of the page under its own name and type."""
    for name, part in page_parts().items():
        status, content, headers = asking.get(name)
        assert (status, content, headers["Content-Type"]) == (200, part.content, part.media_type)
    assert {"", "page.css", "main.js"} <= page_parts().keys()


def test_every_answer_forbids_keeping_framing_and_other_sources(asking: Asking):
    """Page, story and refusals carry the policy; nothing in it allows what is inline or elsewhere."""
    answers = (asking.get(""), asking.get("state"), asking.get("nothing"), asking.ask("DELETE", "/"))
    for _, _, headers in answers:
        assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
        assert (headers["Referrer-Policy"], headers["Server"]) == ("no-referrer", "groundwire")
        policy = headers["Content-Security-Policy"]
        assert [
            word in policy for word in ("default-src 'none'", "frame-ancestors 'none'", "unsafe", "http")
        ] == [
            True,
            True,
            False,
            False,
        ]


def test_it_listens_on_this_machine_only(asking: Asking):
    """The address is that of the loopback interface, with a token that cannot be guessed."""
    assert asking.host.startswith("127.0.0.1:")
    assert len(asking.token) >= 32


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/state",
        "/TOKEN",
        "/TOKENx/",
        "/TOKEN/../state",
        "/TOKEN/first.json",
        "/TOKEN/festival.txt",
        "/TOKEN/../../etc/passwd",
        "/TOKEN/%2e%2e/desk.py",
        "/TOKEN//etc/passwd",
        "/TOKEN/page.html",
        "/TOKEN/page/main.js",
        "/%ff/",
    ],
)
def test_nothing_else_is_to_be_had(path: str, asking: Asking):
    """Neither without the token nor beside the files of the page: no name is a path."""
    (asking.story / "first.json").write_text('{"story": "kites", "articles": {}}', encoding="utf-8")
    status, content, _ = asking.ask("GET", path.replace("TOKEN", asking.token))
    assert (status, json.loads(content)) == (404, {"complaint": "there is nothing here"})


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", None])
def test_another_host_is_refused(host: str | None, asking: Asking):
    """A name that somebody points at this machine is not the address that was printed."""
    assert asking.get("", Host=host)[0] == HTTPStatus.FORBIDDEN
    assert asking.post(_body(asking), Host=host) == HTTPStatus.FORBIDDEN
    assert not (asking.story / "first.json").exists()


@pytest.mark.parametrize(
    ("dest", "mode", "status"),
    [
        ("document", "navigate", HTTPStatus.OK),
        ("iframe", "navigate", HTTPStatus.FORBIDDEN),
        ("empty", "cors", HTTPStatus.FORBIDDEN),
        ("script", "no-cors", HTTPStatus.FORBIDDEN),
    ],
)
def test_from_another_site_the_page_can_only_be_opened(
    dest: str, mode: str, status: HTTPStatus, asking: Asking
):
    """The printed address may be clicked anywhere; no other site may load it into itself."""
    headers = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": mode, "Sec_Fetch_Dest": dest}
    assert asking.get("", **headers)[0] == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, HTTPStatus.FORBIDDEN),
        ({"Origin": "null"}, HTTPStatus.FORBIDDEN),
        ({"Origin": None}, HTTPStatus.FORBIDDEN),
        ({"Sec_Fetch_Site": "cross-site"}, HTTPStatus.FORBIDDEN),
        ({"Content_Type": "text/plain"}, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
        ({"Content_Length": None}, HTTPStatus.LENGTH_REQUIRED),
        ({"Content_Length": "-1"}, HTTPStatus.LENGTH_REQUIRED),
        ({"Content_Length": str(MOST_BYTES + 1)}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
        ({"Content_Length": "0" * 20 + "9" * 20}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    ],
)
def test_only_the_page_may_write(headers: dict[str, str | None], status: HTTPStatus, asking: Asking):
    """Another site, a form, a body without end: refused before anything is read, and nothing is written."""
    assert asking.post(_body(asking), **headers) == status
    assert not (asking.story / "first.json").exists()


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"{}", b'{"revision": 1, "document": {}}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_save_is_refused(body: bytes, asking: Asking):
    """A body that names no revision and no document changes nothing."""
    assert asking.post(body) == HTTPStatus.BAD_REQUEST


def test_a_save_is_written_and_a_stale_one_is_not(asking: Asking):
    """The page's own save lands in the file; the same revision again is refused."""
    body = _body(asking)
    assert (asking.post(body), asking.post(body)) == (HTTPStatus.OK, HTTPStatus.CONFLICT)
    written = json.loads((asking.story / "first.json").read_text(encoding="utf-8"))
    assert written == kite_labels(claim("c1", "Kites flew.", "400 kites"))


def test_labels_that_do_not_load_are_refused(asking: Asking):
    """What the harness could not read is answered with its field."""
    assert asking.post(_body(asking, document={"story": "kites"})) == HTTPStatus.UNPROCESSABLE_ENTITY


def test_only_reading_and_saving_are_answered(asking: Asking):
    """No other method does anything, and nothing can be posted anywhere else."""
    for method in ("PUT", "DELETE", "OPTIONS", "HEAD"):
        assert asking.ask(method, f"/{asking.token}/labels")[0] == HTTPStatus.NOT_IMPLEMENTED
    body = _body(asking)
    origin = f"http://{asking.host}"
    headers = {"Origin": origin, "Content_Type": "application/json", "Content_Length": str(len(body))}
    assert asking.ask("POST", f"/{asking.token}/state", body, **headers)[0] == HTTPStatus.NOT_FOUND


def test_a_file_that_was_broken_meanwhile_is_said_to_be(asking: Asking):
    """The page is told what is wrong with the file instead of getting empty labels."""
    (asking.story / "first.json").write_text("{", encoding="utf-8")
    status, content, _ = asking.get("state")
    assert (status, "first.json" in json.loads(content)["complaint"]) == (HTTPStatus.CONFLICT, True)


def test_a_port_in_use_is_an_error_that_says_so(tmp_path: Path):
    """Two servers cannot have one port; the message names it."""
    desk = open_desk(write_kites(tmp_path), who="first")
    with Serving(desk) as serving, pytest.raises(UsageError, match=r"expected to listen on .*, port "):
        LabelServer(desk, port=serving.server.server_port)
