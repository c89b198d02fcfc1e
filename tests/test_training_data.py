"""Corrections as training data, read with training's own reader."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import WIRE, document_of, find, reading_of, wire

from quoth.errors import QuothError
from quoth.export.training_data import judged, write
from quoth.ledger.corrections import Corrected, apply, statement_at, words_of
from quoth.ledger.records import Add, Change, Confirm, Correction, Edit, Reject
from quoth.records import GAP, Reading

READ = """
import sys
from pathlib import Path
from training.data import articles
assert "torch" not in sys.modules
for part in ("train", "dev"):
    for article in articles(Path(sys.argv[1], part)):
        for relation in article.relations:
            roles = [(word.text, relation.get(n)) for n, word in enumerate(article.words)]
            parts = (" ".join(text for text, role in roles if role == r) for r in (1, 2, 3))
            print(" | ".join(parts))
"""


def reviewed(*changes: Change, reading: Reading | None = None) -> tuple[Reading, Corrected]:
    """The wire, and what comes of it by `changes`."""
    reading = reading or wire()
    log = [Correction(f"{n:032x}", 1, change, "kim", "") for n, change in enumerate(changes)]
    return reading, apply(reading, log)


def confirm(number: int) -> Confirm:
    return Confirm(statement_at(wire().statements[number]))


def read_back(folder: Path) -> list[str]:
    """Source | cue | content of every relation that training would learn from."""
    command = [sys.executable, "-c", READ, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_training_reads_what_people_confirmed_and_corrected(tmp_path: Path) -> None:
    document = wire().document
    longer = words_of(find(document, '"A list," one man said. "Just read us the list."'))
    edit = Edit(statement_at(wire().statements[3]), "content", longer)

    found = write([reviewed(*map(confirm, range(3)), edit)], tmp_path / "data")

    assert found == 4
    assert read_back(tmp_path / "data")[:2] == [
        "A harbour official | said | the ferry had carried at least 40 people too many",
        "The operator | rejected | that account",
    ]


def test_a_block_with_a_statement_that_nobody_judged_is_left_out() -> None:
    marked = judged(*reviewed(confirm(0), confirm(3)))

    assert marked.text == '"A list," one man said. "Just read us the list."\n'
    [statement] = marked.statements
    assert [marked.text[s.start : s.end] for s in statement.source] == ["one man"]


def test_what_people_rejected_teaches_that_there_is_nothing() -> None:
    marked = judged(*reviewed(Reject(statement_at(wire().statements[3]))))

    assert (marked.text[:8], marked.statements) == ('"A list,', ())


def test_what_people_added_is_there() -> None:
    added = Add(words_of(find(wire().document, "killing at least 31")))

    marked = judged(*reviewed(added))

    assert marked.text == WIRE.split("\n")[0] + "\n"
    assert len(marked.statements) == 1


def test_nothing_judged_is_nothing_written(tmp_path: Path) -> None:
    assert judged(*reviewed()) is None
    assert write([reviewed()], tmp_path / "data") == 0
    assert [*(tmp_path / "data").rglob("*.txt")] == []


def test_words_move_with_their_blocks() -> None:
    reading = wire()
    _, corrected = reviewed(*map(confirm, range(6)))

    marked = judged(reading, corrected)

    for before, after in zip(corrected.reading.statements, marked.statements, strict=True):
        pieces = [marked.text[span.start : span.end] for span in after.content]
        assert GAP.join(pieces) == before.content.text


def test_of_statements_in_statements_the_outer_ones_are_taught() -> None:
    text = "Orr said Fell had called it false.\n"
    rows = [("Orr", "said", ("Fell had called it false",), "indirect")]
    reading = reading_of(document_of(text, "nested.txt"), rows)
    [outer] = reading.statements
    cue, content = find(reading.document, "called"), find(reading.document, "it false")
    inner = replace(outer, id="s2", source=None, cue=cue, content=content, within="s1")
    reading = replace(reading, statements=(outer, inner))

    marked = judged(*reviewed(Confirm(statement_at(outer)), reading=reading))

    assert [each.content for each in marked.statements] == [outer.content.spans]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("kept")

    with pytest.raises(QuothError, match="there is something already"):
        write([reviewed(confirm(0))], tmp_path)
