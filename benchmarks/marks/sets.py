"""The five sets: what a mark of each holds, and where items, answers and final marks lie."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from benchmarks.marks.documents import Spans
from benchmarks.peers import ROOT

MARKED = ROOT / "tests" / "marked"

Record = dict[str, Any]
"""A line of an item or answer file: a number `n` and what belongs to it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a reader says of an item.

    - `label`: one of `labels`; `labels`: a list of them, also an empty one; `yes`: true or false.
    - `anywhere`: words of the document, the first of several; `here`: words that begin in the
      passage; `near`: such words too, of several those nearest to the main ones. Or null.
    - `link`: another mark of the passage by its `id`, a statement shown with it by its number.
    - `number`, `text`: as they are, or null.
    """

    kind: Literal["label", "labels", "yes", "anywhere", "here", "near", "link", "number", "text"]
    labels: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class MarkedSet:
    """A set's fields; with `main`, items are passages with any number of marks, paired by it."""

    name: str
    fields: dict[str, Field]
    main: str | None = None


SPANS = ("anywhere", "here", "near")
"""Kinds of fields that are words of the document."""


def _label(*labels: str) -> Field:
    return Field("label", labels, needed=True)


# fmt: off
KINDS = (
    "person", "government", "organisation", "outlet", "document", "group", "unspecified", "author",
)
ACTS = (
    "assert", "report", "deny", "accuse", "claim_responsibility", "admit", "confirm", "demand",
    "promise", "threaten", "warn", "praise", "condemn", "question", "think", "agree", "apologise",
    "show", "cite",
)
BOUNDS = (
    "exact", "about", "nearly", "just_over", "at_least", "more_than", "at_most", "less_than",
    "range", "vague",
)
# fmt: on
SETS = {
    one.name: one
    for one in (
        MarkedSet(
            "sources",
            {
                "entity": Field("anywhere"),
                "kind": _label(*KINDS),
                "named": Field("yes", needed=True),
                "reason": Field("anywhere"),
                "role": Field("anywhere"),
            },
        ),
        MarkedSet(
            "cues",
            {
                "act": _label(*ACTS),
                "stance": _label("endorses", "neutral", "distances"),
                "polarity": _label("positive", "negative"),
            },
        ),
        MarkedSet(
            "nested",
            {
                "in": Field("link"),
                "source": Field("near"),
                "cue": Field("near"),
                "content": Field("here", needed=True),
            },
            main="content",
        ),
        MarkedSet(
            "figures",
            {
                "span": Field("here", needed=True),
                "low": Field("number"),
                "high": Field("number"),
                "unit": Field("text"),
                "bound": _label(*BOUNDS),
                "of": Field("near"),
                "same": Field("link"),
            },
            main="span",
        ),
        MarkedSet(
            "charges",
            {"marks": Field("labels", ("charge", "figure", "cause", "motive"), needed=True)},
        ),
    )
}


def items_file(name: str, held: bool) -> Path:
    """What was drawn for a set; `held`: the third that is looked at only at the end."""
    return _folder(held) / "items" / f"{name}.json"


def answers_file(name: str, reader: str, held: bool) -> Path:
    """What a reader marked, as offsets and labels."""
    return _folder(held) / "answers" / reader / f"{name}.json"


def final_file(name: str, held: bool) -> Path:
    """The marks after differences were decided."""
    return _folder(held) / f"{name}.json"


def _folder(held: bool) -> Path:
    return MARKED / "held" if held else MARKED


def load(path: Path) -> list[Record]:
    """Records of an item, answer or final file; FileNotFoundError where there is none."""
    found: list[Record] = json.loads(path.read_text("utf-8"))
    return found


def save(path: Path, records: Iterable[Record]) -> None:
    """One JSON array, a record a line, so that a change is seen in the diff."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in records)
    path.write_text(f"[\n{lines}\n]\n", "utf-8")


def bounds(spans: Spans) -> tuple[int, int]:
    """From the first character of several stretches to the end of the last."""
    return min(start for start, _ in spans), max(end for _, end in spans)
