"""A report on one event: all comparisons as one HTML page that opens offline and prints."""

from quoth.export.report.page import report

__all__ = ["report"]
