"""Draws the set and shows what is in it: `python -m benchmarks.altered`. Nothing is stored.

python -m benchmarks.altered                          # how many of what, and the fingerprint
python -m benchmarks.altered --show 20 --kind recast  # twenty of one kind, and their originals
python -m benchmarks.altered --score                  # how much of it the product finds
python -m benchmarks.altered --held                   # with what is held back: at the end
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random

from benchmarks.altered.draw import KINDS, draw, fingerprint, tallied
from benchmarks.altered.pinned import FINGERPRINTS
from benchmarks.altered.records import Item
from benchmarks.altered.score import scored
from benchmarks.tools import SHARED


def main(arguments: list[str] | None = None) -> int:
    """Prints; 1 where the corpora are missing or the set is not the one that is pinned."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.altered", description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with both corpora")
    parser.add_argument("--held", action="store_true", help="with what is held back")
    parser.add_argument("--show", type=int, metavar="N", help="print N alterations")
    parser.add_argument("--score", action="store_true", help="score the product and baselines")
    parser.add_argument("--kind", help=f"of one kind: {', '.join(KINDS)}, or one that is held")
    chosen = parser.parse_args(arguments)
    try:
        items = draw(chosen.shared, held=chosen.held)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    if chosen.show is not None:
        for line in shown(items, chosen.kind, chosen.show):
            print(line)
        return 0
    if chosen.score:
        for line in scored(items):
            print(line, flush=True)
        return 0
    print(*tallied(items), sep="\n")
    found, wanted = fingerprint(items), FINGERPRINTS[chosen.held]
    print(f"fingerprint: {found}")
    if found != wanted:
        print(f"this is not the set that is pinned ({wanted})", file=sys.stderr)
        return 1
    return 0


def shown(items: list[Item], kind: str | None, number: int) -> list[str]:
    """Lines: alterations drawn by chance, each under what it was made from."""
    originals = {i.truth.utterances[0]: i for i in items if i.truth.role == "original"}
    altered = [i for i in items if i.truth.kind and kind in (None, i.truth.kind)]
    Random(0).shuffle(altered)
    lines = []
    for item in altered[:number]:
        lines.append(f"{item.truth.kind} ({item.truth.change}) {item.statement.document}")
        for name in item.truth.utterances:
            original = originals[name].statement
            lines.append(f"  was  {original.speaker}: {original.text}")
        lines.append(f"  now  {item.statement.speaker}: {item.statement.text}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
