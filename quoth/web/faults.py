"""Faults of the program are told in its log, by their kind and place alone."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

DEEPEST = 8
"""Places in the program that are told of a fault."""

log = logging.getLogger(__name__)


def tell(error: Exception, doing: str = "") -> None:
    """Messages of errors hold texts of documents, so the log has only where it was."""
    places = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    where = ", ".join(f"{Path(each.filename).name}:{each.lineno}" for each in places)
    log.error("a fault of the program: %s at %s%s", type(error).__name__, where, doing)
