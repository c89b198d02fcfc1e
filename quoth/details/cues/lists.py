"""Word lists as they are written in this folder: words parted by spaces, entries by commas."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Single words."""
    return frozenset(text.split())


def entries(text: str) -> tuple[str, ...]:
    """Entries of one word or several."""
    return tuple(" ".join(entry.split()) for entry in text.split(","))
