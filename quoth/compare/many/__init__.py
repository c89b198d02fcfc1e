"""Quotations of a whole ledger compared, without comparing each with each."""

from quoth.compare.many.comparing import compare_ledger
from quoth.compare.many.groups import OneGroup, kept_group, kept_groups

__all__ = ["OneGroup", "compare_ledger", "kept_group", "kept_groups"]
