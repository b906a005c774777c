"""What this machine has to spare for a model: memory and processor cores.

Guarantees: nothing is changed and nothing is remembered; limits of the control group (containers, services) count as
much as those of the machine; what a platform does not tell is None or left out, never guessed.
"""

import asyncio
import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

_KIB = 1024
_LOOK_S = 0.25  # how long it is looked how busy the cores are
_CGROUP = Path("sys/fs/cgroup")


@dataclass(frozen=True)
class Machine:
    """The machine as its pseudo files below `root` describe it, and as the system's own calls do."""

    root: Path = Path("/")

    def available_bytes(self) -> int | None:
        """Memory that can be had without swapping, or None where the platform does not say."""
        found = [*self._memory_of_machine(), *self._memory_of_groups()]
        return min(found) if found else None

    def allowed_cores(self) -> int:
        """Cores that this process may use: its affinity, and the quota of its control groups rounded up."""
        quotas = [-(-quota // period) for quota, period in self._quotas()]
        return max(1, min([len(self._affinity()), *quotas]))

    def core_times(self) -> dict[int, tuple[int, int]]:
        """For each core that this process may use, the time it was idle and all time, in ticks; empty where unknown."""
        allowed = self._affinity()
        times = {}
        for line in self._lines("proc/stat"):
            name, *ticks = line.split()
            if name.startswith("cpu") and name[3:].isdigit() and int(name[3:]) in allowed:
                spent = [int(tick) for tick in ticks[:8]]  # guest time is part of user time
                times[int(name[3:])] = (spent[3] + spent[4], sum(spent))
        return times

    def _affinity(self) -> frozenset[int]:
        if hasattr(os, "sched_getaffinity"):
            return frozenset(os.sched_getaffinity(0))
        return frozenset(range(os.cpu_count() or 1))

    def _memory_of_machine(self) -> list[int]:
        for line in self._lines("proc/meminfo"):
            if line.startswith("MemAvailable:"):
                return [int(line.split()[1]) * _KIB]
        return []

    def _memory_of_groups(self) -> list[int]:
        free = []
        for folder in self._groups("memory"):
            limit = self._number(folder / "memory.max", folder / "memory.limit_in_bytes")
            used = self._number(folder / "memory.current", folder / "memory.usage_in_bytes")
            if limit is not None and used is not None:
                free.append(max(0, limit - used + self._reclaimable(folder)))
        return free

    def _reclaimable(self, folder: Path) -> int:
        """File pages that count as used and are given back when memory is wanted."""
        for line in self._lines(str(folder / "memory.stat")):
            if line.startswith(("inactive_file ", "total_inactive_file ")):
                return int(line.split()[1])
        return 0

    def _quotas(self) -> list[tuple[int, int]]:
        found = []
        for folder in self._groups("cpu"):
            words = [word for line in self._lines(str(folder / "cpu.max")) for word in line.split()]
            if len(words) == 2 and words[0].isdigit():
                found.append((int(words[0]), int(words[1])))
            quota = self._number(folder / "cpu.cfs_quota_us")
            period = self._number(folder / "cpu.cfs_period_us")
            if quota is not None and period:
                found.append((quota, period))
        return found

    def _groups(self, controller: str) -> list[Path]:
        """The folders of this process's control group and of all above it, for version 2 and 1 alike."""
        folders: list[Path] = []
        for line in self._lines("proc/self/cgroup"):
            _, names, path = line.rstrip("\n").split(":", 2)
            if names and controller not in names.split(","):
                continue
            top = _CGROUP / controller if names else _CGROUP
            here = top / path.lstrip("/")
            folders.extend(folder for folder in (here, *here.parents) if folder.is_relative_to(top))
        return folders

    def _number(self, *paths: Path) -> int | None:
        for path in paths:
            for line in self._lines(str(path)):
                if line.strip().isdigit():
                    return int(line)
        return None

    def _lines(self, path: str) -> list[str]:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return (self.root / path).read_text(encoding="ascii").splitlines()
        return []


def free_cores(before: dict[int, tuple[int, int]], after: dict[int, tuple[int, int]]) -> float | None:
    """How many cores were idle between two readings of `core_times`; None where nothing can be said."""
    shares = [
        (after[core][0] - idle) / (after[core][1] - total)
        for core, (idle, total) in before.items()
        if core in after and after[core][1] > total
    ]
    return sum(shares) if shares else None


def choose_threads(allowed: int, free: float | None) -> int:
    """How many threads to compute with: as many as there are free cores, at least one.

    Threads wait for each other at every layer, so that one that shares its core holds all the others up: measured on two
    cores that other programs kept busy, two threads wrote half as fast as one.
    """
    return allowed if free is None else max(1, min(allowed, round(free)))


async def spare_threads(machine: Machine) -> int:
    """How many threads to compute with as things are now."""
    before = machine.core_times()
    await asyncio.sleep(_LOOK_S)
    return choose_threads(machine.allowed_cores(), free_cores(before, machine.core_times()))
