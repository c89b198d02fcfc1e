"""Events: documents that tell of one thing, as people group them, or by what they tell and when."""

from quoth.ledger.events.listing import Event, event, events, events_with, state_of
from quoth.ledger.events.placing import forget_proposals, group, ungrouped
from quoth.ledger.events.tagging import name_of_event, put_into, take_from

__all__ = [
    "Event",
    "event",
    "events",
    "events_with",
    "forget_proposals",
    "group",
    "name_of_event",
    "put_into",
    "state_of",
    "take_from",
    "ungrouped",
]
