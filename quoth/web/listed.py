"""Lists as data: the items, and the queries of the pages beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from quoth.web.page import Found


def listed(name: str, items: Iterable[str], found: Found, more: str = "") -> str:
    """An object with the items, each of which is JSON already, as the command writes its lines.

    `more` are other members of it, each as `"name": value, `.
    """
    ways = {each: found.get(each) for each in ("next", "previous")}
    told = json.dumps(ways)[1:-1]
    return f'{{{more}"{name}": [{joined(items)}], {told}}}'


def joined(items: Iterable[str]) -> str:
    """Lines of JSON as the members of one array."""
    return ", ".join(each.strip() for each in items)
