"""Opening plain text and Markdown."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.documents import from_text, open_document
from quoth.errors import UnreadableInput
from quoth.records import Document, Span

SHARED = Path(__file__).parents[2] / "shared" / "polnear"


def shown(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind, " / ".join(document.text[s.start : s.end] for s in block.spans))
        for block in document.blocks
    ]


def test_every_line_is_a_block_where_lines_are_paragraphs() -> None:
    document = from_text(
        "Ferry sinks off Port Ellery\n\nBy Ann Marsh\n2 March 2031\n"
        "The Tern had too many people on board, a harbour official said.\n"
        "“Nobody counted,” said Oda Fell.\n"
    )

    assert shown(document) == [
        ("title", "Ferry sinks off Port Ellery"),
        ("byline", "By Ann Marsh"),
        ("dateline", "2 March 2031"),
        ("paragraph", "The Tern had too many people on board, a harbour official said."),
        ("paragraph", "“Nobody counted,” said Oda Fell."),
    ]
    assert (document.title, document.published) == ("Ferry sinks off Port Ellery", "2031-03-02")


WRAPPED = """\
The ferry Tern had carried at least 40 people too many when it left Port
Ellery, a harbour official said on Sunday. Nobody had counted them, he
added.

The company denied it:

      We carried 160 people on that day and not one more, and we have a
      list to prove it.

  * A list of 158 names was handed to the police, who would not say what
    had become of it
  * A second list was found

Oda Fell, who runs the harbour, said she had warned the ministry in the


                                   1
\fspring, and that an answer had never come. “They never even rang,” she
told this newspaper.
"""


def test_broken_lines_are_joined() -> None:
    blocks = shown(from_text(WRAPPED))

    assert [kind for kind, _ in blocks] == [
        "paragraph",
        "paragraph",
        "quotation",
        "item",
        "item",
        "paragraph",
    ]
    assert " ".join(blocks[0][1].split()).startswith(
        "The ferry Tern had carried at least 40 people"
    )
    assert blocks[0][1].endswith("added.")


def test_a_paragraph_cut_by_a_page_break_is_one_block_without_the_page_number() -> None:
    last = shown(from_text(WRAPPED))[-1][1]

    assert "in the / spring, and" in last


def test_quoted_lines_lose_their_marks() -> None:
    document = from_text(
        "> The ferry had carried at least 40 people too many, and nobody had\n"
        "> counted them when they came on board that night, he wrote to us.\n"
        "\n"
        "That was all that the ministry had to say about it in the first three\n"
        "days of the inquiry.\n"
    )

    assert [kind for kind, _ in shown(document)] == ["quotation", "paragraph"]
    assert "nobody had / counted" in shown(document)[0][1]


def test_a_place_is_a_line_and_a_column_and_a_page() -> None:
    document = from_text("One.\r\nTwo.\rThree said.\n\fFour.")

    place = document.layout.place(Span(12, 16), 2)

    assert (place.line, place.column, place.page) == (3, 2, 1)
    assert document.layout.place(Span(24, 28), 3).page == 2


ENCODED = "Mayor Zoë Brandétti said: “The café on Møller’s quay never closed, à vrai dire.”\n" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le"]
)
def test_the_encoding_is_found_out(encoding: str) -> None:
    assert open_document(ENCODED.encode(encoding)).text == ENCODED


def test_latin_1_is_found_out() -> None:
    text = "Le maire a déclaré que le café était fermé, « à vrai dire ».\n"

    assert open_document(text.encode("latin-1")).text == text


def test_a_nul_in_the_middle_is_a_character_like_others() -> None:
    document = open_document(b"The mayor said\x00 that he would go.\n", "a.txt")

    assert document.text == "The mayor said\x00 that he would go.\n"
    assert len(document.blocks) == 1


def test_text_without_words_has_no_blocks() -> None:
    assert open_document(b"").blocks == ()
    assert open_document(b" \n\t\r\n ").blocks == ()


def test_a_picture_is_refused_whatever_it_is_called() -> None:
    with pytest.raises(UnreadableInput, match=r"^scan\.txt: this is an image, not text; "):
        open_document(b"\x89PNG\r\n\x1a\n\x00\x00", "scan.txt")


def test_bytes_of_a_program_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="not text"):
        open_document(bytes(range(256)) * 20, "noise.txt")


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file"):
        open_document(tmp_path / "missing.txt")
    with pytest.raises(UnreadableInput, match="this folder holds no text"):
        open_document(tmp_path)


@given(st.text())
def test_any_text_is_a_document(text: str) -> None:
    document = from_text(text)

    spans = sorted(span for block in document.blocks for span in block.spans)
    assert document.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in spans)
    for number, block in enumerate(document.blocks):
        assert all(document.layout.place(span, number).line for span in block.spans)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "-"]))
def test_any_bytes_are_a_document_or_one_clear_line(data: bytes, name: str) -> None:
    document = opened(data, name)

    spans = sorted(span for block in document.blocks for span in block.spans) if document else []
    assert all(a.end <= b.start for a, b in pairwise(spans))


def opened(data: bytes, name: str) -> Document | None:
    try:
        return open_document(data, name)
    except UnreadableInput as error:
        if str(error).startswith(f"{name}: ") and "\n" not in str(error):
            return None
        raise


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not here")
def test_each_line_of_the_training_articles_is_a_block() -> None:
    for path in sorted(SHARED.glob("*/text/*.txt")):
        document = from_text(path.read_text(encoding="utf-8"))
        if any(kind == "table" for kind, _ in shown(document)):
            continue  # lines of figures are one
        found = [bare(text) for _, text in shown(document)]
        lines = [bare(line) for line in document.text.split("\n")]
        assert list(filter(worded, found)) == list(filter(worded, lines)), path.name


def bare(line: str) -> str:
    """A line without what an item's block leaves out."""
    return line.strip("\ufeff \t\xa0").lstrip("-*•·+ ")


def worded(line: str) -> bool:
    return any(map(str.isalnum, line))
