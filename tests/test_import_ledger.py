"""What one ledger exports, another one takes in, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from handmade import WIRE
from ledgers import add_documents, all_rows, fill

from quoth.ledger import open_ledger

FULL = [("jsonl", "out.jsonl"), ("parquet", "out")]
full = pytest.mark.parametrize(("form", "target"), FULL)


def sound(quoth, ledger: str) -> bool:
    return quoth("ledger", "check", "--ledger", ledger).stdout == f"{ledger}: nothing wrong\n"


def said(quoth, ledger: str) -> dict[str, list[Any]]:
    """What is exported of each text, whatever its number."""
    lines = quoth("export", "--format", "json", "--ledger", ledger).stdout.splitlines()
    found = {}
    for each in map(json.loads, lines):
        for statement in each["statements"]:
            del statement["number"]
        parts = ("statements", "sources", "figures", "dates", "blocks", "own_voice")
        found[each["text"]] = [each[part] for part in parts]
    return found


@full
def test_an_empty_ledger_becomes_the_same_row_for_row(quoth, form, target):
    fill(quoth)

    quoth("export", "--format", form, "-o", target)
    result = quoth("import", target, "--format", form, "--ledger", "new.db")

    assert result.stdout == "4 added; in new.db\n"
    assert all_rows("new.db") == all_rows("quoth.db")
    assert sound(quoth, "new.db")


def test_every_table_has_rows_in_these_tests(quoth):
    fill(quoth)

    assert [name for name, rows in all_rows("quoth.db").items() if not rows] == []


@full
def test_twice_is_once(quoth, form, target):
    fill(quoth)
    quoth("export", "--format", form, "-o", target)
    before = all_rows("quoth.db")

    result = quoth("import", target, "--format", form)

    assert result.stdout == "4 known already; in quoth.db\n"
    assert all_rows("quoth.db") == before


@full
def test_rows_whose_numbers_are_taken_get_others(quoth, form, target):
    fill(quoth)
    quoth("export", "--format", form, "-o", target)
    Path("other.txt").write_text("A note. The operator said so.", encoding="utf-8")
    for number in range(4):
        Path("other.txt").write_text(f"Note {number}. one man said so.\n", encoding="utf-8")
        quoth("add", "other.txt", "--ledger", "new.db")
    before = len(all_rows("new.db")["statements"])

    quoth("import", target, "--format", form, "--ledger", "new.db")

    old, new = all_rows("quoth.db"), all_rows("new.db")
    assert len(new["documents"]) == 8
    assert len(new["statements"]) == before + len(old["statements"])
    numbers = [row[0] for row in new["removals"]] + [row[0] for row in new["documents"]]
    assert len(set(numbers)) == 9
    assert sound(quoth, "new.db")
    assert said(quoth, "quoth.db").items() <= said(quoth, "new.db").items()


@full
def test_a_version_goes_behind_those_that_are_here(quoth, form, target):
    fill(quoth)
    quoth("export", "wire.txt", "--format", form, "-o", target)
    Path("wire.txt").write_text("one man said nothing.", encoding="utf-8")
    quoth("add", "wire.txt", "--ledger", "new.db")

    quoth("import", target, "--format", form, "--ledger", "new.db")

    lineage = [row[2:4] for row in all_rows("new.db")["documents"]]
    assert lineage == [(str(Path("wire.txt").resolve()), 1), (str(Path("wire.txt").resolve()), 2)]


def kin(ledger: str) -> dict[str, set[str]]:
    """Names of documents by the one that they count as one with."""
    with open_ledger(ledger, read_only=True) as opened:
        rows = opened.store.rows(
            "SELECT d.name, d.added, f.name, f.added, r.kin = f.id FROM documents d"
            " JOIN readings r ON r.id = d.reading JOIN documents f ON f.id = coalesce(d.kin, d.id)"
        )
    assert all(row[4] for row in rows)
    found: dict[str, set[str]] = {}
    for name, added, first, began, _ in rows:
        found.setdefault(first + began, set()).add(name + added)
    return found


@full
def test_reprints_still_count_once(quoth, form, target):
    Path("reprint.txt").write_text(f"{WIRE}  ", encoding="utf-8")
    Path("other.txt").write_text(f"Other.\n\n{WIRE}", encoding="utf-8")
    fill(quoth)
    quoth("add", "reprint.txt")
    quoth("export", "--format", form, "-o", target)
    quoth("add", "other.txt", "--ledger", "new.db")
    alone = kin("new.db")

    quoth("import", target, "--format", form, "--ledger", "new.db")

    assert max(len(names) for names in kin("quoth.db").values()) > 2
    assert kin("new.db") == {**alone, **kin("quoth.db")}


@full
def test_what_was_removed_here_stays_out(quoth, form, target):
    fill(quoth)
    quoth("export", "--format", form, "-o", target)
    quoth("remove", "2", "--yes", "--why", "asked")

    result = quoth("import", target, "--format", form)

    assert result.stdout == "3 known already, 1 passed over, since removed before; in quoth.db\n"
    assert sound(quoth, "quoth.db")


@full
def test_a_number_that_was_given_is_not_given_again(quoth, form, target):
    Path("wire.txt").write_text("one man said so.", encoding="utf-8")
    quoth("add", "wire.txt")
    quoth("remove", "1", "--yes", "--why", "asked")
    quoth("export", "--format", form, "-o", target)
    quoth("import", target, "--format", form, "--ledger", "new.db")
    Path("wire.txt").write_text("one man said more.", encoding="utf-8")

    quoth("add", "wire.txt", "--ledger", "new.db")

    assert [row[0] for row in all_rows("new.db")["documents"]] == [2]


def test_an_export_of_an_older_ledger_lacks_later_tables(quoth, monkeypatch):
    fill(quoth)
    with monkeypatch.context() as past:
        past.setattr("quoth.export.lines.newest", lambda: 2)
        quoth("export", "--format", "parquet", "-o", "out")
    for file in Path("out").glob("sample*"):
        file.unlink()

    result = quoth("import", "out", "--format", "parquet", "--ledger", "new.db")

    assert result.stdout == "4 added; in new.db\n"
    assert all_rows("new.db")["statements"] == all_rows("quoth.db")["statements"]


@full
def test_originals_may_be_left_out(quoth, form, target):
    fill(quoth)
    quoth("export", "--format", form, "-o", target, "--no-originals")
    quoth("import", target, "--format", form, "--ledger", "new.db")

    old, new = all_rows("quoth.db"), all_rows("new.db")
    assert [row[:2] for row in new["originals"]] == [row[:2] for row in old["originals"]]
    assert {row[2] for row in new["originals"]} == {None}


@full
def test_corrections_of_both_ledgers_count(quoth, form, target):
    fill(quoth)
    quoth("export", "--format", form, "-o", target)
    add_documents(quoth, "new.db")
    with open_ledger("new.db") as opened:
        opened.reject("2:s3", who="you")

    quoth("import", target, "--format", form, "--ledger", "new.db")

    with open_ledger("new.db") as opened:
        [yours, *mine] = opened.corrections(2)
        assert (yours.correction.who, [line.correction.who for line in mine]) == ("you", ["me"] * 2)
        assert [line.undoing and line.undoing.who for line in mine] == [None, "you"]
        kept = [each.id for each in opened.reading(2).statements]
        assert kept == ["s1", "s2", "s4", "s5", "s6"]
        assert "s2" not in [each.id for each in opened.reading(3).statements]
    assert sound(quoth, "new.db")


def test_ledgers_are_merged(quoth):
    fill(quoth)
    for number in range(3):
        Path("other.txt").write_text(f"Other {number}.\n\n{WIRE}", encoding="utf-8")
        quoth("add", "other.txt", "--ledger", "other.db")
    other = all_rows("other.db")

    result = quoth("ledger", "merge", "quoth.db", "other.db", "--ledger", "new.db")

    assert result.stdout == "quoth.db: 4 added; in new.db\nother.db: 3 added; in new.db\n"
    again = quoth("ledger", "merge", "quoth.db", "other.db", "--ledger", "new.db")
    assert (
        again.stdout
        == "quoth.db: 4 known already; in new.db\nother.db: 3 known already; in new.db\n"
    )
    assert said(quoth, "new.db") == {**said(quoth, "quoth.db"), **said(quoth, "other.db")}
    counts = {name: len(rows) for name, rows in all_rows("quoth.db").items()}
    assert {name: len(rows) for name, rows in all_rows("new.db").items()} == {
        name: number + len(other[name]) for name, number in counts.items()
    }
    assert all_rows("other.db") == other
    assert sound(quoth, "new.db")


def test_one_line_in_two_tables_of_names_is_one_identity(quoth):
    fill(quoth)
    Path("other.txt").write_text(f"Other.\n\n{WIRE}", encoding="utf-8")
    quoth("add", "other.txt", "--ledger", "new.db")
    Path("others.csv").write_text("name,aliases,identifier\nI. Orr,,Q17\nBo Rill,,Q18\n", "utf-8")
    line = (
        "SELECT i.key FROM names n JOIN identities i ON i.id = n.identity WHERE identifier = 'Q17'"
    )
    with open_ledger("new.db") as new, open_ledger("quoth.db") as old:
        list(new.link())
        new.take_names("others.csv")
        keys = [each.store.value(line) for each in (new, old)]

    quoth("ledger", "merge", "quoth.db", "--ledger", "new.db")

    with open_ledger("new.db") as new:
        shown = dict(new.store.rows("SELECT key, shown FROM identities"))
        assert keys[0] != keys[1]
        assert shown[keys[0]] == shown[keys[1]]
        names = new.store.rows("SELECT name FROM names ORDER BY 1")
        assert names == [("Bo Rill",), ("I. Orr",)]
    assert sound(quoth, "new.db")


def test_a_sample_leads_to_its_documents_after_merging(quoth):
    Path("other.txt").write_text(f"Other.\n\n{WIRE}", encoding="utf-8")
    quoth("add", "other.txt", "--ledger", "new.db")
    fill(quoth)

    quoth("ledger", "merge", "quoth.db", "--ledger", "new.db")

    with open_ledger("quoth.db") as old, open_ledger("new.db") as new:
        names = "SELECT i.number, d.name FROM sample_items i JOIN documents d ON d.id = i.document"
        assert new.store.rows(f"{names} ORDER BY 1") == old.store.rows(f"{names} ORDER BY 1")


def test_a_file_cut_anywhere_leaves_whole_documents_and_goes_on(quoth):
    fill(quoth)
    quoth("export", "-o", "whole.jsonl")
    whole = Path("whole.jsonl").read_bytes()
    for cut in range(1, len(whole) - 1, len(whole) // 12):  # without its last line end it is whole
        Path("cut.jsonl").write_bytes(whole[:cut])
        result = quoth("import", "cut.jsonl", "--format", "jsonl", "--ledger", "new.db")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("quoth: cut.jsonl: ")
        assert result.stderr.count("\n") == 1
    assert sound(quoth, "new.db")

    quoth("import", "whole.jsonl", "--format", "jsonl", "--ledger", "new.db")

    assert all_rows("new.db") == all_rows("quoth.db")


class TestIsToldInOneLine:
    def refused(self, quoth, form: str, target: str = "in") -> str:
        result = quoth("import", target, "--format", form, "--ledger", "new.db")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.count("\n") == 1
        assert all_rows("new.db")["documents"] == []
        return result.stderr.removeprefix(f"quoth: {target}: ")

    @pytest.mark.parametrize("form", ["jsonl", "parquet"])
    def test_nothing_there(self, quoth, form):
        result = quoth("import", "in", "--format", form, "--ledger", "new.db")

        assert result.exit_code == 1
        assert result.stderr == "quoth: in: no such file or folder; check the path\n"
        assert not Path("new.db").exists()

    @pytest.mark.parametrize("text", ["", "\n", "{}\n", "[]\n", "no json", "[" * 10_000, "\0\xff"])
    def test_some_other_file(self, quoth, text):
        Path("in").write_text(text, encoding="utf-8")

        assert self.refused(quoth, "jsonl").startswith("is no export of a ledger; `quoth export")

    def test_lines_of_quoth_read(self, quoth):
        Path("wire.txt").write_text("one man said so.", encoding="utf-8")
        quoth("read", "wire.txt", "--format", "jsonl", "-o", "in")

        assert self.refused(quoth, "jsonl").startswith("is no export of a ledger")

    def test_a_newer_export(self, quoth):
        open_ledger("quoth.db").close()
        quoth("export", "-o", "in")
        Path("in").write_text(
            Path("in").read_text("utf-8").replace('"schema": ', '"schema": 9'), encoding="utf-8"
        )

        assert self.refused(quoth, "jsonl").startswith("was made by a newer Quoth (schema 9")

    @pytest.mark.parametrize(
        "change",
        [
            {"table": "nothing"},
            {"table": ["documents"]},
            {"columns": ["id", "name"]},
            {"rows": [[1, 2]]},
            {"rows": [7]},
            {"rows": None},
            {"document": 99},
            {"document": "x"},
            {"table": "sqlite_schema"},
        ],
    )
    def test_rows_that_are_no_ledgers(self, quoth, change):
        Path("wire.txt").write_text("one man said so.", encoding="utf-8")
        quoth("add", "wire.txt")
        lines = [json.loads(line) for line in quoth("export").stdout.splitlines()]
        first = next(line for line in lines if line.get("table") == "documents")
        first.update(change)
        Path("in").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")

        self.refused(quoth, "jsonl")

    @pytest.mark.parametrize("value", ["[1]", "{}", str(2**70), '"\\ud800"', "null"])
    def test_a_value_of_another_kind(self, quoth, value):
        Path("wire.txt").write_text("one man said so.", encoding="utf-8")
        quoth("add", "wire.txt")
        text = quoth("export").stdout
        rows = text.replace('"model", "by hand 1"', f'"model", {value}')
        assert rows != text
        Path("in").write_text(rows, encoding="utf-8")

        self.refused(quoth, "jsonl")

    def test_parquet_without_a_table(self, quoth):
        fill(quoth)
        quoth("export", "--format", "parquet", "-o", "in")
        Path("in/sources.parquet").unlink()

        assert self.refused(quoth, "parquet").startswith("has no sources.parquet")

    def test_parquet_cut_off(self, quoth):
        fill(quoth)
        quoth("export", "--format", "parquet", "-o", "in")
        cut = Path("in/sources.parquet")
        cut.write_bytes(cut.read_bytes()[:-100])

        assert "export it anew" in self.refused(quoth, "parquet")

    def test_parquet_of_somebody_else(self, quoth):
        import pyarrow
        from pyarrow import parquet

        fill(quoth)
        quoth("export", "--format", "parquet", "-o", "in")
        parquet.write_table(pyarrow.table({"id": [1]}), "in/sources.parquet")

        self.refused(quoth, "parquet")
