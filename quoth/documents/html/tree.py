"""The elements of a web page as arrays of numbers, with what each says of itself."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quoth.documents.html.names import HIDING, LOUD, NAMED, NOTHING, Names, named
from quoth.documents.html.style import sets_apart
from quoth.records import BlockKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark
    meter q rp rt ruby s samp slot small span strike strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905  # one a line would fill two screens
)
TEXTUAL = frozenset(("dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p"))
SILENT = frozenset(
    """
    amp-ad amp-consent amp-embed amp-lightbox amp-sidebar amp-social-share amp-sticky-ad
    amp-user-notification audio button canvas datalist dialog embed frameset head iframe input
    label map math menu nav noembed noframes noscript object optgroup option progress rp script
    select style svg template textarea title video
    """.split()  # noqa: SIM905  # one a line would fill two screens
)
"""Elements whose text is never part of an article."""
STRUCTURE = frozenset(("html", "body", "article", "main"))
"""Elements whose names speak of the page, not of what stands in them."""

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figure", "figcaption", "caption"), "caption"),
    "blockquote": "quotation",
}
ROLES = {
    **dict.fromkeys(("complementary", "contentinfo", "form", "search"), NAMED),
    **dict.fromkeys(("alert", "alertdialog", "dialog", "menu", "navigation", "tooltip"), LOUD),
}
"""WAI-ARIA roles of what stands beside."""
ACTS = {
    "listitem": "li",
    "list": "ul",
    "blockquote": "blockquote",
    "figure": "figure",
    "button": "button",
    "tab": "button",
    "menuitem": "button",
    "table": "table",
    "row": "tr",
    "cell": "td",
}
"""What elements with these roles are, whatever their tag."""
APART = frozenset(("div", "p", "table", "td"))
"""Elements that style makes quotations of, where it sets them in."""
NOTE_ROLES = frozenset(("doc-endnote", "doc-endnotes", "doc-footnote"))
TOLD = ("data-testid", "data-gu-name", "data-component", "data-qa")
"""Where sites whose classes are made by a machine name their elements."""
SAID = 1000
"""Characters of a class or an id that are looked at."""
HOME = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+)?")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
SLANTED = re.compile(r"font-size|font-style\s*:\s*(?:italic|oblique)", re.I)
Attributes = dict[str, str | None]


@dataclass(slots=True)
class Tree:
    """The elements of a page, numbered from 1 in document order; 0 stands above the root."""

    parents: array[int] = field(default_factory=lambda: array("I", [0]))
    tags: list[str] = field(default_factory=lambda: [""])
    acts: list[str] = field(default_factory=lambda: [""])
    """The tag that each element acts as: what its WAI-ARIA role says, or its own."""
    nths: array[int] = field(default_factory=lambda: array("I", [1]))
    """Which of its parent's children of this tag it is, from 1."""
    names: list[Names] = field(default_factory=lambda: [NOTHING])
    blocks: array[int] = field(default_factory=lambda: array("I", [0]))
    """For each element, the number of the nearest block-level one, itself included."""
    silent: bytearray = field(default_factory=lambda: bytearray(1))
    linked: bytearray = field(default_factory=lambda: bytearray(1))
    slanted: bytearray = field(default_factory=lambda: bytearray(1))
    """1 where the text is set apart from prose: in italics, or in small print."""
    heavy: bytearray = field(default_factory=lambda: bytearray(1))
    """1 where the text is bold."""
    ids: dict[str, int] = field(default_factory=dict)
    targets: dict[int, str] = field(default_factory=dict)
    """For each link within the page, the id it leads to."""
    addresses: dict[int, str] = field(default_factory=dict)
    """For each other link, the address as it is written."""
    homes: set[int] = field(default_factory=set)
    """The links to the front page."""
    times: dict[int, str] = field(default_factory=dict)
    """For each `time`, what it says to machines."""
    counts: dict[tuple[int, str], int] = field(default_factory=dict)

    def add(self, node: LexborNode, parent: int, indented: frozenset[str]) -> int:
        """Number a new element; `indented` are the classes that the page's style sets apart."""
        number, tag = len(self.tags), node.tag or ""
        # What is silent is numbered and no more: drawings have thousands of elements.
        attributes: Attributes = {} if self.silent[parent] else node.attributes
        names = _names(tag, attributes, indented) if attributes or tag == "time" else NOTHING
        acts = _acts(tag, attributes) if attributes else tag
        # To browsers, an element that they do not know is inline.
        inline = tag in INLINE or ("-" in tag and self.tags[self.blocks[parent]] in TEXTUAL)
        hiding = inline and names.beside == HIDING and tag != "a"
        block = not inline or names.kind == "caption"
        nth = self.counts[parent, tag] = self.counts.get((parent, tag), 0) + 1
        self.parents.append(parent)
        self.tags.append(tag)
        self.acts.append(acts)
        self.nths.append(nth)
        self.names.append(names if block else Names(kind=names.kind))
        self.blocks.append(number if block else self.blocks[parent])
        self.silent.append(self.silent[parent] or acts in SILENT or hiding)
        self.linked.append(self.linked[parent] or tag == "a")
        self.slanted.append(self.slanted[parent] or _is_slanted(tag, attributes))
        self.heavy.append(self.heavy[parent] or tag in ("b", "strong"))
        if attributes:
            self._anchor(number, tag, attributes)
        return number

    def _anchor(self, number: int, tag: str, attributes: Attributes) -> None:
        name = attributes.get("id") or (tag == "a" and attributes.get("name"))
        if name:
            self.ids.setdefault(name, number)
        if tag == "time" and attributes.get("datetime"):
            self.times[number] = attributes["datetime"] or ""
        target = attributes.get("href") if tag == "a" else None
        if tag == "a" and (attributes.get("rel") == "home" or HOME.fullmatch(target or "#")):
            self.homes.add(number)
        if target and target.startswith("#") and len(target) > 1:
            self.targets[number] = target[1:]
        elif target:
            self.addresses[number] = target

    def under(self, marks: bytearray) -> bytearray:
        """`marks`, of elements, handed down to all that stand in these."""
        for element, parent in enumerate(self.parents):  # a parent's number is the lower one
            if marks[parent]:
                marks[element] = marks[parent]
        return marks

    def summed(self, values: list[int]) -> list[int]:
        """`values`, of elements, added up with those of all that stand in each."""
        parents = self.parents
        for element in range(len(values) - 1, 0, -1):
            values[parents[element]] += values[element]
        return values


def _acts(tag: str, attributes: Attributes) -> str:
    """The tag that an element's role makes of it."""
    role = attributes.get("role")
    if not role or tag in SILENT:
        return tag
    if role == "heading":
        level = attributes.get("aria-level") or "2"
        return f"h{level}" if level in "123456" else "h6"
    return ACTS.get(role, tag)


def _names(tag: str, attributes: Attributes, indented: frozenset[str]) -> Names:
    """What an element's attributes say of it."""
    said = f"{(attributes.get('class') or '')[:SAID]} {(attributes.get('id') or '')[:SAID]}"
    for attribute in TOLD:
        value = attributes.get(attribute)
        said = f"{said} {value[:SAID]}" if value else said
    if "-" in tag:  # an element of AMP or of the site's own: <amp-sidebar>, <app-share-bar>
        said = f"{said} {tag}"
    names = named(said) if len(said) > 1 else NOTHING
    kind = names.kind
    if tag in STRUCTURE:
        names, kind = NOTHING, None
    role = attributes.get("role") or ""
    beside = max(names.beside, ROLES.get(role, 0))
    if _is_hidden(attributes):
        beside = HIDING
    elif attributes.get("aria-hidden") == "true" and not names.framed:
        beside = max(
            beside, NAMED
        )  # the page behind a dialog is hidden from readers, not from view
    if role in NOTE_ROLES:
        kind = "footnote"
    elif not kind or kind == "deck":
        kind = _property(tag, attributes) or kind
    if not kind and tag in APART and _is_indented(attributes, indented):
        kind = "quotation"
    return Names(beside, kind, names.framed)


def _property(tag: str, attributes: Attributes) -> BlockKind | None:
    """The kind that schema.org's names or a link's relation give."""
    said = attributes.get("itemprop") or attributes.get("rel") or ""
    if said == "author":
        return "byline"
    if tag == "time" or said.startswith("date"):
        return "dateline"
    return "caption" if said == "caption" else None


def _is_indented(attributes: Attributes, indented: frozenset[str]) -> bool:
    style = attributes.get("style")
    if style and sets_apart(style):
        return True
    names = attributes.get("class") if indented else None
    return bool(names) and not indented.isdisjoint((names or "").split())


def _is_slanted(tag: str, attributes: Attributes) -> bool:
    if tag in ("em", "i", "small"):
        return True
    style = attributes.get("style") if attributes else None
    return bool(style and SLANTED.search(style))


def _is_hidden(attributes: Attributes) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style and HIDDEN.search(style))
