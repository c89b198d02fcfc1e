"""What a publisher changed between versions, statement by statement."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import document_of, find, reading_of
from kept import keep
from rich.cells import cell_len

from quoth.export.history import history_json, history_view
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.errors import NotFound
from quoth.records import Source

BRIDGE = ("Ann Marsh", "said", ("the bridge had been closed since noon on Monday",), "indirect")
LEVY = ("the union", "said", ("nobody was asked about the levy",), "indirect")
COST = ("The mayor", "said", ("it would cost nine million",), "indirect")
BEFORE = (
    "Ann Marsh said the bridge had been closed since noon on Monday.\n\n"
    "Later the union said nobody was asked about the levy.\n\n"
    "The mayor said it would cost nine million."
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "news.db") as ledger:
        keep(ledger, reading_of(document_of(BEFORE), [BRIDGE, LEVY, COST]), "Post", "2031", "a")
        yield ledger


def kinds(ledger: Ledger, after: str, rows: list) -> list[tuple]:
    number = keep(ledger, reading_of(document_of(after), rows), "Post", "2031", "a")
    [step] = ledger.history(number).steps
    return [(change.kind, change.parts) for change in step.changes]


def test_added_and_dropped(ledger):
    text = (
        "Ann Marsh said the bridge had been closed since noon on Monday.\n\n"
        "The mayor said it would cost nine million. Police said a diver was missing."
    )
    diver = ("Police", "said", ("a diver was missing",), "indirect")
    assert kinds(ledger, text, [BRIDGE, COST, diver]) == [("dropped", ()), ("added", ())]


def test_altered_words(ledger):
    text = BEFORE.replace("nine", "eleven")
    cost = ("The mayor", "said", ("it would cost eleven million",), "indirect")
    assert kinds(ledger, text, [BRIDGE, LEVY, cost]) == [("altered", ("content",))]


def test_another_cue(ledger):
    text = BEFORE.replace("mayor said", "mayor claimed")
    cost = ("The mayor", "claimed", ("it would cost nine million",), "indirect")
    assert kinds(ledger, text, [BRIDGE, LEVY, cost]) == [("altered", ("cue",))]


def test_another_source(ledger):
    text = BEFORE.replace("the union said", "officials said")
    levy = ("officials", "said", ("nobody was asked about the levy",), "indirect")
    assert kinds(ledger, text, [BRIDGE, levy, COST]) == [("other_source", ("source",))]


def test_what_only_moved_is_as_it_was(ledger):
    parts = BEFORE.split("\n\n")
    text = "\n\n".join([parts[2], parts[0], parts[1]])
    assert kinds(ledger, text, [COST, BRIDGE, LEVY]) == []


def test_the_view_and_the_data(ledger, expected):
    text = BEFORE.replace("nine", "eleven").replace("Later the union", "Later officials")
    rows = [
        ("Ann Marsh", "said", ("the bridge had been closed since noon on Monday",), "indirect"),
        ("officials", "said", ("nobody was asked about the levy",), "indirect"),
        ("The mayor", "said", ("it would cost eleven million",), "indirect"),
    ]
    number = keep(ledger, reading_of(document_of(text), rows), "Post", "2031-04", "a")
    history = ledger.history(number)
    shown = "".join(history_view(history))
    assert max(cell_len(line) for line in shown.splitlines()) <= 80
    expected("history.txt", shown)
    [step] = json.loads(history_json(history))["steps"]
    assert [change["change"] for change in step["changes"]] == ["other_source", "altered"]
    assert step["unchanged"] == 1


def test_one_version_has_no_steps(ledger):
    assert "One version: 1" in "".join(history_view(ledger.history(1)))


def test_no_such_document(ledger):
    with pytest.raises(NotFound):
        ledger.history(9)


def test_the_command_line(quoth):
    wire = Path("wire.txt")
    wire.write_text('"A list," one man said. "Just read us the list."\n')
    quoth("add", "wire.txt")
    wire.write_text("The operator rejected that account.\n")
    quoth("add", "wire.txt")
    shown = quoth("history", "wire.txt")
    assert shown.exit_code == 0, shown.output
    assert "+ added" in shown.output
    assert "- dropped" in shown.output
    assert json.loads(quoth("history", "1", "--format", "json").output)["type"] == "history"
    assert quoth("history", "none.txt").exit_code == 1


def test_what_is_only_read_otherwise_is_no_change(ledger):
    """The text has one sentence more; the reader missed one statement and cut another short."""
    bridge = ("Ann Marsh", "said", ("the bridge had been closed since noon",), "indirect")
    number = keep(
        ledger,
        reading_of(document_of(f"{BEFORE}\n\nIt rained."), [bridge, COST]),
        "Post",
        "2031",
        "a",
    )
    [step] = ledger.history(number).steps
    assert (step.changes, step.unchanged, step.otherwise) == ((), 1, 2)
    assert "2 only read otherwise" in "".join(history_view(ledger.history(number)))


def test_a_fuller_name_is_the_same_source(ledger):
    text = BEFORE.replace("The mayor", "The mayor of Varn")
    cost = ("The mayor of Varn", "said", ("it would cost nine million",), "indirect")
    assert kinds(ledger, text, [BRIDGE, LEVY, cost]) == [("altered", ("source",))]


def test_she_may_be_somebody_else(tmp_path):
    with open_ledger(tmp_path / "news.db") as ledger:
        for who in ("Ann Marsh", "Edda Quell"):
            made = reading_of(
                document_of(f"{who} spoke. She said it was late."),
                [("She", "said", ("it was late",), "indirect")],
            )
            places = [find(made.document, who), find(made.document, "She")]
            source = Source("p1", "person", True, places[0], (), tuple(places))
            statements = (replace(made.statements[0], source_id="p1"),)
            number = keep(
                ledger, replace(made, sources=(source,), statements=statements), "Post", "2031", "a"
            )
        [step] = ledger.history(number).steps
    assert [(change.kind, change.parts) for change in step.changes] == [("other_source", ())]
