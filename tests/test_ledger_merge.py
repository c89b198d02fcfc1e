"""`quoth ledger merge`: ledgers of several people in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from handmade import WIRE

from quoth.ledger import Ledger, open_ledger
from quoth.records import Reading

Quoth = Callable[..., Result]

TEXTS = {
    "a.txt": WIRE,
    "b.txt": WIRE.replace("158", "160"),
    "c.txt": WIRE.replace("158", "170"),
    "d.txt": WIRE.replace("158", "180"),
}


@pytest.fixture
def both(quoth: Quoth) -> Quoth:
    """Two ledgers: one of a, b and c, one of b, c and d, whose numbers clash."""
    for name, text in TEXTS.items():
        Path(name).write_text(text)
    quoth("add", "a.txt", "b.txt", "c.txt", "--ledger", "one.db")
    quoth("add", "d.txt", "c.txt", "b.txt", "--ledger", "two.db")
    return quoth


def sound(ledger: Ledger) -> bool:
    return not list(ledger.check())


def readings(*paths: str) -> dict[str, Reading]:
    found = {}
    for path in paths:
        with open_ledger(path) as ledger:
            for number, name in ledger.store.rows("SELECT id, name FROM documents"):
                found[name] = ledger.reading(number)
    return found


def test_all_documents_are_kept_once_with_their_readings(both: Quoth) -> None:
    result = both("ledger", "merge", "one.db", "two.db", "--ledger", "all.db")

    assert result.output == (
        "one.db: 3 added; in all.db\ntwo.db: 1 added, 2 known already; in all.db\n"
    )
    assert readings("all.db") == readings("one.db", "two.db")
    with open_ledger("all.db") as ledger:
        assert sound(ledger)
        assert ledger.original(4) == WIRE.replace("158", "180").encode()
        rows = ledger.store.rows("SELECT id, name FROM documents")
    assert rows == [(1, "a.txt"), (2, "b.txt"), (3, "c.txt"), (4, "d.txt")]


def test_a_merge_into_a_ledger_that_is_there_is_the_same_twice(both: Quoth) -> None:
    first = both("ledger", "merge", "two.db", "--ledger", "one.db")
    again = both("ledger", "merge", "two.db", "--ledger", "one.db")

    assert first.output == "two.db: 1 added, 2 known already; in one.db\n"
    assert again.output == "two.db: 3 known already; in one.db\n"
    with open_ledger("one.db") as ledger:
        assert sound(ledger)
        assert ledger.store.value("SELECT count(*) FROM sightings") == 4
    assert both("add", *TEXTS, "--ledger", "one.db").output.startswith("4 known already")


def test_versions_follow_each_other_by_when_they_were_added(quoth: Quoth) -> None:
    for n, ledger in enumerate(("one.db", "two.db", "one.db", "two.db", "one.db")):
        Path("a.txt").write_text(WIRE.replace("158", str(200 + n)))
        quoth("add", "a.txt", "--ledger", ledger)

    quoth("ledger", "merge", "two.db", "--ledger", "one.db")

    with open_ledger("one.db") as ledger:
        assert sound(ledger)
        texts = ledger.store.rows("SELECT text FROM documents ORDER BY version")
    assert [str(200 + n) in text for n, (text,) in enumerate(texts)] == [True] * 5


def test_reprints_count_once_whichever_ledger_they_are_from(both: Quoth) -> None:
    for name in ("a.txt", "d.txt"):
        text = f"{TEXTS[name]}\n* * *\n"
        Path(f"reprint-{name}").write_text(text)
    both("add", "reprint-d.txt", "--ledger", "one.db")
    both("add", "reprint-a.txt", "--ledger", "two.db")

    both("ledger", "merge", "two.db", "--ledger", "one.db")

    with open_ledger("one.db") as ledger:
        assert sound(ledger)
        kin = ledger.store.rows(
            "SELECT d.name, k.name FROM documents d JOIN documents k ON k.id = d.kin ORDER BY 1"
        )
    assert kin == [("d.txt", "reprint-d.txt"), ("reprint-a.txt", "a.txt")]


def test_what_people_said_comes_along_once(both: Quoth) -> None:
    with open_ledger("one.db") as ledger:
        ledger.reject("2:s1", who="Edda")
        ledger.reject("3:s1", who="Edda")
        ledger.undo(None, who="Edda")
    with open_ledger("two.db") as ledger:
        ledger.reject("3:s2", who="Noor")
        ledger.reject("1:s2", who="Noor")

    for _ in range(2):
        both("ledger", "merge", "two.db", "one.db", "--ledger", "all.db")
    both("ledger", "merge", "two.db", "--ledger", "one.db")

    for path in ("all.db", "one.db"):
        with open_ledger(path) as ledger:
            assert sound(ledger)
            found = {
                name: [each.id for each in ledger.reading(number).statements]
                for number, name in ledger.store.rows("SELECT id, name FROM documents")
            }
            log = {(each.correction.who, each.undoing is None) for each in ledger.corrections()}
        assert "s1" not in found["b.txt"]
        assert "s2" not in found["b.txt"]
        assert "s1" in found["c.txt"]
        assert "s2" not in found["d.txt"]
        assert log == {("Edda", True), ("Edda", False), ("Noor", True)}


def test_what_one_has_removed_is_in_none(both: Quoth) -> None:
    both("remove", "c.txt", "--why", "asked for", "--yes", "--ledger", "one.db")
    both("remove", "b.txt", "--why", "a takedown", "--yes", "--ledger", "two.db")

    result = both("ledger", "merge", "two.db", "--ledger", "one.db")

    assert result.exit_code == 0
    with open_ledger("one.db") as ledger:
        assert sound(ledger)
        assert ledger.store.rows("SELECT name FROM documents ORDER BY 1") == [
            ("a.txt",),
            ("d.txt",),
        ]
        assert ledger.store.value("SELECT count(*) FROM removals") == 2
    data = Path("one.db").read_bytes()
    assert b"160\npassengers" not in data
    assert b"170\npassengers" not in data
    added = both("add", *TEXTS, "--ledger", "one.db").output
    assert added.startswith("2 known already, 2 passed over")


def test_removed_numbers_are_not_given_again(both: Quoth) -> None:
    both("remove", "c.txt", "--why", "asked for", "--yes", "--ledger", "two.db")
    both("ledger", "merge", "two.db", "--ledger", "new.db")
    Path("e.txt").write_text(WIRE.replace("158", "190"))
    both("add", "e.txt", "--ledger", "new.db")

    with open_ledger("new.db") as ledger:
        removed = ledger.store.value("SELECT document FROM removals")
        assert sound(ledger)
        assert (removed,) not in ledger.store.rows("SELECT id FROM documents")


def test_bytes_that_hold_words_of_a_removed_document_do_not_come(both: Quoth) -> None:
    Path("two.csv").write_text('text\n"The mayor said the bridge was closed."\n"It rained."\n')
    both("add", "two.csv", "--ledger", "two.db", "--any-language")
    both("add", "two.csv", "--ledger", "one.db", "--any-language")
    with open_ledger("one.db") as ledger:
        numbers = ledger.store.rows("SELECT id FROM documents WHERE text LIKE '%mayor%'")
    both("remove", str(numbers[0][0]), "--why", "asked for", "--yes", "--ledger", "one.db")

    both("ledger", "merge", "one.db", "two.db", "--ledger", "all.db")

    with open_ledger("all.db") as ledger:
        assert sound(ledger)
        kept = ledger.store.rows("SELECT text FROM documents WHERE text LIKE '%rained%'")
        assert len(kept) == 1
    assert b"mayor" not in Path("all.db").read_bytes()


def test_samples_come_with_their_documents(both: Quoth) -> None:
    with open_ledger("two.db") as ledger:
        ledger.sample(6, 2, seed=1)
        items = ledger.reviewed()
        design = ledger.design(1)
    both("ledger", "merge", "one.db", "two.db", "two.db", "--ledger", "all.db")

    with open_ledger("all.db") as ledger:
        assert sound(ledger)
        assert ledger.design(1) == design
        assert [each.item.spans for each in ledger.reviewed()] == [e.item.spans for e in items]
        names = "SELECT d.name FROM sample_items i JOIN documents d ON d.id = i.document"
        order = " ORDER BY i.number"
        found = ledger.store.rows(names + order)
    with open_ledger("two.db") as ledger:
        assert found == ledger.store.rows(names + order)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("one.db", "is the ledger itself; name another one"),
        ("missing.db", "no such ledger; check the path, or make one by `quoth add`"),
        ("a.txt", "is no ledger, nor any SQLite file; check the path"),
    ],
)
def test_what_cannot_be_merged_is_told(both: Quoth, name: str, said: str) -> None:
    before = readings("one.db")

    result = both("ledger", "merge", "two.db", name, "--ledger", "one.db")

    assert result.exit_code == 1
    assert result.stderr == f"quoth: {name}: {said}\n"
    assert readings("one.db").items() >= before.items()
