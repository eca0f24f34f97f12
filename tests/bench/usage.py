"""CPU time and memory of processes, as Linux tells it; elsewhere nothing is known."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Usage:
    """`cpu_seconds` of user and system time since the start; `peak_mb`: the most resident memory since then."""

    cpu_seconds: float
    peak_mb: float


def usage_of(pid: int | None) -> Usage | None:
    """Return what a process used so far; None where that is unknown: no process of ours, or no Linux."""
    if pid is None or not sys.platform.startswith("linux"):
        return None
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    return Usage(cpu_seconds(stat, ticks_per_second=os.sysconf("SC_CLK_TCK")), peak_mb(status))


def cpu_seconds(stat: str, *, ticks_per_second: int) -> float:
    """Return user plus system time of a line of /proc/PID/stat. The name in it may hold spaces and parentheses."""
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / ticks_per_second


def peak_mb(status: str) -> float:
    """Return VmHWM of /proc/PID/status in megabytes; 0 where it is missing (a process that has ended)."""
    line = next((line for line in status.splitlines() if line.startswith("VmHWM:")), "VmHWM: 0 kB")
    return int(line.split()[1]) / 1024


def snapshot(pids: Mapping[str, int | None]) -> dict[str, Usage | None]:
    """Return the usage of each named process."""
    return {name: usage_of(pid) for name, pid in pids.items()}


def spent_us(
    before: Mapping[str, Usage | None], after: Mapping[str, Usage | None], *, count: int
) -> dict[str, float | None]:
    """Return CPU microseconds per each of `count`, by process; None where it is unknown."""
    spent: dict[str, float | None] = {}
    for name, end in after.items():
        start = before.get(name)
        spent[name] = None if start is None or end is None else (end.cpu_seconds - start.cpu_seconds) * 1e6 / count
    return spent


def peaks_mb(seen: Mapping[str, Usage | None]) -> dict[str, float | None]:
    """Return the peak of memory by process."""
    return {name: None if usage is None else usage.peak_mb for name, usage in seen.items()}


def machine() -> str:
    """Return the machine in cores and memory, and nothing else about it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{cores} cores, {memory:.0f} GB of memory"
