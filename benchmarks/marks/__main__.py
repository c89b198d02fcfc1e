"""Hand-marked sets: what was drawn, shown to readers, checked, compared and decided.

    python -m benchmarks.marks draw                         # items anew, by seed: the same again
    python -m benchmarks.marks show SET [--held] [--from N] [--to N]
    python -m benchmarks.marks check SET TYPED READER [--held]
    python -m benchmarks.marks agree SET READER READER [--held] [--differences]
    python -m benchmarks.marks settle SET READER READER TYPED [--held]

`tests/marked/README.md` says how to mark and in which form to type.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from benchmarks.marks import agreement, answers, draw, show
from benchmarks.marks.sets import (
    SETS,
    Record,
    answers_file,
    final_file,
    items_file,
    load,
    save,
)

SET = click.argument("name", metavar="SET", type=click.Choice(list(SETS)))
HELD = click.option("--held", is_flag=True, help="The third that is looked at only at the end.")
TYPED = click.argument("typed", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group(help=__doc__)
def main() -> None:
    pass


@main.command("draw")
def draw_items() -> None:
    """Write the items of all sets."""
    for name in SETS:
        for held, items in zip((False, True), draw.draw(name), strict=True):
            save(items_file(name, held), items)
            click.echo(f"{items_file(name, held)}: {len(items)}")


@main.command("show")
@SET
@HELD
@click.option("--from", "first", type=int, default=1, help="First number to show.")
@click.option("--to", "last", type=int, default=sys.maxsize, help="Last number to show.")
def show_items(name: str, held: bool, first: int, last: int) -> None:
    """Print items with their context."""
    items = [item for item in load(items_file(name, held)) if first <= item["n"] <= last]
    for line in show.shown(SETS[name], items):
        click.echo(line)


@main.command("check")
@SET
@TYPED
@click.argument("reader")
@HELD
@click.option("--quiet", is_flag=True, help="Only what is wrong.")
def check_answers(name: str, typed: Path, reader: str, held: bool, quiet: bool) -> None:
    """Say what is wrong in typed answers, print the others for control.

    Where nothing is wrong, write them as offsets to the reader's folder.
    """
    items = load(items_file(name, held))
    lines = typed.read_text("utf-8").splitlines()
    records, problems = answers.resolved(SETS[name], items, lines)
    by_number = {item["n"]: item for item in items}
    for record in () if quiet else records:
        for line in show.control(SETS[name], by_number[record["n"]], record):
            click.echo(line)
    _stop_at(problems)
    save(answers_file(name, reader, held), records)


def _stop_at(problems: list[str]) -> None:
    for problem in problems:
        click.echo(f"wrong: {problem}", err=True)
    if problems:
        sys.exit(1)


@main.command("agree")
@SET
@click.argument("one")
@click.argument("other")
@HELD
@click.option("--differences", is_flag=True, help="Print the answers that differ.")
def agree(name: str, one: str, other: str, held: bool, differences: bool) -> None:
    """Agreement of two readers."""
    items, mine, yours = _both(name, one, other, held)
    for line in agreement.report(SETS[name], items, mine, yours):
        click.echo(line)
    for item, first, second in zip(items, mine, yours, strict=True) if differences else ():
        if not agreement.alike(SETS[name], item, first, second):
            for reader, answer in ((one, first), (other, second)):
                for line in show.control(SETS[name], item, answer):
                    click.echo(f"{reader} {line}")


@main.command("settle")
@SET
@click.argument("one")
@click.argument("other")
@TYPED
@HELD
def settle(name: str, one: str, other: str, typed: Path, held: bool) -> None:
    """Write the final marks: what both say, and where they differ what TYPED says."""
    items, mine, yours = _both(name, one, other, held)
    apart = [
        item
        for item, first, second in zip(items, mine, yours, strict=True)
        if not agreement.alike(SETS[name], item, first, second)
    ]
    lines = typed.read_text("utf-8").splitlines()
    records, problems = answers.resolved(SETS[name], apart, lines)
    _stop_at(problems)
    decided = {record["n"]: record for record in records}
    save(final_file(name, held), [decided.get(record["n"], record) for record in mine])


def _both(
    name: str, one: str, other: str, held: bool
) -> tuple[list[Record], list[Record], list[Record]]:
    files = (items_file(name, held), *(answers_file(name, who, held) for who in (one, other)))
    items, mine, yours = map(load, files)
    return items, mine, yours


if __name__ == "__main__":
    main()
