"""Expressions of time in a document, and what day, time, length or rhythm each one means."""

from quoth.details.dates.resolving import dates

__all__ = ["dates"]
