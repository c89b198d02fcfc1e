"""The styles of a Word document, each with what it inherits."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quoth.documents.office.styles import Style, first, inherited

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = W + "val"
OFF = ("0", "false", "off", "none")
TWIP = 20
"""So many are a point."""


class Styles:
    """The styles in the part of that name, by their ids."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else list(root.iter(W + "style"))
        self._elements = {style.get(W + "styleId", ""): style for style in styles}
        defaults = (style for style in styles if style.get(W + "default") in ("1", "true"))
        self._default = next(
            (s.get(W + "styleId", "") for s in defaults if s.get(W + "type") == "paragraph"), ""
        )
        self._known: dict[str, Style] = {}

    def of(self, properties: Element | None, tag: str) -> Style:
        """The style that a paragraph's (`pStyle`) or a run's (`rStyle`) properties name."""
        named = properties.find(W + tag) if properties is not None else None
        name = named.get(VALUE, "") if named is not None else ""
        name = name or (self._default if tag == "pStyle" else "")
        if name not in self._known:
            self._known[name] = _style(list(self._chain(name)))
        return self._known[name]

    def _chain(self, name: str) -> Iterator[Element]:
        """The style and those it builds on; a loop ends where it began."""
        seen = set()
        while name in self._elements and name not in seen:
            seen.add(name)
            yield self._elements[name]
            name = value(self._elements[name], "basedOn") or ""


def _style(chain: list[Element]) -> Style:
    paragraphs = [style.find(W + "pPr") for style in chain]
    runs = [style.find(W + "rPr") for style in chain]
    return inherited(
        [value(style, "name") or "" for style in chain],
        level=first(outline_level(properties) for properties in paragraphs),
        listed=first(is_listed(properties) for properties in paragraphs),
        left=first(indent(properties, "left", "start") for properties in paragraphs),
        right=first(indent(properties, "right", "end") for properties in paragraphs),
        bold=first(switch(properties, "b") for properties in runs),
        hidden=first(switch(properties, "vanish") for properties in runs),
    )


def value(element: Element | None, tag: str) -> str | None:
    """The value of a property, or None."""
    found = element.find(W + tag) if element is not None else None
    return found.get(VALUE) if found is not None else None


def switch(properties: Element | None, tag: str) -> bool | None:
    """Whether a property is switched on; None where it is not there."""
    found = properties.find(W + tag) if properties is not None else None
    return None if found is None else found.get(VALUE) not in OFF


def is_listed(properties: Element | None) -> bool | None:
    """Whether a paragraph's properties number it or give it a bullet."""
    numbering = properties.find(W + "numPr") if properties is not None else None
    return None if numbering is None else value(numbering, "numId") not in (None, "0")


def outline_level(properties: Element | None) -> int | None:
    """The rank of a heading in the outline, from 1; None for text."""
    level = value(properties, "outlineLvl") or ""
    return int(level) + 1 if level in "012345678" and level else None


def indent(properties: Element | None, side: str, start: str) -> float | None:
    """How far a paragraph is set in from that side, in points, by where its leftmost line begins.

    `start` is what the side is called where writing may run from the right.
    """
    found = properties.find(W + "ind") if properties is not None else None
    given = None if found is None else found.get(W + side, found.get(W + start))
    if found is None or given is None:
        return None
    hanging = found.get(W + "hanging", "0") if side == "left" else "0"
    try:
        return (float(given) - float(hanging)) / TWIP
    except ValueError:
        return None
