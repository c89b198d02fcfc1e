"""One statement with all that is known of it, for people and as data."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from quoth.export import wording
from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.corrections import correction_fields, lines
from quoth.export.details import Fields, details, source_fields
from quoth.export.facts import Facts
from quoth.export.fields import metadata_fields, statements_fields
from quoth.export.view import Pen, Screen
from quoth.ledger.showing import Copy, Shown
from quoth.passages import blocks_of
from quoth.records import Passage, Reading, Statement

_LABEL = 13
_MARK = "*"


def shown_view(shown: Shown, screen: Screen | None = None) -> Iterator[str]:
    """The statement in its paragraph, between asterisks, and what is known of it under that."""
    assert shown.statement
    pen = Pen(screen or Screen())
    yield pen.draw(pen.heading(shown.reading.document))
    yield pen.draw(_context(shown.reading, shown.statement, pen))
    yield pen.draw(_facts(shown, pen))


def shown_json(shown: Shown) -> str:
    """The statement as one object: as in JSON Lines, with its source, context and copies."""
    reading, statement = shown.reading, shown.statement
    assert statement
    [fields] = [each for each in statements_fields(reading) if each["id"] == statement.id]
    source = details(reading).sources.get(statement.source_id or "")
    context = _blocks(reading, statement)
    return json_line(
        {
            "type": "statement",
            **fields,
            "id": f"{shown.document}:{statement.id}",
            "number": shown.document,
            **metadata_fields(reading.document),
            "verdict": shown.verdict,
            "corrections": [correction_fields(each) for each in shown.said],
            "all_of_source": source and source_fields(source),
            "holds": [each.id for each in reading.statements if each.within == statement.id],
            "context": [{"text": each.text, "start": each.spans[0].start} for each in context],
            "versions": [copy_fields(each) for each in shown.versions],
            "reprints": [copy_fields(each) for each in shown.reprints],
        }
    )


def copy_fields(copy: Copy) -> Fields:
    """A document in short."""
    return {
        "number": copy.document,
        "document": copy.name,
        "title": copy.title,
        "outlet": copy.outlet,
        "published": copy.published,
        "version": copy.version,
    }


def copy_label(copy: Copy) -> str:
    """A document in a few words."""
    facts = (f"version {copy.version}", copy.outlet, copy.published, copy.title or copy.name)
    return f"{copy.document} ({one_line(', '.join(filter(None, facts)))})"


def _blocks(reading: Reading, statement: Statement) -> list[Passage]:
    """The blocks in which source, cue and content stand, in the order of the text."""
    document = reading.document
    numbers = sorted(blocks_of(statement))
    return [Passage(document, document.blocks[number].spans) for number in numbers]


def _context(reading: Reading, statement: Statement, pen: Pen) -> Iterator[Text]:
    text = reading.document.text
    ends = {span.start: span.end for span in statement.content.spans}
    for block in _blocks(reading, statement):
        words = Text()
        for stretch in block.spans:
            at = stretch.start
            for start in sorted(ends):
                if stretch.start <= start < stretch.end:
                    end = min(ends[start], stretch.end)
                    words.append(_joined(text[at:start]))
                    words.append(f"{_MARK}{_joined(text[start:end])}{_MARK}", style="bold")
                    at = end
            words.append(_joined(text[at : stretch.end]))
        yield from pen.wrapped(words, pen.width)
        yield Text()


def _joined(piece: str) -> str:
    """White space as single spaces, also at the ends."""
    plain = one_line(f"|{piece}|") if piece else ""
    return plain[1:-1]


def _facts(shown: Shown, pen: Pen) -> Iterator[Text]:
    for label, fact in _told(shown):
        for number, line in enumerate(pen.wrapped(Text(one_line(fact)), pen.width - _LABEL)):
            yield Text.assemble(("" if number else label).ljust(_LABEL), line)
    yield Text()


def _told(shown: Shown) -> Iterator[tuple[str, str]]:
    """Labels and what stands behind them; what is not known has no line."""
    statement = shown.statement
    assert statement
    yield "statement", f"{shown.document}:{statement.id}, {_where(statement)}"
    for fact in Facts(shown.reading).of(statement):
        to = next((f"{shown.document}:" for part in fact.parts if part.to), "")
        yield fact.label, to + fact.text
    if shown.verdict:
        yield "verdict", f"{shown.verdict} by people"
    for logged in shown.said:
        yield "said", " ".join(line.strip() for line in lines(logged))
    for label, copies in (("version", shown.versions), ("reprint", shown.reprints)):
        for copy in copies:
            if copy.document != shown.document:
                yield label, copy_label(copy)


def _where(statement: Statement) -> str:
    place = statement.content.places[0]
    facts = [wording.place(statement.content.places)]
    if place.column is not None:
        facts.append(f"column {place.column}")
    facts += [fact for fact in (place.element, place.part) if fact]
    return ", ".join(facts)
