"""The pairs of claims and of figures stand where they say, in the numbers that the guide states."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.compared import READERS, read_by, table
from quoth.documents import open_document

COMPARED = Path(__file__).parent / "compared"
OPEN = COMPARED / "claims"
HELD = COMPARED / "held" / "claims"
FOLDERS = sorted(path.parent for part in (OPEN, HELD) for path in part.glob("*/pairs.json"))
REASONS = {
    "agree",
    "later count",
    "other bound",
    "other unit",
    "other thing",
    "other source",
    "conflict",
}

events = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def pairs(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load(folder / "pairs.json")["pairs"]
    return found


def figures(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load(folder / "figures.json")["pairs"]
    return found


@cache
def text(path: Path) -> str:
    """The document's text as Quoth reads it."""
    return open_document(path).text


def stands(folder: Path, document: str, words: str) -> bool:
    """Whether the words stand there once, or so often that there is an nth (`words|n`)."""
    phrase, _, nth = words.partition("|")
    whole = text(folder / document)
    times = sum(whole.startswith(phrase, place) for place in range(len(whole)))
    return 1 <= int(nth) <= times if nth else times == 1


def unlabelled(pair: dict[str, Any], event: str) -> str:
    """The two sides of a pair, in whichever order they come."""
    sides = sorted(json.dumps(pair[side], sort_keys=True) for side in "ab")
    return json.dumps([event, *sides])


def test_forty_documents_of_twelve_events_a_third_of_them_held() -> None:
    assert len(FOLDERS) == 12
    assert sum(HELD in folder.parents for folder in FOLDERS) == 4
    assert sum(len(list(folder.glob("*.txt"))) for folder in FOLDERS) == 40


def test_150_pairs_and_300_near_misses() -> None:
    labels = Counter(pair["label"] for folder in FOLDERS for pair in pairs(folder))
    assert labels == {"denies": 100, "confirms": 50, "none": 300}
    assert sum(len(figures(folder)) for folder in FOLDERS) == 140


@events
def test_every_pair_is_labelled_in_the_words_of_the_guide(folder: Path) -> None:
    propositions = load(folder / "pairs.json")["propositions"]
    for pair in pairs(folder):
        assert pair["proposition"] in propositions
        true = pair["label"] != "none"
        assert pair["direction"] == ("a answers b" if true else None)
        assert true or pair["kind"]
    for pair in figures(folder):
        assert pair["reason"] in REASONS
        assert set(pair.get("also", ())) <= REASONS - {pair["reason"], "agree", "conflict"}
        assert pair["same"] == (pair["reason"] != "other thing")


@events
def test_every_word_stands_in_its_document(folder: Path) -> None:
    places = [
        (pair[side]["document"], pair[side][part])
        for pair in pairs(folder)
        for side in "ab"
        for part in ("source", "content")
    ]
    places += [(pair[s]["document"], pair[s]["words"]) for pair in figures(folder) for s in "ab"]
    assert [place for place in places if not stands(folder, *place)] == []


@events
def test_no_two_places_of_a_pair_are_one_and_no_pair_comes_twice(folder: Path) -> None:
    for found in (pairs(folder), figures(folder)):
        assert all(pair["a"] != pair["b"] for pair in found)
        keys = [unlabelled(pair, folder.name) for pair in found]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("part", [OPEN, HELD], ids=["open", "held"])
def test_the_items_for_readers_are_the_pairs_without_what_is_to_be_said(part: Path) -> None:
    items = load(part / "items.json")
    folders = [folder for folder in FOLDERS if folder.parent == part]
    for kind, read in (("pairs", pairs), ("figures", figures)):
        assert [item["n"] for item in items[kind]] == list(range(1, len(items[kind]) + 1))
        assert all(set(item) == {"n", "event", "a", "b"} for item in items[kind])
        assert {unlabelled(item, item["event"]) for item in items[kind]} == {
            unlabelled(pair, folder.name) for folder in folders for pair in read(folder)
        }


def said(mark: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(mark.get(part) for part in ("label", "answers", "same", "reason"))


@pytest.mark.parametrize("part", [OPEN, HELD], ids=["open", "held"])
def test_what_both_readers_say_is_the_mark_and_only_where_they_differ_is_one_left_open(
    part: Path,
) -> None:
    one, two = (read_by(part.parent, reader) for reader in READERS)
    items = load(part / "items.json")
    for kind, marks in load(part / "marks.json").items():
        assert [mark["n"] for mark in marks] == [item["n"] for item in items[kind]]
        for mark in marks:
            answers = {said(reader[kind][mark["n"]]) for reader in (one, two)}
            if "either" in mark:
                assert mark == {"n": mark["n"], "either": True}
                assert len(answers) == 2
            else:
                assert said(mark) in answers
            assert mark.get("reason") not in mark.get("also", ())
            assert set(mark.get("also", ())) <= REASONS


@pytest.mark.parametrize("held", [False, True], ids=["open", "held"])
def test_the_guide_shows_the_agreement_as_it_is_reckoned(held: bool) -> None:
    assert "\n".join(table(held)) in (COMPARED / "README.md").read_text(encoding="utf-8")


def test_the_open_part_names_no_held_document() -> None:
    held = {path.name for path in HELD.glob("*")} | {path.name for path in HELD.glob("*/*.txt")}
    held -= {"items.json", "marks.json"}
    told = "".join(path.read_text(encoding="utf-8") for path in OPEN.rglob("*") if path.is_file())
    told += (COMPARED / "README.md").read_text(encoding="utf-8")
    assert [name for name in held if name in told] == []
