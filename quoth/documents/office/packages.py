"""Office documents that are ZIP archives: which kind one is, and its parts."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree
from zipfile import ZipFile

from quoth.documents.archives.unpacking import opened, unpacked
from quoth.documents.options import Limits
from quoth.documents.source import Source
from quoth.errors import UnreadableInput

OPENDOCUMENT = b"application/vnd.oasis.opendocument."
OTHERS = {
    "xl": "a spreadsheet",
    "ppt": "a presentation",
    "visio": "a drawing",
    "spreadsheet": "a spreadsheet",
    "presentation": "a presentation",
    "graphics": "a drawing",
    "chart": "a chart",
    "formula": "a formula",
    "image": "a picture",
    "database": "a database",
}
"""Top folders in Microsoft's packages, and how the types of OpenDocument's begin."""
TOP = "[Content_Types].xml"
BROKEN = "its part {} is broken ({}); save the document again"


def office_kind(names: Iterable[str], mimetype: bytes | None) -> str | None:
    """The name in the table of formats of the package with these members, or None.

    `mimetype` is what the member of that name holds, with which OpenDocument and EPUB begin.
    """
    members = set(names)
    if mimetype and mimetype.startswith(OPENDOCUMENT + b"text"):
        return "odt"
    if mimetype and mimetype.startswith(b"application/epub+zip"):
        return "epub"
    if TOP in members and any(name.startswith("word/") for name in members):
        return "docx"
    if mimetype is None and "META-INF/container.xml" in members:
        return "epub"
    if mimetype is None and {"content.xml", "META-INF/manifest.xml"} <= members:
        return "odt"
    return None


def other_kind(names: Iterable[str], mimetype: bytes | None) -> str | None:
    """What an office package is that is no text: `a spreadsheet`; None where it is none."""
    if mimetype and mimetype.startswith(OPENDOCUMENT):
        kind = mimetype.removeprefix(OPENDOCUMENT).decode("ascii", "replace")
        return next((what for word, what in OTHERS.items() if kind.startswith(word)), None)
    members = set(names)
    if any(name.endswith(".iwa") for name in members):
        return "a document of Apple's iWork"
    folders = {name.partition("/")[0] for name in members} if TOP in members else set()
    return next((what for word, what in OTHERS.items() if word in folders), None)


@dataclass(slots=True)
class Package:
    """An open package; all that is taken out of it counts against the limit of one document."""

    name: str
    archive: ZipFile = field(repr=False)
    limits: Limits
    names: frozenset[str] = field(repr=False)
    taken: int = 0

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None where there is none of that name."""
        if name not in self.names:
            return None
        data = unpacked(self.archive, name, self.limits, self.name, self.taken)
        self.taken += len(data)
        return data

    def xml(self, name: str) -> ElementTree.Element | None:
        """The root element of a part, or None; raises `UnreadableInput` as `xml_root` does."""
        data = self.part(name)
        return None if data is None else xml_root(data, self.name, name)


def xml_root(data: bytes, name: str, part: str) -> ElementTree.Element:
    """The root element of XML; raises `UnreadableInput` where it is not well-formed.

    Expat fetches nothing, knows no entities but those the part declares itself, and gives up where
    these multiply what is in the file.
    """
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # or an odd encoding
        raise UnreadableInput(name, BROKEN.format(part, error)) from None


def package(source: Source, limits: Limits) -> Package:
    """The package that `source` is; raises `UnreadableInput` where it is no whole archive."""
    archive = opened(io.BytesIO(source.data), source.name)
    return Package(source.name, archive, limits, frozenset(archive.namelist()))
