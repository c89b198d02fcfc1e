"""Archives: what they hold is read in its order, and what would do harm is named and left."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quoth.documents import Limits, Options, open_document, open_documents
from quoth.errors import UnreadableInput
from quoth.records import Document, Span

NEWS = "The mayor of Port Ellery denied it, said Ann Marsh of the harbour office.\n"
PAGE = f"<html><body><h1>Ferry sinks</h1><p>{NEWS}</p></body></html>"
FILES = {"day/news.txt": NEWS.encode(), "day/page.html": PAGE.encode()}


def zipped(files: dict[str, bytes] = FILES) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(files: dict[str, bytes] = FILES, mode: str = "w") -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return data.getvalue()


def web_archive(pages: dict[str, bytes], packed: bool = True) -> bytes:
    records = []
    for address, page in pages.items():
        kind = "image/png" if address.endswith(".png") else "text/html; charset=utf-8"
        status = "404 Not Found" if "missing" in address else "200 OK"
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + page
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(map(gzip.compress, records) if packed else records)


def opened(data: bytes, name: str = "week", **limits: int) -> list[Document | UnreadableInput]:
    return list(open_documents(data, name, Options(limits=Limits(**limits))))


def reasons(found: list[Document | UnreadableInput]) -> list[str]:
    return [str(each) for each in found if isinstance(each, UnreadableInput)]


@pytest.mark.parametrize(
    "pack", [zipped, tarred, lambda: tarred(mode="w:gz"), lambda: bz2.compress(tarred())]
)
def test_the_files_in_an_archive_are_documents(pack: Callable[[], bytes]) -> None:
    text, page = opened(pack())

    assert (text.name, text.text) == ("week!/day/news.txt", NEWS)
    assert (page.name, page.title) == ("week!/day/page.html", "Ferry sinks")
    assert page.layout.place(Span(0, 5), 0).part == "day/page.html"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_keeps_its_name(pack: Callable[[bytes], bytes]) -> None:
    assert open_document(pack(NEWS.encode()), "news.txt.gz").text == NEWS
    assert opened(pack(b"name,story\n1,He said so."), "a.csv.gz")[0].text == "He said so."


def test_archives_in_archives_are_opened_so_deep_and_no_deeper() -> None:
    data = zipped({"in.zip": zipped({"in.tar": tarred()})})

    names = [each.name for each in opened(data)]
    [failure] = reasons(opened(data, depth=2))

    assert names == ["week!/in.zip!/in.tar!/day/news.txt", "week!/in.zip!/in.tar!/day/page.html"]
    assert failure.endswith("too many containers in one another; raise --max-depth to open it")


def test_a_bomb_is_given_up_and_the_rest_is_read() -> None:
    zeros = bytes(30_000_000)

    bomb, news = opened(zipped({"bomb.txt": zeros, "news.txt": NEWS.encode()}))

    assert str(bomb).endswith(
        "unpacks to more than 200 times its size; raise --max-ratio to open it"
    )
    assert news.text == NEWS
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        [failure] = reasons(opened(pack(zeros)))
        assert "200 times its size" in failure


def test_paths_that_climb_are_only_names_and_links_are_not_followed(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("../../climbs.txt", NEWS)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    climbs, linked = opened(data.getvalue())

    assert climbs.name == "week!/../../climbs.txt"
    assert str(linked) == "week!/link.txt: a link; what it leads to is not opened"

    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        member = tarfile.TarInfo("link.txt")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(member)
    assert reasons(opened(packed.getvalue())) == [str(linked)]


def test_the_pages_of_a_web_archive_are_documents_with_their_addresses() -> None:
    pages = {
        "https://a.example/logo.png": b"\x89PNG",
        "https://a.example/ferry": PAGE.encode(),
        "https://a.example/missing": PAGE.encode(),
    }
    for packed in (True, False):
        [page] = opened(web_archive(pages, packed), "crawl.warc")

        assert (page.name, page.title) == ("crawl.warc#2", "Ferry sinks")
        assert page.metadata.address.value == "https://a.example/ferry"
        assert page.metadata.address.where == "warc header"
        assert page.layout.place(Span(0, 5), 0).record == 2


def test_a_web_archive_cut_inside_a_page_says_so_after_it() -> None:
    data = web_archive({"https://a.example/ferry": PAGE.encode()}, packed=False)

    page, failure = opened(data[:-60], "crawl.warc")

    assert page.title == "Ferry sinks"
    assert str(failure).startswith("crawl.warc: this web archive is broken or cut off after record")


def test_a_wrong_length_in_a_web_archive_costs_what_follows_at_most() -> None:
    data = web_archive({f"https://a.example/{n}": PAGE.encode() for n in range(3)}, packed=False)
    wrong = data.replace(b"Content-Length: ", b"Content-Length: 9", 2)

    for each in opened(wrong):
        assert isinstance(each, Document) or "\n" not in str(each)


@pytest.mark.parametrize("cut", range(1, 20))
@pytest.mark.parametrize(
    "pack",
    [
        zipped,
        tarred,
        lambda: tarred(mode="w:gz"),
        lambda: web_archive({"https://a.example/": PAGE.encode()}),
        lambda: web_archive({"https://a.example/": PAGE.encode()}, packed=False),
    ],
    ids=["zip", "tar", "tar.gz", "warc.gz", "warc"],
)
def test_cut_off_anywhere_it_is_a_reading_or_one_clear_line(pack, cut: int) -> None:
    data = pack()

    for each in opened(data[: len(data) * cut // 20]):
        assert isinstance(each, Document) or "\n" not in str(each)


@pytest.mark.parametrize(
    ("name", "text"),
    [("week.zip!/day/news.txt", NEWS), ("week.zip!/in.jsonl#7", NEWS), ("wire.jsonl#7", NEWS)],
)
def test_a_document_is_opened_by_the_name_that_results_give_it(name, text, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    line = json.dumps({"id": 7, "text": NEWS}).encode() + b"\n" + b'{"id": 8, "text": "No."}\n'
    Path("week.zip").write_bytes(zipped(FILES | {"in.jsonl": line}))
    Path("wire.jsonl").write_bytes(line)

    assert open_document(name).text == text
    with pytest.raises(UnreadableInput, match=r"holds nothing of that name; check it"):
        open_document(f"{name}9")


def test_what_pages_need_and_is_no_text_is_passed_over(tmp_path: Path) -> None:
    beside = {"page_files/a.css": b"body{}", "page_files/b.png": b"\x89PNG", "c.woff2": b"wOF2"}
    for name, data in (FILES | beside).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)

    for found in (
        list(open_documents(tmp_path)),
        opened(zipped(FILES | beside)),
        opened(tarred(FILES | beside)),
    ):
        assert next(each.text for each in found if isinstance(each, Document)) == NEWS
        assert len(found) == 2


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden", "b/.git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(NEWS, encoding="utf-8")

    names = [Path(each.name).relative_to(tmp_path) for each in open_documents(tmp_path)]

    assert names == [Path("a.txt"), Path("b/1.txt"), Path("b/2.txt")]
