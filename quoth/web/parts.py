"""What a part of an event is: made, not to be made, or not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:  # what makes it compares, which the room itself does not
    from quoth.export.report.part import Part

DOCUMENTS = 100
"""Of a larger event so many documents are compared, the earliest."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a part could not be made."""

    reason: str


Made = Union["Part", Wrong, None]
"""A part; why it could not be made; None where there is nothing to show."""
