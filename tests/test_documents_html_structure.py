"""The kinds of blocks in web pages, and what is left out of them."""

from __future__ import annotations

from quoth.documents import open_document
from quoth.records import Document

FIRST = "The ferry had carried at least 40 people too many, a harbour official said on Sunday."
LAST = "An inquiry opens on Monday, and the harbour stays closed until it has ended."
SAID = "We will look into it, and we will not wait for anybody to ask us."


def opened(between: str, top: str = "", below: str = "", head: str = "") -> Document:
    page = f"""<html><head><title>Ferry sinks off Port Ellery</title>{head}</head><body>
    <div class="content"><h1>Ferry sinks off Port Ellery</h1>{top}
    <div class="text"><p>{FIRST}</p>{between}<p>{LAST}</p></div>{below}</div></body></html>"""
    return open_document(page.encode(), "ferry.html")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.spans[0].start : b.spans[0].end]) for b in document.blocks]


def amid(between: str, head: str = "") -> list[tuple[str, str]]:
    """The blocks between the first and the last paragraph."""
    shown = blocks(opened(between, head=head))
    return shown[shown.index(("paragraph", FIRST)) + 1 : shown.index(("paragraph", LAST))]


def test_deck_byline_and_date_stand_between_headline_and_text() -> None:
    deck = "The harbour says that nobody counted, and the company that everybody did."
    document = opened(
        "",
        top=f"""<p>{deck}</p><div class="meta"><span class="author">By Ann Marsh</span>
        <time>2 March 2031</time></div><div class="share">Share <a href="#">by mail</a></div>
        <figure><img src="x"><figcaption>The Tern in 2029. <b>Jo Lund</b></figcaption></figure>""",
    )

    assert blocks(document) == [
        ("title", "Ferry sinks off Port Ellery"),
        ("deck", deck),
        ("byline", "By Ann Marsh"),
        ("dateline", "2 March 2031"),
        ("caption", "The Tern in 2029. Jo Lund"),
        ("paragraph", FIRST),
        ("paragraph", LAST),
    ]


def test_quotations_are_kept_however_they_are_set() -> None:
    for markup in (
        f"<blockquote><p>{SAID}</p></blockquote>",
        f'<aside class="pull-quote"><p>{SAID}</p></aside>',
        f'<figure class="wp-block-pullquote"><blockquote>{SAID}</blockquote></figure>',
        f'<div class="field--name-quote-text">{SAID}</div>',
        f'<div style="margin-left: 40px">{SAID}</div>',
        f"<dl><dd>{SAID}</dd></dl>",
        f"<p><em>“{SAID}”</em></p>",
    ):
        (kind, text), *rest = amid(markup)
        assert (kind, text.strip("“”"), rest) == ("quotation", SAID, []), markup


def test_a_class_that_the_style_sets_in_and_slants_makes_a_quotation() -> None:
    style = "<style>.q7 { margin: 1em 3em; font-style: italic }</style>"

    assert amid(f'<p class="q7">{SAID}</p>', head=style) == [("quotation", SAID)]


def test_who_is_quoted_stays_with_the_quotation() -> None:
    markup = f"<blockquote><p>{SAID}</p><footer><cite>Oda Fell</cite></footer></blockquote>"

    assert amid(markup) == [("quotation", SAID), ("quotation", "Oda Fell")]


def test_lists_are_kept_and_lists_of_links_are_not() -> None:
    items = "<ul><li>The Tern was built in 1988.</li><li>Refitted twice</li></ul>"
    links = '<ul><li><a href="/1">Ten wrecks</a></li><li><a href="/2">Another wreck</a></li></ul>'

    assert amid(items + links) == [
        ("item", "The Tern was built in 1988."),
        ("item", "Refitted twice"),
    ]


def test_a_table_is_one_block() -> None:
    table = "<table><tr><th>Year</th><th>Dead</th></tr><tr><td>1988</td><td>4</td></tr></table>"

    assert amid(table) == [("table", "Year\tDead\n1988\t4")]


def test_notes_are_tied_to_their_marks() -> None:
    document = opened(
        '<p>The figure is the company’s.<sup><a href="#n1">[1]</a></sup> It has changed since.</p>',
        below='<ol><li id="n1">Letter of 3 May 2031. <a href="#r1">↩</a></li></ol>',
    )

    (reference,) = document.references
    assert document.text[reference.span.start : reference.span.end] == "[1]"
    assert blocks(document)[reference.block] == ("footnote", "Letter of 3 May 2031.")


def test_what_stands_beside_an_article_is_left_out() -> None:
    document = opened(
        """<div class="related-links"><h3>Read also</h3><a href="/2">Ten wrecks</a></div>
        <div class="newsletter-signup"><p>Get our letter each morning, free of charge.</p></div>
        <p><strong>READ MORE:</strong> <a href="/3">The harbour that nobody runs any more</a></p>
        <div class="ad-slot">Advertisement</div>""",
        below="""<div class="author-bio"><p>Ann Marsh writes about ships, mostly of those that
        sank.</p></div><h3>2 comments</h3><ul><li><b>Gus</b> <i>2 days ago</i><p>And yet we all
        sail.</p></li><li><b>Ines</b> <i>3 days ago</i><p>My class read this today.</p></li></ul>
        <div class="cookie-consent"><p>We use cookies to make the site work for all.</p></div>""",
    )

    assert blocks(document) == [
        ("title", "Ferry sinks off Port Ellery"),
        ("paragraph", FIRST),
        ("paragraph", LAST),
    ]


def test_an_article_is_believed_whatever_its_box_is_called() -> None:
    page = (
        f"<html><body><div class='sidebar related modal'><p>{FIRST}</p><p>{LAST}</p></div></body>"
    )

    assert [text for _, text in blocks(open_document(page.encode(), "x.html"))] == [FIRST, LAST]


def test_entries_of_a_live_report_are_kept() -> None:
    entries = "".join(
        f"<article><time>{hour}.00</time><p>{FIRST} It was {hour} then.</p></article>"
        for hour in range(9, 15)
    )
    page = f"<html><body><h1>Ferry sinks: live</h1><div>{entries}</div></body></html>"

    assert open_document(page.encode(), "x.html").text.count("a harbour official") == 6


def test_a_page_set_with_line_breaks_has_headline_byline_and_items() -> None:
    page = f"""<html><title>Post :: Ferry sinks off Port Ellery</title><body><font size=5><b>Ferry
    sinks off Port Ellery</b></font><br>By Ann Marsh Posted: 2 March 2031<br><br>{FIRST}<br><br>
    <b>What is known</b><br><br>{LAST}<br><br>- forty people<br>- one ferry<br><br>{SAID}"""

    assert blocks(open_document(page.encode(), "x.html")) == [
        ("title", "Ferry sinks off Port Ellery"),
        ("byline", "By Ann Marsh"),
        ("dateline", "Posted: 2 March 2031"),
        ("paragraph", FIRST),
        ("heading", "What is known"),
        ("paragraph", LAST),
        ("item", "forty people"),
        ("item", "one ferry"),
        ("paragraph", SAID),
    ]


def test_words_that_labels_and_comments_begin_with_may_begin_prose() -> None:
    between = f"""<h2>The response</h2><p>Share this, said the note that lay on the bridge, and
    nobody did; listen to the wind and you will hear all of it again.</p><p>{SAID}</p>"""

    assert [kind for kind, _ in amid(between)] == ["heading", "paragraph", "paragraph"]


def test_a_small_box_that_asks_for_an_address_is_left_out() -> None:
    between = f"<div><h3>Sign up</h3><p>All of our reports, by mail.</p></div><p>{SAID}</p>"

    assert amid(between) == [("paragraph", SAID)]


def test_posts_of_others_are_quotations() -> None:
    post = f'<div class="embed embed--twitter"><p>{SAID}</p><p>— Oda Fell (@oda)</p></div>'

    assert amid(post) == [("quotation", SAID), ("quotation", "— Oda Fell (@oda)")]


def test_a_date_below_the_headline_is_no_heading_in_a_short_report() -> None:
    page = f"""<html><head><title>Ferry sinks - Post</title></head><body><div><h1>Ferry sinks</h1>
    <div class="author"><div>By Ann Marsh</div><div class="subline">March 2, 2031 10:43</div></div>
    <div><div>{FIRST}<br><br>{LAST}</div></div></div></body></html>"""

    assert [kind for kind, _ in blocks(open_document(page.encode(), "x.html"))] == [
        "title",
        "byline",
        "dateline",
        "paragraph",
        "paragraph",
    ]


def test_the_name_of_the_site_is_no_headline() -> None:
    page = f"""<html><head><title>The Ellery Post » Ferry sinks</title></head><body>
    <h1><a href="/">The Ellery Post</a></h1><div class="post"><h2>Ferry sinks</h2>
    <p>{FIRST}</p><p>{LAST}</p></div></body></html>"""

    document = open_document(page.encode(), "x.html")

    assert blocks(document)[0] == ("title", "Ferry sinks")
    assert document.metadata.outlet
    assert document.metadata.outlet.value == "The Ellery Post"


def test_a_short_sentence_may_be_the_last() -> None:
    page = f"<html><body><h1>Ferry sinks</h1><p>{FIRST}</p><p>{LAST}</p><p>“No.”</p></body></html>"

    assert open_document(page.encode(), "x.html").text.endswith("“No.”")


def test_a_heading_that_is_not_closed_does_not_take_the_article_with_it() -> None:
    page = f"<html><body><h1>Ferry sinks<p>{FIRST}<p>{LAST}<h2>Who counts<p>{FIRST}<p>{SAID}"

    assert blocks(open_document(page.encode(), "x.html")) == [
        ("title", "Ferry sinks"),
        ("paragraph", FIRST),
        ("paragraph", LAST),
        ("heading", "Who counts"),
        ("paragraph", FIRST),
        ("paragraph", SAID),
    ]


def test_an_answer_may_be_given_twice_and_a_doubled_caption_is_read_once() -> None:
    twice = f"<p>Who counted?</p><p>{SAID}</p><p>Who was to count?</p><p>{SAID}</p><p>{SAID}</p>"
    caption = f"<figure><img src=x><figcaption>{SAID}</figcaption></figure>"

    assert [text for _, text in amid(twice)].count(SAID) == 3
    assert amid(caption + caption) == [("caption", SAID)]


def test_verse_keeps_its_lines() -> None:
    verse = "The drawer shut,\nthe list was gone."

    assert amid(f"<pre>\n  {verse}\n</pre>") == [("paragraph", verse)]
