"""What people say of a reading makes another one; the machine's stays as it is."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import count

import pytest
from handmade import WIRE, document_of, find, reading_of, wire, worked_out
from hypothesis import given
from hypothesis import strategies as st

from quoth.ledger.corrections import (
    Corrected,
    action_of,
    apply,
    change_of,
    fields_of,
    source_at,
    statement_at,
    words_of,
)
from quoth.ledger.corrections.values import BadCorrection
from quoth.ledger.records import (
    Add,
    Change,
    Confirm,
    Correction,
    Edit,
    Merge,
    Reject,
    SetSource,
    SourceAt,
    Split,
    StatementAt,
    Words,
)
from quoth.records import Passage, Reading, Source, Span, Statement

READING = wire()
NUMBERS = count(1)


def said(*changes: Change) -> list[Correction]:
    return [
        Correction(f"{next(NUMBERS):032x}"[::-1], 1, change, "ida", "2031-03-02T10:00:00Z")
        for change in changes
    ]


def at(key: str, reading: Reading = READING) -> StatementAt:
    return statement_at(one(reading, key))


def one(reading: Reading, key: str) -> Statement:
    return next(each for each in reading.statements if each.id == key)


def words(*pieces: str, reading: Reading = READING) -> Words:
    place = find(reading.document, *pieces)
    assert place
    return words_of(place)


def source(number: int, reading: Reading = READING) -> SourceAt:
    return source_at(next(each for each in reading.sources if each.id == f"p{number}"))


def only_conflict(corrected: Corrected) -> str:
    [conflict] = corrected.conflicts
    return conflict.reason


def added(corrected: Corrected) -> Statement:
    [key] = [key for key, verdict in corrected.verdicts.items() if verdict == "added"]
    return one(corrected.reading, key)


def test_nothing_said_leaves_the_reading_as_it_is() -> None:
    assert apply(READING, []) == Corrected(READING, {}, (), {}, ())


def test_a_confirmed_statement_is_sure_and_says_so() -> None:
    corrected = apply(READING, said(Confirm(at("s2"), source(2))))
    assert corrected.verdicts == {"s2": "confirmed"}
    assert one(corrected.reading, "s2") == replace(one(READING, "s2"), confidence=1.0)
    assert one(corrected.reading, "s1") is one(READING, "s1")


def test_a_rejected_statement_is_gone_and_so_is_a_source_that_said_nothing_else() -> None:
    corrected = apply(READING, said(Reject(at("s1"))))
    assert [each.id for each in corrected.reading.statements] == ["s2", "s3", "s4", "s5", "s6"]
    assert [each.id for each in corrected.reading.sources] == ["p2", "p3", "p4"]
    assert corrected.rejected == ("s1",)
    assert corrected.reading.figures[0].statement is None  # "at least 40" stood in it


def test_what_stood_in_a_rejected_statement_stands_in_what_that_stood_in() -> None:
    rows = READING.statements
    nested = replace(
        READING, statements=(rows[0], replace(rows[1], within="s1"), replace(rows[2], within="s2"))
    )
    corrected = apply(nested, said(Reject(at("s2"))))
    assert one(corrected.reading, "s3").within == "s1"


def test_an_edited_content_has_the_form_that_its_marks_show_and_its_figures() -> None:
    corrected = apply(READING, said(Edit(at("s3"), "content", words("left with 158\npassengers,"))))
    assert one(corrected.reading, "s3").content.text == "left with 158\npassengers,"
    assert one(corrected.reading, "s3").form == "direct"
    assert corrected.reading.figures[1].statement == "s3"
    wider = words("that account", ' "The Grey Petrel left')
    assert one(apply(READING, said(Edit(at("s2"), "content", wider))).reading, "s2").form == "mixed"
    assert apply(READING, said(Edit(at("s2"), "content", wider))).verdicts == {"s2": "edited"}


def test_figures_stay_in_their_own_voice_where_the_content_no_longer_holds_them() -> None:
    shorter = words("the ferry had carried")
    corrected = apply(READING, said(Edit(at("s1"), "content", shorter)))
    assert corrected.reading.figures[0].statement is None
    assert one(corrected.reading, "s1").certainty == 2.8  # it still says what it said


def test_a_statement_edited_into_another_one_stands_in_it() -> None:
    inner = Add(words("a second call"), cue=words("had been struck out"))
    corrected = apply(READING, said(inner))
    assert added(corrected).within == "s5"
    outer = words('said there had been a second call, "eight\nminutes later", and that it')
    moved = apply(READING, said(Add(outer, cue=words("Two people briefed"))))
    assert one(moved.reading, added(moved).id).within is None


def test_another_cue_keeps_what_was_worked_out_only_if_it_shares_words() -> None:
    longer = apply(READING, said(Edit(at("s4"), "cue", words("one man said"))))
    assert one(longer.reading, "s4").cued == one(READING, "s4").cued
    other = apply(READING, said(Edit(at("s3"), "cue", words("rejected"))))
    assert one(other.reading, "s3").cued is None
    assert one(other.reading, "s3").certainty is None
    none = apply(READING, said(Edit(at("s3"), "cue", None)))
    assert one(none.reading, "s3").cue is None


def test_words_edited_as_the_source_mean_whoever_is_mentioned_there() -> None:
    corrected = apply(READING, said(Edit(at("s6"), "source", words("one man"))))
    assert one(corrected.reading, "s6").source_id == "p3"
    new = apply(READING, said(Edit(at("s6"), "source", words("passengers"))))
    [made] = [s for s in new.reading.sources if s.id == one(new.reading, "s6").source_id]
    assert made.kind == "unspecified"
    assert [place.text for place in made.mentions] == ["passengers"]


def test_somebody_else_answers_for_it() -> None:
    corrected = apply(READING, said(SetSource(at("s3"), source(1))))
    assert one(corrected.reading, "s3").source_id == "p1"
    assert one(corrected.reading, "s3").source == one(READING, "s3").source
    official, operator = corrected.reading.sources[:2]
    assert [place.text for place in official.mentions] == ["A harbour official", "it"]
    assert [place.text for place in operator.mentions] == ["The operator"]
    assert corrected.verdicts == {"s3": "source set"}


def test_a_name_that_is_not_in_the_text_is_kept_beside_the_reading() -> None:
    lund = SourceAt(None, "Ida Lund")
    log = said(SetSource(at("s6"), lund, "person"), SetSource(at("s1"), lund))
    corrected = apply(READING, log)
    key = one(corrected.reading, "s6").source_id
    assert key is not None
    assert key == one(corrected.reading, "s1").source_id
    assert corrected.names == {key: "Ida Lund"}
    made = corrected.reading.sources[0]
    assert (made.id, made.kind, made.named, made.name) == (key, "person", False, None)
    assert [place.text for place in made.mentions] == ["A harbour official"]


def test_nobody_answers_for_it() -> None:
    corrected = apply(READING, said(SetSource(at("s2"), None)))
    assert one(corrected.reading, "s2").source is None
    assert one(corrected.reading, "s2").source_id is None
    assert corrected.reading.sources[1].id == "p2"  # "it" still is the operator


def test_merged_sources_are_one_under_the_first_key() -> None:
    corrected = apply(READING, said(Merge((source(2), source(3)))))
    assert [each.id for each in corrected.reading.sources] == ["p1", "p2", "p4"]
    assert [p.text for p in corrected.reading.sources[1].mentions] == [
        "The operator",
        "it",
        "one man",
    ]
    assert one(corrected.reading, "s4").source_id == "p2"
    assert apply(READING, said(Merge((source(2), source(2))))).reading == READING


def test_split_mentions_are_a_source_of_their_own_with_its_statements() -> None:
    corrected = apply(READING, said(Split(source(2), (words("it", reading=READING),), "person")))
    assert corrected.conflicts == ()
    key = one(corrected.reading, "s3").source_id
    assert key not in (None, "p2")
    [made] = [each for each in corrected.reading.sources if each.id == key]
    assert (made.kind, [place.text for place in made.mentions]) == ("person", ["it"])
    assert one(corrected.reading, "s2").source_id == "p2"


def test_a_source_cannot_be_split_off_whole() -> None:
    corrected = apply(READING, said(Split(source(1), (words("A harbour official"),))))
    assert only_conflict(corrected) == (
        "these are all its mentions: nothing would be left of the source"
    )


def test_names_follow_the_mentions_that_carry_them() -> None:
    text = "Ida Orr spoke. Old Orr said the pier was closed. She said the pier was safe."
    document = document_of(text)
    rows = (
        ("Old Orr", "said", ("the pier was closed",), "indirect"),
        ("She", "said", ("the pier was safe",), "indirect"),
    )
    plain = reading_of(document, rows)
    ida, old, she = (find(document, name) for name in ("Ida Orr", "Old Orr", "She"))
    assert ida
    assert old
    assert she
    orr = Source("p1", "person", True, ida, (), (ida, old, she))
    reading = replace(
        plain,
        sources=(orr,),
        statements=tuple(replace(each, source_id="p1") for each in plain.statements),
    )

    def names(mention: Passage) -> list[tuple[str | None, bool]]:
        log = said(Split(source_at(orr), (words_of(mention),)))
        corrected = apply(reading, log).reading
        return [(each.name.text if each.name else None, each.named) for each in corrected.sources]

    assert names(ida) == [("Old Orr", True)]  # to the other one nothing is laid
    assert names(old) == [("Ida Orr", True), ("Old Orr", True)]
    assert names(she) == [("Ida Orr", True), (None, False)]


def test_an_added_statement_has_a_key_of_its_own_that_stays() -> None:
    log = said(Add(words("killing at least 31"), cue=words("Ferry sinks")))
    corrected = apply(READING, log)
    key = added(corrected).id
    assert key == "a" + log[0].id[:8]
    assert corrected.reading.statements[0].id == key  # in the order of the text
    again = apply(READING, [*said(Reject(at("s2"))), *log])
    assert added(again).id == key


def test_keys_of_what_is_added_never_collide() -> None:
    changes = [Add(words("killing at least 31")), Add(words("Ferry sinks"))]
    log = [
        replace(each, id="ab" * 15 + end)
        for each, end in zip(said(*changes), ("01", "02"), strict=True)
    ]
    corrected = apply(READING, log)
    assert {"aabababab", "aababababa"} <= {each.id for each in corrected.reading.statements}


def test_what_a_later_reading_found_by_itself_is_not_added_twice() -> None:
    content = one(READING, "s2").content
    lacking = replace(READING, statements=tuple(s for s in READING.statements if s.id != "s2"))
    log = said(Add(words_of(content), words("The operator"), words("rejected")))
    assert len(apply(lacking, log).reading.statements) == len(READING.statements)
    corrected = apply(READING, log)
    assert corrected.verdicts == {"s2": "confirmed"}
    assert len(corrected.reading.statements) == len(READING.statements)


def test_undone_corrections_are_passed_over() -> None:
    log = said(Reject(at("s1")), Merge((source(2), source(3))))
    assert apply(READING, [replace(each, undone=True) for each in log]).reading == READING


def test_corrections_follow_each_other() -> None:
    first = said(Edit(at("s1"), "content", words("the ferry had carried at least 40 people")))
    after = apply(READING, first).reading
    log = [*first, *said(Edit(at("s1", after), "content", words("at least 40 people")))]
    assert one(apply(READING, log).reading, "s1").content.text == "at least 40 people"


# Another reading of the same text, or of a text that has changed.


def renamed(reading: Reading) -> Reading:
    """The same statements under other keys, as another model would give them."""
    return replace(
        reading,
        statements=tuple(
            replace(each, id=f"s{number + 20}") for number, each in enumerate(reading.statements)
        ),
        figures=(),
        dates=(),
    )


def test_corrections_are_carried_over_to_other_keys() -> None:
    log = said(Confirm(at("s4"), source(3)), Reject(at("s1")), SetSource(at("s6"), source(1)))
    corrected = apply(renamed(READING), log)
    assert corrected.conflicts == ()
    assert corrected.rejected == ("s20",)
    assert corrected.verdicts == {"s23": "confirmed", "s25": "source set"}


def test_they_are_carried_over_to_a_text_that_has_moved() -> None:
    moved = worked_out(reading_of(document_of("A line before.\n\n" + WIRE, "wire.txt")))
    edited = Edit(at("s1"), "content", words("at least 40 people"))
    corrected = apply(moved, said(edited, Confirm(at("s3"), source(2))))
    assert corrected.conflicts == ()
    assert one(corrected.reading, "s1").content.text == "at least 40 people"
    assert corrected.verdicts["s3"] == "confirmed"


def test_most_overlap_decides_where_the_content_was_read_otherwise() -> None:
    shorter = words("had carried at least 40 people too many")
    other = replace(
        READING,
        statements=tuple(
            replace(each, content=Passage(READING.document, shorter.spans)) if n == 0 else each
            for n, each in enumerate(READING.statements)
        ),
    )
    assert apply(other, said(Reject(at("s1")))).rejected == ("s1",)
    # What somebody confirmed is as it was confirmed.
    corrected = apply(other, said(Confirm(at("s1"), source(1))))
    assert one(corrected.reading, "s1").content == one(READING, "s1").content
    assert corrected.conflicts == ()


def test_a_confirmation_holds_against_another_source() -> None:
    other = replace(
        READING,
        statements=tuple(
            replace(each, source_id="p1") if each.id == "s3" else each
            for each in READING.statements
        ),
    )
    corrected = apply(other, said(Confirm(at("s3"), source(2))))
    assert one(corrected.reading, "s3").source_id == "p2"


def test_an_edit_that_a_later_reading_makes_itself_fits() -> None:
    target = words("at least 40 people")
    log = said(Edit(at("s1"), "content", target))
    better = apply(READING, log).reading
    again = apply(better, log)
    assert again.conflicts == ()
    assert again.reading == better


def test_what_does_not_fit_is_told_and_changes_nothing() -> None:
    first = said(Add(words("killing at least 31")))
    key = added(apply(READING, first)).id
    later = said(SetSource(at(key, apply(READING, first).reading), source(1)))
    undone = [replace(each, undone=True) for each in first]
    assert only_conflict(apply(READING, undone + later)) == "nothing stands there any more"
    other = reading_of(document_of("Nobody said a word.\n"))
    reason = only_conflict(apply(other, said(Reject(at("s2")))))
    assert reason == "the text has no such words any more: that account"
    lost = Merge((source(1), SourceAt(None, "Ida Lund")))
    assert only_conflict(apply(READING, said(lost))) == "the reading has no such source: Ida Lund"
    gone = said(Reject(at("s1")), Confirm(at("s1")))
    assert "no such statement" in only_conflict(apply(READING, gone))


def without(*keys: str) -> Reading:
    return replace(READING, statements=tuple(s for s in READING.statements if s.id not in keys))


def test_what_people_looked_at_is_there_also_where_no_model_finds_it() -> None:
    log = said(Confirm(at("s1"), source(1)), Edit(at("s5"), "cue", words("briefed")))
    corrected = apply(without("s1", "s5"), log)
    assert corrected.conflicts == ()
    kept, edited = (one(corrected.reading, f"a{each.id[:8]}") for each in log)
    assert replace(kept, id="s1", cued=one(READING, "s1").cued, certainty=2.8) == replace(
        one(READING, "s1"), confidence=1.0
    )
    assert edited.cue
    assert edited.cue.text == "briefed"
    assert corrected.reading.figures[0].statement == kept.id
    assert apply(without("s1"), said(Reject(at("s1")))) == apply(without("s1"), [])


def test_where_a_cue_has_another_content_that_is_the_same_statement() -> None:
    short = words("at least 40")
    other = with_content("s1", short)
    corrected = apply(other, said(Confirm(at("s1"), source(1))))
    assert one(corrected.reading, "s1").content == one(READING, "s1").content
    assert only_conflict(apply(other, said(Reject(at("s1"))))) == "it is read otherwise now"
    # Other words in its place leave open what was meant.
    partly = with_content("s1", words("the ferry had carried at least 40"))
    cueless = replace(one(partly, "s1"), cue=None, source=None)
    rest = replace(at("s1"), content=words("at least 40 people too many.\nThe operator"))
    reason = only_conflict(apply(replace(READING, statements=(cueless,)), said(Confirm(rest))))
    assert reason == "it is read otherwise now"


def with_content(key: str, content: Words) -> Reading:
    passage = Passage(READING.document, content.spans)
    return replace(
        READING,
        statements=tuple(
            replace(each, content=passage) if each.id == key else each
            for each in READING.statements
        ),
    )


def test_what_a_correction_names_exactly_is_left_to_it() -> None:
    # Another reading has one statement where there were two by one cue.
    first, second = one(READING, "s3").content.spans
    parts = [
        replace(one(READING, "s3"), id=key, content=Passage(READING.document, (span,)))
        for key, span in (("s7", first), ("s8", second))
    ]
    log = said(*(Confirm(statement_at(each), source(2)) for each in parts))
    one_left = replace(READING, statements=(parts[1],))
    corrected = apply(one_left, log)
    assert only_conflict(corrected) == "it is read otherwise now"
    assert corrected.verdicts == {"s8": "confirmed"}
    assert one(corrected.reading, "s8").content == parts[1].content


def test_two_statements_that_fit_are_a_conflict() -> None:
    first = one(READING, "s2")
    twice = replace(
        READING,
        statements=(
            replace(first, id="s8", cue=None),
            replace(first, id="s9", cue=None),
        ),
    )
    assert only_conflict(apply(twice, said(Reject(at("s2"))))) == "two statements fit"
    assert apply(twice, said(Reject(replace(at("s2"), key="s9")))).rejected == ("s9",)


def test_a_part_edited_twice_by_people_who_saw_the_same_is_a_conflict() -> None:
    log = said(
        Edit(at("s1"), "content", words("at least 40 people")),
        Edit(at("s1"), "content", words("the ferry had carried at least 40 people")),
    )
    assert only_conflict(apply(READING, log)) == (
        "edited twice: an earlier correction has its content elsewhere"
    )
    reason = only_conflict(apply(READING, [*log[:1], *said(Reject(at("s1")))]))
    assert reason == "an earlier correction has its content elsewhere"
    # Who answers for it is another matter.
    both = apply(READING, [*log[:1], *said(SetSource(at("s1"), source(3)))])
    assert (both.conflicts, one(both.reading, "s1").source_id) == ((), "p3")
    cues = said(Edit(at("s3"), "cue", words("said")), Edit(at("s3"), "cue", None))
    corrected = apply(READING, cues)
    assert only_conflict(corrected) == ("edited twice: an earlier correction has its cue elsewhere")
    assert one(corrected.reading, "s3").cue == Passage(READING.document, words("said").spans)


# For any text of corrections.

KEYS = st.sampled_from([each.id for each in READING.statements])
PEOPLE = st.integers(1, 4).map(source)
LENGTH = len(READING.document.text)


@st.composite
def some_words(draw: st.DrawFn) -> Words:
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), min_size=2, max_size=4)))
    spans = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    return words_of(Passage(READING.document, spans))


CHANGES = st.one_of(
    st.builds(Confirm, KEYS.map(at), PEOPLE | st.none()),
    st.builds(Reject, KEYS.map(at)),
    st.builds(
        Edit, KEYS.map(at), st.sampled_from(["source", "cue", "content"]), some_words() | st.none()
    ),
    st.builds(SetSource, KEYS.map(at), PEOPLE | st.none() | st.just(SourceAt(None, "Ida Lund"))),
    st.builds(Merge, st.tuples(PEOPLE, PEOPLE)),
    st.builds(Split, PEOPLE, st.tuples(some_words())),
    st.builds(Add, some_words(), some_words() | st.none(), some_words() | st.none()),
)
LOGS = st.lists(CHANGES, max_size=8)


@given(LOGS)
def test_all_undone_is_the_machines_reading(changes: list[Change]) -> None:
    log = said(*changes)
    assert apply(READING, log[:0]).reading == READING
    assert apply(READING, [replace(each, undone=True) for each in log]).reading == READING


@given(LOGS)
def test_the_corrected_reading_is_sound(changes: list[Change]) -> None:
    log = said(*changes)
    corrected = apply(READING, log)
    assert apply(READING, log) == corrected
    reading = corrected.reading
    keys = [each.id for each in reading.statements]
    sources = {each.id: each for each in reading.sources}
    assert len(set(keys)) == len(keys)
    assert set(corrected.verdicts) <= set(keys)
    assert not set(corrected.rejected) & set(keys)
    assert {each.source_id for each in reading.statements} - {None} == set(sources)
    assert all(each.mentions or each.id in corrected.names for each in reading.sources)
    assert {each.statement for each in reading.figures} <= {None, *keys}
    outer = {each.id: each.within for each in reading.statements}
    for key in keys:
        chain = [key]
        while (above := outer[chain[-1]]) is not None:
            assert above not in chain
            chain.append(above)
    for passage in passages(reading):
        edges = [edge for span in passage.spans for edge in (span.start, span.end)]
        assert edges == sorted(edges)
        assert edges[0] >= 0
        assert edges[-1] <= LENGTH
        assert passage.text.strip()


def passages(reading: Reading) -> list[Passage]:
    parts = [(s.source, s.cue, s.content) for s in reading.statements]
    places = [(s.name, *s.mentions) for s in reading.sources]
    return [each for group in (*parts, *places) for each in group if each]


@given(LOGS)
def test_corrections_are_the_same_after_a_way_through_json(changes: list[Change]) -> None:
    for change in changes:
        values = json.loads(json.dumps(fields_of(change)))
        assert change_of(action_of(change), values) == change


WRONG = [
    ("praise", {}, "no such correction: 'praise'"),
    ("confirm", [], "confirm: an object is wanted, not []"),
    ("confirm", {}, "confirm: keys are missing; there are statement, source"),
    ("merge", {"sources": 3}, "merge.sources: a list is wanted, not 3"),
    ("add", {"content": {"text": 3, "spans": []}}, "add.content.text: text is wanted, not 3"),
    (
        "add",
        {"content": {"text": "a", "spans": [[3, 1]]}},
        "add.content.spans: a span is [start, end] with start < end, not [3, 1]",
    ),
    ("add", {"content": None, "who": 1}, "add: no such key: 'who'"),
    (
        "add",
        {"content": {"text": "a", "spans": []}, "form": "bold"},
        "add.form: 'bold' is none of direct, indirect, mixed",
    ),
]


@pytest.mark.parametrize(("action", "values", "message"), WRONG)
def test_values_that_are_no_correction_are_told(action: str, values: object, message: str) -> None:
    with pytest.raises(BadCorrection, match="^" + re.escape(message)) as caught:
        change_of(action, values)
    assert "\n" not in str(caught.value)
