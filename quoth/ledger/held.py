"""The documents that people are at: their readings, and what their logs made of them, in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock

from quoth.ledger.corrections import Corrected, Ground, apply
from quoth.ledger.records import Correction
from quoth.records import Reading

STATES = 3
"""States of one document: what it is now, and what it was for who has not seen that yet."""

Mark = tuple[int, str]
"""The number of a model's reading, and when it was made: it tells it from a later one."""


@dataclass
class _Document:
    mark: Mark
    machine: Reading
    ground: Ground
    states: list[tuple[Sequence[Correction], Corrected]] = field(default_factory=list)


class Held:
    """Readings of the last documents; connections to one file may share it, from many threads."""

    def __init__(self, most: int = 0) -> None:
        """At `most` so many statements in all states, but always those of the last document."""
        self._most = most
        self._lock = Lock()
        self._documents: OrderedDict[int, _Document] = OrderedDict()

    def machine(self, document: int, mark: Mark, load: Callable[[], Reading]) -> Reading:
        """The model's reading of that mark, loaded where it is not held."""
        with self._lock:
            found = self._documents.get(document)
            if found and found.mark == mark:
                self._documents.move_to_end(document)
                return found.machine
        machine = load()
        made = _Document(mark, machine, Ground(machine))
        with self._lock:
            self._documents[document] = made
            self._documents.move_to_end(document)
            self._forget()
        return made.machine

    def ground(self, document: int, machine: Reading) -> Ground:
        """Where what the reading has stands."""
        with self._lock:
            found = self._documents.get(document)
        return found.ground if found and found.machine is machine else Ground(machine)

    def applied(self, document: int, machine: Reading, log: Sequence[Correction]) -> Corrected:
        """What comes of a reading and its log, worked out where it is not held."""
        with self._lock:
            found = self._documents.get(document)
            for known, corrected in found.states if found and found.machine is machine else ():
                if known == log:
                    return corrected
        corrected = apply(machine, log, self.ground(document, machine))
        self.hold(document, machine, log, corrected)
        return corrected

    def hold(
        self, document: int, machine: Reading, log: Sequence[Correction], corrected: Corrected
    ) -> None:
        """Keep what somebody else has worked out already."""
        with self._lock:
            found = self._documents.get(document)
            if found and found.machine is machine:
                found.states = [(log, corrected), *found.states][:STATES]
                self._forget()

    def _forget(self) -> None:
        while len(self._documents) > 1 and self._size() > self._most:
            self._documents.popitem(last=False)

    def _size(self) -> int:
        return sum(
            len(each.machine.statements) * (1 + len(each.states))
            for each in self._documents.values()
        )
