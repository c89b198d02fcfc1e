"""How sure the text makes a statement's content, on the scale of factuality (-3 to 3).

Rated as UW's annotators rated predicates (Lee et al., EMNLP 2015): what somebody says plainly is
near 3, what "may" be is near 1, what is denied below 0; it says nothing of what is true.
"""

from __future__ import annotations

from quoth.analysis import Analysis
from quoth.records import Polarity, Statement

DIGITS = 2


def certainty(statement: Statement, polarity: Polarity | None, analysis: Analysis) -> float | None:
    """The rating of the content's main predicate; None where the content has no words.

    A noun that is denied (*rejected that account*) is rated as much against as it would be for.
    """
    inside = {n for span in statement.content.spans for n in analysis.inside(span)}
    governs = [
        token
        for token in (analysis.tokens[n] for n in sorted(inside))
        if token.pos != "PUNCT"
        and (token.head not in inside or analysis.tokens[token.head] is token)
    ]
    if not governs:
        return None
    verbs = [token for token in governs if token.pos in ("VERB", "AUX")]
    rating = (verbs or governs)[0].certainty
    if polarity == "negative" and not verbs:
        rating = -abs(rating)
    return round(rating, DIGITS)
