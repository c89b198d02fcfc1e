"""Word documents: what a reader sees when all changes are accepted, with its structure."""

from __future__ import annotations

import io
from pathlib import Path

import docx as python_docx
import pytest
from office_files import docx, p, packed, places, r, structure, the_one, word_part

from quoth.documents import Options, from_text, open_documents
from quoth.documents.options import Limits
from quoth.errors import UnreadableInput
from quoth.records import Document, Found, Span

FERRY = Path(__file__).parent.parent / "examples" / "ferry-wire.txt"
LONG = "The ferry carried forty people too many, a harbour official said on the quay on Sunday."


def style(name: str, id_: str = "", based: str = "", inner: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_ or name}"><w:name w:val="{name}"/>'
        f"{on}{inner}</w:style>"
    )


def styled(text: str, id_: str) -> str:
    return p(text, f'<w:pStyle w:val="{id_}"/>')


def kinds(*paragraphs: str, **parts: str) -> list[tuple[str, str]]:
    return structure(the_one(docx("".join(paragraphs), **parts)))


def words(*paragraphs: str, **parts: str) -> list[str]:
    return [text for _, text in kinds(*paragraphs, **parts)]


def test_agrees_with_the_text() -> None:
    made = python_docx.Document()
    lines = [line for line in FERRY.read_text().split("\n") if line]
    for line in lines:
        made.add_paragraph(line)
    file = io.BytesIO()
    made.save(file)
    document, text = the_one(file.getvalue(), "ferry.docx"), from_text(FERRY.read_text())
    assert structure(document) == structure(text)
    assert [place for place, _ in places(document)] == list(range(1, len(lines) + 1))
    assert document.title == lines[0]
    assert document.metadata.authors != (Found("python-docx", "properties"),)
    assert document.published is None


def test_styles_by_their_own_names_and_by_what_they_build_on() -> None:
    assert kinds(
        styled("Grey Petrel sinks", "Titel"),
        styled("Thirty-one dead", "Untertitel"),
        styled("By Maud Serrin", "Autor"),
        styled("The night", "berschrift1"),
        p(LONG),
        styled("“There was no floor left.”", "Zitat"),
        styled("“Nobody counted.”", "Pressezitat"),
        styled("The quay", "Kapitel"),
        p(LONG),
        styled("Divers at dawn. Photo: Okke Varn", "Beschriftung"),
        styled("Rope", "Aufzhlung"),
        p("Lamps", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
        p(LONG),
        styles="".join(
            (
                style("Title", "Titel"),
                style("Subtitle", "Untertitel"),
                style("Author", "Autor"),
                style("heading 1", "berschrift1"),
                style("Quote", "Zitat"),
                style("Pressezitat", based="Zitat"),
                style("Kapitel", inner='<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
                style("caption", "Beschriftung"),
                style("List Bullet", "Aufzhlung"),
            )
        ),
    ) == [
        ("title", "Grey Petrel sinks"),
        ("deck", "Thirty-one dead"),
        ("byline", "By Maud Serrin"),
        ("heading", "The night"),
        ("paragraph", LONG),
        ("quotation", "“There was no floor left.”"),
        ("quotation", "“Nobody counted.”"),
        ("heading", "The quay"),
        ("paragraph", LONG),
        ("caption", "Divers at dawn. Photo: Okke Varn"),
        ("item", "Rope"),
        ("item", "Lamps"),
        ("paragraph", LONG),
    ]


def test_quotations_that_are_only_set_in() -> None:
    both = '<w:ind w:left="720" w:right="720"/>'
    inherited = style("Far", inner='<w:pPr><w:ind w:start="567" w:end="567"/></w:pPr>')
    found = kinds(
        p("Ferry sinks"),
        p(LONG),
        p("We counted nobody.", both),
        p(LONG),
        styled("We counted none.", "Far"),
        p(LONG),
        p("We never counted.", '<w:ind w:left="720"/>'),
        p(LONG),
        p("Serrin, M. Ferries of the coast.", '<w:ind w:left="720" w:hanging="720"/>'),
        styles=inherited,
    )
    assert [text for kind, text in found if kind == "quotation"] == [
        "We counted nobody.",
        "We counted none.",
        "We never counted.",
    ]
    # Where everything is set in, nothing is set apart.
    assert {kind for kind, _ in kinds(*[p(LONG, both)] * 3)} == {"paragraph"}


def test_bold_lines_are_headings_and_bold_paragraphs_are_not() -> None:
    bold = "<w:b/>"
    assert kinds(
        p("Ferry sinks"),
        p(LONG),
        p("What the log says of the second call, of the list and of the doors", run=bold),
        p(LONG[:80] + "."),
        p(LONG, run=bold),
        p("It was said.", run='<w:b w:val="0"/>'),
    ) == [
        ("title", "Ferry sinks"),
        ("paragraph", LONG),
        ("heading", "What the log says of the second call, of the list and of the doors"),
        ("paragraph", LONG[:80] + "."),
        ("paragraph", LONG),
        ("paragraph", "It was said."),
    ]


def test_a_single_heading_of_the_first_rank_is_the_title() -> None:
    styles = style("heading 1", "h1") + style("heading 2", "h2")
    one = kinds(styled("Ferry sinks", "h1"), p(LONG), styled("Night", "h2"), p(LONG), styles=styles)
    assert [kind for kind, _ in one] == ["title", "paragraph", "heading", "paragraph"]


def test_changes_count_as_accepted() -> None:
    assert words(
        "<w:p>"
        + r("He ")
        + f'<w:ins w:id="1">{r("flatly ")}</w:ins>'
        + '<w:del w:id="2"><w:r><w:delText>never </w:delText></w:r></w:del>'
        + r("denied it.")
        + f'<w:moveFrom w:id="3">{r(" Twice.")}</w:moveFrom>'
        + "</w:p>",
        p("It was", "<w:rPr><w:del/></w:rPr>"),
        p(" nobody’s fault, he said."),
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('gone')}</w:tc></w:tr></w:tbl>",
    ) == ["He flatly denied it.", "It was nobody’s fault, he said."]


def test_hidden_text_comments_and_placeholders_are_left_out() -> None:
    secret = '<w:style w:type="character" w:styleId="S"><w:name w:val="Secret"/><w:rPr><w:vanish/>'
    comment = '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    assert words(
        "<w:p>"
        + r("He denied it")
        + r(" not", "<w:vanish/>")
        + r(" at all", '<w:rStyle w:val="S"/>')
        + comment
        + r(".", '<w:vanish w:val="0"/>')
        + "</w:p>",
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here')}"
        "</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtContent>{p('He left.')}</w:sdtContent></w:sdt>",
        styles=secret + "</w:rPr></w:style>",
    ) == ["He denied it.", "He left."]


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return "".join(
        (mark.format("begin"), asked, mark.format("separate"), result, mark.format("end"))
    )


def test_fields_show_their_results_and_links_their_words() -> None:
    link = f'<w:hyperlink w:anchor="a">{r("the log")}</w:hyperlink>'
    nested = field(' HYPERLINK "x" ', r("seen on ") + field(" DATE ", r("2 March")))
    contents = field(' TOC \\o "1-3" ', r("The night 1") + "</w:p><w:p>" + r("The quay 2"))
    assert words(
        f"<w:p>{contents}</w:p>", f"<w:p>{link}{r(', ')}{nested}{r(', is clear.')}</w:p>"
    ) == ["the log, seen on 2 March, is clear."]
    # One that never ends does not swallow the rest.
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert words(f"<w:p>{begin}{r('He denied it.')}</w:p>") == ["He denied it."]


def test_tabs_breaks_and_hyphens() -> None:
    document = the_one(
        docx(
            "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>vice</w:t>"
            "<w:noBreakHyphen/><w:t>mayor, super</w:t><w:softHyphen/><w:t>visor.</w:t><w:br/>"
            "<w:br/><w:t>Three.</w:t></w:r></w:p>"
        )
    )
    assert document.text == "One\ttwo vice-mayor, super\u00advisor.\n\nThree."
    assert list(places(document)) == [(1, None), (1, None)]


def lines(*words: str) -> str:
    return "<w:p><w:r>" + "<w:br/>".join(f"<w:t>{each}</w:t>" for each in words) + "</w:r></w:p>"


def test_paragraphs_that_somebody_ended_by_line_breaks() -> None:
    two = [("paragraph", LONG), ("paragraph", LONG)]
    assert kinds(p(LONG * 3), lines(LONG, LONG))[1:] == two
    assert kinds(p(LONG * 3, run="<w:b/>"), lines(LONG, LONG))[1:] == two
    address = kinds(p(LONG * 3), lines("Port Ellery Courier", "1 Quay Street"))
    assert address[1:] == [("paragraph", "Port Ellery Courier 1 Quay Street")]


def test_a_pasted_text_is_read_as_a_text() -> None:
    wrapped = [
        "A harbour official said on Monday that the ferry had carried at least",
        "forty people too many, and that clerks at Farrish Head had sold well",
        "over two hundred tickets and then stopped counting. Nobody had asked",
        "them to go on, she said, and nobody had asked them to stop.",
    ]
    pasted = [*wrapped, "", *wrapped, "", *wrapped]
    document = the_one(docx("".join(p(line) for line in pasted)))
    assert [text for _, text in structure(document)] == [" ".join(wrapped)] * 3
    assert [place for place, _ in places(document)] == [1, 6, 11]
    end = len(document.text)
    assert document.layout.place(Span(end - 5, end), 2).paragraph == 14


def test_an_initial_goes_on_in_the_next_paragraph() -> None:
    initial = p("T", '<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert words(initial, p("he ferry sank.")) == ["The ferry sank."]


NOTES = "".join(
    f'<w:footnote w:id="{n}">{p("<!-- -->" + text)}</w:footnote>'
    for n, text in (("-1", ""), ("1", " The log was seen."), ("2", "Never shown."), ("3", "Ask."))
)


def test_notes_are_tied_to_their_places() -> None:
    document = the_one(
        docx(
            f"<w:p>{r('He denied it')}<w:r><w:footnoteReference w:id='3'/></w:r>{r('.')}</w:p>"
            f"<w:p>{r(' She left.')}<w:r><w:footnoteReference w:id='1'/></w:r>"
            "<w:r><w:endnoteReference w:id='1'/></w:r></w:p>",
            footnotes=NOTES,
            endnotes=f'<w:endnote w:id="1">{p("First.")}{p("Second.")}</w:endnote>',
        )
    )
    assert structure(document)[2:] == [
        ("footnote", "Ask."),
        ("footnote", "The log was seen."),
        ("footnote", "First. Second."),
    ]
    marks = [(document.text[: ref.span.start], ref.block) for ref in document.references]
    assert marks == [
        ("He denied it", 2),
        ("He denied it.\n\nShe left.", 3),
        ("He denied it.\n\nShe left.", 4),
    ]
    assert list(places(document))[2:] == [(4, "footnotes"), (2, "footnotes"), (1, "endnotes")]


def cells(*rows: tuple[str, ...]) -> str:
    made = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def test_a_table_is_one_block_also_with_one_in_it() -> None:
    inner = cells((p("dead"), p("31")))
    document = the_one(
        docx(p(LONG) + cells((p("Coastguard"), inner + p("")), (p("Radio"), p("28"))) + p(LONG))
    )
    assert [kind for kind, _ in structure(document)] == ["paragraph", "table", "paragraph"]
    assert "Coastguard\tdead 31\nRadio\t28" in document.text
    assert [place for place, _ in places(document)] == [1, 2, 8]


def test_a_frame_around_prose_is_no_table() -> None:
    assert [kind for kind, _ in kinds(cells((p(LONG + " " + LONG * 2) + p(LONG),)))] == [
        "paragraph",
        "paragraph",
    ]


def test_text_boxes_follow_what_holds_them_and_are_read_once() -> None:
    box = f"<wps:txbx><w:txbxContent>{p('“Nobody counted.”')}</w:txbxContent></wps:txbx>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = the_one(docx(p("It sank.") + f"<w:p>{drawn}{r('He left.')}</w:p>" + p("She did.")))
    assert [text for _, text in structure(document)] == [
        "It sank.",
        "He left.",
        "“Nobody counted.”",
        "She did.",
    ]
    assert list(places(document)) == [(1, None), (2, None), (1, "text boxes"), (3, None)]


def test_properties_count_where_the_text_says_nothing() -> None:
    core = (
        "<dc:title>Ferries</dc:title><dc:creator>Maud Serrin</dc:creator>"
        "<dc:language>en-GB</dc:language><dcterms:created>2031-03-02T09:00:00Z</dcterms:created>"
        "<dcterms:modified>2031-03-03T09:00:00Z</dcterms:modified>"
    )
    said = the_one(docx(p(LONG), core=core)).metadata
    assert said.title == Found("Ferries", "properties")
    assert said.authors == (Found("Maud Serrin", "properties"),)
    assert said.published == Found("2031-03-02", "properties")
    assert said.modified == Found("2031-03-03", "properties")
    assert said.language == Found("en-GB", "properties")
    shown = the_one(docx(p("Ferry sinks") + p("March 4, 2031") + p(LONG), core=core)).metadata
    assert shown.title == Found("Ferry sinks", "title")
    assert shown.published == Found("2031-03-04", "dateline")
    tool = the_one(docx(p(LONG), core="<dc:creator>Administrator</dc:creator>")).metadata
    assert tool.authors == ()
    file = the_one(docx(p(LONG), core="<dc:title>Microsoft Word - ferry.doc</dc:title>")).metadata
    assert file.title is None


def test_a_page_in_a_word_documents_clothes() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="h" Type="x/relationships/aFChunk" Target="/word/page.html"/>'
        "</Relationships>"
    )
    wrapped = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": word_part("document", '<w:body><w:altChunk r="h"/></w:body>'),
        "word/_rels/document.xml.rels": relation,
        "word/page.html": f"<html><body><h1>Ferry sinks</h1><p>{LONG * 3}</p></body></html>",
    }
    document = the_one(packed(wrapped), "x.docx")
    assert document.name == "x.docx!/word/page.html"
    assert structure(document)[0] == ("title", "Ferry sinks")


def failure(data: bytes, limits: Limits | None = None) -> str:
    (outcome,) = open_documents(data, "x.docx", Options(limits=limits or Limits()))
    assert isinstance(outcome, UnreadableInput)
    assert "\n" not in str(outcome)
    return outcome.reason


@pytest.mark.parametrize("cut", range(1, 21))
def test_cut_off(cut: int) -> None:
    whole = docx(p(LONG) * 50)
    assert failure(whole[: len(whole) * cut // 21]).startswith("this archive is broken")


def test_what_is_missing_broken_or_circular() -> None:
    types = {"[Content_Types].xml": "<Types/>"}
    assert failure(packed({**types, "word/styles.xml": "<a/>"})).startswith("no text part")
    broken = word_part("document", "<w:body><w:p>")
    assert failure(packed({**types, "word/document.xml": broken})).startswith("its part word/")
    # Without relations the parts stand where they always do.
    plain = word_part("document", f"<w:body>{p('He left.')}</w:body>")
    assert structure(the_one(packed({**types, "word/document.xml": plain})))[0][1] == "He left."
    circle = style("Quote", "a", "b") + style("b", "b", "a")
    assert kinds(styled(LONG, "b"), styles=circle) == [("quotation", LONG)]


def test_large_and_deep() -> None:
    assert failure(docx(p("a" * 3_000_000))).startswith("unpacks to more than 200 times")
    deep = cells((p("in"),))
    for _ in range(3000):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    assert "nested too deeply" in failure(docx(deep))
    many = Options(limits=Limits(ratio=10_000))
    rows = cells(*[(p("a"), p("1"))] * 30_000)
    (document,) = open_documents(docx(rows), "x.docx", many)
    assert isinstance(document, Document)
    assert len(document.blocks) == 1
