"""What holds for the reading of any text whatever, with the model of the package."""

from __future__ import annotations

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import quoth
from quoth.documents import from_text
from quoth.export import csv_rows, json_document, json_lines
from quoth.export.view import view
from quoth.passages import parts_of
from quoth.records import GAP, Document, Reading

# Pieces of news, so that the reader finds something; anything at all between them.
PIECES = st.sampled_from(
    [
        "“Nobody counted,” said Oda Fell. ",
        '"We will," she said, "and soon." ',
        "The ministry denied that it had known",
        "according to a harbour official ",
        "''It sank,'' he wrote",
        "\n\n",
        "\r\n",
        "\f",
        "> ",
        "Q: ",
        "– ",
        "- \n",
        "«",
        "\u00ad",
        "e\u0301",
        "👩\u200d👧",
        "at least 40 of the 1.000,5 crates, nearly 1/3, ",
        "on 3/4/2024, last week, since the 1990s and in 9999 ",
        "9" * 400,
        "Fell, the minister, who asked not to be named because he feared for his post, ",
        "Mr Orr told Mrs Orr that they had lied. ",
        "(Fell, The Log, p. 6)",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=14).map("".join) | st.text(max_size=60)

modest = settings(max_examples=50)


@cache
def reader() -> quoth.Reader:
    return quoth.Reader()


@modest
@given(TEXTS)
def test_spans_point_at_what_is_printed(text: str) -> None:
    reading = quoth.read_text(text)

    assert reading.document.text == text
    for line in map(json.loads, json_lines(reading)):
        for part in ("source", "cue", "content"):
            if passage := line.get(part):
                pieces = [text[start:end] for start, end in passage["spans"]]
                assert GAP.join(pieces) == passage["text"]


@modest
@given(TEXTS)
def test_spans_lie_within_the_text_in_order_and_hold_something(text: str) -> None:
    for statement in quoth.read_text(text).statements:
        assert 0 <= statement.confidence <= 1
        for passage in parts_of(statement):
            edges = [edge for span in passage.spans for edge in (span.start, span.end)]
            assert edges == sorted(edges)
            assert 0 <= edges[0] <= edges[-1] <= len(text)
            assert all(text[span.start : span.end].strip() for span in passage.spans)
            assert len(passage.places) == len(passage.spans)


@modest
@given(TEXTS)
def test_everything_hangs_together(text: str) -> None:
    reading = quoth.read_text(text)
    within = {statement.id: statement.within for statement in reading.statements}
    sources = {source.id for source in reading.sources}

    for statement in reading.statements:
        chain = [statement.id]
        while (outer := within[chain[-1]]) is not None:
            assert outer not in chain
            chain.append(outer)
        assert (statement.source_id in sources) == (statement.source is not None)
        assert (statement.cued is None) == (statement.cue is None)
        assert statement.certainty is None or -3 <= statement.certainty <= 3
    for source in reading.sources:
        assert source.mentions
        assert source.named == (source.name is not None)
    for told in (*reading.figures, *reading.dates):
        assert text[told.span.start : told.span.end].strip()
        assert told.statement is None or told.statement in within


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_the_same_bytes_come_out_alone_and_among_others(texts: list[str]) -> None:
    documents = [from_text(text, f"{number}.txt") for number, text in enumerate(texts)]

    together = [written(reading) for reading in reader().read_many(documents)]

    assert together == [alone(document) for document in documents]
    assert together == [alone(document) for document in documents]


def alone(document: Document) -> bytes:
    return written(reader().read(document))


def written(reading: Reading) -> bytes:
    """The reading in every form that it can be printed in."""
    parts = (json_lines(reading), [json_document(reading)], csv_rows(reading), view(reading))
    return "".join(piece for part in parts for piece in part).encode()
