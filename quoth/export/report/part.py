"""One comparison of an event as it is shown, alone."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a report."""

    html: Markup
    data: str
    """As its command writes it: JSON."""
    number: int
    """The most telling number in it, as `words` say."""
    words: str
