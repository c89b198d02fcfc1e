"""Figures across documents: which count the same thing, and why two of them differ."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from quoth.compare import Told, compare_figures
from quoth.compare.figures import Count, counts_of, relation
from quoth.documents import from_text
from quoth.records import Bound, Date, Figure, Passage, Reading, Span, Statement

MANY = 300


def told(
    text: str,
    *figures: tuple[str, float, str | None],
    key: str = "a.txt",
    day: str | None = "2034-11-14",
    source: str | None = None,
    bound: Bound = "exact",
    unit: str | None = None,
) -> Told:
    """A document with figures by their words, number and what is counted, all by one source."""
    document = from_text(text)

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    statements = ()
    if source:
        whole = Passage(document, (Span(0, len(text)),))
        named = Passage(document, (span(source),))
        statements = (Statement("s1", named, None, whole, "indirect", None, 0.9),)
    made = tuple(
        Figure(
            span(words),
            None if bound in ("at_most", "less_than") else value,
            None if bound in ("at_least", "more_than") else value,
            bound,
            unit,
            Passage(document, (span(of),)) if of else None,
            statement="s1" if source else None,
        )
        for words, value, of in figures
    )
    dates = tuple(
        Date(Span(*year.span()), "date", year[0], "by hand")
        for year in re.finditer(r"\b20\d\d\b", text)
    )
    reading = Reading(document, statements, "by hand", figures=made, dates=dates)
    return Told(key, reading, None, day)


def count(text: str, words: str, value: float, of: str | None, **more: object) -> Count:
    [found] = counts_of(told(text, (words, value, of), **more))  # type: ignore[arg-type]
    return found


DEAD = count("The blast killed 26 people, police said.", "26", 26, "people", source="police")


@pytest.mark.parametrize(
    ("text", "words", "value", "of"),
    [
        ("The toll stood at 26 on Monday.", "26", 26, None),
        ("Twenty-six people lost their lives.", "Twenty-six", 26, "people"),
        ("The morgue has 26 bodies.", "26", 26, "bodies"),
        ("There were 26 deaths.", "26", 26, "deaths"),
        ("At the market 26 dead were counted.", "26", 26, None),
    ],
)
def test_the_dead_are_one_thing_in_whatever_words(
    text: str, words: str, value: float, of: str | None
) -> None:
    assert relation(DEAD, count(text, words, value, of, key="b.txt")).reason == "agree"


@pytest.mark.parametrize(
    ("text", "words", "value", "of"),
    [
        ("The blast injured 26 people.", "26", 26, "people"),
        ("Police arrested 26 people.", "26", 26, "people"),
        ("Since a grenade killed 26 people in 2031 it was quiet.", "26", 26, "people"),
        ("Fire burned 26 houses.", "26", 26, "houses"),
        ("Among the dead were 9 children.", "9", 9, "children"),
        ("Some 26 people are missing.", "26", 26, "people"),
    ],
)
def test_others_are_another_thing(text: str, words: str, value: float, of: str | None) -> None:
    found = relation(DEAD, count(text, words, value, of, key="b.txt"))
    assert found.reason == "other thing"
    assert found.why


def test_a_bare_number_has_the_unit_of_the_figure_that_it_repeats() -> None:
    full = count("The club paid 38 million crowns for him.", "38 million", 38e6, None, unit="crown")
    short = count("Athletic got him for 38.", "38", 38, None, key="b.txt")
    assert relation(full, short).why != "one is a sum of money, the other a count"
    assert relation(full, short) == relation(short, full)


def test_money_that_no_dictionary_has_is_money() -> None:
    sold = count("They earned 159 million veldars.", "159 million", 159e6, "veldars")
    assert (sold.amount.measure, sold.amount.unit) == ("money", "veldar")
    assert count("They have 300 households.", "300", 300, "households").amount.measure == "count"


def test_what_is_counted_ends_before_the_next_phrase() -> None:
    ships = count("At anchor were 54 vessels this morning.", "54", 54, "vessels this morning")
    assert ships.thing.noun == {"ship"}
    assert count("Only 67 of those on board lived.", "67", 67, "those on board").thing.noun != {
        "those"
    }


def test_a_newer_figure_is_a_later_count() -> None:
    newer = count(
        "The toll rose to 27, the hospital said.",
        "27",
        27,
        None,
        day="2034-11-16",
        source="the hospital",
    )
    assert relation(DEAD, newer).reason == "later count"
    assert relation(newer, DEAD).reason == "later count"


def test_a_party_that_counts_for_itself_is_another_source() -> None:
    party = count(
        "The Uplands Front says 40 people were killed.",
        "40",
        40,
        "people",
        source="The Uplands Front",
    )
    assert relation(DEAD, party).reason == "other source"


def test_a_bound_that_the_other_figure_fits_is_another_bound() -> None:
    bound = count(
        "At least 24 people died.", "At least 24", 24, "people", bound="at_least", key="b.txt"
    )
    assert relation(DEAD, bound).reason == "other bound"


def test_an_amount_in_another_unit_is_the_same_amount() -> None:
    metric = count("The bridge is 10 km long.", "10 km", 10, None, unit="km")
    mile = count("The bridge, 6.2 miles long, fell.", "6.2 miles", 6.2, None, unit="mile")
    assert relation(metric, mile).reason == "other unit"


def test_one_source_with_two_figures_for_one_day_is_a_conflict_that_tells_what_was_tried() -> None:
    other = count(
        "In the market 31 people died, police said.",
        "31",
        31,
        "people",
        source="police",
        key="b.txt",
    )
    found = relation(DEAD, other)
    assert found.reason == "conflict"
    assert [reason for reason, _ in found.tested] == [
        "other thing",
        "other unit",
        "other bound",
        "later count",
        "other source",
    ]
    assert "police" in found.why


def test_sides_do_not_matter() -> None:
    texts = (
        ("At least 40 people were killed, the Front said.", "At least 40", 40.0, "the Front"),
        ("The blast killed 26 people, the ministry said.", "26", 26.0, "the ministry"),
        ("It wounded 26 people, the ministry said.", "26", 26.0, "the ministry"),
    )
    counts = [count(t, w, v, "people", source=s, key=t) for t, w, v, s in texts]
    for one in counts:
        for other in counts:
            assert relation(one, other).reason == relation(other, one).reason


def test_what_documents_count_is_joined_and_rows_stand_in_order_of_time() -> None:
    documents = [
        told(
            "The toll rose to 27, the hospital said.", ("27", 27, None), key="c", day="2034-11-16"
        ),
        told(
            "A bomb killed 17 people and injured 40.",
            ("17", 17, "people"),
            ("40", 40, None),
            key="a",
        ),
        told("The bomb injured 58 people.", ("58", 58, "people"), key="b"),
    ]
    dead, injured = sorted(compare_figures(documents), key=lambda thing: thing.label)
    assert (dead.label, injured.label) == ("people: dead", "people: injured")
    assert [row.first.amount.low for row in dead.rows] == [17, 27]
    [difference] = dead.differences
    assert difference.relation.reason == "later count"
    assert difference.one.first.sentence.text.startswith("A bomb killed")


def test_copies_of_a_page_are_one_row() -> None:
    page = told("A bomb killed 17 people, police said.", ("17", 17, "people"), source="police")
    [thing] = compare_figures(replace(page, key=str(n)) for n in range(MANY))
    [row] = thing.rows
    assert len(row.counts) == MANY
    assert thing.differences == ()


def test_very_many_figures_of_one_thing_are_not_all_held_together() -> None:
    documents = [
        told(f"A bomb killed {n} people.", (str(n), n, "people"), key=str(n))
        for n in range(100, 400)
    ]
    [thing] = compare_figures(documents)
    assert len(thing.rows) == 300
    assert thing.left_out > 0
    assert len(thing.differences) < 300


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300])
def test_numbers_that_count_nothing_are_left_out(value: float) -> None:
    assert counts_of(told("A bomb killed 17 people.", ("17", value, "people"))) == ()


def test_one_document_or_none_has_nothing_to_compare() -> None:
    assert compare_figures([]) == ()
    assert compare_figures([told("A bomb killed 17 people.", ("17", 17, "people"))]) == ()
    assert compare_figures([told("Nobody counted."), told("Nor here.", key="b")]) == ()


def test_bodies_of_two_sides_are_two_sources() -> None:
    one = count(
        "The army of Velden says 12 soldiers were killed.",
        "12",
        12,
        "soldiers",
        source="The army of Velden",
    )
    other = count(
        "The army of Arnmark says 20 soldiers were killed.",
        "20",
        20,
        "soldiers",
        source="The army of Arnmark",
        key="b.txt",
    )
    assert relation(one, other).reason == "other source"


def test_without_days_two_sources_are_no_conflict() -> None:
    one = count(
        "A bomb killed 17 people, police said.", "17", 17, "people", source="police", day=None
    )
    other = count(
        "A bomb killed 19 people, the hospital said.",
        "19",
        19,
        "people",
        source="the hospital",
        day=None,
        key="b.txt",
    )
    assert relation(one, other).reason == "other source"
