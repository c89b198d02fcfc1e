"""Parsers run where they can be ended: one that hangs or dies costs its document alone."""

from __future__ import annotations

import os
import signal

import pytest

from quoth.documents import Limits, Options, open_document, open_documents
from quoth.documents.guarded import parsed
from quoth.documents.options import DEFAULTS
from quoth.documents.source import Source
from quoth.errors import UnreadableInput

NEWS = b"The mayor denied it, said Ann Marsh.\n"


def test_a_document_that_takes_too_long_is_ended_and_the_next_is_read() -> None:
    page = b"<html><body>" + b"<p>He said so, and so on.</p>" * 300_000

    [slow] = open_documents(page, "slow.html", Options(limits=Limits(seconds=0.05)))

    assert str(slow) == (
        "slow.html: took longer than 0.05 s to open; raise --max-seconds to wait longer"
    )
    assert open_document(NEWS, "news.txt").text == NEWS.decode()


def test_a_mistake_in_a_parser_is_one_line() -> None:
    [failure] = parsed("no_such_module", Source("a.txt", NEWS), DEFAULTS)

    assert str(failure).startswith("a.txt: its parser failed (ModuleNotFoundError: ")


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_parser_that_dies_is_one_line_and_the_next_is_read() -> None:
    from quoth.documents import guarded

    open_document(NEWS, "news.txt")
    parser = guarded._waiting[-1]
    os.kill(parser._process.pid, signal.SIGSTOP)
    waiting = parser.run("plain", Source("news.txt", NEWS), DEFAULTS)
    os.kill(parser._process.pid, signal.SIGKILL)

    assert [str(each) for each in waiting] == [f"news.txt: {guarded.CRASHED}"]
    assert open_document(NEWS, "news.txt").text == NEWS.decode()


def test_a_document_beyond_the_limit_of_bytes_is_not_read() -> None:
    with pytest.raises(UnreadableInput, match="more than 1 MB; raise --max-bytes to open it"):
        open_document(b"a " * 600_000, "a.txt", Options(limits=Limits(bytes=1_000_000)))
