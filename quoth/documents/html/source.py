"""The source of a web page, made fit for the parser: decoded, and not nested beyond all use."""

from __future__ import annotations

import codecs
import re

from quoth.documents.encodings import decode
from quoth.documents.source import OPENING, Source
from quoth.errors import UnreadableInput

CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
SAME = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
}
"""What browsers take these encodings for (WHATWG Encoding Standard)."""
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)[^<>]*>")
TEMPLATE = re.compile(r"<template\b([^<>]*)>|</template\s*>", re.I)
ATTRIBUTE = re.compile(r"""[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""")
UNCOUNTED = frozenset(
    """
    area base br col dd dt embed hr img input li link meta option p param rp rt source tbody td
    tfoot th thead tr track wbr
    """.split()  # noqa: SIM905  # one a line would fill a screen
)
"""Tags without an end, or whose end may be left out."""
TAGS = 3_000_000
"""A page with more would take the parser's whole time and memory."""
MANY = 6_000
"""A page with fewer tags is parsed fast enough, however they are nested."""
DEEPEST = 500
"""Elements in one another; browsers stop near here too."""
LONG, ATTRIBUTES = 20_000, 200
"""A tag longer than so many characters keeps so many attributes: they are compared in pairs."""


def text_of(source: Source) -> str:
    """The source text of a page, as the parser takes it; raises `UnreadableInput`."""
    text = decoded(source.data, source.declared or charset_of(source.opening))
    if text.count("<") > TAGS:
        raise UnreadableInput(
            source.name, f"more than {TAGS:,} tags; split it into its pages first"
        )
    return prepared(text)


def decoded(data: bytes, declared: str | None) -> str:
    """The text in `data`, of which a few bytes may be in another encoding than the rest.

    Pages are put together from parts, and cut off inside a character.
    """
    if b"\x00" in data[:OPENING]:  # UTF-16 and UTF-32 are full of them
        return decode(data, declared)
    try:
        return codecs.getincrementaldecoder("utf-8-sig")().decode(data)
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8-sig", "replace")
    wrong = text.count("\ufffd")
    right = sum(map(len, BEYOND_ASCII.findall(text))) - wrong
    # Bytes of other encodings fit the pattern of UTF-8 by chance only, and seldom.
    return data.decode("utf-8-sig", "western") if 2 * wrong < right else decode(data, declared)


def charset_of(opening: bytes) -> str | None:
    """The encoding that a page claims for itself in its first bytes."""
    match = CHARSET.search(opening)
    charset = match.group(1).decode().lower() if match else None
    return SAME.get(charset, charset) if charset else None


def prepared(text: str) -> str:
    """`text` without what would take the parser more than linear time, or end it early."""
    if "\x00" in text:  # the parser ends a text there
        text = text.replace("\x00", "\ufffd")
    if "shadowroot" in text:
        text = _with_shadows(text)
    if text.count("<") > MANY:
        text = _flattened(text)
    if any(len(part) > LONG for part in text.split("<")):
        text = "<".join(_shortened(part) for part in text.split("<"))
    return text


def _with_shadows(text: str) -> str:
    """`text` with declarative shadow roots as elements, so that what is drawn is read."""
    parts: list[str] = []
    shadows: list[bool] = []
    at = 0
    for match in TEMPLATE.finditer(text):
        opens = match.group(1)
        if opens is not None:
            shadow = "shadowroot" in opens.lower()
            shadows.append(shadow)
            tag = "<shadow-root>"
        else:
            shadow = bool(shadows) and shadows.pop()
            tag = "</shadow-root>"
        if shadow:
            parts += (text[at : match.start()], tag)
            at = match.end()
    return "".join((*parts, text[at:]))


def _flattened(text: str) -> str:
    """`text` without the tags that stand deeper than any page needs; their text stays."""
    parts: list[str] = []
    at = depth = dropped = 0
    for match in TAG.finditer(text):
        ends, name = match.groups()
        if name.lower() in UNCOUNTED:
            continue
        if not ends and depth < DEEPEST:
            depth += 1
        elif ends and not dropped:
            depth = max(depth - 1, 0)
        else:
            dropped += -1 if ends else 1
            parts.append(text[at : match.start()])
            at = match.end()
    return "".join((*parts, text[at:]))


def _shortened(part: str) -> str:
    """What follows a `<`, with no more attributes than a page needs."""
    if len(part) <= LONG or not part[:1].isalpha():
        return part
    end = part.find(">")
    end = len(part) if end < 0 else end
    if end <= LONG:
        return part
    said = ATTRIBUTE.findall(part[:end])
    if len(said) <= ATTRIBUTES:
        return part
    return " ".join(said[:ATTRIBUTES]) + part[end:]
