"""Opening mailboxes and web pages saved in mail's form."""

from __future__ import annotations

import io
import quopri
import tracemalloc

import pytest
from test_documents_mail import HEAD, PLAIN, mail, multipart, shown

from quoth.documents import Limits, Options, open_document, open_documents
from quoth.documents.opening import Outcome
from quoth.errors import UnreadableInput
from quoth.records import Document, Span

FROM = b"From ann@ellery.example Sun Mar  2 08:00:00 2031\n"
MAIL = (HEAD + PLAIN).encode()


def box(*mails: bytes) -> bytes:
    return b"".join(FROM + each + b"\n" for each in mails)


def names(outcomes: list[Outcome]) -> list[str]:
    return [each.name for each in outcomes]


def test_every_mail_in_a_mailbox_is_a_document() -> None:
    report = "Content-Type: text/csv; name=a.txt\n\nThe mayor denied it.\n"
    attached = (HEAD + multipart("mixed", PLAIN, report)).encode()

    documents = list(open_documents(box(MAIL, attached, MAIL), "list.mbox"))

    assert names(documents) == ["list.mbox#1", "list.mbox#2", "list.mbox#2!/a.txt", "list.mbox#3"]
    last = documents[3]
    assert isinstance(last, Document)
    place = last.layout.place(Span(len(last.text) - 9, len(last.text) - 3), 1)
    assert (place.record, place.part) == (3, "1")


def test_only_a_line_with_a_time_above_headers_begins_a_mail() -> None:
    body = (
        b"\nFrom now on we count.\n\nFrom 10:00 to 12:00 in 2031\nnobody did.\n\n>From here on.\n"
    )

    documents = list(open_documents(box(MAIL + body, MAIL), "a"))

    assert names(documents) == ["a#1", "a#2"]
    first = documents[0]
    assert isinstance(first, Document)
    assert "From 10:00 to 12:00 in 2031\nnobody did.\n\nFrom here on." in first.text


def test_a_text_that_begins_with_the_word_is_no_mailbox() -> None:
    text = (
        "From Monday 12:30 on, the bridge will be closed, the council said.\n"
        "Warning: cyclists may not pass.\n\n“It is for safety,” said Ann Marsh.\n"
    )

    assert [each.name for each in open_documents(text.encode(), "a.txt")] == ["a.txt"]


def test_a_mail_larger_than_allowed_is_left_out_of_its_mailbox() -> None:
    large = MAIL + b"x" * 3000 + b"\n"

    first, second, third = open_documents(
        box(MAIL, large, MAIL), "a", Options(limits=Limits(bytes=2000))
    )

    assert isinstance(first, Document)
    assert isinstance(second, UnreadableInput)
    assert "--max-bytes" in second.reason
    assert third.name == "a#3"


class Endless(io.RawIOBase):
    """A mailbox without end."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        mails = box(MAIL) * (len(view) // len(box(MAIL)) + 1)
        view[:] = mails[: len(view)]
        return len(view)


def test_a_mailbox_is_read_as_it_comes() -> None:
    outcomes = open_documents(io.BufferedReader(Endless()), "-")
    next(outcomes)
    tracemalloc.start()
    for _ in range(200):
        assert isinstance(next(outcomes), Document | UnreadableInput)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry sinks</title></head><body><article>
<h1>Ferry sinks off Port Ellery</h1>
<p>The ferry had carried at least 40 people too many, a harbour official said on Sunday.</p>
<p>“Nobody counted,” said Oda Fell, who runs the harbour and all that is in it.</p>
</article></body></html>"""
SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://ellery.example/ferry
Subject: Ferry sinks
Date: Tue, 4 Mar 2031 10:00:00 -0000
MIME-Version: 1.0
"""


def saved(page: str) -> bytes:
    quoted = quopri.encodestring(page.encode("cp1252")).decode()
    style = "Content-Type: text/css\nContent-Location: cid:css\n\np { color: red }\n"
    root = (
        "Content-Type: text/html; charset=windows-1252\nContent-ID: <f>\n"
        "Content-Transfer-Encoding: quoted-printable\n"
        f"Content-Location: https://ellery.example/ferry\n\n{quoted}"
    )
    frame = "Content-Type: text/html\nContent-ID: <a>\n\n<p>Buy a boat.</p>\n"
    return mail(multipart("related", root, style, frame), SAVED)


def test_a_page_saved_as_one_file_is_read_as_the_page() -> None:
    document = open_document(saved(PAGE), "ferry.mhtml")

    assert [kind for kind, _ in shown(document)] == ["title", "paragraph", "paragraph"]
    assert shown(document)[2][1].startswith("“Nobody counted,”")
    known = document.metadata
    assert known.address
    assert known.address.value == "https://ellery.example/ferry"
    assert ("Saved", "2031-03-04") in known.columns
    assert document.published is None
    place = document.layout.place(document.blocks[1].spans[0], 1)
    assert place.part == "1"
    assert place.element
    assert place.element.endswith("p:nth-of-type(1)")


def test_a_saved_page_without_a_page_says_so() -> None:
    with pytest.raises(UnreadableInput, match="no web page in this file"):
        open_document(mail("Content-Type: image/png\n\nx\n", SAVED), "a.mht")


def test_mailboxes_and_saved_pages_cut_off_anywhere_are_read_or_refused() -> None:
    for whole in (box(MAIL, MAIL), saved(PAGE)):
        for cut in range(20):
            for outcome in open_documents(whole[: len(whole) * cut // 20], "a"):
                assert isinstance(outcome, Document) or "\n" not in outcome.reason
