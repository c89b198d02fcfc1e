"""Figures: where a quantity stands, how much it is, in what, and how exactly it is told."""

from __future__ import annotations

import time

import pytest

from benchmarks.timebank import without_grammar
from quoth.details.figures import figures
from quoth.documents import from_text
from quoth.records import Figure


def read(text: str) -> list[tuple[str, Figure]]:
    found = figures(without_grammar(from_text(text)))
    return [(text[one.span.start : one.span.end], one) for one in found]


def values(text: str) -> list[tuple[str, float | None, float | None, str, str | None]]:
    return [(words, one.low, one.high, one.bound, one.unit) for words, one in read(text)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "bound", "unit"),
    [
        ("The barge held 31 crates.", "31", 31, 31, "exact", None),
        ("At least 144 people drowned.", "At least 144", 144, None, "at_least", None),
        ("The toll has gone up to 19.", "up to 19", 19, 19, "exact", None),
        ("This puts the toll at seven.", "seven", 7, 7, "exact", None),
        ("Nearly 700 houses stood empty.", "Nearly 700", 700, 700, "nearly", None),
        ("No fewer than seven wells failed.", "No fewer than seven", 7, None, "at_least", None),
        ("It took in as many as 300 boats.", "as many as 300", None, 300, "at_most", None),
        ("Some forty masked men came.", "Some forty", 40, 40, "about", None),
        ("They cut 30-plus trees.", "30-plus", 30, None, "at_least", None),
        ("A fine of a bit over $5,400.", "a bit over $5,400", 5400, 5400, "just_over", "USD"),
        ("It cost $9,000 or more.", "$9,000 or more", 9000, None, "at_least", "USD"),
        ("It cost under £3m.", "under £3m", None, 3e6, "less_than", "GBP"),
        ("A $2.4-million bridge.", "$2.4-million", 2.4e6, 2.4e6, "exact", "USD"),
        ("They gave 1.5bn crowns.", "1.5bn crowns", 1.5e9, 1.5e9, "exact", "crown"),
        ("It serves 12 lakh people.", "12 lakh", 1.2e6, 1.2e6, "exact", None),
        ("He walked 5½ miles.", "5½ miles", 5.5, 5.5, "exact", "mile"),
        ("It reaches 14 to 20 million voters.", "14 to 20 million", 1.4e7, 2e7, "range", None),
        ("Between 60 and 80 carts came.", "Between 60 and 80", 60, 80, "range", None),
        ("Two or three clerks left.", "Two or three", 2, 3, "range", None),
        ("Dozens of boats sank.", "Dozens", 12, None, "vague", None),
        ("Tens of thousands of gulls.", "Tens of thousands", 10000, None, "vague", None),
        ("Several hundred gulls.", "Several hundred", 100, None, "vague", None),
        ("Half a dozen gulls.", "Half a dozen", 6, 6, "exact", None),
        ("A handful of gulls.", "A handful", None, None, "vague", None),
        (
            "More than a third of the houses.",
            "More than a third",
            0.333,
            None,
            "more_than",
            "share",
        ),
        ("One in five wells is dry.", "One in five", 0.2, 0.2, "exact", "share"),
        ("Two wells out of five are dry.", "Two wells out of five", 0.4, 0.4, "exact", "share"),
        ("Rents have doubled.", "doubled", 2, 2, "exact", "times"),
        ("Twice as many boats came.", "Twice as many", 2, 2, "exact", "times"),
        ("A 75 percent increase.", "75 percent", 75, 75, "exact", "%"),
        (
            "She leads by 3.5 percentage points.",
            "3.5 percentage points",
            3.5,
            3.5,
            "exact",
            "point",
        ),
        ("The 54-year-old baker.", "54-year-old", 54, 54, "exact", "year"),
        ("Silas Orr, 60, baked.", "60", 60, 60, "exact", "year"),
        ("It was shut for six weeks.", "six weeks", 6, 6, "exact", "week"),
        ("The road was shut for a week.", "a week", 1, 1, "exact", "week"),
        ("A 40-minute crossing.", "40-minute", 40, 40, "exact", "minute"),
        ("A six-figure sum.", "six-figure", 100000, None, "vague", "USD"),
        ("Winds of 40 miles per hour.", "40 miles per hour", 40, 40, "exact", "mile/hour"),
        ("It pays ninety crowns a day.", "ninety crowns a day", 90, 90, "exact", "crown/day"),
    ],
)
def test_a_figure_has_its_words_its_value_its_bound_and_its_unit(
    text, words, low, high, bound, unit
):
    assert values(text) == [(words, low, high, bound, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "It opened on 2 March 2031 at 5 p.m.",
        "It opened on Nov. 5, 2031.",
        "In 1986 the gorge was empty.",
        "The council met at eleven.",
        "The clock said it was twenty past five.",
        "She left two years ago, and came back three days later.",
        "It rained in the last 24 hours.",
        "The third clerk and the 2nd carter.",
        "See Section 12, page 6, and No. 2.",
        "It ran on Channel 5 in the 1970s.",
        "Call 800-273-8255.",
        "One of the clerks left one day.",
        "Many, some, most, few, much, all, both, no, a, more.",
        "Orr wrote so [12]–[15].",
    ],
)
def test_dates_ordinals_labels_and_pronouns_are_no_figures(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("It cost 1,000.5 crowns.", 1000.5),
        ("It cost 1.000,5 crowns.", 1000.5),
        ("It holds 1 000 000 crates.", 1e6),
        ("It holds 2.310.000 crates; 1.000 were wet.", 2310000),
        ("It holds 1,000 crates.", 1000),
        ("It holds 12,34,567 crates.", 1234567),
    ],
)
def test_a_numeral_is_read_in_the_documents_own_convention(text, low):
    assert read(text)[0][1].low == low


def test_what_may_be_two_numbers_has_no_value():
    both = read("They sold 1,000.5 and 1.000,5 tons, and then 1.000 tons.")[-1]
    alone = read("The mill ground 1.000 sacks.")[0]

    assert (both[0], both[1].low, both[1].high) == ("1.000 tons", None, None)
    assert (alone[0], alone[1].low) == ("1.000", None)


def test_other_numbers_of_the_document_tell_which_it_is():
    found = read("It weighs 2.310.000 tons. The mill ground 1.000 sacks.")

    assert found[1][1].low == 1000


def test_two_ends_of_a_change_are_two_figures():
    found = values("The rate fell from 58 percent in May to 55.")

    assert [(words, low, unit) for words, low, _, _, unit in found] == [
        ("58 percent", 58, "%"),
        ("55", 55, "%"),
    ]


def test_a_score_is_two_figures_and_a_span_of_numbers_one():
    assert [one[0] for one in values("They won 3-0.")] == ["3", "0"]
    assert [one[0] for one in values("It takes 20-30 people.")] == ["20-30"]


def test_a_numeral_without_end_is_kept_without_a_value():
    start = time.process_time()
    ((words, one),) = read("They counted " + "9" * 100_000 + " grains.")

    assert len(words) == 100_000
    assert (one.low, one.high) == (None, None)
    assert time.process_time() - start < 2


def test_a_conversion_names_the_figure_that_it_restates():
    found = read("A fine of 500,000 crowns, a bit over $5,400, for 20 miles (32 km) of pipe.")

    assert [one.same for _, one in found] == [None, 0, None, 2]


def test_money_told_twice_in_one_unit_is_no_conversion():
    found = read("He paid 30 crowns, or 40 crowns.")

    assert all(one.same is None for _, one in found)


def test_a_count_told_by_the_day_says_so():
    assert values("300 carts are sold daily.") == [("300", 300, 300, "exact", "/day")]


def test_what_a_count_went_up_from_and_to_are_two_figures():
    found = values("Divers took the number of the dead from 14 to 23.")
    assert [low for _, low, *_ in found] == [14, 23]


def test_a_text_that_ends_where_something_is_counted_is_read_to_its_end():
    assert [words for words, _ in read("Dozens of")] == ["Dozens"]
