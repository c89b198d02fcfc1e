"""From role scores to the best whole reading of each cue.

A Viterbi search (Viterbi 1967; CRF scores as in Lafferty et al. 2001) over rows of roles in which
the cue begins where it was found and there is at most one source, so that contents come in one
stretch or a few and never in crumbs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from quoth.reading.encoder import Floats
from quoth.reading.roles import CONTENT, CUE, OUTSIDE, ROLES, SOURCE, Ints

NEVER = np.float32(-1e4)
# A state is a role and whether the source has already been named.
STATES = (
    (OUTSIDE, False), (CONTENT, False), (CUE, False),
    (SOURCE, True), (OUTSIDE, True), (CONTENT, True), (CUE, True),
)  # fmt: skip
STATE_ROLE = np.asarray([role for role, _ in STATES])


def _allowed() -> NDArray[np.bool_]:
    """Which state may follow which: the source is entered once, and never unnamed again."""
    size = len(STATES)
    may = np.zeros((size, size), bool)
    for i, (role, named) in enumerate(STATES):
        for j, (following, then_named) in enumerate(STATES):
            enters = following == SOURCE and role != SOURCE
            may[i, j] = not named if enters else named == then_named
    return may


ALLOWED = _allowed()
CHANGES = STATE_ROLE[:, None] != STATE_ROLE[None, :]


def best_roles(scores: Floats, transitions: Floats, cues: Ints) -> tuple[Ints, Floats]:
    """Best row of roles for each cue (cues, words), and its log-probability among all rows."""
    count, words = scores.shape[:2]
    role = scores[..., :ROLES][..., STATE_ROLE]
    padded = np.pad(
        scores[..., ROLES:].reshape(count, words, 2, ROLES - 1), [(0, 0)] * 3 + [(1, 0)]
    )
    begin, end = padded[:, :, 0][..., STATE_ROLE], padded[:, :, 1][..., STATE_ROLE]
    begin, role = _held_to_cues(begin.copy(), role.copy(), cues)
    step = np.where(ALLOWED, transitions[STATE_ROLE[:, None], STATE_ROLE[None, :]], NEVER)
    best = np.full((count, len(STATES)), NEVER, np.float32)
    best[:, 0] = 0
    total, came = best.copy(), np.zeros((words, count, len(STATES)), np.int8)
    before = np.zeros((count, len(STATES)), np.float32)
    for n in range(words):
        move = step + CHANGES * (before[:, :, None] + begin[:, n, None, :])
        reached = best[:, :, None] + move
        came[n] = reached.argmax(1)
        best = reached.max(1) + role[:, n]
        total = _log_sum(total[:, :, None] + move) + role[:, n]
        before = end[:, n]
    leave = step[:, [0, 4]].max(1) + CHANGES[:, 0] * before
    path = _traced(came, (best + leave).argmax(1))
    return STATE_ROLE[path], (best + leave).max(1) - _log_sum((total + leave)[:, :, None])[:, 0]


def _held_to_cues(begin: Floats, role: Floats, cues: Ints) -> tuple[Floats, Floats]:
    """A cue begins at its first word and nowhere else."""
    is_cue = STATE_ROLE == CUE
    row = np.arange(len(cues))
    start = begin[row, cues[:, 0]][:, is_cue]
    begin[:, :, is_cue] = NEVER
    begin[row[:, None], cues[:, :1], np.flatnonzero(is_cue)] = start
    role[row[:, None], cues[:, :1], np.flatnonzero(~is_cue)] = NEVER
    return begin, role


def _log_sum(values: Floats) -> Floats:
    top = values.max(1)
    summed: Floats = top + np.log(np.exp(values - top[:, None]).sum(1))
    return summed


def _traced(came: NDArray[np.int8], last: Ints) -> Ints:
    path = np.empty((came.shape[1], came.shape[0]), np.int64)
    row = np.arange(len(last))
    for n in range(came.shape[0] - 1, -1, -1):
        path[:, n] = last
        last = came[n][row, last].astype(np.int64)
    return path
