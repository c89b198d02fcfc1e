"""What people do in Label Studio comes back as corrections, and what does not fit is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drawn import readings
from handmade import WIRE, Row, document_of, reading_of, wire
from hypothesis import given, settings
from tasks import Results, changes, drop, region, relation, submitted, taken_back

from quoth.errors import UnreadableInput
from quoth.export.label_studio import task
from quoth.imports.differences import compared
from quoth.imports.label_studio import read
from quoth.imports.marked import marked_of
from quoth.imports.records import Marked
from quoth.ledger.corrections import apply, statement_at
from quoth.ledger.records import Add, Confirm, Correction, Edit, Merge, Reject, Split
from quoth.records import Passage, Reading, Span


def test_who_submits_a_task_confirms_what_is_left_in_it(tmp_path: Path) -> None:
    def judge(results: Results) -> None:
        value = {"start": 74, "end": 123, "choices": ["unsure"]}
        choice = {"from_name": "verdict", "to_name": "text", "type": "choices", "value": value}
        results.append({"id": "q-s1", **choice})
        results.append({"id": "q-s2", **deepcopy(choice)})
        results[-1]["value"]["choices"] = ["rejected"]

    reading = wire()
    [marked] = taken_back([submitted(reading, judge)], tmp_path)

    assert isinstance(marked, Marked)
    assert marked.who == "Label Studio user 3"
    found = compared(reading, marked).changes
    assert [one.statement.key for one in found if isinstance(one, Confirm)] == [
        *("s3", "s4", "s5", "s6")
    ]
    assert [one.statement.key for one in found if isinstance(one, Reject)] == ["s2"]
    assert len(found) == 5


ODD = (
    "👩🏽‍🚒 News\r\n\r\n"
    + WIRE.replace("\n", "\r\n").replace("Ferry", "🛶 Ferry").replace("many.\r\n", "many.\r\n\f\t")
    + '  End\x07 of\x0bit.\u2028Last "\\n" <b>line</b> &amp; so.'
)


def test_what_label_studio_itself_exports_is_read() -> None:
    """Made with Label Studio 1.23.2 in a browser (Chromium 156), of `WIRE` and `ODD`.

    In the first, the first statement was called unsure, the content of the second deleted, and
    "ry, killing at least 31" marked as content, "sink" as cue, joined without a label. The second
    was submitted as it was. Its regions stood on the screen where they should.
    """
    first, second = read(Path(__file__).parent / "label_studio" / "export-1.23.2.json")

    assert isinstance(first, Marked)
    assert isinstance(second, Marked)
    reject, add, *confirmed = compared(wire(), first).changes
    assert isinstance(reject, Reject)
    assert reject.statement.key == "s2"
    assert isinstance(add, Add)
    assert add.cue
    assert (add.content.text, add.cue.text) == ("Ellery, killing at least 31", "sinks")
    assert [one.statement.key for one in confirmed if isinstance(one, Confirm)] == [
        *("s3", "s4", "s5", "s6")
    ]
    assert second.text == ODD
    assert second.exported
    assert [replace(each, verdict=None) for each in second.statements] == list(
        second.exported.statements
    )
    assert second.sources == second.exported.sources
    assert {each.verdict for each in second.statements} == {"confirmed"}


def test_a_skipped_task_says_nothing_and_each_annotator_is_heard(tmp_path: Path) -> None:
    reading = wire()
    both = submitted(reading)
    [one] = both["annotations"]
    both["annotations"].append(one | {"completed_by": {"id": 4, "email": "bo@desk.example"}})
    skipped = submitted(reading)
    skipped["annotations"][0]["was_cancelled"] = True
    skipped["predictions"] = [7]

    found = taken_back([both, skipped], tmp_path)

    assert [each.who for each in found if isinstance(each, Marked)] == [
        "Label Studio user 3",
        "bo@desk.example",
    ]


def test_a_region_that_was_moved_is_an_edit(tmp_path: Path) -> None:
    def shorten(results: Results) -> None:
        for each in results:
            if each.get("id") == "q-s1":
                each["value"]["end"] -= len(" too many")
                each["value"]["text"] = each["value"]["text"].removesuffix(" too many")

    [edit] = changes(submitted(wire(), shorten), tmp_path, wire())

    assert isinstance(edit, Edit)
    assert edit.part == "content"
    assert edit.words
    assert edit.words.text == "the ferry had carried at least 40 people"


def test_white_space_taken_along_and_words_cut_are_no_edits(tmp_path: Path) -> None:
    def widen(results: Results) -> None:
        for each in results:
            if each.get("id") == "q-s1":
                each["value"]["start"] -= 1
                each["value"]["end"] -= 2
                each["value"]["text"] = " " + each["value"]["text"][:-2]
                each["origin"] = "prediction-changed"

    assert changes(submitted(wire(), widen), tmp_path, wire()) == []


def test_a_deleted_content_is_a_rejection_whatever_is_left_of_it(tmp_path: Path) -> None:
    [change] = changes(submitted(wire(), lambda each: drop(each, "q-s1")), tmp_path, wire())

    assert isinstance(change, Reject)
    assert change.statement.key == "s1"


def test_relations_need_no_label_where_their_ends_leave_no_doubt(tmp_path: Path) -> None:
    text = wire().document.text

    def mark(results: Results) -> None:
        results += [
            region(text, "killing at least 31", "Content", "Ab-1_x"),
            region(text, "Port Ellery", "Source", "Cd"),
            region(text, "sinks", "Cue", "Ef"),
            relation("Cd", "Ab-1_x"),
            relation("Ab-1_x", "Ef"),
        ]

    [change] = changes(submitted(wire(), mark), tmp_path, wire())

    assert isinstance(change, Add)
    assert change.source
    assert change.cue
    words = [change.source.text, change.cue.text, change.content.text]
    assert words == ["Port Ellery", "sinks", "killing at least 31"]


def test_mentions_joined_merge_and_mentions_parted_split(tmp_path: Path) -> None:
    def join(results: Results) -> None:
        results.append(relation("q-p3-1", "q-p1-1"))

    def part(results: Results) -> None:
        results[:] = [each for each in results if each.get("labels") != ["same"]]

    [merged] = changes(submitted(wire(), join), tmp_path, wire())
    [split] = changes(submitted(wire(), part), tmp_path, wire())

    assert isinstance(merged, Merge)
    assert {source.key for source in merged.sources} == {"p1", "p3"}
    assert isinstance(split, Split)
    assert [words.text for words in split.mentions] in (["it"], ["The operator"])


def test_mentions_stay_together_when_the_first_of_them_is_deleted(tmp_path: Path) -> None:
    document = document_of("The mayor left. She said no. “Never,” she said. She waved.")
    rows: list[Row] = [
        ("She", "said", ("no",), "indirect"),
        ("she", "said", ("“Never,”",), "direct"),
    ]
    reading = reading_of(document, rows)
    [no, never] = reading.statements
    assert no.source
    assert never.source
    source = replace(
        wire().sources[0],
        id="p1",
        mentions=(Passage(document, (Span(0, 9),)), no.source, never.source),
    )
    reading = replace(
        reading,
        sources=(source,),
        statements=tuple(replace(each, source_id="p1") for each in (no, never)),
    )

    [marked] = taken_back([submitted(reading, lambda results: drop(results, "q-p1-1"))], tmp_path)

    assert isinstance(marked, Marked)
    assert [len(each.mentions) for each in marked.sources] == [2]


def test_what_is_left_of_a_content_in_pieces_is_still_that_statement(tmp_path: Path) -> None:
    found = changes(submitted(wire(), lambda each: drop(each, "q-s3")), tmp_path, wire())

    edits = {one.part: one.words for one in found if isinstance(one, Edit)}
    assert edits["content"]
    assert edits["content"].text == '"Any suggestion that she was\noverloaded is false."'
    assert "cue" not in edits
    assert {one.statement.key for one in found if isinstance(one, Edit)} == {"s3"}


@settings(max_examples=50)
@given(readings())
def test_what_was_corrected_here_is_corrected_there(tmp_path_factory, reading: Reading) -> None:
    """Tasks of a corrected reading, taken back into the reading before, correct it the same way."""
    if not reading.statements:
        return
    log = [Correction("0" * 32, 1, Reject(statement_at(reading.statements[-1])), "ann", "")]
    after = apply(reading, log).reading
    fields = task(after)
    fields["meta"] |= task(reading)["meta"]
    [marked] = taken_back([fields], tmp_path_factory.mktemp("export"))

    assert isinstance(marked, Marked)
    assert compared(reading, marked).changes == compared(reading, moved(after, reading)).changes


def moved(after: Reading, before: Reading) -> Marked:
    return replace(marked_of(after), made_from=marked_of(before).made_from)


def test_a_task_may_come_back_after_the_document_was_corrected_here(tmp_path: Path) -> None:
    reading = wire()
    fields = submitted(reading, lambda each: drop(each, "q-s1"))
    log = [Correction("0" * 32, 1, Reject(statement_at(reading.statements[1])), "ann", "")]
    now = apply(reading, log).reading

    [change] = changes(fields, tmp_path, now)

    assert isinstance(change, Reject)
    assert change.statement.key == "s1"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "this is not JSON throughout; export the project from Label Studio as JSON, not "),
        ("[", "this is not JSON throughout; "),
        ("id,text\n1,x\n", "this is not JSON throughout; "),
        ("[]", "no tasks in it; "),
        ("{}", "no tasks in it; "),
    ],
)
def test_a_file_that_is_no_export_is_told_in_one_line(
    tmp_path: Path, content: str, reason: str
) -> None:
    with pytest.raises(UnreadableInput) as failure:
        taken_back(content, tmp_path)

    assert str(failure.value).startswith(f"{tmp_path / 'export.json'}: {reason}")


def test_a_missing_file_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read: No such file"):
        list(read(tmp_path / "none.json"))


@pytest.mark.parametrize(
    "fields", [{"text": "a", "id": 12}, {"data": {"text": None}, "id": 12}, 3, {"data": 1}]
)
def test_a_task_that_is_none_is_told_and_the_others_are_read(tmp_path: Path, fields: Any) -> None:
    first, second = taken_back([fields, submitted(wire())], tmp_path)

    assert isinstance(first, UnreadableInput)
    assert first.reason.startswith("task 1")
    assert "not as it was exported" in first.reason
    assert isinstance(second, Marked)


def shift(results: Results) -> None:
    for each in results:
        if each.get("id") == "q-s1":
            each["value"]["start"] += 2


def stretch(results: Results) -> None:
    results[0]["value"]["end"] = 9999


def undo_offsets(results: Results) -> None:
    results[0]["value"]["start"] = "/p[1]/text()[1]"


def loose_cue(results: Results) -> None:
    results.append(region(wire().document.text, "sinks", "Cue", "Ef"))


def loose_content(results: Results) -> None:
    drop(results, "q-s1")
    results.append(region(wire().document.text, "the ferry had carried", "Content", "Ef"))


def blank(results: Results) -> None:
    results.append(region(wire().document.text, "\n\n", "Source", "Ef"))


def no_label(results: Results) -> None:
    results.append(relation("q-s1", "q-s2"))


def odd_kind(results: Results) -> None:
    [kind] = [each for each in results if each.get("from_name") == "kind"][:1]
    kind["value"]["choices"] = ["robot"]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (
            shift,
            "region q-s1 has “the ferry had carried at least 40 people too many” at 76–123, "
            "where the text has “e ferry had carried at least 40 people too many”",
        ),
        (stretch, "region q-p1-1 is at 50–9999 of a text of 480"),
        (undo_offsets, "region q-p1-1 has no offsets into a text"),
        (loose_cue, "“sinks” at 6–11 is the cue of no content; draw a relation to one"),
        (
            loose_content,
            "“the ferry had carried” at 74–95 has neither source nor cue; draw a relation to one",
        ),
        (blank, "region Ef at 48–50 has no words in it"),
        (
            no_label,
            "the relation of “the ferry had carried at least 40 people too many” at 74–123 and "
            "“that account” at 147–159 has no label; "
            "give it one of source, cue, part, within, same, means",
        ),
        (odd_kind, "q-p1-1 has the kind “robot”; known: person, government, "),
    ],
)
def test_what_does_not_fit_the_text_is_told_with_file_task_and_words(
    tmp_path: Path, edit: Callable[[Results], object], reason: str
) -> None:
    [failure] = taken_back([submitted(wire(), edit)], tmp_path)

    assert isinstance(failure, UnreadableInput)
    assert str(failure).startswith(f"{tmp_path / 'export.json'}: task 12: {reason}")


def places(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """All places in a value of JSON, as keys and numbers."""
    if isinstance(value, list):
        value = dict(enumerate(value))
    for key, each in value.items() if isinstance(value, dict) else ():
        yield (*above, key)
        yield from places(each, (*above, key))


def test_a_task_with_anything_odd_in_it_is_read_or_told(tmp_path: Path) -> None:
    odd = [None, -1, "x", [], {}, True, 1.5, [None], {"a": 1}, ["x"], 10**15, "q-s1"]
    fields = submitted(wire())
    damaged = []
    for number, (*above, last) in enumerate([*places(fields)][::3]):
        whole = deepcopy(fields)
        inner = whole
        for key in above:
            inner = inner[key]
        inner[last] = odd[number % len(odd)]
        damaged.append(whole)

    found = taken_back(damaged, tmp_path)

    assert len(found) > len(damaged) // 2
    assert {type(each) for each in found} == {Marked, UnreadableInput}


def test_regions_and_relations_of_others_are_left_alone(tmp_path: Path) -> None:
    def add(results: Results) -> None:
        results.append(region(wire().document.text, "Ferry", "Vessel", "Gh"))
        results.append(relation("q-s1", "Gh", "about"))
        results.append({"type": "choices", "from_name": "mood", "value": {"choices": ["x"]}})

    assert changes(submitted(wire(), add), tmp_path, wire()) == []


def test_a_folder_is_told_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="is a folder; name a JSON file in it, or export"):
        list(read(tmp_path))
