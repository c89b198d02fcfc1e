"""JSON Lines, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json

import pytest
from handmade import document_of, reading_of, wire
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UnreadableInput
from quoth.export import csv_header, csv_rows, failure_line, json_document, json_lines
from quoth.export.fields import place_fields
from quoth.records import Passage, Place, Reading, Span, Statement

HARD = 'tab\t quote" comma, line\nend \r\n \x1b \x85 \u2028 = \x9b31m \U0001f6a2 \u202e'

TEXTS = st.text(st.characters(codec=None)).map(lambda text: f"x{text}")  # lone surrogates too


def whole(text: str) -> Reading:
    """A reading whose only statement is all of `text`."""
    document = document_of(text, name="page.txt")
    content = Passage(document, (Span(0, len(text)),))
    statement = Statement("s1", content, content, content, "direct", None, 1.0)
    return Reading(document, (statement,), "none")


def test_spans_point_at_what_is_printed():
    text = json.loads(json_document(wire()))["text"]
    lines = [json.loads(line) for line in json_lines(wire())][1:]

    for part in (line[part] for line in lines for part in ("source", "cue", "content")):
        if part:
            assert part["text"] == " … ".join(text[start:end] for start, end in part["spans"])


def test_own_voice_is_a_share_in_lines_and_spans_in_objects():
    line, whole = json.loads(next(json_lines(wire()))), json.loads(json_document(wire()))

    assert line["own_voice"] == 0.3862
    assert whole["own_voice"][0] == [0, 48]


def test_a_failure_is_a_line_too():
    failure = UnreadableInput("scan.pdf", "no text in this PDF; make it searchable first")

    assert json.loads(failure_line(failure)) == {
        "type": "failure",
        "document": "scan.pdf",
        "reason": "no text in this PDF; make it searchable first",
    }


@pytest.mark.parametrize(
    ("place", "fields"),
    [
        (Place(7, line=14, column=30), {"block": 7, "line": 14, "column": 30}),
        (
            Place(7, page=3, boxes=((72.123456, 90, 300.5, 102),)),
            {"block": 7, "page": 3, "boxes": [[72.12, 90, 300.5, 102]]},
        ),
        (Place(7, element="main > p"), {"block": 7, "element": "main > p"}),
    ],
)
def test_a_place_has_the_keys_of_its_format(place, fields):
    assert place_fields(place) == fields


def test_a_line_stays_one_line_for_every_reader():
    for line in json_lines(whole(HARD)):
        assert len(line.splitlines()) == 1


@given(TEXTS)
def test_json_gives_every_character_back(text):
    for found in (
        json.loads(json_document(whole(text)).encode()),
        json.loads(list(json_lines(whole(text)))[1].encode())["content"],
    ):
        # JSON has no word for two lone surrogates that happen to make a pair.
        assert found["text"] == text.encode("utf-16", "surrogatepass").decode(
            "utf-16", "surrogatepass"
        )


def test_csv_gives_every_character_back():
    table = csv_header() + "".join(csv_rows(whole(HARD)))
    (row,) = csv.DictReader(io.StringIO(table, newline=""))

    assert row["content"] == HARD
    assert json.loads(row["content_spans"]) == [[0, len(HARD)]]


def test_csv_does_not_alter_what_a_spreadsheet_takes_for_a_formula():
    reading = reading_of(document_of("He said =1+1"), [("He", "said", ("=1+1",), "direct")])

    assert ",=1+1," in "".join(csv_rows(reading))
