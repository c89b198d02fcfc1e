"""Quoth and its peers as commands: a folder of texts in, the scorer's JSON lines out.

Nothing heavy is imported here: every tool is a process of its own, so that each can have its own
environment and be measured as a whole.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.peers import PYTHON, ROOT, WITHOUT_ENTITIES

SHARED = ROOT.parent / "shared"
"""Data and scorer, beside the repository; the project has no copy of either."""

DATA = SHARED / "polnear" / "dev"
SCORER = SHARED / "score.py"


@dataclass(frozen=True)
class Tool:
    """A program under its module's name, and the interpreter it runs under."""

    name: str
    python: Path
    module: str
    options: tuple[str, ...] = ()

    def command(self, folder: Path) -> list[str]:
        """Arguments that print predictions for the texts in `folder`; run them in `ROOT`."""
        return [str(self.python), "-m", self.module, str(folder.resolve()), *self.options]


QUOTH = Tool("Quoth", Path(sys.executable), "benchmarks.predict")
SMALL = replace(QUOTH, name="Quoth, small", options=("--model", "small"))
TEXTACY = Tool("textacy", PYTHON, "benchmarks.peers.textacy_peer")
BARE = replace(TEXTACY, name="textacy without entities", options=(WITHOUT_ENTITIES,))
"""As textacy would be run by who knows that it needs no entities: for speed alone."""
SAYSWHO = Tool("sayswho", PYTHON, "benchmarks.peers.sayswho_peer")


def chosen(quoth_only: bool) -> list[Tool]:
    """The tools to compare; stops with a line that says what to do where the peers are missing."""
    if quoth_only:
        return [QUOTH, SMALL]
    if not PYTHON.exists():
        sys.exit("the peers are not installed; run: python -m benchmarks.peers install")
    return [QUOTH, SMALL, TEXTACY, SAYSWHO]


def texts_in(data: Path) -> Path:
    """The folder of texts of a data set; stops with a line where there is none."""
    folder = data / "text"
    if not folder.is_dir():
        sys.exit(f"{data}: no folder text/ in it; say where the articles are with --data")
    return folder
