"""Two quotations: are they one utterance, and what became of it on the way?"""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from quoth.compare.quotations import Quoted, closeness, compare, wording

SAID = "We will not close the harbour before the inquiry has heard the forty pilots of Port Ellery."
TURNED = (
    "Before the inquiry has heard the forty pilots of Port Ellery, we will not close the harbour."
)


def said(text: str, key: str = "a", **facts: object) -> Quoted:
    given: dict[str, object] = {
        "form": "direct",
        "speaker": "Ida Venn",
        "day": {"a": "2031-03-02", "b": "2031-03-03"}.get(key),
        **facts,
    }
    return Quoted(key=f"{key}:s1", document=key, text=text, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("version", "kind"),
    [
        (SAID, "exact"),
        (SAID[:-1] + ",", "exact"),
        (SAID.replace("will not", "won't").replace("forty", "40"), "surface"),
        (SAID.replace("harbour", "harbor"), "surface"),
        (SAID.replace("the inquiry", "it [the inquiry]"), "bracketed"),
        (SAID.replace("We will", "[The board] will"), "bracketed"),
        (SAID.replace("before the inquiry has heard", "… before it heard"), "changed"),
        (SAID.replace(" of Port Ellery", " […]"), "elided"),
        ("You know, " + SAID[0].lower() + SAID[1:], "put_in"),
        (SAID.replace(" the forty pilots of", ""), "left_out"),
        (SAID.replace("close", "shut"), "changed"),
        (TURNED, "reordered"),
        (SAID.replace("will", "may"), "modality"),
        (SAID.replace("We will not", "We will probably not"), "modality"),
        (SAID.replace("forty", "fourteen"), "number"),
        (SAID.replace("Port Ellery", "Merrowdin"), "name"),
        (SAID.replace("will not", "will"), "polarity"),
    ],
)
def test_the_gravest_change_names_the_difference(version: str, kind: str) -> None:
    found = compare(said(SAID), said(version, "b"))
    assert found is not None
    assert found.kind == kind


def test_the_order_of_the_two_changes_nothing() -> None:
    one, other = said(SAID), said(SAID.replace("will not", "will"), "b")
    assert compare(one, other) == compare(other, one)


def test_a_condition_that_is_gone() -> None:
    one = said("If the owners agree in writing, the ferry sails on Monday with a new crew.")
    other = said("The ferry sails on Monday with a new crew.", "b")
    assert compare(one, other).kind == "condition"


def test_a_condition_whose_rest_still_stands_is_not_gone() -> None:
    one = said("She told the board that she is sorry if the ferry was in any way to blame for it.")
    other = said("the ferry was in any way to blame for it", "b")
    assert compare(one, other).kind == "left_out"


def test_an_opinion_that_lost_its_negation() -> None:
    one = said("I do not believe that the league planted the bomb under the bridge.")
    other = said("The league planted the bomb under the bridge.", "b")
    assert compare(one, other).kind == "polarity"


def test_a_negation_that_moves_to_the_opinion_turns_nothing() -> None:
    one = said("I think the league will not come back to Merrowdin this year.")
    other = said("I don't think the league will come back to Merrowdin this year.", "b")
    assert compare(one, other).kind != "polarity"


def test_indirect_speech_shifts_persons_and_tenses_and_nothing_else() -> None:
    one = said("I can promise you that we are going to mend my father's bridge here.")
    other = said(
        "that she could promise them that they were going to mend her father's bridge there",
        "b",
        form="indirect",
    )
    assert compare(one, other).kind == "recast"


def test_the_same_words_by_somebody_else() -> None:
    assert compare(said(SAID), said(SAID, "b", speaker="Tomas Orr")).kind == "source"


@pytest.mark.parametrize(
    "speaker",
    ["Venn", "Ms. Venn", "Harbourmaster Ida Venn", "she", "a spokeswoman", "the board", None],
)
def test_another_word_for_the_source_is_no_other_source(speaker: str | None) -> None:
    assert compare(said(SAID), said(SAID, "b", speaker=speaker)).kind == "exact"


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("Police Const. Ida Venn", "Venn", "same"),
        ("President-elect Ida Venn", "Ms. Venn", "same"),
        ("the Harbour Board", "The Harbour board", "same"),
        ("Robert Venn", "Bob Venn", "same"),
        ("he", "he", "unknown"),
        ("Officials", "officials", "alike"),
        ("Ida Venn", "the Harbour Board", "unknown"),
        ("James Baker", "Ida Venn", "other"),
        ("Susan Venn", "Paul Venn", "other"),
    ],
)
def test_who_is_who_by_names_alone(one: str, other: str, close: str) -> None:
    assert closeness(said(SAID, speaker=one), said(SAID, speaker=other)) == close


def test_a_claim_and_its_denial_by_another_are_no_versions_of_one_utterance() -> None:
    one = said("that vouchers had been given for votes", form="indirect", speaker="a prosecutor")
    other = said(
        "that no vouchers had been given for votes", "b", form="indirect", speaker="the branch"
    )
    assert compare(one, other) is None


def test_one_identity_is_one_source_whatever_it_is_called() -> None:
    one, other = said(SAID, identity=4), said(SAID, "b", identity=4, speaker="Tomas Orr")
    assert compare(one, other).kind == "exact"


@pytest.mark.parametrize(
    "other",
    [
        "We will not close the school before the winter is over and the roof is mended.",
        "The pilots of Merrowdin have never been heard by anybody.",
        "No.",
        "",
        "… – !",
    ],
)
def test_what_shares_its_opening_or_its_topic_is_another_utterance(other: str) -> None:
    assert compare(said(SAID), said(other, "b")) is None


def test_changes_point_into_both_texts() -> None:
    version = SAID.replace("forty", "fourteen")
    found = compare(said(SAID), said(version, "b"))
    (change,) = found.changes
    assert SAID[change.one.start : change.one.end] == "forty"
    assert version[change.other.start : change.other.end] == "fourteen"


def test_words_keep_their_place_in_the_text() -> None:
    text = "“He can’t pay $1,200 per cent, [t]he O.K. e-mail said…”"
    made = wording(text)
    assert made.words == (
        "he",
        "can",
        "not",
        "pay",
        "dollar",
        "1200",
        "percent",
        "the",
        "okay",
        "email",
        "said",
    )
    assert [text[start:end] for start, end in made.spans][:3] == ["He", "can", "’t"]


def test_ten_thousand_words_are_compared_in_a_moment() -> None:
    long = " ".join(f"word{number % 977} and more" for number in range(3500))
    began = time.monotonic()
    found = compare(said(long), said(long.replace("word500 and", "word500 not and", 1), "b"))
    assert found is not None
    assert time.monotonic() - began < 3


PILOTS = "The pilots of Port Ellery refused to bring in any more ferries after dark on Sunday."


def told(text: str, speaker: str | None, key: str, event: str | None = "strike") -> Quoted:
    return said(text, key, form="indirect", speaker=speaker, day=None, event=event)


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("a spokesman for the Harbour Board", "pilots refused to bring more ferries in at night"),
        ("officials", "after dark on Sunday the pilots refused to bring in more ferries"),
    ],
)
def test_on_one_event_an_utterance_may_be_told_in_other_words(speaker: str, text: str) -> None:
    one = told(PILOTS, "the Harbour Board", "a")
    assert compare(one, told(text, speaker, "b"))


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("officials", "no ferries will leave Port Ellery on Sunday"),
        ("the Harbour Board", "the mayor of Port Ellery will meet the pilots on Sunday"),
        ("the Coastal Guard", "pilots refused to bring more ferries in at night"),
    ],
)
def test_what_every_statement_on_an_event_shares_makes_no_utterance(
    speaker: str, text: str
) -> None:
    one = told(PILOTS, "the Harbour Board", "a")
    assert compare(one, told(text, speaker, "b")) is None


def test_words_of_their_own_are_for_documents_on_one_event() -> None:
    one = told(PILOTS, "the Harbour Board", "a", event=None)
    other = told("at night pilots refused more ferries, it said", "the Harbour Board", "b", None)
    assert compare(one, other) is None
    assert compare(replace(one, event="strike"), replace(other, event="strike"))
