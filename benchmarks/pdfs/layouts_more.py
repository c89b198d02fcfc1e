"""Further open layouts, rich in block quotations and running heads, of articles that quote much."""

from __future__ import annotations

from benchmarks.pdfs.layout import PLAIN, QUOTING, Layout

LINES = tuple(str(line) for line in range(1, 101))
"""Numbers of lines, in the margins."""

NOTICE = (
    "Confidential. For the addressee alone.",
    "If this reached you by mistake, tell us and destroy it.",
    "© ${outlet}, all rights reserved.",
)

MORE = (
    Layout(
        "review",
        "weasyprint",
        "book page, ragged left: quotations in smaller type alone; section names in the heads",
        front=("title", "byline"),
        byline="${authors}",
        running=("${page}", "${outlet}", "${section}"),
        suits=(*QUOTING, "writer"),
    ),
    Layout(
        "webprint",
        "weasyprint",
        "web page printed, A4: quotations centred between rules with a hanging mark; i of n, time",
        byline="${authors}",
        dateline="${date}",
        above=("Menu", "Archive", "Support us"),
        below=(
            "Read next",
            "The man who counted steps",
            "All letters",
            "Terms · Privacy · Imprint",
        ),
        running=("${title}", "${url}?print=1#top", "${page} of ${pages}", "${long}"),
        suits=(*QUOTING, "count"),
    ),
    Layout(
        "minutes",
        "typst",
        "minutes, A4, every line numbered, block paragraphs: quotations in another font alone",
        front=("title", "deck", "byline", "dateline"),
        byline="${authors}",
        dateline="${date}",
        running=("${outlet}", "${iso} 14:05", *NOTICE, "[${page}]", *LINES[:60]),
        without=PLAIN,
        suits=QUOTING,
    ),
    Layout(
        "working",
        "typst",
        "working paper, Letter, watermark and a vertical head: quotations on grey, name at right",
        byline="${authors}",
        dateline="${date}",
        notes="foot",
        running=("DRAFT", "${outlet} · ${month}", "WP-${number}", "Page ${page} of ${pages}"),
        suits=(*QUOTING, "census"),
    ),
    Layout(
        "brief",
        "latex",
        "brief, A4, double spacing, each fifth line numbered: quotations with single spacing",
        front=("title", "byline", "dateline"),
        byline="${authors}",
        dateline="${date}",
        running=("${outlet} v. ${slug}", "– ${page} –", *LINES[4::5]),
        without=PLAIN,
        sizes=(11, 12),
        suits=QUOTING,
    ),
    Layout(
        "dispatch",
        "reportlab",
        "bulletin, A4, two columns, head in the text's type, stamp: quotations 8 points in at left",
        front=("title", "deck", "byline"),
        byline="${authors}, ${place}",
        running=("${outlet}, ${date}", "${roman}", "RECEIVED ${PLACE}", "No. ${number}"),
        without=PLAIN,
        sizes=(10, 10.5),
        suits=QUOTING,
    ),
)
