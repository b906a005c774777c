"""The server of the labelling page: this machine only, one labeller, one story.

Guarantees: it listens on 127.0.0.1; it answers nobody without the token; it gives the files of the page, the story on the desk and
nothing else; every reply forbids keeping, framing and guessing its type.
"""

import json
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from groundwire.domain.complaints import fault_words
from groundwire.errors import UsageError
from groundwire.evaluation.labelling.desk import Desk
from groundwire.evaluation.labelling.label_file import Outcome
from groundwire.evaluation.labelling.page_parts import POLICY, page_parts
from groundwire.evaluation.labelling.request_guard import Refusal, RequestGuard

_HERE = "127.0.0.1"
_TOKEN_BYTES = 24
_STATUS = {
    Outcome.SAVED: HTTPStatus.OK,
    Outcome.STALE: HTTPStatus.CONFLICT,
    Outcome.REFUSED: HTTPStatus.UNPROCESSABLE_ENTITY,
    Outcome.FAILED: HTTPStatus.INSUFFICIENT_STORAGE,
}
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class LabelServer(ThreadingHTTPServer):
    """Serves the desk until it is shut down; use as a context manager."""

    daemon_threads = True

    def __init__(self, desk: Desk, *, port: int = 0) -> None:
        try:
            super().__init__((_HERE, port), _Asked)
        except OSError as error:
            raise UsageError(
                f"expected to listen on {_HERE}, port {port}, found {fault_words(error)}",
                hint="leave --port out for a free one",
            ) from None
        self.desk = desk
        self.guard = RequestGuard(
            host=f"{_HERE}:{self.server_port}", token=secrets.token_urlsafe(_TOKEN_BYTES)
        )

    def server_bind(self) -> None:
        """Bind without asking a name server what this machine is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _HERE, self.server_address[1]

    @property
    def address(self) -> str:
        """Where the page is, token included."""
        return self.guard.address


class _Asked(BaseHTTPRequestHandler):
    """One request."""

    server: LabelServer
    timeout = 20  # seconds that a request may take to arrive

    def do_GET(self) -> None:
        """The page, a file of it, or the story."""
        part = self._part(self.server.guard.refusal_to_read(self._headers))
        if part is None:
            return
        if part == "state":
            self._state()
        elif part in page_parts():
            found = page_parts()[part]
            self._answer(HTTPStatus.OK, found.content, found.media_type)
        else:
            self._refuse(Refusal(HTTPStatus.NOT_FOUND, "there is nothing here"))

    def do_POST(self) -> None:
        """Labels to save."""
        part = self._part(self.server.guard.refusal_to_write(self._headers))
        if part is None:
            return
        if part != "labels":
            self._refuse(Refusal(HTTPStatus.NOT_FOUND, "there is nothing here"))
            return
        sent = self._sent()
        if sent is None:
            self._refuse(Refusal(HTTPStatus.BAD_REQUEST, "expected a revision and a document"))
            return
        reply = self.server.desk.save(sent["document"], revision=sent["revision"])
        self._tell(_STATUS[reply.outcome], {"outcome": reply.outcome.value, **reply.told})

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses by itself (a method that there is not, a request that is none), as everything else."""
        del explain
        self._refuse(Refusal(HTTPStatus(code), message or HTTPStatus(code).phrase))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by the library
        """Nothing: the terminal is for what the labeller has to know."""

    def version_string(self) -> str:
        """What the server calls itself: nothing that tells which versions are in use."""
        return "groundwire"

    @property
    def _headers(self) -> Mapping[str, str]:
        return {name.title(): value for name, value in self.headers.items()}

    def _part(self, refusal: Refusal | None) -> str | None:
        part = self.server.guard.part_of(self.path)
        if part is None:
            refusal = Refusal(HTTPStatus.NOT_FOUND, "there is nothing here")
        if refusal is not None:
            self._refuse(refusal)
            return None
        return part

    def _state(self) -> None:
        try:
            state = self.server.desk.state()
        except UsageError as error:
            self._tell(HTTPStatus.CONFLICT, {"complaint": str(error)})
            return
        self._tell(HTTPStatus.OK, state)

    def _sent(self) -> Mapping[str, Any] | None:
        try:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        except (ValueError, RecursionError, TimeoutError):
            return None
        if not isinstance(sent, dict):
            return None
        is_meant = isinstance(sent.get("document"), dict) and isinstance(sent.get("revision"), str)
        return sent if is_meant else None

    def _refuse(self, refusal: Refusal) -> None:
        self.close_connection = True
        self._tell(refusal.status, {"complaint": refusal.reason})

    def _tell(self, status: HTTPStatus, told: Mapping[str, Any]) -> None:
        self._answer(status, json.dumps(told).encode(), "application/json")

    def _answer(self, status: HTTPStatus, content: bytes, media_type: str) -> None:
        self.send_response(status)
        for name, value in (
            *_HEADERS.items(),
            ("Content-Type", media_type),
            ("Content-Length", str(len(content))),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
