"""Label Studio: a task for each document, its statements as a prediction to look through.

The layout is that of labelstud.io/guide/task_format. A piece of a source, cue or content is a
region, and relations join regions. Offsets are code points of the text as it stands, `\\r\\n`
being two: so does Label Studio's editor count (`selection-tools.js`), unlike JavaScript.

Label Studio keeps a region's id through its whole life, so ids tell what a region was: `q-s12`
is the content of statement s12, `q-s12-cue` its cue, `q-p3-2` the second mention of source p3,
and `-part2` its second piece. They hold only what may stand in the name of a CSS class, since
the editor colours regions by one made of their id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from quoth.export.characters import encodable, json_text
from quoth.export.files import new_file
from quoth.export.folders import new_folder
from quoth.export.label_studio_config import (
    BY_CUE,
    CONTENT,
    CUE,
    MEANS,
    PART,
    SAID_BY,
    SAME,
    SOURCE,
    WITHIN,
    configuration,
)
from quoth.imports.index import exported_fields
from quoth.imports.marked import marked_of
from quoth.imports.records import Marked, MarkedSource, MarkedStatement, Spans
from quoth.ledger.records import Correction
from quoth.records import Reading, Span

TASKS, CONFIGURATION = "tasks.json", "labels.xml"
"""The files of an export: tasks to import, and the configuration of the project."""
META = "quoth"
"""The key of a task's `meta`, which Label Studio keeps and does not show, with what is exported."""
MODEL = "Quoth "
"""What the name of the model of a prediction of ours begins with."""

CARRIES = {
    "text, unchanged": "`data.text`; U+FFFD for a lone surrogate and for U+0000",
    "source, cue, content": "regions, and the relations `source` and `cue`",
    "pieces": "a region each, joined to the first by the relation `part`",
    "form, act, stance, polarity": "choices of the content's first region",
    "certainty": "a number of the content's first region",
    "confidence": "the score of the content's regions; the least one is the prediction's score",
    "confirmed": "the choice `verdict`; see below for submitted tasks",
    "nesting": "the relation `within`",
    "who is who": "the relation `same`; `means` where the words are no mention",
    "kind of source": "the choice `kind` of the first mention",
    "ids": "ids of regions",
    "title, name, outlet, date and address of the document": "`data`",
    "what was exported": "`meta`; with it, a task can be compared after the document changed here",
}
"""What the format keeps, and where."""
LEAVES_OUT = (
    "figures",
    "dates",
    "blocks",
    "places (lines, pages, boxes, elements)",
    "names, roles and reasons of sources",
    "lemmas of cues",
    "citations",
)
"""What the format does not keep."""

CORRECTED = ("verdict", "kind")
"""What is told of a region and a person may change; the rest, of which there is no correction, is
read-only in the editor."""

_Fields = dict[str, Any]
_KEY = re.compile(r"[A-Za-z0-9_]+")


def write(readings: Iterable[tuple[Reading, Iterable[Correction]]], folder: Path) -> None:
    """Tasks for `readings`, corrected already by the corrections beside them, and configuration.

    Raises QuothError where `folder` has something in it, or cannot be written.
    """
    with new_folder(folder) as made:
        with new_file(made / CONFIGURATION) as stream:
            stream.write(configuration().encode())
        with new_file(made / TASKS) as stream:
            start = "[\n"
            for reading, corrections in readings:
                stream.write(f"{start}{json_text(task(reading, corrections))}".encode())
                start = ",\n"
            stream.write(b"\n]\n" if start != "[\n" else b"[]\n")


def task(reading: Reading, corrections: Iterable[Correction] = ()) -> _Fields:
    """The task of one document, as values for JSON."""
    known = marked_of(reading, corrections)
    # A browser drops U+0000, which moves all behind it, and PostgreSQL refuses it.
    text = encodable(known.text).replace("\0", "\N{REPLACEMENT CHARACTER}")
    marked = replace(known, document=encodable(known.document), text=text)
    says = reading.document.metadata
    title = encodable(reading.document.title or marked.document)
    name = [marked.document] if marked.document != title else []
    found = [each.value for each in (says.outlet, says.published, says.address) if each]
    confidences = [each.confidence for each in marked.statements if each.confidence is not None]
    return {
        "data": {"text": text, "title": title, "about": encodable(" · ".join([*name, *found]))},
        "meta": {META: exported_fields(marked)},
        "predictions": [
            {
                "model_version": MODEL + reading.model,
                "score": min(confidences, default=None),
                "result": results(marked),
            }
        ],
    }


def results(marked: Marked) -> list[_Fields]:
    """What is marked, as Label Studio's results: regions, what is told of them, relations."""
    return _Results(marked).all()


class _Results:
    """The results of one document while they are put together."""

    def __init__(self, marked: Marked) -> None:
        self._marked = marked
        self._regions: list[_Fields] = []
        self._relations: list[_Fields] = []
        self._mentions: list[dict[Spans, str]] = []
        """Ids of the mentions of each source, by where they stand."""

    def all(self) -> list[_Fields]:
        for number, source in enumerate(self._marked.sources):
            self._source(_id(source.key, f"w{number}"), source)
        statements = self._marked.statements
        ids = [_id(each.key, f"t{number}") for number, each in enumerate(statements)]
        for key, statement in zip(ids, statements, strict=True):
            self._statement(key, statement)
            if statement.within is not None:
                self._relate(key, WITHIN, ids[statement.within])
        # The editor lists regions as they come: in the order of the text.
        self._regions.sort(key=lambda each: int(each["value"]["start"]))
        return self._regions + self._relations

    def _source(self, key: str, source: MarkedSource) -> None:
        ids: dict[Spans, str] = {}
        for number, spans in enumerate(source.mentions, 1):
            ids[spans] = self._region(f"{key}-{number}", SOURCE, spans)
        first, *others = ids.values()
        self._tell(first, source.mentions[0][0], kind=source.kind)
        for other in others:
            self._relate(other, SAME, first)
        self._mentions.append(ids)

    def _statement(self, key: str, one: MarkedStatement) -> None:
        score = {} if one.confidence is None else {"score": one.confidence}
        self._region(key, CONTENT, one.content, score)
        self._tell(
            key,
            one.content[0],
            verdict=one.verdict,
            form=one.form,
            act=one.act,
            stance=one.stance,
            polarity=one.polarity,
            certainty=one.certainty,
        )
        if one.cue:
            self._relate(key, BY_CUE, self._region(f"{key}-cue", CUE, one.cue))
        mentions = self._mentions[one.who] if one.who is not None else {}
        if one.source:
            words = mentions.get(one.source) or self._region(f"{key}-source", SOURCE, one.source)
            self._relate(key, SAID_BY, words)
        if mentions and one.source not in mentions:
            self._relate(key, MEANS, next(iter(mentions.values())))

    def _region(
        self, key: str, label: str, spans: Spans, more: Mapping[str, float] | None = None
    ) -> str:
        """The id of the first of the regions for `spans`."""
        for number, span in enumerate(spans, 1):
            piece = key if number == 1 else f"{key}-part{number}"
            value = self._place(span) | {"labels": [label]}
            self._result(piece, "label", "labels", value, more)
            if number > 1:
                self._relate(key, PART, piece)
        return key

    def _tell(self, key: str, span: Span, **values: str | float | None) -> None:
        for name, value in values.items():
            if value is not None:
                number = isinstance(value, float)
                told = {"number": value} if number else {"choices": [value]}
                fixed = {} if name in CORRECTED else {"readonly": True}
                kind = "number" if number else "choices"
                self._result(key, name, kind, self._place(span) | told, fixed)

    def _result(
        self,
        key: str,
        name: str,
        kind: str,
        value: _Fields,
        more: Mapping[str, float] | None = None,
    ) -> None:
        result = {"id": key, "from_name": name, "to_name": "text", "type": kind, "value": value}
        self._regions.append(result | dict(more or {}))

    def _relate(self, start: str, label: str, end: str) -> None:
        self._relations.append(
            {
                "type": "relation",
                "from_id": start,
                "to_id": end,
                "direction": "right",
                "labels": [label],
            }
        )

    def _place(self, span: Span) -> _Fields:
        words = self._marked.text[span.start : span.end]
        return {"start": span.start, "end": span.end, "text": words}


def _id(key: str | None, otherwise: str) -> str:
    return f"q-{key}" if key and _KEY.fullmatch(key) else f"n-{otherwise}"
