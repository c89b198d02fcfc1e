"""The way from every line of a report to the words it is about: anchors, and links to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from quoth.compare import Said, Told
from quoth.compare.coverage import outlets
from quoth.export import wording
from quoth.records import Passage, Span

ENDS = 5
"""Words at either end of a passage by which a browser finds it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a passage stands: in the report, and in the original where that has an address."""

    href: str
    """`#d3-s12` for a statement, `#d3-c1204-1250` for other words; in the reading room
    `/documents/17#s12` and, for other words, their block."""
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

    def document(self, told: Told) -> str:
        """The way to a document."""
        return f"#d{self.number(told)}"

    def said(self, said: Said) -> Link:
        """The way to a statement's content."""
        href = self._to_statement(said.told, said.statement.id)
        return self._link(said.told, said.content, href)

    def passage(self, told: Told, passage: Passage) -> Link:
        """The way to any words of a document."""
        return self._link(told, passage, self._to_passage(told, passage))

    def span(self, told: Told, span: Span) -> Link:
        """The way to one stretch of a document."""
        return self.passage(told, Passage(told.reading.document, (span,)))

    def _to_statement(self, told: Told, key: str) -> str:
        return f"{self.document(told)}-{key}"

    def _to_passage(self, told: Told, passage: Passage) -> str:
        anchor = f"c{passage.spans[0].start}-{passage.spans[-1].end}"
        self.found[told.key][anchor] = passage.spans
        return f"{self.document(told)}-{anchor}"

    def _link(self, told: Told, passage: Passage, href: str) -> Link:
        number = self._numbers[told.key]
        places = passage.places
        label = wording.place(places)
        if (
            label.startswith("block")
            and told.reading.document.blocks[places[0].block].kind == "title"
        ):
            label = "title"
        return Link(
            href=href,
            document=number,
            outlet=self._outlets[told.key],
            label=label,
            out=outward(told, places[0].fragment or ""),
        )


class InRoom(Places):
    """The same in the reading room, where each document has a page of its own."""

    def document(self, told: Told) -> str:
        return f"/documents/{told.key}"

    def _to_statement(self, told: Told, key: str) -> str:
        return f"{self.document(told)}#{key}"

    def _to_passage(self, told: Told, passage: Passage) -> str:
        """Its block, and for browsers that know text fragments the words in it."""
        ends = passage.text.split()
        words = [" ".join(ends)] if len(ends) <= 2 * ENDS else [ends[:ENDS], ends[-ENDS:]]
        asked = ",".join(_fragment(each) for each in words)
        return f"{self.document(told)}#b{passage.places[0].block}:~:text={asked}"


def in_room(told: Sequence[Told]) -> InRoom:
    """The ways into these documents in the reading room."""
    return InRoom(told, {each.key: one.name for one in outlets(told) for each in one.told})


def _fragment(words: str | list[str]) -> str:
    text = words if isinstance(words, str) else " ".join(words)
    return quote(text, safe="").replace("-", "%2D")  # which would mean a prefix


def outward(told: Told, fragment: str = "") -> str | None:
    """The address of a document's original, if it is one that a browser fetches."""
    address = told.reading.document.metadata.address
    if address is None or not address.value.lower().startswith(("https://", "http://")):
        return None
    return address.value.partition("#")[0] + fragment
