"""Events: documents that tell of one thing, as people group them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from handmade import WIRE, StandIn

from quoth.errors import QuothError
from quoth.ledger import open_ledger
from quoth.ledger.errors import NotFound

NO_EVENT = "no such event; `quoth events` lists them"


@pytest.fixture
def pages(quoth):
    """Three documents in a ledger: two in a folder, one in an archive of its own."""
    for name in ("pages/a.txt", "pages/b.txt", "c.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(WIRE.replace("158", str(len(name) * 100 + ord(name[-5]))))
    quoth("add", "pages", "c.txt")
    return quoth


def documents(name: str) -> tuple[int, ...]:
    with open_ledger("quoth.db") as ledger:
        return ledger.event(name).documents


@pytest.mark.parametrize(
    ("called", "numbers"),
    [
        ("2", (2,)),
        ("c.txt", (3,)),
        ("pages", (1, 2)),
        ("pages/", (1, 2)),
        ("*/b.txt", (2,)),
        ("?.txt", (3,)),
    ],
)
def test_documents_are_put_into_an_event_by_number_name_folder_or_pattern(pages, called, numbers):
    result = pages("event", "the ferry", called)

    many = "1 document" if len(numbers) == 1 else "2 documents"
    assert result.output == f"the ferry: {many}\n"
    assert documents("the ferry") == numbers


def test_what_is_in_an_event_is_taken_out_again(pages):
    pages("event", "the ferry", "pages", "c.txt")

    assert pages("event", "the ferry", "pages", "--out").output == "the ferry: 1 document\n"
    assert documents("the ferry") == (3,)
    assert pages("event", "the ferry", "3", "--out").output == "the ferry: 0 documents\n"
    with pytest.raises(NotFound, match=NO_EVENT):
        documents("the ferry")


def test_what_is_added_is_put_into_an_event_also_what_is_known(quoth):
    Path("a.txt").write_text(WIRE)
    Path("b.txt").write_text(WIRE.replace("158", "160"))
    quoth("add", "a.txt")

    quoth("add", "a.txt", "b.txt", "--event", "the ferry")

    assert documents("the ferry") == (1, 2)


@pytest.mark.parametrize("name", ["", " ", "17"])
def test_a_name_has_a_letter(pages, name):
    said = f"quoth: {name!r}: is no name for an event; give one that has a letter\n"
    for command in (("event", name, "1"), ("add", "c.txt", "--event", name)):
        result = pages(*command)
        assert (result.exit_code, result.stderr) == (1, said)


@pytest.mark.parametrize("called", ["nothing", "9"])
def test_an_event_that_is_not_there_is_told_in_one_line(pages, called):
    with open_ledger("quoth.db") as ledger, pytest.raises(NotFound) as caught:
        ledger.event(called)
    assert str(caught.value) == f"{called}: {NO_EVENT}"


def test_a_document_that_is_not_there_changes_nothing(pages):
    result = pages("event", "the ferry", "1", "nowhere/")

    assert result.exit_code == 1
    assert result.stderr.startswith("quoth: nowhere/: no such document in quoth.db; ")
    with open_ledger("quoth.db") as ledger:
        with pytest.raises(QuothError, match="9: no such document"):
            ledger.put_into("the ferry", [1, 9])
        assert ledger.events() == []


def test_events_are_listed_for_people_and_programs(pages):
    pages("event", "the ferry", "1", "2")

    _, *lines = pages("events").output.splitlines()
    rows = [json.loads(each) for each in pages("events", "--format", "jsonl").output.splitlines()]

    headline = "Ferry sinks off Port Ellery, killing at least 31"
    assert [line.split()[:3] for line in lines] == [["2", "3", "0"], ["1", "2", "0"]]
    assert "  * the ferry: Ferry sinks" in lines[1]
    assert [row["type"] for row in rows] == ["event", "event"]
    assert [row["name"] for row in rows] == [headline, "the ferry"]
    assert [row["title"] for row in rows] == [headline, headline]
    assert [row["made"] for row in rows] == [False, True]
    assert [row["documents"] for row in rows] == [[1, 2, 3], [1, 2]]


def test_a_ledger_without_events_says_so(quoth):
    Path("a.txt").write_text(WIRE)
    quoth("add", "a.txt")

    assert quoth("events").output == " No events.\n"


def test_a_removed_document_is_in_no_event(pages):
    pages("event", "the ferry", "1", "2")
    pages("remove", "1", "2", "--why", "asked for", "--yes")

    with open_ledger("quoth.db") as ledger:
        assert ledger.events() == []
        assert list(ledger.check()) == []


@pytest.mark.parametrize("way", ["merge", "import"])
def test_events_of_one_name_are_one_when_ledgers_meet(pages, way):
    with open_ledger("other.db") as other:
        for _ in other.add(["c.txt", "pages/a.txt"], StandIn(), event="the ferry"):
            pass
        other.put_into("the bridge", [1])
    pages("event", "the ferry", "1", "2")
    if way == "merge":
        pages("ledger", "merge", "other.db")
    else:
        pages("export", "--ledger", "other.db", "--format", "jsonl", "-o", "other.jsonl")
        pages("import", "other.jsonl", "--format", "jsonl")

    with open_ledger("quoth.db") as ledger:
        assert ledger.event("the ferry").documents == (1, 2, 3)
        assert ledger.event("the bridge").documents == (3,)
        assert list(ledger.check()) == []
