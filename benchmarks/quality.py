"""How well Quoth and its peers find who says what: the scorer's figures, same articles, same run.

    python -m benchmarks.quality [--quoth-only] [--data FOLDER]

Prints a table in Markdown, with what it was measured on.
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

if not __package__:  # run by its path: let the package be found
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.peers import ROOT
from benchmarks.setting import setting
from benchmarks.tools import DATA, SCORER, Tool, chosen, texts_in

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
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    folder = texts_in(options.data)
    results = [predict(tool, folder) for tool in chosen(options.quoth_only)]
    for line in report(results, scorer, options.data):
        print(line)


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


def report(results: list[Result], scorer: Any, data: Path) -> Iterator[str]:
    """The table and its notes, line by line."""
    gold = [
        (name.removesuffix(".txt"), text, annotators[0])
        for name, text, annotators in scorer.gold_documents(data)
    ]
    yield "| F1 | " + " | ".join(COLUMNS) + " |"
    yield "|---|" + "---:|" * len(COLUMNS)
    for result in results:
        found = result.statements
        rows = scorer.score([(text, mark, found.get(name, [])) for name, text, mark in gold])
        figures = [f"{100 * rows[row].prf()[2]:.1f}" for row in COLUMNS.values()]
        yield f"| {result.tool.name} | " + " | ".join(figures) + " |"
    yield ""
    for line in setting(data):
        yield f"- {line}; first annotator as gold" if line.startswith("Data") else f"- {line}"
    for result in results:
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
