"""What people correct in annotation tools comes back into the ledger; the rest is as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ledgers import add_documents, all_rows, fill

from quoth.export import brat, label_studio, xmi
from quoth.imports.differences import plain
from quoth.imports.marked import marked_of
from quoth.imports.records import Marked
from quoth.ledger import Ledger, open_ledger

FORMATS = {"brat": brat, "xmi": xmi, "label-studio": label_studio}
every = pytest.mark.parametrize("form", FORMATS)


def target(form: str) -> str:
    return "out/tasks.json" if form == "label-studio" else "out"


def seen(ledger: Ledger, number: int) -> Marked:
    """What people see of a document, as far as annotation tools have it."""
    log = [line.correction for line in ledger.corrections(number)]
    return plain(marked_of(ledger.reading(number), log))


@every
def test_what_nobody_touched_corrects_nothing(quoth, form):
    fill(quoth)
    before = all_rows("quoth.db")
    quoth("export", "--format", form, "-o", "out")

    result = quoth("import", target(form), "--format", form)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("0 corrections from ")
    assert all_rows("quoth.db") == before


@every
def test_an_export_says_what_its_format_leaves_out(quoth, form):
    fill(quoth)

    result = quoth("export", "--format", form, "-o", "out")

    assert result.stdout.startswith(f"{form} has no place for figures; dates; ")
    assert result.stdout.count("\n") == 1


def corrected(quoth) -> None:
    """Two ledgers of the same documents, of which people corrected one: `quoth.db`."""
    add_documents(quoth, "new.db")
    quoth("export", "-o", "all.jsonl", "--ledger", "new.db")
    quoth("import", "all.jsonl", "--format", "jsonl")
    with open_ledger("quoth.db") as opened:
        opened.confirm("2:s1", who="me")
        opened.reject("2:s2", who="me")
        opened.edit("2:s4", "cue", None, who="me")
        opened.edit("2:s5", "content", "there had been a second call", who="me")
        opened.set_source("2:s6", "A harbour official", who="me")
        opened.merge_sources(["4:p1", "4:p3"], who="me")
        [_, it] = opened.reading(5).sources[1].mentions
        opened.split_source("5:p2", [[(span.start, span.end) for span in it.spans]], who="me")
        opened.add_statement(4, "killing at least 31", cue="sinks", who="me")
        opened.add_statement(4, "there had been a second call", source="the log", who="me")
        assert opened.reading(4).statements[-2].within


def submitted(form: str) -> None:
    """Label Studio's users say that all is right as it stands by submitting it."""
    if form == "label-studio":
        tasks = json.loads(Path("out/tasks.json").read_text("utf-8"))
        for number, task in enumerate(tasks, 1):
            [prediction] = task["predictions"]
            who = {"email": "kim@example.org"}
            annotation = {"id": number, "completed_by": who, "result": prediction["result"]}
            task["annotations"] = [annotation]
        Path("out/tasks.json").write_text(json.dumps(tasks), encoding="utf-8")


PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text("utf-8")
HEADER, *ROWS = (
    [cell.strip() for cell in line.strip("| ").split(" | ")]
    for line in PAGE.split("## ")[0].splitlines()
    if line.startswith("| ") and not line.startswith("| ---")
)
BACK = {form: {row[0]: row[n] for row in ROWS} for n, form in enumerate(HEADER) if n}
"""What docs/formats.md says comes back of each format."""


def carried(ledger: Ledger, number: int) -> dict[str, list[object]]:
    """All that the page names, as the ledger has it for one document."""
    marked = seen(ledger, number)
    who = [each.who for each in marked.statements]
    return {
        "words of source, cue and content": [
            (each.source, each.cue, each.content) for each in marked.statements
        ],
        "form": [each.form for each in marked.statements],
        "nesting": [each.within for each in marked.statements],
        "who answers, and all mentions": [
            n if n is None else sorted(marked.sources[n].mentions) for n in who
        ],
        "confirmed": [each.verdict for each in marked.statements],
    }


def test_the_page_names_all_formats_that_come_back_and_two_that_lose_nothing():
    from quoth.cli.import_ import LEDGERS, MARKS

    assert tuple(BACK) == (*LEDGERS, *MARKS)
    for form in LEDGERS:
        assert set(BACK[form].values()) == {"yes"}


@every
def test_a_ledger_of_the_same_documents_gets_all_that_the_page_says(quoth, form):
    corrected(quoth)
    quoth("export", "--format", form, "-o", "out")
    submitted(form)

    result = quoth("import", target(form), "--format", form, "--ledger", "new.db", "--any-reading")

    assert result.exit_code == 0
    with open_ledger("quoth.db") as old, open_ledger("new.db") as new:
        for number in (2, 3, 4, 5):
            here, there = carried(new, number), carried(old, number)
            for what, said in list(BACK[form].items())[:-1]:
                if said == "yes":
                    assert here[what] == there[what]
                else:
                    assert (what, said, set(here[what])) == (
                        "confirmed",
                        "what is submitted",
                        {"confirmed"},
                    )
    assert quoth("ledger", "check", "--ledger", "new.db").stdout == "new.db: nothing wrong\n"


@every
def test_a_file_of_another_reading_says_what_was_changed_in_it_and_no_more(quoth, form):
    corrected(quoth)
    quoth("export", "--format", form, "-o", "out")
    before = all_rows("new.db")

    result = quoth("import", target(form), "--format", form, "--ledger", "new.db")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("0 corrections from ")
    assert all_rows("new.db") == before


def test_a_document_that_the_ledger_has_not_is_told(quoth):
    corrected(quoth)
    quoth("export", "--format", "brat", "-o", "out")
    Path("other.txt").write_text("Nothing.", encoding="utf-8")
    quoth("add", "other.txt", "--ledger", "other.db")

    result = quoth("import", "out", "--format", "brat", "--ledger", "other.db")

    assert result.exit_code == 1
    assert result.stdout == "0 corrections from 0 files, 4 failed; in other.db\n"
    assert result.stderr.count("with this text; add it first\n") == 4


def test_what_is_no_annotation_is_told_in_one_line(quoth):
    fill(quoth)

    for form in FORMATS:
        result = quoth("import", "nowhere", "--format", form)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)


def test_what_was_corrected_here_meanwhile_stays(quoth):
    fill(quoth)
    quoth("export", "--format", "brat", "-o", "out")
    with open_ledger("quoth.db") as opened:
        opened.confirm("2:s1", who="me")
        opened.edit("2:s2", "cue", None, who="me")
    [file] = [each for each in Path("out").glob("*.ann") if each.name.startswith("00001")]
    lines = file.read_text("utf-8")
    file.write_text(lines + "A99\tVerdict E3 rejected\n", encoding="utf-8")

    first = quoth("import", "out", "--format", "brat", "--who", "kim")
    again = quoth("import", "out", "--format", "brat", "--who", "kim")

    assert first.stdout.startswith("1 corrections from ")
    assert again.stdout.startswith("0 corrections from ")
    with open_ledger("quoth.db") as opened:
        assert [line.correction.who for line in opened.corrections(2)][-2:] == ["me", "kim"]
        assert "s3" not in [each.id for each in opened.reading(2).statements]
