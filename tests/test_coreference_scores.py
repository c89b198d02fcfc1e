"""The CoNLL score counts as published."""

from __future__ import annotations

import pytest

from benchmarks.coreference_scores import conll


def test_the_worked_example_of_pradhan_2014() -> None:
    key = [set("abc"), set("defg")]
    answer = [set("ab"), set("cd"), set("fghi")]
    found = conll([(key, answer)])
    assert found["MUC"] == pytest.approx((0.40, 0.40, 0.40), abs=0.005)
    assert found["B³"] == pytest.approx((0.50, 0.42, 0.46), abs=0.006)
    assert found["CEAFe"] == pytest.approx((0.43, 0.65, 0.52), abs=0.005)


def test_what_agrees_is_perfect_and_nothing_is_worth_nothing() -> None:
    key = [set("abc"), set("de")]
    assert conll([(key, key)])["CoNLL"] == (1.0, 1.0, 1.0)
    assert conll([(key, [])])["CoNLL"] == (0.0, 0.0, 0.0)
