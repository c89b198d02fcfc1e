"""What somebody changed in an annotation tool comes back as corrections."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from drawn import passages_of, readings
from handmade import WIRE, document_of, reading_of, wire, worked_out
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quoth.errors import QuothError
from quoth.imports.differences import compared, differences, plain
from quoth.imports.marked import fingerprint, marked_of, reading_from
from quoth.imports.records import Marked, MarkedSource, MarkedStatement, Spans, place
from quoth.ledger.corrections import apply, statement_at
from quoth.ledger.records import (
    Add,
    Change,
    Confirm,
    Correction,
    Edit,
    Merge,
    Reject,
    SetSource,
    SourceAt,
    Split,
    Words,
)
from quoth.records import Passage, Reading, Span, Statement

Draw = Callable[[st.SearchStrategy[Any]], Any]


def words(text: str, start: int = 0) -> Words:
    """`text` where it first stands in `WIRE` from `start` on."""
    at = WIRE.index(text, start)
    return Words((Span(at, at + len(text)),), text)


def changed(number: int, **fields: Any) -> Marked:
    """The wire with one statement otherwise."""
    marked = marked_of(wire())
    statements = list(marked.statements)
    statements[number] = replace(statements[number], **fields)
    return replace(marked, statements=tuple(statements))


def after(reading: Reading, changes: tuple[Change, ...]) -> Reading:
    log = [Correction(f"{n:032x}", 1, change, "kim", "") for n, change in enumerate(changes)]
    corrected = apply(reading, log)
    assert not corrected.conflicts
    return corrected.reading


@settings(max_examples=60)
@given(readings())
def test_a_file_that_nobody_touched_changes_nothing(reading: Reading) -> None:
    found = compared(reading, plain(marked_of(reading)))

    assert (found.changes, found.left_out) == ((), ())


def test_a_statement_that_is_gone_is_rejected() -> None:
    marked = marked_of(wire())
    gone = replace(marked, statements=marked.statements[1:])

    assert differences(wire(), gone) == (Reject(statement_at(wire().statements[0])),)
    assert differences(wire(), changed(0, verdict="rejected")) == differences(wire(), gone)


def test_a_part_that_stands_elsewhere_is_an_edit() -> None:
    statement = statement_at(wire().statements[1])
    moved = words("rejected that account")

    edit = Edit(statement, "content", moved)
    assert differences(wire(), changed(1, content=moved.spans)) == (edit,)
    assert differences(wire(), changed(1, cue=())) == (Edit(statement, "cue", None),)


def test_a_statement_keeps_its_id_however_its_content_moved() -> None:
    far = words("Ferry sinks")

    [edit] = differences(wire(), changed(1, content=far.spans))

    assert edit == Edit(statement_at(wire().statements[1]), "content", far)


def test_a_statement_whose_id_is_lost_is_known_by_its_content() -> None:
    near = words("e ferry had carried at least 40 people too many")

    assert differences(wire(), changed(0, key=None)) == ()
    [edit] = differences(wire(), changed(0, key=None, content=near.spans))
    assert edit == Edit(statement_at(wire().statements[0]), "content", near)


def test_a_new_statement_is_added() -> None:
    marked = marked_of(wire())
    content, source = words("killing at least 31"), words("Port Ellery")
    new = MarkedStatement(content.spans, source.spans, form="indirect", who=0)
    sources = (MarkedSource((source.spans,)), *marked.sources)
    known = tuple(
        replace(one, who=None if one.who is None else one.who + 1) for one in marked.statements
    )

    file = replace(marked, statements=(new, *known), sources=sources)

    assert differences(wire(), file) == (Add(content, source, None, "indirect"),)


def test_words_of_another_source_are_an_edit_and_say_who() -> None:
    man = words("one man")

    found = differences(wire(), changed(0, source=man.spans, who=2))

    assert found == (Edit(statement_at(wire().statements[0]), "source", man),)
    assert after(wire(), found).statements[0].source_id == "p3"


def test_somebody_else_behind_the_same_words() -> None:
    """`it` is said to mean the man, and is no mention of the operator any more."""
    marked = changed(2, who=2)
    it = words("it", 180).spans
    sources = list(marked.sources)
    sources[1] = replace(sources[1], mentions=sources[1].mentions[:1])
    sources[2] = replace(sources[2], mentions=(it, *sources[2].mentions))

    split, merge = differences(wire(), replace(marked, sources=tuple(sources)))

    operator = SourceAt("p2", "The operator", words("The operator"))
    man = SourceAt("p3", "one man", words("one man"))
    assert split == Split(operator, (Words(it, "it"),), "person")
    assert merge == Merge((man, SourceAt(None, "it", Words(it, "it"))))


def test_sources_that_are_one_are_merged_under_the_id_that_is_kept() -> None:
    marked = marked_of(wire())
    official, operator, *others = marked.sources
    one = replace(official, mentions=(*official.mentions, *operator.mentions))
    statements = tuple(
        replace(each, who=max(each.who - 1, 0) if each.who else each.who)
        for each in marked.statements
    )

    file = replace(marked, sources=(one, *others), statements=statements)

    [merge] = differences(wire(), file)
    assert [each.key for each in merge.sources] == ["p1", "p2"]
    renamed = replace(one, key="p2", kind="organisation")
    [merge] = differences(wire(), replace(file, sources=(renamed, *others)))
    assert [each.key for each in merge.sources] == ["p2", "p1"]


def test_a_source_of_another_kind_is_set_once() -> None:
    marked = marked_of(wire())
    sources = list(marked.sources)
    sources[1] = replace(sources[1], kind="government")

    [change] = differences(wire(), replace(marked, sources=tuple(sources)))

    assert isinstance(change, SetSource)
    assert (change.source.key, change.kind) == ("p2", "government")


def test_a_statement_without_a_source_any_more() -> None:
    found = differences(wire(), changed(0, source=(), who=None))

    assert found == (Edit(statement_at(wire().statements[0]), "source", None),)
    assert after(wire(), found).statements[0].source_id is None


def test_a_confirmation_is_taken_once() -> None:
    file = changed(0, verdict="confirmed")

    [confirm] = differences(wire(), file)

    official = SourceAt("p1", "A harbour official", words("A harbour official"))
    assert confirm == Confirm(statement_at(wire().statements[0]), official)
    log = [Correction("0" * 32, 1, confirm, "kim", "2031-03-02T10:00:00Z")]
    assert differences(wire(), file, log) == ()


def test_what_is_edited_and_confirmed_is_confirmed_as_it_is_then() -> None:
    content = words("rejected that account")

    edit, confirm = differences(wire(), changed(1, content=content.spans, verdict="confirmed"))

    assert isinstance(edit, Edit)
    assert confirm.statement.content == content


def test_what_no_correction_can_say_is_told() -> None:
    marked = changed(0, form="direct", act="warn", within=1)
    sources = list(marked.sources)
    sources[0] = replace(sources[0], mentions=(words("Port Ellery").spans, *sources[0].mentions))

    found = compared(wire(), replace(marked, sources=tuple(sources)))

    assert found.changes == ()
    assert found.left_out == (
        "s1: the form is direct in the file; no correction says so",
        "s1: the act is warn in the file; no correction says so",
        "s1: it lies in another statement in the file; that follows contents",
        "“Port Ellery” at 16 is a mention in the file; no correction says so",
    )


def test_a_file_of_another_text_or_reading_is_not_taken() -> None:
    marked = replace(marked_of(wire()), file="wire.ann")
    other = worked_out(reading_of(document_of(WIRE, "wire.txt"), ()))

    with pytest.raises(QuothError, match=r"^wire\.ann: its text is not that of wire\.txt; export"):
        differences(wire(), replace(marked, text=WIRE.upper()))
    with pytest.raises(QuothError, match=r"made from another reading of wire\.txt, or before"):
        differences(other, marked)


def test_what_was_exported_is_compared_with_after_the_document_is_read_anew() -> None:
    """The model finds less by now, and that is nothing the person said."""
    exported = marked_of(wire())
    anew = replace(wire(), statements=wire().statements[:3], model="by hand 2")

    file = replace(changed(0, verdict="rejected"), exported=exported)

    assert differences(anew, file) == (Reject(statement_at(wire().statements[0])),)
    assert differences(anew, replace(exported, exported=exported)) == ()


def test_a_file_that_is_taken_twice_says_nothing_new() -> None:
    content = words("rejected that account")
    exported = marked_of(wire())
    file = changed(1, content=content.spans, verdict="confirmed")
    file = replace(file, exported=exported, statements=file.statements[:-1])
    changes = differences(wire(), file)
    log = [Correction(f"{n:032x}", 1, change, "kim", "") for n, change in enumerate(changes)]

    again = differences(after(wire(), changes), file, log)

    assert len(changes) == 3
    assert again == ()


@settings(max_examples=40)
@given(readings())
def test_a_reading_made_of_marks_has_the_same_marks(reading: Reading) -> None:
    marked = marked_of(reading)

    again = marked_of(reading_from(marked, reading.document))

    told = {"act": None, "stance": None, "polarity": None, "certainty": None}
    statements = tuple(replace(each, **told) for each in marked.statements)
    assert (again.statements, again.sources) == (statements, marked.sources)


def test_characters_that_a_format_could_not_hold_are_no_difference() -> None:
    reading = worked_out(reading_of(document_of(WIRE.replace("31", "3\x07"), "wire.txt")))
    marked = replace(marked_of(reading), text=reading.document.text.replace("\x07", "\ufffd"))

    assert differences(reading, marked) == ()


def test_a_fingerprint_tells_readings_apart() -> None:
    less = replace(wire(), statements=wire().statements[1:])

    assert re.fullmatch("[0-9a-f]{16}", fingerprint(wire()))
    assert fingerprint(less) != fingerprint(wire()) == fingerprint(wire())


@st.composite
def edited(draw: Draw, reading: Reading) -> Marked:
    """`reading` as a person might leave it in a tool: everything may be otherwise."""
    known = plain(marked_of(reading))
    places = [Span(*found.span()) for found in re.finditer(r"\w+", known.text, re.A)]
    groups = {spans: n for n, each in enumerate(known.sources) for spans in each.mentions}
    for spans in groups:
        if draw(st.integers(0, 3)) == 0:
            groups[spans] = draw(st.integers(0, len(known.sources) + 1))
    free = [
        (span,)
        for span in places
        if not any(m.start < span.end and span.start < m.end for s in groups for m in s)
    ]
    statements = []
    for one in (*known.statements, *[None] * draw(st.integers(0, 2))):
        if one is None or draw(st.integers(0, 2)) == 0:
            one = draw(other(one, places, [*groups, *free]))
        if one is not None:
            statements.append(one)
            if one.source:
                groups.setdefault(one.source, len(groups) + 10)
    clusters: dict[int, list[Spans]] = {}
    for spans in sorted(groups, key=place):
        clusters.setdefault(groups[spans], []).append(spans)
    numbers = {group: n for n, group in enumerate(clusters)}
    sources = tuple(
        MarkedSource(tuple(spans), known.sources[n].key, known.sources[n].kind)
        if n < len(known.sources)
        else MarkedSource(tuple(spans))
        for n, spans in clusters.items()
    )
    return replace(
        known,
        sources=sources,
        statements=tuple(
            replace(one, who=numbers[groups[one.source]] if one.source else None, within=None)
            for one in sorted(statements, key=lambda one: place(one.content))
        ),
    )


@st.composite
def other(
    draw: Draw, one: MarkedStatement | None, places: list[Span], mentions: list[Spans]
) -> MarkedStatement | None:
    """A statement instead of `one`, or none."""
    if not places or (one and draw(st.booleans()) and draw(st.booleans())):
        return None
    passages = passages_of(places)
    if one is None:
        one = MarkedStatement(draw(passages), form="indirect")
    part = draw(st.sampled_from(("content", "cue", "source", "verdict")))
    if part == "verdict":
        return replace(one, verdict=draw(st.sampled_from(("confirmed", "rejected"))))
    if part == "source":
        return replace(one, source=draw(st.sampled_from([(), *mentions])))
    return replace(one, **{part: draw(passages)})


@settings(max_examples=100)
@given(st.data())
def test_the_changes_make_the_reading_say_what_the_file_says(data: st.DataObject) -> None:
    reading = data.draw(readings(odd=False))
    file = plain(data.draw(edited(reading)))
    stand = [one for one in file.statements if one.verdict != "rejected"]
    for statements in (file.statements, plain(marked_of(reading)).statements):
        assume(len({one.content for one in statements}) == len(statements))

    found = compared(reading, file)
    result = plain(marked_of(after(reading, found.changes)))

    assert sorted(map(said, stand)) == sorted(map(said, result.statements))
    assert who(file, stand) == who(result, result.statements)


def said(one: MarkedStatement) -> tuple[Spans, ...]:
    return one.content, one.cue, one.source


def who(marked: Marked, statements: Any) -> dict[tuple[Spans, ...], list[tuple[Spans, ...]]]:
    """For each statement those that the same source answers for."""
    return {
        said(one): sorted(said(each) for each in statements if each.who == one.who)
        for one in statements
        if one.who is not None
    }


def test_a_long_document_is_compared_in_moments() -> None:
    text = "".join(f"Orr said no{n}. " for n in range(2000))
    document = document_of(text, "long.txt")
    contents = [Passage(document, (Span(*m.span()),)) for m in re.finditer(r"no\d+", text)]
    statements = tuple(
        Statement(f"s{n}", None, None, content, "indirect", None, 1.0)
        for n, content in enumerate(contents)
    )
    reading = Reading(document, statements, "by hand 1")
    marked = marked_of(reading)
    start = time.perf_counter()

    found = differences(reading, replace(marked, statements=marked.statements[1:]))

    assert found == (Reject(statement_at(statements[0])),)
    assert time.perf_counter() - start < 5
