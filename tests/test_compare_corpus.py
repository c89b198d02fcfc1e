"""Documents to compare, from files and from a ledger."""

from __future__ import annotations

from pathlib import Path

from handmade import StandIn

from quoth.compare import from_ledger, from_readings
from quoth.documents import from_text
from quoth.ledger import open_ledger
from quoth.records import Reading


def reading(text: str) -> Reading:
    return StandIn().read(from_text(text))


def test_readings_side_by_side_keep_their_places_and_get_names_of_their_own() -> None:
    told = from_readings([reading("Ann Marsh denied it."), reading("A man said no.")])
    assert len({each.key for each in told}) == 2
    assert [each.reading.document.text for each in told] == [
        "Ann Marsh denied it.",
        "A man said no.",
    ]


def test_the_same_document_twice_is_two_that_tell_the_same() -> None:
    told = from_readings([reading("Ann Marsh denied it."), reading("Ann Marsh denied it.")])
    assert told[0].key != told[1].key


def test_documents_of_a_ledger_are_called_by_their_numbers(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "news.db") as ledger:
        number = ledger.keep(reading("Ann Marsh denied it."))
        [told] = from_ledger(ledger, [number])
    assert (told.key, told.published) == (str(number), None)


def test_the_folder_that_all_lie_in_is_not_a_part_of_their_names() -> None:
    given = [
        StandIn().read(from_text(text, name))
        for name, text in (("week/mon/a.txt", "Ann Marsh denied it."), ("week/b.txt", "No."))
    ]
    assert [told.key for told in from_readings(given)] == ["mon/a.txt", "b.txt"]
    assert [told.key for told in from_readings(given[:1])] == ["a.txt"]
