"""The families of formats: samples of each, and the words that mean something in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.fuzz import more_samples as more
from benchmarks.fuzz import office_samples as office
from benchmarks.fuzz import samples as plain

Make = Callable[[], bytes | Sequence[bytes]]


@dataclass(frozen=True)
class Family:
    """`samples` go under the format that each is of."""

    name: str
    suffixes: tuple[str, ...]
    """Formats that only their names tell apart are tried under each."""
    samples: dict[str, Make] = field(repr=False)
    tokens: tuple[bytes, ...] = field(repr=False)

    def made(self) -> list[bytes]:
        """All samples."""
        given = [make() for make in self.samples.values()]
        return [data for each in given for data in ([each] if isinstance(each, bytes) else each)]


def _encoded(*texts: str, encodings: str = "utf-8") -> Make:
    return lambda: [text.encode(e, "replace") for text in texts for e in encodings.split()]


def _split(words: str) -> tuple[bytes, ...]:
    return tuple(word.replace("~", " ").encode() for word in words.split())


HTML = _split(
    """<p> </p> <div> </div> <br> <br><br> <h1> </h1> <h2> <article> </article> <main> <body>
    </body>
    <blockquote> </blockquote> <q> <ul> <ol> <li> <table> <tr> <td> <th> </table> <figure>
    <figcaption>
    <aside> <nav> <footer> <header> <section> <pre> <script> </script> <style> <template> <noscript>
    <svg> <math> <iframe> <select> <textarea> <title> </title> <meta~name=author~content=x>
    <frameset>
    <meta~property="article:published_time"~content="2031-13-45"> <time~datetime=x> <!-- -->
    <![CDATA[
    ]]> &nbsp; &shy; &amp &#x110000; <sup> <sup><a~href="#n1">2</a></sup> ~id=n1 ~class=byline
    ~class=dateline ~class=caption ~class=footnote ~hidden ~style="display:none" ~role=note
    <a~href=#>
    <script~type="application/ld+json"> {"@type":"NewsArticle","author":[[[]]]} <x-y> <p~p=> < >
    " '"""
)
TEXT = _split(
    """> >> - * 1. # ## === --- ``` | |--- [1] [^1]: <!-- --> *x* _x_ By~ “ ” " ' — \\ \t \f [a](b)
    [1]~Letter. Photo: ¹ ... ™ &amp; ______ Page~2~of~3"""
)
MAIL = _split(
    """Content-Type:~text/html;~charset=utf-8 Content-Type:~multipart/mixed;~boundary=x --x --x--
    Content-Transfer-Encoding:~base64 Content-Transfer-Encoding:~quoted-printable =?utf-8?B?RsO=?=
    =?x?Q?=FF?= =E2=80= From~a@b Subject: Date: MIME-Version:~1.0 Content-Disposition:~attachment
    Content-Type:~message/rfc822 begin~644~x > On~Monday~Ann~wrote: Content-Location: cid:1 --
    ;~x*0*=
    filename*=utf-8''%ff Message-ID:~<[>"""
)
XML = _split(
    """<w:p> </w:p> <w:r> <w:t> </w:t> <w:tbl> <w:tr> <w:tc> <w:sectPr> w:val="-1" <w:ins> <w:del>
    <w:footnoteReference~w:id="2"/> <w:footnote~w:id="2"> <w:basedOn~w:val="Title"/>
    <mc:AlternateContent>
    <text:p> <text:s~text:c="999999999"/> <text:list> <text:note> <text:section> <table:table>
    table:number-columns-repeated="9999999" <!DOCTYPE~x~[<!ENTITY~a~"b">]> &a; <![CDATA[ ]]> <?x?>
    <text:h~text:outline-level="x"> <item~id="a"~href="../../x"> <itemref~idref="a"/> %2e%2e #a"""
)
RTF = _split(
    r"""{\* } { \par \pard \u-1? \u55357?\u56832? \uc0 \uc9999 \'9 \'zz \bin999999 \li720 \s1
    \fi-9 \row
    \trowd \cell \intbl \footnote \upr \ud \field \fldinst \fldrslt \v \plain \f1 \ansicpg932 \~
    \_ \
    \pc \mac \sect \page \line \stylesheet \info \pict \object \u"""
)
FEEDS = _split(
    """<item> </item> <entry> </entry> <title> <content:encoded> <description> <link/>
    <pubDate>x</pubDate>
    <![CDATA[ ]]> <!DOCTYPE~x~[<!ENTITY~a~"b">]> &a; type="xhtml" type="html"
    xml:base="http://[" <channel>
    null [] {} "items":[ "content_html": "version": &lt;p&gt;"""
)
TABLES = _split(
    """ , " "" ; \t | { } [ ] : null true NaN Infinity 1e999 "text": "id": "date": {} [] [[
    {"text":"a"}
    "\\u0000" "\\ud800" \n{ \r text,id,date -0 1E400 "articles": PAR1"""
)
ARCHIVES = _split(
    """PK\x03\x04 PK\x01\x02 PK\x05\x06 PK\x06\x06 ustar BZh9 WARC/1.0 WARC/1.1 WARC-Type:~response
    Content-Length:~5 Content-Length:~-5 HTTP/1.1~200~OK HTTP/1.1 Transfer-Encoding:~chunked
    ffffffff
    Content-Encoding:~gzip Content-Encoding:~br Content-Type:~text/html WARC-Type:~revisit ../"""
)
PDF = _split(
    """obj endobj stream endstream xref trailer startxref %%EOF /Type /Page /Pages /Kids /Count
    /Parent
    /Length /FlateDecode /ASCII85Decode /LZWDecode /Contents 1~0~R 3~0~R << >> [ ] BT ET Tj TJ
    T* Tf Tm
    1~0~0~1~0~0~cm /MediaBox~[0~0~0~0] /Rotate~90 /Encrypt /Names /JavaScript /Annots 1e38 -1e38 nan
    /Font /ToUnicode /Encoding q Q Do /XObject /MCID /StructTreeRoot /CropBox BI ID EI Tz 0~Tz
    0~Tf"""
)
PRESS = _split(
    """1~of~2~DOCUMENTS End~of~Document LENGTH:~5~words Length: BYLINE: Body LOAD-DATE: HD~~ TD
    LP PD~~2
    AN~~ Document~X Full~text: Author: ____________________ Document~2~of~2 <tr><td> </table>
    Copyright
    Publication~date: Title: Classification"""
)

FAMILIES = (
    Family(
        "text",
        (".txt", ".md"),
        {
            "plain": _encoded("\n".join(plain.LINES), plain.PAGED, encodings="utf-8 utf-16 cp1252"),
            "markdown": _encoded(plain.MARKDOWN),
        },
        TEXT,
    ),
    Family(
        "html",
        (".html",),
        {"html": _encoded(plain.PAGE, encodings="utf-8 utf-16"), "mhtml": plain.mhtml},
        HTML,
    ),
    Family("pdf", (".pdf",), {"pdf": lambda: [plain.pdf(packed) for packed in (False, True)]}, PDF),
    Family(
        "office",
        (".docx", ".odt", ".rtf", ".epub"),
        {"docx": office.docx, "odt": office.odt, "rtf": office.rtf, "epub": office.epub},
        XML + RTF,
    ),
    Family("mail", (".eml", ".mbox"), {"mail": plain.mail, "mbox": plain.mbox}, MAIL + HTML),
    Family(
        "feeds",
        (".xml",),
        {"feeds": _encoded(more.RSS, more.ATOM, more.RDF, more.JSON_FEED)},
        FEEDS + HTML,
    ),
    Family(
        "tables",
        (".jsonl", ".csv"),
        {
            "tables": lambda: [
                more.comma(),
                more.json_lines(),
                b'{"articles": [' + more.json_lines().replace(b"\n", b", ") + b"]}",
                b"[" + more.json_lines().replace(b"\n", b",\n") + b"]",
            ],
            "parquet": more.parquet,
        },
        TABLES,
    ),
    Family(
        "archives",
        ("",),
        {
            "zips": more.mixed_zip,
            "tars": more.tar,
            "warc": more.warc,
            "packed": more.packed_archives,
        },
        ARCHIVES,
    ),
    Family(
        "press",
        (".txt",),
        {
            "press": lambda: [
                *(t.encode() for t in (more.NEXIS, more.LEXIS, more.FACTIVA, more.PROQUEST)),
                more.press_page(),
            ]
        },
        PRESS,
    ),
)


def family_named(name: str) -> Family:
    """The family that is called `name`."""
    return next(each for each in FAMILIES if each.name == name)
