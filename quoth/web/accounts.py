"""What documents say on nobody's word: worked out when it is asked for, beside the pages."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from threading import Lock, Thread
from typing import cast

from quoth.account import OwnVoice
from quoth.aside import Account, Aside, NotRead
from quoth.aside.tasks import Failed
from quoth.web import faults
from quoth.web.problems import Refused
from quoth.web.soon import Soon

AT_ONCE = 1.0
"""Seconds from its beginning that pages wait for it; then they say that it is under way."""
PATIENCE = 900.0
"""Seconds for a document: it takes as long as reading it did."""
KEPT = 64
GOING = 20
"""Documents that are gone through, or wait for it, at once."""

AGAIN = 5.0
"""Seconds until what went wrong is tried anew, if somebody asks."""

FAULT = Failed("fault", "going through it failed; what it was stands where the room was started")

Unsourced = tuple[OwnVoice, ...]


class Accounts:
    """The accounts of documents of one ledger, each of a state that the document was in."""

    def __init__(self, aside: Aside, ledger: str, model: str) -> None:
        self._aside, self._ledger, self._model = aside, ledger, model
        self._lock = Lock()
        self._going: dict[tuple[int, str], tuple[Thread, float]] = {}
        self._done: OrderedDict[tuple[int, str], Unsourced | NotRead] = OrderedDict()
        self._again: dict[tuple[int, str], float] = {}
        """From when on (monotonic) what went wrong is tried anew."""

    def of(self, number: int, state: str, patient: bool = False) -> Unsourced | NotRead | None:
        """That of a document, or why it has none; None while it is being worked out.

        Raises `Refused` where too many are under way, and `Soon` for who is `patient` where it may
        be there in a moment.
        """
        key = number, state
        with self._lock:
            if self._again.get(key, math.inf) < time.monotonic():
                del self._done[key], self._again[key]
            going = self._going.get(key)
            if going is None and key not in self._done:
                if len(self._going) >= GOING:
                    raise Refused(429, f"{GOING} documents are gone through already; look again")
                going = Thread(target=self._work, args=key, daemon=True), time.monotonic()
                self._going[key] = going
                going[0].start()
            if going and patient and time.monotonic() < going[1] + AT_ONCE:
                raise Soon(going[0], going[1] + AT_ONCE)
            return self._done.get(key)

    def known(self, number: int, state: str) -> Unsourced:
        """That of a document as far as it was worked out, if need be of a state before this one."""
        with self._lock:
            others = (key for key in reversed(self._done) if key[0] == number)
            for key in ((number, state), *others):
                found = self._done.get(key)
                if found is not None and not isinstance(found, NotRead):
                    return found
        return ()

    def _work(self, number: int, state: str) -> None:
        found: Unsourced | NotRead = NotRead(FAULT)
        try:
            task = Account(self._ledger, number, self._model)
            [answer] = self._aside.ask(task, PATIENCE)
            found = cast(Unsourced, answer)
        except NotRead as error:
            found = error
        except Exception as error:  # told to who asks, and the next who does has it tried anew
            faults.tell(error, ", going through a document")
        with self._lock:
            self._done[number, state] = found
            if isinstance(found, NotRead):
                self._again[number, state] = time.monotonic() + AGAIN
            while len(self._done) > KEPT:
                self._again.pop(self._done.popitem(last=False)[0], None)
            del self._going[number, state]
