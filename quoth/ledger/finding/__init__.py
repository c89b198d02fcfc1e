"""Statements by words, sources, kinds, dates and figures: what is asked, and what is found."""

from quoth.ledger.finding.asking import count, each_hit, find
from quoth.ledger.finding.question import BadQuestion, Question
from quoth.ledger.finding.records import Count, Found, Hit

__all__ = ["BadQuestion", "Count", "Found", "Hit", "Question", "count", "each_hit", "find"]
