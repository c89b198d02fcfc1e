"""Draws of statements and passages: random, repeatable, and the same whatever the order."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from quoth.errors import QuothError
from quoth.ledger.sampling import Cell, Unit, cell_of, draw_passages, draw_statements, passages
from quoth.ledger.sampling.draw import allocated
from quoth.ledger.sampling.records import NOBODY

FORMS = ("indirect",) * 85 + ("direct",) * 12 + ("mixed",) * 3


def units(number: int = 2000) -> list[Unit]:
    chance = random.Random(1)
    return [
        Unit(n // 20, f"s{n % 20 + 1}", chance.choice(FORMS), "person", chance.random())
        for n in range(number)
    ]


def test_a_draw_is_the_same_in_any_order_of_the_rows():
    corpus = units()
    other = random.Random(2).sample(corpus, len(corpus))

    assert draw_statements(corpus, 50, ("form",), 7) == draw_statements(other, 50, ("form",), 7)
    places = [(unit.document, n) for n, unit in enumerate(corpus)]
    assert draw_passages(places, 50, 7) == draw_passages(places[::-1], 50, 7)


def test_another_seed_draws_others_and_a_larger_draw_holds_the_smaller():
    corpus = units()
    drawn, _ = draw_statements(corpus, 50, (), 7)

    assert draw_statements(corpus, 50, (), 8)[0] != drawn
    assert draw_statements(corpus, 80, (), 7)[0][:50] == drawn
    assert len(set(drawn)) == 50


def test_every_statement_is_as_likely_to_be_drawn():
    corpus = units(40)
    drawn = Counter(
        unit.key + str(unit.document)
        for seed in range(2000)
        for unit in draw_statements(corpus, 10, (), seed)[0]
    )

    # Each is expected 500 times, give or take 19.4; five times that is never met by chance.
    assert len(drawn) == 40
    assert all(abs(times - 500) < 97 for times in drawn.values())


def test_rare_strata_get_ten_and_all_are_counted():
    corpus = units()
    of = Counter(unit.form for unit in corpus)

    drawn, sizes = draw_statements(corpus, 100, ("form",), 7)

    assert Counter(unit.form for unit in drawn)["mixed"] == 10
    assert len(drawn) == 100
    assert sum(sizes.values()) == 2000
    assert Counter(cell.form for cell in sizes for _ in range(sizes[cell])) == of


def test_strata_get_their_share_by_size():
    assert allocated({("a",): 800, ("b",): 150, ("c",): 50}, 200) == {
        ("a",): 160,
        ("b",): 30,
        ("c",): 10,
    }
    assert allocated({("a",): 6, ("b",): 3}, 200) == {("a",): 6, ("b",): 3}
    assert allocated({}, 200) == {}


def test_too_many_strata_are_refused_with_what_to_do():
    with pytest.raises(QuothError, match="3 statements are too few for 2 strata: draw at least 4"):
        allocated({("a",): 80, ("b",): 20}, 3)


def test_a_corpus_smaller_than_the_sample_is_drawn_whole():
    corpus = units(30)

    assert sorted(draw_statements(corpus, 200, ("form",), 7)[0]) == sorted(corpus)
    assert draw_passages([(1, 0), (1, 1)], 60, 7)[1] == 2
    assert draw_passages([(1, 0), (1, 1)], 0, 7) == ([], 2)
    assert draw_statements([], 200, ("form",), 7) == ([], {})


def test_a_statement_without_source_and_a_full_confidence_have_a_cell():
    assert cell_of(Unit(1, "s1", "direct", None, 1.0)) == Cell("direct", NOBODY, "0.9 and above")
    assert cell_of(Unit(1, "s1", "direct", "group", 0.5)).band == "0.5 to 0.7"


def test_passages_are_whole_blocks_and_leave_none_out():
    assert list(passages([200, 400, 700, 100, 300], 500)) == [range(2), range(2, 3), range(3, 5)]
    assert list(passages([100], 500)) == [range(1)]
    assert list(passages([], 500)) == []
