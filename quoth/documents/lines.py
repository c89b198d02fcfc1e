"""What stands in front of a line that is an item of a list."""

from __future__ import annotations

import re

DOT = re.compile(r"[-*+•‣◦▪●○■□►·–—]\s+\S")
NUMBER = re.compile(
    r"(?!p\.\s*\d)(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])\s+\S"
)
"""Where a sentence goes on it may be a figure."""
BULLET = re.compile(rf"{DOT.pattern}|{NUMBER.pattern}")
