"""What web pages say of themselves, and where."""

from __future__ import annotations

import pytest

from quoth.documents import open_document
from quoth.documents.dates import iso_date
from quoth.records import Found, Metadata

TEXT = """<p>The ferry had carried at least 40 people too many, an official said on Sunday.</p>
<p>Nobody had counted them, said Oda Fell, who runs the harbour at Port Ellery.</p>"""


def metadata(head: str, top: str = "<h1>Ferry sinks off Port Ellery</h1>") -> Metadata:
    page = f"<html><head>{head}</head><body><article>{top}{TEXT}</article></body></html>"
    return open_document(page.encode(), "ferry.html").metadata


def test_json_ld_is_heard_first() -> None:
    said = metadata(
        """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "Person", "@id": "#marsh", "name": "Ann Marsh"},
        {"@type": "NewsArticle", "headline": "Ferry sinks off Port Ellery",
         "author": [{"@id": "#marsh"}, {"@type": "Person", "name": "Jo Lund"}],
         "publisher": {"@type": "Organization", "name": "The Ellery Post"},
         "datePublished": "2031-03-02T08:00:00Z", "dateModified": "2031-03-03",
         "inLanguage": "en-GB", "mainEntityOfPage": "https://post.example/ferry"}]}</script>
        <meta name="author" content="admin"><meta property="og:site_name" content="Post online">"""
    )

    assert said == Metadata(
        outlet=Found("The Ellery Post", "json-ld"),
        title=Found("Ferry sinks off Port Ellery", "json-ld"),
        authors=(Found("Ann Marsh", "json-ld"), Found("Jo Lund", "json-ld")),
        published=Found("2031-03-02", "json-ld"),
        modified=Found("2031-03-03", "json-ld"),
        language=Found("en-GB", "json-ld"),
        address=Found("https://post.example/ferry", "json-ld"),
    )


def test_meta_elements_come_next() -> None:
    said = metadata(
        """<link rel="canonical" href="https://post.example/ferry">
        <meta property="og:site_name" content="The Ellery Post">
        <meta name="parsely-author" content="By Ann Marsh and Jo Lund">
        <meta name="dcterms.issued" content="20310302">
        <meta property="article:modified_time" content="2031-03-03T10:00:00+01:00">"""
    )

    assert said.outlet == Found("The Ellery Post", "meta")
    assert [each.value for each in said.authors] == ["Ann Marsh", "Jo Lund"]
    assert said.published == Found("2031-03-02", "meta")
    assert said.modified == Found("2031-03-03", "meta")
    assert said.address == Found("https://post.example/ferry", "meta")


def test_what_the_page_shows_is_heard_last() -> None:
    said = metadata(
        "<title>Ferry sinks off Port Ellery | The Ellery Post</title>",
        """<h1>Ferry sinks off Port Ellery</h1><p>By Ann Marsh | 2 March 2031</p>""",
    )

    assert said.title == Found("Ferry sinks off Port Ellery", "title")
    assert said.outlet == Found("The Ellery Post", "title")
    assert said.authors == (Found("Ann Marsh", "byline"),)
    assert said.published == Found("2031-03-02", "dateline")


def test_a_page_that_a_browser_saved_keeps_its_address() -> None:
    page = f"""<!doctype html><html><!-- saved from url=(0029)https://post.example/ferry -->
    <body><h1>Ferry</h1>{TEXT}</body></html>"""

    address = open_document(page.encode(), "ferry.html").metadata.address

    assert address == Found("https://post.example/ferry", "meta")


@pytest.mark.parametrize(
    "written",
    [
        "2031-03-13T08:00:00Z",
        "20310313",
        "2031/3/13",
        "March 13, 2031",
        "Thu, 13 Mar 2031 10:00:00 GMT",
        "13th of March 2031, 4 pm",
        "Thursday 13 March 2031",
        "13.3.2031",
        "03/13/2031",
        "13/03/2031",
        "le 13 mars 2031",
        "13. März 2031",
        "13 de marzo de 2031",
    ],
)
def test_a_date_is_read_however_it_is_written(written: str) -> None:
    assert iso_date(written) == "2031-03-13"


@pytest.mark.parametrize("written", ["3/4/2031", "March 2031", "31/02/2031", "2031", "yesterday"])
def test_what_is_no_date_or_could_be_two_is_left(written: str) -> None:
    assert iso_date(written) is None
