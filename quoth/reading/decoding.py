"""From role scores to the best whole reading of each cue.

A Viterbi search (Viterbi 1967; CRF scores as in Lafferty et al. 2001) over rows of roles in which
the cue begins where it was found and there is at most one source, so that contents come in one
stretch or a few and never in crumbs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quoth.reading.roles import CONTENT, CUE, OUTSIDE, ROLES, SOURCE, Floats, Ints

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
STAY = np.where(np.eye(len(STATES), dtype=bool), np.float32(0), NEVER)
CHANGES = STATE_ROLE[:, None] != STATE_ROLE[None, :]


def best_rows(
    asked: Sequence[tuple[Floats, Ints]], transitions: Floats
) -> list[tuple[Ints, Floats]]:
    """Best row of roles for each cue of each window, and its log-probability among all rows.

    `asked` has for each window the scores (cues, words, 10) and the cues (first word, one past the
    last); the result has rows (cues, words). Windows are taken together, for a step of the search
    costs the same for one as for many; shorter ones are filled up with steps that change nothing.
    """
    longest = max((scores.shape[1] for scores, _ in asked), default=0)
    made = [_potentials(scores, transitions, cues) for scores, cues in asked]
    role = _joined([role for role, _, _ in made], longest, np.zeros(len(STATES), np.float32))
    move = _joined([move for _, move, _ in made], longest, STAY)
    leave = np.concatenate([leave for _, _, leave in made])
    path, log_probability = _best(role, move, leave)
    found, first = [], 0
    for scores, cues in asked:
        rows = slice(first, first + len(cues))
        found.append((STATE_ROLE[path[rows, : scores.shape[1]]], log_probability[rows]))
        first += len(cues)
    return found


def _joined(parts: list[Floats], words: int, fill: Floats) -> Floats:
    """Arrays (words, cues, …) side by side as (longest, all cues, …)."""
    joined = np.empty((words, sum(part.shape[1] for part in parts), *fill.shape), np.float32)
    first = 0
    for part in parts:
        columns = slice(first, first + part.shape[1])
        joined[: len(part), columns] = part
        joined[len(part) :, columns] = fill
        first += part.shape[1]
    return joined


def _best(role: Floats, move: Floats, leave: Floats) -> tuple[Ints, Floats]:
    """Best states (cues, words) and their log-probability, all potentials given."""
    words, count = role.shape[:2]
    likely, weight = np.exp(move), np.exp(role)
    came = np.zeros((words, count, len(STATES)), np.int8)
    best = np.full((count, len(STATES)), NEVER, np.float32)
    best[:, 0] = 0
    total, log_total = np.exp(best), np.zeros(count, np.float32)
    for n in range(words):
        reached = best[:, :, None] + move[n]
        came[n] = reached.argmax(1)
        best = reached.max(1) + role[n]
        total = np.matmul(total[:, None], likely[n])[:, 0] * weight[n]
        size = total.max(1)
        total /= size[:, None]
        log_total += np.log(size)
    path = _traced(came, (best + leave).argmax(1))
    log_total += np.log((total * np.exp(leave)).sum(1))
    return path, (best + leave).max(1) - log_total


def _potentials(scores: Floats, transitions: Floats, cues: Ints) -> tuple[Floats, Floats, Floats]:
    """Scores of states (words, cues, states), of moves into each word, and of going outside last.

    States' scores are shifted so that a word's best is 0, which changes no comparison.
    """
    by_word = scores.transpose(1, 0, 2)
    role = by_word[..., :ROLES][..., STATE_ROLE]
    edges = by_word[..., ROLES:].reshape(*by_word.shape[:2], 2, ROLES - 1)
    edges = np.pad(edges, [(0, 0)] * 3 + [(1, 0)])[..., STATE_ROLE]
    begin, end = edges[:, :, 0].copy(), edges[:, :, 1]
    begin, role = _held_to_cues(begin, role.copy(), cues)
    role -= role.max(2, keepdims=True)
    before = np.concatenate([np.zeros_like(end[:1]), end])
    step = np.where(ALLOWED, transitions[STATE_ROLE[:, None], STATE_ROLE[None, :]], NEVER)
    move = step + CHANGES * (before[:-1, :, :, None] + begin[:, :, None, :])
    leave = step[:, [0, 4]].max(1) + CHANGES[:, 0] * before[-1]
    return role, move.astype(np.float32), leave


def _held_to_cues(begin: Floats, role: Floats, cues: Ints) -> tuple[Floats, Floats]:
    """A cue begins at its first word and nowhere else."""
    is_cue = STATE_ROLE == CUE
    row = np.arange(len(cues))
    start = begin[cues[:, 0], row][:, is_cue]
    begin[:, :, is_cue] = NEVER
    begin[cues[:, :1], row[:, None], np.flatnonzero(is_cue)] = start
    role[cues[:, :1], row[:, None], np.flatnonzero(~is_cue)] = NEVER
    return begin, role


def _traced(came: NDArray[np.int8], last: Ints) -> Ints:
    path = np.empty((came.shape[1], came.shape[0]), np.int64)
    row = np.arange(len(last))
    for n in range(came.shape[0] - 1, -1, -1):
        path[:, n] = last
        last = came[n][row, last].astype(np.int64)
    return path
