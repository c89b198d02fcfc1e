"""Documents of events of our own: their text, and the statements that are marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quoth.documents import open_document
from quoth.records import Document, Span

MARK = re.compile(r"<([^<>=]+?)=(\w+)>|\[([^\]]+)\]\{(\w+)([+?-])\}")
"""In `events.txt`: `<source=who>` and `[content]{proposition+}`; `-` denies it, `?` is open."""
_ENDS = re.compile(r"[.?!][\"”']?\s")

Place = tuple[Span, Span]
"""Where a source and a content stand."""
Mark = tuple[Place, str, str, str]
"""A statement: its places, who says it, its proposition and its side."""


def own_documents(path: Path) -> Iterator[tuple[str, str, str, Document, list[Mark]]]:
    """Documents of our own: event, name, date, document, and its marks."""
    event = name = day = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            event = line[2:]
        elif line.startswith("@ "):
            _, name, day = line.split()
        elif line.strip():
            head = f"{event.replace('-', ' ').title()} {day}\n\n"
            text, marks = _plain(line)
            shift = len(head)
            moved = [
                ((_moved(source, shift), _moved(content, shift)), who, about, side)
                for (source, content), who, about, side in marks
            ]
            document = open_document((head + text + "\n").encode(), name=f"{name}.txt")
            yield event, name, day, document, moved


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _plain(line: str) -> tuple[str, list[Mark]]:
    """A line without its marks, and for each statement its places, source, proposition, side.

    Who says a content is the source before it in its sentence; of one that opens a sentence the
    source behind it, and where the sentence names none the last one named.
    """
    text, at = "", 0
    last: tuple[Span, str] | None = None
    here = False
    waiting: list[tuple[Span, str, str]] = []
    marks: list[Mark] = []
    for found in MARK.finditer(line):
        between = line[at : found.start()]
        if _ENDS.search(between):
            marks += _laid(waiting, last)
            here, waiting = False, []
        text += between
        start = len(text)
        text += found[1] or found[3]
        span = Span(start, len(text))
        at = found.end()
        if found[1]:
            last, here = (span, found[2]), True
            marks += _laid(waiting, last)
            waiting = []
            continue
        waiting.append((span, found[4], found[5]))
        if here:
            marks += _laid(waiting, last)
            waiting = []
    marks += _laid(waiting, last)
    return text + line[at:], marks


def _laid(contents: list[tuple[Span, str, str]], source: tuple[Span, str] | None) -> Iterator[Mark]:
    for content, proposition, side in contents:
        if source is None:
            raise ValueError(f"nobody says {proposition}{side} at {content}")
        yield (source[0], content), source[1], proposition, side
