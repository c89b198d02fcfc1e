"""From role scores to the best whole reading of each cue.

A Viterbi search (Viterbi 1967; CRF scores as in Lafferty et al. 2001) over rows of roles in which
the cue begins where it was found and there is at most one source, so that contents come in one
stretch or a few and never in crumbs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quoth.reading.roles import CONTENT, CUE, OUTSIDE, ROLES, SCORES, SOURCE, Floats, Ints

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
SCALED = 8
"""Every so many words sums are scaled back: sooner costs time, much later they leave the range.

By powers of two, which loses no bit: a window gets the same sums beside longer ones."""
CHANGES = STATE_ROLE[:, None] != STATE_ROLE[None, :]


def best_rows(
    asked: Sequence[tuple[Floats, Ints]], transitions: Floats
) -> list[tuple[Ints, Floats]]:
    """Best row of roles for each cue of each window, and its log-probability among all rows.

    `asked` has for each window the scores (cues, words, 10) and the cues (first word, one past the
    last); the result has rows (cues, words). Windows are taken together, for a step of the search
    costs the same for one as for many; shorter ones are filled up with steps that change nothing.
    """
    scores, words = _joined([scores for scores, _ in asked])
    cues = np.concatenate([cues for _, cues in asked])
    role, move, leave = _potentials(scores, words, transitions, cues)
    path, log_probability = _best(role, move, leave)
    found, first = [], 0
    for one, own in asked:
        rows = slice(first, first + len(own))
        found.append((STATE_ROLE[path[: one.shape[1], rows].T], log_probability[rows]))
        first += len(own)
    return found


def _joined(parts: Sequence[Floats]) -> tuple[Floats, Ints]:
    """Arrays (cues, words, 10) as one (words, 10, all cues), and how many words each cue has."""
    lengths = np.asarray([part.shape[1] for part in parts], np.int64)
    words = np.repeat(lengths, [len(part) for part in parts])
    joined = np.zeros((lengths.max(initial=0), SCORES, len(words)), np.float32)
    first = 0
    for part in parts:
        joined[: part.shape[1], :, first : first + len(part)] = part.transpose(1, 2, 0)
        first += len(part)
    return joined, words


def _best(role: Floats, move: Floats, leave: Floats) -> tuple[Ints, Floats]:
    """Best states (words, cues) and their log-probability, all potentials given.

    Cues stand last in all arrays: every step is then a few additions of whole rows of numbers.
    """
    words, states, count = role.shape
    likely, weight = np.exp(move), np.exp(role)
    best = np.full((words + 1, states, count), NEVER, np.float32)
    best[0, 0] = 0
    total, halved = np.exp(best[0]), np.zeros(count, np.int64)
    for n in range(words):
        np.add((best[n][:, None] + move[n]).max(0), role[n], out=best[n + 1])
        total = (total[:, None] * likely[n]).sum(0) * weight[n]
        if n % SCALED == SCALED - 1:
            size = np.frexp(total.max(0))[1]
            total, halved = np.ldexp(total, -size), halved + size
    last = best[-1] + leave
    rest, size = np.frexp((total * np.exp(leave)).sum(0))
    log_total = np.log(rest) + np.float32(np.log(2)) * (halved + size)
    log_probability: Floats = (last.max(0) - log_total).astype(np.float32)
    return _traced(best, move, last.argmax(0)), log_probability


def _potentials(
    scores: Floats, words: Ints, transitions: Floats, cues: Ints
) -> tuple[Floats, Floats, Floats]:
    """Scores of states (words, states, cues), of moves into each word, and of going outside last.

    States' scores are shifted so that a word's best is 0, which changes no comparison. Behind the
    last of its `words` a cue has steps that change nothing.
    """
    role = scores[:, STATE_ROLE]
    edges = scores[:, ROLES:].reshape(len(scores), 2, ROLES - 1, -1)
    edges = np.pad(edges, [(0, 0), (0, 0), (1, 0), (0, 0)])[:, :, STATE_ROLE]
    begin, end = edges[:, 0], edges[:, 1]
    _hold_to_cues(begin, role, cues)
    role -= role.max(1, keepdims=True)
    before = np.concatenate([np.zeros_like(end[:1]), end])
    step = np.where(ALLOWED, transitions[STATE_ROLE[:, None], STATE_ROLE[None, :]], NEVER)
    move = CHANGES[..., None] * (before[:-1, :, None] + begin[:, None])
    move += step.astype(np.float32)[..., None]
    behind = np.arange(len(scores))[:, None] >= words
    np.copyto(role, 0, where=behind[:, None])
    np.copyto(move, STAY[..., None], where=behind[:, None, None])
    last = before[words, :, np.arange(len(words))].T
    leave = step[:, [0, 4]].max(1)[:, None] + CHANGES[:, :1] * last
    return role, move, leave.astype(np.float32)


def _hold_to_cues(begin: Floats, role: Floats, cues: Ints) -> None:
    """Let a cue begin at its first word and nowhere else."""
    is_cue = STATE_ROLE == CUE
    first, row = cues[:, 0], np.arange(len(cues))
    start = begin[first, :, row][:, is_cue]
    begin[:, is_cue] = NEVER
    begin[first[:, None], np.flatnonzero(is_cue), row[:, None]] = start
    role[first[:, None], np.flatnonzero(~is_cue), row[:, None]] = NEVER


def _traced(best: Floats, move: Floats, last: Ints) -> Ints:
    """The states (words, cues) on the way to the `last` ones, by where each can best come from."""
    path = np.empty((len(move), len(last)), np.int64)
    row = np.arange(len(last))
    for n in range(len(move) - 1, -1, -1):
        path[n] = last
        last = (best[n] + move[n][:, last, row]).argmax(0)
    return path
