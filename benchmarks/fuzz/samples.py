"""Small valid texts, pages, mails and PDFs, for a fuzzer to break."""

from __future__ import annotations

import io
import json
from email.message import EmailMessage

LINES = (
    "Ferry sinks off Port Ellery, killing at least 31",
    "By Ann Marsh and Tom Fell",
    "PORT ELLERY, March 2, 2031 — A harbour official said the ferry had carried too many.",
    "\u201cA list,\u201d one man said. \u201cJust read us the list.\u201d",
    "Two people briefed on the log said there had been a second call, \u201ceight minutes later"
    "\u201d.",
)
WRAPPED = (
    "The operator rejected that account. \u201cThe Grey Petrel left with 158 passen-\n"
    "gers,\u201d it said in a statement. \u201cAny suggestion that she was *overloaded* is\n"
    "false.\u201d[1] It was reportedly the last, and nobody has said who gave the or-\n"
)
PAGED = (
    f"THE PORT ELLERY COURIER\n\n{LINES[0]}\n{LINES[1]}\n\n{WRAPPED}\n1\n\fTHE PORT ELLERY "
    f"COURIER\n\n"
    "der to sail, or why.\n\n    Set in, as quotations are when a text is made of a page, and\n"
    "    two lines long.\n\n* one\n* two\n\n> He wrote: no.\n>> And I: yes.\n\n"
    "name      dead\nPetrel      31\nGull         2\n\n[1] Letter of March 3.\n\n2\n\f"
)
MARKDOWN = f"""---
title: "Ferry sinks"
date: 2031-03-02
lang: en
---
# {LINES[0]}

*By Ann Marsh*

{LINES[2]} <!-- a comment --> [More](http://x.example "t")[^1]

> {LINES[3]}
> > nested

- one
  1. two

| name | dead |
|------|-----:|
| Petrel | 31 |

[^1]: A note.
"""
JSON_LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": LINES[0],
                "datePublished": "2031-03-02T08:00:00Z",
                "author": [{"name": "Ann Marsh"}],
                "publisher": {"name": "Port Ellery Courier"},
                "articleBody": LINES[2],
            }
        ],
    }
)
PAGE = f"""<!doctype html><html lang=en><head><meta charset="utf-8"><title>{LINES[0]}</title>
<meta property="og:title" content="Ferry &amp; log"><meta name=author content="Ann Marsh">
<link rel=canonical href="http://courier.example/ferry"><base href="/x">
<script type="application/ld+json">{JSON_LD}</script><style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/c">Coast</a></ul></nav>
<main><article><h1>{LINES[0]}</h1><p class=byline>{LINES[1]}<time datetime="2031-03-02">2
March</time>
<p>{LINES[2]}<sup><a href="#n1">1</a></sup></p><blockquote><p>{LINES[3]}</p></blockquote>
<figure><img src="data:image/png;base64,AAAA" alt=quay><figcaption>The quay</figcaption></figure>
<h2>Log</h2><ul><li>one<ul><li>two</ul><li>three</ul><table><tr><th>name<td>31</table>
<aside class="pullquote">\u201cNo\u201d</aside><div>loose text<br><br>{LINES[4]}</div>
<pre>set\n in</pre><div hidden>gone</div><template><p>x</template><svg><text>t</text></svg>
<div class=related><h3>Related</h3><a href=/y>Gull</a></div>
<section id=notes><ol><li id=n1>Letter of March 3.</ol></section></article></main>
<footer><p>1 Quay Street</p></footer></body></html>
"""


def mail() -> bytes:
    made = EmailMessage()
    made["Subject"] = "Fähre sinks"
    made["From"] = "Port Ellery Courier <news@courier.example>"
    made["To"] = "ann@x.example"
    made["Date"] = "Tue, 04 Mar 2031 08:00:00 +0000"
    made["List-Id"] = "<courier.example>"
    made.set_content(
        "\n\n".join(LINES) + "\n\nOn Monday, Tom wrote:\n> No.\n>> Yes.\n\n-- \nAnn\n", cte="8bit"
    )
    made.add_alternative(PAGE, subtype="html", cte="quoted-printable")
    made.add_attachment("\n".join(LINES).encode(), "text", "plain", filename="ferry.txt")
    inner = EmailMessage()
    inner["Subject"] = "Forwarded"
    inner.set_content(WRAPPED, cte="8bit")
    made.add_attachment(inner)
    for number, part in enumerate(made.walk()):
        if part.get_content_maintype() == "multipart":
            part.set_boundary(f"b{number}")
    return made.as_bytes()


def mbox() -> bytes:
    plain = (
        b"From: a@x.example\nSubject: =?utf-8?B?RsOkaHJl?=\nDate: Tue, 4 Mar 2031 08:00 +0000\n\n"
    )
    separator = b"From a@x.example Tue Mar  4 08:00:00 2031\n"
    return b"\n".join((separator + plain + WRAPPED.encode(), separator + mail(), separator + plain))


def mhtml() -> bytes:
    head = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: http://courier.example/ferry\n"
        "Subject: Ferry\nDate: Tue, 4 Mar 2031 08:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--x"\n\n'
    )
    part = "----x\nContent-Type: text/html; charset=utf-8\nContent-Location: {}\n\n{}\n"
    return (
        head + part.format("http://courier.example/ferry", PAGE) + part.format("cid:1", "<p>frame")
    ).encode() + b"----x--\n"


def pdf(packed: bool) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    data = io.BytesIO()
    canvas = Canvas(data, (300, 400), pageCompression=packed, invariant=True)
    canvas.setTitle(LINES[0])
    for page in range(2):
        canvas.drawString(40, 380, "The Port Ellery Courier")
        for column in (40, 160):
            text = canvas.beginText(column, 350 - 20 * page)
            for line in (LINES[0] + " " + WRAPPED).split("\n"):
                text.textLines([line[at : at + 22] for at in range(0, len(line), 22)])
            canvas.drawText(text)
        canvas.drawString(150, 20, str(page + 1))
        canvas.bookmarkPage(f"p{page}")
        canvas.addOutlineEntry("Page", f"p{page}")
        canvas.linkURL("http://x.example", (40, 300, 80, 320))
        canvas.showPage()
    canvas.save()
    return data.getvalue()
