"""Figures across documents: which count the same thing, and what each two are to one another."""

from quoth.compare.figures.counts import counts_of
from quoth.compare.figures.joining import compare_figures
from quoth.compare.figures.records import Count, Counted, Difference, Relation, Row
from quoth.compare.figures.relations import relation

__all__ = [
    "Count",
    "Counted",
    "Difference",
    "Relation",
    "Row",
    "compare_figures",
    "counts_of",
    "relation",
]
