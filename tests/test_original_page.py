"""A saved page beside its text: inert, and with the statements boxed where they stand."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest
from rooms import visited

from quoth.documents import open_document
from quoth.export.original_page import original_page
from quoth.ledger import open_ledger
from quoth.records import Document, Passage, Reading, Span, Statement

SHARED = Path(__file__).parents[2] / "shared" / "html-articles"
TOWN = """<html><head><title>Council votes</title><base href="https://elsewhere.example/">
<meta http-equiv="refresh" content="0; url=https://elsewhere.example/"></head>
<body onload="alert(1)"><article><h1>Council votes</h1>
<p>The mayor said the <b>old</b>
   bridge&shy; "will <a href="javascript:alert(2)">stand</a> for good", and left the hall.</p>
<p style="background: url(https://elsewhere.example/x)">Nobody from the opposition spoke
<img src="https://elsewhere.example/y.png" onerror="alert(3)" alt="the hall"> that evening.</p>
<svg onload="alert(4)"><a href="https://elsewhere.example/"><text>here</text></a></svg>
<script>alert(5)</script><iframe src="https://elsewhere.example/z"></iframe>
<form action="https://elsewhere.example/"><button>Send</button></form>
</article></body></html>
"""


def read(document: Document, *words: tuple[str, ...]) -> Reading:
    """A reading whose statements have these words as their pieces."""
    found = [[Span(at := document.text.index(w), at + len(w)) for w in each] for each in words]
    return Reading(
        document,
        tuple(
            Statement(f"s{n}", None, None, Passage(document, tuple(spans)), "direct", None, 0.9)
            for n, spans in enumerate(found, 1)
        ),
        "made by hand",
    )


def test_statements_are_boxed_across_elements_and_in_pieces() -> None:
    document = open_document(TOWN.encode())
    reading = read(document, ("the old bridge", "stand for good"), ("old bridge",))
    body, found = original_page(TOWN.encode(), reading)
    assert found == {"s1", "s2"}
    assert '<mark class="s1" id="s1">the</mark>' in body
    assert '<b><mark class="s1 s2" id="s2">old</mark></b>' in body
    assert '<mark class="s1">stand</mark>' in body


@pytest.mark.parametrize("form", ["&#xE00{};", "&#5734{};", "&#X00e00{}", "{}"])
def test_a_page_cannot_put_marks_of_its_own(form: str) -> None:
    opens, named, closes = (
        form.format(at + (0 if "E" in form.upper() else 4)) if form != "{}" else chr(0xE000 + at)
        for at in range(3)
    )
    forged = f'{opens}s1" onmouseover="alert(1)|s1{named} for good{closes} and {opens}s1|s1{named}'
    page = TOWN.replace("Nobody from", f"{forged} Nobody from").encode()
    body, _ = original_page(page, read(open_document(page)))
    assert "<mark" not in body
    assert "alert(1)" in body  # as words


def test_nothing_of_the_page_runs_or_is_fetched() -> None:
    document = open_document(TOWN.encode())
    body, _ = original_page(TOWN.encode(), read(document))
    for word in ("alert", "elsewhere", "href", "<form", "<svg", "<iframe", "style="):
        assert word not in body
    assert 'alt="the hall"' in body


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"{SHARED} is missing (shared data)")
def test_blocks_of_real_pages_are_found_in_them() -> None:
    found = blocks = 0
    for path in sorted(SHARED.glob("*.html.gz"))[::6]:
        page = gzip.decompress(path.read_bytes())
        document = open_document(page)
        words = tuple(Passage(document, block.spans) for block in document.blocks)
        statements = (
            Statement(f"s{n}", None, None, each, "direct", None, 0.9)
            for n, each in enumerate(words)
        )
        _, marked = original_page(page, Reading(document, tuple(statements), "made by hand"))
        found, blocks = found + len(marked), blocks + len(words)
    assert found / blocks > 0.98


def test_the_room_shows_it_in_a_sandbox(tmp_path: Path) -> None:
    document = open_document(TOWN.encode(), "town.html")
    path = tmp_path / "news.db"
    with open_ledger(path) as ledger:
        ledger.keep(read(document, ("the old bridge",)))
    with visited(path) as visitor:
        beside = visitor.get("/documents/1/beside")
        kept = visitor.get("/documents/1/original")
    assert beside.headers["content-security-policy"].endswith("; sandbox")
    assert 'id="s1"' in beside.text
    assert kept.headers["content-disposition"] == "attachment; filename*=UTF-8''town.html"
    assert kept.content == TOWN.encode()


def test_a_deep_page_takes_no_longer_than_a_flat_one() -> None:
    deep = ("<html><body>" + "<div>Nobody spoke. " * 5000 + "<script>They did.</script>").encode()
    reading = read(open_document(TOWN.encode()))
    began = time.monotonic()
    body, _ = original_page(deep, reading)
    assert time.monotonic() - began < 2
    assert body.count("Nobody spoke.") == 5000
    assert "They did." not in body
