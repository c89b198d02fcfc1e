"""How well Quoth and its peers find who says what: the scorer's figures, same articles, same run.

    python -m benchmarks.quality [--quoth-only] [--data FOLDER] [--check | --pin]

Prints a table in Markdown, with what it was measured on. `--check` ends with status 3 where a
figure of Quoth's fell below the one in `benchmarks/pinned.json`; `--pin` writes new ones, upwards.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks import gate
from benchmarks.gold import Article, gold_setting, marked_articles
from benchmarks.interval import LEVEL, f1_interval
from benchmarks.peers import ROOT
from benchmarks.setting import fingerprint
from benchmarks.tools import DATA, QUOTH, SCORER, SMALL, Tool, chosen, texts_in

MODEL = ROOT / "quoth" / "model"
FELL = 3
"""Exit status where a check was not met, as Quoth's own."""
COLUMNS = {
    "relation": ("all", "relation"),
    "relation exact": ("all", "relation exact"),
    "quoted relation": ("quoted", "relation"),
    "content token": ("token", "content"),
    "cue token": ("token", "cue"),
}
"""Heads of the table, and the row of the scorer that each shows the F1 of."""


@dataclass(frozen=True)
class Result:
    """A tool's predictions by article, what it calls itself, and what it stumbled over."""

    tool: Tool
    model: str
    statements: dict[str, list[dict[str, list[list[int]]]]]
    failures: list[str]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/, attributions/")
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the scorer, score.py")
    parser.add_argument("--quoth-only", action="store_true", help="leave the peers out")
    held = parser.add_mutually_exclusive_group()
    held.add_argument("--check", action="store_true", help="fail where a figure fell")
    held.add_argument("--pin", action="store_true", help="pin the figures, never lower")
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    folder = texts_in(options.data)
    results = [predict(tool, folder) for tool in chosen(options.quoth_only)]
    gold = marked_articles(options.data, scorer)
    scored = [Scored(result, _by_article(result, scorer, gold)) for result in results]
    for line in report(scored, options.data):
        print(line)
    if options.check or options.pin:
        data, model = fingerprint(options.data), fingerprint(MODEL)
        figures = {
            f"{one.result.tool.name}: {name}": figure
            for one in scored
            if one.result.tool in (QUOTH, SMALL)
            for name, figure in one.figures().items()
        }
        wrong = gate.pin(figures, data, model) if options.pin else gate.check(figures, data)
        for line in wrong:
            print(line, file=sys.stderr)
        sys.exit(FELL if wrong else 0)


@dataclass(frozen=True)
class Scored:
    """A result with the scorer's tallies for each column, an article each."""

    result: Result
    tallies: dict[str, list[Any]]

    def figures(self) -> gate.Figures:
        """F1 of each column in percent."""
        return {name: 100 * _f1(tallies) for name, tallies in self.tallies.items()}


def load_scorer(path: Path) -> Any:
    """The scorer as a module, from where it lies: two copies would drift apart."""
    spec = importlib.util.spec_from_file_location("score", path)
    if not path.is_file() or spec is None or spec.loader is None:
        sys.exit(f"{path}: no scorer there; say where score.py is with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(tool: Tool, folder: Path) -> Result:
    """Run a tool over the texts in `folder`; raises where it does not finish."""
    done = subprocess.run(tool.command(folder), cwd=ROOT, stdout=subprocess.PIPE, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return Result(
        tool,
        lines[0]["tool"] if lines else tool.name,
        {line["document"].removesuffix(".txt"): line["statements"] for line in lines},
        [line["failure"] for line in lines if line["failure"]],
    )


def _by_article(result: Result, scorer: Any, gold: list[Article]) -> dict[str, list[Any]]:
    found = {one.name: result.statements.get(one.name.removesuffix(".txt"), []) for one in gold}
    rows = [scorer.score([(one.text, one.gold, found[one.name])]) for one in gold]
    return {name: [row[of] for row in rows] for name, of in COLUMNS.items()}


def _f1(tallies: list[Any]) -> float:
    whole = type(tallies[0])()
    for one in tallies:
        whole.add(one.hit, one.gold, one.pred, one.hit_pred)
    return float(whole.prf()[2])


def report(scored: list[Scored], data: Path) -> Iterator[str]:
    """The table and its notes, line by line."""
    yield "| F1 | " + " | ".join(COLUMNS) + " |"
    yield "|---|" + "---:|" * len(COLUMNS)
    for one in scored:
        figures = [f"{figure:.1f}" for figure in one.figures().values()]
        yield f"| {one.result.tool.name} | " + " | ".join(figures) + " |"
    yield ""
    for one in scored:
        if one.result.tool in (QUOTH, SMALL):
            bounds = {name: f1_interval(tallies) for name, tallies in one.tallies.items()}
            spread = ", ".join(
                f"{n} {100 * a:.1f} to {100 * b:.1f}" for n, (a, b) in bounds.items()
            )
            yield f"- {one.result.tool.name}, {LEVEL} % of draws of articles: {spread}"
    yield from gold_setting(data)
    for result in (one.result for one in scored):
        yield f"- {result.tool.name}: {result.model}{_stumbles(result)}"


def _stumbles(result: Result) -> str:
    if not result.failures:
        return ""
    kinds = Counter(failure.partition(":")[0] for failure in result.failures)
    counts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return (
        f"; stumbled over {len(result.failures)} of {len(result.statements)} articles"
        f" ({counts}), for example: {result.failures[0]}"
    )


if __name__ == "__main__":
    main()
