"""What the comparisons of an event are called."""

from __future__ import annotations

from collections.abc import Mapping

PARTS: Mapping[str, str] = {
    "quotations": "Quotations",
    "figures": "Figures",
    "coverage": "Coverage",
    "origins": "Origins",
    "claims": "Claims and denials",
}
"""Names of the parts of a report and their titles, the quickest first."""
