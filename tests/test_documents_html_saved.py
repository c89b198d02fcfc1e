"""Web pages as people save them, and as nobody should: each is read, or given up in one line."""

from __future__ import annotations

import base64
import random

import pytest

from quoth.documents import open_document
from quoth.documents.html.page import read
from quoth.documents.options import DEFAULTS
from quoth.documents.source import Source
from quoth.errors import UnreadableInput

FIRST = "The ferry had carried at least 40 people too many, a harbour official said on Sunday."
LAST = "An inquiry opens on Monday, and the harbour stays closed until it has ended."
PAGE = f"<html><body><h1>Ferry sinks</h1><p>{FIRST}</p><p>“{LAST}”</p></body></html>"


def paragraphs(page: str | bytes) -> list[str]:
    data = page.encode() if isinstance(page, str) else page
    document = next(iter(read(Source("ferry.html", data), DEFAULTS)))
    return [document.text[b.spans[0].start : b.spans[-1].end] for b in document.blocks]


def test_a_page_saved_with_its_pictures_is_read() -> None:
    picture = base64.b64encode(random.Random(7).randbytes(200_000)).decode()
    img = f'<img src="data:image/png;base64,{picture}" alt="The Tern"><noscript><img></noscript>'

    assert paragraphs(PAGE.replace("</h1>", f"</h1>{img}"))[1] == FIRST


def test_what_stands_there_for_browsers_without_scripts_is_not_read_twice() -> None:
    page = PAGE.replace("</h1>", f"</h1><noscript><p>{FIRST}</p></noscript>")

    assert paragraphs(page).count(FIRST) == 1


def test_a_shadow_root_that_is_declared_in_the_page_is_read() -> None:
    page = f"""<body><post-story><template shadowrootmode="open"><style>p{{}}</style><h1>Ferry</h1>
    <p>{FIRST}</p><p>{LAST}</p></template></post-story><template><p>{LAST}</p></template></body>"""

    assert paragraphs(page) == ["Ferry", FIRST, LAST]


def test_a_page_for_phones_is_read() -> None:
    page = f"""<html amp><body><amp-sidebar><p>{LAST}</p></amp-sidebar><article><h1>Ferry</h1>
    <amp-img src="x"><noscript><img></noscript></amp-img><p>{FIRST}</p>
    <amp-social-share type="x">Share</amp-social-share></article></body></html>"""

    assert paragraphs(page) == ["Ferry", FIRST]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-16", "utf-8"), ("none", "utf-16")],
)
def test_a_wrong_claim_about_the_encoding_does_no_harm(declared: str, encoding: str) -> None:
    page = PAGE.replace("<body>", f'<head><meta charset="{declared}"></head><body>')

    assert paragraphs(page.encode(encoding))[-1] == f"“{LAST}”"


def test_a_few_bytes_in_another_encoding_do_not_spoil_a_page() -> None:
    words = FIRST.replace("people", "peoplé — “forty”")
    data = PAGE.replace(FIRST, words).encode()

    assert paragraphs(data.replace(b"Sunday", b"\x93Sunday\x94"))[1] == words.replace(
        "Sunday", "“Sunday”"
    )
    assert "peoplé — “forty”" in paragraphs(data[: data.index("”".encode()) + 40])[1]


def test_a_page_cut_off_anywhere_is_read() -> None:
    data = PAGE.replace("</h1>", '</h1><script type="application/ld+json">{"@type": "A').encode()

    for cut in range(0, len(data), 7):
        paragraphs(data[:cut])


@pytest.mark.parametrize(
    "opening",
    [
        "<div>",
        "<ul><li>",
        "<b>",
        "<table><tr><td>",
        "<blockquote>",
        "<svg><g>",
        "<template shadowrootmode=open>",
        "<font size=1>",
        "<select><option>",
    ],
)
def test_100_000_elements_in_one_another_are_read(opening: str) -> None:
    paragraphs("<html><body>" + opening * 100_000 + f"<p>{FIRST}</p>")


def test_a_tag_with_100_000_attributes_is_read() -> None:
    tag = "<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">"

    assert paragraphs(PAGE.replace("<h1>", f"{tag}<h1>"))[1] == FIRST


def test_attributes_of_megabytes_are_read() -> None:
    page = PAGE.replace("<h1>", f'<div class="{"promo " * 500_000}" style="{"a" * 10**6}"><h1>')

    assert paragraphs(page)[1] == FIRST


def test_50_megabytes_of_one_tag_are_given_up_in_one_line() -> None:
    with pytest.raises(UnreadableInput, match=r"3,000,000 tags; .*split") as failure:
        open_document(b"<html><body>" + b"<p>" * 17_000_000, "tags.html")

    assert "\n" not in str(failure.value)
