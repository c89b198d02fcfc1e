"""The keys of the documents with known chains hold what they say, place by place."""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from quoth.documents import open_document

ROOT = Path(__file__).parent.parent
ATTACK = ROOT / "examples/attack"
FOLDERS = [
    *sorted(path.parent for path in (ROOT / "tests/compared").glob("**/origins/*/key.json")),
    ATTACK,
]
TAKES_WORDS = {"reprint", "rewrite", "quotation"}
KINDS = TAKES_WORDS | {"cites", "agency mark", "link", "withdraws"}
RUN = 10
"""So many words in a row are no accident."""

events = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def key_of(folder: Path) -> dict[str, Any]:
    # The example's folder holds its documents alone: it is given to commands as it is.
    key = ROOT / "tests/compared/attack.json" if folder == ATTACK else folder / "key.json"
    return json.loads(key.read_text(encoding="utf-8"))


@cache
def text(path: Path) -> str:
    """The document's text as Quoth reads it, on one line."""
    return " ".join(open_document(path).text.split())


def leanings(key: dict[str, Any]) -> list[dict[str, Any]]:
    return [*key["edges"], *key["either"]]


def test_there_are_seventy_nine_documents_and_two_shapes_held_back() -> None:
    ours = [folder for folder in FOLDERS if folder.parent.name == "origins"]
    assert sum(len(key_of(folder)["documents"]) for folder in ours) == 79
    assert len([folder for folder in ours if folder.parent.parent.name == "held"]) == 2


@events
def test_the_key_names_every_document_and_no_other(folder: Path) -> None:
    files = {path.name for path in folder.iterdir()} - {"key.json"}
    assert set(key_of(folder)["documents"]) == files


@events
def test_dates_parse(folder: Path) -> None:
    for document in key_of(folder)["documents"].values():
        datetime.fromisoformat(document["date"])


@events
def test_edges_run_between_what_the_key_knows(folder: Path) -> None:
    key = key_of(folder)
    known = set(key["documents"]) | set(key["sources"])
    for edge in leanings(key):
        assert edge["from"] in key["documents"]
        assert edge["to"] in known - {edge["from"]}
        assert set(edge["kinds"]) <= KINDS
    pairs = [(edge["from"], edge["to"]) for edge in leanings(key)]
    assert len(pairs) == len(set(pairs))


@events
def test_every_place_stands_in_its_document_once(folder: Path) -> None:
    key = key_of(folder)
    places = [(edge["from"], words) for edge in leanings(key) for words in edge["places"]]
    for statement in key["statements"]:
        places += statement["carried"].items()
    places += found(key)
    wrong = [place for place in places if text(folder / place[0]).count(place[1]) != 1]
    assert wrong == []


def found(value: Any) -> list[tuple[str, str]]:
    """All pairs of `document` and `words` anywhere in `value`."""
    if isinstance(value, list):
        return [pair for each in value for pair in found(each)]
    if not isinstance(value, dict):
        return []
    here = [(value["document"], value["words"])] if {"document", "words"} <= value.keys() else []
    return here + [pair for each in value.values() for pair in found(each)]


@events
def test_a_link_stands_on_its_page(folder: Path) -> None:
    key = key_of(folder)
    for edge in leanings(key):
        if "link" in edge["kinds"]:
            address = key["documents"][edge["to"]]["address"]
            assert f'href="{address}"' in (folder / edge["from"]).read_text(encoding="utf-8")


@events
def test_sources_are_called_what_the_key_says(folder: Path) -> None:
    key = key_of(folder)
    texts = [text(folder / name) for name in key["documents"]]
    for source in key["sources"].values():
        for words in source["called"]:
            assert any(words in each for each in texts), words


@events
def test_origins_cover_the_documents_that_carry_a_statement(folder: Path) -> None:
    key = key_of(folder)
    known = set(key["documents"]) | set(key["sources"])
    for statement in key["statements"]:
        origins = statement["origins"]
        assert statement["independent"] == len(origins)
        assert len({origin["origin"] for origin in origins}) == len(origins)
        assert {origin["origin"] for origin in origins} <= known
        covered = {name for origin in origins for name in origin["documents"]}
        assert covered in (set(statement["carried"]), set())
        assert statement["first"] in statement["carried"]


@events
def test_every_document_of_an_origin_has_a_path_to_it(folder: Path) -> None:
    key = key_of(folder)
    up = reached([(edge["from"], edge["to"]) for edge in leanings(key)])
    for statement in key["statements"]:
        for origin in statement["origins"]:
            for name in origin["documents"]:
                assert origin["origin"] in up.get(name, {name}) | {name}, (statement["id"], name)


@events
def test_circles_are_those_of_the_edges(folder: Path) -> None:
    key = key_of(folder)
    up = reached([(edge["from"], edge["to"]) for edge in key["edges"]])
    circles = {frozenset(other for other in up[name] if name in up.get(other, ())) for name in up}
    assert {circle for circle in circles if len(circle) > 1} == {
        frozenset(circle) for circle in key["circles"]
    }


@events
def test_only_what_leans_by_its_words_shares_them(folder: Path) -> None:
    key = key_of(folder)
    up = reached(
        [(e["from"], e["to"]) for e in leanings(key) if TAKES_WORDS.intersection(e["kinds"])]
    )
    for one, other in combinations(key["documents"], 2):
        if shared := runs(text(folder / one)) & runs(text(folder / other)):
            both = up.get(one, {one}) & up.get(other, {other})
            assert both, (one, other, " ".join(min(shared)))


def reached(pairs: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Of everything that leans: itself and all that it leans on, near or far."""
    up = {name: {name, *(to for start, to in pairs if start == name)} for name, _ in pairs}
    for _ in up:
        for far in up.values():
            far.update(*(up.get(name, ()) for name in tuple(far)))
    return up


def runs(words: str) -> set[tuple[str, ...]]:
    tokens = re.findall(r"\w+", words.lower())
    return {tuple(tokens[n : n + RUN]) for n in range(len(tokens) - RUN + 1)}
