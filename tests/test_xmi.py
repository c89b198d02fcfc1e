"""UIMA CAS XMI for INCEpTION, written and taken back."""

from __future__ import annotations

import builtins
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import cassis
import pytest
from drawn import readings
from handmade import document_of, reading_of, wire
from hypothesis import given, settings

from quoth.errors import QuothError, UnreadableInput
from quoth.export import xmi
from quoth.imports import xmi as taken_back
from quoth.imports.marked import marked_of
from quoth.imports.records import Marked
from quoth.records import Passage, Reading, Span, Statement

RESOURCE = "{http://uima.apache.org/resourceSpecifier}"


def round_trip(*readings: Reading) -> list[Marked | UnreadableInput]:
    """What comes back of files that nobody touched, without their names."""
    with tempfile.TemporaryDirectory() as folder:
        xmi.write(map(marked_of, readings), Path(folder, "out"))
        back = list(taken_back.read(Path(folder, "out")))
    return [replace(each, file="") if isinstance(each, Marked) else each for each in back]


def carried(reading: Reading) -> Marked:
    """What XMI can keep of a reading."""
    marked = marked_of(reading)
    return replace(marked, text=xmi.printable(marked.text))


def saved(folder: Path, change: Callable[[cassis.Cas], None]) -> Path:
    """`wire` as INCEpTION saves it after somebody changed something: USER.xmi and its types."""
    xmi.write([marked_of(wire())], folder / "out")
    [file] = (folder / "out").glob("*.xmi")
    types = cassis.load_typesystem(folder / "out" / xmi.TYPES)
    cas = cassis.load_cas_from_xmi(file, types)
    [metadata] = cas.select(xmi.METADATA)
    metadata.documentTitle, metadata.documentUri = file.name, "file:/srv/inception/1/2"
    change(cas)
    with zipfile.ZipFile(folder / "kim.zip", "w") as archive:
        archive.writestr("kim.xmi", cas.to_xmi())
        archive.writestr("TypeSystem.xml", types.to_xml())
    return folder / "kim.zip"


@settings(max_examples=40)
@given(readings())
def test_all_that_xmi_carries_comes_back(reading: Reading) -> None:
    assert round_trip(reading) == [carried(reading)]


@settings(max_examples=25)
@given(readings())
def test_the_library_reads_the_words_that_were_meant(reading: Reading) -> None:
    """Offsets count UTF-16 units in the file and code points in the library."""
    cas = cassis.load_cas_from_xmi(xmi.xmi(marked_of(reading)), xmi.type_system())

    assert cas.sofa_string == xmi.printable(reading.document.text)
    found = sorted(each.get_covered_text() for each in cas.select(xmi.STATEMENT))
    pieces = (each.content.spans[0] for each in reading.statements)
    text = reading.document.text
    assert found == sorted(xmi.printable(text[one.start : one.end]) for one in pieces)


def test_offsets_count_utf_16_units_in_the_file() -> None:
    document = document_of("🛶🛶 Orr said no.", "boats.txt")
    orr, no = (Passage(document, (span,)) for span in (Span(3, 6), Span(12, 14)))
    made = xmi.xmi(
        marked_of(Reading(document, (Statement("s1", orr, None, no, "indirect", None, 1),), ""))
    )

    [statement] = ElementTree.fromstring(made).iter("{http:///quoth.ecore}Statement")
    assert (statement.get("begin"), statement.get("end")) == ("14", "16")


def test_the_type_system_is_one_that_inception_takes_for_layers() -> None:
    """What its TypeSystemAnalysis asks of span layers, links and relations."""
    root = ElementTree.fromstring(xmi.type_system().to_xml())
    types = {
        each.findtext(f"{RESOURCE}name"): each for each in root.iter(f"{RESOURCE}typeDescription")
    }
    features = {
        name: {
            each.findtext(f"{RESOURCE}name"): (
                each.findtext(f"{RESOURCE}rangeTypeName"),
                each.findtext(f"{RESOURCE}elementType"),
            )
            for each in described.iter(f"{RESOURCE}featureDescription")
        }
        for name, described in types.items()
    }
    parents = {name: each.findtext(f"{RESOURCE}supertypeName") for name, each in types.items()}

    for layer in (xmi.STATEMENT, xmi.SOURCE, xmi.CUE, xmi.PIECE, xmi.WITHIN):
        assert parents[layer] == "uima.tcas.Annotation"
    for layer in (xmi.STATEMENT, xmi.SOURCE, xmi.CUE, xmi.PIECE):
        for told, link in features[layer].values():
            if told == "uima.cas.FSArray":
                assert parents[link] == "uima.cas.TOP"
                assert features[link]["role"] == ("uima.cas.String", None)
                assert set(features[link]) == {"role", "target"}
                assert parents[features[link]["target"][0]] == "uima.tcas.Annotation"
            else:
                assert told in ("uima.cas.String", "uima.cas.Float")
    assert features[xmi.WITHIN] == {
        "Governor": (xmi.STATEMENT, None),
        "Dependent": (xmi.STATEMENT, None),
    }


def test_documents_of_any_name_come_back_under_it() -> None:
    names = ["week.zip!/day/page.html", "Page.txt", "page.txt", 'a "b"\nc', "日本"]

    back = round_trip(*(reading_of(document_of("Orr said no.", name)) for name in names))

    assert [each.document for each in back] == names


def test_an_empty_document_has_a_file_too() -> None:
    [back] = round_trip(reading_of(document_of("", "empty.txt")))

    assert (back.text, back.statements, back.sources) == ("", (), ())


def test_what_inception_saved_is_found_by_title_and_says_who_marked_it(tmp_path: Path) -> None:
    file = saved(tmp_path, lambda cas: None)
    (tmp_path / "out" / "kim.zip").write_bytes(file.read_bytes())

    [back] = taken_back.read(tmp_path / "out" / "kim.zip")

    expected = marked_of(wire())
    assert (back.document, back.who, back.made_from) == ("wire.txt", "kim", expected.made_from)
    assert (back.statements, back.sources) == (expected.statements, expected.sources)
    assert back.exported == expected


def test_what_a_person_adds_has_no_id(tmp_path: Path) -> None:
    def add(cas: cassis.Cas) -> None:
        make = cas.typesystem.get_type
        mention = make(xmi.SOURCE)(begin=0, end=5)
        link = make("quoth.StatementSourceLink")(role="source", target=mention)
        links = make("uima.cas.FSArray")(elements=[link])
        cas.add_all([mention, make(xmi.STATEMENT)(begin=6, end=27, source=links)])

    [back] = taken_back.read(saved(tmp_path, add))

    added = back.statements[0]
    assert (added.content, added.source, added.key) == ((Span(6, 27),), (Span(0, 5),), None)
    assert back.sources[added.who].key is None


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("form", "oblique", "has the form “oblique”; known: direct, indirect, mixed"),
        ("source_id", "p77", "has the source_id “p77”, which no Source has"),
    ],
)
def test_what_does_not_fit_is_one_line(tmp_path: Path, field: str, value: str, reason: str) -> None:
    def change(cas: cassis.Cas) -> None:
        setattr(cas.select(xmi.STATEMENT)[0], field, value)

    [failure] = taken_back.read(saved(tmp_path, change))

    assert isinstance(failure, UnreadableInput)
    assert str(failure).startswith(f"{tmp_path / 'kim.zip'}!/kim.xmi: Statement ")
    assert str(failure).endswith(reason)


def test_offsets_beyond_the_text_and_damaged_files_are_one_line(tmp_path: Path) -> None:
    xmi.write([marked_of(wire())], tmp_path / "out")
    [file] = (tmp_path / "out").glob("*.xmi")
    whole = file.read_text("utf-8")

    file.write_text(whole.replace('end="123"', 'end="9000"'), "utf-8")
    [beyond] = taken_back.read(file)
    file.write_text(whole[:900], "utf-8")
    [cut] = taken_back.read(file)
    (tmp_path / "out" / xmi.TYPES).unlink()
    [alone] = taken_back.read(file)

    for failure in (beyond, cut, alone):
        assert isinstance(failure, UnreadableInput)
        assert "\n" not in str(failure)
    assert str(beyond) == f"{file}: offset 9000 lies beyond the text, or inside a character"
    assert "no CAS that TypeSystem.xml beside it fits" in str(cut)
    assert str(alone).endswith("TypeSystem.xml: cannot be read: No such file or directory")


def test_an_offset_inside_a_character_is_told(tmp_path: Path) -> None:
    document = document_of("🛶 Orr said no.", "boats.txt")
    xmi.write([marked_of(Reading(document, (), "by hand 1"))], tmp_path / "out")
    [file] = (tmp_path / "out").glob("*.xmi")
    file.write_text(file.read_text("utf-8").replace('begin="0"', 'begin="1"'), "utf-8")

    [failure] = taken_back.read(file)

    assert str(failure) == f"{file}: offset 1 lies beyond the text, or inside a character"


def test_layers_of_others_are_left_alone(tmp_path: Path) -> None:
    def add(cas: cassis.Cas) -> None:
        place = cas.typesystem.create_type("custom.Place")
        cas.add(place(begin=16, end=27))

    [back] = taken_back.read(saved(tmp_path, add))

    assert back.statements == marked_of(wire()).statements


def test_without_the_library_one_line_says_what_to_install(tmp_path: Path, monkeypatch) -> None:
    real = builtins.__import__

    def lacking(name: str, *rest: object, **more: object) -> object:
        if name == "cassis":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", lacking)

    for use in (lambda: xmi.write([], tmp_path / "out"), lambda: list(taken_back.read(tmp_path))):
        with pytest.raises(QuothError, match=r"pip install 'quoth\[uima\]'"):
            use()
    assert list(tmp_path.iterdir()) == []
