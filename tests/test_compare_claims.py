"""Who asserts what and who denies or confirms it, in documents of one event."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from quoth.compare import Event, Told, compare_claims
from quoth.compare.claims import Claims, Meaning
from quoth.compare.event_names import Names
from quoth.documents import open_document
from quoth.export.compared_claims import claims_json, claims_view
from quoth.export.view import Screen
from quoth.reader import Reader
from quoth.reading.tokens import words
from quoth.records import Statement

MONDAY = """Bridge closed at Tarnholm

The road office in Tarnholm said the bridge had been inspected in May. The carters' union said \
the bridge had not been inspected. A toll keeper, Ada Rusk, said she saw a crack in the arch.
"""
TUESDAY = """Union stands by its word

The mayor, Piet Lorne, denied that there was a crack in the arch. An engineer, Hanna Moll, \
confirmed that the bridge had been inspected in May. The premier asked whether the bridge had \
been inspected. The road office said it would close the bridge if the arch had a crack.
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return Meaning()


def told(reader: Reader, name: str, text: str, day: str | None) -> Told:
    return Told(name, reader.read(open_document(text.encode(), name=f"{name}.txt")), None, day)


@pytest.fixture(scope="module")
def found(reader: Reader, meaning: Meaning) -> Claims:
    days = (("monday", MONDAY, "2031-06-02"), ("tuesday", TUESDAY, "2031-06-03"))
    return compare_claims([told(reader, *day) for day in days], meaning, least=0.5)


def pairs(found: Claims) -> set[tuple[str, str, str]]:
    """Label, source of the claim, source of the answer."""
    return {
        (pair.label, source(pair.claim.said.statement), source(pair.answer.said.statement))
        for pair in found.pairs
    }


def source(statement: Statement) -> str:
    assert statement.source
    return statement.source.text


def test_a_denial_answers_the_claim_before_it(found: Claims) -> None:
    assert ("denies", "The road office in Tarnholm", "The carters' union") in pairs(found)
    denial = next(p for p in found.pairs if "Lorne" in source(p.answer.said.statement))
    assert denial.label == "denies"
    assert denial.claim.content.text == "she saw a crack in the arch"
    assert (denial.claim.day, denial.answer.day) == ("2031-06-02", "2031-06-03")
    assert "the answer is in the later document" in denial.why


def test_another_source_confirms(found: Claims) -> None:
    confirmed = [pair for pair in found.pairs if pair.label == "confirms"]
    assert any("Moll" in source(p.answer.said.statement) for p in confirmed)


def test_questions_and_conditions_are_no_positions(found: Claims) -> None:
    texts = {p.content.text for one in found.propositions for p in (*one.asserted, *one.denied)}
    assert not any("whether" in text or " if " in text for text in texts)


def test_propositions_have_their_two_sides(found: Claims) -> None:
    inspected = next(o for o in found.propositions if "inspected" in o.pairs[0].claim.content.text)
    assert any("union" in source(p.said.statement) for p in inspected.denied)
    assert len(inspected.asserted) >= 2


@pytest.mark.parametrize(
    "exchange",
    [
        {"Lorne": "Moll", "Piet": "Hanna"},
        {"she": "he"},
        {"Tarnholm": "New Aster of Lea", "Ada Rusk": "Ole Mark Twyford"},
    ],
    ids=["persons", "genders", "longer names"],
)
def test_exchanged_sides_exchange_what_is_found(
    reader: Reader, meaning: Meaning, exchange: dict[str, str]
) -> None:
    both = exchange | {new: old for old, new in exchange.items()}

    def swapped(text: str) -> str:
        return re.sub(r"\b(" + "|".join(both) + r")\b", lambda found: both[found[0]], text)

    def shape(texts: tuple[str, str]) -> list[tuple[str, str, str, float]]:
        days = zip(("a", "b"), texts, ("2031-06-02", "2031-06-03"), strict=True)
        found = compare_claims([told(reader, *day) for day in days], meaning, least=0.5)
        return [(p.label, p.claim.key, p.answer.key, p.likelihood) for p in found.pairs]

    assert shape((MONDAY, TUESDAY)) == shape((swapped(MONDAY), swapped(TUESDAY)))


def test_names_are_told_by_capitals_inside_sentences() -> None:
    text = "Orr said the Ash Quay was shut. Nobody knew. The Ministry and Ida Orr of Vell did.\n"
    document = open_document(text.encode(), name="a.txt")
    read = list(words(document))
    runs = Names([read]).runs(read)
    assert [" ".join(w.text for w in read[a:b]) for a, b in runs] == [
        "Orr",
        "Ash Quay",
        "Ida Orr of Vell",
    ]


def test_one_document_copies_and_nothing_to_compare(reader: Reader, meaning: Meaning) -> None:
    alone = told(reader, "alone", "It rained in Tarnholm. Nobody was hurt.\n", None)
    assert compare_claims([alone], meaning).propositions == ()
    assert compare_claims([], meaning).pairs == ()
    copy = told(reader, "copy", MONDAY, "2031-06-02")
    many = [copy] * 5000
    once = compare_claims([copy], meaning)
    assert [p.claim.key for p in compare_claims(many, meaning).pairs] == [
        p.claim.key for p in once.pairs
    ]


def test_long_and_short_statements_do_no_harm(reader: Reader, meaning: Meaning) -> None:
    words = "The road office said " + "the bridge of the carters was closed and " * 1500 + "more."
    found = compare_claims(
        [told(reader, "long", words, None), told(reader, "short", 'Ada Rusk said: "No."\n', None)],
        meaning,
    )
    assert isinstance(found, Claims)


def test_the_view_names_both_sides_with_place_and_day(found: Claims) -> None:
    event = Event("Tarnholm", found.told)
    shown = "".join(claims_view(event, found, Screen(80)))
    assert max(map(len, shown.splitlines())) <= 80
    assert "denies    Piet Lorne, 2031-06-03, tuesday:s1" in shown
    assert "asserts   Ada Rusk, 2031-06-02, monday:s3" in shown


def test_json_has_exchangewith_why(found: Claims) -> None:
    data = json.loads(claims_json(Event("Tarnholm", found.told, 3), found))
    assert (data["type"], data["number"]) == ("claims", 3)
    pair = data["propositions"][0]["pairs"][0]
    assert pair["label"] == "denies"
    assert pair["why"]
    assert pair["claim"]["content"]["spans"]


def test_the_command_takes_files_without_claims(quoth: Callable[..., Result]) -> None:
    Path("one.txt").write_text("It rained.\n", encoding="utf-8")
    shown = quoth("compare", "claims", "one.txt")
    assert shown.exit_code == 0
    assert "No two statements that deny or confirm one another." in shown.output


def test_a_charge_is_shown_with_whether_the_answer_is_in_it(
    reader: Reader, meaning: Meaning
) -> None:
    text = (
        "The carters' union accused Piet Lorne of hiding a report. Hanna Moll accused Ada Rusk of"
        " lying. Lorne denied that he had hidden a report.\n"
    )
    found = compare_claims([told(reader, "charges", text, None)], meaning)
    answered = {c.accused.text: c.answer is not None for c in found.charges}
    assert answered == {"Piet Lorne": True, "Ada Rusk": False}
