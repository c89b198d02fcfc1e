"""What kind of file some bytes are: found from the bytes first, from the name only at the end."""

from __future__ import annotations

import re
from pathlib import PurePath

from quoth.errors import UnreadableInput

HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
FRAGMENT = re.compile(rb"<(?:article|div|h1|main|meta|p|section|span|table|title)\b[^>]*>", re.I)
OPENING = 2048
"""So many bytes decide whether a file is HTML."""

BY_EXTENSION = {".md": "markdown", ".markdown": "markdown", ".mdown": "markdown"}
"""Module for a name's extension; all other text is plain."""

UNREADABLE = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound or image file"),
)
WHAT_IS_READ = "give it as plain text, Markdown, HTML or PDF"


def module_for(data: bytes, name: str) -> str:
    """Name of the module in this folder that reads `data`; raises `UnreadableInput`."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for magic, what in UNREADABLE:
        if data.startswith(magic):
            raise UnreadableInput(name, f"this is {what}, not text; {WHAT_IS_READ}")
    module = BY_EXTENSION.get(PurePath(name).suffix.lower(), "plain")
    # Without its NULs and its mark, UTF-16 shows its tags too.
    opening = data[:OPENING].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")
    if opening.startswith(b"<"):
        if HTML.search(opening):
            return "html"
        if module == "plain" and FRAGMENT.search(opening):
            return "html"
    return module
