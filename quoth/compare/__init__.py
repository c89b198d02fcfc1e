"""Documents side by side: what no single one of them shows.

Each comparison takes `Told`, documents as several that tell of something, and gives small records
in which every finding has its passages.
"""

from quoth.compare.claims import compare_claims
from quoth.compare.corpus import from_ledger, from_readings
from quoth.compare.coverage import Coverage, compare_coverage
from quoth.compare.figures import compare_figures
from quoth.compare.origins import compare_origins
from quoth.compare.outlets import day_of, outlet_of
from quoth.compare.quotations import compare_quotations, verify
from quoth.compare.records import Event, Said, Told

__all__ = [
    "Coverage",
    "Event",
    "Said",
    "Told",
    "compare_claims",
    "compare_coverage",
    "compare_figures",
    "compare_origins",
    "compare_quotations",
    "day_of",
    "from_ledger",
    "from_readings",
    "outlet_of",
    "verify",
]
