"""Figures on the marked set of `tests/marked`: where, how much, in what, of what.

    python -m benchmarks.figures [--held]

`span` wants half of the characters in common, `exact` the same; the rest is the share of paired
figures of which it is right: both ends of the value, bound, unit, what is counted (by overlap as
readers are compared, and word for word), and whether it restates another. quantulum3 is run beside.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import click

from benchmarks.marks.agreement import paired, same
from benchmarks.marks.documents import text_of
from benchmarks.marks.sets import SETS, Record, final_file, items_file, load
from benchmarks.peers import PYTHON, ROOT
from benchmarks.setting import setting
from quoth.details.dates import dates
from quoth.details.figures import figures
from quoth.documents import from_text
from quoth.reading import Finder
from quoth.records import Figure


def marks(found: tuple[Figure, ...], passage: list[list[int]]) -> list[Record]:
    """The figures that begin in a passage, as a reader would have marked them."""
    return [
        {
            "span": [[one.span.start, one.span.end]],
            "low": one.low,
            "high": one.high,
            "unit": one.unit,
            "bound": one.bound,
            "of": one.of and [[span.start, span.end] for span in one.of.spans],
            "same": one.same,
        }
        for one in found
        if any(start <= one.span.start < end for start, end in passage)
    ]


def near(one: float | None, other: float | None) -> bool:
    """Whether two ends are the same; thirds are marked with three places."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 0.001 * max(1.0, abs(other))


def count(total: Counter[str], item: Record, ours: list[Record], gold: list[Record]) -> None:
    """Add what is found, marked and right in one passage."""
    pairs = paired("span", ours, gold)
    total.update(found=len(ours), marked=len(gold), span=len(pairs))
    for one, other in pairs:
        total["exact"] += one["span"] == other["span"]
        total["value"] += near(one["low"], other["low"]) and near(one["high"], other["high"])
        for name in ("bound", "unit"):
            total[name] += one.get(name, "") == other[name]
        total["of"] += same(SETS["figures"].fields["of"], item, one.get("of"), other["of"])
        total["of, word for word"] += one.get("of") == other["of"]
        total["same"] += (one.get("same") is None) == (other["same"] is None)


def line(name: str, total: Counter[str], fields: tuple[str, ...]) -> str:
    f1 = {
        key: 200 * total[key] / max(total["found"] + total["marked"], 1)
        for key in ("span", "exact")
    }
    rest = {key: 100 * total[key] / max(total["span"], 1) for key in fields}
    told = ", ".join(f"{key} {value:.1f}" for key, value in rest.items())
    return (
        f"{name}: F1 span {f1['span']:.1f}, exact {f1['exact']:.1f}; {told}"
        f" ({total['marked']} marked, {total['found']} found)"
    )


def peer(items: list[Record]) -> list[list[Any]]:
    """quantulum3's quantities in each passage: start, end, value; passages are paragraphs."""
    texts = [text_of(item["document"])[slice(*item["passage"][0])] for item in items]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "texts.json"
        given.write_text(json.dumps(texts), "utf-8")
        command = [str(PYTHON), "-m", "benchmarks.peers.quantulum_peer", str(given)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: list[list[Any]] = json.loads(done.stdout)
    return found


@click.command(help=__doc__)
@click.option("--held", is_flag=True, help="The third that is looked at only at the end.")
def main(held: bool) -> None:
    items, gold = load(items_file("figures", held)), load(final_file("figures", held))
    try:
        texts = {item["document"]: text_of(item["document"]) for item in items}
    except FileNotFoundError as missing:
        sys.exit(f"the marked texts are missing: {missing}")
    finder = Finder()
    read = {}
    for name, text in texts.items():
        _, analysis = finder.find(from_text(text, name))
        read[name] = figures(analysis, dates(analysis))
    total: Counter[str] = Counter()
    for item, mark in zip(items, gold, strict=True):
        count(total, item, marks(read[item["document"]], item["passage"]), mark["marks"])
    for one in setting():
        click.echo(one)
    fields = ("value", "bound", "unit", "of", "of, word for word", "same")
    click.echo(line("Quoth", total, fields))
    if not PYTHON.exists():
        click.echo("quantulum3 is not installed; run: python -m benchmarks.peers install")
        return
    other: Counter[str] = Counter()
    for item, mark, quantities in zip(items, gold, peer(items), strict=True):
        start = item["passage"][0][0]
        ours = [
            {"span": [[start + a, start + b]], "low": value, "high": value}
            for a, b, value in quantities
        ]
        count(other, item, ours, mark["marks"])
    click.echo(line("quantulum3", other, ("value",)))


if __name__ == "__main__":
    main()
