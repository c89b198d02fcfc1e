"""One sending of documents: how far it is, and what became of each."""

from __future__ import annotations

import shutil
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from threading import Event
from typing import Any, Literal, get_args

from quoth.ledger.adding import Kept
from quoth.ledger.adding import State as Became
from quoth.ledger.values import now
from quoth.web.adding.given import Given

State = Literal["waiting", "reading", "done", "cancelled"]
REMEMBERED = 2000
"""Documents of one job that are told one by one; of more the last ones are."""


class Job:
    """It is written by the thread that adds, and read by those who look on."""

    def __init__(self, number: int, given: Sequence[Given], folder: Path | None = None) -> None:
        """`folder` holds the files as long as they are needed."""
        self.number, self.given, self.folder = number, list(given), folder
        self.begun, self.ended = now(), ""
        self.state: State = "waiting"
        self.opened = 0
        self.counts: Counter[str] = Counter()
        self.statements = 0
        self.told = 0
        """Documents of which was told what became of them."""
        self.cancelled = Event()
        self.size = sum(each.path.stat().st_size for each in given if each.path)
        """Bytes that lie in its folder."""
        self._outcomes: deque[Kept] = deque(maxlen=REMEMBERED)

    @property
    def over(self) -> bool:
        return self.state in ("done", "cancelled")

    @property
    def reading(self) -> str | None:
        """The name of the file that is being read."""
        at = self.opened
        return self.given[at - 1].name if self.state == "reading" and at else None

    @property
    def mark(self) -> tuple[object, ...]:
        """Changes whenever something has changed that `fields` tells."""
        return self.state, self.opened, self.told

    def begin(self, given: Sequence[Given]) -> None:
        """It is its turn; `given` has the files in the folders that were given."""
        self.given = list(given)
        self.state = "reading"

    def tell(self, kept: Kept) -> None:
        """So much became of one document."""
        self.counts[kept.state] += 1
        self.statements += kept.statements
        self._outcomes.append(kept)
        self.told += 1

    def end(self) -> None:
        self.ended = now()
        self.state = "cancelled" if self.cancelled.is_set() else "done"
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def outcomes(self, after: int = 0) -> Iterator[tuple[int, Kept]]:
        """What became of the documents behind the first `after`, with their numbers from 1."""
        outcomes = list(self._outcomes)
        first = self.told - len(outcomes)
        return islice(enumerate(outcomes, first + 1), max(after - first, 0), None)

    def fields(self) -> dict[str, Any]:
        """How far it is, as data."""
        return {
            "job": self.number,
            "state": self.state,
            "begun": self.begun,
            "ended": self.ended or None,
            "files": len(self.given),
            "opened": self.opened,
            "reading": self.reading,
            "documents": self.told,
            "counts": {state: self.counts[state] for state in get_args(Became)},
            "statements": self.statements,
        }


def outcome_fields(number: int, kept: Kept) -> dict[str, Any]:
    """What became of one document, as data."""
    return {"number": number, **asdict(kept)}
