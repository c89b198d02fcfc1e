"""An HTML page as a tree of numbers and a run of pieces: the text between block boundaries."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quoth.records import BlockKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark
    meter q rp rt ruby s samp small span strike strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905  # one a line would fill two screens
)
SILENT = frozenset(
    """
    audio button canvas dialog head iframe input label math menu nav noscript object optgroup option
    rp script select style svg template textarea title video
    """.split()  # noqa: SIM905  # one a line would fill two screens
)
"""Elements whose text is never part of an article."""

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quotation",
}
BESIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|recirc\w*|share|sharing|social|comments?|disqus\w*"
    r"|newsletter|promo\w*|sidebar|breadcrumbs?|cookie\w*|advert\w*|ads?|sponsor\w*|subscri\w*"
    r"|signup|popular|trending|most|tags?|menu|nav|navigation|footer|outbrain|taboola|widget"
    r"|more|also|hidden|toolbar|copyright|login|poll|sr-only|screen-reader-text)(?:$|[\s_-])",
    re.I,
)
"""Words in a class or id that mean: this stands beside the article."""
BELOW = re.compile(
    r"(?:^|[\s_-])(?:footer|comments?|disqus\w*|cookies?|copyright)(?:$|[\s_-])", re.I
)
"""Words that mean it all but surely."""
EMBEDDED = re.compile(r"embed|tweet|instagram|quote", re.I)
"""Words that mean: this is somebody's post or words, shown in the article."""
QUOTED = re.compile(
    r"(?:^|[\s_-])(?:block-?quote|quotation|cit|cite|citation|excerpt)(?:$|\s)", re.I
)
BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|authors?)(?:$|[\s_-])", re.I)
DATELINE = re.compile(
    r"(?:^|[\s_-])(?:dateline|date|pubdate|published|timestamp|datetime)(?:$|[\s_-])", re.I
)
HIDDEN = re.compile(r"display\s*:\s*none", re.I)
BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n")
WHITE = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Piece:
    """Text with no block boundary in it: its runs, each with the number of its element."""

    element: int
    runs: list[tuple[str, int]] = field(default_factory=list)
    linked: int = 0
    """So many of its characters are links."""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


@dataclass(slots=True)
class Tree:
    """The elements of a page, numbered from 1 in document order; 0 stands above the root."""

    parents: array[int] = field(default_factory=lambda: array("I", [0]))
    tags: list[str] = field(default_factory=lambda: [""])
    steps: list[str] = field(default_factory=lambda: [""])
    kinds: list[BlockKind] = field(default_factory=lambda: ["paragraph"])
    blocks: array[int] = field(default_factory=lambda: array("I", [0]))
    """For each element, the number of the nearest block-level one, itself included."""
    silent: bytearray = field(default_factory=lambda: bytearray(1))
    linked: bytearray = field(default_factory=lambda: bytearray(1))
    beside: bytearray = field(default_factory=lambda: bytearray(1))
    """1 where the element itself says that it stands beside the article, 2 where it does loudly."""

    def add(self, node: LexborNode, parent: int, counts: dict[tuple[int, str], int]) -> int:
        """Number a new element."""
        number, tag = len(self.tags), node.tag or ""
        nth = counts[parent, tag] = counts.get((parent, tag), 0) + 1
        attributes = node.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        self.parents.append(parent)
        self.tags.append(tag)
        self.steps.append(tag if tag in ("html", "body") else f"{tag}:nth-of-type({nth})")
        self.blocks.append(self.blocks[parent] if tag in INLINE else number)
        self.silent.append(self.silent[parent] or tag in SILENT or _is_hidden(attributes))
        self.linked.append(self.linked[parent] or tag == "a")
        self.beside.append(self._stands_beside(tag, names, parent))
        self.kinds.append(self._kind(tag, names, attributes, parent))
        return number

    def _stands_beside(self, tag: str, names: str, parent: int) -> int:
        if tag in ("html", "body", "article", "main", "p") or tag in INLINE:
            return 0
        if tag in ("aside", "footer"):
            return self.kinds[parent] != "quotation"  # there it says whose words they are
        if EMBEDDED.search(names):
            return 0
        return 2 if BELOW.search(names) else int(bool(BESIDE.search(names)))

    def _kind(
        self, tag: str, names: str, attributes: dict[str, str | None], parent: int
    ) -> BlockKind:
        above = self.kinds[parent]
        if above in ("quotation", "caption"):
            return above
        kind = KINDS.get(tag)
        if kind:
            return kind
        if tag in ("div", "p", "section") and QUOTED.search(names):
            return "quotation"
        if above in ("byline", "dateline"):
            return above
        if tag in ("html", "body", "article", "main", "section"):
            return above
        property_ = attributes.get("itemprop") or attributes.get("rel") or ""
        if property_ == "author" or BYLINE.search(names):
            return "byline"
        if tag == "time" or property_.startswith("date") or DATELINE.search(names):
            return "dateline"
        return above


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(HIDDEN.search(attributes.get("style") or ""))
    )


def pieces(parser: LexborHTMLParser) -> tuple[Tree, list[Piece]]:
    """The elements of a page, and its text in document order without what is silent."""
    tree, found = Tree(), Pieces()
    numbers: dict[int, int] = {}
    counts: dict[tuple[int, str], int] = {}
    root = parser.root
    for node in root.traverse(include_text=True) if root else ():
        above = node.parent
        parent = numbers.get(above.mem_id, 0) if above else 0
        if node.is_element_node:
            number = numbers[node.mem_id] = tree.add(node, parent, counts)
            if node.tag == "br":
                found.breaks += 1
            elif tree.blocks[number] == number:
                found.boundary()
        elif node.is_text_node and not tree.silent[parent]:
            found.text(tree, parent, node.text_content or "")
    found.boundary()
    return tree, found.done


class Pieces:
    """Gathers runs of text into pieces; a boundary, or two line breaks, ends one."""

    def __init__(self) -> None:
        self.done: list[Piece] = []
        self.breaks = 0
        self.current: Piece | None = None

    def boundary(self) -> None:
        """End the piece at hand."""
        if self.current and self.current.runs:
            last, element = self.current.runs[-1]
            self.current.runs[-1] = (last.rstrip(), element)
            self.done.append(self.current)
        self.current, self.breaks = None, 0

    def text(self, tree: Tree, element: int, text: str) -> None:
        """Take in the text of one text node."""
        if self.current and tree.blocks[element] != self.current.element:
            self.boundary()
        if tree.tags[tree.blocks[element]] == "pre" and BLANK_LINE.search(text):
            for part in BLANK_LINE.split(text):
                self.boundary()
                self._run(tree, element, part)
        else:
            self._run(tree, element, text)

    def _run(self, tree: Tree, element: int, text: str) -> None:
        text = WHITE.sub(" ", text)
        bare = text.strip()
        if self.breaks > 1 and bare:
            self.boundary()
        runs = self.current.runs if self.current else []
        if not runs or runs[-1][0].endswith((" ", "\n")) or self.breaks:
            text = text.lstrip(" ")
        if self.breaks and bare and runs:
            text = "\n" + text
        if bare:
            self.breaks = 0
        if not text or (not bare and not runs):
            return
        if self.current is None:
            self.current = Piece(tree.blocks[element])
        self.current.runs.append((text, element))
        self.current.linked += len(bare) if tree.linked[element] else 0
