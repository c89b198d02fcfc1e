"""Opening exports of press databases: many articles in one file, and texts that only look alike."""

from __future__ import annotations

from textwrap import fill

import pytest
from office_files import structure
from press_files import (
    STORIES,
    Story,
    as_docx,
    as_html,
    as_html_rows,
    as_rows,
    as_rtf,
    as_rtf_rows,
    as_text,
    day_first,
    factiva,
    factiva_plain,
    lexis,
    nexis,
    proquest,
)

from quoth.documents import open_documents
from quoth.records import BODY, Document

EXPORTS = {
    "lexis.txt": as_text(lexis()),
    "lexis wrapped.txt": as_text(lexis(width=70)),
    "lexis.html": as_html(lexis(), "DOCFULL"),
    "lexis.rtf": as_rtf(lexis()),
    "lexis.docx": as_docx(lexis()),
    "nexis.txt": as_text(nexis()),
    "nexis.rtf": as_rtf(nexis()),
    "nexis.docx": as_docx(nexis()),
    "factiva.txt": as_rows(factiva()),
    "factiva.html": as_html_rows(factiva()),
    "factiva.rtf": as_rtf_rows(factiva()),
    "factiva plain.txt": as_text(factiva_plain()),
    "factiva plain.html": as_html(factiva_plain()),
    "factiva plain.rtf": as_rtf(factiva_plain()),
    "factiva plain.docx": as_docx(factiva_plain()),
    "proquest.txt": as_text(proquest()),
    "proquest.html": as_html(proquest()),
    "proquest.rtf": as_rtf(proquest()),
    "proquest.docx": as_docx(proquest()),
}


def read(data: bytes, name: str) -> list[Document]:
    outcomes = list(open_documents(data, name))
    assert all(isinstance(each, Document) for each in outcomes), outcomes
    return [each for each in outcomes if isinstance(each, Document)]


def body(document: Document) -> tuple[str, ...]:
    return tuple(words for kind, words in structure(document) if kind in BODY)


@pytest.mark.parametrize("name", EXPORTS)
def test_every_article_in_an_export_is_a_document(name: str) -> None:
    documents = read(EXPORTS[name], name)

    assert [each.name for each in documents] == [f"{name}#{n}" for n in (1, 2, 3)]
    for document, story in zip(documents, STORIES, strict=True):
        assert body(document) == story.paragraphs
        assert structure(document)[0] == ("title", story.title)


@pytest.mark.parametrize("name", EXPORTS)
def test_its_fields_say_who_wrote_it_where_and_when(name: str) -> None:
    for number, document in enumerate(read(EXPORTS[name], name)):
        story, known = STORIES[number], document.metadata
        assert known.title
        assert known.outlet
        assert (known.title.value, known.outlet.value) == (story.title, story.outlet)
        assert [author.value.lower() for author in known.authors] == [story.byline.lower()]
        assert document.published == f"2031-03-0{(2, 3, 5)[number]}"


@pytest.mark.parametrize("name", EXPORTS)
def test_a_place_is_the_number_of_the_article_and_its_place_in_the_file(name: str) -> None:
    whole = EXPORTS[name]
    document = read(whole, name)[1]
    block = document.blocks[0]

    place = document.layout.place(block.spans[0], 0)

    assert place.record == 2
    if name.endswith(".txt"):
        assert place.line
        line = whole.decode().split("\n")[place.line - 1]
        assert line.lstrip("HD ").startswith(STORIES[1].title)
    elif name.endswith(".html"):
        assert place.element
        assert place.element.startswith("html > body > ")
    else:
        assert place.paragraph
        assert place.paragraph > 5


def test_other_fields_are_kept_as_columns() -> None:
    columns = {
        name: dict(read(EXPORTS[f"{name}.txt"], "x")[0].metadata.columns)
        for name in ("lexis", "nexis", "factiva", "proquest")
    }

    assert columns["lexis"]["SECTION"] == "News; Pg. 1"
    assert columns["lexis"]["SUBJECT"] == "FERRIES (91%); HARBORS & PORTS (78%)"
    assert columns["nexis"]["Section"] == "News; Pg. 1"
    assert columns["factiva"]["SE"] == "News; Pg. 1"
    assert columns["factiva"]["NS"] == "gship : Ships | gcat : News"
    assert columns["proquest"]["ProQuest document ID"] == "901"


PROSE = "\n\n".join(paragraph for story in STORIES for paragraph in story.paragraphs)
ORDINARY = {
    "a word of Nexis": f"LENGTH: 900 words, said the mayor.\n\n{PROSE}\n\nEnd of Document\n",
    "a count": f"1 of 3 DOCUMENTS\n\nwas found, the mayor said.\n\n{PROSE}\n",
    "a rule": f"{'_' * 60}\n\n{PROSE}\n\n{'_' * 60}\n\n{PROSE}\n",
    "labels of a memo": f"Title: Ferries\nSubject: Ferries\nSection: News\n\n{PROSE}\n",
    "a number of words": f"Ferry sinks\n\n87 words\n\n2 March 2031\n\n{PROSE}\n",
    "capitals": f"HD ships and SN ships sank.\n\nTD\n\n{PROSE}\n\nAN end.\n",
    "numbered pages": f"Document 1 of 2\n\n{PROSE}\n\nDocument 2 of 2\n\n{PROSE}\n",
}


@pytest.mark.parametrize("case", ORDINARY)
def test_a_text_that_only_has_such_words_stays_one(case: str) -> None:
    (document,) = read(ORDINARY[case].encode(), "a.txt")

    assert document.name == "a.txt"
    assert all(paragraph in document.text for story in STORIES for paragraph in story.paragraphs)


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("name", [name for name in EXPORTS if name.endswith(".txt")])
def test_lines_may_end_as_they_do_on_any_system(name: str, end: str) -> None:
    documents = read(EXPORTS[name].decode().replace("\n", end).encode(), name)

    expected = [structure(each) for each in read(EXPORTS[name], name)]
    assert [
        [(kind, words.replace(end, "\n")) for kind, words in structure(each)] for each in documents
    ] == expected


def test_articles_may_be_missing_from_the_numbers() -> None:
    text = as_text(lexis()).decode().replace("3 of 3", "4 of 3").replace(" of 3", " of 9")

    assert len(read(text.encode(), "a.txt")) == 3


def test_a_date_may_be_written_in_another_language() -> None:
    text = as_text(nexis()).decode()
    for day, written in (
        ("2", "Sonntag, 2. März"),
        ("3", "3 de marzo de"),
        ("5", "mercredi 5 mars"),
    ):
        text = text.replace(f"March {day}, 2031 Sunday", f"{written} 2031")

    assert [each.published for each in read(text.encode(), "a.txt")] == [
        "2031-03-02",
        "2031-03-03",
        "2031-03-05",
    ]


def test_a_section_that_stands_close_above_a_headline_is_no_part_of_it() -> None:
    close = as_text(factiva_plain()).decode()
    for story in STORIES:
        close = close.replace(
            f"{story.section}\n\n{story.title}", f"{story.section}\n{story.title}"
        )
    wrapped = as_text([fill(each, 30, break_long_words=False) for each in factiva_plain()]).decode()
    wrapped = wrapped.replace("Document\n", "Document ")

    titles = [story.title for story in STORIES]
    assert [each.title for each in read(close.encode(), "a.txt")] == titles
    assert [
        " ".join((each.title or "").split()) for each in read(wrapped.encode(), "a.txt")
    ] == titles


def test_paragraphs_that_begin_like_a_field_below_the_text_stay() -> None:
    last = ("Subject: the quay, the mayor wrote on the board.", "Nobody had asked him to.")
    story = Story(*STORIES[0][:5], (*STORIES[0].paragraphs, *last))
    text = (
        as_text(nexis((story,))).decode().replace("Graphic\n\nPHOTO: The quay at Port Ellery.", "")
    )

    (document,) = read(text.encode(), "a.txt")

    assert body(document) == story.paragraphs
    assert "Subject" not in dict(document.metadata.columns)


def test_the_note_on_whose_an_article_is_belongs_to_no_field() -> None:
    columns = dict(read(EXPORTS["lexis.txt"], "a.txt")[0].metadata.columns)

    assert columns["PUBLICATION-TYPE"] == "Newspaper"


def test_a_table_that_holds_several_articles_is_shared_out() -> None:
    for document in read(EXPORTS["factiva.rtf"], "a.rtf"):
        for block in document.blocks:
            assert all(0 <= span.start < span.end for span in block.spans)


def test_labels_inside_an_article_do_not_end_it() -> None:
    inside = tuple(
        f"{label}: said the log, and more of it than anybody had read aloud."
        for label in ("SUBJECT", "NOTES", "LANGUAGE")
    )
    long = Story(*STORIES[0][:5], (*inside, *STORIES[0].paragraphs * 2, *STORIES[2].paragraphs))

    (document,) = read(as_text(lexis((long,))), "a.txt")

    assert body(document) == long.paragraphs


def test_an_export_of_one_article_and_headlines_above_its_labels() -> None:
    story = STORIES[0]
    old = [
        "1 of 1 DOCUMENT", f"Copyright 2003 {story.outlet}", story.outlet, f"{story.day}, Sunday",
        f"SECTION: {story.section}\nLENGTH: 87 words\nHEADLINE: {story.title}\nBYLINE: By A Marsh",
        "BODY:", *story.paragraphs, "LOAD-DATE: March 2, 2031",
    ]  # fmt: skip

    (document,) = read(as_text(old), "a.txt")

    assert body(document) == story.paragraphs
    assert document.title == story.title
    assert document.metadata.outlet
    assert document.metadata.outlet.value == story.outlet


def test_proquest_with_headings_for_labels() -> None:
    story, rule = STORIES[0], "_" * 60
    new = [
        rule, story.title, "Author: Marsh, Ann",
        f"Publication info: {story.outlet}; Port Ellery [Port Ellery]. 02 Mar 2031: 12.",
        "ProQuest document link", "ABSTRACT (ENGLISH)", story.paragraphs[0], "FULL TEXT",
        *story.paragraphs, "DETAILS", "Subject: Ferries", "Publication title: The Ellery Post",
        "Publication date: Mar 2, 2031", "ProQuest document ID: 901", rule, "Contact ProQuest",
    ]  # fmt: skip

    (document,) = read(as_text(new), "a.txt")

    assert body(document) == story.paragraphs
    assert document.published == "2031-03-02"
    assert document.metadata.outlet
    assert document.metadata.outlet.value == story.outlet


def test_an_article_without_a_date_or_fields_is_one_of_an_export_too() -> None:
    undated = [line.replace("March 3, 2031 Sunday", "March 2031") for line in nexis()]
    odd = [line for line in lexis() if "Wire" not in line and "Politics" not in line]
    odd = odd[:22] + odd[30:]

    assert len(read(as_text(undated), "a.txt")) == 3
    assert [each.name for each in read(as_text(odd), "a.txt")] == ["a.txt#1", "a.txt#2", "a.txt#3"]


def test_exports_cut_off_anywhere_are_read() -> None:
    for name in ("lexis.txt", "nexis.docx", "factiva.rtf", "proquest.html"):
        whole = EXPORTS[name]
        for cut in range(20):
            for outcome in open_documents(whole[: len(whole) * cut // 20], name):
                assert isinstance(outcome, Document) or "\n" not in outcome.reason


def test_hostile_exports_end_quickly() -> None:
    for text in (
        "\n".join(f"{n} of 9 DOCUMENTS" for n in range(1, 3000)),
        "End of Document\n" * 3000,
        "1 of 1 DOCUMENT\n\nPost\n\nMarch 2, 2031\n\n" + "BYLINE: a\nSUBJECT: b\n" * 2000,
        ("_" * 40 + "\nFull text: a\n") * 2000,
        "HD a\nTD b\n" * 2000 + "Document ELLP000020310301e73300001\n",
        day_first("March 2, 2031") + "\n87 words\n" * 2000,
    ):
        for outcome in open_documents(text.encode(), "a.txt"):
            assert isinstance(outcome, Document) or "\n" not in outcome.reason
