"""What the layout alone tells: turns of talk, citations, block quotations."""

import pytest

from quoth.documents import from_text
from quoth.reading.structure import (
    answers,
    content_and_author,
    set_apart,
    source_or_author,
    turns,
)
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


def test_minutes_name_a_speaker_once_in_full_and_then_in_short():
    minutes = """\
The Speaker for Quays (Mr Arne Holt): The bill is moved.
Ms Ida Roe (West Quay): At what cost?
Mr Holt: Four crowns.
Ms Roe: Who pays?
Mr Chairman: Order."""
    document = from_text(minutes.replace("\n", "\n\n"))

    assert [shown(document, turn)[0] for turn in turns(document)] == [
        "The Speaker for Quays (Mr Arne Holt)",
        "Ms Ida Roe (West Quay)",
        "Mr Holt",
        "Ms Roe",
        "Mr Chairman",
    ]


ASKED = """\
A word with the captain
Did you walk out?
No. I was told to go.
It rained.
And your letter?
I signed it.
Who else did?
Nineteen of us.
What will you do now?
My bread is in the oven."""


def test_an_interview_without_names_is_told_by_its_questions():
    document = from_text(ASKED.replace("\n", "\n\n"))

    said = [shown(document, one)[2] for one in answers(document)]

    assert said[:4] == [
        "Did you walk out?",
        "No. I was told to go. … It rained.",
        "And your letter?",
        "I signed it.",
    ]
    assert len(said) == 8


def test_what_is_often_asked_is_no_interview():
    asked = ASKED.replace("I ", "You ").replace("My", "The")

    assert list(answers(from_text(asked.replace("\n", "\n\n")))) == []


def test_a_citation_names_the_author_and_is_no_part_of_the_content():
    document = quoted("The wells were dry by June. (Ora Lund, The Dry Year, p. 41)")

    content, author = content_and_author(document, [0])

    assert [document.text[s.start : s.end] for s in content] == ["The wells were dry by June."]
    assert [document.text[s.start : s.end] for s in author] == ["Ora Lund"]


@pytest.mark.parametrize(("introduced", "source"), [("She", "She"), ("It", "Gazette")])
def test_who_introduces_a_block_quotation_says_it_though_a_citation_names_where_it_stands(
    introduced: str, source: str
) -> None:
    text = f"{introduced} told all (Gazette, p. 4)"
    said, author = Span(0, len(introduced)), Span(text.index("Gazette"), text.index(","))
    [found] = source_or_author(text, (said,), [author])
    assert text[found.start : found.end] == source


def test_a_block_quotation_that_nothing_introduces_has_the_author_of_its_citation():
    document = quoted("The wells were dry.", "Nobody came. — Ora Lund, farmer")

    found = [shown(document, relation) for relation in set_apart(document, set())]

    assert found == [("Ora Lund", "", "The wells were dry. … Nobody came.")]
