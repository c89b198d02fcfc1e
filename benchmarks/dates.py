"""Expressions of time on TimeBank, measured as TempEval-3 measured them.

    python -m benchmarks.dates [--data FOLDER] [--grammar MODEL] [--errors]

The rules read words alone; with `--grammar` also what the network says of them, but for its tags of
time, which it has learned from these very articles. So nothing here was learned from TimeBank.

*strict* wants the same characters, *relaxed* any overlap; *type* and *value* are relaxed F1 times
the share of matched pairs whose type, or value, is the same string (UzZaman et al. 2013).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from benchmarks.peers import ROOT
from benchmarks.setting import setting
from benchmarks.timebank import Article, Time, articles, without_grammar
from quoth.analysis import Analysis
from quoth.details.dates import dates
from quoth.models import MODELS
from quoth.reading import Finder
from quoth.records import Date, Document

DEVELOPED = frozenset(range(6))
"""The tenths that the rules' writer looked at."""
PUBLISHED = """\
As published on TempEval-3's test articles, others than these (UzZaman et al., SemEval 2013):
HeidelTime strict 81.3, value 77.6; SUTime strict 79.6, value 67.4"""


@dataclass
class Score:
    """Counts over articles."""

    marked: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(a + b for a, b in zip(self.counts, other.counts, strict=True)))

    @property
    def counts(self) -> tuple[int, ...]:
        return (self.marked, self.found, self.strict, self.relaxed, self.type, self.value)

    def f1(self, right: int) -> float:
        return 200 * right / (self.marked + self.found) if self.marked + self.found else 100.0

    def line(self, name: str) -> str:
        names = ("strict", "relaxed", "type", "value")
        figures = ", ".join(f"{n} {self.f1(getattr(self, n)):.1f}" for n in names)
        return f"{name}: F1 {figures} ({self.marked} marked, {self.found} found)"


def paired(marked: Iterable[Time], found: Iterable[Date]) -> list[tuple[Time | None, Date | None]]:
    """Each marked time with the one found that is the same, or else overlaps it."""
    ours = list(found)
    pairs: list[tuple[Time | None, Date | None]] = []
    for time in marked:
        same = [d for d in ours if (d.span.start, d.span.end) == (time.start, time.end)]
        near = [d for d in ours if d.span.start < time.end and time.start < d.span.end]
        best = next(iter(same + near), None)
        if best is not None:
            ours.remove(best)
        pairs.append((time, best))
    return pairs + [(None, date) for date in ours]


def score(pairs: Iterable[tuple[Time | None, Date | None]]) -> Score:
    total = Score()
    for time, date in pairs:
        total.marked += time is not None
        total.found += date is not None
        if time is None or date is None:
            continue
        total.relaxed += 1
        total.strict += (date.span.start, date.span.end) == (time.start, time.end)
        total.type += date.type == time.type
        total.value += date.value == time.value
    return total


def _untagged(model: str) -> Callable[[Document], Analysis]:
    """Reads with the grammar of `model`, and forgets its tags of time."""
    finder = Finder(model)

    def analysed(document: Document) -> Analysis:
        analysis = finder.find(document)[1]
        tokens = tuple(token._replace(time="O") for token in analysis.tokens)
        return replace(analysis, tokens=tokens)

    return analysed


def _right(time: Time | None, date: Date | None) -> bool:
    if time is None or date is None:
        return False
    ours = (date.span.start, date.span.end, date.type, date.value)
    return ours == (time.start, time.end, time.type, time.value)


def _shown(article: Article, time: Time | None, date: Date | None) -> str:
    text = article.document.text
    marked, found = "-", "-"
    start = end = 0
    if date is not None:
        start, end = date.span.start, date.span.end
        found = f"“{text[start:end]}” {date.type} {date.value} ({date.how})"
    if time is not None:
        start, end = time.start, time.end
        marked = f"{time.type} {time.value}"
    around = f"{text[max(start - 40, 0) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return " ".join(f"{article.name} {marked} | {found} | {around}".split())


@click.command(help=__doc__)
@click.option("--data", type=click.Path(path_type=Path), default=ROOT.parent / "shared/timebank")
@click.option("--errors", is_flag=True, help="Show what is wrong in the tenths looked at.")
@click.option("--grammar", type=click.Choice(MODELS), help="Read with the grammar of this model.")
def main(data: Path, grammar: str | None, errors: bool) -> None:
    found = articles(data)
    if not found:
        sys.exit(f"{data}: no articles of TimeBank there; say where they are with --data")
    analysed = _untagged(grammar) if grammar else without_grammar
    seen, unseen = Score(), Score()
    for article in found:
        pairs = paired(article.times, dates(analysed(article.document)))
        if article.part in DEVELOPED:
            seen += score(pairs)
        else:
            unseen += score(pairs)
        for time, date in pairs if errors and article.part in DEVELOPED else ():
            if not _right(time, date):
                click.echo(_shown(article, time, date))
    for line in setting():
        click.echo(line)
    click.echo(seen.line("tenths 0 to 5, which the rules were written on"))
    click.echo(unseen.line("tenths 6 to 9, not looked at"))
    click.echo((seen + unseen).line("all"))
    click.echo(PUBLISHED)


if __name__ == "__main__":
    main()
