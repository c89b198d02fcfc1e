"""The ledger's methods by which documents on one event are grouped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoth.ledger import events
from quoth.ledger.events import Event
from quoth.ledger.store import Store


class Grouped:
    """A ledger as far as its documents tell of events."""

    store: Store

    def ungrouped(self) -> list[int]:
        """Numbers of the documents that nobody has looked for an event of yet."""
        return events.ungrouped(self.store)

    def group(self) -> Iterator[int]:
        """Propose events for new documents; each document's number as it is done."""
        return events.group(self.store)

    def events(self) -> list[Event]:
        """Documents that tell of one thing, as people or proposals group them; the latest first."""
        return events.events(self.store)

    def event(self, called: str) -> Event:
        """The event of this number or name. Raises `NotFound`."""
        return events.event(self.store, called)

    def events_with(self, document: int) -> list[int]:
        """Numbers of the events that a document is in, those that people made first."""
        return events.events_with(self.store, document)

    def state_of(self, event: Event) -> str:
        """Changes with whatever comparing the documents of an event rests on."""
        return events.state_of(self.store, event)

    def put_into(self, event: str, documents: Iterable[int]) -> Event:
        """Put documents into the event of this name, which is made where there is none.

        Raises `QuothError` for what is no name, `NotFound` for a document that is not here.
        """
        with self.store.transaction():
            number = events.put_into(self.store, event, documents)
        return events.event(self.store, str(number))

    def take_from(self, event: str, documents: Iterable[int]) -> int:
        """Take documents out of an event that people made; how many are left. Raises `NotFound`."""
        with self.store.transaction():
            return events.take_from(self.store, event, documents)
