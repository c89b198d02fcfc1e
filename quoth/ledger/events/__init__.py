"""Events: documents that tell of one thing, as people group them."""

from quoth.ledger.events.listing import Event, event, events
from quoth.ledger.events.tagging import name_of_event, put_into, take_from

__all__ = ["Event", "event", "events", "name_of_event", "put_into", "take_from"]
