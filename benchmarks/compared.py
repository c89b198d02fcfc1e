"""How far two readers of the claims in `tests/compared` agree, and each of them with the writer.

    python -m benchmarks.compared [--held]

Prints a table in Markdown: per task the items, and for each two of them raw agreement and Cohen's
kappa.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Hashable
from itertools import combinations
from pathlib import Path
from typing import Any

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.marks.agreement import kappa

COMPARED = Path(__file__).resolve().parents[1] / "tests" / "compared"
READERS = ("one", "two")

Mark = dict[str, Any]
Marks = dict[str, dict[int, Mark]]
"""Somebody's marks by `pairs` and `figures`, and there by the item's number."""

TASKS: dict[str, tuple[str, Callable[[Mark], Hashable]]] = {
    "pairs: label": ("pairs", lambda mark: mark["label"]),
    "pairs: label and direction": ("pairs", lambda mark: (mark["label"], mark.get("answers"))),
    "figures: same": ("figures", lambda mark: mark["same"]),
    "figures: reason": ("figures", lambda mark: mark["reason"]),
}


def part(held: bool) -> Path:
    """The folder that has `claims` and `answers`."""
    return COMPARED / "held" if held else COMPARED


def read_by(folder: Path, reader: str) -> Marks:
    """What a reader answered."""
    lines = (folder / "answers" / reader / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    marks: Marks = {"pairs": {}, "figures": {}}
    for mark in map(json.loads, lines):
        marks["pairs" if "label" in mark else "figures"][mark["n"]] = mark
    return marks


def meant(folder: Path) -> Marks:
    """What the writer meant, in the numbers and with the sides of the items."""
    items = json.loads((folder / "claims" / "items.json").read_text(encoding="utf-8"))
    return {
        kind: {item["n"]: _meant(folder / "claims" / item["event"], kind, item) for item in found}
        for kind, found in items.items()
    }


def _meant(event: Path, kind: str, item: Mark) -> Mark:
    written = json.loads((event / f"{kind}.json").read_text(encoding="utf-8"))["pairs"]
    sides = (item["a"], item["b"])
    mark: Mark = next(m for m in written if (m["a"], m["b"]) in (sides, sides[::-1]))
    if mark.get("direction"):
        return {**mark, "answers": "a" if mark["a"] == item["a"] else "b"}
    return mark


def table(held: bool) -> list[str]:
    """Raw agreement and kappa of each two, task by task."""
    folder = part(held)
    marks = {f"reader {name}": read_by(folder, name) for name in READERS}
    marks["writer"] = meant(folder)
    twos = list(combinations(marks, 2))
    rows = [
        "| task | items | " + " | ".join(f"{one}, {other}" for one, other in twos) + " |",
        "|---|---:|" + "---:|" * len(twos),
    ]
    for task, (kind, said) in TASKS.items():
        numbers = list(marks["writer"][kind])
        cells = [
            _cell([(said(marks[a][kind][n]), said(marks[b][kind][n])) for n in numbers])
            for a, b in twos
        ]
        rows.append(f"| {task} | {len(numbers)} | " + " | ".join(cells) + " |")
    return rows


def _cell(pairs: list[tuple[Hashable, Hashable]]) -> str:
    raw = sum(one == other for one, other in pairs) / len(pairs)
    beyond = kappa(pairs)
    return f"{100 * raw:.1f} %" + ("" if beyond is None else f", {beyond:.3f}")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--held", action="store_true", help="the part that is for the end")
    print("\n".join(table(parser.parse_args(arguments).held)))


if __name__ == "__main__":
    main()
