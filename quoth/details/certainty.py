"""How sure the text makes a statement's content, on the scale of factuality (-3 to 3).

Rated as UW's annotators rated predicates (Lee et al., EMNLP 2015): what somebody says plainly is
near 3, what "may" be is near 1, what is denied below 0; it says nothing of what is true.
"""

from __future__ import annotations

from quoth.analysis import Analysis
from quoth.records import Statement

DIGITS = 2


def certainty(statement: Statement, analysis: Analysis) -> float | None:
    """The rating of the content's main predicate; None where the content has no words."""
    inside = {n for span in statement.content.spans for n in analysis.inside(span)}
    governs = [
        n
        for n in sorted(inside)
        if analysis.tokens[n].pos != "PUNCT"
        and (analysis.tokens[n].head == n or analysis.tokens[n].head not in inside)
    ]
    if not governs:
        return None
    told = [n for n in governs if analysis.tokens[n].pos in ("VERB", "AUX")] or governs
    return round(analysis.tokens[told[0]].certainty, DIGITS)
