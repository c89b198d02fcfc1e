"""The marked articles that a measure is taken on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.setting import setting

Relation = dict[str, list[tuple[int, int]]]
"""Spans of a statement's source, cue and content, as the scorer takes them."""


@dataclass(frozen=True)
class Article:
    """A text and the statements that the first annotator marked in it."""

    name: str
    text: str
    gold: list[Relation]


def marked_articles(data: Path, scorer: Any) -> list[Article]:
    """The articles of a folder with `text/` and `attributions/`; stops with a line at none."""
    found = [
        Article(name, text, annotators[0]) for name, text, annotators in scorer.gold_documents(data)
    ]
    if not found:
        sys.exit(f"{data}: no articles with marks in it; say where they are with --data")
    return found


def gold_setting(data: Path) -> Iterator[str]:
    """Lines of a list in Markdown: machine, commit, and data with what counts as right in it."""
    for line in setting(data):
        yield f"- {line}; first annotator as gold" if line.startswith("Data") else f"- {line}"
