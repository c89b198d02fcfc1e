"""One statement with all that is known of it, for people and as data."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from quoth.export import wording
from quoth.export.as_json import json_line
from quoth.export.characters import one_line
from quoth.export.corrections import correction_fields, lines
from quoth.export.details import Fields, details, source_fields
from quoth.export.fields import metadata_fields, statements_fields
from quoth.export.view import Pen, Screen
from quoth.ledger.showing import Copy, Shown
from quoth.passages import blocks_of
from quoth.records import GAP, Passage, Reading, Source, Statement

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
    reading, statement = shown.reading, shown.statement
    assert statement
    known = details(reading)
    yield "statement", f"{shown.document}:{statement.id}, {_where(statement)}"
    yield from _source(statement, known.sources.get(statement.source_id or ""))
    cued = statement.cued
    yield "cue", statement.cue.text if statement.cue else "none"
    if cued:
        basis = f" ({cued.basis})" if cued.basis else ""
        yield "", f"{cued.lemma}: {cued.act}, {cued.stance}, {cued.polarity}{basis}"
    yield "form", statement.form
    by_id = {each.id: each for each in reading.statements}
    outer = by_id.get(statement.within or "")
    if outer:
        yield "within", _short(shown.document, outer)
    for each in reading.statements:
        if each.within == statement.id:
            yield "holds", _short(shown.document, each)
    if statement.certainty is not None:
        yield "certainty", f"{statement.certainty:.1f} from -3 to 3"
    for figure in known.figures.get(statement.id, ()):
        low, high = _open(figure["low"]), _open(figure["high"])
        bounds = low if low == high else f"{low} to {high}"
        facts = (figure["bound"].replace("_", " "), figure["unit"], figure["of"])
        yield "figure", f"{figure['text']}: {', '.join(filter(None, (bounds, *facts)))}"
    for date in known.dates.get(statement.id, ()):
        yield "date", f"{date['text']}: {date['value'] or 'not resolved'} ({date['how']})"
    if statement.cited:
        yield "cites", statement.cited.text
    yield "confidence", f"{statement.confidence:.2f}"
    if shown.verdict:
        yield "verdict", f"{shown.verdict} by people"
    for logged in shown.said:
        yield "said", " ".join(line.strip() for line in lines(logged))
    for label, copies in (("version", shown.versions), ("reprint", shown.reprints)):
        for copy in copies:
            if copy.document != shown.document:
                yield label, copy_label(copy)


def _source(statement: Statement, source: Source | None) -> Iterator[tuple[str, str]]:
    yield "source", statement.source.text if statement.source else "none"
    if source is None:
        return
    yield "", f"{wording.kind(source)}, named {len(source.mentions)} times ({source.id})"
    for label, passage in (
        ("name", source.name),
        ("role", source.role),
        ("affiliation", source.affiliation),
        ("reason", source.reason),
        *(("called", each) for each in source.descriptions),
    ):
        if passage:
            yield label, passage.text


def _where(statement: Statement) -> str:
    place = statement.content.places[0]
    facts = [wording.place(statement.content.places)]
    if place.column is not None:
        facts.append(f"column {place.column}")
    facts += [fact for fact in (place.element, place.part) if fact]
    return ", ".join(facts)


def _short(document: int, statement: Statement) -> str:
    who = statement.source.text if statement.source else "(no source)"
    content = one_line(statement.content.text.replace(GAP, " "))
    shortened = content if len(content) <= 80 else f"{content[:79]}…"
    return f"{document}:{statement.id} {who}: {shortened}"


def _open(value: float | None) -> str:
    return "open" if value is None else f"{value:,}"
