"""Makes PDFs with known truth.

    python -m benchmarks.pdfs make FOLDER --open [--seed N]
    python -m benchmarks.pdfs make FOLDER --held [--seed N]
    python -m benchmarks.pdfs make FOLDER --more [--seed N]
    python -m benchmarks.pdfs list

`make` writes each PDF and beside it its truth as JSON. Producers that are not installed are named
on standard error, and their layouts are left out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.pdfs.held import HELD
from benchmarks.pdfs.layouts import OPEN
from benchmarks.pdfs.layouts_more import MORE
from benchmarks.pdfs.make import lacking, layouts, made, sheets

SETS = {
    "open": "layouts to work with: 40 PDFs",
    "held": "layouts kept for testing: 20 PDFs",
    "more": "further layouts to work with, rich in quotations and running heads",
}


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pdfs",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="the layouts, one a line")
    make = commands.add_parser("make", help="write the PDFs and their truth")
    make.add_argument("folder", type=Path)
    which = make.add_mutually_exclusive_group(required=True)
    for name, about in SETS.items():
        which.add_argument(f"--{name}", dest="which", action="store_const", const=name, help=about)
    make.add_argument("--seed", type=int, default=0, help="other articles, sizes and margins")
    make.add_argument("--only", metavar="NAME", help="one layout or one producer")
    options = parser.parse_args()
    if options.command == "list":
        for name, some in {"open": OPEN, "held": HELD, "more": MORE}.items():
            for one in some:
                print(f"{one.name:11} {name} {one.copies} {one.producer:12} {one.about}")
        return
    chosen = [
        one for one in layouts(options.which) if options.only in (None, one.name, one.producer)
    ]
    missing = lacking(chosen)
    for reason in missing.values():
        print(reason, file=sys.stderr)
    chosen = [one for one in chosen if one.producer not in missing]
    for path in made(sheets(chosen, options.seed), options.folder):
        print(path)


if __name__ == "__main__":
    main()
