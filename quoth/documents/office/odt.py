"""OpenDocument texts (ODT), packed or as one XML file, with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quoth.documents.archives.unpacking import LOCKED
from quoth.documents.office.odt_body import Body
from quoth.documents.office.odt_styles import NAMESPACE, OFFICE, Styles
from quoth.documents.office.packages import package, xml_root
from quoth.documents.office.paragraphs import document, stated
from quoth.documents.options import Options
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Document, Metadata

META = NAMESPACE.format("meta")
DC = "{http://purl.org/dc/elements/1.1/}"
NO_TEXT = "no text in this OpenDocument file; save it as a text document"


def read(source: Source, options: Options) -> Iterator[Document]:
    """The document in an ODT file; raises `UnreadableInput`."""
    roots = _roots(source, options)
    text = first_of(roots, f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise UnreadableInput(source.name, NO_TEXT)
    body = Body(text, Styles(roots))
    items = list(body.items())
    yield document(source.name, items, body.notes, _stated(first_of(roots, OFFICE + "meta")))


def _roots(source: Source, options: Options) -> list[Element]:
    """Content, styles and properties, which one file may hold together."""
    if not source.data.startswith(b"PK"):
        return [xml_root(source.data, source.name, "document")]
    parts = package(source, options.limits)
    if b"encryption-data" in (parts.part("META-INF/manifest.xml") or b""):
        raise UnreadableInput(source.name, LOCKED)
    roots = (parts.xml(name) for name in ("content.xml", "styles.xml", "meta.xml"))
    return [root for root in roots if root is not None]


def first_of(roots: list[Element], path: str) -> Element | None:
    """The first element at a path below any of the roots."""
    return next((found for root in roots if (found := root.find(path)) is not None), None)


def _stated(meta: Element | None) -> Metadata:
    if meta is None:
        return Metadata()
    return stated(
        meta.findtext(DC + "title"),
        [meta.findtext(META + "initial-creator") or meta.findtext(DC + "creator")],
        meta.findtext(META + "creation-date"),
        meta.findtext(DC + "date"),
        meta.findtext(DC + "language"),
    )
