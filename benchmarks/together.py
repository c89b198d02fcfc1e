"""Two processes adding to one ledger and one reading it, all at once.

    python -m benchmarks.together [--minutes 10]

Each adder opens the ledger, adds some files, of which the other adds a part too, and closes it,
as `quoth add` does again and again; the reader opens it, searches, loads, counts and now and then
backs it up. Printed is how much was done, and every error; none may reach a user.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.queues import SimpleQueue
from pathlib import Path

from benchmarks.setting import setting
from benchmarks.standin import StandIn, told
from quoth.ledger import open_ledger
from quoth.ledger.finding import Question

LEDGER = "news.db"
TOGETHER = 20
"""Files in one go of an adder."""
BACKUPS = 100
"""A backup after so many looks."""

Done = Counter[str]


def _adding(number: int, draw: random.Random) -> Done:
    """Add files, half of which have numbers that the other adder takes as well."""
    done: Done = Counter()
    names = []
    for _ in range(TOGETHER):
        what = draw.randrange(10**6) * 2 + (number if draw.random() < 0.5 else 0)
        name = f"{number}-{what % 5000}.txt"
        Path(name).write_text(told(what % 100_000), encoding="utf-8")
        names.append(name)
    with open_ledger(LEDGER) as ledger:
        for kept in ledger.add(names, StandIn(threads=2)):
            done[kept.state] += 1
    return done


def _reading(_: int, draw: random.Random) -> Done:
    """What people look for."""
    with open_ledger(LEDGER, read_only=True) as ledger:
        found = ledger.find(Question(words=f"passengers {draw.randrange(100)}"))
        newest = ledger.store.value("SELECT max(id) FROM documents") or 0
        if newest:
            ledger.reading(newest)
            ledger.history(newest)
        ledger.sources()
        ledger.info()
        if not draw.randrange(BACKUPS):
            ledger.backup("copy.db")
            return Counter(looks=1, backups=1)
    return Counter(looks=1, found=len(found.hits))


Part = Callable[[int, random.Random], Done]


def _go_on(part: Part, number: int, until: float, told_by: SimpleQueue[Done]) -> None:
    """Do it until the time is up, and say how much was done and what went wrong."""
    done: Done = Counter()
    draw = random.Random(number)
    while time.time() < until:
        try:
            done += part(number, draw)
        except Exception as error:
            done["errors"] += 1
            print(f"{part.__name__}: {type(error).__name__}: {error}", file=sys.stderr)
    told_by.put(done)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.together",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--minutes", type=float, default=10)
    options = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    parts: tuple[Part, ...] = (_adding, _adding, _reading)
    done: Done = Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        open_ledger(LEDGER).close()
        told_by: SimpleQueue[Done] = context.SimpleQueue()
        until = time.time() + 60 * options.minutes
        started = [
            context.Process(target=_go_on, args=(part, number, until, told_by))
            for number, part in enumerate(parts)
        ]
        for each in started:
            each.start()
        for _ in started:
            done += told_by.get()
        for each in started:
            each.join()
        with open_ledger(LEDGER) as ledger:
            wrong = list(ledger.check())
            counts = ledger.info().counts
        os.chdir("/")
    print(f"{options.minutes:g} minutes: " + ", ".join(f"{n:,} {what}" for what, n in done.items()))
    print(f"ledger: {counts['documents']:,} documents, {counts['statements']:,} statements")
    print(f"errors: {done['errors']}, wrong in the ledger: {len(wrong)}", *wrong[:9], sep="\n")
    for line in setting():
        print(f"- {line}")
    sys.exit(1 if wrong or done["errors"] else 0)


if __name__ == "__main__":
    main()
