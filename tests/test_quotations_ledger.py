"""Quotations over a whole ledger: all compared at once, or those of new documents with the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, islice
from pathlib import Path

import numpy as np
import pytest

from benchmarks.ledger_drafts import Draft, Said, drafts
from benchmarks.ledger_made import keep, reading
from quoth.compare.many import compare_ledger, comparing, kept_groups
from quoth.compare.many.comparing import compare_documents
from quoth.compare.many.likely import likely
from quoth.compare.many.wordings import different, hashed, together
from quoth.ledger import Ledger, open_ledger

HARBOUR = "We will not close the harbour before the inquiry has heard the forty pilots"
BENT = "We will close the harbour before the inquiry has heard the forty pilots"
CUT = "We will not close the harbour before the inquiry"
OTHER = "The nurses of Merrowdin have waited nine winters for a ward that does not leak"


def page(number: int, *contents: str, address: str = "") -> Draft:
    """A document in which Ida Venn says these contents, and its number, in quotation marks."""
    said = tuple(
        Said(1, "Ida Venn", "said say assert positive", content, "direct", None, 0)
        for content in (*contents, f"Page {number}")
    )
    address = address or f"https://page.example/{number}"
    return Draft(f"Page {number}", number, date(2031, 3, number), address, said)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "news.db") as opened:
        yield opened


def put(ledger: Ledger, *pages: Draft) -> list[int]:
    with ledger.store.transaction():
        return [keep(ledger.store, reading(each)) for each in pages]


def found(ledger: Ledger) -> list[list[str]]:
    return [sorted(v.quoted.key for v in group.versions) for group in kept_groups(ledger)]


def pairs(ledger: Ledger) -> set[tuple[int, int]]:
    return set(ledger.store.rows("SELECT statement, other FROM quotation_pairs"))


def test_versions_of_an_utterance_are_found_and_kept_the_newest_first(ledger):
    put(ledger, page(1, OTHER, HARBOUR), page(2, OTHER), page(3, BENT), page(4, CUT))

    assert compare_ledger(ledger) == 4
    assert found(ledger) == [["1:s2", "3:s1", "4:s1"], ["1:s1", "2:s1"]]
    kinds = {
        v.quoted.key: v.difference and v.difference.kind for v in next(kept_groups(ledger)).versions
    }
    assert kinds == {"1:s2": None, "3:s1": "polarity", "4:s1": "left_out"}


def test_a_new_document_is_compared_without_the_rest(ledger, monkeypatch):
    monkeypatch.setattr(comparing, "MANY", 1)
    put(ledger, page(1, HARBOUR), page(2, HARBOUR), page(3, OTHER))
    compare_ledger(ledger)
    put(ledger, page(4, BENT))

    assert ledger.uncompared() == [4]
    assert compare_ledger(ledger) == 1
    assert found(ledger) == [["1:s1", "2:s1", "4:s1"]]
    assert compare_ledger(ledger) == 0


def test_one_by_one_finds_what_all_at_once_does(tmp_path):
    made = [reading(draft) for draft in islice(drafts(3, echoes=0.5), 60)]
    results = []
    for name in ("at once", "one by one"):
        with open_ledger(tmp_path / name) as ledger:
            with ledger.store.transaction():
                numbers = [keep(ledger.store, each) for each in made]
            if name == "at once":
                compare_ledger(ledger)
            else:
                list(compare_documents(ledger.store, numbers))
            results.append(set(map(tuple, found(ledger))))

    at_once, one_by_one = results
    assert len(at_once & one_by_one) >= 0.97 * len(at_once | one_by_one) > 50


def test_many_statements_are_compared_in_other_processes(ledger, monkeypatch):
    monkeypatch.setattr(comparing, "ALONE", 0)
    told = []
    put(ledger, page(1, HARBOUR), page(2, CUT))

    compare_ledger(ledger, lambda what, done, total: told.append((what, done <= total)))
    assert found(ledger) == [["1:s1", "2:s1"]]
    assert {what for what, _ in told} >= {"going through statements", "comparing"}
    assert all(in_order for _, in_order in told)


def test_what_stood_with_a_removed_document_finds_itself_again(ledger):
    put(ledger, page(1, HARBOUR), page(2, HARBOUR), page(3, HARBOUR), page(4, OTHER))
    compare_ledger(ledger)
    ledger.remove([1], who="me", why="asked")

    assert ledger.uncompared() == [2, 3]
    compare_ledger(ledger)
    assert found(ledger) == [["2:s1", "3:s1"]]


def test_a_document_that_people_corrected_is_compared_anew(ledger):
    put(ledger, page(1, HARBOUR, OTHER), page(2, HARBOUR), page(3, OTHER))
    compare_ledger(ledger)
    ledger.reject("2:s1", who="me")
    compare_ledger(ledger)

    assert found(ledger) == [["1:s2", "3:s1"]]
    assert list(ledger.check()) == []


def test_reprints_and_versions_of_one_document_make_no_group_but_come_with_one(ledger):
    again = page(1, HARBOUR)
    put(ledger, again, page(2, HARBOUR, address=again.address), page(3, OTHER))
    compare_ledger(ledger)
    assert found(ledger) == []

    put(ledger, page(4, CUT))
    compare_ledger(ledger)
    assert found(ledger) == [["1:s1", "2:s1", "4:s1"]]


def test_pairs_go_with_an_export_and_are_looked_for_anew_where_others_are(ledger, tmp_path):
    put(ledger, page(1, HARBOUR), page(2, CUT))
    compare_ledger(ledger)
    ledger.export(tmp_path / "all.jsonl", "jsonl")

    with open_ledger(tmp_path / "empty.db") as empty, open_ledger(tmp_path / "other.db") as other:
        list(empty.take(tmp_path / "all.jsonl", "jsonl"))
        assert (pairs(empty), empty.uncompared()) == (pairs(ledger), [])
        put(other, page(3, BENT))
        compare_ledger(other)
        list(other.take(tmp_path / "all.jsonl", "jsonl"))
        assert len(other.uncompared()) == 2
        compare_ledger(other)
        assert len(found(other)[0]) == 3


@pytest.mark.parametrize("pages", [0, 1, 2])
def test_of_few_documents_none_is_near_another(ledger, pages):
    put(ledger, *[page(1, HARBOUR), page(2, OTHER)][:pages])

    assert compare_ledger(ledger) == pages
    assert found(ledger) == []


def test_thousands_of_copies_cost_no_more_than_so_many_others():
    copies = [(n, n, (HARBOUR,), "direct") for n in range(5000)]
    bent = [(n, n, (f"{HARBOUR} word{n}",), "direct") for n in range(5000, 10_000)]
    first, place, wordings = different(together([hashed(copies), hashed(bent)]))

    assert (first[:2].tolist(), set(place[:5000].tolist())) == ([0, 5000], {0})
    near = np.concatenate(list(likely(wordings)))
    assert 5000 <= len(near) <= 200_000


def test_a_word_changed_or_left_out_leaves_keys_enough():
    words = HARBOUR.split()
    texts = [" ".join(words)]
    texts += [" ".join([*words[:at], "pier", *words[at + 1 :]]) for at in range(len(words))]
    texts += [" ".join(words[:at] + words[at + 1 :]) for at in range(len(words))]
    texts += [f"{OTHER} {at}" for at in range(40)]
    _, _, wordings = different(hashed([(n, n, (text,), "direct") for n, text in enumerate(texts)]))

    near = {tuple(pair) for some in likely(wordings) for pair in some.tolist()}
    bent = range(2 * len(words) + 1)
    missed = [pair for pair in combinations(bent, 2) if pair not in near and 0 in pair]
    assert missed == []
    assert not any(one in bent and other not in bent for one, other in near)
