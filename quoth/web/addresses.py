"""Names in addresses: each has one that lasts, whatever it is."""

from __future__ import annotations

from urllib.parse import quote

DOTS = (".", "..")
"""What browsers take for steps in a path, however they are escaped (WHATWG URL, 4.1)."""


def of_outlet(name: str) -> str:
    """Where the page of an outlet lies; its JSON lies there with `.json` behind it.

    A name that would be taken for something else stands between equals signs.
    """
    wrapped = name[:1] == "=" == name[-1:]
    if name in DOTS or name.endswith(".json") or wrapped:
        name = f"={name}="
    return f"/outlets/{quote(name, safe='')}"


def outlet_at(path: str) -> str:
    """The name of the outlet at such a place, without what is in front of it."""
    wrapped = len(path) > 1 and path[0] == "=" == path[-1]
    return path[1:-1] if wrapped else path
