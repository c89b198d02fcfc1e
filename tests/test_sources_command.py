"""The sources of a ledger are listed by how much each is made to say."""

from __future__ import annotations

import json
from pathlib import Path

from handmade import wire
from kept import keep

from quoth.ledger import open_ledger
from quoth.ledger.keeping import put_reading


def test_sources_are_listed_over_documents(tmp_path):
    with open_ledger(tmp_path / "news.db") as ledger:
        keep(ledger, wire(), "Ellery Herald", "2031-03-02")
        keep(ledger, wire(), "The Post", "2031-03-03")
        first, *rest = ledger.sources()
        assert (first.name, first.named, first.kind) == ("The operator", False, "organisation")
        assert (first.statements, first.documents) == (4, 2)
        assert [each.name for each in rest] == [
            "A harbour official",
            "Two people briefed on the log",
            "one man",
        ]
        assert [each.name for each in ledger.sources("HARB off")] == ["A harbour official"]
        assert [each.name for each in ledger.sources(kinds=("group",))] == [
            "Two people briefed on the log"
        ]
        assert ledger.sources("100%") == []
        assert len(ledger.sources(limit=2)) == 2


def test_a_reading_that_does_not_count_is_left_out(tmp_path):
    with open_ledger(tmp_path / "news.db") as ledger:
        number = keep(ledger, wire(), "Ellery Herald", "2031-03-02")
        with ledger.store.transaction():
            put_reading(ledger.store, number, ledger.reading(number), "corrected")
        assert ledger.sources()[0].statements == 2


def test_the_command_line(quoth):
    Path("wire.txt").write_text(wire().document.text)
    quoth("add", "wire.txt")
    assert "(A harbour official)" in quoth("sources", "harbour").output
    lines = quoth("sources", "--format", "jsonl").output.splitlines()
    assert json.loads(lines[0])["statements"] == 2
    table = quoth("sources", "--format", "csv", "--kind", "group").output.splitlines()
    assert table[1] == "Two people briefed on the log,false,group,1,1"
    assert quoth("sources", "nobody").output == " Nothing found.\n"


def test_sources_and_identities_say_what_each_counts_and_name_the_other(quoth):
    sources = " ".join(quoth("sources", "--help").output.split())
    assert "where they have the same name, whoever that is; `quoth identities` counts" in sources
    identities = " ".join(quoth("identities", "--help").output.split())
    assert "where they are linked, by `quoth link` or by people; `quoth sources`" in identities
