"""How well the structure of PDFs is read: Quoth, and pypdf, pdfplumber, pdfminer.six, pypdfium2.

    python -m benchmarks.pdf [--held | --more] [--seed N] [--verbose] [--check]
    python -m benchmarks.pdf --speed [--held | --more]

Makes the PDFs of `benchmarks.pdfs` in `work/pdfs`, reads them with every library as it comes, and
prints the measures of `benchmarks.structure`, means over the PDFs. `--speed` prints the CPU-time of
a page instead, beside that of bare text extraction by pypdfium2. `--check` ends with status 3 where
Quoth reaches less than it must.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks.converted import scored
from benchmarks.measure import cost
from benchmarks.pdf_readers import READERS
from benchmarks.pdfs.layout import Set
from benchmarks.pdfs.make import lacking, layouts, made, sheets
from benchmarks.peers import ROOT
from benchmarks.quality import FELL
from benchmarks.setting import setting
from benchmarks.structure import COLUMNS, Piece, Structure, Tally, score
from quoth.errors import UnreadableInput

FLOORS = (0.97, 0.99, 0.95)
"""What means of bounds, order and block quotations must reach; heads in the body must be none."""
ROUNDS, TIMES = 3, 4
"""For speed: rounds, of which medians are taken, and how often the longer pass reads the PDFs."""


@dataclass(frozen=True)
class Page:
    """A PDF and its truth."""

    path: Path
    truth: dict[str, Any]

    def pieces(self, boxes: bool = True) -> list[Piece]:
        """The truth's blocks."""
        blocks = self.truth["blocks"]
        return [Piece(b["kind"], b["text"]) for b in blocks if boxes or not b.get("boxed")]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pdf",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    which = parser.add_mutually_exclusive_group()
    for name, about in (("held", "kept for testing alone"), ("more", "that are open too")):
        which.add_argument(
            f"--{name}", dest="which", action="store_const", const=name, help=f"the layouts {about}"
        )
    parser.set_defaults(which="open")
    parser.add_argument("--seed", type=int, default=0, help="other articles, sizes and margins")
    parser.add_argument("--verbose", action="store_true", help="a row for each PDF, Quoth alone")
    parser.add_argument("--check", action="store_true", help="fail where Quoth falls short")
    parser.add_argument("--speed", action="store_true", help="CPU-seconds a page")
    options = parser.parse_args()
    pages = made_pages(options.which, options.seed)
    if options.speed:
        print(*speed(pages), sep="\n")
        short = []
    else:
        structures = {name: measured(name, pages) for name in READERS if _installed(name)}
        print(*table(structures, options.verbose), sep="\n")
        print("", *said(pages), sep="\n")
        short = shortfalls(structures["Quoth"])
    print()
    print(*(f"- {line}" for line in (*setting(), _data(pages))), sep="\n")
    if options.check:
        print(*short, sep="\n", file=sys.stderr)
        sys.exit(FELL if short else 0)


def made_pages(which: Set, seed: int) -> list[Page]:
    """The PDFs, made anew; producers that are missing here are named on standard error."""
    folder = ROOT / "work" / "pdfs" / f"{which}-{seed}"
    missing = lacking(layouts(which))
    print(*missing.values(), sep="\n", file=sys.stderr, end="\n" if missing else "")
    chosen = [one for one in layouts(which) if one.producer not in missing and not one.scanned]
    for old in folder.glob("*"):
        old.unlink()
    paths = list(made(sheets(chosen, seed), folder))
    return [Page(path, json.loads(path.with_suffix(".json").read_text("utf-8"))) for path in paths]


def measured(name: str, pages: list[Page]) -> dict[str, Structure]:
    """The measures of each PDF by its name; one that cannot be read has nothing right."""
    found = {}
    for page in pages:
        try:
            read = READERS[name](page.path)
        except UnreadableInput as failure:
            print(failure, file=sys.stderr)
            read = []
        # Where a box stands in the order of reading is nobody's to say: it counts for all else.
        order = score(page.pieces(boxes=False), read).order
        found[page.truth["name"]] = replace(score(page.pieces(), read), order=order)
    return found


def table(structures: dict[str, dict[str, Structure]], verbose: bool = False) -> Iterator[str]:
    """A table in Markdown: each PDF where `verbose`, then a row of means for each library."""
    yield f"| | {' | '.join(COLUMNS)} |"
    yield f"|---|{'---:|' * len(COLUMNS)}"
    if verbose:
        for name, one in structures["Quoth"].items():
            yield _row(name, [one])
    for name, found in structures.items():
        yield _row(name, list(found.values()))


def said(pages: list[Page]) -> Iterator[str]:
    """How many notes Quoth ties to their marks, and what it finds of title, authors and date."""
    found = [scored(page.path) for page in pages]
    notes = sum((one.notes for one in found), Tally())
    yield f"- Marks tied to their notes: {notes.right} of {notes.truth}, {notes.read} made"
    for key in ("title", "authors", "published"):
        right = sum(one.said[key] for one in found)
        yield f"- {key} as in the truth: {right} of {len(found)}"


def shortfalls(found: dict[str, Structure]) -> list[str]:
    """A line for each measure that is below what it must be."""
    reached = _means(list(found.values()))
    names = zip(COLUMNS, reached, FLOORS, strict=False)
    short = [f"{name}: {got:.3f}, at least {floor}" for name, got, floor in names if got < floor]
    heads = sum(one.heads for one in found.values())
    return short + ([f"heads in body: {heads}, none is allowed"] if heads else [])


def speed(pages: list[Page]) -> Iterator[str]:
    """CPU-time of Quoth and pypdfium2, without start-up: what reading all PDFs again adds."""
    folder, count = pages[0].path.parent, sum(page.truth["pages"] for page in pages)
    names = ("Quoth", "pypdfium2")
    rounds = [{name: _cpu(name, folder) / count for name in names} for _ in range(ROUNDS)]
    yield "| | CPU-milliseconds a page | of pypdfium2's pages a second |"
    yield "|---|---:|---:|"
    for name in names:
        spent = median(one[name] for one in rounds)
        share = median(one["pypdfium2"] / one[name] for one in rounds)
        yield f"| {name} | {1000 * spent:.2f} | {share:.2f} |"


def _cpu(name: str, folder: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.pdf_readers", name, str(folder)]
    once, often = (cost([*command, "--times", str(n)]).cpu for n in (1, TIMES))
    return (often - once) / (TIMES - 1)


def _row(name: str, found: list[Structure]) -> str:
    cells = [f"{figure:.3f}" for figure in _means(found)]
    counts = [sum(one.heads for one in found), sum(one.unknown for one in found)]
    return f"| {name} | {' | '.join((*cells, *map(str, counts)))} |"


def _means(found: list[Structure]) -> list[float]:
    return [mean(some) if (some := _figures(found, n)) else 1.0 for n in range(4)]


def _figures(found: list[Structure], which: int) -> list[float]:
    tallies: list[Tally] = [
        (one.bounds, one.order, one.quotations, one.kinds)[which] for one in found
    ]
    return [tally.f1 for tally in tallies if tally.f1 is not None]


def _installed(name: str) -> bool:
    module = {"Quoth": "quoth", "pdfminer.six": "pdfminer"}.get(name, name)
    return find_spec(module) is not None


def _data(pages: list[Page]) -> str:
    count = sum(page.truth["pages"] for page in pages)
    producers = ", ".join(sorted({page.truth["producer"] for page in pages}))
    layouts_ = len({page.truth["layout"] for page in pages})
    # Of the truths alone: some producers write the time of day into a PDF.
    digest = hashlib.sha256()
    for page in pages:
        digest.update(page.path.with_suffix(".json").read_bytes())
    return (
        f"Data: {len(pages)} PDFs, {count} pages, {layouts_} layouts by {producers}, "
        f"SHA-256 {digest.hexdigest()[:12]}"
    )


if __name__ == "__main__":
    main()
