"""Who leans on whom, and on how many a statement rests."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from xml.etree import ElementTree

import pytest
from click.testing import Result
from handmade import WIRE

from quoth.compare import Event, Told, compare_origins
from quoth.compare.origins import Origins, rests_on
from quoth.documents import from_text
from quoth.export.compared_origins import origins_json, origins_view
from quoth.export.origins_picture import origins_picture
from quoth.export.view import Screen
from quoth.records import Cued, Kind, Passage, Reading, Source, Span, Statement

SAID = Cued("say", "assert", "neutral", "positive", None)

DAM = "Water has been seeping through the foot of the Arle dam since the second week of April"
LEVEL = "The keeper has lowered the level by two metres and sounds the foot of the wall each hour"


def told(
    key: str, outlet: str | None, published: str | None, text: str, *rows: tuple[str, str, str]
) -> Told:
    """A document in which, for each row, who says by which word what; *we* is its author."""
    document = from_text(text)
    statements, sources = [], {}
    for number, (who, cue, what) in enumerate(rows, 1):
        parts = [_find(document.text, words) for words in (who, cue, what)]
        source, by, content = (Passage(document, (each,)) for each in parts)
        kind: Kind = "author" if who in ("I", "We") else "person"
        name = source if any(word[0].isupper() for word in who.split()[1:]) else None
        sources[who] = Source(who, kind, name is not None, name, (source,), (source,))
        statements.append(
            Statement(f"s{number}", source, by, content, "indirect", None, 0.9, who, SAID)
        )
    reading = Reading(document, tuple(statements), "by hand", tuple(sources.values()))
    return Told(key, reading, outlet, published)


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def edges(origins: Origins) -> dict[tuple[str, str], tuple[str, ...]]:
    names = {key: node.name if node.told is None else key for key, node in origins.nodes.items()}
    return {(names[each.start], names[each.end]): each.kinds for each in origins.edges}


GAZETTE = told(
    "gazette",
    "Arle Gazette",
    "2031-04-20",
    f"{DAM}, Ada Pell, who keeps it, told the Gazette.\n\n{LEVEL}. Nobody else was asked.\n",
    ("Ada Pell", "told the Gazette", DAM),
)


def test_a_paper_that_is_quoted_is_leaned_on_and_one_that_is_only_named_is_not() -> None:
    wire = told(
        "wire",
        "Hillwire",
        "2031-04-21",
        "The Arle dam is no longer tight, the Arle Gazette reported. Radio Arle had a van there.\n",
        ("the Arle Gazette", "reported", "The Arle dam is no longer tight"),
    )
    radio = told("radio", "Radio Arle", "2031-04-21", "Rain is forecast for the hills.\n")

    assert edges(compare_origins([GAZETTE, wire, radio])) == {
        ("gazette", "Ada Pell"): ("cites",),
        ("wire", "gazette"): ("cites",),
    }


TAKEN = """\
The dam is leaking, Hillwire reported.
The dam is leaking, reports Hillwire.
The dam is leaking, said Hillwire on Monday.
According to the Arle Gazette, the dam is leaking.
The dam is leaking, according to a report in the Arle Gazette.
In an interview with the Arle Gazette, the keeper said that the dam was leaking.
Speaking to Radio Arle, the keeper said the dam was leaking.
The keeper said on Radio Arle that the dam was leaking.
The keeper told Radio Arle's breakfast show that the dam was leaking.
The dam is leaking, the keeper is quoted as saying in the Arle Gazette.
The Arle Gazette, citing the keeper, says that the dam is leaking.
As first reported by the Arle Gazette, the dam is leaking.
The news was first published by the Arle Gazette.
The story first appeared in the Arle Gazette.
The Arle Gazette has published a photograph of the crack.
A photograph in the Arle Gazette shows the crack.
The Gazette has seen the keeper's log, and writes that the dam is leaking.
The keeper, quoted by Hillwire, denied this.
Hillwire quoted the keeper as saying that the dam was leaking.
The Arle Gazette's report that the dam is leaking was denied by the ministry.
The ministry denied a report by the Arle Gazette that the dam was leaking.
The ministry called the Arle Gazette's story a fairy tale.
Figures obtained by the Arle Gazette show that the dam is leaking.
Documents seen by Hillwire show that the dam is leaking.
The dam is leaking, we learn from the Arle Gazette.
The Arle Gazette has it that the dam is leaking.
The Arle Gazette claims that the dam is leaking.
The Arle Gazette revealed on Sunday that the dam is leaking.
The dam, the Arle Gazette understands, is leaking.
The dam is leaking (Hillwire).
"The dam is leaking," the keeper told the Arle Gazette.
The keeper confirmed to Hillwire that the dam was leaking.
The keeper wrote in the Arle Gazette that the dam was leaking.
In a letter to the Arle Gazette the keeper admits that the dam leaks.
A commentator of Radio Arle called it a scandal.
Radio Arle broadcast the keeper's words last night.
Hillwire and the Arle Gazette report that the dam is leaking.
The dam is leaking, Radio Arle and Hillwire said.
An investigation by the Arle Gazette found that the dam is leaking.
The Arle Gazette was the first to report that the dam was leaking.
Quoting the keeper, Radio Arle put the loss at ten litres a minute.
The Arle Gazette estimated the crowd at 300.
Unlike the ministry, the Arle Gazette speaks of a leak.
"""
NAMED = """\
A reporter of the Arle Gazette stood at the wall.
The Arle Gazette did not report on it.
The Arle Gazette belongs to the same house as this paper.
He reads the Arle Gazette every morning.
The editor of the Arle Gazette was at the ball.
The keeper once worked for Radio Arle.
The minister refused to speak to Radio Arle.
Hillwire could not be reached.
The Arle Gazette will move to a new building.
The wall was covered with pages of the Arle Gazette.
A crew of Radio Arle was turned away.
Radio Arle sponsors the fair.
Shares in Hillwire fell by four per cent.
He threw the Arle Gazette into the fire.
The Arle Gazette celebrates its hundredth birthday.
A copy of the Arle Gazette lay on the bench.
The Arle Gazette was sold in May.
The fair is advertised in the Arle Gazette.
Radio Arle plays old songs at night.
The building next to Radio Arle has a crack.
The mayor had told nobody at the Arle Gazette.
She has written no letter to the Arle Gazette.
The Arle Gazette has asked the ministry for an answer.
The Arle Gazette's offices were searched.
"""
OUTLETS = ("Arle Gazette", "Hillwire", "Radio Arle")


def leaned_on(words: str) -> set[str]:
    """Which of three outlets a paper leans on that has these words, and no statement marked."""
    others = [told(name, name, "2031-04-20", "Water was seen.\n") for name in OUTLETS]
    paper = told("paper", "Lower Post", "2031-04-21", f"{words}\n")
    return {end for start, end in edges(compare_origins([*others, paper])) if start == "paper"} & {
        *OUTLETS
    }


@pytest.mark.parametrize("words", TAKEN.splitlines())
def test_a_paper_is_leaned_on_that_tells_or_is_told(words: str) -> None:
    assert leaned_on(words) == {name for name in OUTLETS if name.removeprefix("Arle ") in words}


@pytest.mark.parametrize("words", NAMED.splitlines())
def test_naming_takes_nothing(words: str) -> None:
    assert not leaned_on(words)


def test_a_reprint_leans_on_the_agency_by_its_mark_its_words_and_its_day() -> None:
    wire = told("wire", "Hillwire", "2031-04-20", f"ARLE (Hillwire) - {DAM}. {LEVEL}.\n")
    marked = told("post", "Post", "2031-04-20", f"{DAM}. {LEVEL}.\n\nIt rained.\n\n– Hillwire\n")
    plain = told("star", "Star", "2031-04-21", f"{DAM}. {LEVEL}.\n")
    some = told(
        "sun", "Sun", "2031-04-22", f"{LEVEL}.\n\n{'A fair was held in the valley. ' * 9}\n"
    )

    found = edges(compare_origins([some, plain, marked, wire]))

    assert found == {
        ("post", "wire"): ("reprint", "agency mark"),
        ("star", "wire"): ("reprint",),
        ("sun", "wire"): ("rewrite",),
    }


@pytest.mark.parametrize(
    "foot",
    [
        "– Hillwire",
        "(Hillwire)",
        "(ap/Hillwire)",
        "Hillwire/own staff",
        "Source: Hillwire",
        "With reporting by Hillwire",
        "Hillwire contributed to this report.",
        "(Reporting by Ann Marsh; additional reporting by Hillwire)",
        "© Hillwire",
    ],
)
def test_the_last_line_bears_the_mark_of_an_agency(foot: str) -> None:
    assert "Hillwire" in leaned_on(f"It rained.\n\nNobody was hurt.\n\n{foot}")


@pytest.mark.parametrize(
    "foot", ["From Hillwire nothing was heard.", "With Hillwire he had no luck.", "Hillwire slept."]
)
def test_a_last_sentence_is_no_mark(foot: str) -> None:
    assert not leaned_on(f"It rained.\n\nNobody was hurt.\n\n{foot}")


def test_two_papers_with_the_text_of_an_agency_outside_do_not_lean_on_each_other() -> None:
    one = told("post", "Post", "2031-04-20", f"{DAM}. {LEVEL}.\n\n(Hillwire)\n")
    other = told("star", "Star", "2031-04-21", f"{DAM}. {LEVEL}.\n\n(Hillwire)\n")

    assert set(edges(compare_origins([one, other]))) == {("post", "Hillwire"), ("star", "Hillwire")}


def test_local_media_is_the_one_paper_that_tells_it() -> None:
    blog = told(
        "blog",
        "Weir and Wall",
        "2031-04-22",
        f"Local media report that {DAM[0].lower()}{DAM[1:]}. I have not been to look.\n",
        ("Local media", "report", "water has been seeping through the foot of the Arle dam since"),
    )
    other = told(
        "post", "Lower Arle Post", "2031-04-21", "The fair was moved to the upper field.\n"
    )

    assert ("blog", "gazette") in edges(compare_origins([GAZETTE, blog, other]))


def test_reprints_and_common_origins_count_once_and_own_observation_counts() -> None:
    wire = told(
        "wire",
        "Hillwire",
        "2031-04-21",
        f"{DAM}, the Arle Gazette reported on Sunday.\n",
        ("the Arle Gazette", "reported", DAM),
    )
    star = told("star", "Star", "2031-04-22", f"{DAM}, the Arle Gazette reported on Sunday.\n")
    blog = told(
        "blog", "Weir and Wall", "2031-04-22", "I saw water at the foot of the Arle dam myself.\n"
    )
    documents = [GAZETTE, wire, star, blog]

    [carried] = rests_on(documents, [{each.key: [_whole(each)] for each in documents}])

    assert (carried.first.key, carried.independent) == ("gazette", 2)
    assert [each.documents for each in carried.origins] == [("gazette", "wire", "star"), ("blog",)]


def test_a_circle_has_no_origin() -> None:
    def cites(key: str, outlet: str, other: str) -> Told:
        return told(
            key, outlet, "2031-04-20", f"{DAM}, {other} reports.\n", (other, "reports", DAM)
        )

    documents = [
        cites("a", "Arle Gazette", "Hillwire"),
        cites("b", "Hillwire", "Radio Wall"),
        cites("c", "Radio Wall", "the Arle Gazette"),
    ]

    [carried] = rests_on(documents, [{each.key: [_whole(each)] for each in documents}])

    assert compare_origins(documents).circles == (("a", "b", "c"),)
    assert carried.independent == 0
    assert set(carried.circle) == {"a", "b", "c"}


def test_unnamed_officials_with_the_same_words_are_one_unless_one_document_has_both() -> None:
    what = '"the wall is tired and has said so"'

    def unnamed(key: str, who: str) -> Told:
        text = f"{who} said {what}.\n"
        return told(key, key.title(), "2031-04-20", text, (who, "said", what))

    one = unnamed("post", "A senior official in the water office")
    other = unnamed("star", "An official of the water office")
    both = told(
        "sun",
        "Sun",
        "2031-04-21",
        f"An official of the water office said {what}. A second official, at the bank, said that"
        " the money for it was gone.\n",
        ("An official of the water office", "said", what),
        ("A second official, at the bank", "said that", "the money for it was gone"),
    )

    sources = compare_origins([one, other, both]).sources

    assert sorted(sorted(node.called) for node in sources) == [["post", "star", "sun"], ["sun"]]


def test_a_word_taken_back_no_longer_counts() -> None:
    wire = told(
        "wire",
        "Hillwire",
        "2031-04-21",
        f"{DAM}, the Arle Gazette reported on Sunday.\n",
        ("the Arle Gazette", "reported", DAM),
    )
    back = told(
        "back",
        "Arle Gazette",
        "2031-04-23",
        "The Gazette withdraws its report of 20 April that water has been seeping through the foot"
        " of the Arle dam.\n",
    )
    documents = [GAZETTE, wire, back]

    [carried] = rests_on(documents, [{"gazette": [_whole(GAZETTE)], "wire": [_whole(wire)]}])

    assert edges(compare_origins(documents))["back", "gazette"] == ("withdraws",)
    assert (carried.independent, carried.withdrawn) == (0, ("gazette",))


def test_nothing_one_document_missing_days_and_unknown_outlets() -> None:
    assert compare_origins([]) == Origins((), (), (), ())
    assert len(compare_origins([GAZETTE]).documents) == 1
    same = [told(f"{n}", None, None, f"{DAM}. {LEVEL}.\n") for n in range(3)]
    assert set(edges(compare_origins(same))) == {("1", "0"), ("2", "0")}


def test_two_outlets_of_one_name_are_told_apart_by_what_they_tell() -> None:
    north = told("north", "The Post", "2031-04-20", f"{DAM}. {LEVEL}.\n")
    south = told("south", "The Post", "2031-04-20", "The fair was moved to the upper field.\n")
    wire = told(
        "wire",
        "Hillwire",
        "2031-04-21",
        f"{DAM}, The Post reported.\n",
        ("The Post", "reported", DAM),
    )

    assert ("wire", "north") in edges(compare_origins([south, north, wire]))


def test_names_that_are_none_and_sentences_without_end_are_no_trouble() -> None:
    odd = [told(f"{n}", name, None, DAM) for n, name in enumerate(("!!!", "The", "", "C++", "24"))]
    long = told("long", "Arle Gazette", "2031-04-20", "The Post said that it rained, and " * 500)
    begun = perf_counter()

    assert compare_origins([*odd, long, told("post", "Post", None, "word " * 5000)]).documents
    assert perf_counter() - begun < 10


def test_many_copies_of_a_page_lean_on_the_first_of_them() -> None:
    text = f"{DAM}. {LEVEL}.\n"
    copies = [told(f"{n:03}", f"Paper {n}", "2031-04-20", text) for n in range(300)]
    begun = perf_counter()

    found = compare_origins(copies)

    assert {edge.end for edge in found.edges} == {"000"}
    assert [each.independent for each in found.statements] == [1, 1]
    assert perf_counter() - begun < 10


def _whole(each: Told) -> Passage:
    text = each.reading.document.text
    return Passage(each.reading.document, (Span(0, text.index(".")),))


def event() -> Event:
    wire = told(
        "wire",
        "Hillwire & Sons",
        "2031-04-21",
        f"{DAM}, the Arle Gazette reported on Sunday.\n",
        ("the Arle Gazette", "reported", DAM),
    )
    return Event("Arle", (GAZETTE, wire))


def test_the_view_fits_its_screen_and_says_why() -> None:
    shown = "".join(origins_view(event(), compare_origins(event().told), Screen(width=80)))

    assert max(map(len, shown.splitlines())) <= 80
    assert "← Arle Gazette  reprint, cites" in shown
    assert "one source: Ada Pell" in " ".join(shown.split())


def test_json_has_nodes_edges_with_their_places_and_statements() -> None:
    found = json.loads(origins_json(event(), compare_origins(event().told)))

    [edge] = [each for each in found["edges"] if each["from"] == "wire"]
    assert (edge["to"], edge["kinds"]) == ("gazette", ["reprint", "cites"])
    text = event().told[1].reading.document.text
    assert all(text[slice(*p["spans"][0])] == p["text"] for p in edge["places"])
    [source] = [node for node in found["nodes"] if node["document"] is None]
    assert source["name"] == "Ada Pell"
    assert found["statements"][0]["independent"] == 1


def test_the_picture_is_one_svg_with_a_line_for_each_edge_and_no_name_on_another() -> None:
    origins = compare_origins(event().told)
    drawn = ElementTree.fromstring(origins_picture(event(), origins))

    assert drawn.get("role") == "img"
    said = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}title")]
    assert "Hillwire & Sons from Arle Gazette (reprint, cites)" in said
    texts = list(drawn.iter("{http://www.w3.org/2000/svg}text"))
    places = [(each.get("x"), each.get("y")) for each in texts]
    assert len(set(places)) == len(places)
    assert origins_picture(event(), origins) == origins_picture(event(), origins)
    assert ElementTree.fromstring(origins_picture(Event("None", ()), compare_origins([])))


def test_the_command_shows_the_files_and_draws_them(quoth: Callable[..., Result]) -> None:
    Path("one.txt").write_text(WIRE)
    Path("two.txt").write_text(WIRE)

    shown = quoth("compare", "origins", "one.txt", "two.txt", "--picture", "who.svg")

    assert shown.exit_code == 0
    assert "Who leans on whom" in shown.output
    assert ElementTree.parse("who.svg").getroot() is not None
    data = quoth("compare", "origins", "one.txt", "two.txt", "--format", "json").output
    assert json.loads(data)["type"] == "origins"
