"""HELD BACK, as benchmarks/altered/held.py is: not opened by who writes `quoth.compare`."""

from __future__ import annotations

from random import Random

from benchmarks.altered import held
from benchmarks.altered.light import Around, Rule
from benchmarks.altered.same import normal
from tests.test_altered import said


def made(rule: Rule, text: str) -> set[tuple[str, str]]:
    found = [rule(said(text), Around((), ()), Random(seed)) for seed in range(30)]
    return {(one.text, one.change) for one in found if one}


def test_first() -> None:
    text = "I think the ferry may sail in the morning."
    assert made(held.first, text) == {
        ("I think the ferry will sail in the morning.", "modality"),
        ("The ferry may sail in the morning.", "modality"),
    }


def test_second() -> None:
    left = {("The ferry will sail tomorrow at noon.", "condition")}
    assert made(held.second, "If the storm ends, the ferry will sail tomorrow at noon.") == left
    assert made(held.second, "The ferry will sail tomorrow at noon unless it rains.") == left
    assert made(held.second, "Nobody asked if the ferry was too full to sail.") == set()


def test_third() -> None:
    text = "The ferry was too full. Everybody on the pier saw it."
    assert made(held.third, text) == {
        ("Everybody on the pier saw it. The ferry was too full.", "reordered")
    }
    text = "When the storm ended, the ferry sailed for the islands."
    (one,) = made(held.third, text)
    assert one == ("The ferry sailed for the islands when the storm ended.", "reordered")
    assert sorted(normal(one[0])) == sorted(normal(text))
