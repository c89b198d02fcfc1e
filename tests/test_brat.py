"""brat standoff, written and taken back."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bioc import brat as independent
from bioc.brat.validator import validate
from drawn import readings
from handmade import WIRE, document_of, find, reading_of, wire
from hypothesis import given, settings

from quoth.errors import QuothError, UnreadableInput
from quoth.export import brat
from quoth.export.characters import encodable
from quoth.imports import brat as taken_back
from quoth.imports.differences import differences, plain
from quoth.imports.index import INDEX
from quoth.imports.marked import marked_of
from quoth.imports.records import Marked
from quoth.ledger.corrections import statement_at
from quoth.ledger.records import Reject
from quoth.records import Passage, Reading, Source, Span, Statement


def round_trip(*readings: Reading) -> list[Marked | UnreadableInput]:
    """What comes back of files that nobody touched, without their names."""
    with tempfile.TemporaryDirectory() as folder:
        brat.write(map(marked_of, readings), Path(folder, "out"))
        back = list(taken_back.read(Path(folder, "out")))
    return [replace(each, file="") if isinstance(each, Marked) else each for each in back]


def carried(reading: Reading) -> Marked:
    """What brat can keep of a reading."""
    marked = plain(marked_of(reading))
    return replace(marked, text=encodable(marked.text))


def annotated(folder: Path, change: Callable[[str], str] = lambda lines: lines) -> Path:
    """The annotations of `WIRE`, changed as by somebody in brat."""
    brat.write([marked_of(wire())], folder / "out")
    [file] = (folder / "out").glob("*.ann")
    file.write_bytes(change(file.read_bytes().decode()).encode())
    return file


@settings(max_examples=60)
@given(readings())
def test_all_that_brat_carries_comes_back(reading: Reading) -> None:
    [back] = round_trip(reading)

    assert back == carried(reading)
    assert back.exported == replace(marked_of(reading), text=back.text)


@settings(max_examples=40)
@given(readings())
def test_another_parser_reads_the_same(reading: Reading) -> None:
    text, lines = encodable(reading.document.text), brat.annotation(marked_of(reading))
    document = independent.loads_ann(lines)
    document.text = text

    validate(document, lambda message: pytest.fail(message) if "Cannot find" in message else None)
    assert len(document.events) == len(reading.statements)
    for entity in document.entities:
        pieces = [text[piece[0] : piece[1]] for piece in sorted(entity.locations)]
        assert " ".join(pieces).split() == entity.text.split()


def test_every_line_is_as_the_configuration_allows(tmp_path: Path) -> None:
    """The grammar of brat's page on standoff, and brat's own check of types."""
    lines = annotated(tmp_path).read_text("utf-8").splitlines()
    configured = (tmp_path / "out" / "annotation.conf").read_text("utf-8")
    entities = set(re.search(r"\[entities\]\n([\w\n]+)\[", configured)[1].split())
    values = dict(re.findall(r"^(\w+)\tArg:\w+, Value:(\S+)$", configured, re.M))

    for line in lines:
        match line[0]:
            case "T":
                kind = re.fullmatch(r"T\d+\t(\w+) \d+ \d+(?:;\d+ \d+)*\t[^\t]+", line)[1]
                assert kind in entities | {"Attribution"}
            case "E":
                assert re.fullmatch(
                    r"E\d+\tAttribution:T\d+( (Content|Cue|Source|Means):T\d+)+", line
                )
            case "A":
                name, value = re.fullmatch(r"A\d+\t(\w+) [TE]\d+ (\w+)", line).groups()
                assert value in values[name].split("|")
            case "R":
                assert re.fullmatch(r"R\d+\tWithin Arg1:E\d+ Arg2:E\d+", line)
            case "*":
                assert re.fullmatch(r"\*\tEquiv T\d+( T\d+)+", line)
            case _:
                assert re.fullmatch(r"#\d+\tAnnotatorNotes [TE]\d+\t[^\t]+", line)


def test_a_line_break_cuts_a_span_in_fragments() -> None:
    lines = brat.annotation(marked_of(wire()))

    assert 'Content 161 191;192 204;229 257;258 279\t"The Grey Petrel left with 158 pass' in lines


def test_polnear_readers_find_the_same_statements() -> None:
    """`python -m training` and the scorer take every event with a content."""
    from training.data import relations

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "attributions").mkdir()
        lines = brat.annotation(marked_of(wire()))
        Path(folder, "attributions", "wire_people.ann").write_bytes(lines.encode())
        found = relations(Path(folder), "wire")

    text = WIRE.replace("\n", " ")
    words = [[text[a:b] for a, b in one["content"]] for one in found]
    assert words[0] == ["the ferry had carried at least 40 people too many"]
    assert [text[a:b] for a, b in found[0]["source"]] == ["A harbour official"]
    assert len(found) == len(wire().statements)


def test_documents_of_any_name_have_files_of_their_own(tmp_path: Path) -> None:
    names = ["week.zip!/day/page.html", "Page.txt", "page.txt", 'a "b"\nc', "", "日本", "x" * 400]
    given = [reading_of(document_of(WIRE, name)) for name in names]

    brat.write(map(marked_of, given), tmp_path / "out")

    files = sorted(each.name for each in (tmp_path / "out").glob("*.txt"))
    assert len({each.casefold() for each in files}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9-]{5,66}\.txt", each) for each in files)
    assert [each.document for each in taken_back.read(tmp_path / "out")] == names


def test_an_empty_document_has_files_too(tmp_path: Path) -> None:
    [back] = round_trip(reading_of(document_of("", "empty.txt")))

    assert (back.text, back.statements, back.sources) == ("", (), ())


def test_confirmed_statements_and_who_else_answers_come_back() -> None:
    reading = wire()
    marked = marked_of(reading)
    first = replace(marked.statements[0], verdict="confirmed", who=2)

    with tempfile.TemporaryDirectory() as folder:
        given = replace(marked, statements=(first, *marked.statements[1:]))
        brat.write([given], Path(folder, "out"))
        [back] = taken_back.read(Path(folder, "out"))

    assert back.statements == given.statements
    assert back.sources[2] == given.sources[2]


def test_words_that_are_not_the_text_s_are_told_with_file_and_line(tmp_path: Path) -> None:
    file = annotated(tmp_path, lambda lines: lines.replace("\tone man", "\tone men"))

    [failure] = taken_back.read(file)

    assert isinstance(failure, UnreadableInput)
    assert str(failure) == (
        f"{file}: line 9: T4 has “one men” at 291–298, where the text has “one man”"
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T99\tSource 1 2", "not as brat writes it: “Source 1 2”"),
        ("T99\tSource 9000 9001\tx", "T99 has “x” at 9000–9001, where the text has “”"),
        ("T99\tSource 5 5\t", "T99 has no words"),
        ("E99\tAttribution:T8 Cue:T7", "E99 has no content"),
        ("E99\tAttribution:T8 Content:T77", "T77 is used and nowhere marked"),
        ("*\tEquiv T1 T77", "T77 stands for a source and is no mention of one"),
        ("R9\tWithin Arg1:E1 Arg2:E77", "E77 is used and nowhere marked"),
        ("A99\tVerdict E77 confirmed", "E77 is used and nowhere marked"),
        ("A99\tForm E1 oblique", "E1 has the form “oblique”; known: direct, indirect, mixed"),
        ("Harbour", "no line of brat's: “Harbour”"),
    ],
)
def test_what_does_not_fit_is_one_line_and_nothing_is_taken(
    tmp_path: Path, line: str, reason: str
) -> None:
    file = annotated(tmp_path, lambda lines: f"{lines}{line}\n")

    [failure] = taken_back.read(file)

    assert isinstance(failure, UnreadableInput)
    assert str(failure).endswith(reason)
    assert "\n" not in str(failure)


def test_marks_that_overlap_are_one_stretch_of_words(tmp_path: Path) -> None:
    more = (
        "T98\tContent 78 90\tferry had ca\nE99\tAttribution:T8 Content:T6 Content2:T98\n*\tEquiv\n"
    )

    [back] = taken_back.read(annotated(tmp_path, lambda lines: lines + more))

    assert [each.content for each in back.statements[:2]] == [(Span(74, 123),)] * 2


def test_a_file_cut_anywhere_is_read_or_told_in_one_line(tmp_path: Path) -> None:
    file = annotated(tmp_path)
    whole = file.read_bytes()

    for size in range(0, len(whole), 17):
        file.write_bytes(whole[:size])
        [back] = taken_back.read(file)
        assert isinstance(back, Marked) or "\n" not in str(back)


def test_other_people_s_lines_are_left_alone(tmp_path: Path) -> None:
    more = "T98\tPlace 16 27\tPort Ellery\nN1\tReference T98 Wikidata:Q1\tPort Ellery\n"
    file = annotated(tmp_path, lambda lines: lines + more + "#99\tAnnotatorNotes E1\ts1; sure?\n")

    [back] = taken_back.read(file)

    assert isinstance(back, Marked)
    assert back.statements[0].key == "s1"


def test_a_folder_that_has_something_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")

    with pytest.raises(QuothError, match="there is something already; name a new folder"):
        brat.write([marked_of(wire())], tmp_path)
    with pytest.raises(QuothError, match="cannot write: No such file or directory"):
        brat.write([marked_of(wire())], tmp_path / "missing" / "out")

    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_a_failure_half_way_leaves_nothing(tmp_path: Path) -> None:
    def failing():
        yield marked_of(wire())
        raise QuothError("the ledger is damaged")

    with pytest.raises(QuothError, match="damaged"):
        brat.write(failing(), tmp_path / "out")

    assert list(tmp_path.iterdir()) == []


def test_what_was_exported_is_known_while_the_index_is_there(tmp_path: Path) -> None:
    file = annotated(tmp_path, lambda lines: lines.replace("E6\t", "X6\t").split("X6")[0])
    read_anew = replace(wire(), statements=wire().statements[3:])

    [back] = taken_back.read(file)

    assert differences(read_anew, back) == (Reject(statement_at(wire().statements[5])),)


def test_a_damaged_index_is_told(tmp_path: Path) -> None:
    annotated(tmp_path)
    (tmp_path / "out" / INDEX).write_text("{}\n")

    with pytest.raises(UnreadableInput, match="line 1 is no entry of an index"):
        list(taken_back.read(tmp_path / "out"))


def test_annotations_of_others_need_no_index(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(b"Orr said no.\r\n")
    (tmp_path / "report.ann").write_bytes(
        b"T1\tSource 0 3\tOrr\r\nT2\tCue 4 8\tsaid\r\nT3\tContent 9 11\tno\r\n"
        b"T4\tAttribution 4 8\tsaid\r\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\r\n"
    )

    [back] = taken_back.read(tmp_path)

    assert back.document == "report"
    assert [each.content for each in back.statements] == [(Span(9, 11),)]
    assert back.statements[0].who == 0


def test_a_source_without_a_mention_is_known_by_the_words_here() -> None:
    document = document_of(WIRE, "wire.txt")
    words = find(document, "it", after=160)
    nobody = Source("p1", "person", False, None, (), ())
    said = Statement(
        "s1", words, None, Passage(document, (Span(229, 279),)), "direct", None, 1, "p1"
    )

    [back] = round_trip(Reading(document, (said,), "none", (nobody,)))

    assert back.sources[back.statements[0].who].mentions == (words.spans,)
