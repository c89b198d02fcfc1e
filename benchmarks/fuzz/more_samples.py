"""Small valid tables, archives, feeds and exports of press databases, for a fuzzer to break."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
from functools import partial

from benchmarks.fuzz.office_samples import archive, docx
from benchmarks.fuzz.samples import LINES, PAGE, PAGED, WRAPPED, mail

ROWS = [
    {"id": number, "title": title, "date": "2031-03-02", "author": "Ann Marsh", "text": text}
    for number, (title, text) in enumerate(((LINES[0], WRAPPED), ("Log", LINES[2] * 3)))
]


def comma() -> bytes:
    file = io.StringIO()
    table = csv.DictWriter(file, list(ROWS[0]))
    table.writeheader()
    table.writerows(ROWS)
    return file.getvalue().encode()


def json_lines() -> bytes:
    return "\n".join(map(json.dumps, ROWS)).encode()


def parquet() -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    file = io.BytesIO()
    write_table(pyarrow.Table.from_pylist(ROWS), file)
    return file.getvalue()


def tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as made:
        for name, data in (("day/a.html", PAGE.encode()), ("b.txt", PAGED.encode())):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            made.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "../up"
        made.addfile(link)
    return file.getvalue()


def mixed_zip() -> bytes:
    return archive(
        {
            "day/a.html": PAGE,
            "b.txt": PAGED,
            "c.eml": mail(),
            "d.docx": docx(),
            "e.jsonl": json_lines(),
            "f.zip": archive({"g.md": "# Log\n\nNo."}),
            "h.txt.gz": gzip.compress(WRAPPED.encode(), mtime=0),
        }
    )


def warc() -> bytes:
    def record(kind: str, content: str, media: str) -> bytes:
        return (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://courier.example/ferry\r\n"
            f"WARC-Date: 2031-03-02T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: {media}\r\nContent-Length: {len(content.encode())}\r\n\r\n"
            f"{content}\r\n\r\n"
        ).encode()

    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Language: en\r\n"
    chunked = f"{head}Transfer-Encoding: chunked\r\n\r\n5\r\n<p>No\r\n0\r\n\r\n"
    whole = f"{head}Content-Length: {len(PAGE.encode())}\r\n\r\n{PAGE}"
    return b"".join(
        (
            record("warcinfo", "software: x\r\n", "application/warc-fields"),
            record("response", whole, "application/http; msgtype=response"),
            record("response", chunked, "application/http; msgtype=response"),
            record("conversion", PAGED, "text/plain"),
        )
    )


def packed_archives() -> list[bytes]:
    plain = tar(), warc(), WRAPPED.encode()
    packers = partial(gzip.compress, mtime=0), bz2.compress, lzma.compress
    return [packed(data) for data in plain for packed in packers]


RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Port Ellery Courier</title><link>http://courier.example/</link>
<language>en</language>
<item><title>{LINES[0]}</title><link>http://courier.example/ferry</link><dc:creator>Ann</dc:creator>
<pubDate>Tue, 04 Mar 2031 08:00:00 +0000</pubDate><guid>1</guid><description>Short.</description>
<content:encoded><![CDATA[<p>{LINES[2]}</p><blockquote>{LINES[3]}</blockquote>]]></content:encoded>
</item><item><title>Log</title><description>&lt;p&gt;{LINES[4]}&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title type="text">Courier</title><entry><title type="html">&lt;b&gt;Ferry</title><id>urn:1</id>
<link rel="alternate" href="http://courier.example/ferry"/><author><name>Ann</name></author>
<published>2031-03-02T08:00:00Z</published><updated>2031-03-03T08:00:00Z</updated>
<summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<h1>Ferry</h1><p>{LINES[2]}</p></div></content></entry><entry><title>Log</title>
<content type="html">&lt;p&gt;{LINES[4]}&lt;/p&gt;</content></entry></feed>"""
RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel><title>Courier</title></channel>
<item rdf:about="http://courier.example/ferry"><title>Ferry</title><description>{LINES[2]}
</description></item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Courier",
        "language": "en",
        "items": [
            {
                "id": "1",
                "title": "Ferry",
                "content_html": f"<p>{LINES[2]}",
                "authors": [{"name": "A"}],
            },
            {
                "id": "2",
                "content_text": WRAPPED,
                "date_published": "2031-03-02T08:00:00Z",
                "url": "x",
            },
        ],
    }
)

NEXIS = "".join(
    f"{number} of 2 DOCUMENTS\n\n\nPort Ellery Courier\n\nMarch 2, 2031 Sunday\n\n{LINES[0]}\n\n"
    f"BYLINE: Ann Marsh\n\nSECTION: NEWS; Pg. 1\n\nLENGTH: 120 words\n\nDATELINE: PORT ELLERY\n\n\n"
    f"{LINES[2]}\n\n{WRAPPED}\n\nLOAD-DATE: March 3, 2031\n\nLANGUAGE: ENGLISH\n\n"
    "Copyright 2031 Port Ellery Courier\nAll Rights Reserved\n\n\n"
    for number in (1, 2)
)
LEXIS = "".join(
    f"{LINES[0]}\nPort Ellery Courier\nMarch 2, 2031 Sunday\n\n\nCopyright 2031 Courier\n\n"
    f"Section: NEWS"
    f"\nLength: 120 words\nByline: Ann Marsh\n\nBody\n\n{WRAPPED}\n\nClassification\n\n"
    f"Language: ENGLISH"
    "\n\nLoad-Date: March 3, 2031\n\n\nEnd of Document\n\n"
    for _ in range(2)
)
FACTIVA = "".join(
    f"SE  News\nHD  {LINES[0]}\nBY  By Ann Marsh\nWC  120 words\nPD  2 March 2031\nET  08:00\n"
    f"SN  Port Ellery Courier\nSC  PEC\nPG  1\nLA  English\nCY  (c) 2031 Courier\nLP\n\n"
    f"{LINES[2]}\n\nTD\n\n"
    f"{WRAPPED}\n\nCO  petrel : Petrel\nIN  ferry\nAN  Document PEC000002031{n}\n\n\n"
    for n in (1, 2)
)
PROQUEST = "".join(
    "____________________________________________________________\n\n"
    f"Document {n} of 2\n\n{LINES[0]}\n\nAuthor: Marsh, Ann\n\nPublication info: Port Ellery "
    f"Courier ; "
    f"Port Ellery [Port Ellery]02 Mar 2031: A.1.\n\nAbstract: Short.\n\nFull text: {WRAPPED}\n\n"
    f"Title: {LINES[0]}\n\nPublication title: Courier\n\nPublication date: Mar 2, 2031\n\n"
    f"Language of "
    "publication: English\n\nDocument URL: http://x.example\n\nLast updated: 2031-03-03\n\n"
    for n in (1, 2)
)


def press_page() -> bytes:
    """The same as a page, as databases also write it."""
    lines = "".join(f"<p class=c1><span class=c2>{line}</span></p>" for line in NEXIS.split("\n"))
    factiva = "".join(
        f"<tr><td><b>{line[:2]}</b></td><td>{line[2:]}</td></tr>" for line in FACTIVA.split("\n")
    )
    return (
        f"<html><head><title>Factiva</title></head><body><div class='article enArticle'>"
        f"<table>{factiva}"
        f"</table></div><docfull>{lines}</docfull></body></html>"
    ).encode()
