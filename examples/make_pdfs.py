"""Print each example page as a PDF: `python examples/make_pdfs.py`, with WeasyPrint installed.

The PDFs hold the article only, as a browser's "print" would, and come out the same byte for byte
from the same WeasyPrint and fonts (DejaVu): a change in one means that its page changed.
"""

import os
from pathlib import Path

os.environ.setdefault("SOURCE_DATE_EPOCH", "1930348800")  # fonts carry a date too; read on import

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

HERE = Path(__file__).parent

COMMON = """
@page { size: A4; margin: 22mm 24mm }
body { font: 10pt/1.4 "DejaVu Serif", serif }
p { margin: 0 0 2.2mm }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 3mm }
h2, h3 { font-size: 11pt; margin: 3mm 0 2mm; break-after: avoid }
a { color: inherit; text-decoration: none }
header > nav, button, label, img { display: none }
"""

# Set as small as a pamphlet, so that it fills two pages and the turn falls inside a paragraph.
FRONT = """
@page {
  margin: 20mm 24mm 24mm;
  @top-left { content: "Highland Concord Front"; font: italic 7.5pt "DejaVu Serif", serif }
  @top-right {
    content: "What Happened at the Salt Market"; font: italic 7.5pt "DejaVu Serif", serif
  }
  @bottom-center { content: counter(page); font: 8pt "DejaVu Serif", serif }
}
@page :first { @top-left { content: none } @top-right { content: none } }
body { font: condensed 8.9pt/1.3 "DejaVu Serif", serif; text-align: justify; orphans: 1; widows: 1 }
#top, #menu, .crumb, #foot { display: none }
#wrap table, #wrap tbody, #wrap tr, #text { display: block; padding: 0 }
#statement > h1, #statement > h2, .sub, .date { text-align: center }
.sign { text-align: right }
#statement > h3 { font-size: 9.5pt }
blockquote, .cit, .letter { margin: 0 10mm 2.2mm; font-size: 8.4pt }
sup { font-size: 6pt }
hr { margin: 2mm 0 1mm; border: 0; border-top: .3pt solid; width: 20% }
.note { font-size: 7.5pt }
"""

FERRY = """
.skip__1, .nav__0Bq, .kicker__2kK, time, .share__5, figure, .ad-slot__v7Zr, .readmore__Tt2b,
.standards__n, .promo__e3E, .foot__9Cc { display: none }
body { font-family: "DejaVu Sans", sans-serif; font-size: 9.5pt }
.meta__f0f { margin-bottom: 4mm }
"""

# Two narrow columns with divided words, as in a weekly.
INTERVIEW = """
@page {
  margin: 16mm 15mm;
  @bottom-right {
    content: "Ellery Tidings  " counter(page); font: 8pt "DejaVu Serif", serif
  }
}
#masthead, .sharedaddy, .entry-footer, .post-navigation, #comments, #secondary, .site-footer,
.sep { display: none }
body { font: condensed 9.4pt/1.38 "DejaVu Serif", serif }
.entry-subtitle { font-style: italic; font-size: 11pt }
.byline, time { display: block }
.entry-content { columns: 2; column-gap: 8mm; text-align: justify; hyphens: auto; margin-top: 4mm }
.entry-content p { margin: 0; text-indent: 4mm }
figure { margin: 2mm 0; padding: 1.5mm 0; border: solid; border-width: .4pt 0; break-inside: avoid }
figcaption { font-size: 8pt; hyphens: manual; text-align: left }
"""

RELEASE = """
@page { size: Letter; margin: 1in }
.sticky, .region-header, .breadcrumb, .block, .footer { display: none }
body { font-family: "DejaVu Sans", sans-serif; font-size: 9pt }
h1 { font-size: 15pt }
.text-align-center { text-align: center }
"""

BLOG = """
@page {
  @bottom-center {
    content: counter(page) " / " counter(pages); font: 8pt "DejaVu Sans", sans-serif
  }
}
.top, .lb-status, .lb-key, .lb-share, .lb-support, .most-read, .foot { display: none }
body { font-family: "DejaVu Sans", sans-serif; font-size: 9pt }
.lb-block { border-top: .4pt solid; padding-top: 2mm; margin-top: 3mm }
.lb-block__head { break-after: avoid }
.lb-block__time { font-weight: bold }
.tern-post { border: .4pt solid; margin: 0 12mm 2.2mm; padding: 2mm 3mm }
"""

PRINT = {
    "statement-of-the-front": FRONT,
    "ferry-wire": FERRY,
    "interview-harbourmaster": INTERVIEW,
    "press-release-waterworks": RELEASE,
    "live-blog-vote": BLOG,
}


def make_pdf(name: str) -> Path:
    """Print `NAME.html` to `NAME.pdf` beside it, without the network; the new path."""
    offline = URLFetcher(allowed_protocols=["data"])
    page = HTML(
        string=(HERE / f"{name}.html").read_text("utf-8"), media_type="print", url_fetcher=offline
    )
    target = HERE / f"{name}.pdf"
    page.write_pdf(
        target, stylesheets=[CSS(string=COMMON + PRINT[name])], pdf_identifier=name.encode()
    )
    return target


if __name__ == "__main__":
    for name in PRINT:
        path = make_pdf(name)
        print(f"{path.name}: {path.stat().st_size:,} bytes")
