"""What it costs to compare the quotations of a whole ledger, and how that grows.

    python -m benchmarks.quotations_cost [--documents 1000 10000 100000] [--plot FILE.svg]

Ledgers of invented documents (`benchmarks.ledger_made --echoes 0.2`) of about 30 statements each
are made in a temporary folder, or given by --ledgers, one for each size; one that is given is
compared anew, and stays compared. Each is compared by a process of its own, with two more that
compare wordings, all their memory counted at its largest: `compare_ledger`. Then 50 of
its documents, drawn by seed, are compared as a new one is, each by a connection of its own that
knows nothing yet: warm, and 20 of them cold, after the system was told to forget the file.

What is found is held against what the generator knows: of statements that pass on an utterance in
other words than it was first said in, how many stand with another one of that utterance; of pairs,
how many are of one. And how many statements of the 50 documents are found near another by both
ways, of those found by either.

rapidfuzz scores all pairs of the smallest ledger (a part of the rows, timed and multiplied), and is
extended to the others by the square of their size.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.ledger import at, forget
from benchmarks.ledger_drafts import drafts
from benchmarks.ledger_made import fill
from benchmarks.setting import setting
from quoth.compare.many.comparing import PROCESSES, compare_documents, compare_ledger, near
from quoth.compare.quotations.told import FEWEST
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.quotations import Looking

ECHOES = 0.2
NEW, COLD = 50, 20
"""Documents compared as new ones, and how many of them cold too."""
ROWS = 1000
"""Texts that rapidfuzz scores with all."""


def measured(path: Path) -> dict[str, Any]:
    """All that is measured of one ledger, in this process."""
    with open_ledger(path) as ledger:
        with ledger.store.transaction():
            ledger.store.run("DELETE FROM quotation_pairs")
            ledger.store.run("DELETE FROM compared")
        ledger.store.checkpoint()
        clock, before = time.perf_counter(), _cpu()
        documents = compare_ledger(ledger)
        found: dict[str, Any] = {
            "documents": documents,
            "clock": time.perf_counter() - clock,
            "cpu": _cpu() - before,
            "megabytes": _megabytes(),
            "statements": _value(ledger, "SELECT count(*) FROM statements"),
            "pairs": _value(ledger, "SELECT count(*) FROM quotation_pairs"),
        }
        drawn = random.Random(8).sample(range(1, documents + 1), min(NEW, documents))
        found["agreement"] = _agreement(ledger, drawn)
    found["warm"] = [_new(path, number) for number in drawn]
    found["cold"] = []
    for number in drawn[:COLD]:
        forget(path)
        found["cold"].append(_new(path, number))
    return found | _known(path, documents)


def _cpu() -> float:
    """Seconds of this process and of those that it waited for."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _megabytes() -> float:
    """The most that this process has held, and as often as there are others the most of one."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (own + PROCESSES * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def _value(ledger: Ledger, sql: str) -> int:
    return int(ledger.store.value(sql))


def _new(path: Path, number: int) -> tuple[float, float]:
    """Seconds on the clock and of CPU-time to compare one document with all the others."""
    clock, cpu = time.perf_counter(), time.process_time()
    with open_ledger(path) as ledger:
        for _ in compare_documents(ledger.store, [number]):
            pass
    return time.perf_counter() - clock, time.process_time() - cpu


def _agreement(ledger: Ledger, numbers: list[int]) -> float:
    """Of statements that are near another by either way, how many are by both."""
    rows_of = (
        "SELECT s.id FROM statements s JOIN readings r ON r.id = s.reading WHERE r.document = ?"
    )
    paired = " AND EXISTS (SELECT 1 FROM quotation_pairs WHERE {} = s.id)"
    both = either = 0
    looking = Looking(ledger.store)
    for number in numbers:
        own = set(ledger.store.rows(rows_of, (number,)))
        at_once = {
            row
            for column in ("statement", "other")
            for row in ledger.store.rows(rows_of + paired.format(column), (number,))
        }
        pairs = near(ledger.store, looking, number)
        alone = own & {(each,) for pair in pairs for each in (pair.statement, pair.other)}
        both += len(at_once & alone)
        either += len(at_once | alone)
    return both / max(either, 1)


def _known(path: Path, documents: int) -> dict[str, float]:
    """What was found, held against which statements the generator made of which utterance."""
    said = (
        (number, one.utterance, one.content)
        for number, draft in enumerate(islice(drafts(7, ECHOES), documents), 1)
        for one in draft.said
    )
    first: dict[int, str] = {}
    utterances, others = [], []
    with open_ledger(path, read_only=True) as ledger:
        rows = ledger.store.rows(
            "SELECT s.id, r.kin FROM statements s JOIN readings r ON r.id = s.reading"
            " ORDER BY r.document, s.id"
        )
        for _, utterance, content in said:
            utterances.append(utterance)
            in_other_words = first.setdefault(utterance, content) != content
            others.append(in_other_words and len(content.split()) >= FEWEST)
        found = ledger.store.rows("SELECT statement, other FROM quotation_pairs")
    pairs = np.array(found, np.int64).reshape(-1, 2)
    numbers, kin = np.array(rows).T
    order = np.argsort(numbers)
    places = order[np.searchsorted(numbers[order], pairs)]
    whose = np.array(utterances)
    same = whose[places[:, 0]] == whose[places[:, 1]]
    joined = np.zeros(len(numbers), bool)
    joined[places[same]] = True
    apart = kin[places[:, 0]] != kin[places[:, 1]]
    echo = np.array(others)
    return {
        "echoes": int(echo.sum()),
        "recall": float(joined[echo].mean()),
        "precision": float(same[apart].mean()),
    }


def rapidfuzz_hours(path: Path, rows: int = ROWS) -> tuple[int, float]:
    """How many texts a ledger has, and hours for rapidfuzz to score each two of them."""
    from rapidfuzz import fuzz, process

    with open_ledger(path, read_only=True) as ledger:
        texts = [text for (text,) in ledger.store.rows("SELECT content FROM statements")]
    some = random.Random(8).sample(texts, min(rows, len(texts)))
    begun = time.process_time()
    process.cdist(some, texts, scorer=fuzz.ratio, score_cutoff=60, workers=1)
    spent = time.process_time() - begun
    return len(texts), spent * len(texts) / len(some) / 2 / 3600


def exponent(found: list[dict[str, Any]], what: str) -> float:
    """The power of the number of statements that a cost grows by."""
    x = np.log([each["statements"] for each in found])
    return float(np.polyfit(x, np.log([each[what] for each in found]), 1)[0])


def report(found: list[dict[str, Any]], peer: tuple[int, float]) -> Iterator[str]:
    """The table, and what it says."""
    yield (
        "| statements | pairs kept | CPU, s | clock, s | memory, MB | new document, clock (CPU), s:"
        " 95 % | cold | rapidfuzz, all pairs, CPU-hours | echoes found | pairs of one utterance"
        " | found both ways |"
    )
    yield "|---:|" + "---:|" * 10
    for each in found:
        warm, cold = ([spent[0] for spent in each[state]] for state in ("warm", "cold"))
        busy = at(0.95, [spent[1] for spent in each["warm"]])
        texts, hours = peer
        cells = (
            f"{each['statements']:,}",
            f"{each['pairs']:,}",
            f"{each['cpu']:.0f}",
            f"{each['clock']:.0f}",
            f"{each['megabytes']:.0f}",
            f"{at(0.95, warm):.2f} ({busy:.2f})",
            f"{at(0.95, cold):.2f}",
            f"{hours * (each['statements'] / texts) ** 2:,.2f}",
            f"{each['recall']:.1%} of {each['echoes']:,}",
            f"{each['precision']:.1%}",
            f"{each['agreement']:.1%}",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield "- rapidfuzz was run on the smallest alone; the others are its square law, not a run."
    if len(found) > 1:
        cpu, clock = exponent(found, "cpu"), exponent(found, "clock")
        yield f"- CPU-time grows with statements to the power of {cpu:.2f}, the clock {clock:.2f}."


def plot(found: list[dict[str, Any]], peer: tuple[int, float], path: Path) -> None:
    """Time against statements, both in powers of ten."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    pyplot.rcParams["svg.hashsalt"] = "quoth"
    figure, side = pyplot.subplots(figsize=(6, 3.6), layout="constrained")
    x = [each["statements"] for each in found]
    for what, label in (("cpu", "CPU-time"), ("clock", "clock")):
        power = f", power {exponent(found, what):.2f}" if len(found) > 1 else ""
        side.loglog(x, [each[what] for each in found], "o-", label=f"quoth, {label}{power}")
    texts, hours = peer
    law = [3600 * hours * (size / texts) ** 2 for size in x]
    side.loglog(x, law, "s:", label="rapidfuzz, all pairs (square law)")
    side.axhline(1800, color="grey", linewidth=0.8)
    side.annotate("30 minutes", (x[0], 1800), fontsize=8, va="bottom")
    side.set_xlabel("statements")
    side.set_ylabel("seconds")
    side.legend()
    figure.savefig(path, metadata={"Date": None})


def _apart(path: Path) -> dict[str, Any]:
    """`measured` in a process of its own, whose memory is that of this alone."""
    command = [sys.executable, "-m", "benchmarks.quotations_cost", "--one", str(path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quotations_cost",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--ledgers", type=Path, nargs="+", help="made before, the smallest first")
    parser.add_argument("--folder", type=Path, help="where ledgers stand meanwhile")
    parser.add_argument("--plot", type=Path, help="SVG of how it grows (matplotlib)")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measured(options.one)))
        return
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        paths: list[Path] = options.ledgers or []
        for size in [] if paths else sorted(options.documents):
            paths.append(Path(folder) / f"{size}.db")
            for _ in fill(paths[-1], size, echoes=ECHOES):
                pass
        found = []
        for path in paths:
            found.append(_apart(path))
            print(json.dumps({**found[-1], "warm": None, "cold": None}), file=sys.stderr)
        peer = rapidfuzz_hours(paths[0])
    for line in report(found, peer):
        print(line)
    if options.plot:
        plot(found, peer, options.plot)
    for line in setting():
        print(f"- {line}")
    print(f"- load {os.getloadavg()[0]:.1f} at the end; `PRAGMA cache_size` 64 MiB")


if __name__ == "__main__":
    main()
