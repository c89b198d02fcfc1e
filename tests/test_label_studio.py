"""Label Studio: what goes there comes back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from drawn import readings
from handmade import Row, document_of, reading_of, wire
from hypothesis import given, settings
from lxml import etree
from tasks import taken_back

from quoth.errors import QuothError
from quoth.export.characters import encodable
from quoth.export.label_studio import CONFIGURATION, TASKS, task, write
from quoth.export.label_studio_config import CHOICES, LABELS, RELATIONS, configuration
from quoth.imports.differences import compared
from quoth.imports.label_studio import read
from quoth.imports.marked import marked_of
from quoth.imports.pieces import same_text
from quoth.imports.records import Marked
from quoth.ledger.corrections import statement_at
from quoth.ledger.records import Confirm, Correction
from quoth.records import Reading


def test_a_project_is_a_folder_with_tasks_and_configuration(tmp_path: Path) -> None:
    write([(wire(), ())], tmp_path / "out")

    assert {each.name for each in (tmp_path / "out").iterdir()} == {TASKS, CONFIGURATION}
    [marked] = read(tmp_path / "out" / TASKS)
    assert isinstance(marked, Marked)
    assert replace(marked, file="", exported=None) == marked_of(wire())
    assert compared(wire(), marked).changes == ()


def test_no_documents_are_no_tasks(tmp_path: Path) -> None:
    write([], tmp_path / "out")

    assert json.loads((tmp_path / "out" / TASKS).read_bytes()) == []


@settings(max_examples=50)
@given(readings())
def test_nothing_that_the_format_can_carry_is_lost(tmp_path_factory, reading: Reading) -> None:
    [marked] = taken_back([task(reading)], tmp_path_factory.mktemp("export"))

    assert isinstance(marked, Marked)
    assert same_text(marked.text, reading.document.text)
    known = marked_of(reading)
    name = encodable(known.document)
    same = {"text": known.text, "file": "", "exported": None}
    assert replace(marked, **same) == replace(known, document=name)
    assert marked.exported
    assert replace(marked.exported, **same) == replace(known, document=name)
    assert compared(reading, marked) == compared(reading, marked_of(reading))


@settings(max_examples=50)
@given(readings())
def test_results_fit_the_configuration(reading: Reading) -> None:
    tree = etree.fromstring(configuration())
    regions = set()
    for each in task(reading)["predictions"][0]["result"]:
        if each["type"] == "relation":
            assert each["from_id"] in regions
            assert each["to_id"] in regions
            assert tree.find(f".//Relation[@value='{each['labels'][0]}']") is not None
            continue
        control = tree.find(f".//*[@name='{each['from_name']}']")
        assert (control.tag.lower(), control.get("toName")) == (each["type"], each["to_name"])
        if each["type"] in ("labels", "choices"):
            [value] = each["value"][each["type"]]
            assert control.find(f"*[@value='{value}']") is not None
        if each["type"] == "labels":
            assert each["id"] not in regions
            regions.add(each["id"])


@settings(max_examples=50)
@given(readings())
def test_label_studios_own_library_finds_no_fault(reading: Reading) -> None:
    pytest.importorskip("label_studio_sdk", reason="needs the label-studio extra")
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface(configuration())
    interface.validate()
    fields = task(reading)
    assert interface.validate_prediction(fields["predictions"][0], return_errors=True) == []
    assert {each.name for each in interface.controls if each.name} >= {"label", *CHOICES}
    assert all(each.value_name in fields["data"] for each in interface.objects)


def test_offsets_count_code_points_and_both_characters_of_a_line_break() -> None:
    rows: list[Row] = [("The 𝔘 line", "said", ("it was\r\nlate",), "indirect")]
    reading = reading_of(document_of("👩🏽 \r\n\fThe 𝔘 line said it was\r\nlate."), rows)
    [content] = [
        each["value"]
        for each in task(reading)["predictions"][0]["result"]
        if each.get("id") == "q-s1" and each["type"] == "labels"
    ]

    assert reading.document.text[content["start"] : content["end"]] == "it was\r\nlate"
    assert content["start"] == len("👩🏽 \r\n\fThe U line said ")


def test_a_confirmation_goes_out_and_comes_back(tmp_path: Path) -> None:
    reading = wire()
    log = [Correction("0" * 32, 1, Confirm(statement_at(reading.statements[0])), "ann", "")]
    [marked] = taken_back([task(reading, log)], tmp_path)

    assert isinstance(marked, Marked)
    assert [each.verdict for each in marked.statements[:2]] == ["confirmed", None]
    assert len(compared(reading, marked).changes) == 1
    assert compared(reading, marked, log).changes == ()


def test_nothing_is_left_of_an_export_that_fails(tmp_path: Path) -> None:
    def failing() -> Iterator[tuple[Reading, Iterable[Correction]]]:
        yield wire(), ()
        raise QuothError("the ledger is damaged")

    with pytest.raises(QuothError, match="damaged"):
        write(failing(), tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_the_configuration_names_what_there_is() -> None:
    tree = etree.fromstring(configuration())

    assert [each.get("value") for each in tree.iter("Label")] == list(LABELS)
    assert [each.get("value") for each in tree.iter("Relation")] == list(RELATIONS)
