"""What each outlet carries of an event, and what it leaves out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time
from xml.etree import ElementTree

import pytest
from handmade import WIRE, document_of, reading_of, worked_out

from quoth.compare import Event, Told, compare_coverage
from quoth.export.coverage import coverage_view
from quoth.export.coverage_picture import coverage_picture
from quoth.records import Cued, Found, Metadata, Passage, Reading, Source, Span, Statement

SAID = Cued("say", "assert", "neutral", "positive", None)


def told(
    key: str,
    outlet: str | None,
    published: str | None,
    *statements: tuple[str, str],
    host: str | None = None,
) -> Told:
    """A document in which `who` says each `what`; who has a name is the same everywhere."""
    text = "".join(f"{who} said: {what}\n\n" for who, what in statements) or "Nothing.\n"
    document = document_of(text, key)
    if host:
        address = Found(f"https://{host}/news", "canonical")
        document = replace(document, metadata=Metadata(address=address))
    return Told(
        key, Reading(document, tuple(_said(document, statements)), "by hand"), outlet, published
    )


def _said(document, statements) -> Iterator[Statement]:
    at = 0
    for number, (who, what) in enumerate(statements, 1):
        start = document.text.index(who, at)
        at = document.text.index(what, start + len(who))
        yield Statement(
            id=f"s{number}",
            source=Passage(document, (Span(start, start + len(who)),)),
            cue=None,
            content=Passage(document, (Span(at, at + len(what)),)),
            form="indirect",
            within=None,
            confidence=0.9,
            source_id=who,
            cued=SAID,
        )


def with_sources(each: Told) -> Told:
    """Each source named as in its first mention."""
    first = {s.source_id: s.source for s in reversed(each.reading.statements)}
    sources = tuple(
        Source(key, "person", True, name, (), (name,))
        for key, name in first.items()
        if key and name
    )
    return replace(each, reading=replace(each.reading, sources=sources))


def event(*documents: Told) -> Event:
    return Event("Levy", tuple(with_sources(each) for each in documents))


def carried(rows) -> dict[str, list[int]]:
    return {row.first.content.text: sorted(row.carried) for row in rows}


WELLS = ("Edda Quill", "the wells of Ostrand were sold in spring")
BRIDGE = ("Edda Quill", "the bridge will be painted in May")


def test_one_row_for_what_several_say_in_nearly_the_same_words():
    other = ("Edda Quill", "in spring, the old wells of Ostrand had been sold")
    found = compare_coverage(
        event(told("a", "Bell", "2031-03-02", WELLS), told("b", "Post", "2031-03-02", other)).told
    )

    assert carried(found.statements) == {WELLS[1]: [0, 1]}


@pytest.mark.parametrize(
    "what",
    [
        "the 3 wells of Ostrand were not sold in spring",
        "the 9 wells of Ostrand were sold in spring",
    ],
)
def test_another_number_or_a_not_is_not_the_same(what):
    wells = ("Edda Quill", "the 3 wells of Ostrand were sold in spring")
    found = compare_coverage(
        event(
            told("a", "Bell", "2031-03-02", wells),
            told("b", "Post", "2031-03-03", ("Edda Quill", what)),
        ).told
    )

    [row] = found.statements
    assert {found.state(row, 0), found.state(row, 1)} == {"carries", "changes"}


def test_documents_of_one_outlet_are_one_column():
    found = compare_coverage(
        event(
            told("a", "Bell", "2031-03-02", WELLS),
            told("b", "The Post", "2031-03-02", BRIDGE),
            told("c", "bell", "2031-03-03", BRIDGE),
        ).told
    )

    assert [outlet.name for outlet in found.outlets] == ["Bell", "The Post"]
    assert carried(found.statements) == {BRIDGE[1]: [0, 1], WELLS[1]: [0]}


def test_two_outlets_of_one_name_are_told_apart_by_their_hosts():
    found = compare_coverage(
        event(
            told("a", "Gazette", "2031-03-02", WELLS, host="www.gazette-ostrand.example"),
            told("b", "Gazette", "2031-03-03", WELLS, host="news.gazette-ostrand.example"),
            told("c", "Gazette", "2031-03-04", WELLS, host="gazette.velm.example"),
        ).told
    )

    assert [(outlet.name, len(outlet.told)) for outlet in found.outlets] == [
        ("Gazette (gazette-ostrand.example)", 2),
        ("Gazette (gazette.velm.example)", 1),
    ]


def test_documents_of_nobody_stand_alone():
    found = compare_coverage(event(told("x/a", None, None, WELLS), told("y/a", None, None)).told)

    assert [outlet.name for outlet in found.outlets] == ["(a)", "(a)"]


def test_who_has_only_older_documents_leaves_nothing_out():
    found = compare_coverage(
        event(
            told("a", "Early", "2031-03-01T09:00", BRIDGE),
            told("b", "Bell", "2031-03-02", WELLS),
            told("c", "Post", "2031-03-02"),
            told("d", "Undated", None),
        ).told
    )
    wells = next(row for row in found.statements if row.first.content.text == WELLS[1])

    states = {outlet.name: found.state(wells, n) for n, outlet in enumerate(found.outlets)}
    assert states == {
        "Early": "older",
        "Bell": "carries",
        "Post": "leaves out",
        "Undated": "leaves out",
    }


def test_sources_and_kinds_have_rows_too():
    found = compare_coverage(
        event(told("a", "Bell", None, WELLS, BRIDGE), told("b", "Post", None, BRIDGE)).told
    )

    assert [(row.name, sorted(row.carried)) for row in found.sources] == [("Edda Quill", [0, 1])]
    assert [(row.name, sorted(row.carried)) for row in found.kinds] == [("person", [0, 1])]


def test_the_view_tells_carried_and_left_out_by_marks():
    both = event(
        told("a", "Bell", "2031-03-02", WELLS, BRIDGE), told("b", "Post", "2031-03-03", WELLS)
    )

    shown = "".join(coverage_view(both, compare_coverage(both.told)))

    assert "2 documents, 2 outlets, 2031-03-02 to 2031-03-03" in shown
    assert next(line for line in shown.splitlines() if "wells" in line).endswith("● ●")
    assert next(line for line in shown.splitlines() if "bridge" in line).endswith("● ○")
    assert max(map(len, shown.splitlines())) <= 80


def test_with_many_outlets_the_view_names_those_that_carry_it():
    many = event(*(told(f"d{n}", f"Paper {n}", "2031-03-02", WELLS) for n in range(30)))

    shown = "".join(coverage_view(many, compare_coverage(many.told)))

    assert "30 of 30: 1, 2, 3," in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_picture_is_an_svg_whose_names_are_no_markup():
    hostile = '<script>alert("x")</script>'
    both = event(
        told("a", hostile, "2031-03-02", ("Edda Quill", f"{hostile} wells were sold today")),
        told("b", "Post", "2031-03-03", ("Edda Quill", f"{hostile} wells were sold today")),
    )

    drawn = ElementTree.fromstring(coverage_picture(both, compare_coverage(both.told)))

    names = {each.tag.split("}")[1] for each in drawn.iter()}
    assert names == {"svg", "title", "desc", "style", "text", "line", "circle", "path"}
    assert sum(each.get("class") == "carries" for each in drawn.iter()) == 8


def test_the_command_takes_files_and_prints_view_or_json(quoth):
    Path("one.txt").write_text(WIRE, "utf-8")
    Path("two.txt").write_text(WIRE, "utf-8")

    result = quoth(
        "compare", "coverage", "one.txt", "two.txt", "--event", "Petrel", "--format", "json"
    )
    coverage = json.loads(result.stdout)

    assert (coverage["event"], len(coverage["outlets"])) == ("Petrel", 2)
    assert coverage["statements"][0]["carried"] == [
        {"outlet": 0, "changed": False, "statements": ["one.txt:s1"]},
        {"outlet": 1, "changed": False, "statements": ["two.txt:s1"]},
    ]
    assert quoth("compare", "coverage", "one.txt", "--picture", "c.svg").stdout.startswith(
        " ━━ files"
    )
    assert Path("c.svg").read_text("utf-8").startswith("<svg")


def test_a_thousand_copies_of_one_page_take_no_time():
    page = worked_out(reading_of(document_of(WIRE)))
    copies = tuple(Told(str(n), page, f"Paper {n}", "2031-03-02") for n in range(1000))

    start = process_time()
    found = compare_coverage(copies)

    assert len(found.outlets) == 1000
    assert process_time() - start < 10
