"""Items as a reader sees them: with the text around them, what is asked about in brackets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from benchmarks.marks.answers import given
from benchmarks.marks.documents import Spans, paragraphs, text_of
from benchmarks.marks.sets import SPANS, Field, MarkedSet, Record, bounds

Bracket = tuple[int, int, str]
"""Start, end, and what is written after the opening bracket."""
LETTERS = {"source": "S", "cue": "C", "content": ""}
LEAD = 300
"""Characters shown of the paragraph before a passage."""
WHOLE = ("sources", "charges")
"""Sets that cannot be marked without the whole document."""


def shown(marked: MarkedSet, items: list[Record]) -> Iterator[str]:
    """The lines to read, document by document."""
    for name, group in groupby(items, key=lambda item: str(item["document"])):
        yield f"===== {name}"
        mine = list(group)
        if marked.name in WHOLE:
            text = text_of(name)
            brackets = [b for item in mine for b in _brackets(item, ("source", "cue"))]
            yield bracketed(text, 0, len(text), brackets)
            continue
        for item in mine:
            yield f"--- {item['n']}"
            yield from _passage(marked, item)


def _brackets(item: Record, roles: Iterable[str]) -> list[Bracket]:
    """What is asked about: parts of a statement, or a sentence."""
    if "passage" in item:
        return [(*bounds(item["passage"]), f"{item['n']}: ")]
    return [
        (start, end, f"{item['n']}{LETTERS[role]}: ") for role in roles for start, end in item[role]
    ]


def _passage(marked: MarkedSet, item: Record) -> Iterator[str]:
    """Its paragraphs; before a passage the paragraph that leads to it, after it what is given."""
    text = text_of(item["document"])
    around = paragraphs(text)
    if "passage" not in item:
        brackets = _brackets(item, LETTERS)
        first, end = min(b[0] for b in brackets), max(b[1] for b in brackets)
        touched = [p for p in around if p[0] < end and p[1] > first]
        yield bracketed(text, touched[0][0], touched[-1][1], brackets)
        return
    start, end = bounds(item["passage"])
    for one in [p for p in around if p[1] <= start][-1:]:
        yield f"    (before: {text[max(one[0], one[1] - LEAD) : one[1]]})"
    yield text[start:end]
    for number, one in enumerate(given(item) if marked.name == "nested" else (), 1):
        parts = (f"{role}: {quoted(text, one[role])}" for role in LETTERS if one.get(role))
        yield f"    statement {number}: {'; '.join(parts)}"


def bracketed(text: str, start: int, end: int, brackets: Iterable[Bracket]) -> str:
    """A stretch of text with brackets ⟦…⟧ set into it, the longer outside."""
    marks = []
    for first, last, label in brackets:
        marks.append((first, 1, first - last, f"⟦{label}"))
        marks.append((last, 0, first - last, "⟧"))
    made, at = "", start
    for where, _, _, mark in sorted(marks, key=_order):
        made += text[at:where] + mark
        at = where
    return made + text[at:end]


def _order(mark: tuple[int, int, int, str]) -> tuple[int, int, int]:
    where, opens, length, _ = mark
    return where, opens, length if opens else -length


def quoted(text: str, spans: Spans | list[tuple[int, int]]) -> str:
    """The words of several stretches, in one line."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def control(marked: MarkedSet, item: Record, answer: Record) -> Iterator[str]:
    """An answer with the words that its offsets stand for, to be looked over."""
    for one in answer["marks"] if marked.main else [answer]:
        yield f"{item['n']}: {in_words(marked.fields, item, one)}"
    if marked.main and not answer["marks"]:
        yield f"{item['n']}: nothing"


def in_words(fields: dict[str, Field], item: Record, mark: dict[str, Any]) -> str:
    """Fields and values of a mark, spans as their words."""
    text = text_of(item["document"])
    return json.dumps(
        {
            name: quoted(text, mark[name])
            if mark[name] and field.kind in (*SPANS, "link")
            else mark[name]
            for name, field in fields.items()
        },
        ensure_ascii=False,
    )
