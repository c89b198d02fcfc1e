"""The best row of roles is the best of all rows that are allowed."""

import itertools

import numpy as np
import pytest

from quoth.reading.decoding import best_rows
from quoth.reading.roles import CUE, ROLES, SOURCE

WORDS, CUE_AT = 6, 2


def row_score(row, scores, transitions):
    """What the chain gives a whole row, reckoned word by word as `training.crf` defines it."""
    total, before = 0.0, 0
    for n, role in enumerate(row):
        total += scores[n, role] + transitions[before, role]
        if role != before:
            total += scores[n, ROLES + role - 1] if role else 0.0
            total += scores[n - 1, ROLES + 2 + before] if before else 0.0
        before = role
    if before:
        total += transitions[before, 0] + scores[-1, ROLES + 2 + before]
    return total + (transitions[0, 0] if not before else 0.0)


def allowed(row):
    """One cue, where it was found, and at most one source."""
    runs = [(role, list(group)) for role, group in itertools.groupby(row)]
    starts = [n for n, role in enumerate(row) if role == CUE and (n == 0 or row[n - 1] != CUE)]
    return starts == [CUE_AT] and sum(role == SOURCE for role, _ in runs) <= 1


@pytest.mark.parametrize("seed", range(8))
def test_best_row_is_the_best_of_all_allowed_rows(seed):
    chance = np.random.default_rng(seed)
    scores = chance.normal(0, 2, (WORDS, ROLES + 6)).astype(np.float32)
    transitions = chance.normal(0, 1, (ROLES, ROLES)).astype(np.float32)
    rows = [row for row in itertools.product(range(ROLES), repeat=WORDS) if allowed(row)]
    totals = np.asarray([row_score(row, scores, transitions) for row in rows])

    cue = np.asarray([[CUE_AT, CUE_AT + 1]])
    [(found, log_probability)] = best_rows([(scores[None], cue)], transitions)

    assert tuple(found[0]) == rows[totals.argmax()]
    expected = totals.max() - np.log(np.exp(totals - totals.max()).sum()) - totals.max()
    assert log_probability[0] == pytest.approx(expected, abs=1e-3)


def test_a_window_reads_the_same_beside_longer_ones():
    chance = np.random.default_rng(0)
    transitions = chance.normal(0, 1, (ROLES, ROLES)).astype(np.float32)
    asked = [
        (
            chance.normal(0, 2, (2, words, ROLES + 6)).astype(np.float32),
            np.asarray([[1, 2], [3, 4]]),
        )
        for words in (5, 9, 7)
    ]

    together = best_rows(asked, transitions)

    for (rows, likely), one in zip(together, asked, strict=True):
        [(alone, likely_alone)] = best_rows([one], transitions)
        assert np.array_equal(rows, alone)
        assert np.array_equal(likely, likely_alone)
