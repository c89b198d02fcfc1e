"""RTF: what a reader sees when all changes are accepted, with its structure."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import places, structure, the_one

from quoth.documents import from_text, open_documents
from quoth.errors import UnreadableInput
from quoth.records import Found

FERRY = Path(__file__).parent.parent / "examples" / "ferry-wire.txt"
LONG = "The ferry carried forty people too many, a harbour official said on the quay on Sunday."
STYLES = (
    r"{\stylesheet{\ql Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon4 Zitat;}"
    r"{\*\cs3 Title;}{\s4 Quote;}{\s5\sbasedon6 a;}{\s6\sbasedon5 b;}{\s7 Title;}"
    r"{\s8 Bildtext;}{\s9\sbasedon0 toc 1;}{\s10 caption;}}"
)


def rtf(body: str, head: str = STYLES) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}" + head + body + "}").encode()


def kinds(body: str, head: str = STYLES) -> list[tuple[str, str]]:
    return structure(the_one(rtf(body, head), "x.rtf"))


def words(body: str, head: str = STYLES) -> list[str]:
    return [text for _, text in kinds(body, head)]


def test_agrees_with_the_text() -> None:
    lines = [line for line in FERRY.read_text().split("\n") if line]
    document = the_one(rtf("".join(rf"\pard\plain {line}\par " for line in lines)))
    assert structure(document) == structure(from_text(FERRY.read_text()))
    assert [place for place, _ in places(document)] == list(range(1, len(lines) + 1))


def test_styles_indents_and_lists() -> None:
    assert kinds(
        rf"\pard\s7 Ferry sinks\par\pard\s1 Night\par\pard {LONG}\par"
        r"\pard\s2 We counted nobody.\par"
        rf"\pard {LONG}\par\pard\li720\ri720 We counted none.\par\pard {LONG}\par"
        r"\pard\ls1{\listtext\tab}Rope\par{\*\pn\pnlvlblt}Lamps\par"
        rf"\pard \bullet\tab Chairs\par\pard {LONG}\par\pard{{\b What the log says}}\par {LONG}\par"
        rf"\pard\s6 {LONG}\par\pard\s10 Divers at dawn\par"
    ) == [
        ("title", "Ferry sinks"),
        ("heading", "Night"),
        ("paragraph", LONG),
        ("quotation", "We counted nobody."),
        ("paragraph", LONG),
        ("quotation", "We counted none."),
        ("paragraph", LONG),
        ("item", "Rope"),
        ("item", "Lamps"),
        ("item", "• Chairs"),
        ("paragraph", LONG),
        ("heading", "What the log says"),
        ("paragraph", LONG),
        ("paragraph", LONG),
        ("caption", "Divers at dawn"),
    ]


FONTS = (
    r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times CYR;}{\f2\fcharset128 MS Mincho;}"
    r"{\f3\cpg1250 Times CE;}}"
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Zo\'eb M\'fcller", "Zoë Müller"),
        (r"\f1 \'cc\'e0\'f0\'e0\plain  said", "Мара said"),
        (r"{\f2 \'8e\'73\'92\'b7}", "市長"),
        (r"{\f2 \'83A}", "ア"),  # the second byte of a character may be a plain letter
        (r"\f3 Dvo\'f8\'e1k", "Dvořák"),
        (r"\u24066?\u-27004?", "市隄"),
        (r"\uc2\u24066\'8e\'73\u38263 ab said", "市長 said"),
        (r"{\uc0\u24066}\u38263?", "市長"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\ldblquote Yes\rdblquote\~\emdash no\_one", "“Yes”\xa0—no-one"),
        (r"a\{b\}c\\d", r"a{b}c\d"),
        ("one\\tab two\\line three\r\n", "one two three"),
        ("He de\nnied it.\\\nShe left.", "He denied it."),
    ],
)
def test_characters(written: str, read: str) -> None:
    first = words(written + r"\par", FONTS)[0]
    assert " ".join(first.split()) == " ".join(read.split())


def test_raw_bytes_are_of_the_code_page() -> None:
    data = rtf("Zoë said.").decode().encode("cp1252")
    assert the_one(data).text == "Zoë said."


def test_what_is_not_shown_is_left_out() -> None:
    assert words(
        r"{\header Coastwise}{\footer\pard page \chpgn\par}"
        r"He {\v never }{\deleted not }denied {\*\annotation\pard Sure?\par}it{\*\bkmkstart a}.\par"
        r"{\field{\*\fldinst TOC \\o}{\fldrslt Night 1\par Quay 2\par}}"
        r"\pard\s9 Night\tab 1\par\pard "
        r'{\field{\*\fldinst{HYPERLINK "http://example.invalid"}}{\fldrslt{\ul The log}}} is clear.'
        r"{\deleted\par}It is.\par{\xe{\v log}}{\*\unheard of}"
    ) == ["He denied it.", "The log is clear.It is."]


def test_pictures_are_passed_over_whatever_they_hold() -> None:
    hexed = r"{\*\shppict{\pict\pngblip " + "89504e47\n" * 50 + r"}}{\nonshppict{\pict 00ff}}"
    binary = r"{\pict\bin12 }}}}{{{{\'41\ignored}"
    assert words(rf"He {hexed}denied {binary}it.\par") == ["He denied it."]
    # A length that is wrong costs what it counts, and no more.
    assert words(r"He left.\par{\pict\bin99999999 }") == ["He left."]
    assert words(r"He left.\par{\pict\bin-5 00}She did.\par") == ["He left.", "She did."]


def test_notes_boxes_and_their_places() -> None:
    document = the_one(
        rtf(
            r"He denied it{\super\chftn{\footnote\pard\plain\chftn  Ask.\par Twice.}}.\par "
            r"She{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv b}}{\shptxt\pard Nobody counted.\par}}"
            r"{\shprslt{\pict 00}old}} left{\super\chftn}{\*\footnote\ftnalt\pard Seen.}.\par "
        )
    )
    assert structure(document) == [
        ("paragraph", "He denied it."),
        ("paragraph", "She left."),
        ("paragraph", "Nobody counted."),
        ("footnote", "Ask. Twice."),
        ("footnote", "Seen."),
    ]
    assert [(document.text[: r.span.start][-6:], r.block) for r in document.references] == [
        ("ied it", 3),
        ("e left", 4),
    ]
    assert list(places(document)) == [
        (1, None),
        (2, None),
        (1, "text boxes"),
        (1, "footnotes"),
        (1, "endnotes"),
    ]


def test_tables() -> None:
    document = the_one(
        rtf(
            rf"{LONG}\par\trowd\intbl Coastguard\cell\itap2 dead\nestcell 31\nestcell"
            r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\itap1 more\cell\row"
            rf"\intbl Radio\cell 28\cell\row\pard {LONG}\par"
        )
    )
    assert [kind for kind, _ in structure(document)] == ["paragraph", "table", "paragraph"]
    assert "\n\nCoastguard\tdead 31 more\nRadio\t28\n\n" in document.text
    assert [place for place, _ in places(document)] == [1, 2, 8]


def test_an_initial_goes_on_in_the_next_paragraph() -> None:
    assert words(r"\pard\dropcapli2\dropcapt1 T\par\pard he ferry sank.\par") == ["The ferry sank."]


def test_properties() -> None:
    info = (
        r"{\info{\title Ferries \'96 a list}{\author Maud Serrin}{\operator Ann}"
        r"{\creatim\yr2031\mo3\dy2\hr9}{\revtim\yr2031\mo3\dy3}}"
    )
    said = the_one(rtf(LONG, info)).metadata
    assert said.title == Found("Ferries – a list", "properties")
    assert said.authors == (Found("Maud Serrin", "properties"),)
    assert said.published == Found("2031-03-02", "properties")
    assert said.modified == Found("2031-03-03", "properties")


def test_cut_off_files_are_read_up_to_the_cut() -> None:
    whole = rtf(rf"\pard {LONG}\par" * 5 + r"{\footnote Ask.}{\pict 00}")
    for cut in range(1, 21):
        for outcome in open_documents(whole[: len(whole) * cut // 21], "x.rtf"):
            if isinstance(outcome, UnreadableInput):
                assert "\n" not in str(outcome)
            else:
                assert set(outcome.text.replace("\n\n", " ")) <= set(LONG)


def test_hostile_files() -> None:
    deep = rtf("{" * 100_000 + LONG + "}" * 100_000)
    assert structure(the_one(deep)) == [("paragraph", LONG)]
    assert structure(the_one(rtf("{" * 100_000 + LONG))) == [("paragraph", LONG)]
    notes, boxes = rtf(r"a{\footnote b" * 20_000), rtf(r"a{\shp{\*\shpinst{\shptxt b" * 20_000)
    assert len(the_one(notes).blocks) == len(the_one(boxes).blocks) == 2
    rows = rtf(r"\intbl a\cell 1\cell\row" * 20_000)
    assert len(the_one(rows).blocks) == 1
    odd = rtf(r"}}}{\u{\'zz\'\uc-1\u99999999999 \f-1\s-9\ansicpg0\cell\row\nestcell\row}\par x")
    assert not isinstance(next(open_documents(odd)), UnreadableInput)
