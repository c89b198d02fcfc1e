"""`kill -9` at random moments of `quoth add` with four writers to one ledger.

    python -m benchmarks.killed [--times 200] [--documents N] [--model small]

Four processes add sets of files that overlap. At random moments one of them, now and then all
four, are killed; each time the ledger must open and pass its check while the others write on, and
the same command goes on in its place. Once all are through, the ledger must hold what one writer
that nobody disturbed has kept: the same documents with the same readings, sightings and inputs.
Then it begins anew until there were so many kills. A stand-in reads unless a model is named.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.context import ForkProcess
from pathlib import Path

import quoth.documents.opening
import quoth.reader
from benchmarks.setting import setting
from benchmarks.standin import StandIn, told
from quoth.cli import main as command_line
from quoth.documents.worker import items
from quoth.ledger import open_ledger

WRITERS = 4
SECONDS = 0.03
"""That the stand-in takes for a document."""
LEDGER = "news.db"


class Round:
    """Writers to one ledger until all are through."""

    def __init__(
        self, files: Sequence[str], model: str | None, within: float, draw: random.Random
    ) -> None:
        self._draw = draw
        self._within = within
        self._model = model
        self._sets = [draw.sample(files, len(files) * 2 // 3) for _ in range(WRITERS - 1)]
        self._sets.append(list(files))
        self._running = {n: self._start(n) for n in range(WRITERS)}
        self.kills = self.wrong = 0

    def run(self, times: int) -> None:
        """Kill until all are through, `times` at most."""
        while self._running:
            time.sleep(self._draw.uniform(0, self._within))
            self._reap()
            if self._running and self.kills < times:
                self._kill()
                self._check()

    def _kill(self) -> None:
        every = self._draw.random() < 0.2
        struck = list(self._running) if every else [self._draw.choice(list(self._running))]
        for number in struck:
            os.kill(self._running[number].pid or 0, signal.SIGKILL)
        for number in struck:
            self._running[number].join()
            self._running[number] = self._start(number)
        self.kills += 1

    def _check(self) -> None:
        with open_ledger(LEDGER) as ledger:
            for line in ledger.check():
                self.wrong += 1
                print(f"after kill {self.kills}: {line}", file=sys.stderr)

    def _reap(self) -> None:
        for number, process in list(self._running.items()):
            if not process.is_alive():
                if process.exitcode:
                    self.wrong += 1
                    print(f"a writer ended with {process.exitcode}", file=sys.stderr)
                del self._running[number]

    def _start(self, number: int) -> ForkProcess:
        process = multiprocessing.get_context("fork").Process(
            target=_add, args=(self._sets[number], self._model)
        )
        process.start()
        return process


def _add(files: Sequence[str], model: str | None) -> None:
    """The command as a user has it, but for what reads."""
    if model is None:
        setattr(quoth.reader, "Reader", lambda _: StandIn(seconds=SECONDS, threads=2))  # noqa: B010
        setattr(quoth.documents.opening, "parsed", items)  # noqa: B010
    sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115
    command_line(["add", *files, "--ledger", LEDGER, *(["--model", model] if model else [])])


def _kept() -> dict[str, object]:
    """What the ledger holds, whatever numbers it has."""
    with open_ledger(LEDGER) as ledger:
        store = ledger.store
        numbers = store.rows("SELECT fingerprint, id FROM documents")
        found: dict[str, object] = {name: ledger.reading(number) for name, number in numbers}
        for query in (
            "SELECT lineage, version, fingerprint FROM documents ORDER BY 1, 2",
            "SELECT fingerprint, s.name, input FROM sightings s JOIN documents d"
            " ON d.id = s.document ORDER BY 1, 2",
            "SELECT name, digest FROM inputs ORDER BY 1",
            "SELECT name, reason FROM failures ORDER BY 1",
            "SELECT digest, packed FROM originals ORDER BY 1",
        ):
            found[query] = store.rows(query)
    return found


def _files(documents: int) -> list[str]:
    names = [f"{number}.txt" for number in range(documents)]
    for number, name in enumerate(names):
        Path(name).write_text(told(number), encoding="utf-8")
    return names


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.killed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--times", type=int, default=200, help="kills (200)")
    parser.add_argument("--documents", type=int, default=200, help="documents to add (200)")
    parser.add_argument("--within", type=float, default=1.5, help="seconds to the next kill (1.5)")
    parser.add_argument("--model", help="read by a model instead of a stand-in")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    kills = rounds = wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        files = _files(options.documents)
        whole = multiprocessing.get_context("fork").Process(
            target=_add, args=(files, options.model)
        )
        whole.start()
        whole.join()
        expected = _kept()
        assert len(expected) > options.documents
        while kills < options.times:
            for each in Path().glob(f"{LEDGER}*"):
                each.unlink()
            one = Round(files, options.model, options.within, draw)
            one.run(options.times - kills)
            kills, wrong, rounds = kills + one.kills, wrong + one.wrong, rounds + 1
            if (kept := _kept()) != expected:
                wrong += 1
                differ = [key for key in expected if kept.get(key) != expected[key]]
                print(f"round {rounds} keeps other rows: {differ}", file=sys.stderr)
        os.chdir("/")
    print(f"{kills} kills of {WRITERS} writers, {rounds} ledgers, {wrong} wrong")
    for line in setting():
        print(f"- {line}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
