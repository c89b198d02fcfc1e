"""The formats that are read: one line each, in the order in which their marks are looked for.

What a file is, its bytes say; its name only tells kinds of text apart that look the same.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from quoth.errors import UnreadableInput

HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
FRAGMENT = re.compile(rb"</?(?:article|div|h1|main|meta|p|section|span|table|title)\b[^>]*>", re.I)

OBJECTS = re.compile(rb"\s*(?:\[\s*)?\{\s*(?:\"(?:[^\"\\]|\\.){0,200}\"\s*:|\})|\s*\[\s*\]")
"""JSON that begins with an object, or with nothing in brackets."""
JSON = (".json", ".jsonl", ".ndjson")
PARTED = re.compile(r"[,\t;|]")
NAME = re.compile(r"\w[\w.-]*(?: [\w.-]+)*")
COLUMNS = frozenset(
    """
    article author authors body byline content date full_text headline id language outlet published
    publisher section source text title url
    """.split()  # noqa: SIM905  # one a line would fill two screens
)
PACKED = (".gz", ".bz2", ".xz")

PROLOG = rb"\s*(?:(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)\s*)*"
NITF = re.compile(PROLOG + rb"<nitf\b", re.S)
ROOT = re.compile(PROLOG + rb"<((?:\w+:)?(?:rss|feed|RDF|urlset|sitemapindex)\b)", re.S | re.I)
"""The first element of XML that may be a feed, and the marks that it is one."""
FEED = re.compile(
    rb"rss\b|https?://(?:www\.w3\.org/2005/Atom|purl\.org/(?:atom|rss)|my\.netscape|www\.sitemaps\.org)",
    re.I,
)
JSON_FEED = re.compile(
    rb"\s*\{.*?(?:\"version\"\s*:\s*\"https?://(?:www\.)?jsonfeed\.org/"
    rb"|\"items\"\s*:\s*\[\s*\{.*?\"content_(?:html|text)\"\s*:)",
    re.S,
)
"""Who sorts the names in it puts the version last."""
PRESS = re.compile(
    rb"(?:^|[\r\n])(?:[ \t]*(?:Document \d+ of \d+|_{40})|(?:SE|HD|CLM)\s)"
    rb"|\b\d+ of \d+ DOCUMENTS?\b|ProQuest|Factiva|DOCFULL|[\s>][\d,]+ words\s*(?:[\r\n<]|$)"
    rb"|L(?:ENGTH|ength):[ \d]|Job Number:|End of Document|Load-Date:"
)
"""Words in the opening of press databases' exports; whether one is, `press` finds out."""
MARKDOWN = (".md", ".markdown", ".mdown")
HEADER = re.compile(rb"^([!-9;-~]+):", re.M)
HEADERS_END = re.compile(rb"\r?\n\r?\n")
OF_MAIL_ALONE = frozenset(
    b"content-type delivered-to message-id mime-version received return-path".split()
)
OF_MAIL = OF_MAIL_ALONE | frozenset(b"cc date from sender subject to".split())
SAVED = re.compile(rb"^From: [\"<]*Saved by", re.M)
MBOX = re.compile(rb"From (?:.*\d\d?:\d\d|-? ?\r?$)")

Test = Callable[[bytes, str], bool]
"""Whether a file with this opening (`source.OPENING` bytes) and this suffix is of a format."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format, the module in this folder that reads it, and how it is known.

    The module has `read(source, options)`, which yields documents, sources within this one, and
    failures, in their order, and runs in a process that can be ended; or, where `streamed`,
    `items(stream, options)`, which yields the same and takes bytes only as it needs them.
    """

    name: str
    module: str
    matches: Test
    streamed: bool = False


def begins(*marks: bytes) -> Test:
    """Known by the bytes that a file begins with."""
    return lambda opening, _: opening.startswith(marks)


def named(*suffixes: str) -> Test:
    """Known by nothing but the name."""
    return lambda _, suffix: suffix in suffixes


def packaged(_opening: bytes, _suffix: str) -> bool:
    """Known by what is in it: the ZIP opener says so."""
    return False


def _is_pdf(opening: bytes, _: str) -> bool:
    return b"%PDF-" in opening[:1024]


def _is_image(opening: bytes, _: str) -> bool:
    marks = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
    return opening.startswith(marks) or (opening[:4] == b"RIFF" and opening[8:12] == b"WEBP")


def _is_flat_odt(opening: bytes, _: str) -> bool:
    """OpenDocument as one XML file; the ZIP opener tells packages."""
    return b"<office:document" in opening and b"opendocument.text" in opening


def is_html(opening: bytes, suffix: str) -> bool:
    """Whether a file with this opening and suffix is HTML."""
    opening = _bare(opening)
    if not opening.startswith(b"<"):
        return False
    plain = suffix not in MARKDOWN
    fragments = len(FRAGMENT.findall(opening)) + 2 * (suffix in (".html", ".htm", ".xhtml"))
    return bool(HTML.search(opening) or (plain and fragments > 1))


def _headers(opening: bytes) -> set[bytes]:
    """The names of the mail headers that a file begins with."""
    head = HEADERS_END.split(opening.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    return {name.lower() for name in HEADER.findall(head)} if HEADER.match(head) else set()


def _bare(opening: bytes) -> bytes:
    """A file's first bytes without its mark and blanks, and, in UTF-16, its NULs."""
    return opening.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")


def _is_feed(opening: bytes, _: str) -> bool:
    opening = _bare(opening)
    root = ROOT.match(opening)
    return bool(root and FEED.search(opening, root.start(1))) or bool(JSON_FEED.match(opening))


def _is_nitf(opening: bytes, _: str) -> bool:
    return bool(NITF.match(_bare(opening)))


def _is_mail(opening: bytes, suffix: str) -> bool:
    names = _headers(opening)
    # A memo on paper has From, To, Date and Subject too.
    return len(names & OF_MAIL) > 1 and (suffix == ".eml" or bool(names & OF_MAIL_ALONE))


def _is_mhtml(opening: bytes, suffix: str) -> bool:
    names = _headers(opening)
    saved = b"snapshot-content-location" in names or bool(SAVED.search(opening))
    return bool(names & OF_MAIL_ALONE) and (saved or suffix in (".mht", ".mhtml"))


def _is_mbox(opening: bytes, _: str) -> bool:
    first, _end, following = opening.partition(b"\n")
    if not MBOX.match(first) or not (HEADER.match(following) or following[:5] == b">From"):
        return False
    return following[:1] == b">" or bool(_headers(following) & OF_MAIL)


def _is_tar(opening: bytes, _: str) -> bool:
    return opening[257:262] == b"ustar"  # POSIX.1-1988


def _is_json(opening: bytes, suffix: str) -> bool:
    opening = opening.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    records = OBJECTS.match(opening) or (suffix in JSON and opening.lstrip()[:1] in (b"[", b"{"))
    return bool(records)


def _is_csv(opening: bytes, suffix: str) -> bool:
    if suffix in (".csv", ".tsv"):
        return True
    # A first line of nothing but names, several of them such as texts in tables go by, and a
    # second one that is parted as often.
    text = opening.replace(b"\x00", b"").decode("utf-8-sig", "replace")
    first, _, rest = text.lstrip("\ufeff\ufffd").partition("\n")
    parted = PARTED.search(first)
    if not parted or not rest.strip():
        return False
    names = [name.strip('"').lower() for name in first.strip().split(parted[0])]
    usual = sum(name in COLUMNS for name in names)
    if usual < max(2, len(names) / 3) or not all(NAME.fullmatch(name) for name in names):
        return False
    try:
        second: list[str] = next(csv.reader(io.StringIO(rest), delimiter=parted[0]), [])
    except csv.Error:
        return False
    return len(second) == len(names)


def _is_press(opening: bytes, suffix: str) -> bool:
    """Text or HTML with the words of a press database's export."""
    other = _is_json(opening, suffix) or _is_csv(opening, suffix) or suffix in MARKDOWN
    return not other and bool(PRESS.search(opening.replace(b"\x00", b"")))


FORMATS = (
    Format("zip", "archives.zips", begins(b"PK\x03\x04", b"PK\x05\x06"), streamed=True),
    Format("docx", "office.docx", packaged),
    Format("odt", "office.odt", _is_flat_odt),
    Format("epub", "office.epub", packaged),
    Format("rtf", "office.rtf", begins(b"{\\rtf")),
    Format(
        "gzip, bzip2, xz",
        "archives.packed",
        begins(b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00"),
        streamed=True,
    ),
    Format("tar", "archives.tars", _is_tar, streamed=True),
    Format("warc", "archives.warc", begins(b"WARC/"), streamed=True),
    Format("parquet", "tables.parquet", begins(b"PAR1"), streamed=True),
    Format("pdf", "pdf.paper", _is_pdf),
    Format("image", "pdf.images", _is_image),
    Format("rss, atom, json feed", "feeds.feed", _is_feed),
    Format("nitf", "feeds.nitf", _is_nitf),
    Format("mbox", "mail.mbox", _is_mbox, streamed=True),
    Format("mhtml", "mail.mhtml", _is_mhtml),
    Format("mail", "mail.message", _is_mail),
    Format("nexis, factiva, proquest", "press.export", _is_press),
    Format("html", "html.page", is_html),
    Format("json, jsonl", "tables.rows", _is_json, streamed=True),
    Format("csv", "tables.rows", _is_csv, streamed=True),
    Format("markdown", "text.markdown", named(*MARKDOWN)),
    Format("text", "text.plain", lambda _opening, _suffix: True),
)

UNREADABLE = (
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document, or one with a password"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
WHAT_IS_READ = "`quoth formats` lists what is read"


def format_of(opening: bytes, name: str) -> Format:
    """The format of a file with this opening; raises `UnreadableInput`."""
    path = PurePath(name)
    suffix = PurePath(path.stem if path.suffix in PACKED else name).suffix.lower()
    for magic, what in UNREADABLE:
        if opening.startswith(magic):
            raise UnreadableInput(name, f"this is {what}, not text; {WHAT_IS_READ}")
    return next(each for each in FORMATS if each.matches(opening, suffix))


def format_named(name: str) -> Format:
    """The format that is called `name` in the table."""
    return next(each for each in FORMATS if each.name == name)
