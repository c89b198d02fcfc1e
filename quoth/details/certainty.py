"""How sure the text makes a statement's content, on the scale of factuality (-3 to 3).

Rated as UW's annotators rated predicates (Lee et al., EMNLP 2015): what somebody says plainly is
near 3, what "may" be is near 1, what is denied below 0; it says nothing of what is true.
"""

from __future__ import annotations

from quoth.analysis import Analysis
from quoth.records import Cued, Statement

DIGITS = 2


def certainty(statement: Statement, judged: Cued | None, analysis: Analysis) -> float | None:
    """The rating of the content's main predicate; None where the content has no words.

    What is denied is rated as much against as it would be for; what was not said (*would not say
    that*) is open at best, unless the cue takes it for granted all the same.
    """
    rating = _rating(statement, analysis)
    if rating is None or judged is None or judged.polarity == "positive":
        return rating
    if judged.act == "deny":
        return -abs(rating)
    granted = judged.stance == "endorses" and judged.act != "confirm"
    return rating if granted else min(rating, 0.0)


def _rating(statement: Statement, analysis: Analysis) -> float | None:
    inside = {n for span in statement.content.spans for n in analysis.inside(span)}
    governs = [
        token
        for token in (analysis.tokens[n] for n in sorted(inside))
        if token.pos != "PUNCT"
        and (token.head not in inside or analysis.tokens[token.head] is token)
    ]
    verbs = [token for token in governs if token.pos in ("VERB", "AUX")]
    told = verbs or governs
    return round(told[0].certainty, DIGITS) if told else None
