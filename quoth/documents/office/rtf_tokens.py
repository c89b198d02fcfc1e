"""RTF as a run of tokens, and its characters in the code pages that its fonts name."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

TOKEN = re.compile(
    r"([^\\{}]+)"  # text
    r"|\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?"  # a control word, its number, the space that ends it
    r"|\\'([0-9a-fA-F]{2})"  # a byte
    r"|\\([^a-zA-Z'])"  # a control symbol
    r"|([{}])"
    r"|\\",
    re.DOTALL,
)
LINE_ENDS = str.maketrans("", "", "\r\n\x00")

SYMBOLS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "~": "\xa0",
    "-": "\xad",
    "_": "-",
    "\\": "\\",
    "{": "{",
    "}": "}",
}
"""What control words and symbols stand for."""

PAGES = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""The code page of each character set that a font may name (RTF 1.9.1, `\\fcharset`)."""
SETS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""The code pages of the words that name that of a whole file."""


def tokens(data: str) -> Iterator[tuple[str, str, int | None]]:
    """Kind (`text`, `word`, `byte`, `symbol`, `group`), value and number of each token.

    `data` holds a byte in each character. What `\\bin` counts is passed over, whatever it holds.
    """
    at = 0
    while match := TOKEN.match(data, at):
        at = match.end()
        text, word, number, byte, symbol, brace = match.groups()
        if text:
            yield "text", text.translate(LINE_ENDS), None
        elif word:
            value = None if number is None else int(number)
            if word == "bin":
                at += max(value or 0, 0)
            yield "word", word, value
        elif byte:
            yield "byte", chr(int(byte, 16)), None
        elif symbol:
            # A line break behind a backslash ends a paragraph.
            yield ("word", "par", None) if symbol in "\r\n" else ("symbol", symbol, None)
        elif brace:
            yield "group", brace, None


def code_page(number: int) -> str:
    """The codec of a code page by its number; that of Western Windows where there is none."""
    name = "mac_roman" if number == 10000 else f"cp{number}"
    try:
        return codecs.lookup("utf-8" if number == 65001 else name).name
    except LookupError:
        return "cp1252"


def characters(raw: str, page: str) -> str:
    """The text in bytes of a code page."""
    return raw if raw.isascii() else raw.encode("latin-1").decode(page, "replace")
