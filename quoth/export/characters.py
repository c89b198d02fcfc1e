"""Characters that data or a screen cannot take as they are."""

from __future__ import annotations

import json
import re

_TAB, _NEWLINE, _DELETE = 0x09, 0x0A, 0x7F
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"

# Direction overrides could make a line of the view read as another one.
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))

_VISIBLE: dict[int, str | None] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (_TAB, _NEWLINE)},
    _DELETE: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _UNKNOWN),
    **dict.fromkeys(_DIRECTIONS),
}

_WORD_BEGUN, _WORD_OPEN = re.compile(r"\A\S{1,30}\s+"), re.compile(r"\s+\S{1,30}\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def visible(text: str) -> str:
    """`text` for a terminal: tabs and line ends stay, other control characters show as symbols."""
    if text.isprintable():  # nothing of it is in the table
        return text
    return encodable(text.replace("\r\n", "\n").translate(_VISIBLE))


def one_line(text: str) -> str:
    """`text` for a line of a terminal: white space as single spaces, no soft hyphens."""
    return visible(" ".join(text.split())).replace("\N{SOFT HYPHEN}", "")


def shortened(text: str, most: int) -> str:
    """`text` in at most `most` characters, what is left out told by an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def excerpt(text: str, start: int, end: int, most: int) -> str:
    """What stands around `text[start:end]` in a line of at most about `most` characters.

    It is cut between words, where there is white space to tell them, and says so by an ellipsis.
    """
    spare = max(most - (end - start), 0) // 2
    first, last = max(start - spare, 0), min(end + spare, len(text))
    before, after = text[first:start], text[end:last]
    if first and not text[first - 1].isspace():
        before = _WORD_BEGUN.sub("", before)
    if last < len(text) and not text[last].isspace():
        after = _WORD_OPEN.sub("", after)
    words = one_line(before + text[start:end] + after)
    return f"{'… ' if first else ''}{words}{' …' if last < len(text) else ''}"


def encodable(text: str) -> str:
    """`text` with lone surrogates, which UTF-8 cannot say, replaced one for one by U+FFFD."""
    return _SURROGATE.sub(_UNKNOWN, text)


def in_markup(text: str) -> str:
    """A page, character for character: browsers would drop U+0000 (HTML, 13.2.5)."""
    return encodable(text).replace("\0", _UNKNOWN)


def json_text(value: object) -> str:
    """`value` as JSON on one line, whoever splits lines.

    What UTF-8, a terminal or a line splitter would stumble over has a `\\u` escape, which RFC 8259
    allows for every character of a string. Raises ValueError for NaN and infinity.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
