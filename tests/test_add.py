"""`quoth add`, `reread`, `remove`: documents into the ledger, and out of it for good."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from handmade import WIRE, StandIn

from quoth.documents.options import DEFAULTS
from quoth.errors import UnreadableInput
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.inputs import Input
from quoth.records import Document, Reading

Quoth = Callable[..., Result]
NEWER = WIRE.replace("158", "160")
PAGE = "<html><head><link rel=canonical href=https://wire.example/ferry></head><body><p>{}</p>"


def names(ledger: str = "quoth.db") -> list[tuple[object, ...]]:
    with open_ledger(ledger, create=False) as kept:
        return kept.store.rows("SELECT id, name, version FROM documents ORDER BY id")


def test_a_folder_is_kept_document_by_document(quoth: Quoth) -> None:
    Path("pages").mkdir()
    Path("pages/a.txt").write_text(WIRE)
    Path("pages/b.txt").write_text(NEWER)

    result = quoth("add", "pages")

    assert (result.exit_code, result.output) == (0, "2 added; 11 statements new in quoth.db\n")
    assert names() == [(1, "pages/a.txt", 1), (2, "pages/b.txt", 1)]


def test_the_ledger_itself_is_no_document(quoth: Quoth) -> None:
    Path("a.txt").write_text(WIRE)

    quoth("add", ".")

    assert quoth("add", ".").output == "1 known already; 0 statements new in quoth.db\n"


def test_the_same_bytes_are_never_read_twice(quoth: Quoth, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(WIRE)
    quoth("add", "a.txt")
    shutil.copy("a.txt", "copy.txt")
    monkeypatch.setattr(StandIn, "read", lambda *_: pytest.fail("was read again"))

    assert (
        quoth("add", "a.txt", "copy.txt").output
        == "2 known already; 0 statements new in quoth.db\n"
    )

    assert names() == [(1, "a.txt", 1)]
    with open_ledger("quoth.db") as kept:
        assert kept.store.rows("SELECT name FROM sightings") == [("a.txt",), ("copy.txt",)]


def test_two_copies_in_one_run_are_read_once(quoth: Quoth) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(WIRE)

    assert quoth("add", "a.txt", "b.txt").output.startswith("1 added, 1 known already")


def test_a_changed_file_is_the_next_version(quoth: Quoth) -> None:
    Path("a.txt").write_text(WIRE)
    quoth("add", "a.txt")
    Path("a.txt").write_text(NEWER)

    assert quoth("add", "a.txt").output.startswith("1 changed, kept as next version")
    assert names() == [(1, "a.txt", 1), (2, "a.txt", 2)]


def test_the_same_address_is_the_next_version_under_any_name(quoth: Quoth) -> None:
    Path("monday.html").write_text(PAGE.format("Nobody was hurt, one man said."))
    Path("friday.html").write_text(PAGE.format("Two were hurt, one man said."))

    quoth("add", "monday.html", "friday.html")

    assert names() == [(1, "monday.html", 1), (2, "friday.html", 2)]


def test_rows_without_a_name_of_their_own_have_no_versions(quoth: Quoth) -> None:
    Path("rows.jsonl").write_text(json.dumps({"text": WIRE}))
    quoth("add", "rows.jsonl")
    Path("rows.jsonl").write_text(json.dumps({"text": NEWER}))
    quoth("add", "rows.jsonl")

    assert [version for *_, version in names()] == [1, 1]


def test_what_failed_is_kept_with_its_reason_and_tried_again_on_request(quoth: Quoth) -> None:
    Path("scan.pdf").write_bytes(b"%PDF-1.4 broken")
    Path("a.txt").write_text(WIRE)
    first = quoth("add", "scan.pdf", "a.txt")
    assert first.exit_code == 1
    assert first.stdout == "1 added, 1 failed; 6 statements new in quoth.db\n"

    again = quoth("add", "scan.pdf", "a.txt")
    assert again.stdout == "1 known already, 1 failed; 0 statements new in quoth.db\n"
    assert first.stderr == again.stderr

    Path("scan.pdf").write_text(NEWER)
    assert quoth("add", "--retry-failed").stdout.startswith("1 added;")
    with open_ledger("quoth.db") as kept:
        assert kept.store.rows("SELECT * FROM failures") == []


def test_standard_input_and_records_of_a_stream_are_kept(quoth: Quoth) -> None:
    lines = "\n".join(json.dumps({"id": n, "text": f"{WIRE} {n}"}) for n in range(3))

    result = quoth("add", "-", "--id-field", "id", stdin=lines.encode())

    assert result.output.endswith("3 added; 18 statements new in quoth.db\n")


def test_without_originals_only_their_hash_is_left(quoth: Quoth) -> None:
    Path("a.txt").write_text(WIRE)
    quoth("add", "--no-originals", "a.txt")

    with open_ledger("quoth.db") as kept:
        assert kept.original(1) is None
        assert kept.store.rows("SELECT size, packed FROM originals") == [(len(WIRE), None)]


class Stops(StandIn):
    """A reader that is stopped before its third document."""

    def read_each(self, items):
        done = 0
        for item in super().read_each(items):
            if not isinstance(item, UnreadableInput | Document) and hasattr(item, "statements"):
                done += 1
                if done == 3:
                    raise KeyboardInterrupt
            yield item


def test_what_is_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{WIRE}{number}")
    with open_ledger(tmp_path / "news.db") as ledger:
        with pytest.raises(KeyboardInterrupt):
            list(ledger.add([tmp_path], Stops()))
        assert states(ledger, tmp_path) == ["known"] * 2 + ["added"] * 3


def states(ledger: Ledger, folder: Path) -> list[str]:
    inputs = [Input(str(folder / f"{number}.txt")) for number in range(5)]
    return [kept.state for kept in ledger.add(inputs, StandIn(), DEFAULTS)]


class Newer(StandIn):
    """The same reader with another name."""

    model = "by hand 2"

    def read(self, document: Document) -> Reading:
        return replace(super().read(document), model=self.model)


def test_reread_takes_what_another_model_read_and_does_a_part_at_a_time(
    quoth: Quoth, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        Path(f"{number}.txt").write_text(f"{WIRE}{number}")
    quoth("add", "0.txt", "1.txt", "2.txt")
    monkeypatch.setattr("quoth.reader.Reader", lambda *_: Newer(Newer.model))

    assert quoth("reread", "--limit", "2").output == "2 read by by hand 2, 1 left\n"
    assert quoth("reread").output == "1 read by by hand 2, 0 left\n"
    assert quoth("reread").output == "0 read by by hand 2, 0 left\n"


def test_what_is_removed_is_gone_from_the_file_and_its_index(quoth: Quoth) -> None:
    Path("a.txt").write_text(WIRE.replace("Petrel", "Zyxquor"))
    Path("b.txt").write_text(NEWER)
    quoth("add", "a.txt", "b.txt")
    assert b"Zyxquor" in whole()

    result = quoth("remove", "a.txt", "--why", "asked for", "--who", "Ann Marsh", "--yes")

    assert (result.exit_code, result.output) == (0, "removed: 1\n")
    assert b"Zyxquor" not in whole()
    assert b"zyxquor" not in whole()
    assert b"a.txt" not in whole()
    with open_ledger("quoth.db") as kept:
        left = kept.store.rows("SELECT document, who, why FROM removals")
        assert left == [(1, "Ann Marsh", "asked for")]
        for index in ("statement_words", "document_words"):
            check = f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
            kept.store.run(check)


def whole() -> bytes:
    return b"".join(path.read_bytes() for path in Path().glob("quoth.db*"))


def test_what_was_removed_is_not_added_again(quoth: Quoth) -> None:
    Path("a.txt").write_text(WIRE)
    quoth("add", "a.txt")
    quoth("remove", "1", "--why", "asked for", "--yes")

    result = quoth("add", "a.txt")

    assert result.output.startswith("1 passed over, since removed before")
    assert names() == []


FEED = '<rss version="2.0"><channel><title>Tidings</title>{}</channel></rss>'
ENTRY = "<item><title>{0}</title><description>Nobody was hurt, {0} said.</description></item>"


def test_a_feed_that_still_has_what_was_removed_is_kept_without_its_bytes(quoth: Quoth) -> None:
    Path("feed.xml").write_text(FEED.format(ENTRY.format("Zyxquor") + ENTRY.format("Ida Orr")))
    quoth("add", "feed.xml")
    quoth("remove", "feed.xml#1", "--why", "asked for", "--yes")
    entries = ENTRY.format("Wim Tarn") + ENTRY.format("Zyxquor") + ENTRY.format("Ann Marsh")
    Path("feed.xml").write_text(FEED.format(entries))

    result = quoth("add", "feed.xml")

    assert result.output.startswith("2 added, 1 passed over, since removed before")
    with open_ledger("quoth.db") as kept:
        assert [packed for (packed,) in kept.store.rows("SELECT packed FROM originals")] == [
            None,
            None,
        ]
    assert b"Zyxquor" not in whole()


def test_removing_asks_first(quoth: Quoth) -> None:
    Path("a.txt").write_text(WIRE)
    quoth("add", "a.txt")

    result = quoth("remove", "1", "--why", "asked for", stdin=b"n\n")

    assert result.exit_code != 0
    assert result.stdout.startswith("Remove 1 (a.txt) for good? [y/N]: ")
    assert names() == [(1, "a.txt", 1)]


def test_a_document_that_is_not_there_costs_one_line(quoth: Quoth) -> None:
    Path("a.txt").write_text(WIRE)
    quoth("add", "a.txt")

    result = quoth("remove", "b.txt", "--why", "asked for", "--yes")

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "no such document" in result.stderr


def test_a_ledger_that_is_not_there_is_not_made_by_looking(quoth: Quoth) -> None:
    assert "no such ledger" in quoth("reread").stderr
    assert not Path("quoth.db").exists()
