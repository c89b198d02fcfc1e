"""Dates in numbers alone: 13/2/2031 can be read one way, 3/2/2031 only as its document writes."""

from __future__ import annotations

from quoth.details.dates.calendar import at
from quoth.details.dates.context import Context, Outcome
from quoth.details.dates.finding import Found


def numeric(found: Found, context: Context) -> Outcome | None:
    return None
