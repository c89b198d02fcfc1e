"""The layouts: what a page shows beside the words, and by which program it is set.

How it looks stands in `styles/` under the layout's name, in its producer's own language. A third of
the layouts is held back: who writes a reader of PDFs looks at the others alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from benchmarks.pdfs.article import Kind

Notes = Literal["foot", "end", "none"]

PLAIN: frozenset[Kind] = frozenset({"caption", "table"})
"""What the simpler layouts leave out."""

LONG = ("border", "census", "count", "ferry", "lake", "shots", "writer")
"""The articles that fill more than a large page."""


@dataclass(frozen=True)
class Layout:
    """One way to set an article. Strings are templates over the fields of `sheet.fields`."""

    name: str
    producer: str
    about: str
    copies: int = 2
    held: bool = False
    front: tuple[Kind, ...] = ("title", "deck", "byline", "dateline")
    byline: str = "By ${authors}"
    dateline: str = "${place}, ${date}"
    lead: str = ""
    """What opens the first paragraph: the place and the agency, as wire services do."""
    notes: Notes = "none"
    without: frozenset[Kind] = frozenset()
    box: Literal["first", "amid", "last"] | None = None
    """Where the page has the article's box."""
    numbered: bool = False
    """Paragraphs are numbered by section: 1.1, 1.2."""
    running: tuple[str, ...] = ()
    """What stands in the margin of the pages, with `${page}` and `${pages}`."""
    above: tuple[str, ...] = ()
    amid: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    """What a web page or a letterhead shows before, within and after the article."""
    sizes: tuple[float, ...] = (10, 10.5, 11)
    """Points of the text, one of them drawn for each copy."""
    tagged: bool = False
    turned: bool = False
    """The page's content lies on its side and the page is turned back by its /Rotate."""
    suits: tuple[str, ...] = ()
    """The articles that it is for; all where it names none."""
    divides: bool = False
    """A page or a column is to end within a word: margins are drawn until one does."""
    scanned: bool = False
    """Pages as images, without text: made to be tried, and not counted."""


MENU = ("Skip to content", "Home", "News", "Region", "Business", "Opinion", "Sign in", "Subscribe")
SHARE = ("Share", "Save", "Print", "Leave a comment")

OPEN = (
    Layout(
        "news",
        "weasyprint",
        "newspaper, A4, two columns, justified and hyphenated, indented first lines, untagged",
        copies=3,
        dateline="${date}",
        running=("${outlet}", "${weekday} ${date}", "${page}"),
        sizes=(10.5, 11, 11.5),
        divides=True,
        suits=LONG,
    ),
    Layout(
        "browser",
        "weasyprint",
        "web page printed from a browser, Letter, ragged: menu, related box, address and date",
        copies=3,
        front=("title", "deck", "byline", "dateline"),
        byline="${authors}",
        dateline="Published ${date}",
        running=("${short}, 9:41 AM", "${title} | ${outlet}", "${url}", "${page}/${pages}"),
        above=MENU,
        amid=("Related", "Five questions about the inquiry", "Opinion: Count again, slowly"),
        below=(*SHARE, "More from ${place}", "Market reopens in the rain", "© ${outlet} 2031"),
    ),
    Layout(
        "magazine",
        "weasyprint",
        "magazine, A4, three columns, drop cap, small caps, box, heads of the text's size, tagged",
        byline="Words by ${authors}",
        front=("title", "deck", "byline"),
        running=("${outlet}", "${month}", "${page}"),
        box="amid",
        sizes=(10.5, 11),
        tagged=True,
        suits=LONG,
    ),
    Layout(
        "briefing",
        "weasyprint",
        "report, A4, one column, heads differ on odd and even pages, footnotes, tables, PDF/UA",
        copies=3,
        front=("title", "deck", "byline", "dateline"),
        dateline="${date}",
        notes="foot",
        running=("${outlet}", "${title}", "Page ${page} of ${pages}"),
        tagged=True,
    ),
    Layout(
        "newsletter",
        "weasyprint",
        "newsletter, Letter, sans serif, coloured side box, pictures, quotations with a rule",
        byline="${authors}",
        dateline="${date}",
        running=("${outlet} · Newsletter · ${month}", "You get this letter as a member · ${page}"),
        box="first",
    ),
    Layout(
        "journal",
        "typst",
        "journal, A4, two columns, footnotes, justified, ligatures, numbered head and foot, tagged",
        copies=3,
        byline="${authors}",
        front=("title", "byline", "dateline"),
        notes="foot",
        running=("${outlet}", "${surnames}: ${title}", "${page}"),
        sizes=(10.5, 11),
        suits=LONG,
        tagged=True,
    ),
    Layout(
        "plain",
        "typst",
        "Letter, one column, ragged, blank space between paragraphs, quotations with a rule",
        notes="end",
        running=("${page}",),
    ),
    Layout(
        "turned",
        "typst",
        "A4, two columns, indented first lines; odd pages lie on their side and are turned back",
        running=("${outlet}, ${date}", "${page} of ${pages}"),
        without=PLAIN,
        sizes=(11, 11.5),
        suits=LONG,
        turned=True,
    ),
    Layout(
        "agency",
        "reportlab",
        "wire copy, A4, Helvetica, ragged, the place opens the first paragraph, untagged",
        copies=3,
        front=("title", "byline"),
        byline="By ${authors}",
        lead="${PLACE}, ${day} (${outlet}) – ",
        running=("${outlet} / ${slug}", "${date} – ${page}"),
        without=PLAIN,
    ),
    Layout(
        "rows",
        "reportlab",
        "newspaper, A4, three columns whose lines the file holds row by row, across all columns",
        front=("title", "deck", "byline"),
        byline="${authors}, ${place}",
        running=("${outlet}", "${weekday}, ${date}", "Page ${page}"),
        without=PLAIN,
        sizes=(10.5, 11),
        suits=LONG,
    ),
    Layout(
        "typescript",
        "reportlab",
        "manuscript, Letter, Courier, double line spacing, indented first lines, head with page",
        front=("byline", "title"),
        byline="${authors}",
        running=("${surnames} / ${slug} / ${page}",),
        without=PLAIN,
        sizes=(11, 12),
    ),
    Layout(
        "paper",
        "latex",
        "LaTeX article, A4, Computer Modern, footnotes, hyphenation, ligatures, page numbers",
        copies=3,
        byline="${authors}",
        dateline="${date}",
        front=("title", "byline", "dateline"),
        notes="foot",
        running=("${page}",),
    ),
    Layout(
        "twocolumn",
        "latex",
        "LaTeX, A4, two columns, footnotes under each column, small quotations, running heads",
        copies=3,
        byline="${authors}",
        front=("title", "deck", "byline", "dateline"),
        notes="foot",
        running=("${outlet}", "${date}", "${page}"),
        without=frozenset({"table"}),
        sizes=(10,),
        divides=True,
        suits=LONG,
    ),
    Layout(
        "yearbook",
        "latex",
        "LaTeX book page, Letter, Palatino, drop cap, small caps, heads on odd and even pages",
        front=("title", "deck", "byline"),
        running=("${outlet}", "${title}", "${page}"),
        sizes=(11, 12),
    ),
    Layout(
        "inquiry",
        "libreoffice",
        "government report, A4, numbered paragraphs, footnotes, head and foot, table, tagged",
        copies=3,
        front=("title", "deck", "byline", "dateline"),
        byline="${authors}",
        dateline="${date}",
        notes="foot",
        numbered=True,
        running=("${outlet}", "Paper ${number}", "Page ${page} of ${pages}"),
        tagged=True,
        suits=("census", "hospital", "ferry", "lake", "shots"),
    ),
    Layout(
        "release",
        "libreoffice",
        "press release, Letter, letterhead on the first page, ragged, bullets, untagged",
        front=("dateline", "title", "deck"),
        dateline="${place}, ${date}",
        above=("${outlet}", "Press Office · 4 Quay Street · ${place}", "PRESS RELEASE"),
        running=("${outlet} · press release · page ${page}",),
        without=PLAIN,
        suits=("harbour", "strike", "bridge", "hospital"),
    ),
)

HELD = (
    Layout(
        "archive",
        "weasyprint",
        "another site's page printed from a browser, A4, serif: trail, sign-up box, most read",
        copies=3,
        held=True,
        front=("title", "deck", "byline", "dateline"),
        byline="By ${authors}",
        dateline="${date}, ${place}",
        running=("${title} – ${outlet}", "Page ${page} of ${pages}", "${url}", "${long}"),
        above=("${outlet}", "Home › News › ${place}", "Listen to this article"),
        amid=("Sign up for the morning letter", "What matters, before breakfast. It is free."),
        below=("Most read", "1. A dog in the council", "2. The tram that would not stop", "Topics"),
    ),
    Layout(
        "pocket",
        "weasyprint",
        "book, A5, justified, hyphenated, indented, italic quotations, footnotes, odd/even heads",
        held=True,
        front=("title", "byline"),
        byline="${authors}",
        notes="foot",
        running=("${authors}", "${title}", "${page}"),
        without=PLAIN,
        sizes=(9.5, 10),
        divides=True,
    ),
    Layout(
        "broadsheet",
        "weasyprint",
        "broadsheet, Letter, three columns with rules, ragged, box, small heads, PDF/UA",
        held=True,
        byline="${authors} in ${place}",
        front=("title", "deck", "byline"),
        running=("${weekday} ${date}", "${outlet}", "Page ${page}"),
        box="amid",
        sizes=(9.5, 10),
        suits=LONG,
        tagged=True,
    ),
    Layout(
        "essay",
        "typst",
        "A5, justified, indented, small-caps heads, footnotes, heads on odd and even pages, UA",
        copies=3,
        held=True,
        front=("title", "deck", "byline"),
        byline="${authors}",
        notes="foot",
        running=("${outlet}", "${surnames}", "${page}"),
        sizes=(9.5, 10),
        tagged=True,
    ),
    Layout(
        "weekly",
        "reportlab",
        "weekly, Letter, two columns with a rule, justified, hyphenated, italics, endnotes",
        held=True,
        front=("title", "deck", "byline", "dateline"),
        dateline="${date}",
        notes="end",
        running=("${outlet}", "${title}", "${page}"),
        without=frozenset({"caption"}),
        sizes=(9.5, 10),
        divides=True,
    ),
    Layout(
        "thesis",
        "latex",
        "LaTeX, A4, one column and half a line more of spacing, Latin Modern, endnotes, head",
        copies=3,
        held=True,
        byline="${authors}",
        front=("title", "deck", "byline", "dateline"),
        dateline="${place}, ${date}",
        notes="end",
        running=("${slug}", "${page}"),
        sizes=(11, 12),
    ),
    Layout(
        "gazette",
        "libreoffice",
        "A4, two columns, justified, hyphenated, odd and even heads, footnotes, box, untagged",
        copies=3,
        held=True,
        byline="By ${authors}",
        dateline="${date}",
        notes="foot",
        running=("${outlet}", "${date}", "${title}", "${page}"),
        box="last",
        without=frozenset({"table"}),
        sizes=(9.5, 10),
        divides=True,
    ),
    Layout(
        "draft",
        "libreoffice",
        "manuscript, Letter, double line spacing, ragged, numbered head, tables, tagged",
        held=True,
        front=("title", "byline", "dateline"),
        byline="${authors}",
        dateline="${date}",
        running=("${surnames}, ${slug}", "DRAFT – not for publication", "${page}"),
        sizes=(11, 12),
        tagged=True,
    ),
)

SCAN = Layout(
    "scan",
    "reportlab",
    "pages of `agency` as images without text; made, and not counted",
    copies=1,
    front=("title", "byline"),
    lead="${PLACE}, ${day} (${outlet}) – ",
    without=PLAIN,
    scanned=True,
)
