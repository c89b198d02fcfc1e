"""Word documents (DOCX): what a reader sees when all tracked changes are accepted.

Read from its parts (ECMA-376) rather than through python-docx, which leaves out notes, text boxes
and what changes and fields do to the text.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quoth.documents.office.docx_body import Body
from quoth.documents.office.docx_styles import Styles, W
from quoth.documents.office.packages import Package, package
from quoth.documents.office.paragraphs import Paragraph, document, stated
from quoth.documents.options import Options
from quoth.documents.press.export import split
from quoth.documents.source import Source
from quoth.errors import UnreadableInput
from quoth.records import Document, Metadata

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
NO_BODY = "no text part in this Word document; save it again in Word"
NOTES = ("footnotes", "endnotes")


def read(source: Source, options: Options) -> Iterator[Document | Source]:
    """The document in a DOCX file, or the page that it only wraps; raises `UnreadableInput`."""
    parts = package(source, options.limits)
    main = _related(parts, "").get("officeDocument", "word/document.xml")
    root = parts.xml(main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise UnreadableInput(source.name, NO_BODY)
    related = _related(parts, main)
    styles = Styles(_part(parts, related, "styles"))
    notes: dict[str, list[Paragraph]] = {}
    for kind in NOTES:
        notes |= _notes(_part(parts, related, kind), kind, styles)
    wrapped = related.get("aFChunk", "")
    if body.find(W + "p") is None and (chunk := parts.part(wrapped)):
        yield source.inside(f"!/{wrapped}", chunk, part=wrapped)
        return
    core = _related(parts, "").get("core-properties", "docProps/core.xml")
    items = Body(body, styles).items()
    yield from split(document(source.name, items, notes, _stated(parts.xml(core))))


def _related(parts: Package, part: str) -> dict[str, str]:
    """The parts that a part (or the package, by no name) refers to, by their kinds."""
    folder, file = posixpath.split(part)
    root = parts.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
    found: dict[str, str] = {}
    for relation in root.iter(RELATION) if root is not None else ():
        if relation.get("TargetMode") != "External":
            target = posixpath.join("/" + folder, relation.get("Target", ""))
            kind = relation.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, posixpath.normpath(target).lstrip("/"))
    return found


def _part(parts: Package, related: dict[str, str], kind: str) -> Element | None:
    return parts.xml(related[kind]) if kind in related else None


def _notes(root: Element | None, part: str, styles: Styles) -> dict[str, list[Paragraph]]:
    """The paragraphs of each note in a part, by its key."""
    if root is None:
        return {}
    body = Body(root, styles, part)
    return {f"{part}:{note.get(W + 'id')}": body.paragraphs(note) for note in root}


def _stated(core: Element | None) -> Metadata:
    if core is None:
        return Metadata()
    creator = core.findtext(DC + "creator")
    # The library's template was made long before anything that is written with it.
    created = None if creator == "python-docx" else core.findtext(TERMS + "created")
    return stated(
        core.findtext(DC + "title"),
        [creator],
        created,
        core.findtext(TERMS + "modified"),
        core.findtext(DC + "language"),
    )
