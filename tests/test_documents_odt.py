"""OpenDocument texts: what a reader sees when all changes are accepted, with its structure."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from office_files import odf_part, odt, packed, places, structure, the_one

from quoth.documents import Options, from_text, open_documents
from quoth.documents.options import Limits
from quoth.errors import UnreadableInput
from quoth.records import Found

FERRY = Path(__file__).parent.parent / "examples" / "ferry-wire.txt"
LONG = "The ferry carried forty people too many, a harbour official said on the quay on Sunday."
TYPE = "application/vnd.oasis.opendocument.text"


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def style(name: str, parent: str, properties: str = "", family: str = "paragraph") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" '
        f'style:parent-style-name="{parent}">{properties}</style:style>'
    )


def margins(left: str, right: str) -> str:
    return f'<style:paragraph-properties fo:margin-left="{left}" fo:margin-right="{right}"/>'


def words(text: str, **parts: str) -> list[str]:
    return [words for _, words in structure(the_one(odt(text, **parts)))]


def test_agrees_with_the_text() -> None:
    lines = [line for line in FERRY.read_text().split("\n") if line]
    document = the_one(odt("".join(p(escape(line)) for line in lines)), "ferry.odt")
    assert structure(document) == structure(from_text(FERRY.read_text()))
    assert [place for place, _ in places(document)] == list(range(1, len(lines) + 1))


def test_styles_by_their_own_names_and_by_what_they_build_on() -> None:
    found = structure(
        the_one(
            odt(
                p("Grey Petrel sinks", "P1")
                + p("Thirty-one dead", "Subtitle")
                + '<text:h text:style-name="Heading_20_2" text:outline-level="2">Night</text:h>'
                + p(LONG)
                + p("“There was no floor left.”", "Quotations")
                + p("“Nobody counted.”", "P2")
                + p("“I did not.”", "P3")
                + p(LONG)
                + p("Divers at dawn", "Illustration")
                + f"<text:list><text:list-item>{p('Rope')}<text:list><text:list-item>"
                + f"{p('Lamps')}</text:list-item></text:list></text:list-item></text:list>"
                + p("What the log says", "P4")
                + p(LONG),
                automatic=style("P1", "Title")
                + style("P2", "Zitate")
                + style("P3", "Standard", margins("1.2cm", "0.5in"))
                + style("P4", "P5", '<style:text-properties fo:font-weight="bold"/>')
                + style("P5", "P4"),
                styles=style("Zitate", "Quotations") + style("Illustration", "Caption"),
            )
        )
    )
    assert found == [
        ("title", "Grey Petrel sinks"),
        ("deck", "Thirty-one dead"),
        ("heading", "Night"),
        ("paragraph", LONG),
        ("quotation", "“There was no floor left.”"),
        ("quotation", "“Nobody counted.”"),
        ("quotation", "“I did not.”"),
        ("paragraph", LONG),
        ("caption", "Divers at dawn"),
        ("item", "Rope"),
        ("item", "Lamps"),
        ("heading", "What the log says"),
        ("paragraph", LONG),
    ]


def test_spaces_tabs_and_breaks() -> None:
    document = the_one(
        odt(
            p(
                ' \n One <text:span>\n two</text:span>,<text:tab/>three<text:s text:c="3"/>four'
                '<text:line-break/>five <text:a text:style-name="x">six</text:a>'
                '<text:s text:c="900000000000"/>.'
            )
        )
    )
    assert document.text.startswith("One two,\tthree   four five six")
    assert len(document.text) < 2000


def test_what_is_not_shown_is_left_out() -> None:
    hidden = '<style:text-properties text:display="none"/>'
    assert words(
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + p("never ")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        + f"<text:table-of-content><text:index-body>{p('Night 1')}</text:index-body>"
        + "</text:table-of-content>"
        + p(
            "He <text:change-start/>flatly<text:change-end/> denied"
            f"<office:annotation><dc:creator>Ann</dc:creator>{p('Sure?')}</office:annotation> it"
            '<text:span text:style-name="T1"> not at all</text:span>.'
        )
        + f'<text:section text:display="none">{p("Draft")}</text:section>'
        + f"<text:section>{p('He left.')}</text:section>"
        + p("Secret", "P1"),
        automatic=style("T1", "", hidden, "text") + style("P1", "Standard", hidden),
    ) == ["He flatly denied it.", "He left."]


def note(text: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{text}</text:note-body></text:note>"
    )


def test_notes_are_tied_to_their_places() -> None:
    document = the_one(
        odt(
            p(f"He denied it{note(p('Ask.'))}.")
            + p(f"She left.{note(p('First.') + p('Second.'), 'endnote')}{note(p('Seen.'))}")
        )
    )
    assert structure(document) == [
        ("paragraph", "He denied it."),
        ("paragraph", "She left."),
        ("footnote", "Ask."),
        ("footnote", "First. Second."),
        ("footnote", "Seen."),
    ]
    marks = [(document.text[: ref.span.start], ref.block) for ref in document.references]
    assert marks == [
        ("He denied it", 2),
        ("He denied it.\n\nShe left.", 3),
        ("He denied it.\n\nShe left.", 4),
    ]
    assert list(places(document)) == [
        (1, None),
        (2, None),
        (1, "footnotes"),
        (1, "endnotes"),
        (2, "footnotes"),
    ]


def cells(*rows: tuple[str, ...]) -> str:
    made = ("".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in r) for r in rows)
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in made)


def test_tables_and_text_boxes() -> None:
    inner = f"<table:table>{cells((p('dead'), p('31')))}</table:table>"
    head = f"<table:table-header-rows>{cells((p('Who'), p('Count')))}</table:table-header-rows>"
    table = f"<table:table>{head}{cells((p('Coastguard'), inner))}</table:table>"
    box = f"<draw:frame><draw:text-box>{p('“Nobody counted.”')}</draw:text-box></draw:frame>"
    document = the_one(odt(p(f"{LONG * 3}{box}") + table + p("She left.")))
    assert [kind for kind, _ in structure(document)] == ["paragraph"] * 2 + ["table", "paragraph"]
    assert document.text == (
        f"{LONG * 3}\n\n“Nobody counted.”\n\nWho\tCount\nCoastguard\tdead 31\n\nShe left."
    )
    assert list(places(document)) == [(1, None), (1, "text boxes"), (2, None), (7, None)]


META = (
    "<dc:title>Ferries</dc:title><meta:initial-creator>Maud Serrin</meta:initial-creator>"
    "<dc:creator>Ann Desk</dc:creator><meta:creation-date>2031-03-02T09:00:00</meta:creation-date>"
    "<dc:date>2031-03-03T09:00:00</dc:date><dc:language>en-GB</dc:language>"
)


def test_properties() -> None:
    said = the_one(odt(p(LONG), meta=META)).metadata
    assert said.title == Found("Ferries", "properties")
    assert said.authors == (Found("Maud Serrin", "properties"),)
    assert said.published == Found("2031-03-02", "properties")
    assert said.modified == Found("2031-03-03", "properties")
    assert said.language == Found("en-GB", "properties")


def test_one_flat_file() -> None:
    flat = odf_part(
        "document",
        f"<office:meta>{META}</office:meta><office:body><office:text>{p(LONG)}</office:text>"
        "</office:body>",
        f'office:mimetype="{TYPE}"',
    )
    document = the_one(flat.encode(), "x.fodt")
    assert structure(document) == [("paragraph", LONG)]
    assert document.title == "Ferries"


def failure(data: bytes, limits: Limits | None = None) -> str:
    (outcome,) = open_documents(data, "x.odt", Options(limits=limits or Limits()))
    assert isinstance(outcome, UnreadableInput)
    assert "\n" not in str(outcome)
    return outcome.reason


@pytest.mark.parametrize("cut", range(1, 21))
def test_cut_off(cut: int) -> None:
    whole = odt(p(LONG) * 50)
    assert failure(whole[: len(whole) * cut // 21]).startswith("this archive is broken")


def test_hostile_files() -> None:
    assert failure(packed({"mimetype": TYPE})).startswith("no text in this OpenDocument")
    locked = {"mimetype": TYPE, "META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert failure(packed(locked)).startswith("locked by a password")
    assert failure(packed({"mimetype": TYPE, "content.xml": "<a>"})).startswith("its part content")
    assert failure(odt(p("a" * 3_000_000))).startswith("unpacks to more than 200 times")
    assert "nested too deeply" in failure(odt(p("<text:span>" * 9000 + "</text:span>" * 9000)))
    spreadsheet = {"mimetype": TYPE.replace("text", "spreadsheet"), "content.xml": "<a/>"}
    assert failure(packed(spreadsheet)).startswith("this is a spreadsheet")


def test_a_large_table_takes_linear_time() -> None:
    rows = f"<table:table>{cells(*[(p('a'), p('1'))] * 30_000)}</table:table>"
    (document,) = open_documents(odt(rows), "x.odt", Options(limits=Limits(ratio=10_000)))
    assert not isinstance(document, UnreadableInput)
    assert len(document.blocks) == 1
