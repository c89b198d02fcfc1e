"""What sources and details cost beside reading: CPU-seconds of each over the same texts.

    python -m benchmarks.cost [--data FOLDER] [--model MODEL] [--rounds N] [--profile LINES]

One process, one text after the other on one thread: statements that stand in no other, those in
others, the document's grammar, and what is told from all of it. `--profile` names the functions
that take longest.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.setting import setting
from benchmarks.tools import DATA, texts_in
from quoth.details import detailed
from quoth.documents import open_document
from quoth.models import MODELS
from quoth.reading import Finder
from quoth.records import Document
from quoth.sources import with_sources

ASKED = 0.5
"""Times what reading costs, that sources and details may cost at most."""


class Seconds(NamedTuple):
    """CPU-seconds of one round."""

    statements: float
    """Those that stand in no other, and no grammar."""
    nested: float
    """Statements in statements too."""
    both: float
    """All statements and the document's grammar, in one pass of the network."""
    told: float
    """Sources and details, from those."""


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.cost",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    parser.add_argument("--rounds", type=int, default=3, help="turns (3); medians are printed")
    parser.add_argument("--profile", type=int, metavar="LINES", help="show that many functions")
    options = parser.parse_args()
    documents = [open_document(path) for path in sorted(texts_in(options.data).iterdir())]
    model = options.model
    whole = Finder(model)
    finders = (Finder(model, grammar=False, nested=False), Finder(model, grammar=False), whole)
    measured(finders, documents[:1])  # what is loaded once is start-up
    if options.profile:
        profiled(whole, documents, options.profile)
        return
    rounds = [measured(finders, documents) for _ in range(options.rounds)]
    print("| | CPU-seconds | times statements | times all reading |")
    print("|---|---:|---:|---:|")
    for name, times in (
        ("statements", [(r.statements, r) for r in rounds]),
        ("statements in statements", [(r.nested - r.statements, r) for r in rounds]),
        ("grammar", [(r.both - r.nested, r) for r in rounds]),
        ("sources and details", [(r.told, r) for r in rounds]),
    ):
        cells = (
            median(seconds for seconds, _ in times),
            median(seconds / r.statements for seconds, r in times),
            median(seconds / r.both for seconds, r in times),
        )
        print(f"| {name} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |")
    print()
    print(f"- Asked: sources and details at most {ASKED} times what reading costs")
    print(f"- Model: {options.model}; medians of {options.rounds} rounds")
    for line in setting(options.data):
        print(f"- {line}")


def measured(finders: Sequence[Finder], documents: list[Document]) -> Seconds:
    """One round over all documents, the kinds of work in turn for each."""
    spent = [0.0] * (len(finders) + 1)
    for document in documents:
        for number, finder in enumerate(finders):
            begin = time.process_time()
            found, analysis = finder.find(document)
            spent[number] += time.process_time() - begin
        begin = time.process_time()
        detailed(with_sources(found, analysis), analysis)
        spent[-1] += time.process_time() - begin
    return Seconds(*spent)


def profiled(whole: Finder, documents: list[Document], lines: int) -> None:
    """Where the time of sources and details goes, functions with what they call."""
    found = [whole.find(document) for document in documents]
    profile = cProfile.Profile()
    with profile:
        for reading, analysis in found:
            detailed(with_sources(reading, analysis), analysis)
    pstats.Stats(profile).strip_dirs().sort_stats("cumulative").print_stats(lines)


if __name__ == "__main__":
    main()
