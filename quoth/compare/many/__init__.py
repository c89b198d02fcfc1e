"""Quotations of a whole ledger compared, without comparing each with each."""

from quoth.compare.many.comparing import compare_ledger
from quoth.compare.many.groups import kept_groups

__all__ = ["compare_ledger", "kept_groups"]
