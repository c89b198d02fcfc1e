"""Where in a ledger the words of a new statement may stand already.

Two of the four rarest words of any dozen or so have to be there, which a changed word or two
leaves; where all are frequent, the rarest two, of the same source. No frequent word is gone through
to its end.
"""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import combinations

from quoth.ledger.finding.words import Tokenizer
from quoth.ledger.store import Store

RARE = 100_000
"""A word that stands in more statements is frequent."""
SEEN = 100
"""How frequent a word is is told by where it comes for the time of this number."""
RAREST = 4
"""So many of the rarest words of a window are looked for, two by two."""
WINDOW, STEP = 14, 8
"""Words that are looked at together, and how far apart windows begin."""
FOUND = 60
"""So many of the oldest and of the newest statements are taken for each window."""
ALIKE = 0.3
"""So much of the words of the shorter one stands in both."""
_WORD = re.compile(r"\w+")


class Looking:
    """Looks for words in one ledger; how frequent a word is is found out once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tokenizer = Tokenizer(store.connection)
        self._frequencies: dict[str, float] = {}
        rows = store.rows("SELECT first FROM readings WHERE first IS NOT NULL ORDER BY first")
        self._firsts = [first for (first,) in rows]

    def alike(self, text: str, source: str = "") -> list[int]:
        """Numbers of statements that have enough of the words, in rising order."""
        words = [word for word, _ in self._tokenizer.words(text)]
        source = " ".join(f'"{word}"' for word, _ in self._tokenizer.words(source))
        found: set[int] = set()
        for window in _windows(words):
            if asked := self._asked(window, source):
                for order in ("ASC", "DESC"):
                    rows = self._store.rows(
                        "SELECT rowid FROM statement_words WHERE statement_words MATCH ?"
                        f" ORDER BY rowid {order} LIMIT ?",
                        (asked, FOUND),
                    )
                    found.update(number for (number,) in rows)
                    if len(rows) < FOUND:
                        break
        return sorted(self._enough(set(words), found))

    def _asked(self, window: Sequence[str], source: str) -> str:
        """What the index is asked for a window; nothing where all of it is frequent."""
        words = sorted(dict.fromkeys(window), key=self._frequency)[:RAREST]
        rare = [word for word in words if self._frequency(word) < RARE]
        if len(rare) > 1:
            both = " OR ".join(f'("{a}" AND "{b}")' for a, b in combinations(rare, 2))
            return f"content : ({both})"
        two = " AND ".join(f'"{word}"' for word in words[:2])
        return f"source : ({source}) AND content : ({two})" if source and two else ""

    def _frequency(self, word: str) -> float:
        """In about how many statements a word stands, by how soon it comes so often.

        It is seen from both ends, since words have their time.
        """
        known = self._frequencies.get(word)
        if known is None:
            known = max(self._seen(word, "ASC"), self._seen(word, "DESC"))
            self._frequencies[word] = known
        return known

    def _seen(self, word: str, order: str) -> float:
        rows = self._store.rows(
            "SELECT rowid FROM statement_words WHERE statement_words MATCH ?"
            f" ORDER BY rowid {order} LIMIT ?",
            (f'content : "{word}"', SEEN),
        )
        if len(rows) < SEEN:
            return len(rows)
        passed = bisect(self._firsts, rows[-1][0])
        if order == "DESC":
            passed = len(self._firsts) - passed
        return SEEN * len(self._firsts) / max(passed, 1)

    def _enough(self, words: set[str], numbers: set[int]) -> Iterator[int]:
        rows = self._store.each(
            "SELECT id, content FROM statements WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(numbers)),),
        )
        for number, content in rows:
            others = set(_WORD.findall(content.casefold()))
            if len(words & others) >= ALIKE * min(len(words), len(others)):
                yield number


def _windows(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Stretches of the words that overlap, so that what is cut short meets one of them."""
    for start in range(0, max(len(words) - WINDOW + STEP, 1), STEP):
        yield words[start : start + WINDOW]
