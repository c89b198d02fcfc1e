"""Small valid office documents, written part by part, for a fuzzer to break."""

from __future__ import annotations

import io
import zipfile

from benchmarks.fuzz.samples import LINES, WRAPPED


def archive(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def docx() -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    def p(text: str, style: str = "Normal", more: str = "") -> str:
        run = f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>{more}'
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="720"/></w:pPr>{run}</w:p>'

    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    deleted = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    deleted += "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>one</w:t><w:tab/><w:br/></w:r></w:p>"
    )
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
        '<w:fldChar w:fldCharType="end"/></w:r><w:hyperlink><w:r><w:t>more</w:t></w:r>'
        "</w:hyperlink></w:p>"
    )
    table = f"<w:tbl><w:tr><w:tc>{p('Petrel')}</w:tc><w:tc>{p('31')}</w:tc></w:tr></w:tbl>"
    body = (
        p(LINES[0], "Title")
        + p(LINES[1])
        + p(LINES[2], more=note + deleted)
        + p(LINES[3], "Quote")
        + p("Log", "Heading1")
        + numbered
        + field
        + table
        + p("The quay", "Caption")
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{s}"><w:name w:val="{n}"/>'
        f'<w:basedOn w:val="Normal"/></w:style>'
        for s, n in (("Normal", "Normal"), ("Title", "Title"), ("Heading1", "heading 1"))
    )
    rel = f'<Relationship Id="r{{}}" Type="{office}/{{}}" Target="{{}}"/>'
    rels = f'<Relationships xmlns="{package}/relationships">{{}}</Relationships>'
    types = "".join(
        f'<Override PartName="/word/{n}.xml" ContentType="{word}.{t}+xml"/>'
        for n, t in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("footnotes", "footnotes"),
        )
    )
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">{types}</Types>',
            "_rels/.rels": rels.format(rel.format(1, "officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {w}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": rels.format(
                rel.format(1, "styles", "styles.xml") + rel.format(2, "footnotes", "footnotes.xml")
            ),
            "word/styles.xml": f"<w:styles {w}>{styles}</w:styles>",
            "word/footnotes.xml": f'<w:footnotes {w}><w:footnote w:id="2">{p("A letter.")}'
            "</w:footnote></w:footnotes>",
            "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferry</dc:title>'
            "<dc:creator>Ann Marsh</dc:creator></cp:coreProperties>",
        }
    )


def odt() -> bytes:
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = " ".join(f'xmlns:{n}="{name}{n}:1.0"' for n in ("office", "text", "table", "style"))
    note = (
        '<text:note text:id="f1" text:note-class="footnote">'
        "<text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>A letter.</text:p></text:note-body></text:note>"
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>"
        '<style:style style:name="P1" style:family="paragraph" '
        'style:parent-style-name="Quotations"/>'
        "</office:automatic-styles><office:body><office:text>"
        f'<text:h text:outline-level="1">{LINES[0]}</text:h><text:p>{LINES[1]}</text:p>'
        f'<text:p>{LINES[2]}{note}<text:s text:c="3"/><text:tab/><text:line-break/></text:p>'
        f'<text:p text:style-name="P1">{LINES[3]}</text:p><text:list><text:list-item>'
        f"<text:p>one</text:p>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell>"
        "<text:p>31</text:p>"
        "</table:table-cell></table:table-row></table:table></office:text></office:body>"
        "</office:document-content>"
    )
    meta = (
        f'<office:document-meta {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        "<dc:title>Ferry</dc:title><dc:date>2031-03-02T08:00:00</dc:date></office:meta>"
        "</office:document-meta>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return archive(
        {
            "mimetype": kind,
            "content.xml": content,
            "styles.xml": f"<office:document-styles {spaces}/>",
            "meta.xml": meta,
            "META-INF/manifest.xml": f'<manifest xmlns="{name}manifest:1.0"/>',
        }
    )


def epub() -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="o/b.opf" media-type="application/oebps-package+xml"/></rootfiles>'
        "</container>"
    )
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferry</dc:title>'
        "<dc:creator>Ann Marsh</dc:creator><dc:language>en</dc:language></metadata><manifest>"
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        "</manifest>"
        '<spine><itemref idref="a"/><itemref idref="b" linear="no"/></spine></package>'
    )
    space = "http://www.w3.org/1999/xhtml"
    chapter = f'<html xmlns="{space}"><body><h1>{{}}</h1><p>{LINES[2]}</p></body></html>'
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "o/b.opf": opf,
            "o/a.xhtml": chapter.format("One"),
            "o/b b.xhtml": chapter.format("Two"),
            "o/nav.xhtml": '<html><body><nav><ol><li><a href="a.xhtml">One</a></ol></nav></body>'
            "</html>",
        }
    )


def rtf() -> bytes:
    """With what press databases and word processors write."""
    return (
        r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1"
        r"\fcharset128 Mincho;}}"
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}{\info{\title Ferry}{\author "
        r"Ann Marsh}"
        r"{\creatim\yr2031\mo3\dy2}}\paperw12240{\header\pard The Courier\par}"
        + "\\pard\\s1\\b "
        + LINES[0]
        + "\\b0\\par\n\\pard\\li720\\ri720 \\'93No,\\'94 she said.\\u8212?\\line x\\~y\\_z\\-"
        + "\\tab\\emdash\\par\n"
        + "\\pard\\plain "
        + WRAPPED.encode("cp1252").decode("latin-1").replace("\n", "\\par\n")
        + r"{\footnote\pard \chftn A letter.\par}{\*\generator x;}{\field{\*\fldinst HYPERLINK "
        + r'"http://x.example"}{\fldrslt more}}{\pntext\bullet\tab}one\par\trowd\cellx1\intbl '
        + r"Petrel\cell 31\cell\row"
        + r"{\pict\pngblip 89504e47}{\v hidden}{\upr{a}{\*\ud{b\u9731?}}}\bin3 abc\par}"
    ).encode("latin-1", "replace")
