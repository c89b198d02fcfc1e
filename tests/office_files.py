"""Office documents that tests make, part by part."""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from quoth.documents import open_documents
from quoth.documents.roles import shown
from quoth.records import Document

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP archive; a member `mimetype` is stored, as OpenDocument and EPUB ask for."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return file.getvalue()


def word_part(tag: str, content: str) -> str:
    """A part of a Word document with this root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {SPACES}>{content}</w:{tag}>'


def docx(body: str, core: str = "", **parts: str) -> bytes:
    """A Word document with this body; `parts` are `styles`, `footnotes`, `endnotes`."""
    relations = {name: f'Type="{RELATIONS}/{name}" Target="{name}.xml"' for name in parts}
    top = {
        "m": f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"',
        "c": f'Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"',
    }
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": _relations(top),
            "word/document.xml": word_part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": _relations(relations),
            "docProps/core.xml": (
                '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
                'xmlns:dcterms="http://purl.org/dc/terms/" '
                f'xmlns:cp="{PACKAGE}/metadata/core-properties">{core}</cp:coreProperties>'
            ),
            **{f"word/{name}.xml": word_part(name, content) for name, content in parts.items()},
        }
    )


def _relations(named: dict[str, str]) -> str:
    inner = "".join(f'<Relationship Id="{n}" {rest}/>' for n, rest in named.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of a Word document in one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of a Word document."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_SPACES = " ".join(
    f'xmlns:{short}="{ODF}{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("meta", "meta"),
        ("fo", "xsl-fo-compatible"),
    )
)
ODF_SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odf_part(tag: str, content: str, attributes: str = "") -> str:
    """A part of an OpenDocument file with this root element."""
    opening = f"office:{tag} {ODF_SPACES} {attributes}"
    return f'<?xml version="1.0" encoding="UTF-8"?><{opening}>{content}</office:{tag}>'


def odt(text: str, styles: str = "", automatic: str = "", meta: str = "") -> bytes:
    """An OpenDocument text with this body."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{text}</office:text></office:body>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": odf_part("document-content", content),
            "styles.xml": odf_part("document-styles", f"<office:styles>{styles}</office:styles>"),
            "meta.xml": odf_part("document-meta", f"<office:meta>{meta}</office:meta>"),
        }
    )


def the_one(data: bytes, name: str = "x") -> Document:
    """The document in these bytes."""
    (document,) = open_documents(data, name)
    assert isinstance(document, Document), document
    return document


def structure(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind, shown(document.text, block)) for block in document.blocks]


def places(document: Document) -> Iterator[tuple[int | None, str | None]]:
    """Paragraph and part of the start of each block."""
    for number, block in enumerate(document.blocks):
        place = document.layout.place(block.spans[0], number)
        yield place.paragraph, place.part
