"""A fault at every write of every command that writes to a ledger, and again in opening it then.

    python -m benchmarks.faults [COMMAND...] [--step N]

Afterwards the ledger opens, passes `quoth ledger check`, and holds no row but those of before and
after; once the command has run again it holds the same rows as without a fault (but for times). A
line is printed for each fault after which that is not so.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from benchmarks.faults.commands import COMMANDS
from benchmarks.faults.disk import Fault, Kind
from benchmarks.faults.trials import Command, Trials
from benchmarks.setting import setting

MODES: tuple[tuple[Kind, bool], ...] = (
    ("error", False),
    ("error", True),
    ("full", False),
    ("full", True),
    ("torn", False),
    ("killed", False),
    ("cut", False),
    ("power", False),
)
"""Kinds of faults, and whether they last."""
AGAIN: tuple[tuple[Kind, bool], ...] = (("error", True), ("full", True), ("killed", False))
"""Faults in opening what was killed, or lost its power."""
MEMORY = Path("/dev/shm")
"""Where files are in memory: thousands of trials need not wait for a disk."""


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("commands", nargs="*", help="only these")
    parser.add_argument("--step", type=int, default=1, help="a fault at every N-th write (1)")
    parser.add_argument("--again", type=int, default=8, help="ledgers to open with faults (8)")
    options = parser.parse_args()
    if not hasattr(os, "fork"):
        sys.exit("this system cannot copy a process, which every trial is")
    lost = 0
    print("| command | writes | faults | faults in opening after | lost |")
    print("|---|---:|---:|---:|---:|")
    for command in COMMANDS:
        if options.commands and command.name not in options.commands:
            continue
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            writes, first, second, wrong = _sweep(
                command, Path(folder).resolve(), options.step, options.again
            )
        lost += wrong
        print(f"| {command.name} | {writes} | {first} | {second} | {wrong} |", flush=True)
    print()
    for line in setting():
        print(f"- {line}")
    sys.exit(1 if lost else 0)


def _sweep(command: Command, folder: Path, step: int, again: int) -> tuple[int, int, int, int]:
    """Writes of a command, faults put in it, faults put in opening it then, and trials lost."""
    trials = Trials(command, folder)
    counts = [0, 0]
    wrong = 0
    for first, second in _faults(trials, step, again):
        found = list(trials.trial(first, second))
        counts[second is not None] += 1
        wrong += bool(found)
        for line in found[:3]:
            print(f"{command.name}, {first}, {second}: {line}", file=sys.stderr)
    return trials.writes, counts[0], counts[1], wrong


def _faults(trials: Trials, step: int, again: int) -> Iterator[tuple[Fault, Fault | None]]:
    for (kind, lasting), at in product(MODES, range(1, trials.writes + 1, step)):
        yield Fault(kind, at, lasting), None
    kinds: tuple[Kind, Kind] = ("killed", "power")
    for n in range(again):
        ended = Fault(kinds[n % 2], 1 + (2 * n + 1) * trials.writes // (2 * again))
        for at in range(1, trials.recovering(ended) + 1, step):
            for kind, lasting in AGAIN:
                yield ended, Fault(kind, at, lasting)


if __name__ == "__main__":
    main()
