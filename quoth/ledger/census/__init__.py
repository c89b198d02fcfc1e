"""What takes long to count in a large ledger, counted once: who says how much, and where."""

from quoth.ledger.census.census import Census
from quoth.ledger.census.records import Heard, Outlet, Ranked, Share

__all__ = ["Census", "Heard", "Outlet", "Ranked", "Share"]
