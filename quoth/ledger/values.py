"""Values as a ledger's rows have them: text, JSON, times, days."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

from quoth.records import Passage

DAY = 1 << 32
"""So many statements fit in one day of publication: their numbers begin at `DAY * ordinal`."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def now() -> str:
    """The time in UTC as ledgers keep it, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def ordinal(published: str | None) -> int:
    """Days since the year 1 of an ISO 8601 date; 0 where there is none that can be read."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return 0


def storable(text: str) -> str:
    """`text` with half surrogate pairs, which UTF-8 cannot say, replaced one for one by U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def text_of(passage: Passage | None) -> str | None:
    """The words of a passage; None where there is none."""
    return storable(passage.text) if passage else None


def as_json(value: object) -> str:
    """`value` as JSON, as short as can be."""
    return storable(_AS_JSON.encode(value))
