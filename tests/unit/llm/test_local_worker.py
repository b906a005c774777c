"""What the engine's process makes of the pieces that the binding streams; no binding is needed for it."""

from collections.abc import Mapping
from typing import Any

from groundwire.llm.local_worker import _Answer

TIMINGS = {"prompt_n": 9, "predicted_n": 2}


def piece(content: str | None = None, finish: str | None = None) -> dict[str, Any]:
    return {"choices": [{"delta": {"content": content}, "finish_reason": finish}]}


def progress(total: int) -> dict[str, Any]:
    return {**piece(), "prompt_progress": {"total": total, "processed": 0}}


def taken(*chunks: Mapping[str, Any], room_for: int = 100) -> _Answer:
    answer = _Answer(room_for)
    for chunk in chunks:
        answer.take(chunk)
    return answer


def test_pieces_become_a_text_with_its_end_and_its_counts() -> None:
    """Beginning, pieces, end and usage come as chunks of their own."""
    usage = {"choices": [], "usage": {"prompt_tokens": 9, "completion_tokens": 2}, "timings": TIMINGS}
    answer = taken(progress(9), piece('{"a"'), piece(": 1}"), piece(finish="stop"), usage)
    assert answer.told() == {
        "text": '{"a": 1}',
        "finish": "stop",
        "read": 9,
        "written": 2,
        "timings": TIMINGS,
    }


def test_a_request_that_leaves_no_room_is_known_before_it_is_read() -> None:
    """The first chunk says how many tokens there are; what is told is their number."""
    answer = taken(progress(101))
    assert (answer.does_not_fit, answer.told()) == (True, {"prompt": 101})
    assert not taken(progress(100)).does_not_fit


def test_a_request_longer_than_the_context_is_told_the_same_way() -> None:
    """The engine's own complaint holds the number too."""
    error = {"code": 400, "type": "exceed_context_size_error", "n_prompt_tokens": 3000, "message": "too long"}
    assert taken({"error": error}).told() == {"prompt": 3000}


def test_any_other_complaint_is_passed_on() -> None:
    """With or without an envelope."""
    error = {"code": 400, "type": "invalid_request_error", "message": "no such role"}
    assert taken({"error": error}).told() == taken(error).told() == {"error": error}


def test_a_reply_that_runs_in_circles_is_cut() -> None:
    """The binding counts no tokens for what is broken off: one a piece, and the request's as it said at first."""
    claim = '{"claim": "The ferry ran aground near Vessby on Tuesday morning, before the fog had lifted."}, '
    answer = taken(progress(9), *(piece(claim) for _ in range(4)))
    told = answer.told()
    assert (answer.is_in_circles, told["finish"], told["read"], told["written"]) == (True, "length", 9, 4)
