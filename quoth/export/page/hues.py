"""Which of a few hues stands for which source: the same in text, margin and bar.

Hues help the eye only; a statement's number and its source's name say the same in words.
"""

from __future__ import annotations

import re
from zlib import crc32

HUES = 8
"""So many are told apart; 0 is for no known source."""


def hue(source: str | None) -> int:
    """From 1, by the source's id alone, so that no correction of another one changes it."""
    if source is None:
        return 0
    counted = re.fullmatch(r"p(\d+)", source)
    return (int(counted[1]) - 1 if counted else crc32(source.encode())) % HUES + 1
