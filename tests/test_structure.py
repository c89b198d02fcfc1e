"""What the layout alone tells: turns of talk, citations, block quotations."""

from quoth.documents import from_text
from quoth.reading.structure import content_and_author, set_apart, turns
from quoth.records import Block, Document, Span


def quoted(*paragraphs):
    """A document of block quotations."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("quotation", (Span(len(text), len(text) + len(paragraph)),)))
        text += paragraph + "\n\n"
    return Document("t", text, tuple(blocks), layout=None)


def shown(document, relation):
    def words(spans):
        return " … ".join(document.text[s.start : s.end] for s in spans)

    return words(relation.source), words(relation.cue), words(relation.content)


def test_each_turn_of_an_interview_is_a_statement():
    talk = "Q: Who rang?\nA: Nobody rang.\nIt was quiet.\nQ: And later?\nA: Nobody.\nShe left."
    document = from_text(talk.replace("\n", "\n\n"))

    assert [shown(document, turn) for turn in turns(document)] == [
        ("Q", ":", "Who rang?"),
        ("A", ":", "Nobody rang. … It was quiet."),
        ("Q", ":", "And later?"),
        ("A", ":", "Nobody."),
    ]


def test_labels_that_do_not_come_back_are_no_turns():
    document = from_text("WEATHER: Rain.\n\nSPORT: None.\n\nA note: nothing.\n\nTides: low.")

    assert list(turns(document)) == []


def test_a_citation_names_the_author_and_is_no_part_of_the_content():
    document = quoted("The wells were dry by June. (Ora Lund, The Dry Year, p. 41)")

    content, author = content_and_author(document, [0])

    assert [document.text[s.start : s.end] for s in content] == ["The wells were dry by June."]
    assert [document.text[s.start : s.end] for s in author] == ["Ora Lund"]


def test_a_block_quotation_that_nothing_introduces_has_the_author_of_its_citation():
    document = quoted("The wells were dry.", "Nobody came. — Ora Lund, farmer")

    found = [shown(document, relation) for relation in set_apart(document, set())]

    assert found == [("Ora Lund", "", "The wells were dry. … Nobody came.")]
