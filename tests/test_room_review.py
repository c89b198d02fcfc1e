"""Reviewing in the room without script: forms do what the single keys of `quoth review` do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from rooms import PAGE, ledger_with, visited
from starlette.testclient import TestClient

from quoth.ledger import open_ledger
from quoth.ledger.records import Logged
from quoth.ledger.reviewing import Item
from quoth.web.queues import Queue

Room = tuple[TestClient, Path]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    path = ledger_with(tmp_path / "news.db")
    with visited(path, who="Ann Marsh") as visitor:
        visitor.headers |= PAGE
        yield visitor, path


def said(path: Path) -> list[Logged]:
    with open_ledger(path, read_only=True) as ledger:
        return list(ledger.corrections())


def heading(page: str) -> str:
    [found] = re.findall(r"<h1>([^<,]+)", page)
    return found.strip()


def press(visitor: TestClient, page: str, name: str, **filled: str) -> str:
    """Send the form with this button, with some fields filled; the page that follows."""
    forms = re.findall(r"<form(?: [^>]*)?>.*?</form>", page, re.DOTALL)
    [form] = [each for each in forms if re.search(rf"<button[^>]*>{name}", each)]
    [action] = re.findall(r'action="([^"]*)"', form)
    fields = dict(re.findall(r'name="([^"]*)" value="([^"]*)"', form))
    [button] = re.findall(rf"<button([^>]*)>{name}", form)
    fields.pop("action", None) if 'name="action"' in button else None
    fields |= dict(re.findall(r'name="([^"]*)" value="([^"]*)"', button))
    given = {key: unescape(value) for key, value in fields.items()} | filled
    answer = visitor.post(unescape(action), data=given)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_the_least_sure_come_first_one_at_a_time(room: Room) -> None:
    visitor, path = room
    page = visitor.get("/review?least_sure=3").text
    assert heading(page) == "1:s6"
    page = press(visitor, page, "Right")
    assert heading(page) == "1:s5"
    page = press(visitor, page, "Wrong", why="a headline")
    assert heading(page) == "1:s4"
    assert [(line.correction.who, line.correction.why) for line in said(path)] == [
        ("Ann Marsh", ""),
        ("Ann Marsh", "a headline"),
    ]
    assert "3 of 3, 1 left" in page


def test_what_is_skipped_is_still_there_at_the_end(room: Room) -> None:
    visitor, _ = room
    page = visitor.get("/review?least_sure=2").text
    [skip] = re.findall(r'href="([^"]*)" data-key=" "', page)
    page = press(visitor, visitor.get(unescape(skip)).text, "Right")
    assert heading(page) == "That was the last"
    assert "1 of 2 judged. 1 skipped." in page
    [again] = re.findall(r'href="([^"]*)">Go through them again', page)
    assert heading(visitor.get(unescape(again)).text) == "1:s6"


def test_whoever_begins_where_all_is_judged_gets_what_there_is_by_now(room: Room) -> None:
    visitor, _ = room
    page = press(visitor, visitor.get("/review?least_sure=1").text, "Right")
    assert heading(page) == "Nothing is left to review"
    assert heading(visitor.get("/review?least_sure=1").text) == "1:s5"


def test_a_passage_is_entered_while_others_look_on() -> None:
    """Another thread puts statements in between two looks at the way."""
    queue = Queue([Item(1, "s1", ())])

    class Slow:
        def unjudged(self, items: list[Item]) -> list[bool]:
            judged = [True for _ in items]
            queue.items.append(Item(1, "s2", ()))
            return judged

    assert queue.open(Slow()) == [True]  # type: ignore[arg-type]


def test_undo_takes_back_what_was_said_last_and_goes_back_to_it(room: Room) -> None:
    visitor, path = room
    page = press(visitor, visitor.get("/review?least_sure=3").text, "Wrong")
    assert heading(page) == "1:s5"
    assert heading(press(visitor, page, "Undo")) == "1:s6"
    assert said(path)[0].undoing


def test_an_edited_statement_is_shown_again_as_it_is_now(room: Room) -> None:
    visitor, _ = room
    page = visitor.get("/review?random=6&seed=1&at=1%3As2").text
    forms = {"action": "edit", "statement": "s2", "part": "content", "words": "account"}
    [here] = set(re.findall(r'name="next" value="([^"]*at=1%3As2[^"]*)"', page))
    page = visitor.post("/documents/1/corrections", data={**forms, "next": unescape(here)}).text
    assert "1:s2, edited" in page
    assert 'data-label="content">account</span>' in page


def test_the_same_seed_draws_the_same_and_a_seed_is_drawn_where_none_is_given(room: Room) -> None:
    visitor, _ = room
    ways = [visitor.get(f"/review.json?random=4&seed={seed}").json() for seed in (7, 7, 8)]
    assert ways[0] == ways[1] != ways[2]
    drawn = visitor.get("/review?random=4")
    assert re.search(r"seed=\d+", str(drawn.url))


def test_a_sample_is_drawn_and_gone_through(room: Room) -> None:
    visitor, path = room
    answer = visitor.post(
        "/samples", data={"statements": "2", "passages": "1", "seed": "3", "by": ""}
    )
    page = answer.text
    assert "sample 1" in page
    seen = []
    while (name := heading(page)) not in ("That was the last", "Nothing is left to review"):
        seen.append(name)
        page = press(visitor, page, "Nothing is missing" if "@" in name else "Right")
    with open_ledger(path, read_only=True) as ledger:
        evaluation = ledger.evaluate(1)
    assert sum("@" in name for name in seen) == 1
    assert evaluation.judged == 2
    assert len(seen) == len(set(seen)) > 3  # what stands in the passage is judged before it


def test_a_statement_that_others_took_away_is_passed_over(room: Room) -> None:
    visitor, path = room
    page = visitor.get("/review?least_sure=3").text
    with open_ledger(path) as ledger:
        ledger.reject("1:s5", who="Bea")
    assert heading(press(visitor, page, "Right")) == "1:s4"


def test_a_late_word_is_refused_beside_what_the_other_did(room: Room) -> None:
    visitor, path = room
    page = visitor.get("/review?least_sure=3").text
    [state] = set(re.findall(r'name="state" value="([^"]*)"', page))
    with open_ledger(path) as ledger:
        ledger.reject("1:s6", who="Bea", why="<i>twice</i>")
    late = {"action": "confirm", "statement": "s6", "state": state}
    answer = visitor.post("/documents/1/corrections", data=late)
    assert answer.status_code == 409
    assert "Bea has changed it since you saw it" in answer.text
    assert "&lt;i&gt;twice&lt;/i&gt;" in answer.text
    assert len(said(path)) == 1


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/review?random=100000", 400),
        ("/review?least_sure=few", 400),
        ("/review?sample=9", 404),
        ("/review?least_sure=5&document=99", 404),
        ("/review?least_sure=5&find=%22", 400),
        ("/review?least_sure=5&at=nowhere", 200),
        ("/corrections?document=99", 404),
        ("/corrections?before=x", 400),
    ],
)
def test_what_cannot_be_asked_for_is_told(room: Room, address: str, status: int) -> None:
    visitor, _ = room
    assert visitor.get(address).status_code == status


def test_the_log_tells_who_when_and_why_and_takes_back(room: Room) -> None:
    visitor, path = room
    with open_ledger(path) as ledger:
        ledger.reject("1:s2", who="Bea <b>", why="twice")
        ledger.set_source("1:s1", "Ida Orr", who="Ann", why="see photo")
    page = visitor.get("/corrections?limit=1").text
    assert "“<bdi>see photo</bdi>”" in page
    assert 'href="?limit=1&amp;before=2"' in page
    page = visitor.get("/corrections?limit=1&before=2").text
    assert "Bea &lt;b&gt;" in page
    assert "taken back" in press(visitor, page, "Undo")
    assert visitor.get("/corrections.json").json()["corrections"][1]["undone"]["who"] == "Ann Marsh"


def test_nothing_is_drawn_from_an_empty_ledger(tmp_path: Path) -> None:
    with visited(ledger_with(tmp_path / "news.db", ())) as visitor:
        answer = visitor.post("/samples", json={})
    assert answer.status_code == 422
    assert answer.json()["detail"] == "the ledger is empty; add documents (at /add) before you draw"
