"""The event at a glance: what there is, in numbers, and the list of documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quoth.compare import Coverage, Event
from quoth.compare.coverage_groups import outermost
from quoth.export.coverage import summary
from quoth.export.report.documents import title
from quoth.export.report.places import Places
from quoth.voice import own_share


@dataclass(frozen=True, slots=True)
class Item:
    """A document in the list."""

    number: int
    href: str
    outlet: str
    title: str
    published: str | None
    statements: int
    unnamed: int
    """Statements whose source has no name."""
    own: str
    """Share of the text in its own voice."""


@dataclass(frozen=True, slots=True)
class Number:
    """One thing that was found, counted, and the section that has it."""

    number: int
    words: str
    section: str


@dataclass(frozen=True, slots=True)
class Glance:
    summary: str
    numbers: tuple[Number, ...]
    items: tuple[Item, ...]


def glance(event: Event, coverage: Coverage, found: Iterable[Number], places: Places) -> Glance:
    """What the documents hold and what was `found` in them, in numbers."""
    items = []
    for told in event.told:
        own = own_share(told.reading)
        said = outermost(told)
        items.append(
            Item(
                number=places.number(told),
                href=places.document(told),
                outlet=places.outlet(told),
                title=title(told),
                published=told.published,
                statements=len(said),
                unnamed=sum(not (one.source and one.source.named) for one in said),
                own="" if own is None else f"{100 * own:.0f} %",
            )
        )
    total, sources = sum(item.statements for item in items), len(coverage.sources)
    return Glance(
        summary(event.told, len(coverage.outlets)),
        (
            Number(len(items), _plural(len(items), "document"), "documents"),
            Number(
                total,
                f"{_plural(total, 'statement')} of {sources} {_plural(sources, 'source')}",
                "coverage",
            ),
            *found,
        ),
        tuple(items),
    )


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"
