"""The reading page: a document's text with its statements marked in place, and notes beside it.

Pure: from a reading, and what a ledger knows besides, to parts of HTML.
"""

from quoth.export.page.choosing import Wanted
from quoth.export.page.filled import filled, one_file
from quoth.export.page.rows import rows

__all__ = ["Wanted", "filled", "one_file", "rows"]
