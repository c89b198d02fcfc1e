"""What a document says on nobody's word is worked out beside the pages, when it is asked for."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from rooms import PAGE, ledger_with, visited

from quoth.account import OwnVoice
from quoth.aside import NotRead
from quoth.aside.tasks import Failed
from quoth.records import Span
from quoth.web import accounts
from quoth.web.accounts import Accounts
from quoth.web.problems import Refused
from quoth.web.soon import Soon

FOUND = (OwnVoice(Span(0, 49), ("figure",), (("figure", Span(47, 49)),)),)


class Slow:
    """Answers once it may."""

    def __init__(self, wrong: Exception | None = None) -> None:
        self.may, self.asked, self._wrong = Event(), 0, wrong

    def ask(self, *_: object) -> Iterator[object]:
        self.asked += 1
        self.may.wait(10)
        if self._wrong:
            raise self._wrong
        yield FOUND


def test_a_page_does_not_wait_for_it_and_it_is_worked_out_once(monkeypatch):
    monkeypatch.setattr(accounts, "AT_ONCE", 0.01)
    slow = Slow()
    made = Accounts(slow, "news.db", "standard")  # type: ignore[arg-type]

    with pytest.raises(Soon) as soon:
        made.of(1, "0.0.a", patient=True)
    asyncio.run(soon.value.wait())
    assert made.of(1, "0.0.a", patient=True) is None
    slow.may.set()
    assert _soon(made) == FOUND
    assert made.of(1, "0.0.a") == FOUND
    assert slow.asked == 1


def test_what_cannot_be_worked_out_is_told_and_tried_anew_after_a_while():
    slow = Slow(NotRead(Failed("input", "this is no text")))
    slow.may.set()
    made = Accounts(slow, "news.db", "standard")  # type: ignore[arg-type]

    for _ in range(2):
        assert str(_soon(made)) == "this is no text"
    assert slow.asked == 1
    made._again = dict.fromkeys(made._again, 0.0)
    assert str(_soon(made)) == "this is no text"
    assert slow.asked == 2


def test_a_document_is_shown_where_that_cannot_be_worked_out(tmp_path: Path):
    slow = Slow(NotRead(Failed("input", "it took too long; add it by `quoth add`")))
    slow.may.set()
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        made = Accounts(slow, "news.db", "standard")  # type: ignore[arg-type]
        visitor.app.state.accounts = made  # type: ignore[attr-defined]
        pages = [visitor.get("/documents/1?unsourced=1", headers=PAGE) for _ in range(2)]
        data = visitor.get("/documents/1.json?unsourced=1")
        made._done.clear()
        made._again.clear()
        slow._wrong = None
        marked = visitor.get("/documents/1?unsourced=1", headers=PAGE)
    assert data.status_code == 200
    for page in pages:
        assert page.status_code == 200
        assert "A harbour official" in page.text
        assert "is not marked: it took too long; add it by <code>quoth add</code>" in page.text
    assert "is not marked" not in marked.text
    assert 'nobody’s word: <span id="own">1 sentence<' in marked.text


def test_a_fault_is_told_and_does_not_look_like_waiting(caplog):
    slow = Slow(ZeroDivisionError())
    slow.may.set()
    made = Accounts(slow, "news.db", "standard")  # type: ignore[arg-type]

    assert str(_soon(made)).startswith("going through it failed")
    assert "ZeroDivisionError" in caplog.text


def test_so_many_documents_are_gone_through_at_once(monkeypatch):
    monkeypatch.setattr(accounts, "GOING", 2)
    slow = Slow()
    made = Accounts(slow, "news.db", "standard")  # type: ignore[arg-type]

    assert made.of(1, "0.0.a") is made.of(2, "0.0.a") is None
    with pytest.raises(Refused, match="look again"):
        made.of(3, "0.0.a")
    assert made.of(1, "0.0.a") is None
    slow.may.set()


def test_the_page_marks_it(tmp_path: Path):
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        slow = Slow()
        slow.may.set()
        visitor.app.state.accounts = Accounts(slow, "news.db", "standard")  # type: ignore
        plain = visitor.get("/documents/1", headers=PAGE).text
        page = visitor.get("/documents/1?unsourced=1", headers=PAGE).text
    assert 'class="unsourced"' not in plain
    assert '<span class="unsourced" data-labels="figure">' in page
    assert '<span class="bare figure">' in page
    assert 'nobody’s word: <span id="own">1 sentence<' in page


def test_a_row_that_a_correction_replaced_is_marked_still(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(accounts, "AT_ONCE", 0.01)
    text = "A harbour official said the ferry was full. In all 40 people died, and 3 fled."
    figures = tuple(("figure", Span(at := text.index(n), at + len(n))) for n in ("40", "3"))
    found = OwnVoice(Span(44, len(text)), ("figure",), figures)  # type: ignore[arg-type]
    with visited(ledger_with(tmp_path / "news.db", (text,))) as visitor:
        slow = Slow()
        accounts_ = Accounts(slow, "news.db", "standard")  # type: ignore[arg-type]
        accounts_._done[1, visitor.get("/documents/1/choices").json()["state"]] = (found,)
        visitor.app.state.accounts = accounts_  # type: ignore[attr-defined]
        said = {"action": "add", "content": "3 fled"}
        assert visitor.post("/documents/1/corrections", json=said).status_code == 201
        rows = "/documents/1/rows?blocks=0"
        [plain] = visitor.get(rows).json()["blocks"].values()
        meanwhile = visitor.get(f"{rows}&unsourced=1").json()
        slow.may.set()
        monkeypatch.setattr(accounts, "AT_ONCE", 10)
        now = visitor.get(f"{rows}&unsourced=1").json()
    assert "bare figure" not in plain
    assert (meanwhile["unsourced"], now["unsourced"]) == (None, 1)  # what is new is waited for
    assert now["blocks"]["0"].count("bare figure") == 1
    [marked] = meanwhile["blocks"].values()
    assert marked.count("bare figure") == 1  # for the other somebody answers by now
    assert '<span class="unsourced" data-labels="figure">' in marked


def _soon(made: Accounts) -> object:
    for _ in range(500):
        if found := made.of(1, "0.0.a"):
            return found
        time.sleep(0.01)
    return None
