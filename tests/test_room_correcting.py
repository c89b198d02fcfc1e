"""Correcting in the room: what can be said, taken back, and is refused where it was overtaken."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from rooms import PAGE, events_of, ledger_with, served, visited
from starlette.testclient import TestClient

from quoth.ledger import open_ledger
from quoth.web import watching
from quoth.web.saying import saying_of
from quoth.web.watching import Watcher

SAID = "/documents/1/corrections"
Room = tuple[TestClient, Path]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    path = ledger_with(tmp_path / "news.db")
    with visited(path, who="Ann Marsh") as visitor:
        yield visitor, path


def say(visitor: TestClient, **said: Any) -> dict[str, Any]:
    answer = visitor.post(SAID, json=said)
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    return told


def test_what_was_kept_is_answered_so_though_the_ledger_is_moved_then(room: Room) -> None:
    visitor, path = room
    poke = visitor.app.state.watcher.poke  # type: ignore[attr-defined]

    def moved_away() -> None:
        path.rename(path.with_name("away.db"))
        poke()

    visitor.app.state.watcher.poke = moved_away  # type: ignore[attr-defined]
    told = say(visitor, action="confirm", statement="s1")
    assert told["change"]["whole"]
    path.with_name("away.db").rename(path)
    [line] = visitor.get("/corrections.json").json()["corrections"]
    assert line["id"] == told["correction"]["id"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"action": "confirm", "statement": "s1"}, "1:s1 confirmed: “the ferry had carried"),
        ({"action": "reject", "statement": "s2"}, "1:s2 rejected: “that account”"),
        (
            {"action": "edit", "statement": "s2", "part": "content", "words": "account"},
            "1:s2 content: “account”",
        ),
        ({"action": "edit", "statement": "s2", "part": "cue", "words": None}, "1:s2 cue: none"),
        (
            {"action": "edit", "statement": "s2", "part": "source", "words": [[50, 68]]},
            "1:s2 source: “A harbour official”",
        ),
        (
            {"action": "set_source", "statement": "s2", "source": "Ida Orr", "kind": "person"},
            "1:s2 answered for by Ida Orr",
        ),
        ({"action": "set_source", "statement": "s2", "source": None}, "answered for by nobody"),
        ({"action": "merge", "sources": ["p1", "p3"]}, "1 one source: A harbour official, one man"),
        (
            {"action": "split", "source": "p2", "mentions": ["The operator"]},
            "another source: “The op",
        ),
        ({"action": "add", "content": "Just read us", "cue": "said"}, "added: “Just read us”"),
    ],
)
def test_what_is_said_is_kept_and_told(room: Room, said: dict[str, Any], told: str) -> None:
    visitor, path = room
    answer = say(visitor, **said, why="see photo")
    assert told in answer["correction"]["told"]
    with open_ledger(path, read_only=True) as ledger:
        [line] = ledger.corrections()
    assert (line.correction.who, line.correction.why) == ("Ann Marsh", "see photo")
    assert line.correction.id == answer["correction"]["id"]


def test_who_answers_for_what_is_added_may_be_said_with_it(room: Room) -> None:
    visitor, path = room
    say(visitor, action="add", content="Just read us", source="Ida Orr", kind="person")
    with open_ledger(path, read_only=True) as ledger:
        assert "Ida Orr" in ledger.corrected(1).names.values()


def test_a_correction_is_taken_back_once(room: Room) -> None:
    visitor, _ = room
    kept = say(visitor, action="reject", statement="s2")["correction"]["id"]
    back = visitor.post(f"/corrections/{kept}/undo", json={"who": "Bea", "why": "I was wrong"})
    assert back.json()["correction"]["undone"]["who"] == "Bea"
    assert back.json()["change"]["statements"] == ["s2"]
    again = visitor.post(f"/corrections/{kept}/undo", json={})
    assert (again.status_code, again.json()["detail"]) == (
        409,
        f"{kept[:8]}: Bea has taken it back already",
    )


def test_what_changed_is_told_from_the_state_that_was_seen(room: Room) -> None:
    visitor, _ = room
    first = say(visitor, action="confirm", statement="s1", who="Bea")["change"]
    second = say(visitor, action="confirm", statement="s4", state=first["since"])["change"]
    assert second["since"] == first["since"]
    assert second["statements"] == ["s1", "s4"]
    assert [each["who"] for each in second["said"]] == ["Bea", "Ann Marsh"]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(room: Room) -> None:
    visitor, path = room
    seen = say(visitor, action="confirm", statement="s1")["change"]["state"]
    say(visitor, action="reject", statement="s2", who="Bea", why="a headline")
    late = visitor.post(
        SAID, json={"action": "set_source", "statement": "s2", "source": "p1", "state": seen}
    )
    assert late.status_code == 409
    assert "Bea has changed it since you saw it" in late.json()["detail"]
    assert [each["why"] for each in late.json()["said"]] == ["a headline"]
    with open_ledger(path, read_only=True) as ledger:
        assert len(list(ledger.corrections())) == 2


def test_what_others_said_of_another_statement_is_in_nobodys_way(room: Room) -> None:
    visitor, _ = room
    seen = say(visitor, action="confirm", statement="s1")["change"]["state"]
    say(visitor, action="reject", statement="s2", who="Bea")
    say(visitor, action="confirm", statement="s4", state=seen)


def test_a_document_that_was_read_anew_is_to_be_looked_at_again(room: Room) -> None:
    visitor, _ = room
    late = visitor.post(
        SAID, json={"action": "confirm", "statement": "s1", "state": "0.0.00000000"}
    )
    assert late.status_code == 409
    assert "read anew" in late.json()["detail"]


def test_what_was_said_of_another_reading_is_taken_back(room: Room) -> None:
    visitor, _ = room
    called = say(visitor, action="confirm", statement="s1")["correction"]["id"]
    undone = visitor.post(f"/corrections/{called}/undo", json={"state": "9.0.00000000"})
    assert undone.status_code == 200
    assert undone.json()["change"]["whole"]
    assert undone.json()["correction"]["undone"]


def test_a_form_does_the_same_without_script(room: Room) -> None:
    visitor, path = room
    form = {"action": "merge", "sources": "p1, p3", "who": "", "next": "/documents/1#s1"}
    answer = visitor.post(SAID, data=form, headers=PAGE, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents/1#s1")
    with open_ledger(path, read_only=True) as ledger:
        assert [line.correction.who for line in ledger.corrections()] == ["Ann Marsh"]


@pytest.mark.parametrize(
    "elsewhere", ["//far.example", "https://far.example", "/\\far.example", "/a\nb"]
)
def test_a_form_leads_nowhere_else(room: Room, elsewhere: str) -> None:
    visitor, _ = room
    form = {"action": "confirm", "statement": "s1", "next": elsewhere}
    assert visitor.post(SAID, data=form, follow_redirects=False).status_code == 400


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"action": "burn", "statement": "s1"}, 400),
        ({"action": "confirm"}, 400),
        ({"action": "confirm", "statement": ["s1"]}, 400),
        ({"action": "confirm", "statement": "s1", "words": "x"}, 400),
        ({"action": "confirm", "statement": "s99"}, 404),
        ({"action": "confirm", "statement": "s1", "state": "yesterday"}, 400),
        ({"action": "confirm", "statement": "s1", "who": "x" * 1001}, 400),
        ({"action": "edit", "statement": "s1", "part": "nose", "words": "it"}, 400),
        ({"action": "edit", "statement": "s1", "part": "content", "words": ""}, 400),
        ({"action": "edit", "statement": "s1", "part": "content", "words": [[9, 3]]}, 400),
        ({"action": "edit", "statement": "s1", "part": "content", "words": [[5, 10**8]]}, 422),
        ({"action": "edit", "statement": "s1", "part": "content", "words": "no such words"}, 422),
        ({"action": "edit", "statement": "s1", "part": "cue", "words": {"block": 99}}, 400),
        ({"action": "merge", "sources": ["p1"]}, 422),
        ({"action": "merge", "sources": "p1," * 600}, 400),
        ({"action": "split", "source": "p1", "mentions": [1, 2]}, 400),
        ({"action": "set_source", "statement": "s1", "source": "p1", "kind": "ghost"}, 400),
        ([], 400),
    ],
)
def test_what_cannot_be_said_is_told_in_one_line(room: Room, given: Any, status: int) -> None:
    visitor, path = room
    answer = visitor.post(SAID, json=given)
    assert answer.status_code == status, answer.text
    assert "\n" not in answer.json()["detail"]
    with open_ledger(path, read_only=True) as ledger:
        assert not list(ledger.corrections())


def test_bodies_that_are_none_are_refused(room: Room) -> None:
    visitor, _ = room
    kinds = {"not json": 400, "[" * 100_000: 400, '{"action": "\\ud800"}': 400}
    for body, status in kinds.items():
        answer = visitor.post(SAID, content=body, headers={"content-type": "application/json"})
        assert answer.status_code == status
    assert visitor.post(SAID, content="x", headers={"content-type": "text/x"}).status_code == 415


def test_words_are_kept_whatever_they_hold(room: Room) -> None:
    visitor, path = room
    name = "<b>\u202eIda\x00 \U0001f600</b>"
    say(visitor, action="set_source", statement="s1", source=name, why="\u202etxt.\nand more")
    with open_ledger(path, read_only=True) as ledger:
        [line] = ledger.corrections()
    assert line.correction.why == "\u202etxt.\nand more"
    page = visitor.get("/corrections", headers={"accept": "text/html"}).text
    assert "“<bdi>\u202etxt.\nand more</bdi>”" in page
    assert "\x00" not in page


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"why": "\ud800 half"}, "whole characters"),
        ({"who": "a\x00b"}, "who: must have no control characters"),
        ({"why": "\x1b[2J"}, "why: must have no control characters"),
    ],
)
def test_characters_that_are_none_are_refused(room: Room, said: dict[str, str], why: str) -> None:
    visitor, _ = room
    body = json.dumps({"action": "confirm", "statement": "s1", **said})
    answer = visitor.post(SAID, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert why in answer.json()["detail"]


def test_a_change_that_hangs_on_a_tag_is_not_made(room: Room) -> None:
    visitor, path = room
    said = {"action": "confirm", "statement": "s1"}
    refused = visitor.post(SAID, json=said, headers={"if-match": '"seen"'})
    assert refused.status_code == 412
    assert "state" in refused.json()["detail"]
    with open_ledger(path, read_only=True) as ledger:
        assert not list(ledger.corrections())
    assert visitor.post(SAID, json=said, headers={"if-match": "*"}).status_code == 201


def test_words_are_pointed_at_as_a_page_shows_them(tmp_path: Path) -> None:
    text = "A harbour official said \u202ethe \U0001f6a2 ferry\r\nhad carried 40."
    with visited(ledger_with(tmp_path / "news.db", (text,))) as visitor:
        shown = "A harbour official said the \U0001f6a2 ferry\nhad carried 40."
        start = shown.index("\U0001f6a2")
        words = {"block": 0, "from": start, "to": shown.index(" 40")}
        kept = say(visitor, action="add", content=words)["correction"]
    assert kept["value"]["content"]["text"] == "\U0001f6a2 ferry\r\nhad carried"


def test_everybody_sees_what_is_said_also_by_the_command_line(
    tmp_path: Path, quoth: Callable[..., Result]
) -> None:
    path = ledger_with(tmp_path / "news.db")
    with (
        served(path, who="Ann Marsh") as address,
        events_of(f"{address}/documents/1/changes") as ev,
    ):
        assert next(ev)["state"].startswith("0.0.")
        quoth("correct", "1:s2", "--reject", "--who", "Bea", "--ledger", str(path))
        change = next(ev)
        assert change["said"][0]["told"] == "1:s2 rejected: “that account”"
        assert (change["said"][0]["who"], change["statements"]) == ("Bea", ["s2"])
        quoth("undo", "--who", "Bea", "--ledger", str(path))
        assert next(ev)["said"][0]["undone"]["who"] == "Bea"


def test_who_comes_back_is_told_what_he_missed(
    tmp_path: Path, quoth: Callable[..., Result]
) -> None:
    path = ledger_with(tmp_path / "news.db")
    with served(path) as address:
        with events_of(f"{address}/documents/1/changes") as ev:
            seen = next(ev)["state"]
        quoth("correct", "1:s2", "1:s3", "--reject", "--ledger", str(path))
        with events_of(f"{address}/documents/1/changes?since={seen}") as ev:
            assert next(ev)["statements"] == ["s2", "s3"]


def test_a_fault_in_telling_ends_streams_and_not_what_comes_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell, faults = Watcher._tell, [RuntimeError()]

    def broken(*given: Any) -> None:
        if faults:
            raise faults.pop()
        tell(*given)

    monkeypatch.setattr(Watcher, "_tell", broken)
    with served(ledger_with(tmp_path / "news.db")) as here:
        with events_of(f"{here}/documents/1/changes") as events:
            assert list(events) == []
        with events_of(f"{here}/documents/1/changes") as events:
            assert next(events)["document"] == 1


def test_the_whole_log_is_told_as_it_grows(tmp_path: Path, quoth: Callable[..., Result]) -> None:
    path = ledger_with(tmp_path / "news.db")
    with served(path) as address, events_of(f"{address}/changes") as ev:
        next(ev)
        quoth("correct", "1:s1", "1:s2", "--reject", "--ledger", str(path))
        assert [next(ev)["told"][:4], next(ev)["told"][:4]] == ["1:s1", "1:s2"]


def test_many_correct_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    path = ledger_with(tmp_path / "news.db")
    kept: list[str] = []

    def correct(visitor: TestClient, who: str) -> None:
        for number in range(10):
            answer = say(visitor, action="confirm", statement=f"s{number % 6 + 1}", who=who)
            kept.append(answer["correction"]["id"])

    with visited(path) as visitor:
        threads = [threading.Thread(target=correct, args=(visitor, f"W{n}")) for n in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    with open_ledger(path, read_only=True) as ledger:
        assert {line.correction.id for line in ledger.corrections()} == set(kept)
    assert len(set(kept)) == 40


def test_each_action_names_what_it_needs() -> None:
    with pytest.raises(Exception, match="content: must be given to add"):
        saying_of(json.loads('{"action": "add"}'), "Ann")


def test_a_change_far_and_wide_sends_the_nearest_rows_and_names_the_others(tmp_path: Path) -> None:
    sentence = "A harbour official said the ferry had carried at least 40 people too many."
    text = "\n\n".join([sentence, *["No."] * 99])
    path = ledger_with(tmp_path / "news.db", (text,))
    with open_ledger(path) as ledger:
        first = text.index("No.")
        for start in range(first, first + 60 * len("No.\n\n"), len("No.\n\n")):
            words = [(start, start + 2)]
            ledger.add_statement(1, words, source="A harbour official", who="Bea")
    with visited(path) as visitor:
        said = {"action": "set_source", "statement": "s1", "source": "p1", "kind": "group"}
        change = say(visitor, **said)["change"]
        assert len(change["blocks"]) == 40
        assert "0" in change["blocks"]
        some = ",".join(map(str, change["later"]))
        rows = visitor.get(f"/documents/1/rows?blocks={some}").json()["blocks"]
    assert sorted(map(int, rows)) == sorted(change["later"])
    assert all("unnamed group" in row for row in rows.values())


@pytest.mark.parametrize("blocks", ["", "x", "1,,2", "-1", ",".join(["1"] * 101), "٣"])
def test_rows_are_asked_for_by_numbers(room: Room, blocks: str) -> None:
    visitor, _ = room
    assert visitor.get("/documents/1/rows", params={"blocks": blocks}).status_code == 400


def test_choices_tell_sources_with_their_mentions(room: Room) -> None:
    visitor, _ = room
    told = visitor.get("/documents/1/choices?statement=s2").json()
    assert (told["statement"]["content"], told["statement"]["answers"]) == ("that account", "p2")
    [operator] = [each for each in told["sources"] if each["id"] == "p2"]
    assert operator["mentions"][0]["text"] == "The operator"
    assert visitor.get("/documents/1/choices?statement=s99").status_code == 404


def test_rows_that_are_sent_are_those_of_the_page(room: Room) -> None:
    visitor, _ = room
    say(visitor, action="merge", sources=["p1", "p3"])
    change = say(visitor, action="add", content="sinks off", source="Ida Orr")["change"]
    page = visitor.get("/documents/1", headers=PAGE).text
    everything = visitor.get("/documents/1/rows?blocks=0,1,2,3").json()["blocks"]
    for row in (*change["blocks"].values(), *everything.values()):
        assert row.strip() in page


def test_nobody_watches_once_the_room_is_closed(tmp_path: Path) -> None:
    path = ledger_with(tmp_path / "news.db")
    with served(path) as address, events_of(f"{address}/documents/1/changes") as told:
        assert next(told)["document"] == 1
        assert "watcher" in {each.name for each in threading.enumerate()}
    assert "watcher" not in {each.name for each in threading.enumerate()}


def test_who_comes_when_too_many_listen_is_told(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(watching, "MOST", 0)
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        answer = visitor.get("/documents/1/changes")
    assert answer.status_code == 503
    assert "too many listen" in answer.json()["detail"]
