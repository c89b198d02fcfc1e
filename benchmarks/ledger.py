"""How fast a large ledger answers, and how it grows.

    python -m benchmarks.ledger [--documents 1000 10000 100000] [--plot docs/ledger-growth.svg]

One ledger of invented documents (`benchmarks.ledger_made`) grows, so many of them to a transaction
(--together; `quoth add` gives each its own, and waits longer for the disk); at each of the sizes it
is closed and asked. It stands in a temporary folder (--folder) and is deleted at the end.

Questions are those of `benchmarks.ledger_questions`, each asked once: "warm" by one connection, the
file in the system's cache; "cold" by a new connection after the system was told to forget the file.
Time on the clock counts what other programs took from the machine, CPU-time does not.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.ledger_made import keep, readings
from benchmarks.ledger_questions import Asks, questions
from benchmarks.setting import setting
from quoth.ledger import Ledger, open_ledger
from quoth.records import Reading

WARM, COLD = 500, 50
"""Questions of each kind, and how many of them are also asked cold."""
POINTS = 40
"""Places at which growth is noted."""
STRAIGHT = 1.25
"""What a statement may cost at the end over what it costs on average from `FROM` on."""
FROM = 30_000
"""Statements."""

Spent = tuple[float, float]
"""Milliseconds on the clock, and of CPU-time."""


@dataclass(frozen=True)
class Point:
    """The ledger at one moment; seconds are those spent in keeping, not in making texts up."""

    documents: int
    statements: int
    seconds: float
    cpu: float
    megabytes: float


def grow(
    path: Path, sizes: list[int], together: int, seed: int = 7
) -> Iterator[tuple[list[Point], int]]:
    """Fill a ledger; says how it grew whenever one of `sizes` is reached, the ledger closed."""
    points = [Point(0, 0, 0.0, 0.0, 0.0)]
    made = readings(max(sizes), seed)
    every = max(max(sizes) // POINTS, 1)
    for size in sorted(sizes):
        with open_ledger(path) as ledger:
            while (last := points[-1]).documents < size:
                some = list(islice(made, min(every, size - last.documents)))
                clock, cpu = _keep(ledger, some, together)
                ledger.store.checkpoint()
                points.append(
                    Point(
                        last.documents + len(some),
                        last.statements + sum(len(each.statements) for each in some),
                        last.seconds + clock,
                        last.cpu + cpu,
                        path.stat().st_size / 1e6,
                    )
                )
        yield points, size


def _keep(ledger: Ledger, made: list[Reading], together: int) -> tuple[float, float]:
    """Seconds on the clock and of CPU-time."""
    clock, busy = time.perf_counter(), time.process_time()
    for start in range(0, len(made), together):
        with ledger.store.transaction():
            for each in made[start : start + together]:
                keep(ledger.store, each)
    return time.perf_counter() - clock, time.process_time() - busy


def asked(path: Path, asks: list[Asks]) -> list[Spent]:
    """Milliseconds of each question, one connection for all, some asked before."""
    with open_ledger(path, read_only=True) as ledger:
        for ask in asks[: len(asks) // 5]:
            ask(ledger)
        return [_timed(partial(ask, ledger)) for ask in asks[len(asks) // 5 :]]


def asked_cold(path: Path, asks: list[Asks]) -> list[Spent]:
    """The same by a connection of its own for each, nothing of the file in memory."""
    times = []
    for ask in asks:
        forget(path)
        with open_ledger(path, read_only=True) as ledger:
            times.append(_timed(partial(ask, ledger)))
    return times


def opened(path: Path, cold: bool) -> list[Spent]:
    """Milliseconds that opening takes."""
    times = []
    for _ in range(COLD):
        if cold:
            forget(path)
        times.append(_timed(lambda: open_ledger(path, read_only=True).close()))
    return times


def forget(path: Path) -> None:
    """Ask the system to drop the file from its cache."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _timed(act: Callable[[], object]) -> Spent:
    clock, busy = time.perf_counter(), time.process_time()
    act()
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - busy)


def report(path: Path, size: int, number: int = WARM, cold: int = COLD) -> Iterator[str]:
    """The table of one size."""
    with open_ledger(path, read_only=True) as ledger:
        asks = questions(ledger, number)
    yield (
        f"| {size:,} documents, milliseconds | warm, CPU: median | 95 % | largest | warm, clock:"
        " median | 95 % | cold, clock: median | 95 % |"
    )
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    rows = [("opening", opened(path, False), opened(path, True))]
    for kind, some in asks.items():
        rows.append((kind, asked(path, some), asked_cold(path, some[:cold])))
    for kind, warm, from_disk in rows:
        cpu, clock = [spent[1] for spent in warm], [spent[0] for spent in warm]
        disk = [spent[0] for spent in from_disk]
        values = (at(0.5, cpu), at(0.95, cpu), max(cpu), at(0.5, clock), at(0.95, clock))
        cells = [f"{value:.1f}" for value in (*values, at(0.5, disk), at(0.95, disk))]
        yield f"| {' | '.join((kind, *cells))} |"
    yield ""


def at(share: float, times: list[float]) -> float:
    """The value below which this share of `times` lies."""
    return sorted(times)[min(int(share * len(times)), len(times) - 1)]


def growth(points: list[Point]) -> Iterator[str]:
    """How it grew, and whether in a straight line."""
    last = points[-1]
    yield (
        f"{last.documents:,} documents with {last.statements:,} statements: {last.seconds:.0f} s "
        f"({last.cpu:.0f} CPU-seconds) to keep, {last.megabytes:,.0f} MB."
    )
    start = next((point for point in points if point.statements >= FROM), None)
    if start is None or start is last:
        return
    late = next(point for point in points if point.documents >= 0.8 * last.documents)
    for what in ("cpu", "megabytes"):
        ratio = _rate(what, late, last) / _rate(what, start, last)
        line = "straight" if ratio <= STRAIGHT else "not straight"
        called = "CPU-seconds" if what == "cpu" else "megabytes"
        yield (
            f"- The line of {called} is {line}: a statement of the last fifth takes {ratio:.2f} "
            f"times what one takes on average from {start.statements:,} on."
        )


def _rate(what: str, start: Point, end: Point) -> float:
    spent: float = getattr(end, what) - getattr(start, what)
    return spent / (end.statements - start.statements)


def plot(points: list[Point], path: Path) -> None:
    """Time and size against statements."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    pyplot.rcParams["svg.hashsalt"] = "quoth"
    figure, sides = pyplot.subplots(1, 2, figsize=(8, 3), layout="constrained")
    for side, what, label in zip(
        sides, ("cpu", "megabytes"), ("CPU-seconds to keep", "MB of the file"), strict=True
    ):
        side.plot([p.statements / 1e6 for p in points], [getattr(p, what) for p in points], ".-")
        side.set_xlabel("million statements")
        side.set_ylabel(label)
        side.set_ylim(bottom=0)
        side.set_xlim(left=0)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.ledger",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path, help="where the ledger stands meanwhile")
    parser.add_argument("--plot", type=Path, help="SVG of how it grew (matplotlib)")
    parser.add_argument("--together", type=int, default=50, help="documents to a transaction (50)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder) / "made.db"
        for points, size in grow(path, options.documents, options.together):
            for line in (*growth(points), "", *report(path, size)):
                print(line, flush=True)
            if options.plot:
                plot(points, options.plot)
    for line in setting():
        print(f"- {line}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"- load {os.getloadavg()[0]:.1f} at the end, peak {memory} MB; `PRAGMA cache_size` 64 MiB"
    )


if __name__ == "__main__":
    main()
