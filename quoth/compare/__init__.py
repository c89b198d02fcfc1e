"""Documents side by side: what no single one of them shows.

Each comparison takes `Told`, documents as several that tell of something, and gives small records
in which every finding has its passages.
"""

from quoth.compare.corpus import from_ledger, from_readings
from quoth.compare.records import Event, Said, Told

__all__ = ["Event", "Said", "Told", "from_ledger", "from_readings"]
