"""Expressions of time: where they are, what they mean, and against what they were resolved."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

import quoth
from benchmarks.timebank import without_grammar
from quoth.details.dates import dates
from quoth.documents import from_text
from quoth.records import Date, Document, Found, Metadata

PUBLISHED = "2031-03-05"  # a Wednesday


def document(text: str, published: str | None = PUBLISHED, language: str | None = None) -> Document:
    """`text` as an article of that day."""
    metadata = Metadata(
        published=Found(published, "test") if published else None,
        language=Found(language, "test") if language else None,
    )
    return replace(from_text(text), metadata=metadata)


def read(
    text: str, published: str | None = PUBLISHED, language: str | None = None
) -> list[tuple[str, Date]]:
    article = document(text, published, language)
    found = dates(without_grammar(article))
    return [(article.text[date.span.start : date.span.end], date) for date in found]


def values(
    text: str, published: str | None = PUBLISHED, language: str | None = None
) -> list[tuple[str, str | None]]:
    return [(words, date.value) for words, date in read(text, published, language)]


@pytest.mark.parametrize(
    ("text", "words", "type", "value"),
    [
        ("The council met on Nov. 5.", "Nov. 5", "date", "2030-11-05"),
        ("It will meet on November 5th.", "November 5th", "date", "2031-11-05"),
        ("It meets on 5 November 2031.", "5 November 2031", "date", "2031-11-05"),
        ("On Friday, Oct. 13, 1989, it rained.", "Friday, Oct. 13, 1989", "date", "1989-10-13"),
        ("It began on 2031-02-28.", "2031-02-28", "date", "2031-02-28"),
        ("Logged at 2031-03-02T10:30.", "2031-03-02T10:30", "time", "2031-03-02T10:30"),
        ("The bridge dates from the 1990s.", "the 1990s", "date", "199"),
        ("It closed in the late '80s.", "the late '80s", "date", "198"),
        ("A wall of the 19th century fell.", "the 19th century", "date", "18"),
        ("The town was burnt in 44 B.C. by Orr.", "44 B.C.", "date", "BC0044"),
        ("By the year two thousand it was shut.", "the year two thousand", "date", "2000"),
        ("In nineteen ninety-one it reopened.", "nineteen ninety-one", "date", "1991"),
        ("It opens in spring 2031.", "spring 2031", "date", "2031-SP"),
        ("It will open by mid-May.", "mid-May", "date", "2031-05"),
        ("The ferry stopped at Christmas.", "Christmas", "date", "2030-12-25"),
        ("It will sail on Easter Monday.", "Easter Monday", "date", "2031-04-14"),
        ("The vote ended on Tuesday.", "Tuesday", "date", "2031-03-04"),
        ("The vote will end on Tuesday.", "Tuesday", "date", "2031-03-11"),
        ("It sank last week.", "last week", "date", "2031-W09"),
        ("It sank over the weekend.", "the weekend", "date", "2031-W09-WE"),
        ("Rents rose in the third quarter.", "the third quarter", "date", "2030-Q3"),
        ("Rents rose in Q3 2029.", "Q3 2029", "date", "2029-Q3"),
        ("Two years ago it was shut.", "Two years ago", "date", "2029"),
        ("It reopens tomorrow.", "tomorrow", "date", "2031-03-06"),
        ("By the end of the year it will be gone.", "the end of the year", "date", "2031"),
        ("The inquiry is now closed.", "now", "date", "PRESENT_REF"),
        ("Prices fell in recent years.", "recent years", "date", "PAST_REF"),
        ("Aides said the November vote was rigged.", "November", "date", "2030-11"),
        ("In 2029 the voters chose Orr.", "2029", "date", "2029"),
        ("It met at noon.", "noon", "time", "2031-03-05T12:00"),
        ("It met at 10:35 a.m. EST.", "10:35 a.m. EST", "time", "2031-03-05T10:35"),
        ("It met at half past nine.", "half past nine", "time", "2031-03-05T09:30"),
        ("The bell rang on Tuesday evening.", "Tuesday evening", "time", "2031-03-04TEV"),
        ("The offer runs until 5 p.m., March 9.", "5 p.m., March 9", "time", "2031-03-09T17:00"),
        ("He waited two to three weeks.", "two to three weeks", "duration", "PXW"),
        ("It took an hour and a half.", "an hour and a half", "duration", "PT1H30M"),
        ("It took 2 1/2 years.", "2 1/2 years", "duration", "P2Y6M"),
        ("For nearly forty years it stood.", "nearly forty years", "duration", "P40Y"),
        ("It fell in the past nine months.", "the past nine months", "duration", "P9M"),
        ("A few days passed.", "A few days", "duration", "PXD"),
        ("The boats sail every Friday.", "every Friday", "set", "XXXX-WXX-5"),
        ("The boats sail twice a week.", "twice a week", "set", "P1W"),
        ("It costs $3 million a year.", "a year", "set", "P1Y"),
    ],
)
def test_expression(text: str, words: str, type: str, value: str) -> None:
    assert [(found, date.type, date.value) for found, date in read(text)] == [(words, type, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The second clerk may fall.",
        "March on, said Mrs. May.",
        "Orr, 54, is a 30-year-old sailor, or 30 years old.",
        "He paid $2010 for room 2014, page 1999.",
        "Orr told This Week and Varn Today so.",
        "A quarter of the crates were lost.",
        "They asked 2047 registered voters.",
    ],
)
def test_other_words_are_no_time(text: str) -> None:
    assert values(text) == []


def test_it_is_said_what_a_date_was_resolved_against() -> None:
    hows = [
        date.how
        for _, date in read("It rained on 3 May 2029. The next day it froze. Today it thaws.")
    ]
    assert hows == ["stated in full", "against “3 May 2029”", "against the document's date"]


def test_a_day_counted_from_another_leads_to_it() -> None:
    text = "It rained on 3 May 2029, and the next day it froze."
    (_, first), (_, second) = read(text)
    assert (second.value, second.anchor) == ("2029-05-04", first.span)


def test_days_before_an_event_are_counted_from_its_day() -> None:
    text = (
        "The attack on 2 March killed two clerks. Two days before the attack, a letter came;"
        " days after the attack, a call."
    )
    _, (_, two), (_, some) = read(text)
    assert (two.type, two.value) == ("date", "2031-02-28")
    assert two.how == "before “the attack” of 2031-03-02"
    assert two.anchor is not None
    assert text[two.anchor.start : two.anchor.end] == "attack"
    assert (some.type, some.value) == ("duration", "PXD")
    assert some.how == "after “the attack” of 2031-03-02"


def test_an_event_without_a_day_is_said_to_have_none() -> None:
    ((_, found),) = read("Two days before the attack, a letter came.")
    assert (found.type, found.value) == ("duration", "P2D")
    assert found.how == "the text gives no day for “the attack”"


def test_without_a_date_of_its_own_a_document_leaves_relative_days_open() -> None:
    found = read("It sank last week, on Tuesday, 3 May. Yesterday it was raised.", published=None)
    assert [(words, date.value) for words, date in found] == [
        ("last week", None),
        ("Tuesday, 3 May", "XXXX-05-03"),
        ("Yesterday", None),
    ]
    assert all("the document has no date" in date.how for _, date in found)


def test_a_dateline_dates_a_document() -> None:
    text = "Ferry sinks\n\nPORT ELLERY, March 5, 2031 — It sank on Tuesday, the harbour said."
    article = replace(from_text(text), metadata=Metadata())
    assert [date.value for date in dates(without_grammar(article))][-1] in {
        "2031-03-04",
        "XXXX-WXX-2",
    }


@pytest.mark.parametrize(
    ("text", "language", "value", "how"),
    [
        ("It was on 13/2/2031.", None, "2031-02-13", "stated in full"),
        ("It was on 2/13/2031.", None, "2031-02-13", "stated in full"),
        ("It was on 4.3.2031.", None, "2031-03-04", "day first, as dates with points are written"),
        ("On 3/4/2030.", "en-GB", "2030-04-03", "day first, as its language's country writes"),
        ("On 3/4/2030.", "en-US", "2030-03-04", "month first, as its language's country writes"),
        ("The harbour on 3/4/2030.", None, "2030-04-03", "day first, as its spelling tells"),
        (
            "The harbor opened on 3/4/2030.",
            None,
            "2030-03-04",
            "month first, as its spelling tells",
        ),
        (
            "It was on 3/4/2030.",
            None,
            "2030-XX-XX",
            "ambiguous: 2030-04-03 or 2030-03-04; nothing in the document tells which",
        ),
    ],
)
def test_dates_in_numbers(text: str, language: str | None, value: str, how: str) -> None:
    ((_, found),) = read(text, language=language)
    assert (found.value, found.how) == (value, how)


def test_other_dates_of_a_document_tell_how_it_writes_them() -> None:
    found = values("First on 25/12/2030, then on 3/4/2031.", language="en-US")
    assert found == [("25/12/2030", "2030-12-25"), ("3/4/2031", "2031-04-03")]


def test_a_document_from_the_future_is_read_as_any_other() -> None:
    assert values("It sank last year.", "9999-12-31") == [("last year", "9998")]
    assert read("It will sink next year.", "9999-12-31")[0][1].value is None
    for published in ("9999-12-31", "0001-01-01"):
        assert (
            len(read("A loss in the third quarter, last spring and next winter.", published)) == 3
        )


def test_days_that_do_not_exist_have_no_value() -> None:
    ((_, found),) = read("It was on February 30, 2031.")
    assert (found.value, found.how) == (None, "there is no such day")


def test_absurd_numbers_do_no_harm() -> None:
    digits = "9" * 5000
    ((_, found),) = read(f"It took {digits} years.")
    assert (found.value, found.how) == ("PXY", "the number is too long to read")
    assert read(f"It was {digits}/{digits}/{digits}, {digits}-01-01, {digits} BC.") == []
    ((_, found),) = read("It was 999999999 centuries ago.")
    assert (found.value, found.how) == (None, "beyond the years 1 to 9999")


def test_the_network_settles_what_words_alone_do_not() -> None:
    article = document("The summer was dry. The ferry is a daily sight.")
    analysis = without_grammar(article)
    assert [date.value for date in dates(analysis)] == ["2030-SU"]
    times = {"daily": "B"}
    tokens = tuple(t._replace(time=times.get(t.text, "O")) for t in analysis.tokens)
    tagged = dates(replace(analysis, tokens=tokens))
    assert [date.value for date in tagged] == ["2030-SU", "P1D"]


@pytest.mark.parametrize("word", ["one ", "12 ", "the ", "May ", "1,000,", "week ", "- ", "1990 "])
def test_a_word_repeated_takes_no_longer(word: str) -> None:
    begin = time.perf_counter()
    dates(without_grammar(document(word * 10_000)))
    assert time.perf_counter() - begin < 5


def test_time_is_linear_in_the_text() -> None:
    text = "The attack on 2 March was last week, two days before the attack. "
    short, long = without_grammar(document(text * 200)), without_grammar(document(text * 1600))
    begin = time.perf_counter()
    dates(short)
    middle = time.perf_counter()
    found = dates(long)
    end = time.perf_counter()
    assert len(found) == 4800
    assert end - middle < 30 * (middle - begin)


ARTICLE = """\
Bridge at Varn to close for two months

By Edda Quell
March 5, 2031

PORT ELLERY — The bridge at Varn, built in the 1920s and widened in 1974, will close on Monday
for at least two months, the harbour office said on Wednesday. It was last closed in November,
when a barge struck it early on a Sunday morning.

The accident on 9 November cost the town 4 million crowns. Three days after the accident the
office ordered an inspection, and by the end of the year engineers had found cracks in two
piers. "In recent weeks we have looked at little else," said Ilse Varga, who has run the office
since 2019. "We now check them daily."

Buses will leave every half hour from 6 a.m. until midnight. A year ago they carried 300 people a
day; this spring the office expects twice as many. The council votes on the budget on 3/4/2031, and
again in the second quarter of 2032. Work should be done by mid-May, or "some day," as Orr put it.
"""


def test_whole_article(expected: Callable[[str, str | bytes], None]) -> None:
    article = document(ARTICLE)
    lines = [
        f"{' '.join(words.split())} | {date.type} | {date.value} | {date.how}\n"
        for words, date in read(ARTICLE)
    ]
    assert article.text == ARTICLE
    expected("dates.txt", "".join(lines))


def test_years_far_away_are_years_where_their_neighbours_say_so():
    reading = quoth.read_text(
        "The port will close on 3 May 2300, the mayor said. 2300 boats came on Monday."
    )

    assert reading.dates[0].value == "2300-05-03"
    assert [one.low for one in reading.figures] == [2300]
