"""Rows of tables and records of streams: each with a text is a document, the rest is kept."""

from __future__ import annotations

import io
import json
import logging
from pathlib import Path

import pytest

from quoth.documents import Limits, Options, open_document, open_documents
from quoth.errors import UnreadableInput
from quoth.records import Document, Span

SAID = "The mayor of Port Ellery denied it, said Ann Marsh of the harbour office."
HEARD = "“We saw nothing,” the harbourmaster told reporters, “and nobody asked us.”"


def documents(data: bytes, name: str = "table", **options: object) -> list[Document]:
    found = list(open_documents(data, name, Options(**options)))  # type: ignore[arg-type]
    assert not [each for each in found if isinstance(each, UnreadableInput)]
    return found  # type: ignore[return-value]


def failures(data: bytes, name: str = "table", **options: object) -> list[str]:
    found = open_documents(data, name, Options(**options))  # type: ignore[arg-type]
    return [str(each) for each in found if isinstance(each, UnreadableInput)]


def test_json_lines_are_a_document_each() -> None:
    lines = [
        {"id": "a7", "text": SAID, "published": "2031-03-02", "desk": "coast"},
        {"text": HEARD},
    ]

    first, second = documents("\n".join(map(json.dumps, lines)).encode())

    assert (first.name, first.text, first.published) == ("table#a7", SAID, "2031-03-02")
    assert first.metadata.published.where == "column published"
    assert ("desk", "coast") in first.metadata.columns
    assert (second.name, second.text) == ("table#2", HEARD)
    assert second.layout.place(Span(0, 3), 0).record == 2


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "wrap",
    [
        lambda rows: rows,
        lambda rows: {"status": "ok", "articles": rows},
        lambda rows: {f"n{number}": row for number, row in enumerate(rows)},
    ],
    ids=["array", "array in an object", "object of objects"],
)
def test_json_in_other_shapes(wrap, indent) -> None:
    rows = [{"title": "One", "body": SAID}, {"title": "Two", "body": HEARD}]

    found = documents(json.dumps(wrap(rows), indent=indent).encode())

    assert [(each.title, each.text) for each in found] == [("One", SAID), ("Two", HEARD)]


@pytest.mark.parametrize(
    "answer",
    [
        {"response": {"status": "ok", "results": [{"id": 1, "fields": {"bodyText": SAID}}]}},
        {"hits": {"total": 1, "hits": [{"_id": 1, "_source": {"body": SAID}}]}},
        [{"id": 1, "paragraphs": [SAID]}],
    ],
    ids=["results", "hits", "paragraphs"],
)
def test_json_as_interfaces_answer(answer) -> None:
    [only] = documents(json.dumps(answer).encode())

    assert (only.name, only.text) == ("table#1", SAID)


def test_what_nests_in_a_row_is_a_column_and_lists_of_texts_are_paragraphs() -> None:
    row = {"source": {"id": None, "name": "Coast Wire"}, "text": [SAID, HEARD], "tags": ["a", "b"]}

    [only] = documents(json.dumps(row).encode())

    assert only.text == f"{SAID}\n\n{HEARD}"
    assert only.metadata.outlet.value == "Coast Wire"
    assert ("tags", "a\n\nb") in only.metadata.columns


def test_an_array_of_texts_is_a_document_each() -> None:
    assert [each.text for each in documents(json.dumps([SAID, HEARD]).encode(), "a.json")] == [
        SAID,
        HEARD,
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_json_in_any_encoding(encoding: str) -> None:
    line = json.dumps({"text": HEARD}, ensure_ascii=False) + "\n"

    assert documents((line * 2).encode(encoding))[1].text == HEARD
    assert documents(f"[{line}]".encode(encoding))[0].text == HEARD


@pytest.mark.parametrize(
    ("written", "published"),
    [
        (1899331200, "2030-03-10"),
        (1899331200000, "2030-03-10"),
        ("Mar 2031", "2031-03"),
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10"),
        ("3/4/2031", None),
    ],
)
def test_dates_as_tables_write_them(written, published) -> None:
    assert documents(json.dumps({"text": SAID, "date": written}).encode())[0].published == published


def test_what_holds_no_text_says_so() -> None:
    for data in (b"[]", b'{"text": ""}\n', b"headline,body\n,\n"):
        [failure] = failures(data, "t")
        assert failure == "t: no row of it has a text; name the column with --text-field"


@pytest.mark.parametrize(
    "text",
    ["Title, text, date\nWords on the wall.\n", '{"No," she said.}\n', '["No," she said.]\n'],
)
def test_a_text_that_only_begins_like_a_table_is_a_text(text: str) -> None:
    assert documents(text.encode(), "a.txt")[0].text == text


def test_csv_as_spreadsheets_leave_it() -> None:
    said = f"sep=;\r\nid;note, or so;text;text\r\n1;x;{SAID};again;more\r\n"
    bare = f"1,{'He said no, '.replace(',', ';') * 20},x\n2,{SAID.replace(',', ';')},y\n"

    [only] = documents(said.encode(), "table.csv")
    first, second = documents(bare.encode(), "t.csv")

    assert (only.name, only.text) == ("table.csv#1", SAID)
    assert only.metadata.columns[1:] == (
        ("note, or so", "x"),
        ("text 2", "again"),
        ("column 5", "more"),
    )
    assert second.text == SAID.replace(",", ";")
    assert first.metadata.columns == (("column 1", "1"), ("column 3", "x"))


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_is_a_document_a_row(delimiter: str) -> None:
    rows = [["headline", "body", "author"], ["One", f'"{SAID}\n\nHe said ""No."""', "Ann Marsh"]]

    [only] = documents("\r\n".join(delimiter.join(row) for row in rows).encode())

    assert only.text == f'{SAID}\n\nHe said "No."'
    assert (only.title, only.metadata.authors[0].value) == ("One", "Ann Marsh")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_in_any_encoding(encoding: str) -> None:
    data = f"id,text\n1,{HEARD.replace(',', ';')}\n".encode(encoding)

    assert documents(data, "t.csv")[0].text == HEARD.replace(",", ";")


def test_bytes_in_windows_1252_far_behind_in_utf_8_are_read() -> None:
    rows = [f"{number},{SAID.replace(',', ';')}".encode() for number in range(2000)]
    data = b"\n".join([b"id,text", *rows, "9999,“Déjà vu” – he said".encode("cp1252")])

    assert documents(data, "t.csv")[-1].text == "“Déjà vu” – he said"


def test_html_in_a_column_is_read_as_html() -> None:
    page = f"<div><p>{SAID}</p><blockquote>{HEARD}</blockquote></div>"

    [only] = documents(json.dumps({"html": page}).encode())

    assert [block.kind for block in only.blocks] == ["paragraph", "quotation"]


def test_fields_that_the_user_names_count() -> None:
    row = {"text": "Never mind this one here.", "note": SAID, "when": "3 March 2031", "key": 5}
    given = {"text_field": "note", "date_field": "when", "id_field": "key"}

    [only] = documents(json.dumps(row).encode(), **given)

    assert (only.name, only.text, only.published) == ("table#5", SAID, "2031-03-03")


def test_a_field_that_is_missing_is_told_with_those_there_are() -> None:
    [failure] = failures(json.dumps({"text": SAID}).encode(), text_field="body")

    assert failure == "table: no column 'body' for --text-field; it has text"


def test_columns_that_were_found_out_are_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "quoth")

    documents(json.dumps({"words": SAID, "date": "2031-03-02"}).encode(), "a.jsonl")

    assert caplog.messages == ["a.jsonl: text from 'words', date from 'date'"]


def test_a_broken_line_costs_itself_alone() -> None:
    data = f'{{"text": "{SAID}"}}\n{{"text": \n\n{{"text": "{SAID}"}}\n'.encode()

    first, failure, last = open_documents(data, "a.jsonl")

    assert str(failure).startswith("a.jsonl#2: record 2 is not JSON (Expecting value")
    assert (first.text, last.text) == (SAID, SAID)


def test_parquet_is_a_document_a_row(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    path = tmp_path / "week.parquet"
    write_table(pyarrow.table({"url": ["https://a.example/1"] * 2, "text": [SAID, HEARD]}), path)

    first, second = open_documents(path, "week.parquet")
    [failure] = failures(path.read_bytes()[:-30])

    assert (first.text, second.text) == (SAID, HEARD)
    assert first.metadata.address.value == "https://a.example/1"
    assert failure.endswith("this Parquet file is broken or cut off; get or save it again")


def test_records_are_taken_only_as_they_are_needed() -> None:
    class Endless(io.RawIOBase):
        lines = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            self.lines += 1
            line = json.dumps({"text": f"{SAID} {self.lines}"}).encode() + b"\n"
            buffer[: len(line)] = line
            return len(line)

    endless = Endless()
    found = open_documents(endless, "wire")

    assert [next(found).text for _ in range(3)] == [f"{SAID} {number}" for number in (1, 2, 3)]
    assert endless.lines <= 4


def test_a_field_without_end_is_one_clear_line() -> None:
    limits = Limits(bytes=1_000_000)
    row = b'id,text\n1,"' + b"a " * 1_000_000 + b'"\n2,"The mayor said so."\n'

    [failure] = failures(row, "t.csv", limits=limits)

    assert failure.startswith("t.csv: not a table that can be read (field larger than field limit")


@pytest.mark.parametrize("cut", range(1, 20))
def test_cut_off_anywhere_it_is_a_reading_or_one_clear_line(cut: int) -> None:
    rows = [{"id": number, "text": SAID} for number in range(20)]
    for data in (json.dumps(rows), json.dumps(rows, indent=1), "\n".join(map(json.dumps, rows))):
        for each in open_documents(data.encode()[: len(data) * cut // 20], "table"):
            assert isinstance(each, Document) or "\n" not in str(each)


def test_several_rows_are_no_single_document() -> None:
    with pytest.raises(UnreadableInput, match="it holds several documents"):
        open_document(b'{"text": "The mayor said so."}\n{"text": "He did not say so."}\n', "a")
