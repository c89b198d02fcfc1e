"""The way from every line of a report to the words it is about: anchors, and links to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quoth.compare import Said, Told
from quoth.export import wording
from quoth.records import Passage, Span


@dataclass(frozen=True, slots=True)
class Link:
    """Where a passage stands: in the report, and in the original where that has an address."""

    href: str
    """`#d3-s12` for a statement, `#d3-c1204-1250` for other words."""
    document: int
    """Its number in the report, from 1."""
    outlet: str
    label: str
    """`line 14`, `page 2`."""
    out: str | None
    """The original's address, with the fragment that leads to the words."""


class Places:
    """Hands out links, and remembers which passages they lead to."""

    def __init__(self, told: Iterable[Told], outlets: Mapping[str, str]) -> None:
        """`outlets` are names by the key of their documents."""
        self._numbers = {each.key: number for number, each in enumerate(told, 1)}
        self._outlets = outlets
        self.found: dict[str, dict[str, tuple[Span, ...]]] = defaultdict(dict)
        """By document, anchors of what is no statement's content and is linked to."""

    def number(self, told: Told) -> int:
        """The number of a document in the report, from 1."""
        return self._numbers[told.key]

    def outlet(self, told: Told) -> str:
        return self._outlets[told.key]

    def said(self, said: Said) -> Link:
        """The way to a statement's content."""
        return self._link(said.told, said.content, said.statement.id)

    def passage(self, told: Told, passage: Passage) -> Link:
        """The way to any words of a document."""
        anchor = f"c{passage.spans[0].start}-{passage.spans[-1].end}"
        self.found[told.key][anchor] = passage.spans
        return self._link(told, passage, anchor)

    def span(self, told: Told, span: Span) -> Link:
        """The way to one stretch of a document."""
        return self.passage(told, Passage(told.reading.document, (span,)))

    def _link(self, told: Told, passage: Passage, anchor: str) -> Link:
        number = self._numbers[told.key]
        places = passage.places
        label = wording.place(places)
        if (
            label.startswith("block")
            and told.reading.document.blocks[places[0].block].kind == "title"
        ):
            label = "title"
        return Link(
            href=f"#d{number}-{anchor}",
            document=number,
            outlet=self._outlets[told.key],
            label=label,
            out=outward(told, places[0].fragment or ""),
        )


def outward(told: Told, fragment: str = "") -> str | None:
    """The address of a document's original, if it is one that a browser fetches."""
    address = told.reading.document.metadata.address
    if address is None or not address.value.lower().startswith(("https://", "http://")):
        return None
    return address.value.partition("#")[0] + fragment
