"""EPUB books: their chapters, in the order of the spine, as one document (EPUB 3.3, OPF 2.0.1)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser

from quoth.documents.archives.unpacking import LOCKED
from quoth.documents.encodings import decode
from quoth.documents.html import whole as html_whole
from quoth.documents.joined import headed
from quoth.documents.metadata import found
from quoth.documents.office.epub_notes import Chapter, book
from quoth.documents.office.packages import Package, package
from quoth.documents.office.paragraphs import stated
from quoth.documents.options import Options
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Document, Metadata

CONTAINER = "META-INF/container.xml"
ROOTFILE = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
CIPHER = "{http://www.w3.org/2001/04/xmlenc#}CipherReference"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
CONTENTS = ("toc", "cover")
"""What the guide of an older book calls its contents and its cover."""
FEWEST, LINKED = 3, 0.5
"""A list of contents has so many links, and they are so much of its text."""
NO_BOOK = "no book in this EPUB file; get or save it again"
NO_CHAPTERS = "no chapter of this book is in its EPUB file; get or save it again"
EMPTY = re.compile(r"""<([a-zA-Z][\w:.-]*+)((?:[^<>"'/]++|/(?!>)|"[^"<]*+"|'[^'<]*+')*+)/>""")
"""An element that XML closes at once; HTML would read on to the end of the file."""
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905


def read(source: Source, options: Options) -> Iterator[Document]:
    """The document that a book is; raises `UnreadableInput`."""
    parts = package(source, options.limits)
    opf = _opf(parts)
    root = parts.xml(opf) if opf else None
    if opf is None or root is None:
        raise UnreadableInput(source.name, NO_BOOK)
    paths = [path for path in _spine(root, opf) if path in parts.names]
    if not paths:
        raise UnreadableInput(source.name, NO_CHAPTERS)
    if _locked(parts) & set(paths):
        raise UnreadableInput(source.name, LOCKED)
    chapters = [_chapter(parts, path) for path in paths]
    chapters = [chapter for chapter in chapters if not _is_list(chapter)]
    yield headed(book(source.name, chapters, _stated(root)), opf)


def _opf(parts: Package) -> str | None:
    """The part that describes the book."""
    container = parts.xml(CONTAINER)
    root = container.find(f".//{ROOTFILE}") if container is not None else None
    named = posixpath.normpath(root.get("full-path", "")) if root is not None else None
    others = (name for name in sorted(parts.names) if name.endswith(".opf"))
    return named if named in parts.names else next(others, None)


def _spine(root: Element, opf: str) -> Iterator[str]:
    """The chapters in reading order, each once, without contents and cover."""
    items = {item.get("id"): item for item in root.iter(OPF + "item")}
    guide = (each.get("href", "") for each in root.iter(OPF + "reference") if _is_contents(each))
    seen = {_path(opf, href) for href in guide if "#" not in href}
    for reference in root.iter(OPF + "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in TYPES:
            continue
        path = _path(opf, item.get("href", ""))
        if path not in seen and "nav" not in item.get("properties", "").split():
            yield path
        seen.add(path)


def _is_contents(reference: Element) -> bool:
    return reference.get("type") in CONTENTS


def _path(opf: str, href: str) -> str:
    """The part that a reference from another leads to; one that climbs out names none."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(opf), unquote(href.split("#")[0])))


def _locked(parts: Package) -> set[str]:
    """The parts that are encrypted; fonts often are in books that are not."""
    root = parts.xml("META-INF/encryption.xml")
    locked = root.iter(CIPHER) if root is not None else ()
    return {posixpath.normpath(unquote(each.get("URI", ""))) for each in locked}


def _chapter(parts: Package, path: str) -> Chapter:
    text = EMPTY.sub(_closed, decode(parts.part(path) or b""))
    return Chapter(path, text, html_whole.document(text, path))


def _is_list(chapter: Chapter) -> bool:
    """Whether a chapter is links to others, as a list of contents is."""
    if chapter.text.count("href") < FEWEST:
        return False
    links = LexborHTMLParser(chapter.text).css("a[href]")
    linked = sum(len(link.text().strip()) for link in links)
    return len(links) >= FEWEST and linked > LINKED * len(chapter.document.text)


def _closed(match: re.Match[str]) -> str:
    tag, attributes = match.groups()
    return match[0] if tag.lower() in VOID else f"<{tag}{attributes}></{tag}>"


def _stated(root: Element) -> Metadata:
    """What the book says of itself."""
    metas = {meta.get("property"): meta.text for meta in root.iter(OPF + "meta")}
    dates = {date.get(OPF + "event", "publication"): date.text for date in root.iter(DC + "date")}
    said = stated(
        _first(root, "title"),
        [creator.text or "" for creator in root.iter(DC + "creator")],
        dates.get("publication"),
        metas.get("dcterms:modified") or dates.get("modification"),
        _first(root, "language"),
    )
    return replace(said, outlet=found(_first(root, "publisher"), "properties"))


def _first(root: Element, tag: str) -> str | None:
    return next((each.text for each in root.iter(DC + tag) if each.text), None)
