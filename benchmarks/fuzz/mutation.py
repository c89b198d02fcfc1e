"""One way to break bytes, for every format: what is packed is broken inside and packed again."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random

LARGEST = 1 << 16
"""Bytes of an input; what takes seconds for so few would take hours for a file."""
INSIDE = 0.8
"""How often something packed is broken inside rather than as it stands."""

NUMBER = re.compile(rb"\d+")
NUMBERS = (b"0", b"-1", b"1", b"2147483648", b"4294967295", b"18446744073709551616", b"9" * 400)
ENCODING = re.compile(rb"(?i)(charset|encoding)(\s*[=:]?\s*[\"']?)([\w-]+)")
ENCODINGS = (
    b"utf-8 utf-7 utf-16 utf-16-le utf-32 latin-1 cp1252 shift_jis gb18030 hz iso-2022-jp koi8-r "
    b"x-mac-roman cp037 idna punycode base64 rot13 undefined unicode_escape x"
).split()
OPENING = re.compile(rb"<([\w:.-]+)\b[^<>]*>")
VALUE = re.compile(rb"\"[^\"]*\"")
PAIRS = (
    (b"<div>", b"</div>"),
    (b"<blockquote>", b"</blockquote>"),
    (b"<table><tr><td>", b"</td></tr></table>"),
    (b"<a>", b"</a>"),
    (b"[", b"]"),
    (b'{"a":', b"}"),
    (b"{", b"}"),
    (b"(", b")"),
    (b"> ", b""),
    (b"- ", b""),
    (b"<< /A ", b" >>"),
)
ANYWHERE = (
    b"\x00",
    b"\r",
    b"\n\n",
    b"\x0c",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"&#xD800;",
    b"&#0;",
    b"\\ud800",
    "\u2028".encode(),
    "\u0301\u200d\u00ad".encode(),
    "\u201cNo,\u201d she said.".encode(),
    b"\xf0\x9f\x91\xa9\xe2\x80\x8d",
    b" " * 300,
    b"a" * 5000,
    b"-\n",
    b"http://courier.example/",
)
"""Bytes that have a meaning in most formats, or that spans go wrong by."""


def mutated(data: bytes, random: Random, pool: Sequence[bytes], tokens: Sequence[bytes]) -> bytes:
    """`data` broken in one way or in several; `pool` lends pieces, `tokens` are the format's."""
    if random.random() < INSIDE:
        with suppress(Exception):  # broken too much to be unpacked: it is broken as it stands
            inner = _inside(data, lambda part: mutated(part, random, pool, tokens), random)
            if inner is not None:
                return inner[:LARGEST]
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5, 9))):
        data = random.choice(WAYS)(data, random, pool, tokens)[:LARGEST]
    return data


def _inside(data: bytes, broken: Callable[[bytes], bytes], random: Random) -> bytes | None:
    """What is packed in `data`, broken and packed again; None where nothing is."""
    if data.startswith(b"PK"):
        return _zip(data, broken, random)
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(broken(gzip.decompress(data)), 1, mtime=0)
    if data.startswith(b"BZh"):
        return bz2.compress(broken(bz2.decompress(data)))
    if data.startswith(b"\xfd7zXZ"):
        return lzma.compress(broken(lzma.decompress(data)), preset=0)
    if data[257:262] == b"ustar":
        return _tar(data, broken, random)
    if data.startswith(b"%PDF-") and b"/FlateDecode" in data:
        streams = list(re.finditer(rb"(?s)(?<=stream\n)(.*?)\s*(?=endstream)", data))
        at = random.choice(streams)
        return data[: at.start()] + zlib.compress(broken(zlib.decompress(at[1]))) + data[at.end() :]
    return None


def _zip(data: bytes, broken: Callable[[bytes], bytes], random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of two members of one name
        for name, part in _members(members, broken, random):
            packing = random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
            made.writestr(zipfile.ZipInfo(name), part, packing)  # which bears no date
    return file.getvalue()


def _tar(data: bytes, broken: Callable[[bytes], bytes], random: Random) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        members = [(m.name, f.read()) for m in archive if (f := archive.extractfile(m))]
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as made:
        for name, part in _members(members, broken, random):
            info = tarfile.TarInfo(name)
            info.size = len(part)
            made.addfile(info, io.BytesIO(part))
    return file.getvalue()


def _members(
    members: list[tuple[str, bytes]], broken: Callable[[bytes], bytes], random: Random
) -> list[tuple[str, bytes]]:
    number = random.randrange(len(members))
    name, part = members[number]
    way = random.random()
    if way < 0.8:
        members[number] = name, broken(part)
    elif way < 0.87:
        del members[number]
    elif way < 0.94:
        members.append((name, random.choice(members)[1]))
    else:
        names = "../up.html", "/etc/x.txt", "a\nb.txt", "", "x" * 300, "\udc80.html", "a/\x00.md"
        members[number] = random.choice(names), part
    return members


def _stretch(data: bytes, random: Random) -> tuple[int, int]:
    """Where some of `data` starts and ends: mostly little, sometimes much of it."""
    start = random.randrange(len(data) + 1)
    longest = random.choice((1, 8, 64, 512, len(data)))
    return start, min(len(data), start + random.randint(0, longest))


def _cut(data: bytes, random: Random, *_: object) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + data[end:]


def _cut_off(data: bytes, random: Random, *_: object) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _repeated(data: bytes, random: Random, *_: object) -> bytes:
    start, end = _stretch(data, random)
    times = random.choice((1, 1, 1, 2, 2, 3, 10, 100, 3000))
    times = min(times, LARGEST // (end - start + 1) + 1)
    return data[:end] + data[start:end] * times + data[end:]


def _swapped(data: bytes, random: Random, *_: object) -> bytes:
    a, b, c = sorted(random.randrange(len(data) + 1) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _spliced(data: bytes, random: Random, pool: Sequence[bytes], *_: object) -> bytes:
    other = random.choice(pool)
    first, last = _stretch(other, random)
    start, end = _stretch(data, random)
    return data[:start] + other[first:last] + data[random.choice((start, end)) :]


def _bytes(data: bytes, random: Random, *_: object) -> bytes:
    changed = bytearray(data)
    for _each in range(min(len(data), random.choice((1, 1, 2, 4, 16)))):
        changed[random.randrange(len(data))] = random.randrange(256)
    return bytes(changed)


def _length(data: bytes, random: Random, *_: object) -> bytes:
    """A binary number, as lengths and offsets are, becomes an extreme one."""
    size: int = random.choice((1, 2, 4, 8))
    value: int = random.choice((0, 1, 0x7F, 0x80, 0xFF, 256**size - 1, 256**size >> 1)) % 256**size
    start = random.randrange(len(data) + 1)
    return data[:start] + value.to_bytes(size, "little") + data[start + size :]


def _number(data: bytes, random: Random, *_: object) -> bytes:
    """A number that is written out becomes an extreme one, or a near one."""
    at = _any(NUMBER, data, random)
    if not at:
        return data
    near: bytes = b"%d" % (int(at[0][:30]) + random.randint(-2, 2))
    return data[: at.start()] + random.choice((*NUMBERS, near)) + data[at.end() :]


def _encoding(data: bytes, random: Random, *_: object) -> bytes:
    """Another encoding is declared, or the text is written in another than is declared."""
    at = _any(ENCODING, data, random)
    if at and random.random() < 0.8:
        return data[: at.start(3)] + random.choice(ENCODINGS) + data[at.end(3) :]
    with suppress(LookupError, UnicodeError):
        return data.decode().encode(random.choice(ENCODINGS).decode(), "replace")
    return data


def _nested(data: bytes, random: Random, *_: object) -> bytes:
    opening, closing = random.choice(PAIRS)
    deep = random.choice((1, 1, 2, 2, 5, 30, 500, 4000))
    start, end = _stretch(data, random)
    return data[:start] + opening * deep + data[start:end] + closing * deep + data[end:]


def _token(data: bytes, random: Random, _pool: Sequence[bytes], tokens: Sequence[bytes]) -> bytes:
    start, end = _stretch(data, random)
    token = random.choice(tokens if tokens and random.random() < 0.7 else ANYWHERE)
    return data[:start] + token + data[random.choice((start, end)) :]


def _lines(data: bytes, random: Random, *_: object) -> bytes:
    """Lines are left out, said twice, mixed up, or joined."""
    lines = data.splitlines(keepends=True)
    start, end = _stretch(data[: len(lines)], random)
    some = lines[start:end]
    way = random.randrange(4)
    if way == 0:
        some = []
    elif way == 1:
        some = some * 2
    elif way == 2:
        random.shuffle(some)
    else:
        some = [line.rstrip(b"\r\n") for line in some]
    return b"".join((*lines[:start], *some, *lines[end:]))


def _element(data: bytes, random: Random, *_: object) -> bytes:
    """An element goes, comes twice, moves or gets another attribute; tags still match."""
    opening = _any(OPENING, data, random)
    if not opening:
        return data
    start, end = opening.start(), _end_of(data, opening)
    way = random.randrange(4)
    if way == 0 and (value := _any(VALUE, opening[0], random)):
        at = start + value.start() + 1
        new = random.choice((b"", b"x", b"#", *NUMBERS))
        return data[:at] + new + data[at + len(value[0]) - 2 :]
    element = data[start:end] * random.choice((1, 1, 1, 2, 40))
    rest = data[:start] + data[end:] if way in (1, 2) else data
    target = _any(OPENING, rest, random)
    at = target.start() if target else start
    return rest if way == 2 else rest[:at] + element + rest[at:]


def _end_of(data: bytes, opening: re.Match[bytes]) -> int:
    """Where the element ends that a tag opens."""
    depth = 0
    tags = re.compile(rb"<(/?)" + re.escape(opening[1]) + rb"\b[^<>]*?(/?)>")
    for tag in tags.finditer(data, opening.start()):
        depth += -1 if tag[1] else 0 if tag[2] else 1
        if depth <= 0:
            return tag.end()
    return opening.end()


def _any(pattern: re.Pattern[bytes], data: bytes, random: Random) -> re.Match[bytes] | None:
    """A match that is as likely to stand anywhere."""
    start = random.randrange(len(data) + 1)
    return pattern.search(data, start) or pattern.search(data)


Way = Callable[[bytes, Random, Sequence[bytes], Sequence[bytes]], bytes]
WAYS: tuple[Way, ...] = (
    _cut,
    _cut_off,
    _repeated,
    _swapped,
    _spliced,
    _spliced,
    _bytes,
    _length,
    _number,
    _encoding,
    _nested,
    _token,
    _token,
    _lines,
    _element,
    _element,
)
