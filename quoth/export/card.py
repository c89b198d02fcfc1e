"""A statement in its context, for a person who is to judge it.

Source, cue and content are marked by lines under the text, so that nothing rests on colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from quoth.export import wording
from quoth.export.characters import one_line, visible
from quoth.records import Document, Passage, Reading, Source, Span, Statement

WIDTH = 80
INSET = "  "
MOST_LINES = 12
"""Lines of context at most; what is marked is in the middle of them."""
LINES_BEFORE = 3
"""Lines of the block before, which may say who "he" is."""
MARKS = {"source": "~", "cue": "^", "content": "─", "passage": "·"}
OPEN = "…"


@dataclass(frozen=True, slots=True)
class Shown:
    """Which of how many things is shown, and the document that it is of."""

    document: int
    number: int
    total: int


def statement_card(
    reading: Reading,
    statement: Statement,
    shown: Shown,
    names: Mapping[str, str],
    verdicts: Mapping[str, str],
) -> Iterator[str]:
    """The lines of a statement with its context; each ends in a line feed.

    `names` are those that people gave to sources, `verdicts` what they said of statements, by key.
    """
    verdict = verdicts.get(statement.id)
    name = f"{shown.document}:{statement.id}"
    yield from _head(reading.document, shown, f"{name}, {verdict}" if verdict else name)
    parts = {"content": statement.content, "source": statement.source, "cue": statement.cue}
    yield from _context(reading.document, {p: each for p, each in parts.items() if each})
    yield "\n"
    source = next((each for each in reading.sources if each.id == statement.source_id), None)
    yield from _row("source", _who(statement, source, names))
    cue = statement.cue and one_line(statement.cue.text)
    yield from _row("cue", f"{cue or 'none'}{_told(statement)}")
    yield from _row("form", f"{statement.form}, confidence {statement.confidence:.2f}")
    if outer := next((s for s in reading.statements if s.id == statement.within), None):
        yield from _row("within", f"{outer.id}: {_called(outer)}")


def passage_card(reading: Reading, spans: Sequence[Span], shown: Shown) -> Iterator[str]:
    """The lines of a passage, and of the statements that begin in it."""
    passage = Passage(reading.document, tuple(spans))
    yield from _head(reading.document, shown, f"{shown.document}, a passage")
    yield from _context(reading.document, {"passage": passage}, most=None)
    yield "\n"
    inside = [
        each
        for each in reading.statements
        if any(s.start <= each.content.spans[0].start < s.end for s in spans)
    ]
    for each in inside:
        yield from _row(each.id, f"{_called(each)}: {one_line(each.content.text)}")
    if not inside:
        yield from _row("", "no statement begins here")


def source_lines(reading: Reading, names: Mapping[str, str]) -> Iterator[str]:
    """The sources of a document, by which a person may name one."""
    for source in reading.sources:
        yield from _row(source.id, f"{_name(source, names)} ({wording.kind(source)})")


def _head(document: Document, shown: Shown, name: str) -> Iterator[str]:
    head = f"━━ {shown.number} of {shown.total} ━━ {name} ━━ {one_line(document.name)} "
    yield f"{set_cell_size(head, WIDTH).rstrip()} ".ljust(WIDTH, "━")[:WIDTH] + "\n"
    facts = ", ".join(filter(None, (document.title, document.published)))
    if facts:
        yield from _wrapped_plain(one_line(facts), "")
    yield "\n"


def _row(label: str, text: str) -> Iterator[str]:
    lines = list(_wrapped_plain(text, " " * 10))
    yield f"{INSET}{label.ljust(8)}{lines[0].lstrip()}" if lines else f"{INSET}{label}\n"
    yield from lines[1:]


def _wrapped_plain(text: str, inset: str) -> Iterator[str]:
    letters = [(letter, " ") for letter in text]
    for line in _wrapped(letters, WIDTH - len(inset)):
        yield f"{inset}{''.join(letter for letter, _ in line).rstrip()}\n"


def _who(statement: Statement, source: Source | None, names: Mapping[str, str]) -> str:
    words = one_line(statement.source.text) if statement.source else "none"
    if source is None:
        return words
    name = _name(source, names)
    known = "" if name == words else f" → {name}"
    return f"{words}{known} ({wording.kind(source)})"


def _name(source: Source, names: Mapping[str, str]) -> str:
    place = source.name or next(iter((*source.descriptions, *source.mentions)), None)
    return names.get(source.id) or (one_line(place.text) if place else source.id)


def _called(statement: Statement) -> str:
    return one_line(statement.source.text) if statement.source else "no source"


def _told(statement: Statement) -> str:
    marks = list(wording.marks(statement))
    return f" ({', '.join(marks)})" if marks else ""


def _context(
    document: Document, parts: Mapping[str, Passage], most: int | None = MOST_LINES
) -> Iterator[str]:
    """The blocks that hold the parts, marked; long ones are cut around what is."""
    labels = {
        at: MARKS[part]
        for part, passage in parts.items()
        for span in passage.spans
        for at in range(span.start, span.end)
    }
    spans = [span for passage in parts.values() for span in passage.spans]
    numbers = {n for s in spans for n in (document.block_at(s.start), document.block_at(s.end - 1))}
    if min(numbers) and document.blocks[min(numbers) - 1].kind != "title":  # that stands above
        before = list(_wrapped(_letters(document, min(numbers) - 1, labels), WIDTH - len(INSET)))
        if len(before) > LINES_BEFORE:
            before = [[(OPEN, " ")], *before[-LINES_BEFORE:]]
        yield from (f"{INSET}{''.join(letter for letter, _ in line).rstrip()}\n" for line in before)
        yield "\n"
    for number in sorted(numbers):
        lines = list(_wrapped(_letters(document, number, labels), WIDTH - len(INSET)))
        for line in _cut(lines, most):
            yield f"{INSET}{''.join(letter for letter, _ in line).rstrip()}\n"
            marks = "".join(mark * cell_len(letter) for letter, mark in line).rstrip()
            if marks:
                yield f"{INSET}{marks}\n"


def _letters(document: Document, number: int, labels: Mapping[int, str]) -> list[tuple[str, str]]:
    """What is shown of each character of a block, and its mark; white space is one space."""
    letters: list[tuple[str, str]] = []
    for span in document.blocks[number].spans:
        for at in range(span.start, span.end):
            letter = document.text[at]
            if letter.isspace():
                if letters and letters[-1][0] != " ":
                    letters.append((" ", labels.get(at, " ")))
            elif shown := one_line(visible(letter)):
                letters.append((shown, labels.get(at, " ")))
    return letters


def _wrapped(letters: Sequence[tuple[str, str]], width: int) -> Iterator[Sequence[tuple[str, str]]]:
    """Lines of at most `width` cells, cut at spaces where there are any."""
    start = 0
    while start < len(letters):
        end, cells = start, 0
        while end < len(letters) and cells + cell_len(letters[end][0]) <= width:
            cells += cell_len(letters[end][0])
            end += 1
        end = max(end, start + 1)
        if end < len(letters) and letters[end][0] != " ":
            spaces = [n for n in range(start + 1, end) if letters[n][0] == " "]
            end = spaces[-1] if spaces else end
        yield letters[start:end]
        start = end + (end < len(letters) and letters[end][0] == " ")


def _cut(
    lines: list[Sequence[tuple[str, str]]], most: int | None
) -> Iterator[Sequence[tuple[str, str]]]:
    if most is None or len(lines) <= most:
        yield from lines
        return
    marked = [n for n, line in enumerate(lines) if any(mark != " " for _, mark in line)]
    first = max(0, min(marked[0] - 2, len(lines) - most))
    if first:
        yield [(OPEN, " ")]
    yield from lines[first : first + most]
    if first + most < len(lines):
        yield [(OPEN, " ")]
