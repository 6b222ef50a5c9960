"""Processor time and memory of a process and all below it, read from /proc."""

from __future__ import annotations

import os
from pathlib import Path

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


def _stat(process: int) -> list[str] | None:
    try:
        text = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return text.rpartition(")")[2].split()


def family(*roots: int) -> set[int]:
    """Return the roots and every process descended from them."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            parents[int(entry.name)] = int(fields[1])
    found = set(roots)
    while grown := {child for child, parent in parents.items() if parent in found} - found:
        found |= grown
    return found


def processor_seconds(*roots: int) -> float:
    """Return the user and system time of the family so far, ended children included."""
    total = 0
    for process in family(*roots):
        if fields := _stat(process):
            total += sum(int(value) for value in fields[11:15])
    return total / TICKS_A_SECOND


def memory_mebibytes(*roots: int) -> float:
    """Return the proportional set size of the family: shared pages are counted once."""
    total = 0
    for process in family(*roots):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024
