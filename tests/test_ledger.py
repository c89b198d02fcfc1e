"""A ledger gives back what was put into it, and is what other programs can open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import quoth
from quoth.documents import open_documents
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.keeping import put_document, put_reading
from quoth.ledger.migrating import newest
from quoth.records import Document, Reading

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".html", ".pdf", ".txt"))


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    with quoth.Reader("small") as reader:
        found = (each for file in FILES for each in open_documents(file))
        return list(reader.read_many(each for each in found if isinstance(each, Document)))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "news.db") as ledger:
        yield ledger


def keep(ledger: Ledger, reading: Reading) -> int:
    with ledger.store.transaction():
        number = put_document(ledger.store, reading.document, reading.document.name)
        put_reading(ledger.store, number, reading)
    return number


def test_a_reading_comes_back_as_it_was_with_its_places(
    ledger: Ledger, readings: list[Reading]
) -> None:
    numbers = [keep(ledger, reading) for reading in readings]
    for number, reading in zip(numbers, readings, strict=True):
        kept = ledger.reading(number)
        assert kept == reading
        assert [s.content.places for s in kept.statements] == [
            s.content.places for s in reading.statements
        ]


def test_the_original_comes_back_byte_for_byte(ledger: Ledger, readings: list[Reading]) -> None:
    number = keep(ledger, readings[0])
    assert ledger.original(number) == FILES[0].read_bytes()


def test_reading_anew_takes_the_place_of_the_old_reading(
    ledger: Ledger, readings: list[Reading]
) -> None:
    number = keep(ledger, readings[0])
    with ledger.store.transaction():
        put_reading(ledger.store, number, readings[0])
    assert ledger.reading(number) == readings[0]
    check = "INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)"
    ledger.store.run(check)
    assert ledger.store.value("SELECT count(*) FROM statement_words") == len(readings[0].statements)


def test_sqlite_itself_finds_views_with_plain_names(
    ledger: Ledger, readings: list[Reading], tmp_path: Path
) -> None:
    keep(ledger, readings[0])
    other = sqlite3.connect(tmp_path / "news.db")
    rows = other.execute("SELECT id, source, cue, content FROM statements_flat").fetchall()
    first = readings[0].statements[0]
    assert (f"1:{first.id}", first.content.text) in {(row[0], row[3]) for row in rows}
    words = "SELECT count(*) FROM statement_words WHERE statement_words MATCH 'ferry'"
    assert other.execute(words).fetchone()[0] > 0
    other.close()


def test_an_empty_ledger_has_the_newest_schema(ledger: Ledger) -> None:
    assert ledger.store.value("PRAGMA user_version") == newest()
