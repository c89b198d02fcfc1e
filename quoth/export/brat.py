"""brat standoff (brat.nlplab.org/standoff.html): NAME.txt and NAME.ann for each document.

A statement is an event `Attribution` with its source, cue and content, in PolNeAR's layout
(Newell, Margolin and Ruths, LREC 2018). brat allows no line break in an annotation's text, and
other readers no tab: a span that holds some is written as the pieces between them. Offsets count
code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from quoth.export.characters import encodable
from quoth.export.folders import new_folder, safe_name
from quoth.imports.index import INDEX, index_line
from quoth.imports.pieces import cut
from quoth.imports.records import Marked, MarkedSource, MarkedStatement, Spans, Verdict
from quoth.records import Act, Form, Kind, Polarity, Stance

CARRIES = {
    "text, unchanged": "`NAME.txt`; U+FFFD for a lone surrogate",
    "source, cue, content": "entities, and roles of the event `Attribution`",
    "pieces": "fragments; pieces parted by line breaks or tabs alone come back as one",
    "form, act, stance, polarity": "attributes of the event",
    "confirmed": "the attribute `Verdict`; `rejected` can be set there, or the event deleted",
    "nesting": "the relation `Within`",
    "who is who": "`Equiv` over the mentions; the role `Means` where the words are no mention",
    "kind of source": "the attribute `Kind` of the first mention",
    "ids, certainty, confidence": "notes of events and of first mentions; not to be edited",
    "the document's name": "`documents.jsonl`",
}
"""What the format keeps, and where."""
LEAVES_OUT = (
    "figures",
    "dates",
    "blocks",
    "places (lines, pages, boxes, elements)",
    "metadata",
    "names, roles and reasons of sources",
    "lemmas of cues",
    "citations",
)
"""What the format does not keep."""

ATTRIBUTES = {
    "Form": ("Attribution", get_args(Form)),
    "Act": ("Attribution", get_args(Act)),
    "Stance": ("Attribution", get_args(Stance)),
    "Polarity": ("Attribution", get_args(Polarity)),
    "Verdict": ("Attribution", get_args(Verdict)),
    "Kind": ("Source", get_args(Kind)),
}
"""What each attribute belongs to, and its values."""

_ANNOTATION = """\
[entities]
Source
Cue
Content

[events]
# A statement. Means names another mention of the one who answers for it.
Attribution\tContent+:Content, Cue*:Cue, Source*:Source, Means?:Source

[relations]
# The first lies in the content of the second.
Within\tArg1:Attribution, Arg2:Attribution
# Mentions of one source.
Equiv\tArg1:Source, Arg2:Source, <REL-TYPE>:symmetric-transitive

[attributes]
"""
_VISUAL = """\
[labels]
Attribution | Attribution | Attr

[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken
ARC_DEFAULT\tcolor:black, arrowHead:triangle-5
Source\tbgColor:#a6d8ff
Cue\tbgColor:#ffd39b
Content\tbgColor:#d6f5c8
Attribution\tbgColor:#e6e6e6
Within\tcolor:#7f5fa8, dashArray:3-3
"""


def write(documents: Iterable[Marked], folder: Path) -> None:
    """Texts, annotations and brat's configuration for all `documents`, whole or not at all.

    Raises QuothError where `folder` has something in it, or cannot be written.
    """
    with new_folder(folder) as made:
        configured = _ANNOTATION + "".join(
            f"{name}\tArg:{owner}, Value:{'|'.join(values)}\n"
            for name, (owner, values) in ATTRIBUTES.items()
        )
        _write(made / "annotation.conf", configured)
        _write(made / "visual.conf", _VISUAL)
        with (made / INDEX).open("wb") as index:
            for number, marked in enumerate(documents, 1):
                name = safe_name(number, marked.document)
                _write(made / f"{name}.txt", marked.text)
                _write(made / f"{name}.ann", annotation(marked))
                index.write(index_line(name, marked).encode())


def annotation(marked: Marked) -> str:
    """The `.ann` file of one document."""
    return "".join(f"{line}\n" for line in _Lines(marked).all())


class _Lines:
    """The lines of one file; a span of one type is written once, however many use it."""

    def __init__(self, marked: Marked) -> None:
        self._marked = marked
        self._text = encodable(marked.text)
        self._spans: dict[tuple[str, Spans, int | None], str] = {}
        self._lines: list[str] = []
        self._attributes = 0
        self._notes = 0

    def all(self) -> list[str]:
        for number, source in enumerate(self._marked.sources):
            self._source(number, source)
        for number, statement in enumerate(self._marked.statements, 1):
            self._statement(number, statement)
        inner = [(n, each.within) for n, each in enumerate(self._marked.statements, 1)]
        nested = [(n, within + 1) for n, within in inner if within is not None]
        self._lines += [f"R{r}\tWithin Arg1:E{n} Arg2:E{o}" for r, (n, o) in enumerate(nested, 1)]
        return self._lines

    def _source(self, number: int, source: MarkedSource) -> None:
        mentions = [self._span("Source", each, number) for each in source.mentions]
        self._attribute("Kind", mentions[0], source.kind)
        self._note(mentions[0], source.key)
        if len(mentions) > 1:
            self._lines.append(f"*\tEquiv {' '.join(mentions)}")

    def _statement(self, number: int, one: MarkedStatement) -> None:
        event = f"E{number}"
        arguments = " ".join(self._arguments(one))
        trigger = self._span("Attribution", one.cue or one.source or one.content[:1])
        self._lines.append(f"{event}\tAttribution:{trigger} {arguments}")
        for name in ("Form", "Act", "Stance", "Polarity", "Verdict"):
            self._attribute(name, event, getattr(one, name.lower()))
        self._note(event, one.key, certainty=one.certainty, confidence=one.confidence)

    def _arguments(self, one: MarkedStatement) -> Iterator[str]:
        yield f"Content:{self._span('Content', one.content)}"
        if one.cue:
            yield f"Cue:{self._span('Cue', one.cue)}"
        mentions = self._marked.sources[one.who].mentions if one.who is not None else ()
        mentioned = one.source in mentions
        if one.source:
            yield f"Source:{self._span('Source', one.source, one.who if mentioned else None)}"
        if mentions and not mentioned:
            yield f"Means:{self._span('Source', mentions[0], one.who)}"

    def _span(self, kind: str, spans: Spans, who: int | None = None) -> str:
        """The id of the line for `spans`, which is written when it is first asked for."""
        key = (kind, spans, who)
        if key not in self._spans:
            self._spans[key] = f"T{len(self._spans) + 1}"
            pieces = cut(self._text, spans)
            offsets = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
            words = " ".join(self._text[piece.start : piece.end] for piece in pieces)
            self._lines.append(f"{self._spans[key]}\t{kind} {offsets}\t{words}")
        return self._spans[key]

    def _attribute(self, name: str, target: str, value: str | None) -> None:
        if value is not None:
            self._attributes += 1
            self._lines.append(f"A{self._attributes}\t{name} {target} {value}")

    def _note(self, target: str, key: str | None, **figures: float | None) -> None:
        told = [f"{name} {value}" for name, value in figures.items() if value is not None]
        if key or told:
            self._notes += 1
            note = "; ".join([key or "-", *told])
            self._lines.append(f"#{self._notes}\tAnnotatorNotes {target}\t{note}")


def _write(path: Path, text: str) -> None:
    path.write_bytes(encodable(text).encode())
