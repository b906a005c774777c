"""What `estimate` says for people: a time only where one is known, and where prices are set."""

import json

import pytest
from jsonschema import Draft202012Validator

from groundwire.cli.options import Format, OutputOptions
from groundwire.cli.writers import write_estimate
from groundwire.domain.estimate import RunEstimate
from groundwire.render.schemas import schema_of

VALUES = {
    "model": "local:x",
    "endpoint": "local",
    "calls": 14,
    "cached": 2,
    "input_tokens": 18_795,
    "output_tokens_at_most": 57_344,
    "cost_usd_at_most": None,
    "articles": (),
}


def _lines(capsys: pytest.CaptureFixture[str], **known: object) -> dict[str, str]:
    write_estimate(RunEstimate(**{**VALUES, **known}), Format.MD, OutputOptions())
    _, _, *lines = capsys.readouterr().out.splitlines()
    return {line[:15].strip(): line[15:] for line in lines}


@pytest.mark.parametrize(
    ("seconds", "threads", "said"),
    [
        (8100.0, 1, "very roughly 2 hours on one thread, as measured on another machine"),
        (118.0, 2, "very roughly 2 minutes on 2 threads, as measured on another machine"),
        (61.0, 1, "very roughly a minute on one thread, as measured on another machine"),
        (29.0, 4, "very roughly 29 seconds on 4 threads, as measured on another machine"),
    ],
)
def test_a_time_is_rough_and_says_for_how_many_threads(
    capsys: pytest.CaptureFixture[str], seconds: float, threads: int, said: str
) -> None:
    """Nobody is led to believe that it is a promise."""
    lines = _lines(capsys, output_tokens_expected=364, seconds=seconds, threads=threads)
    assert lines["time"] == said
    assert lines["output tokens"] == "about 364 expected, at most 57,344"


def test_weights_that_were_not_measured_have_no_time(capsys: pytest.CaptureFixture[str]) -> None:
    """It is said that there is none, and that nobody is paid."""
    lines = _lines(capsys)
    assert lines["time"] == "unknown: how fast these weights are, asked like this, was not measured"
    assert lines["output tokens"] == "at most 57,344"
    assert lines["cost"].startswith("unknown: nobody is paid")


def test_where_prices_are_set_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """The settings by their names, for the file and for the environment; an endpoint has no time."""
    lines = _lines(capsys, model="m", endpoint="host")
    assert "time" not in lines
    for name in ("input_price", "output_price", "groundwire.toml", "GROUNDWIRE_INPUT_PRICE"):
        assert name in lines["cost"]


def test_the_document_is_as_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    """It names a schema, and `groundwire schema estimate` gives it."""
    write_estimate(RunEstimate(**VALUES), Format.JSON, OutputOptions())
    document = json.loads(capsys.readouterr().out)
    schema = schema_of("estimate")
    assert document["schema"] == schema["$id"]
    Draft202012Validator(schema).validate(document)
