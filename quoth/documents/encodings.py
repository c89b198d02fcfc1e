"""Bytes to text: marks first, then UTF-8, then what the bytes look like. Never raises on bytes."""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 1 << 16
"""So many bytes are looked at where the whole would take too long."""
WESTERN = frozenset(
    "éèêëàâäáåãæçíìîïñóòôöõøœúùûüÿßÉÈÊËÀÂÄÁÅÃÆÇÍÎÏÑÓÒÔÖÕØŒÚÙÛÜ"
    "¡¿«»‹›“”„‘’‚–—…•·€£§°©®™ªº½¼¾²³×\xa0\xad´"
)
"""What Western European texts have beyond ASCII."""
NOT_ASCII = re.compile(rb"[\x80-\xff]")
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x08\x1b\x1a"))


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in `data`; a mark at its start is dropped, what cannot be read becomes U+FFFD.

    `declared` is the encoding that the data claims for itself; UTF-8 and marks speak louder.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return data.decode(declared)
        except (LookupError, UnicodeError, ValueError):
            pass
    return data.decode(_narrow(data), "replace")


def encoding_of(opening: bytes) -> str:
    """The encoding of a text that begins with `opening`, which may end inside a character."""
    for mark, encoding in MARKS:
        if opening.startswith(mark):
            # The codec without an end takes the mark away.
            return "utf-8-sig" if encoding == "utf-8" else encoding.rpartition("-")[0]
    wide = _wide(opening)
    if wide:
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(opening)
    except UnicodeDecodeError:
        return _narrow(opening)
    return "utf-8"


def _western(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8, in a text that began as such, as what they most often are."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("western", _western)


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text in any encoding: more control characters than text ever has."""
    if any(data.startswith(mark) for mark, _ in MARKS) or _wide(data):
        return False
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls > max(len(sample) * 0.02, 2) and (
        controls > len(sample) * 0.3 or not _utf8(data)
    )


def _utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: zeros stand at every other place or at three of four."""
    sample = data[:SAMPLE]
    zeros = sample.count(0)
    if len(sample) < 4 or zeros < len(sample) * 0.02:
        return None
    by_place = [sample[place::4].count(0) / (len(sample) / 4) for place in range(4)]
    if len(data) % 4 == 0 and by_place[2] > 0.9 and by_place[3] > 0.9 and by_place[0] < 0.1:
        return "utf-32-le"
    if len(data) % 4 == 0 and by_place[0] > 0.9 and by_place[1] > 0.9 and by_place[3] < 0.1:
        return "utf-32-be"
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for encoding, zeros_high, zeros_low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros_high > 20 * zeros_low and _reads(sample[: len(sample) // 2 * 2], encoding):
            return encoding
    return None


def _reads(sample: bytes, encoding: str) -> bool:
    """Whether nearly all of `sample` becomes printable characters in `encoding`."""
    text = sample.decode(encoding, "replace")
    good = sum(char.isprintable() or char.isspace() for char in text)
    return good > 0.97 * len(text)


def _narrow(data: bytes) -> str:
    """The encoding with one or two bytes a character that `data` looks like.

    Windows-1252 holds Latin-1 and is by far the most common; a general detector takes short texts
    in it for Central European ones, so it is asked only where Windows-1252 makes odd reading.
    """
    first = NOT_ASCII.search(data)
    start = max(first.start() - SAMPLE // 4, 0) if first else 0
    sample = data[start : start + SAMPLE]
    # Only old Macintoshes ended lines so.
    if b"\r" in data[:SAMPLE] and b"\n" not in data[:SAMPLE]:
        return "mac_roman"
    if _is_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _is_western(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    foreign = [char for char in text if char > "\x7f"]
    letters = sum(char.isalpha() for char in text)
    usual = sum(char in WESTERN for char in foreign)
    odd = sum(char.isalpha() for char in foreign)
    return usual >= 0.95 * len(foreign) and odd <= 0.25 * letters
