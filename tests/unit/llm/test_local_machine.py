"""What a machine has to spare, read from pseudo files as Linux and its control groups write them."""

import os
from pathlib import Path

import pytest

from groundwire.llm.local_machine import Machine, choose_threads, free_cores

MIB = 2**20


def machine(root: Path, **files: str) -> Machine:
    """A machine with these files below its root; `__` in a name stands for a slash, `_dot_` for a dot."""
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="ascii")
    return Machine(root)


def test_memory_is_what_the_machine_has(tmp_path: Path) -> None:
    """Without a limit on the group it is what the kernel calls available."""
    found = machine(tmp_path, proc__meminfo="MemTotal:  99 kB\nMemAvailable:    2048 kB\n")
    assert found.available_bytes() == 2 * MIB


def test_a_limit_on_the_group_counts_with_what_could_be_given_back(tmp_path: Path) -> None:
    """100 allowed, 80 used, 30 of these pages of files: 50 can be had; a group above may allow less."""
    found = machine(
        tmp_path,
        proc__meminfo="MemAvailable: 999999 kB\n",
        proc__self__cgroup="0::/box/inner\n",
        sys__fs__cgroup__box__inner__memory_dot_max=f"{100 * MIB}\n",
        sys__fs__cgroup__box__inner__memory_dot_current=f"{80 * MIB}\n",
        sys__fs__cgroup__box__inner__memory_dot_stat=f"anon 1\ninactive_file {30 * MIB}\n",
        sys__fs__cgroup__box__memory_dot_max="max\n",
        sys__fs__cgroup__box__memory_dot_current="1\n",
    )
    assert found.available_bytes() == 50 * MIB
    above = machine(tmp_path, sys__fs__cgroup__box__memory_dot_max=f"{20 * MIB}\n")
    assert above.available_bytes() == 20 * MIB - 1


def test_the_older_groups_are_read_too(tmp_path: Path) -> None:
    """Version 1 has a tree for each controller."""
    found = machine(
        tmp_path,
        proc__self__cgroup="5:cpu,cpuacct:/box\n4:memory:/box\n",
        sys__fs__cgroup__memory__box__memory_dot_limit_in_bytes=f"{40 * MIB}\n",
        sys__fs__cgroup__memory__box__memory_dot_usage_in_bytes=f"{30 * MIB}\n",
        sys__fs__cgroup__cpu__box__cpu_dot_cfs_quota_us="50000\n",
        sys__fs__cgroup__cpu__box__cpu_dot_cfs_period_us="100000\n",
    )
    assert (found.available_bytes(), found.allowed_cores()) == (10 * MIB, 1)


def test_a_platform_that_says_nothing_is_not_guessed_at(tmp_path: Path) -> None:
    """No pseudo files: memory unknown, every core of the process allowed, nothing known of their load."""
    found = Machine(tmp_path)
    assert (found.available_bytes(), found.core_times()) == (None, {})
    assert found.allowed_cores() >= 1


@pytest.mark.parametrize(("quota", "cores"), [("150000 100000", 2), ("100000 100000", 1), ("1000 100000", 1)])
def test_a_quota_is_rounded_up(tmp_path: Path, quota: str, cores: int) -> None:
    """One and a half cores are two threads; there is always one."""
    found = machine(tmp_path, proc__self__cgroup="0::/\n", sys__fs__cgroup__cpu_dot_max=f"{quota}\n")
    assert found.allowed_cores() == min(cores, Machine(tmp_path / "elsewhere").allowed_cores())


def test_idle_time_is_read_for_the_cores_of_this_process(tmp_path: Path) -> None:
    """Idle and waiting for disks are idle; time of guests is not counted twice."""
    mine = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    stat = f"cpu  9 9 9 9 9 9 9 9 9 9\ncpu{mine} 10 20 30 400 50 6 7 8 900 900\ncpu9999 1 1 1 1 1 1 1 1 0 0\n"
    assert machine(tmp_path, proc__stat=stat).core_times() == {mine: (450, 531)}


@pytest.mark.parametrize(
    ("after", "free"),
    [
        ({0: (200, 300), 1: (100, 300)}, 1.0),
        ({0: (150, 300), 1: (100, 300)}, 0.5),
        ({0: (100, 200), 1: (100, 200)}, None),
        ({}, None),
    ],
)
def test_free_cores_are_those_that_were_idle(after: dict[int, tuple[int, int]], free: float | None) -> None:
    """Shares of idle time between two readings are added up; without time between them nothing is said."""
    assert free_cores({0: (100, 200), 1: (100, 200)}, after) == free


@pytest.mark.parametrize(
    ("allowed", "free", "threads"), [(2, 1.9, 2), (2, 1.2, 1), (2, 0.0, 1), (4, 9.0, 4), (8, None, 8)]
)
def test_threads_are_as_many_as_are_free(allowed: int, free: float | None, threads: int) -> None:
    """At least one, at most what is allowed; all of these where nothing is known."""
    assert choose_threads(allowed, free) == threads
