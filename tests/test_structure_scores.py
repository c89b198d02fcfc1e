"""What the measures of structure count as right, on the smallest examples."""

from pathlib import Path

import pytest

from benchmarks.alignment import aligned
from benchmarks.converted import TEXTS, scored
from benchmarks.structure import Piece, Structure, Tally, references, score, table, words

ARTICLE = [
    Piece("title", "Two ministries dispute the flood at Orrin"),
    Piece("paragraph", "The dam was sound, the Ministry of Works said on Monday."),
    Piece("paragraph", "Villagers told another story. They had long-term doubts about the wall."),
    Piece("head", "Orrin Gazette 7"),
    Piece("heading", "A letter"),
    Piece("quotation", "We wrote to the minister twice and were told that the river was lower."),
    Piece("paragraph", "The minister denies that anybody ever wrote to him about a river."),
]
BODY = [piece for piece in ARTICLE if piece.kind != "head"]


def test_a_perfect_reading_sets_the_running_head_aside() -> None:
    found = score(ARTICLE, BODY)
    assert found.bounds == Tally(5, 5, 5)
    assert found.order == Tally(4, 4, 4)
    assert found.quotations.f1 == found.kinds.f1 == 1
    assert (found.heads, found.unknown) == (0, 0)


def test_a_paragraph_cut_in_two_and_two_made_one() -> None:
    cut = Piece("paragraph", "Villagers told another story."), Piece("paragraph", "They had")
    rest = "long-term doubts about the wall. A letter"
    found = score(ARTICLE, [*BODY[:2], *cut, Piece("paragraph", rest), *BODY[4:]])
    assert found.bounds == Tally(4, 5, 6)  # two bounds too many, that of the heading lost


def test_a_note_between_paragraphs_is_a_false_bound_only_where_it_is_read_as_body() -> None:
    note = "1 Orrin Gazette, 3 May, second page."
    truth = [*ARTICLE, Piece("footnote", note)]
    apart = score(truth, [*BODY[:3], Piece("footnote", note), *BODY[3:]])
    within = score(truth, [*BODY[:3], Piece("paragraph", note), *BODY[3:]])
    assert apart.bounds == Tally(5, 5, 5)
    assert apart.order.f1 == within.order.f1 == 1
    assert within.bounds == Tally(5, 5, 6)


def test_a_bound_holds_though_its_first_word_is_broken() -> None:
    broken = Piece("paragraph", BODY[2].text.replace("Villagers", "Vil- lagers"))
    found = score(ARTICLE, [*BODY[:2], broken, *BODY[3:]])
    assert found.bounds == Tally(5, 5, 5)
    assert found.unknown == 2


def test_blocks_that_changed_places_are_found_and_break_the_order() -> None:
    found = score(ARTICLE, [BODY[0], BODY[2], BODY[1], *BODY[3:]])
    assert found.bounds == Tally(5, 5, 5)
    assert found.order == Tally(2, 4, 4)


def test_columns_read_across_break_the_order() -> None:
    left = "The dam was sound, the Ministry | of Works said on Monday. It had |been looked at."
    right = "Villagers told another story of a| wall that let the water | through by night."
    truth = [Piece("paragraph", side.replace("|", "")) for side in (left, right)]
    lines = zip(left.split("|"), right.split("|"), strict=True)
    across = Piece("paragraph", " ".join(f"{one} {other}" for one, other in lines))
    assert score(truth, truth).order.f1 == 1
    assert score(truth, [across]).order.f1 == 0


@pytest.mark.parametrize(
    "reading",
    [
        [*BODY[:3], Piece("paragraph", "Orrin Gazette 7"), *BODY[3:]],
        [*BODY[:2], Piece("paragraph", BODY[2].text.replace("long", "Orrin Gazette 7 long"))],
    ],
)
def test_a_running_head_in_the_body_is_counted(reading: list[Piece]) -> None:
    assert score(ARTICLE, reading).heads == 1


def test_a_running_head_that_was_told_apart_is_not_counted() -> None:
    assert score(ARTICLE, [*BODY, Piece("footnote", "Orrin Gazette 7")]).heads == 0


def test_quotations_are_compared_by_runs_of_four_words() -> None:
    short = Piece("quotation", "We wrote to the minister twice")
    found = score(ARTICLE, [*BODY[:4], short, *BODY[5:]]).quotations
    assert found == Tally(3, 11, 3)
    assert score(BODY[:3], BODY[:3]).quotations.f1 is None


def test_a_kind_is_right_by_most_of_the_words_of_a_block() -> None:
    found = score(ARTICLE, [Piece("paragraph", piece.text) for piece in BODY])
    assert found.kinds == Tally(3, 6, 6)


def test_words_joined_or_cut_at_line_ends_are_unknown() -> None:
    text = "Villagers told ano- ther story. They had longterm doubts about the wall."
    assert score(ARTICLE, [*BODY[:2], Piece("paragraph", text), *BODY[3:]]).unknown == 3


def test_words_are_compared_without_marks_ligatures_and_leading_numbers() -> None:
    assert words("2.1. The “ﬁrst” of\u00adﬁce – it’s") == ["the", "first", "office", "it's"]
    assert words("7") == ["7"]
    assert score([Piece("item", "fire")], [Piece("item", "• fire.3")]).unknown == 0


def test_a_reference_counts_where_mark_and_note_agree() -> None:
    truth = [("told another story.1", "1 Orrin Gazette, 3 May."), ("to the minister.2", "2 Ibid.")]
    read = [("Villagers told another story.1", "Orrin Gazette, 3 May."), ("twice.2", "2 Ibid.")]
    assert references(truth, read) == Tally(1, 2, 2)


def test_alignment_finds_runs_in_other_places_and_what_stands_beside_them() -> None:
    assert aligned([*"defabcxg"], [*"abcygdef"]) == [5, 6, 7, 0, 1, 2, None, 4]
    assert aligned([*"ab"], [*"axb"]) == [0, 2]


def test_an_empty_reading_has_nothing_right() -> None:
    found = score(ARTICLE, [])
    assert (found.bounds.f1, found.order.f1, found.kinds.f1) == (0, 0, 0)


def test_the_table_has_a_row_for_each_document_their_mean_and_all_together() -> None:
    rows = {"one": Structure(bounds=Tally(1, 1, 1)), "two": Structure(bounds=Tally(0, 3, 3))}
    *_, one, two, average, together = table(rows, verbose=True)
    assert [row.split(" | ")[1] for row in (one, two, average, together)] == [
        "1.000",
        "0.000",
        "0.500",
        "0.250",
    ]
    assert len([*table(rows)]) == 4


@pytest.mark.parametrize("path", sorted(TEXTS.glob("open/*.txt")), ids=lambda path: path.stem)
def test_every_converted_text_is_scored(path: Path) -> None:
    assert scored(path).structure.order.truth > 0
