"""Office packages are told from what they hold, and unpacked within limits."""

from __future__ import annotations

import io
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from quoth.documents.archives.unpacking import opened, unpacked
from quoth.documents.office.packages import office_kind, other_kind, package
from quoth.documents.options import MB, Limits
from quoth.documents.source import Source
from quoth.errors import UnreadableInput

WORD = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
ODF = ["mimetype", "content.xml", "META-INF/manifest.xml"]
ODF_TYPE = b"application/vnd.oasis.opendocument."
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l11;</a>'


def archive(method: int = ZIP_DEFLATED, **members: bytes | str) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", method) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("names", "mimetype", "kind", "other"),
    [
        (WORD, None, "docx", None),
        (ODF, ODF_TYPE + b"text", "odt", None),
        (ODF, ODF_TYPE + b"text-template\n", "odt", None),
        (ODF[1:], None, "odt", None),
        (["mimetype", "META-INF/container.xml"], b"application/epub+zip", "epub", None),
        (["META-INF/container.xml"], None, "epub", None),
        (["[Content_Types].xml", "xl/workbook.xml"], None, None, "a spreadsheet"),
        (["[Content_Types].xml", "ppt/presentation.xml"], None, None, "a presentation"),
        (ODF, ODF_TYPE + b"spreadsheet", None, "a spreadsheet"),
        (["Index/Document.iwa", "preview.jpg"], None, None, "a document of Apple's iWork"),
        (["word/monday.html", "xl/a.txt"], None, None, None),
    ],
)
def test_what_a_package_is(
    names: list[str], mimetype: bytes | None, kind: str | None, other: str | None
) -> None:
    assert office_kind(names, mimetype) == kind
    assert other_kind(names, mimetype) == other


def reason(data: bytes, limits: Limits | None = None, member: str = "a") -> str:
    with pytest.raises(UnreadableInput) as caught:
        unpacked(opened(io.BytesIO(data), "x.zip"), member, limits or Limits(), "x.zip")
    assert "\n" not in str(caught.value)
    return caught.value.reason


def test_members_are_unpacked_whole() -> None:
    data = archive(a=b"word " * 100_000)
    assert unpacked(opened(io.BytesIO(data), "x.zip"), "a", Limits(), "x.zip") == b"word " * 100_000


def test_bombs_are_given_up() -> None:
    bomb = archive(a=bytes(50 * MB))
    assert reason(bomb).startswith("unpacks to more than 200 times its size")
    assert reason(bomb, Limits(bytes=2 * MB)).startswith("more than 2 MB")
    # Methods that hand out a whole block at a time are not tried.
    assert reason(archive(ZIP_BZIP2, a=bytes(MB))).startswith("packed by a method")


def test_parts_share_one_limit() -> None:
    source = Source("x.docx", archive(a=b"ab" * 40_000, b=b"ab" * 40_000))
    parts = package(source, Limits(bytes=100_000))
    assert parts.part("c") is None
    assert parts.part("a")
    with pytest.raises(UnreadableInput):
        parts.part("b")


@pytest.mark.parametrize("cut", range(20))
def test_cut_off(cut: int) -> None:
    whole = archive(a=b"word " * 1000, b=b"b")
    with pytest.raises(UnreadableInput, match="broken or cut off"):
        opened(io.BytesIO(whole[: len(whole) * cut // 20]), "x.zip")


def test_lies_and_locks() -> None:
    whole = archive(a=b"word " * 1000)
    assert reason(whole, member="b").startswith("this archive is broken")
    central = whole.index(b"PK\x01\x02")
    for at, value in ((8, 1), (20, 5), (24, 1), (42, 200)):  # lock, sizes, offset
        wrong = bytearray(whole)
        wrong[central + at] = value
        assert reason(bytes(wrong)).startswith("locked" if at == 8 else "this archive is broken")


@pytest.mark.parametrize(
    "xml",
    [
        LAUGHS,
        '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        "<a>" * 10,
        "<a>\x00</a>",
        '<?xml version="1.0" encoding="odd"?><a/>',
        "",
    ],
)
def test_entities_and_broken_parts(xml: str) -> None:
    with pytest.raises(UnreadableInput, match="its part a is broken") as caught:
        package(Source("x.docx", archive(a=xml)), Limits()).xml("a")
    assert "\n" not in str(caught.value)


def test_nesting_costs_no_stack() -> None:
    deep = "<a>" * 1_000_000 + "</a>" * 1_000_000
    assert package(Source("x.docx", archive(a=deep)), Limits(ratio=10_000)).xml("a") is not None
