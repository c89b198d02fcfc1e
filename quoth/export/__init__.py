"""Readings as text for people and as data for programs: pure functions, nothing is printed.

The view for people is in `quoth.export.view`; it alone needs a library.
"""

from quoth.export.as_csv import csv_header, csv_rows
from quoth.export.as_json import failure_line, json_document, json_lines

__all__ = ["csv_header", "csv_rows", "failure_line", "json_document", "json_lines"]
