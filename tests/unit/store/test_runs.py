"""Runs and their items are kept."""

from pathlib import Path

import pytest

from groundwire.domain.provenance import PromptRef, Usage
from groundwire.domain.run import Item, ItemError, ItemStatus, Run, RunStatus
from groundwire.errors import StoreError, UsageError
from groundwire.store.database import open_store

RUN = Run(
    id="r1",
    command="summarise",
    started="2025-03-04T12:00:00+00:00",
    arguments={"sources": ["a.txt", "half \udc80"]},
    analyst="prompted@1",
    model="m",
    prompts=(PromptRef(task="claims", version=1, digest="prompt:sha256:0"),),
)
DONE = RUN.model_copy(
    update={
        "finished": "2025-03-04T12:01:00+00:00",
        "status": RunStatus.DONE,
        "usage": Usage(requests=2, causes={"first": 2}),
        "counts": {"done": 1},
    }
)
ITEM = Item(run="r1", position=0, article="a1", source="a.txt", status=ItemStatus.DONE, document="{}")


def test_a_run_is_kept_from_its_start_to_its_end(tmp_path: Path) -> None:
    """It is `running` until it is finished, and comes back equal to what was put, halves of surrogate pairs too."""
    with open_store(tmp_path / "s") as store:
        store.runs.start(RUN)
        assert store.runs.get_run("r1") == RUN
        store.runs.finish(DONE)
        assert store.runs.get_run("r1") == DONE


@pytest.mark.parametrize("unfinished", [RUN, DONE.model_copy(update={"finished": None})])
def test_a_run_that_goes_on_is_not_finished(tmp_path: Path, unfinished: Run) -> None:
    """Finishing needs an end."""
    with (
        open_store(tmp_path / "s") as store,
        pytest.raises(ValueError, match="expected a run that has ended"),
    ):
        store.runs.finish(unfinished)


def test_items_come_in_their_order(tmp_path: Path) -> None:
    """Whatever order they were done in."""
    failed = Item(
        run="r1",
        position=2,
        source="b.txt",
        status=ItemStatus.FAILED,
        error=ItemError(code="ReplyCut", message="cut", hint="raise --max-tokens"),
    )
    with open_store(tmp_path / "s") as store:
        store.runs.start(RUN)
        store.runs.put_item("r1", failed)
        store.runs.put_item("r1", ITEM)
        assert store.runs.items("r1") == (ITEM, failed)


def test_an_item_that_is_put_again_replaces_the_first(tmp_path: Path) -> None:
    """A resumed run overwrites what failed; starting the run again keeps its items."""
    with open_store(tmp_path / "s") as store:
        store.runs.start(RUN)
        store.runs.put_item("r1", ITEM.model_copy(update={"status": ItemStatus.FAILED, "document": None}))
        store.runs.start(RUN)
        store.runs.put_item("r1", ITEM)
        assert store.runs.items("r1") == (ITEM,)


def test_an_item_needs_its_run(tmp_path: Path) -> None:
    """An item of a run that was never started is refused."""
    with open_store(tmp_path / "s") as store, pytest.raises(StoreError):
        store.runs.put_item("r1", ITEM)


def test_the_latest_run_comes_first(tmp_path: Path) -> None:
    """By the time of its start; a limit cuts the oldest off."""
    with open_store(tmp_path / "s") as store:
        for number, day in enumerate(("04", "06", "05")):
            store.runs.start(
                RUN.model_copy(update={"id": f"r{number}", "started": f"2025-03-{day}T00:00:00+00:00"})
            )
        assert [run.id for run in store.runs.list_runs()] == ["r1", "r2", "r0"]
        assert [run.id for run in store.runs.list_runs(limit=1)] == ["r1"]


def test_a_run_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    """As long as it is the only one; a whole id goes before a beginning; no id is no beginning."""
    with open_store(tmp_path / "s") as store:
        for run_id in ("abc", "abcd", "abce", "x_1"):
            store.runs.start(RUN.model_copy(update={"id": run_id}))
        assert [store.runs.find_id(given) for given in ("abc", "abcd", "x")] == ["abc", "abcd", "x_1"]
        for given in ("ab", "", "y", "%", "_"):
            with pytest.raises(UsageError):
                store.runs.get_run(given)


def test_old_runs_are_pruned_with_their_items(tmp_path: Path) -> None:
    """Age is counted from the start of the run; a start that cannot be read is old."""
    day = 86_400
    with open_store(tmp_path / "s", clock=lambda: 1_741_089_600.0 + 10 * day) as store:  # 14 March, 12:00
        for run_id, started in (
            ("old", "2025-03-04T11:59:00+00:00"),
            ("young", RUN.started),
            ("odd", "long ago"),
        ):
            store.runs.start(RUN.model_copy(update={"id": run_id, "started": started}))
            store.runs.put_item(run_id, ITEM)
        assert store.prune(older_than_s=10 * day).runs == 2
        assert store.runs.ids() == ("young",)
        assert (store.runs.items("old"), len(store.runs.items("young"))) == ((), 1)
