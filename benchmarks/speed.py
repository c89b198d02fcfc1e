"""How fast Quoth and its peers read: words per CPU-second, whole processes, same articles.

    python -m benchmarks.speed [--quoth-only] [--rounds N] [--data FOLDER]
    python -m benchmarks.speed --length [--sizes MB,MB,...]
    python -m benchmarks.speed --number

The first compares. The others read invented text of growing length, and more and more short texts,
with Quoth alone, and say whether time grows in a straight line.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks import length
from benchmarks.measure import THREADS, Cost, cost, words_in
from benchmarks.setting import setting
from benchmarks.tools import BARE, DATA, QUOTH, SMALL, TEXTACY, Tool, chosen, texts_in


@dataclass(frozen=True)
class Round:
    """One tool's turn: all articles, and one article, which is nearly all start-up."""

    all: Cost
    one: Cost


@dataclass(frozen=True)
class Work:
    """Words of all articles and of the one that stands for start-up."""

    all: int
    one: int

    def whole(self, turn: Round) -> float:
        """Words per CPU-second, start-up and all."""
        return self.all / turn.all.cpu

    def reading(self, turn: Round) -> float:
        """Words per CPU-second once started: what the further articles cost."""
        return (self.all - self.one) / (turn.all.cpu - turn.one.cpu)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/")
    parser.add_argument("--rounds", type=int, default=5, help="turns for each tool (5)")
    parser.add_argument("--quoth-only", action="store_true", help="leave the peers out")
    parser.add_argument("--length", action="store_true", help="long texts instead, Quoth alone")
    parser.add_argument("--number", action="store_true", help="many short texts, Quoth alone")
    parser.add_argument("--sizes", type=_sizes, default=length.SIZES, help="MB for --length")
    options = parser.parse_args()
    if options.length:
        lines = length.report(length.long_texts(options.sizes))
    elif options.number:
        lines = length.report(length.many_texts(length.NUMBERS))
    else:
        tools = chosen(options.quoth_only)
        tools = tools if options.quoth_only else [*tools, BARE]
        lines = report(tools, texts_in(options.data), options.rounds)
    for line in lines:
        print(line, flush=True)


def report(tools: list[Tool], texts: Path, rounds: int) -> Iterator[str]:
    """A table in Markdown of medians over rounds, the ratio, and what it was measured on."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder)
        shortest = min(texts.iterdir(), key=lambda path: (path.stat().st_size, path.name))
        shutil.copy(shortest, one)
        work = Work(words_in(texts), words_in(one))
        turns = measured(tools, texts, one, rounds)
    yield "| | words per CPU-second | without start-up | start-up, CPU-seconds | peak MB |"
    yield "|---|---:|---:|---:|---:|"
    for tool, done in turns.items():
        yield (
            f"| {tool.name} | {median(map(work.whole, done)):.0f} "
            f"| {median(map(work.reading, done)):.0f} "
            f"| {median(turn.one.cpu for turn in done):.2f} "
            f"| {median(turn.all.memory for turn in done):.0f} |"
        )
    yield ""
    for ours in (tool for tool in turns if tool in {QUOTH, SMALL}):
        for peer in (tool for tool in turns if tool in {TEXTACY, BARE}):
            yield from _ratios(ours, peer, turns, work)
    yield from (f"- {line}" for line in setting(texts.parent))
    yield (
        f"- {work.all} words by white space; {', '.join(tool.name for tool in tools)} in turn,"
        f" {rounds} times; medians; CPU-seconds are user and system time of whole processes"
    )
    yield f"- start-up: the shortest article alone, {work.one} words"
    yield f"- {', '.join(f'{name}={value}' for name, value in THREADS.items())}"


def _ratios(ours: Tool, peer: Tool, turns: dict[Tool, list[Round]], work: Work) -> Iterator[str]:
    for rate, name in ((work.whole, "whole process"), (work.reading, "without start-up")):
        ratios = [rate(a) / rate(b) for a, b in zip(turns[ours], turns[peer], strict=True)]
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        yield f"- {ours.name} to {peer.name}, {name}: {median(ratios):.2f} (by round {spread})"


def measured(tools: list[Tool], texts: Path, one: Path, rounds: int) -> dict[Tool, list[Round]]:
    """The tools in turn, round after round, so that a slow minute meets them all."""
    turns: dict[Tool, list[Round]] = {tool: [] for tool in tools}
    for tool in tools:  # files from disk and compiled modules count for nobody
        cost(tool.command(one))
    for _ in range(rounds):
        for tool in tools:
            turns[tool].append(Round(cost(tool.command(texts)), cost(tool.command(one))))
    return turns


def _sizes(text: str) -> list[float]:
    return [float(size) for size in text.split(",")]


if __name__ == "__main__":
    main()
