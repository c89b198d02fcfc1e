"""The documents that are marked: text and known statements of each, by name.

A name is a path without its ending: `polnear/dev/NAME` and `gum/dev/NAME` lie beside the project,
`examples/NAME`, `tests/genres/NAME` and `training/documents/NAME` in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.gold import Relation
from benchmarks.peers import ROOT
from benchmarks.quality import load_scorer
from benchmarks.tools import DATA, SCORER, SHARED
from training.unmarked import gum_text

Spans = list[list[int]]
"""Stretches of a document's text as [start, end), in characters."""

POLNEAR, GUM = "polnear/dev", "gum/dev"
MARKS = {
    "examples": ROOT / "tests" / "marks",
    "tests/genres": ROOT / "tests" / "genres",
    "training/documents": ROOT / "training" / "documents",
}
"""Where the statements of our own documents are."""
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|vs|para|pp?)|\b[A-Z])\.$")


def names(folder: str) -> list[str]:
    """Names of a folder's documents, sorted; FileNotFoundError where the folder is missing."""
    ending = ".conllu" if folder == GUM else ".txt"
    found = sorted(path.stem for path in _path(folder).glob(f"*{ending}"))
    if not found:
        raise FileNotFoundError(f"{_path(folder)}: no documents there")
    return [f"{folder}/{name}" for name in found]


def _path(folder: str) -> Path:
    if folder == POLNEAR:
        return DATA / "text"
    return SHARED / folder if folder == GUM else ROOT / folder


@cache
def text_of(name: str) -> str:
    """The text that offsets point into."""
    folder, _, stem = name.rpartition("/")
    if folder == GUM:
        return gum_text((_path(folder) / f"{stem}.conllu").read_text("utf-8"))
    return (_path(folder) / f"{stem}.txt").read_bytes().decode()


@cache
def statements(name: str) -> tuple[Relation, ...]:
    """Statements in no other, in order of their content; none for GUM, which has none marked."""
    return tuple(relation for relation, inner in _all(name) if not inner)


@cache
def all_statements(name: str) -> tuple[Relation, ...]:
    """Statements as marked, nested ones too where the document's marks have them."""
    return tuple(relation for relation, _ in _all(name))


def _all(name: str) -> Iterator[tuple[Relation, bool]]:
    """Each statement, and whether it stands in another."""
    folder, _, stem = name.rpartition("/")
    if folder == POLNEAR:
        yield from ((relation, False) for relation in _polnear()[stem])
    elif folder in MARKS:
        marked = json.loads((MARKS[folder] / f"{stem}.json").read_text("utf-8"))["statements"]
        for one in marked:
            roles = {
                role: [(start, end) for start, end in one[role]]
                for role in ("source", "cue", "content")
            }
            yield roles, one["within"] is not None


@cache
def _polnear() -> dict[str, list[Relation]]:
    """Statements of the first annotator by article, in order."""
    return {
        name.removesuffix(".txt"): sorted(
            annotators[0], key=lambda one: min(min(spans) for spans in one.values() if spans)
        )
        for name, _, annotators in load_scorer(SCORER).gold_documents(DATA)
    }


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between blank lines."""
    return [(found.start(), found.end()) for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]


def sentences(text: str) -> list[tuple[int, int]]:
    """Sentences of a text's paragraphs, cut after a mark that ends one and before a capital."""
    found = []
    for first, end in paragraphs(text):
        start = first
        for cut in re.finditer(r"[.!?][\"'’”)]*\s+(?=[\"'‘“(]*[A-Z0-9])", text[first:end]):
            stop = first + cut.end()
            if not ABBREVIATED.search(text[start : first + cut.start() + 1]):
                found.append((start, start + len(text[start:stop].rstrip())))
                start = stop
        found.append((start, start + len(text[start:end].rstrip())))
    return found
