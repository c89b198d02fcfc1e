"""The kinds of altered quotations: each does what it says, and nothing else. All words are ours."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from benchmarks.altered import bent, light
from benchmarks.altered import draw as drawing
from benchmarks.altered.__main__ import main
from benchmarks.altered.draw import KINDS, Draw, fingerprint, rules
from benchmarks.altered.light import Around
from benchmarks.altered.pool import bare, form_of, untitled
from benchmarks.altered.recast import recast
from benchmarks.altered.records import CHANGES, Made, Utterance
from benchmarks.altered.same import Likeness, apart, normal
from benchmarks.altered.surface import surface
from benchmarks.altered.text import count, sentences


def said(
    text: str, start: int = 0, speaker: str = "Anna Torvik", document: str = "harbour"
) -> Utterance:
    name = f"{document} {start}"
    return Utterance(
        name, "polnear", document, document, "2031-03-02", speaker, "she", "direct", text,
        count(text), start, start + len(text),
    )  # fmt: skip


AROUND = Around(("Peter Holm", "Mary Quill"), ())


def made(rule: light.Rule, text: str, around: Around = AROUND) -> list[Made]:
    """What a rule makes of a text, over many chances."""
    found = [rule(said(text), around, Random(seed)) for seed in range(40)]
    return [one for one in found if one is not None]


def texts(rule: light.Rule, text: str) -> set[str]:
    return {one.text for one in made(rule, text)}


def test_surface_changes_no_word() -> None:
    text = "We don't want the harbour to close, and it's not our plan to sell 3 ferries."
    for one in made(surface, text):
        assert one.change == "surface"
        assert one.text != text
    assert "We do not want" in " ".join(texts(surface, text))
    assert any("three ferries" in one for one in texts(surface, text))


def test_words_are_left_out_unmarked() -> None:
    text = "The ferry was really full, and we had counted the people because it rained."
    found = texts(light.left_out, text)
    assert "The ferry was full, and we had counted the people because it rained." in found
    assert "The ferry was really full, and we had counted the people." in found
    for one in found:
        assert Counter(normal(one)) <= Counter(normal(text))


def test_what_bears_the_meaning_is_not_left_out() -> None:
    text = "The ferry may sail unless it rains, because not two of the five engines were tested."
    assert texts(light.left_out, text) == set()


def test_an_ellipsis_or_brackets_mark_what_was_changed() -> None:
    text = "He was really late on that day. Nobody had told us of the storm. The ferry left alone."
    changes = {one.change for one in made(light.marked, text)}
    assert changes == {"elided", "bracketed"}
    for one in made(light.marked, text):
        if one.change == "bracketed":
            assert re.search(r"\[Holm\]", one.text)
            assert "…" not in one.text
        else:
            assert re.search(r"…|\.\.\.|\. \. \.", one.text)


def test_words_are_changed_for_others_alike_or_put_in() -> None:
    text = "We think this was a big mistake for the whole country."
    found = made(light.reworded, text)
    assert {one.change for one in found} == {"changed", "put_in"}
    for one in found:
        if one.change == "put_in":
            assert Counter(normal(text)) <= Counter(normal(one.text))
    assert any("a big error" in one.text for one in found)
    assert any("an error" not in one.text and "entire country" in one.text for one in found)


def test_a_splice_has_words_of_both() -> None:
    first = said("The ferry was too full for the weather. Everyone on the pier saw it.", 10)
    second = said("My office warned the company in March. It never wrote back to us.", 90)
    for seed in range(10):
        one = light.spliced(first, Around((), (second,)), Random(seed))
        assert one is not None
        assert one.second == second
        assert one.change == "spliced"
        words = set(normal(one.text))
        assert words & set(normal(first.text)) - set(normal(second.text))
        assert words & set(normal(second.text)) - set(normal(first.text))


def test_indirect_speech_has_other_persons_and_tenses() -> None:
    found = made(recast, "I am sure that we will find our ferry.")
    assert {one.form for one in found} == {"indirect"}
    assert {one.text.removeprefix("that ") for one in found} == {
        "she was sure that they would find their ferry"
    }
    assert not made(recast, "Will you help us to find the ferry?")


@pytest.mark.parametrize(
    ("text", "bent_text"),
    [
        ("The mayor did not sign the contract in May.", "The mayor signed the contract in May."),
        ("We don't trust the harbour office now.", "We trust the harbour office now."),
        ("The ferry was not safe when it left.", "The ferry was safe when it left."),
        ("She has never asked for the lists.", "She has asked for the lists."),
        ("The company can't pay the families now.", "The company can pay the families now."),
        ("I don't think the ferry was full that day.", "The ferry was full that day."),
    ],
)
def test_a_negation_goes(text: str, bent_text: str) -> None:
    assert bent_text in texts(bent.polarity, text)
    assert {one.change for one in made(bent.polarity, text)} == {"polarity"}


def test_a_number_or_a_name_is_another() -> None:
    text = "The ferry carried 340 people and Mary Quill knew it."
    found = made(bent.particulars, text)
    assert {one.change for one in found} == {"number", "name"}
    for one in found:
        changed = set(normal(text)) - set(normal(one.text))
        assert changed == {"340"} if one.change == "number" else changed <= {"mary", "quill"}


def test_the_same_words_are_given_to_another() -> None:
    for one in made(bent.source, "The ferry was too full for the weather."):
        assert one.text == "The ferry was too full for the weather."
        assert one.speaker in ("Peter Holm", "Mary Quill")
    assert not bent.source(said("It was too full for that.", speaker="a sailor"), AROUND, Random(1))


def test_every_change_is_one_of_those_that_are_named() -> None:
    text = "I don't think he was late. The ferry carried 340 people; it was a big mistake."
    for rule in KINDS.values():
        assert {one.change for one in made(rule, text)} <= set(CHANGES)


def test_a_rule_makes_the_same_of_the_same_chance() -> None:
    text = "The ferry was really full, and we had counted the people because it rained."
    for rule in KINDS.values():
        assert rule(said(text), AROUND, Random(5)) == rule(said(text), AROUND, Random(5))


def test_held_kinds_come_only_where_they_are_asked_for() -> None:
    assert set(rules(held=False)) == set(KINDS)
    assert len(KINDS) == 9
    assert len(rules(held=True)) == 12


SUBJECTS = ["ferry", "harbour", "mayor", "crew", "pilot", "storm", "engine", "pier", "ticket"]
ENDS = ["sank", "failed", "resigned", "slept", "complained", "returned", "waited", "left", "fell"]


def corpus() -> list[Utterance]:
    """Sentences that lend themselves to every kind, each with words of its own."""
    found = []
    for at, (one, end) in enumerate([(one, end) for one in SUBJECTS for end in ENDS], 2):
        odd = f"wo{at}rd x{at}y saw z{at}w"
        text = f"The {one} was not really ready in {at} weeks, and {odd} {at * 7} people {end}{at}."
        speaker = ("Anna Torvik", "Peter Holm")[at % 2]
        found.append(said(text, at, document=f"page{at}", speaker=speaker))
    return found


def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few of each kind, of our own corpus."""
    numbers = dict.fromkeys(rules(held=True), (2, 1)) | {"second": (0, 0)}
    monkeypatch.setattr(drawing, "NUMBERS", numbers)
    monkeypatch.setattr(drawing, "OTHERS", (20, 10))


def test_a_draw_is_the_same_again(monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch)
    one, again = Draw(corpus(), True).items, Draw(corpus(), True).items
    assert fingerprint(one) == fingerprint(again)
    assert len({item.statement.document for item in one}) == len(one)


def test_what_is_drawn_without_the_held_is_in_the_draw_with_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small(monkeypatch)
    without, with_held = Draw(corpus(), False).items, Draw(corpus(), True).items
    assert not any(item.truth.held for item in without)
    assert {item.truth.kind for item in without} <= {None, *KINDS}
    assert {i.statement for i in without} == {i.statement for i in with_held if not i.truth.held}
    assert any(item.truth.held for item in with_held)


def test_an_altered_statement_belongs_with_an_original_that_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small(monkeypatch)
    items = Draw(corpus(), True).items
    originals = {i.truth.utterances[0] for i in items if i.truth.role == "original"}
    altered = [item for item in items if item.truth.role == "altered"]
    assert altered
    for item in altered:
        assert set(item.truth.utterances) <= originals
    alone = [i for i in items if i.truth.role.startswith(("near", "far"))]
    assert not originals & {i.truth.utterances[0] for i in alone}


def test_of_words_that_several_pages_carry_one_stays() -> None:
    pool = [
        said("The ferry was too full for the weather that day.", 1),
        said("Everybody saw that the ferry was too full for the weather that day.", 2),
        said("The mayor of Port Ellery has not asked for the lists of names.", 3),
    ]
    assert [one.start for one in apart(pool, Likeness(pool))] == [1, 3]


def test_forms_and_names_are_read_off_the_text() -> None:
    assert form_of("“The ferry was full,”") == "direct"
    assert form_of("that the ferry was “too full” for the weather") == "mixed"
    assert form_of("that the ferry was full") == "indirect"
    assert form_of("that the ferry was “full") is None
    assert bare("“The ferry was full,”") == "The ferry was full."
    assert untitled("Former President Anna Torvik") == "Anna Torvik"
    assert len(sentences("Mr. Holm saw it. The U.S. ferry sank. Why?")) == 3


def test_missing_corpora_are_told_in_a_line(
    tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--shared", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
