"""Sources, cues, figures and dates in every form of output."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from handmade import document_of, figure, find, held_by, reading_of

from quoth.export import csv_header, csv_rows, json_document, json_lines
from quoth.export.details import number
from quoth.export.view import Screen, view
from quoth.records import Cued, Date, Passage, Reading, Source

TEXT = """\
Mayor Ann Marsh would not confirm on Monday that the dam had cost 500,000 crowns, about $5,400.
She wrote that a clerk, who feared for his post, claimed "the wall may leak".
They called it shameful.
"""


def council() -> Reading:
    """A named person by a pronoun, a statement in hers, and a figure with another."""
    rows = [
        (
            "Mayor Ann Marsh",
            "would not confirm on Monday",
            ("that the dam had cost 500,000 crowns, about $5,400",),
            "indirect",
        ),
        (
            "She",
            "wrote",
            ('that a clerk, who feared for his post, claimed "the wall may leak"',),
            "mixed",
        ),
        ("a clerk, who feared for his post", "claimed", ('"the wall may leak"',), "direct"),
        ("They", "called", ("it shameful",), "indirect"),
    ]
    reading = reading_of(document_of(TEXT, "council.txt"), rows)
    name, mayor, pronoun, clerk, fear, they = (
        passage(reading, words)
        for words in (
            "Ann Marsh",
            "Mayor Ann Marsh",
            "She",
            "a clerk",
            "feared for his post",
            "They",
        )
    )
    sources = (
        Source("p1", "person", True, name, (), (mayor, pronoun), role=passage(reading, "Mayor")),
        Source("p2", "person", False, None, (clerk,), (clerk,), reason=fear),
        Source("p3", "unspecified", False, None, (), (they,)),
    )
    cued = (
        Cued("confirm", "confirm", "endorses", "negative", "Hooper 1975"),
        Cued("write", "assert", "neutral", "positive", None),
        Cued("claim", "assert", "distances", "positive", "Recasens et al. 2013"),
        Cued("call", "condemn", "neutral", "positive", None),
    )
    ids, sure, within = ("p1", "p1", "p2", "p3"), (2.456, 3.0, 0.3, -1.0), (None, None, "s2", None)
    reading = replace(
        reading,
        sources=sources,
        statements=tuple(
            replace(statement, source_id=who, cued=cue, certainty=certain, within=outer)
            for statement, who, cue, certain, outer in zip(
                reading.statements, ids, cued, sure, within, strict=True
            )
        ),
    )
    monday = passage(reading, "Monday").spans[0]
    how = "the last before the document's date"
    crowns = figure(reading, "500,000 crowns", 5e5, 5e5, "exact", "about")
    dollars = figure(reading, "about $5,400", 5400.0, 5400.0, "about", "She")
    return replace(
        reading,
        figures=(
            replace(crowns, unit="crown", of=None, as_of=0),
            replace(dollars, unit="USD", of=passage(reading, "the dam"), same=0),
        ),
        dates=(Date(monday, "date", "2031-03-03", how, None, held_by(reading, monday)),),
    )


def passage(reading: Reading, words: str) -> Passage:
    found = find(reading.document, words)
    assert found
    return found


def lines() -> list[dict]:
    return [json.loads(line) for line in json_lines(council())][1:]


def shown(reading: Reading, **screen: object) -> str:
    return "".join(view(reading, Screen(**screen)))


def test_a_pronoun_carries_who_is_meant():
    assert lines()[1]["source"] == {
        "text": "She",
        "spans": [[96, 99]],
        "id": "p1",
        "name": "Ann Marsh",
        "named": True,
        "kind": "person",
    }


def test_a_cue_carries_what_it_does_and_on_which_list_that_rests():
    first = lines()[0]

    assert first["cue"] | {"text": None, "spans": None} == {
        "text": None,
        "spans": None,
        "lemma": "confirm",
        "act": "confirm",
        "stance": "endorses",
        "basis": "Hooper 1975",
    }
    assert (first["polarity"], first["certainty"]) == ("negative", 2.46)


def test_figures_stand_with_their_statement_and_say_what_they_restate():
    first, second, *_ = lines()

    crowns, dollars = first["figures"]
    assert second["figures"] == []
    assert json.dumps(crowns["low"]) == "500000"
    assert crowns["as_of"] == {"text": "Monday", "span": [37, 43], "value": "2031-03-03"}
    assert dollars == {
        "text": "about $5,400",
        "span": [82, 94],
        "low": 5400,
        "high": 5400,
        "bound": "about",
        "unit": "USD",
        "of": "the dam",
        "of_spans": [[49, 56]],
        "same": {"text": "500,000 crowns", "span": [66, 80]},
        "as_of": None,
    }


def test_a_document_lists_its_sources_with_every_mention():
    mayor, clerk, _ = json.loads(json_document(council()))["sources"]

    assert (mayor["id"], mayor["name"], mayor["role"]["text"]) == ("p1", "Ann Marsh", "Mayor")
    assert [mention["text"] for mention in mayor["mentions"]] == ["Mayor Ann Marsh", "She"]
    assert clerk["reason"] == {"text": "feared for his post", "spans": [[124, 143]]}
    assert (clerk["name"], clerk["affiliation"]) == (None, None)


def test_a_document_lists_all_figures_and_dates_with_the_statement_that_holds_them():
    whole = json.loads(json_document(council()))

    assert [(each["text"], each["statement"]) for each in whole["figures"]] == [
        ("500,000 crowns", "s1"),
        ("about $5,400", "s1"),
    ]
    # A cue is the document's own voice.
    assert [(each["value"], each["statement"]) for each in whole["dates"]] == [("2031-03-03", None)]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (31.0, "31"),
        (-0.0, "0"),
        (0.333, "0.333"),
        (1e300, "1e+300"),
        (float("inf"), "null"),
        (float("nan"), "null"),
        (None, "null"),
    ],
)
def test_numbers_are_written_as_json_has_them(value, written):
    assert json.dumps(number(value)) == written


def test_what_is_not_worked_out_is_null_and_its_key_is_there():
    document = document_of("She said no")
    bare = reading_of(document, [("She", "said", ("no",), "indirect")])
    statement = json.loads(list(json_lines(bare))[1])

    assert statement["source"] | {"text": 0, "spans": 0} == {
        **{"text": 0, "spans": 0, "id": None, "name": None, "named": None, "kind": None}
    }
    assert (statement["cue"]["act"], statement["polarity"], statement["certainty"]) == (None,) * 3


def test_a_table_has_every_field():
    table = csv_header() + "".join(csv_rows(council()))
    first, second, third, _ = csv.DictReader(io.StringIO(table, newline=""))

    assert (second["source"], second["source_name"], second["source_named"]) == (
        "She",
        "Ann Marsh",
        "true",
    )
    assert (third["within"], third["cue_stance"], third["certainty"]) == ("s2", "distances", "0.3")
    assert first["cue_basis"] == "Hooper 1975"
    assert json.loads(first["figures"]) == lines()[0]["figures"]
    assert second["figures"] == ""


def test_the_view_says_who_is_meant_and_what_is_not_plain(expected):
    expected("view-details.txt", shown(council()))


def test_the_view_keeps_its_columns_on_a_narrow_screen(expected):
    expected("view-details-narrow.txt", shown(council(), width=50))


def test_what_stands_inside_another_follows_it_to_any_depth():
    text = " ".join(f"p{n} said" for n in range(8)) + " no"
    contents = [text[text.index(f"p{n}") :] for n in range(1, 8)] + ["no"]
    rows = [(f"p{n}", "said", (content,), "indirect") for n, content in enumerate(contents)]
    reading = reading_of(document_of(text), rows)
    inner = [
        replace(statement, within=f"s{number}" if number else None)
        for number, statement in enumerate(reading.statements)
    ]

    drawn = shown(replace(reading, statements=tuple(reversed(inner)))).splitlines()

    heads = [line for line in drawn if " said" in line and "line 1" in line]
    assert [line[: line.index("said")].strip(" └") for line in heads] == [f"p{n}" for n in range(8)]


def test_a_statement_whose_outer_one_was_left_out_is_shown_at_the_top():
    reading = council()
    kept = tuple(each for each in reading.statements if each.id != "s2")

    assert "└" not in shown(replace(reading, statements=kept))


def test_spans_of_details_point_at_their_words():
    whole = json.loads(json_document(council()))

    def check(value: object) -> int:
        if isinstance(value, list):
            return sum(map(check, value))
        if not isinstance(value, dict):
            return 0
        spans = value.get("spans") or ([value["span"]] if "span" in value else [])
        if spans and "text" in value:
            assert value["text"] == " … ".join(whole["text"][a:b] for a, b in spans)
        return bool(spans) + sum(map(check, value.values()))

    assert check([whole[key] for key in ("statements", "sources", "figures", "dates")]) > 20
