"""Statements by words, sources, kinds, dates and figures: what is asked, and what is found."""

from quoth.ledger.finding.around import Piece, in_context
from quoth.ledger.finding.asking import count, each_hit, find
from quoth.ledger.finding.question import BadQuestion, Question
from quoth.ledger.finding.records import Count, Found, Hit, Text
from quoth.ledger.finding.texts import each_text, texts_page

__all__ = [
    "BadQuestion",
    "Count",
    "Found",
    "Hit",
    "Piece",
    "Question",
    "Text",
    "count",
    "each_hit",
    "each_text",
    "find",
    "in_context",
    "texts_page",
]
