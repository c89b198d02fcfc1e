"""Opening web pages."""

from __future__ import annotations

from quoth.documents import open_document
from quoth.records import Document, Span

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Ferry sinks off Port Ellery | The Ellery Post</title>
<meta property="article:published_time" content="2031-03-02T08:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<article><h1>Ferry sinks off Port Ellery</h1>
<p class="byline">By Ann Marsh</p>
<p>The ferry <em>Tern</em> had carried at least 40 people too many, a harbour official said on
Sunday.</p>
<p>“Nobody counted,” said Oda Fell, who runs the harbour.</p>
<blockquote><p>We will look into it, and we will not wait for anybody to ask us.</p></blockquote>
<ul><li>The Tern was built in 1988 and refitted twice since then.</li></ul>
<figure><img src="x.jpg"><figcaption>The Tern in 2029.</figcaption></figure>
<p>An inquiry opens on Monday.</p>
<aside class="related"><h3>Read more</h3><a href="/2">Ten wrecks that shook the coast</a></aside>
</article>
<footer>Copyright The Ellery Post</footer><script>track("<p>never</p>")</script></body></html>"""


def shown(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind, " / ".join(document.text[s.start : s.end] for s in block.spans))
        for block in document.blocks
    ]


def test_an_article_is_read_without_what_stands_around_it() -> None:
    document = open_document(PAGE.encode(), "ferry.html")

    assert shown(document) == [
        ("title", "Ferry sinks off Port Ellery"),
        ("byline", "By Ann Marsh"),
        (
            "paragraph",
            "The ferry Tern had carried at least 40 people too many, a harbour official said on "
            "Sunday.",
        ),
        ("paragraph", "“Nobody counted,” said Oda Fell, who runs the harbour."),
        ("quotation", "We will look into it, and we will not wait for anybody to ask us."),
        ("item", "The Tern was built in 1988 and refitted twice since then."),
        ("caption", "The Tern in 2029."),
        ("paragraph", "An inquiry opens on Monday."),
    ]


def test_a_page_says_when_it_was_published_and_in_which_language() -> None:
    document = open_document(PAGE.encode(), "ferry.html")

    assert document.title == "Ferry sinks off Port Ellery"
    assert (document.published, document.language) == ("2031-03-02", "en")


def test_a_place_is_the_element_that_holds_it() -> None:
    document = open_document(PAGE.encode(), "ferry.html")
    start = document.text.index("Tern")

    place = document.layout.place(Span(start, start + 4), 2)

    assert place.element == (
        "html > body > article:nth-of-type(1) > p:nth-of-type(2) > em:nth-of-type(1)"
    )


def test_a_page_in_another_encoding_is_read() -> None:
    page = PAGE.replace("utf-8", "windows-1252")

    assert "“Nobody counted,”" in open_document(page.encode("cp1252"), "ferry.html").text
    assert "“Nobody counted,”" in open_document(page.encode("utf-16"), "ferry.html").text


def test_a_bare_page_is_read_whole() -> None:
    page = "<html><body><p>First.<p>Second <b>of</b> two<br><br>Third</body></html>"

    document = open_document(page.encode(), "-")

    assert [text for _, text in shown(document)] == ["First.", "Second of two", "Third"]
    assert document.text == "First.\n\nSecond of two\n\nThird"


def test_a_page_without_text_has_no_blocks() -> None:
    assert open_document(b"<html><body><img src=x></body></html>").blocks == ()
