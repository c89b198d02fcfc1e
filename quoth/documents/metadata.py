"""What a document says of itself, put together from where it says so."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.records import Found, Metadata

ORDER = (
    "given",
    "json-ld",
    "meta",
    "pdf info",
    "properties",
    "mail header",
    "warc header",
    "feed",
    "column",
    "field",
    "title",
    "byline",
    "dateline",
    "text",
)
"""The first words of `Found.where`, whose word counts most first."""
ONE = ("outlet", "title", "published", "modified", "language", "address")


def merged(*parts: Metadata) -> Metadata:
    """The metadata of one document: of each field, what stands where it counts most."""
    fields = {name: _best(getattr(part, name) for part in parts) for name in ONE}
    authors = sorted((p.authors for p in parts if p.authors), key=lambda found: rank(found[0]))
    columns = tuple(column for part in parts for column in part.columns)
    return Metadata(authors=authors[0] if authors else (), columns=columns, **fields)


def rank(found: Found) -> int:
    """The place of `found.where` in the order; what the order does not name comes last."""
    return next((n for n, w in enumerate(ORDER) if found.where.startswith(w)), len(ORDER))


def found(value: str | None, where: str) -> Found | None:
    """`value` on one line with where it was found; None where there is nothing."""
    words = " ".join((value or "").split())
    return Found(words, where) if words else None


def all_found(values: Iterable[str], where: str) -> tuple[Found, ...]:
    """Each of `values` in which something stands, as `found` gives it."""
    return tuple(each for value in values if (each := found(value, where)))


def _best(candidates: Iterable[Found | None]) -> Found | None:
    return min((each for each in candidates if each), key=rank, default=None)
