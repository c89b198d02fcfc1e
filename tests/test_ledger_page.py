"""The page about a ledger's file is what the schema says, and other programs open the file."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import wire
from kept import keep

from docs.ledger_page import PAGE, QUERIES, page
from quoth.ledger import open_ledger


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed ledger that holds the wire, with one statement inside another, and a reprint."""
    path = tmp_path_factory.mktemp("ledger") / "news.db"
    *outer, last = wire().statements
    told = replace(wire(), statements=(*outer, replace(last, within=outer[0].id)))
    with open_ledger(path) as ledger:
        keep(ledger, told, "Ellery Herald", "2031-03-02")
        keep(ledger, told, "The Post", "2031-03-03")
    return path


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m docs.ledger_page"


def test_every_table_is_explained(news):
    with open_ledger(news, read_only=True) as ledger:
        names = {row[0] for row in ledger.store.each("SELECT name FROM pragma_table_list")}
    shadows = ("_data", "_idx", "_config", "_docsize", "_content")
    kept = {n for n in names if not n.startswith("sqlite_") and not n.endswith(shadows)}
    told = page()
    assert kept
    assert [name for name in kept if f"### {name}\n" not in told] == []


@pytest.mark.parametrize("query", QUERIES.values(), ids=list(QUERIES))
def test_a_question_of_the_page_runs(news, query):
    with sqlite3.connect(news) as other:
        assert other.execute(query).fetchall()
    other.close()


def test_an_old_sqlite_opens_the_indexes_whatever_was_corrected_and_removed(tmp_path):
    with open_ledger(tmp_path / "news.db") as ledger:
        keep(ledger, wire(), "Ellery Herald", "2031-03-02")
        keep(ledger, wire(), "The Post", "2031-03-03")
        ledger.reject("1:s1", who="Ann Marsh")
        ledger.remove([2], who="Ann Marsh", why="asked for")
        for index in ("statement_words", "document_words"):
            number = f"SELECT v FROM {index}_config WHERE k = 'version'"
            assert ledger.store.value(number) == 4  # 5 is read from SQLite 3.42 on


def test_datasette_shows_the_views(news):
    pytest.importorskip("datasette")
    address = "/news/statements_flat.json?_shape=array&source__contains=harbour&_sort=id"
    command = [sys.executable, "-W", "ignore", "-m", "datasette", str(news), "--get", address]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert [row["id"] for row in json.loads(done.stdout)] == ["1:s1", "2:s1"]


def test_duckdb_reads_the_views(news):
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as other:
        try:
            other.execute("SET autoinstall_known_extensions = false; LOAD sqlite")
        except duckdb.Error:
            pytest.skip("DuckDB's extension for SQLite is not installed; it takes a download")
        other.execute(f"ATTACH '{news}' AS news (TYPE sqlite, READ_ONLY)")
        query = "SELECT id FROM news.statements_flat WHERE source LIKE '%harbour%' ORDER BY id"
        assert other.execute(query).fetchall() == [("1:s1",), ("2:s1",)]
