"""`quoth export`: a ledger in formats that other programs read."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

import duckdb
import pytest
from handmade import WIRE, document_of, reading_of
from jsonschema import Draft202012Validator
from ledgers import add_documents, all_rows, fill
from pyarrow import parquet

from docs.schemas.building import schemas
from docs.schemas.writing import wanted
from quoth.errors import QuothError
from quoth.export.as_csv import FORMULA, csv_header, csv_rows
from quoth.export.schemas import FORMATS
from quoth.ledger import open_ledger
from quoth.ledger.choosing import Choice
from quoth.ledger.tables import tables


@pytest.fixture
def news(quoth):
    fill(quoth)
    return quoth


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


class TestJson:
    def test_has_an_object_for_each_document(self, news):
        found = objects(news("export", "--format", "json").stdout)

        assert [each["number"] for each in found] == [2, 3, 4, 5]
        assert [each["version"] for each in found] == [1, 1, 2, 1]
        page = found[1]
        assert (page["title"], page["outlet"]) == ("Ferry sinks", "Coastwise")
        first = page["statements"][0]
        assert page["text"][slice(*first["content"]["spans"][0])] == first["content"]["text"]

    def test_is_what_read_gives_and_what_the_ledger_knows(self, news):
        [kept] = objects(news("export", "wire.txt", "--format", "json").stdout)
        [read] = objects(news("read", "wire.txt", "--format", "json").stdout)

        for each in kept["statements"]:
            assert (each.pop("number"), each.pop("verdict")) == (4, None)
        for key in ("number", "version", "added", "reading"):
            del kept[key]
        assert kept == read


class TestJsonLines:
    def test_are_those_of_read_and_the_rows_of_the_ledger(self, news):
        lines = objects(news("export", "wire.txt").stdout)
        read = objects(news("read", "wire.txt", "--format", "jsonl").stdout)

        told = [each for each in lines if each["type"] in ("document", "statement")]
        for kept, plain in zip(told, read, strict=True):
            assert {key: kept[key] for key in plain} == plain
        assert lines[0]["type"] == "ledger"
        assert lines[-1] == {"type": "end", "documents": 1}

    def test_of_all_have_failures_and_removals(self, news):
        lines = objects(news("export").stdout)

        [failure] = [each for each in lines if each["type"] == "failure"]
        assert failure["document"] == "scan.pdf"
        [removal] = [each for each in lines if each.get("table") == "removals"]
        assert removal["rows"][0][removal["columns"].index("why")] == "asked"

    def test_of_some_documents_have_nothing_of_others(self, news):
        text = news("export", "page.html").stdout

        assert "odd" not in text
        assert {each.get("document") for each in objects(text)} == {None, "page.html", 3}


class TestCsv:
    def rows(self, text: str) -> list[dict[str, str]]:
        return list(csv.DictReader(text.splitlines(keepends=True)))

    def test_has_a_row_for_each_statement(self, news):
        news("export", "--format", "csv", "-o", "out.csv")

        with Path("out.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        lines = objects(news("export").stdout)
        told = [each for each in lines if each["type"] == "statement"]
        assert [each["content"] for each in found] == [each["content"]["text"] for each in told]
        assert {each["outlet"] for each in found if each["number"] == "3"} == {"Coastwise"}

    @pytest.mark.parametrize("first", FORMULA)
    def test_defuses_formulas_where_a_spreadsheet_is_meant(self, first):
        words = f"{first}1+1"
        reading = reading_of(document_of(f"He said {words}"), [("He", "said", (words,), "direct")])
        [plain], [defused] = (
            csv.DictReader(io.StringIO(csv_header() + "".join(rows), newline=""))
            for rows in (csv_rows(reading), csv_rows(reading, spreadsheet=True))
        )

        assert (plain["content"], defused["content"]) == (words, f"'{words}")
        assert {**plain, "content": ""} == {**defused, "content": ""}

    def test_leaves_formulas_as_they_are_unless_asked(self, quoth):
        Path("=1+1.txt").write_text(WIRE, encoding="utf-8")
        quoth("add", "=1+1.txt")

        plain = quoth("export", "--format", "csv").stdout
        defused = quoth("export", "--format", "csv", "--spreadsheet").stdout
        assert {each["document"] for each in self.rows(plain)} == {"=1+1.txt"}
        assert {each["document"] for each in self.rows(defused)} == {"'=1+1.txt"}


class TestParquet:
    def test_is_read_by_pyarrow_and_duckdb(self, news):
        news("export", "--format", "parquet", "-o", "out")

        kept = all_rows("quoth.db")
        for table in tables():
            file = f"out/{table.name}.parquet"
            names = ", ".join(f'"{name}"' for name in table.names)
            told = duckdb.sql(f"SELECT {names} FROM '{file}'").fetchall()
            assert sorted(told, key=repr) == kept[table.name]
            found = parquet.read_table(file).select(list(table.names)).to_pylist()
            assert sorted(map(repr, found)) == sorted(
                repr(dict(zip(table.names, row, strict=True))) for row in kept[table.name]
            )

    def test_says_of_every_row_which_document_it_came_with(self, news):
        news("export", "--format", "parquet", "-o", "out")

        spans = duckdb.sql(
            "SELECT p.document, s.key, d.text[p.start + 1 : p.end], s.content"
            " FROM 'out/statement_spans.parquet' p"
            " JOIN 'out/statements.parquet' s ON s.id = p.statement"
            " JOIN 'out/documents.parquet' d ON d.id = p.document"
            " WHERE p.part = 'content' AND p.piece = 0"
        ).fetchall()
        assert spans
        assert all(content.startswith(text) for _, _, text, content in spans)

    def test_has_to_have_pyarrow(self, news, monkeypatch):
        monkeypatch.setitem(sys.modules, "pyarrow", None)

        result = news("export", "--format", "parquet", "-o", "out")

        assert result.exit_code == 1
        assert result.stderr == (
            "quoth: Parquet needs pyarrow; install it with `pip install 'quoth[parquet]'`\n"
        )


class TestSchemas:
    def valid(self, form: str, value: object) -> None:
        Draft202012Validator(schemas()[form]).validate(value)

    def test_and_their_page_are_as_the_code_says(self):
        for path, text in wanted().items():
            assert path.read_text("utf-8") == text, "make them anew: python -m docs.schemas"

    @pytest.mark.parametrize("form", FORMATS)
    def test_are_printed(self, quoth, form):
        printed = json.loads(quoth("export", "--schema", form).stdout)

        Draft202012Validator.check_schema(printed)
        assert printed == schemas()[form]

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_describe_every_line(self, news, form):
        for each in objects(news("export", "--format", form).stdout):
            self.valid(form, each)

    def test_describe_every_row_of_csv(self, news):
        for each in csv.DictReader(news("export", "--format", "csv").stdout.splitlines(True)):
            self.valid("csv", each)

    def test_describe_every_row_of_parquet(self, news):
        news("export", "--format", "parquet", "-o", "out")

        self.valid(
            "parquet",
            {
                file.stem: [
                    {
                        name: b64encode(value).decode() if isinstance(value, bytes) else value
                        for name, value in row.items()
                    }
                    for row in parquet.read_table(file).to_pylist()
                ]
                for file in Path("out").iterdir()
            },
        )


class TestChoosing:
    def numbers(self, text: str) -> list[int]:
        return [each["number"] for each in objects(text) if each["type"] == "document"]

    @pytest.mark.parametrize(
        ("options", "numbers"),
        [
            (["3", "wire.txt"], [3, 4]),
            (["https://coastwise.example/ferry"], [3]),
            (["--outlet", "coastwise"], [3]),
            (["--since", "2031"], [3]),
            (["--since", "2031-03-02", "--until", "2031-03"], [3]),
            (["--words", "operator AFTERWARDS"], [4]),
            (["--words", "ferry", "--until", "2031-03-02"], [3]),
        ],
    )
    def test_takes_what_fits_all_that_is_said(self, news, options, numbers):
        assert self.numbers(news("export", "--format", "json", *options).stdout) == numbers

    @pytest.mark.parametrize(
        "options", [["--outlet", "Nobody"], ["--since", "2031-04"], ["--words", "nothing"], ["99"]]
    )
    def test_says_where_nothing_fits_and_writes_nothing(self, news, options):
        result = news("export", *options, "-o", "out")

        assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
        assert not Path("out").exists()

    @pytest.mark.parametrize(
        "options",
        [
            ["--since", "yesterday"],
            ["--words", '"'],
            ["--format", "parquet"],
            ["--spreadsheet"],
            ["--no-originals", "--format", "csv"],
            ["--corrections"],
            ["--corrections", "--format", "csv", "-o", "out"],
        ],
    )
    def test_wrong_usage_is_told(self, news, options):
        result = news("export", *options)

        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)

    def test_of_an_empty_ledger_is_empty(self, quoth):
        Path("none").mkdir()
        quoth("import", "none", "--format", "jsonl")

        assert quoth("export", "--format", "json").stdout == ""


def files() -> set[Path]:
    """What lies in the folder, without SQLite's own files beside a ledger that is open."""
    return {path for path in Path().rglob("*") if not path.name.startswith("quoth.db-")}


class TestNothingHalfWritten:
    @pytest.mark.parametrize("form", ["jsonl", "csv", "json", "parquet", "brat"])
    def test_in_a_missing_folder(self, news, form):
        before = files()

        result = news("export", "--format", form, "-o", "nowhere/out")

        assert result.stderr == "quoth: nowhere/out: cannot write: No such file or directory\n"
        assert files() == before

    @pytest.mark.parametrize("form", ["parquet", "brat"])
    def test_over_a_folder_with_something_in_it(self, news, form):
        Path("out").mkdir()
        Path("out/mine").touch()

        result = news("export", "--format", form, "-o", "out")

        assert result.stderr == "quoth: out: there is something already; name a new folder\n"
        assert list(Path("out").iterdir()) == [Path("out/mine")]

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
    @pytest.mark.parametrize("form", ["jsonl", "csv"])
    def test_to_a_full_disk(self, news, form):
        result = news("export", "--format", form, "-o", "/dev/full")

        assert result.stderr == "quoth: /dev/full: cannot write: No space left on device\n"

    @pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
    @pytest.mark.parametrize("form", ["jsonl", "parquet"])
    def test_when_it_is_stopped(self, news, form):
        stopping = (
            "import os, signal, quoth.ledger.rows as rows\n"
            "whole = rows.Walk.document\n"
            "def document(self, number):\n"
            "    if number == 4: os.kill(os.getpid(), signal.SIGINT)\n"
            "    return whole(self, number)\n"
            "rows.Walk.document = document\n"
            "from quoth.cli import main\n"
            f"main(['export', '--format', '{form}', '-o', 'out'])\n"
        )
        before = files()

        done = subprocess.run(
            [sys.executable, "-c", stopping],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )

        assert (done.returncode, done.stderr) == (130, b"quoth: stopped\n")
        assert files() == before


class TestTrainingData:
    def test_is_what_people_judged_whole(self, quoth):
        add_documents(quoth)
        with open_ledger("quoth.db") as ledger:
            for statement in ledger.reading(4).statements:
                ledger.confirm(f"4:{statement.id}", who="me")

        quoth("export", "--corrections", "-o", "out")

        [marks] = Path("out").glob("*/attributions/*.ann")
        assert marks.read_text("utf-8").count("Attribution:") == 6

    def test_of_nothing_is_told_and_not_written(self, quoth):
        add_documents(quoth)
        with open_ledger("quoth.db") as ledger:
            ledger.confirm("4:s1", who="me")

        result = quoth("export", "--corrections", "-o", "out")

        assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
        assert "see `quoth review`" in result.stderr
        assert not Path("out").exists()


class TestFromPython:
    @pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
    def test_a_file_holds_what_the_command_prints(self, news, form):
        with open_ledger("quoth.db") as ledger:
            ledger.export("out", form, Choice(words="ferry"))
            pieces = "".join(ledger.exported(form, Choice(words="ferry")))

        printed = news("export", "--format", form, "--words", "ferry").stdout_bytes
        assert Path("out").read_bytes() == pieces.encode() == printed

    def test_a_stream_that_nobody_reads_to_its_end_leaves_the_ledger_free(self, news):
        with open_ledger("quoth.db") as ledger:
            next(ledger.exported("jsonl"))
            ledger.confirm("2:s4", who="me")

    def test_a_missing_folder_is_told(self, news):
        with (
            open_ledger("quoth.db") as ledger,
            pytest.raises(QuothError, match=r"^nowhere/out: cannot write: No such file"),
        ):
            ledger.export("nowhere/out", "csv")
