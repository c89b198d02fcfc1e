"""The styles of an OpenDocument text, each with what it inherits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from quoth.documents.office.styles import Style, first, inherited

NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
OFFICE, TEXT, TABLE, DRAW, STYLE = map(
    NAMESPACE.format, ("office", "text", "table", "drawing", "style")
)
FO = NAMESPACE.format("xsl-fo-compatible")
LENGTH = re.compile(r"(-?[\d.]+)(pt|cm|mm|in|inch|pc|px)")
POINTS = {"pt": 1, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72, "inch": 72, "pc": 12, "px": 0.75}


class Styles:
    """The styles of a document, by their names."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        for root in roots:
            for style in root.iter(STYLE + "style"):
                key = style.get(STYLE + "family", ""), style.get(STYLE + "name", "")
                self._elements.setdefault(key, style)
        self._known: dict[tuple[str, str], Style] = {}

    def of(self, family: str, name: str) -> Style:
        """The style of that name in a family: `paragraph` or `text`."""
        if (family, name) not in self._known:
            self._known[family, name] = _style(list(self._chain(family, name)))
        return self._known[family, name]

    def _chain(self, family: str, name: str) -> Iterator[tuple[str, Element | None]]:
        """The names and elements of the style and of those it builds on; a loop ends."""
        seen = set()
        while name and name not in seen:
            seen.add(name)
            element = self._elements.get((family, name))
            shown = element.get(STYLE + "display-name") if element is not None else None
            yield shown or name, element
            name = element.get(STYLE + "parent-style-name", "") if element is not None else ""


def _style(chain: list[tuple[str, Element | None]]) -> Style:
    styles = [element for _, element in chain if element is not None]
    paragraphs = [style.find(STYLE + "paragraph-properties") for style in styles]
    texts = [style.find(STYLE + "text-properties") for style in styles]
    levels = (style.get(STYLE + "default-outline-level", "") for style in styles)
    return inherited(
        [name for name, _ in chain],
        level=first(int(level) if level.isdecimal() else None for level in levels),
        left=first(_margin(properties, "left") for properties in paragraphs),
        right=first(_margin(properties, "right") for properties in paragraphs),
        bold=first(_is_bold(properties) for properties in texts),
        hidden=first(_is_hidden(properties) for properties in texts),
    )


def _margin(properties: Element | None, side: str) -> float | None:
    """How far a paragraph is set in, by where its leftmost line begins."""
    if properties is None:
        return None
    margin = _points(properties.get(f"{FO}margin-{side}") or properties.get(FO + "margin"))
    if margin is None or side == "right":
        return margin
    return margin + min(_points(properties.get(FO + "text-indent")) or 0, 0)


def _points(length: str | None) -> float | None:
    match = LENGTH.fullmatch(length or "")
    try:
        return float(match[1]) * POINTS[match[2]] if match else None
    except ValueError:
        return None


def _is_bold(properties: Element | None) -> bool | None:
    weight = properties.get(FO + "font-weight") if properties is not None else None
    return None if weight is None else weight in ("bold", "600", "700", "800", "900")


def _is_hidden(properties: Element | None) -> bool | None:
    display = properties.get(TEXT + "display") if properties is not None else None
    return None if display is None else display == "none"
