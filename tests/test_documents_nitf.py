"""Opening the reports of news agencies in NITF."""

from __future__ import annotations

from test_documents_mail import shown

from quoth.documents import open_document

NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://n/nitf.dtd"><nitf><head>
<title>ferry-2</title><docdata><date.issue norm="20310302T080000Z"/></docdata>
<pubdata type="print" name="The Ellery Post"/></head><body><body.head>
<hedline><hl1>Ferry sinks</hl1>
<hl2>Nobody counted the passengers</hl2></hedline><byline>By <person>Ann Marsh</person></byline>
<dateline><location>PORT ELLERY</location></dateline></body.head><body.content>
<media><media-reference source="a.jpg"/><media.caption>The quay at noon.</media.caption></media>
<p>The ferry <object.title>Tern</object.title> had carried at least 40 people too many, said
<person>Oda Fell</person>.</p><hl2>The inquiry</hl2>
<p>It opens on Monday, the mayor said, and will take two years or more.</p>
</body.content></body></nitf>"""


def test_a_report_of_an_agency_has_its_headline_and_its_writer() -> None:
    document = open_document(NITF.encode(), "a.xml")

    assert shown(document) == [
        ("title", "Ferry sinks"),
        ("deck", "Nobody counted the passengers"),
        ("byline", "By Ann Marsh"),
        ("dateline", "PORT ELLERY"),
        ("caption", "The quay at noon."),
        (
            "paragraph",
            "The ferry Tern had carried at least 40 people too many, said Oda Fell.",
        ),
        ("heading", "The inquiry"),
        ("paragraph", "It opens on Monday, the mayor said, and will take two years or more."),
    ]
    known = document.metadata
    assert known.outlet
    assert known.outlet.value == "The Ellery Post"
    assert [author.value for author in known.authors] == ["Ann Marsh"]
    assert (document.title, document.published) == ("Ferry sinks", "2031-03-02")
