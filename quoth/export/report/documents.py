"""The documents of a report: what each says of itself, and its text with all that is linked to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from quoth.compare import Event, Told
from quoth.export.characters import one_line
from quoth.export.report.places import Places, outward
from quoth.export.report.text import blocks


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as the report shows it."""

    number: int
    title: str
    outlet: str
    published: str | None
    authors: str
    key: str
    language: str | None
    address: str | None
    statements: int
    blocks: tuple[Markup, ...]


def documents(event: Event, places: Places) -> tuple[Shown, ...]:
    """All documents, with what `places` has handed out links to marked in them."""
    return tuple(_shown(event, places))


def title(told: Told) -> str:
    """A document's title, else its name."""
    return one_line(told.reading.document.title or told.reading.document.name)


def _shown(event: Event, places: Places) -> Iterator[Shown]:
    for told in event.told:
        document, number = told.reading.document, places.number(told)
        yield Shown(
            number=number,
            title=title(told),
            outlet=places.outlet(told),
            published=told.published,
            authors=", ".join(one_line(each.value) for each in document.metadata.authors),
            key=one_line(told.key),
            language=document.language,
            address=outward(told),
            statements=len(told.reading.statements),
            blocks=tuple(blocks(told, number, places.found[told.key])),
        )
