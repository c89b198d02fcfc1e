"""Who asserts what, and who denies or confirms it: pairs of statements about one proposition.

A document is made ready (`page`), its statements become claims (`claim`), two of them are compared
(`features`) and judged (`judging`), and what is found is told by proposition (`grouping`).
"""

from quoth.compare.claims.comparing import SHOWN, compare_claims
from quoth.compare.claims.meaning import Meaning
from quoth.compare.claims.records import Charge, Claims, Pair, Position, Proposition

__all__ = [
    "SHOWN",
    "Charge",
    "Claims",
    "Meaning",
    "Pair",
    "Position",
    "Proposition",
    "compare_claims",
]
