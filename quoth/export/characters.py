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


def encodable(text: str) -> str:
    """`text` with lone surrogates, which UTF-8 cannot say, replaced one for one by U+FFFD."""
    return _SURROGATE.sub(_UNKNOWN, text)


def json_text(value: object) -> str:
    """`value` as JSON on one line, whoever splits lines.

    What UTF-8, a terminal or a line splitter would stumble over has a `\\u` escape, which RFC 8259
    allows for every character of a string. Raises ValueError for NaN and infinity.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
