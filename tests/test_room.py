"""Pages and their JSON: one address each, told twice; what is wrong is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from rooms import PAGE, ledger_with, visited

from quoth.ledger import open_ledger
from quoth.ledger.store import Store


def test_a_page_and_its_json_tell_the_same(tmp_path: Path) -> None:
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        page = visitor.get("/search?q=ferry", headers=PAGE)
        [statement] = visitor.get("/search.json?q=ferry").json()["statements"]
    assert statement["content"]["text"] == "the ferry had carried at least 40 people too many"
    assert 'href="/documents/1#s1"' in page.text
    assert "quoth find ferry --ledger" in page.text


def test_an_unchanged_page_is_not_sent_again(tmp_path: Path) -> None:
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        tag = visitor.get("/").headers["etag"]
        assert visitor.get("/", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/search.json?kind=ghost", 400, "kind: must be one of person"),
        ("/search.json?since=soon", 400, "since soon: no date"),
        (f"/new.json?before={'0' * 20}{'9' * 20}", 400, "before: must be a whole number"),
        (f"/new.json?limit={'0' * 19}1{'9' * 20}", 400, "limit: must be a whole number"),
        ("/nowhere.json", 404, "no such address"),
    ],
)
def test_what_is_wrong_is_told_as_a_problem(
    tmp_path: Path, address: str, status: int, told: str
) -> None:
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        answer = visitor.get(address)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == answer.status_code == status
    assert told in answer.json()["detail"]


def test_what_is_wrong_shows_neither_marks_of_commands_nor_paths(tmp_path: Path) -> None:
    path = ledger_with(tmp_path / "news.db")
    with visited(path) as visitor:
        page = visitor.get("/documents/99", headers=PAGE)
        told = visitor.get("/documents/99.json")
        path.rename(tmp_path / "away.db")
        gone = visitor.get("/index.json")
    assert "99: no such document in news.db; see <code>quoth find</code>" in page.text
    assert told.json()["detail"] == "99: no such document in news.db; see quoth find"
    assert gone.json()["detail"].startswith("news.db: ")
    assert str(tmp_path) not in page.text + told.text + gone.text


def test_a_ledger_that_is_replaced_is_told_and_then_read(tmp_path: Path) -> None:
    path = ledger_with(tmp_path / "news.db")
    with visited(path) as visitor:
        assert visitor.get("/index.json").json()["counts"]["documents"] == 1
        path.rename(tmp_path / "away.db")
        assert visitor.get("/index.json").status_code == 503
        ledger_with(path, ("A harbour official said the ferry had carried 40.", "No one spoke."))
        assert visitor.get("/index.json").json()["counts"]["documents"] == 2


def test_what_a_document_says_is_no_markup(tmp_path: Path) -> None:
    hostile = 'A harbour official said <script>alert(1)</script> "ferry".'
    with visited(ledger_with(tmp_path / "news.db", (hostile,))) as visitor:
        assert "<script>alert" not in visitor.get("/search?q=ferry", headers=PAGE).text


def test_a_long_page_is_made_once_until_something_on_it_changes(tmp_path: Path) -> None:
    path = ledger_with(tmp_path / "news.db")
    with visited(path) as visitor:
        first = visitor.get("/documents/1", headers=PAGE)
        again = visitor.get("/documents/1", headers=PAGE)
        tag = first.headers["etag"]
        assert again.text == first.text
        assert again.headers["etag"] == tag
        assert visitor.get("/documents/1", headers={"if-none-match": tag}).status_code == 304
        with open_ledger(path) as ledger:
            ledger.confirm("1:s1", who="Ilse Varga")
        changed = visitor.get("/documents/1", headers=PAGE | {"if-none-match": tag})
    assert "confirmed by people" in changed.text
    assert "confirmed by people" not in first.text


def test_a_ledger_that_another_program_locks_is_told_and_then_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quoth.web.shelf.PATIENCE", 0.2)
    path = ledger_with(tmp_path / "news.db")
    said = {"action": "confirm", "statement": "s1"}
    with visited(path) as visitor, Store(path, write=True) as other:
        with other.transaction():
            locked = visitor.post("/documents/1/corrections", json=said)
            assert visitor.get("/documents/1").status_code == 200
        free = visitor.post("/documents/1/corrections", json=said)
    assert locked.status_code == 503
    assert "another program keeps it locked" in locked.json()["detail"]
    assert locked.headers["retry-after"] == "5"
    assert free.status_code == 201
