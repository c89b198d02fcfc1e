"""What stands in front of a line that is an item of a list."""

from __future__ import annotations

import re

DOT = re.compile(r"[-*+•‣◦▪●○■□►·–—]\s+\S")
SIGN = re.compile(r"[-*+•‣◦▪●○■□►·]\s+(?=\S)")
"""A bullet that is no word: a dash may be one, as before a name."""
NUMBER = re.compile(
    r"(?!p\.\s*\d)(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])\s+\S"
)
"""Where a sentence goes on it may be a figure."""
BULLET = re.compile(rf"{DOT.pattern}|{NUMBER.pattern}")
