"""The links in an article, and the lines beside it that say where it is from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from quoth.documents.html.page import taken
from quoth.documents.html.tree import Tree
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Document, Span

ORIGIN = re.compile(
    r"(?:sources?|via|agency|agencies|credits?"
    r"|with (?:material|reporting|reports|files) (?:from|by)"
    r"|originally published (?:by|in|on|at)|(?:this article )?(?:first )?appeared (?:in|on))\b",
    re.I,
)
"""How a line begins that tells where an article is from."""
LINE = 120
"""No such line has more characters."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    words: str
    address: str
    span: Span | None
    """Where they stand in the document's text; None for a line beside it."""


def links(document: Document) -> tuple[Link, ...]:
    """The links of an HTML page in its article, and in lines beside it that say whence it is.

    The page is read again: a document does not keep its links. Other formats have none here, nor
    has a document without its original.
    """
    if document.original is None or b"<a" not in document.original.lower():
        return ()
    try:
        page, chosen, put, _ = taken(Source(document.name, document.original))
    except UnreadableInput:
        return ()
    if put.text != document.text:  # a mail or a feed, in which the page is a part
        return ()
    own = document.metadata.address.value if document.metadata.address else ""
    found: list[Link] = []
    for start, end, element, _ in put.runs:
        if address := _address(page.tree, element, own):
            words = put.text[start:end]
            found.append(Link(words, address, Span(start, end)))
    read = {piece.number for piece, _ in chosen}
    for piece in page.pieces:
        if piece.number in read or len(piece.text) > LINE or not ORIGIN.match(piece.text.strip()):
            continue
        for words, element in piece.runs:
            if address := _address(page.tree, element, own):
                found.append(Link(words, address, None))
    return tuple(found)


def _address(tree: Tree, element: int, own: str) -> str | None:
    """The address that the link which holds an element leads to, as a whole."""
    while element and tree.linked[element]:
        if element in tree.addresses:
            try:
                address = urljoin(own, tree.addresses[element].strip())
            except ValueError:  # "http://[": no address
                return None
            return address if address.startswith(("http://", "https://")) else None
        element = tree.parents[element]
    return None
