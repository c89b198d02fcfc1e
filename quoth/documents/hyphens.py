"""Words that a line end divided, or a drop cap, read as one.

The hyphen stays in the document's text; who reads a block's words bridges it here. A hyphen of
the word's own stays where the document writes the word with it elsewhere, or where its first part
nearly always takes one (*self-*, *well-*, *twenty-*).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from quoth.records import Span

LINE_HYPHEN = re.compile(
    r"(?:[-\u2010\u00ad\u00ac]|[\ufffe\x02](?!\S))[^\S\n\r\f]*[\n\r][^\S\f]*(?=[^\W_])"
)
"""A hyphen before a line end inside a word; U+FFFE and U+0002 are what PDFium writes for it,
¬ is what text recognition makes of it."""
HYPHENS = "-\u2010\u00ad\u00ac\ufffe\x02"
SOFT = "\u00ad\u00ac\ufffe\x02"
DROP_CAP = re.compile(r"[A-Z](?=\s*[\r\n])\s+(?=[A-Z]{2}|[a-z])")
"""A large letter on a line of its own before the rest of its word."""
AFTER_A_OR_I = re.compile(
    r"(?:fter|ll|lmost|lthough|mong|nother|n|nd|re|rmed|s|t|nside|f|t|ts|s)\b", re.I
)
"""What makes a word with a large A or I that would be a word without it."""
LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
BEFORE = re.compile(r"[^\W_]+$")
LETTERS = re.compile(r"[^\W_]+")
TERM = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
SPACE = re.compile(r"\s")
WORD = 40
"""No part of a divided word has more letters."""
OWN = re.compile(
    r"(?:self|well|half|non|all|vice|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three"
    r"|four|five|six|seven|eight|nine|ten|anti|pro|cross|long|short|high|low|hard|full|right|left)"
)
"""First parts that nearly always keep a hyphen before a word of some length."""
SECOND = re.compile(
    r"based|called|known|made|owned|backed|sighted|minded|faced|term|scale|level|wide|style|related"
    r"|elect|year|century|funded|ranking|reaching|looking|class"
)
"""Second parts that nearly always have a hyphen before them, but for those of PREFIX."""
PREFIX = re.compile(r"re|un|de|dis|mis|out|over|under|be|[a-z]{1,2}")
ENDING = re.compile(r"(?:ness|less|ment|ship|teen|ward|fully|pendium|\w{1,3}$)")
"""Second parts that end a word rather than being one."""


def onward(text: str, end: int, limit: int) -> int | None:
    """Where the word that ends at `end` goes on behind a line end, if one divided it."""
    match = LINE_HYPHEN.match(text, end, limit)
    return None if match is None or stays(text, end) else match.end()


def stays(text: str, hyphen: int) -> bool:
    """Whether the hyphen at a line end is the word's own."""
    return hyphen in _own(text)


def divided(text: str, hyphen: int, onward: int) -> bool:
    """Whether a page's end divided a word, at a hyphen that ends one span of its block."""
    if text[hyphen] not in HYPHENS or not text[hyphen - 1].isalpha():
        return False
    return text[onward].islower() and not _keeps(text, hyphen, onward, frozenset())


def drop_cap(text: str, start: int, end: int) -> int | None:
    """Where the word goes on whose first letter is set large and alone before it."""
    match = DROP_CAP.match(text, start, end)
    if match is None or (text[start] in "AIO" and not AFTER_A_OR_I.match(text, match.end(), end)):
        return None
    return match.end()


def joined(text: str, spans: Sequence[Span]) -> str:
    """The words of `spans` on one line, as they are read."""
    pieces: list[str] = []
    last: Span | None = None
    for span in spans:
        if last and last.end - last.start > 1 and divided(text, last.end - 1, span.start):
            pieces[-1] = pieces[-1][:-1]
        elif last and _apart(text, last, span):
            pieces.append(" ")
        position = span.start
        if last is None and (at := drop_cap(text, span.start, span.end)):
            pieces.append(text[position])
            position = at
        for match in LINE_HYPHEN.finditer(text, span.start, span.end):
            own = stays(text, match.start())
            if own or text[match.start() - 1].isalpha():
                pieces.append(text[position : match.start() + own])
                position = match.end()
        pieces.append(text[position : span.end])
        last = span
    words = "".join(pieces)
    return " ".join((words if words.isascii() else words.translate(LIGATURES)).split())


def _apart(text: str, last: Span, span: Span) -> bool:
    """Whether a space stands between two spans, which may be those of two columns."""
    return span.start < last.end or bool(SPACE.search(text, last.end, span.start))


@lru_cache(maxsize=2)
def _own(text: str) -> frozenset[int]:
    """Where hyphens at line ends stand that are their words' own, in two passes over the text."""
    found = [(match.start(), match.end()) for match in LINE_HYPHEN.finditer(text)]
    if not found:
        return frozenset()
    parts = (_parts(text, *each) for each in found)
    forms = {form for first, rest in parts for form in (first + rest, f"{first}-{rest}")}
    seen = frozenset(
        form
        for match in TERM.finditer(text)
        if (form := match.group().replace("\u2010", "-").casefold()) in forms
    )
    return frozenset(hyphen for hyphen, onward in found if _keeps(text, hyphen, onward, seen))


def _keeps(text: str, hyphen: int, onward: int, seen: frozenset[str]) -> bool:
    """Whether a word keeps its hyphen, where the document has the forms `seen` elsewhere."""
    first, rest = _parts(text, hyphen, onward)
    if not first or text[hyphen] in SOFT:
        return False
    if f"{first}-{rest}" in seen:
        return True
    if first + rest in seen:
        return False
    before, behind = hyphen - len(first) - 1, onward + len(rest)
    return (
        (before > 0 and text[before] == "-")  # "mother-in-|law"
        or text[behind : behind + 1] == "-"
        or not first.isalpha()
        or (text[onward].isupper() and not text[hyphen - 2 : hyphen].isupper())
        or (bool(OWN.fullmatch(first)) and not ENDING.match(rest))
        or (bool(SECOND.fullmatch(rest)) and not PREFIX.fullmatch(first))
    )


def _parts(text: str, hyphen: int, onward: int) -> tuple[str, str]:
    first = BEFORE.search(text[max(hyphen - WORD, 0) : hyphen])
    rest = LETTERS.match(text, onward, onward + WORD)
    return (first[0] if first else "").casefold(), (rest[0] if rest else "").casefold()
