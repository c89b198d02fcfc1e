"""Shares and their intervals against published tables and sums done by hand."""

from __future__ import annotations

from math import inf, sqrt

import pytest

from quoth.ledger.sampling.estimates import Estimate, clustered, joined, stratified
from quoth.ledger.sampling.intervals import Share, Z, f1, student, wilson


@pytest.mark.parametrize(
    ("so", "n", "low", "high"),
    # Newcombe (1998), Statistics in Medicine 17, table I, method 3: the score interval.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_intervals_are_those_of_a_published_table(so, n, low, high):
    share = wilson(so / n, n)

    assert (share.low, share.high) == pytest.approx((low, high), abs=5e-5)


def test_what_is_known_whole_has_no_width():
    assert wilson(0.4, inf) == Share(0.4, 0.4, 0.4)
    all_of_it = stratified([("", True)] * 12 + [("", False)] * 4, {"": 16})
    assert all_of_it == Estimate(16, Share(0.75, 0.75, 0.75))
    assert clustered([(3, 4)] * 4 + [(6, 8)], of=5) == Estimate(24, Share(0.75, 0.75, 0.75))


def test_strata_count_by_their_size_and_not_by_how_many_were_drawn():
    judged = [("common", n < 45) for n in range(50)] + [("rare", n < 10) for n in range(50)]

    estimate = stratified(judged, {"common": 900, "rare": 100})

    # 0.9 * 45/50 + 0.1 * 10/50; the variance by hand, with 49 for the degrees of freedom.
    assert estimate.n == 100
    assert estimate.share.value == pytest.approx(0.83)
    variance = 0.81 * (1 - 50 / 900) * 0.09 / 49 + 0.01 * (1 - 50 / 100) * 0.16 / 49
    expected = wilson(0.83, 0.83 * 0.17 / variance)
    assert (estimate.share.low, estimate.share.high) == pytest.approx((expected.low, expected.high))


def test_one_stratum_of_a_large_corpus_is_wilsons_interval():
    estimate = stratified([("", n < 81) for n in range(263)], {"": 10**9})

    assert (estimate.share.low, estimate.share.high) == pytest.approx((0.2553, 0.3662), abs=5e-4)


def test_statements_of_one_passage_are_worth_less_than_ones_drawn_alone():
    apart = clustered([(1, 2)] * 20, of=10**6)
    together = clustered([(2, 2), (0, 2)] * 10, of=10**6)

    assert apart.share.value == together.share.value == 0.5
    # By hand: 20 passages of two leave t = 2.0930, and what is drawn of so many is next to nothing.
    few = (2.0930 / Z) ** 2
    assert apart.share.high == pytest.approx(wilson(0.5, 40 / few).high, abs=1e-4)
    # 20/19 * 20 * 1 / 40² against 0.25 / 40 is 2.105 times as much.
    effect = 20 / 19 * 20 / 40**2 / (0.25 / 40)
    assert together.share.high == pytest.approx(wilson(0.5, 40 / effect / few).high, abs=1e-4)


@pytest.mark.parametrize(("freedom", "t"), [(4, 2.7764), (9, 2.2622), (59, 2.0010)])
def test_the_quantile_of_t_is_that_of_the_tables(freedom, t):
    assert student(freedom) == pytest.approx(t, abs=0.03 / freedom)


def test_all_right_is_not_taken_for_certain():
    estimate = stratified([("", True)] * 100, {"": 10**9})

    assert estimate.share.value == estimate.share.high == 1
    assert estimate.share.low == pytest.approx(100 / (100 + Z * Z))


def test_too_few_give_no_figure_but_their_number():
    assert stratified([("", True)] * 9, {"": 500}) == Estimate(9)
    assert clustered([(2, 3)] * 3, of=500) == Estimate(9)
    # Four passages hardly show how passages differ.
    assert clustered([(12, 30)] * 4 + [(0, 0)], of=500) == Estimate(120)
    assert stratified([], {}) == clustered([], of=0) == Estimate(0)
    assert joined(Estimate(9), Estimate(40, Share(0.5, 0.4, 0.6))) == Estimate(49)


def test_f1_lies_between_and_its_interval_is_that_of_a_sum_of_reciprocals():
    share = f1(Share(0.8, 0.7, 0.9), Share(0.6, 0.5, 0.7))

    assert share.value == pytest.approx(0.96 / 1.4)
    below = sqrt((1 / 0.8 - 1 / 0.9) ** 2 + (1 / 0.6 - 1 / 0.7) ** 2) / 2
    above = sqrt((1 / 0.7 - 1 / 0.8) ** 2 + (1 / 0.5 - 1 / 0.6) ** 2) / 2
    assert 1 / share.high == pytest.approx(1.4 / 0.96 - below)
    assert 1 / share.low == pytest.approx(1.4 / 0.96 + above)


def test_f1_of_what_was_never_right_is_nought():
    assert f1(Share(0, 0, 0.1), Share(0.5, 0.4, 0.6)) == Share(0, 0, pytest.approx(0.12 / 0.7))
    assert f1(Share(0.1, 0, 0.3), Share(0.5, 0.4, 0.6)).low == 0
