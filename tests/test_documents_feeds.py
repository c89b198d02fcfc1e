"""Opening feeds: each entry a document in its fullest text, malformed ones as far as it goes."""

from __future__ import annotations

import json

import pytest
from test_documents_mail import shown

from quoth.documents import open_documents
from quoth.errors import UnreadableInput
from quoth.records import Document, Metadata

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Ellery Post</title><link>https://ellery.example/</link>
<atom:link rel="self" href="https://ellery.example/feed"/><language>en-GB</language>
<item><title>Ferry sinks off Port Ellery</title><link>https://ellery.example/ferry</link>
<dc:creator>Ann Marsh</dc:creator><pubDate>Sun, 02 Mar 2031 08:00:00 +0100</pubDate>
<category>Harbour</category><guid isPermaLink="false">f1</guid>
<description>The ferry had carried too many …</description>
<content:encoded><![CDATA[<p>The ferry had carried at least 40 people too many, a harbour official
said on Sunday.</p><blockquote><p>We will look into it.</p></blockquote>
<p>The post <a href="/ferry">Ferry</a> appeared first on <a href="/">The Ellery Post</a>.</p>
]]></content:encoded></item>
<item><title>Mayor &amp;amp; council deny it</title><guid>https://ellery.example/mayor</guid>
<author>oda@ellery.example (Oda Fell)</author>
<description>The mayor denied it on Saturday.

“Nobody counted,” he said.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Ellery Post</title>
<author><name>The newsroom</name></author>
<entry><title type="html">Ferry &lt;em&gt;Tern&lt;/em&gt; sinks</title><id>tag:1</id>
<link rel="replies" href="https://ellery.example/c"/><link href="https://ellery.example/ferry"/>
<published>2031-03-02T08:00:00Z</published><updated>2031-03-03T08:00:00Z</updated>
<author><name>Ann Marsh</name></author><author><name>Finn Tarn</name></author>
<summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nobody <b>counted</b>, said Oda
Fell.</p><ul><li>The Tern was built in 1988.</li></ul></div></content></entry>
<entry><title>Two</title><summary type="text">1 &lt; 2, said the mayor.</summary></entry></feed>"""

RDF = """<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="/"><title>Wire</title></channel>
<item rdf:about="/1"><title>One</title><dc:date>2031-03-02</dc:date><description>&x; He said so.
</description></item></rdf:RDF>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Ellery Post",
        "authors": [{"name": "The newsroom"}],
        "items": [
            {
                "id": "1",
                "url": "https://ellery.example/ferry",
                "title": "Ferry sinks",
                "content_html": "<p>Nobody counted, said Oda Fell.</p>",
                "content_text": "Nobody counted.",
                "date_published": "2031-03-02T08:00:00Z",
                "tags": ["Harbour"],
            },
            {"id": 2, "content_text": "He said so.\n", "authors": [{"name": "Ann Marsh"}]},
        ],
    }
)


def read(feed: str | bytes, name: str = "feed.xml") -> list[Document]:
    data = feed.encode() if isinstance(feed, str) else feed
    return [each for each in open_documents(data, name) if isinstance(each, Document)]


def stated(known: Metadata) -> dict[str, object]:
    one = {name: getattr(known, name) for name in ("outlet", "title", "published", "address")}
    values: dict[str, object] = {name: value and value.value for name, value in one.items()}
    return {**values, "authors": [author.value for author in known.authors]}


def test_an_entry_is_a_document_in_its_fullest_text() -> None:
    first, second = read(RSS)

    assert (first.name, second.name) == ("feed.xml#1", "feed.xml#2")
    assert shown(first) == [
        ("title", "Ferry sinks off Port Ellery"),
        (
            "paragraph",
            "The ferry had carried at least 40 people too many, a harbour official said on Sunday.",
        ),
        ("quotation", "We will look into it."),
    ]
    assert shown(second)[1:] == [
        ("paragraph", "The mayor denied it on Saturday."),
        ("paragraph", "“Nobody counted,” he said."),
    ]


def test_an_entry_says_who_wrote_it_when_and_where_it_stands() -> None:
    first, second = read(RSS)

    assert stated(first.metadata) == {
        "outlet": "The Ellery Post",
        "title": "Ferry sinks off Port Ellery",
        "published": "2031-03-02",
        "address": "https://ellery.example/ferry",
        "authors": ["Ann Marsh"],
    }
    assert first.language == "en-GB"
    assert first.metadata.columns == (("id", "f1"), ("category", "Harbour"))
    assert stated(second.metadata) == {
        "outlet": "The Ellery Post",
        "title": "Mayor & council deny it",
        "published": None,
        "address": "https://ellery.example/mayor",
        "authors": ["Oda Fell"],
    }
    assert second.metadata.title
    assert second.metadata.title.where == "feed"


def test_a_place_is_the_number_of_the_entry_and_the_element_in_it() -> None:
    first, second = read(RSS)

    assert first.layout.place(first.blocks[0].spans[0], 0).part == "title"
    place = first.layout.place(first.blocks[2].spans[0], 2)
    assert (place.record, place.element) == (
        1,
        "html > body > blockquote:nth-of-type(1) > p:nth-of-type(1)",
    )
    place = second.layout.place(second.blocks[2].spans[0], 2)
    assert (place.record, place.line, place.column) == (2, 3, 1)


def test_atom_is_read() -> None:
    first, second = read(ATOM)

    assert shown(first) == [
        ("title", "Ferry Tern sinks"),
        ("paragraph", "Nobody counted, said Oda Fell."),
        ("item", "The Tern was built in 1988."),
    ]
    assert stated(first.metadata)["authors"] == ["Ann Marsh", "Finn Tarn"]
    assert stated(first.metadata)["address"] == "https://ellery.example/ferry"
    assert first.metadata.modified
    assert (first.published, first.metadata.modified.value) == ("2031-03-02", "2031-03-03")
    assert shown(second) == [("title", "Two"), ("paragraph", "1 < 2, said the mayor.")]
    assert stated(second.metadata)["authors"] == ["The newsroom"]


def test_rss_in_rdf_is_read_and_nothing_from_outside() -> None:
    (only,) = read(RDF)

    assert shown(only) == [("title", "One"), ("paragraph", "&x; He said so.")]
    assert stated(only.metadata)["published"] == "2031-03-02"


def test_json_feeds_are_read() -> None:
    first, second = read(JSON, "feed.json")

    assert shown(first) == [
        ("title", "Ferry sinks"),
        ("paragraph", "Nobody counted, said Oda Fell."),
    ]
    assert stated(first.metadata)["authors"] == ["The newsroom"]
    assert shown(second) == [("paragraph", "He said so.")]
    assert stated(second.metadata)["authors"] == ["Ann Marsh"]


def test_a_json_feed_may_say_late_that_it_is_one() -> None:
    feed = json.loads(JSON)
    long = json.dumps({"title": "Post", "description": "A paper. " * 420, **feed})

    for text in (long, json.dumps(feed, sort_keys=True)):
        assert [each.name for each in read(text, "a.json")] == ["a.json#1", "a.json#2"]


def test_a_sitemap_has_nothing_to_read() -> None:
    for name in ("urlset", "sitemapindex"):
        text = (
            f'<?xml version="1.0"?><{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            f"<url><loc>https://ellery.example/</loc></url></{name}>"
        )
        (outcome,) = open_documents(text.encode(), "a.xml")

        assert isinstance(outcome, UnreadableInput)
        assert "a sitemap holds addresses, no text" in str(outcome)


MALFORMED = {
    "bare &": ("Ferry", "Harbour & ferry"),
    "bare <": ("Ferry", "1 < 2, ferry"),
    "HTML's entities": ("Ferry", "Caf&eacute;&nbsp;ferry"),
    "control characters": ("Ferry", "Fe\x0brry"),
    "no vocabulary": ('xmlns:content="http://purl.org/rss/1.0/modules/content/"', ""),
    "an element closed by another name": ("</category>", "</cat>"),
    "a document type": (
        "<rss",
        '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://n/r.dtd"><rss',
    ),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_feed_is_read(case: str) -> None:
    before, after = MALFORMED[case]

    documents = read(RSS.replace(before, after, 1))

    assert [each.name for each in documents] == ["feed.xml#1", "feed.xml#2"]
    assert "a harbour official said" in documents[0].text
    assert "Nobody counted" in documents[1].text


def test_a_feed_in_another_encoding_is_read() -> None:
    for encoding in ("windows-1252", "utf-16"):
        _, second = read(RSS.replace("utf-8", encoding).encode(encoding))
        assert "“Nobody counted,”" in second.text


def test_a_feed_that_breaks_off_is_read_up_to_there_and_says_so() -> None:
    *entries, last = open_documents(RSS[: RSS.index("<description>The mayor") + 20].encode(), "f")

    assert [each.name for each in entries] == ["f#1", "f#2"]
    assert isinstance(last, UnreadableInput)
    assert last.reason == "this feed breaks off after 2 entries; get it again for the others"


def test_feeds_cut_off_anywhere_are_read_or_refused_in_a_line() -> None:
    for whole in (RSS.encode(), ATOM.encode(), RDF.encode(), JSON.encode()):
        for cut in range(20):
            for outcome in open_documents(whole[: len(whole) * cut // 20], "f"):
                assert isinstance(outcome, Document) or "\n" not in outcome.reason


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))


def test_hostile_feeds_end_quickly() -> None:
    item = "<item><title>a</title><description>&a19;</description></item>"
    for feed in (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{LAUGHS}]><rss>{item}</rss>',
        "<rss>" + "<item>" * 100_000,
        "<rss><item>" + "<x>" * 1_000_000,
        "<rss><item><title>" + "&" * 500_000,
        "<rss><item><title>" + "<![CDATA[" * 300_000,
        "<rss>" + item * 2000,
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
        '{"version": "https://jsonfeed.org/version/1", "items": [1, null, {"title": 3}, []]}',
    ):
        for outcome in open_documents(feed.encode(), "f"):
            assert isinstance(outcome, Document) or "\n" not in outcome.reason


def test_xml_that_is_no_feed_is_none() -> None:
    assert [
        each.name for each in open_documents(b"<p>The RSS feed of http://purl.org/rss</p>")
    ] == ["bytes"]
