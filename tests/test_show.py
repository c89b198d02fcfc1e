"""A statement of the ledger is shown with all that is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from handmade import wire
from kept import keep
from rich.cells import cell_len

from quoth.export.shown import shown_json, shown_view
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.errors import NotFound


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """The wire, and a reprint of it."""
    with open_ledger(tmp_path / "news.db") as ledger:
        keep(ledger, wire(), "Ellery Herald", "2031-03-02")
        keep(ledger, wire(), "The Post", "2031-03-03")
        yield ledger


def test_a_statement_in_its_context(ledger, expected):
    shown = "".join(shown_view(ledger.show("1:s3")))
    assert max(cell_len(line) for line in shown.splitlines()) <= 80
    expected("show.txt", shown)


def test_a_statement_as_data(ledger):
    shown = json.loads(shown_json(ledger.show("1:s1")))
    assert shown["id"] == "1:s1"
    assert shown["all_of_source"]["id"] == "p1"
    assert shown["figures"][0]["low"] == 40
    assert shown["content"]["text"] in " ".join(shown["context"][0]["text"].split())
    assert [each["number"] for each in shown["reprints"]] == [2]
    assert (shown["number"], shown["outlet"]) == (1, "Ellery Herald")


def test_what_people_said_of_a_statement(ledger):
    ledger.reject("1:s2", who="Ilse Varga", why="no cue")
    kept = ledger.edit("1:s1", "source", "harbour official", who="Ilse Varga")
    ledger.undo(kept.id, who="Ilse Varga", why="the article belongs to it")
    ledger.confirm("1:s1", who="Ilse Varga", why="looked up")
    shown = ledger.show("1:s1")
    assert [each.correction.who for each in shown.said] == ["Ilse Varga"] * 2
    view = "".join(shown_view(shown))
    assert "confirmed by people" in view
    assert "looked up" in view
    assert "undone" in view
    assert len(json.loads(shown_json(shown))["corrections"]) == 2
    with pytest.raises(NotFound):
        ledger.show("1:s2")
    added = ledger.add_statement(1, "It was reportedly the", who="Ilse Varga")
    [logged] = ledger.show(f"1:a{added.id[:8]}").said
    assert logged.correction == added


def test_a_document_by_number_or_name(quoth):
    Path("wire.txt").write_text(wire().document.text)
    quoth("add", "wire.txt")
    by_number = quoth("show", "1")
    assert by_number.exit_code == 0
    assert "A harbour official" in by_number.output
    assert quoth("show", "wire.txt").output == by_number.output
    assert quoth("show", "wire.txt:s1").output == quoth("show", "1:s1").output
    assert json.loads(quoth("show", "1", "--format", "json").output)["type"] == "document"
    assert json.loads(quoth("show", "1:s1", "--format", "json").output)["id"] == "1:s1"


@pytest.mark.parametrize(
    "called", ["9", "9:s1", "1:s99", "nowhere.html", "nowhere:s1", "", ":", "1:"]
)
def test_what_is_not_there_is_told(ledger, called):
    with pytest.raises(NotFound) as error:
        ledger.show(called)
    assert "\n" not in str(error.value)


def test_no_page_scans_a_table(ledger, monkeypatch):
    scanned: list[str] = []
    for name in ("each", "row", "rows"):
        plain = getattr(ledger.store, name)

        def explained(sql, values=(), plain=plain):
            plan = ledger.store.connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)
            scanned.extend(f"{row[3]}: {sql}" for row in plan if row[3].startswith("SCAN"))
            return plain(sql, values)

        monkeypatch.setattr(ledger.store, name, explained)
    ledger.show("1:s1")
    ledger.show("The Post")
    ledger.history(1)
    assert [scan for scan in scanned if not scan.startswith("SCAN CONSTANT ROW")] == []
