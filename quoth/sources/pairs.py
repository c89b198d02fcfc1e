"""Mentions and those before them that they may join: what is known of each pair, as numbers.

Every feature is a category: the number of a row in a table of weights. The kinds of features are
those of Lee et al. (2013), Durrett and Klein (EMNLP 2013) and Wiseman et al. (ACL 2015).
"""

from __future__ import annotations

from collections import defaultdict, deque

import numpy as np
from numpy.typing import NDArray

from quoth.sources.known import Ints, Known
from quoth.sources.traits import KINDS, ROLES

WINDOW = 50
"""So many mentions before one are looked at, and beyond them:"""
ALIKE = 3
"""so many of the last that have a name, a head or a pronoun in common with it."""
CLASSES = 13
"""Ten classes of pronouns, then names and descriptions; 0 is free."""


def candidates(known: Known) -> Ints:
    """(mentions, columns): numbers of earlier mentions, -1 where there is none, nearest first."""
    count = len(known.mentions)
    near = np.arange(count, dtype=np.int32)[:, None] - np.arange(1, WINDOW + 1, dtype=np.int32)
    far = np.full((count, 3 * ALIKE), -1, np.int32)
    last: dict[tuple[str, int], deque[int]] = defaultdict(lambda: deque(maxlen=ALIKE))
    columns = (
        ("bearer", known.bearer.tolist()),
        ("noun", known.noun.tolist()),
        ("pronoun", np.where(known.category < 11, known.category, -1).tolist()),
    )
    for n in range(count):
        seen: set[int] = set()
        for at, (sort, values) in enumerate(columns):
            if values[n] < 0:
                continue
            row = last[sort, values[n]]
            for column, other in enumerate(row):
                if other < n - WINDOW and other not in seen:
                    seen.add(other)
                    far[n, at * ALIKE + column] = other
            row.append(n)
    near[near < 0] = -1
    return np.concatenate([near, far], axis=1)


# --- features -----------------------------------------------------------------------------------

SIZES = {
    "classes": CLASSES * CLASSES,
    "sentences": CLASSES * CLASSES * 8,
    "mentions": CLASSES * 10,
    "roles": len(ROLES) * len(ROLES),
    "of role": CLASSES * len(ROLES),
    "kinds": len(KINDS) * len(KINDS),
    "of kind": CLASSES * len(KINDS),
    "genders": 3 * 4 * 4 * 3 * 3,
    "strings": CLASSES * CLASSES * 9,
    "words": CLASSES * 5 * 3,
    "frame": CLASSES * 9,
    "articles": CLASSES * 6 * 6,
    "blocks": CLASSES * CLASSES * 8,
    "rank": CLASSES * 8,
    "often": CLASSES * 6,
}
"""Names of the features and how many categories each has."""


def features(known: Known, rows: Ints, others: Ints) -> NDArray[np.int32]:
    """(pairs, features) of mentions `rows` (n, 1) and earlier ones `others` (n, columns).

    Flattened; pairs with an `other` of -1 are nonsense that the caller leaves out.
    """
    k, m, a = known, rows, others
    cm, ca = k.category[m], k.category[a]
    apart = np.minimum(k.sentence[m] - k.sentence[a], 200)
    between = m - a
    ours = [
        cm * CLASSES + ca,
        (cm * CLASSES + ca) * 8 + _bucket(apart, (0, 1, 2, 3, 5, 8, 15)),
        cm * 10 + _bucket(between, (1, 2, 3, 5, 8, 13, 21, 34, 50)),
        k.role[m] * len(ROLES) + k.role[a],
        cm * len(ROLES) + k.role[a],
        k.kind[m] * len(KINDS) + k.kind[a],
        cm * len(KINDS) + k.kind[a],
        _agreement(k, m, a),
        (cm * CLASSES + ca) * 9 + _strings(k, m, a),
        (cm * 5 + _words(k, m, a)) * 3 + _heads(k, m, a),
        cm * 9 + _frame(k, m, a),
        (cm * 6 + k.article[m]) * 6 + k.article[a],
        (cm * CLASSES + ca) * 8 + _blocks(k, m, a),
        cm * 8 + _rank(k, m, a),
        cm * 6 + _bucket(_often(k)[a], (1, 2, 4, 8, 16)),
    ]
    shape = np.broadcast_shapes(m.shape, a.shape)
    return np.stack([np.broadcast_to(f, shape) for f in ours], axis=-1)


def _bucket(values: Ints, edges: tuple[int, ...]) -> Ints:
    return np.searchsorted(np.array(edges), values, side="left").astype(np.int32)


def _agreement(k: Known, m: Ints, a: Ints) -> Ints:
    form = np.minimum(np.maximum(k.category[m] - 10, 0), 2)
    gender = (form * 4 + k.gender[m]) * 4 + k.gender[a]
    return (gender * 3 + k.number[m]) * 3 + k.number[a]


def _strings(k: Known, m: Ints, a: Ints) -> Ints:
    """How much of the wording is common, from nothing (0) to all."""
    named = (k.bearer[m] >= 0) & (k.bearer[a] >= 0)
    same = k.bearer[m] == k.bearer[a]
    head = (k.noun[m] == k.noun[a]) & (k.noun[m] >= 0)
    whole = k.written[m] == k.written[a]
    code = np.where(head, 1, 0)
    code = np.where(whole, 2, code)
    code = np.where(named & ~same, 3, code)
    code = np.where(named & ~same & head, 4, code)
    code = np.where(named & same, 5, code)
    return np.where(named & same & whole, 6, code)


def _words(k: Known, m: Ints, a: Ints) -> Ints:
    """Do the other words of the one stand in the other? By their bits, so that it is fast."""
    wm, wa = k.words[m], k.words[a]
    code = np.where((wm & wa) != 0, 2, np.where(wa != 0, 4, 3))
    code = np.where((wm & ~wa) == 0, 1, code)
    return np.where(wm == 0, 0, code)


def _heads(k: Known, m: Ints, a: Ints) -> Ints:
    """Does the head word of the one stand in the other?"""
    into = (k.word[m] & k.words[a]) != 0
    back = (k.word[a] & k.words[m]) != 0
    return np.where(into, 1, np.where(back, 2, 0))


def _frame(k: Known, m: Ints, a: Ints) -> Ints:
    """How they hang together in one sentence."""
    within = (k.start[a] <= k.head[m]) & (k.head[m] < k.end[a])
    around = (k.start[m] <= k.head[a]) & (k.head[a] < k.end[m])
    siblings = k.governor[m] == k.governor[a]
    code = np.where(siblings & (k.sentence[m] == k.sentence[a]), 1, 0)
    code = np.where(siblings & (k.reflexive[m] == 1), 2, code)
    code = np.where(within, 3, code)
    code = np.where(around, 4, code)
    code = np.where((k.governor[m] == k.head[a]), 5, code)
    code = np.where((k.governor[m] == k.head[a]) & (k.role[m] == ROLES.index("appos")), 6, code)
    code = np.where((k.governor[m] == k.head[a]) & (k.role[m] == ROLES.index("conj")), 7, code)
    return np.where((k.governor[a] == k.head[m]), 8, code)


def _blocks(k: Known, m: Ints, a: Ints) -> Ints:
    """Blocks between them: in talk by turns, every second one is the same speaker's."""
    apart = k.block[m] - k.block[a]
    return np.where(apart < 5, apart, 5 + apart % 2 + (apart > 12) * 0).clip(0, 7)


def _fits(k: Known, m: Ints, a: Ints) -> NDArray[np.bool_]:
    """Could they be one, by kind, gender and number?"""
    gm, ga, nm, na = k.gender[m], k.gender[a], k.number[m], k.number[a]
    fits: NDArray[np.bool_] = (
        ((gm == ga) | (gm == 0) | (ga == 0))
        & ((nm == na) | (nm == 0) | (na == 0))
        & ((k.kind[m] == k.kind[a]) | (k.kind[m] == 0) | (k.kind[a] == 0))
    )
    return fits


def _rank(k: Known, m: Ints, a: Ints) -> Ints:
    """How many that fit stand between them; 7 for what does not fit itself."""
    fits = _fits(k, m, a) & (a >= 0)
    before: Ints = np.cumsum(fits, axis=1) - fits
    return np.where(fits, _bucket(before, (0, 1, 2, 3, 5, 9)), 7)


def _often(k: Known) -> Ints:
    """How often the name or the wording of each has come up to there."""
    counts: dict[tuple[bool, int], int] = defaultdict(int)
    often = []
    for bearer, written in zip(k.bearer.tolist(), k.written.tolist(), strict=True):
        key = (bearer >= 0, bearer if bearer >= 0 else written)
        counts[key] += 1
        often.append(counts[key])
    return np.array(often, np.int32)


OWN_SIZES = {
    "category": CLASSES,
    "kind": CLASSES * len(KINDS),
    "article": CLASSES * 6,
    "role": CLASSES * len(ROLES),
    "said": CLASSES * 3,
    "number": CLASSES * 3 * 4,
    "early": CLASSES * 6,
}
"""Names of the features of a mention alone, and how many categories each has."""


def own_features(k: Known) -> NDArray[np.int32]:
    """(mentions, features): what tells whether one is mentioned here for the first time."""
    c = k.category
    often = _often(k)
    nouns: set[int] = set()
    head_seen = []
    for noun in k.noun.tolist():
        head_seen.append(noun in nouns)
        nouns.add(noun)
    said = np.where(often > 1, 2, np.array(head_seen, np.int32))
    return np.stack(
        [
            c,
            c * len(KINDS) + k.kind,
            c * 6 + k.article,
            c * len(ROLES) + k.role,
            c * 3 + said,
            (c * 3 + k.number) * 4 + k.gender,
            c * 6 + _bucket(np.arange(len(c), dtype=np.int32), (0, 3, 10, 30, 100)),
        ],
        axis=-1,
    )
