"""Whether words that may be an expression of time are one here."""

from __future__ import annotations

from quoth.analysis import Analysis
from quoth.details.dates.finding import Found


def stands(expression: Found, analysis: Analysis) -> bool:
    """Is it one, by its words, and by the network's tags where its pattern alone is not sure?"""
    return expression.sure != "doubtful"
