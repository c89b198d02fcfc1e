"""Events: documents that tell of one thing, as people group them, or by what they tell."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from handmade import WIRE, StandIn

from quoth.documents import from_text, open_documents
from quoth.errors import QuothError
from quoth.ledger import open_ledger
from quoth.ledger.errors import NotFound
from quoth.records import Reading

NO_EVENT = "no such event; `quoth events` lists them"


@pytest.fixture
def pages(quoth):
    """Three documents in a ledger: two in a folder, one in an archive of its own."""
    for name in ("pages/a.txt", "pages/b.txt", "c.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(WIRE.replace("158", str(len(name) * 100 + ord(name[-5]))))
    quoth("add", "pages", "c.txt")
    return quoth


def documents(name: str) -> tuple[int, ...]:
    with open_ledger("quoth.db") as ledger:
        return ledger.event(name).documents


@pytest.mark.parametrize(
    ("called", "numbers"),
    [
        ("2", (2,)),
        ("c.txt", (3,)),
        ("pages", (1, 2)),
        ("pages/", (1, 2)),
        ("*/b.txt", (2,)),
        ("?.txt", (3,)),
    ],
)
def test_documents_are_put_into_an_event_by_number_name_folder_or_pattern(pages, called, numbers):
    result = pages("event", "the ferry", called)

    many = "1 document" if len(numbers) == 1 else "2 documents"
    assert result.output == f"the ferry: {many}\n"
    assert documents("the ferry") == numbers


def test_what_is_in_an_event_is_taken_out_again(pages):
    pages("event", "the ferry", "pages", "c.txt")

    assert pages("event", "the ferry", "pages", "--out").output == "the ferry: 1 document\n"
    assert documents("the ferry") == (3,)
    assert pages("event", "the ferry", "3", "--out").output == "the ferry: 0 documents\n"
    with pytest.raises(NotFound, match=NO_EVENT):
        documents("the ferry")


def test_what_is_added_is_put_into_an_event_also_what_is_known(quoth):
    Path("a.txt").write_text(WIRE)
    Path("b.txt").write_text(WIRE.replace("158", "160"))
    quoth("add", "a.txt")

    quoth("add", "a.txt", "b.txt", "--event", "the ferry")

    assert documents("the ferry") == (1, 2)


@pytest.mark.parametrize("name", ["", " ", "17"])
def test_a_name_has_a_letter(pages, name):
    said = f"quoth: {name!r}: is no name for an event; give one that has a letter\n"
    for command in (("event", name, "1"), ("add", "c.txt", "--event", name)):
        result = pages(*command)
        assert (result.exit_code, result.stderr) == (1, said)


@pytest.mark.parametrize("called", ["nothing", "9"])
def test_an_event_that_is_not_there_is_told_in_one_line(pages, called):
    with open_ledger("quoth.db") as ledger, pytest.raises(NotFound) as caught:
        ledger.event(called)
    assert str(caught.value) == f"{called}: {NO_EVENT}"


def test_a_document_that_is_not_there_changes_nothing(pages):
    result = pages("event", "the ferry", "1", "nowhere/")

    assert result.exit_code == 1
    assert result.stderr.startswith("quoth: nowhere/: no such document in quoth.db; ")
    with open_ledger("quoth.db") as ledger:
        with pytest.raises(QuothError, match="9: no such document"):
            ledger.put_into("the ferry", [1, 9])
        assert ledger.events() == []


def test_events_are_listed_for_people_and_programs(pages):
    pages("event", "the ferry", "1", "2")

    _, *lines = pages("events").output.splitlines()
    rows = [json.loads(each) for each in pages("events", "--format", "jsonl").output.splitlines()]

    headline = "Ferry sinks off Port Ellery, killing at least 31"
    assert [line.split()[:3] for line in lines] == [["2", "3", "0"], ["1", "2", "0"]]
    assert "  * the ferry: Ferry sinks" in lines[1]
    assert [row["type"] for row in rows] == ["event", "event"]
    assert [row["name"] for row in rows] == [headline, "the ferry"]
    assert [row["title"] for row in rows] == [headline, headline]
    assert [row["made"] for row in rows] == [False, True]
    assert [row["documents"] for row in rows] == [[1, 2, 3], [1, 2]]


def test_a_ledger_without_events_says_so(quoth):
    Path("a.txt").write_text(WIRE)
    quoth("add", "a.txt")

    assert quoth("events").output == " No events.\n"


def test_a_removed_document_is_in_no_event(pages):
    pages("event", "the ferry", "1", "2")
    pages("remove", "1", "2", "--why", "asked for", "--yes")

    with open_ledger("quoth.db") as ledger:
        assert ledger.events() == []
        assert list(ledger.check()) == []


@pytest.mark.parametrize("way", ["merge", "import"])
def test_events_of_one_name_are_one_when_ledgers_meet(pages, way):
    with open_ledger("other.db") as other:
        for _ in other.add(["c.txt", "pages/a.txt"], StandIn(), event="the ferry"):
            pass
        other.put_into("the bridge", [1])
    pages("event", "the ferry", "1", "2")
    if way == "merge":
        pages("ledger", "merge", "other.db")
    else:
        pages("export", "--ledger", "other.db", "--format", "jsonl", "-o", "other.jsonl")
        pages("import", "other.jsonl", "--format", "jsonl")

    with open_ledger("quoth.db") as ledger:
        assert ledger.event("the ferry").documents == (1, 2, 3)
        assert ledger.event("the bridge").documents == (3,)
        assert list(ledger.check()) == []


EXAMPLES = Path(__file__).parent.parent / "examples"


def told(ledger, *texts: str) -> list[int]:
    """Numbers of documents with these texts, which were put beside others one by one."""
    numbers = []
    for n, text in enumerate(texts):
        numbers.append(ledger.keep(Reading(from_text(text, f"{n}-{len(text)}.txt"), (), "none")))
        assert list(ledger.group()) in ([numbers[-1]], [])
    return numbers


def proposed(ledger) -> list[tuple[int, ...]]:
    return sorted(event.documents for event in ledger.events())


@pytest.mark.parametrize("seed", range(3))
def test_the_pages_on_the_attack_are_one_event_among_the_other_examples(tmp_path, seed):
    files = [*EXAMPLES.glob("*.txt"), *EXAMPLES.glob("*.html"), *EXAMPLES.glob("attack/*.*")]
    files = Random(seed).sample(sorted(files), len(files))
    with open_ledger(tmp_path / "news.db") as ledger:
        attack, others = set(), set()
        for file in files:
            for document in open_documents(file, str(file)):
                number = ledger.keep(Reading(document, (), "none"))
                (attack if file.parent.name == "attack" else others).add(number)
        list(ledger.group())
        [event] = [one for one in ledger.events() if attack & {*one.documents}]
        found = ledger.event(str(event.number))

    assert set(event.documents) == attack
    assert len(attack) == 8
    assert found == event
    assert "Merrowdin" in event.title or "League" in event.title
    assert (event.made, event.first, event.last) == (False, "2034-11-13", "2034-11-18")


QUAKE = """{size} quake hits {place}, {dead} dead

An earthquake of magnitude {size} struck {place} on the island of Orla on {day}, killing at least
{dead} people, the governor, {who}, said. Rescuers in {place} searched the ruins of {ruin}, where
{hurt} more were hurt. {more}
"""
FIRST = {
    "size": "6.1", "place": "Port Ellery", "dead": "31", "day": "3 May 2031", "who": "Ida Orr",
    "ruin": "the fish hall", "hurt": "158",
}  # fmt: skip
SECOND = {
    "size": "5.6", "place": "Sandhaven", "dead": "12", "day": "9 August 2031", "who": "Jon Mell",
    "ruin": "a school", "hurt": "47",
}  # fmt: skip
MORE = (
    "Trains stood still.",
    "The ground shook for a minute, the seismologists of Orla counted.",
    "Orr, who came in a helicopter, promised tents. The army was to bring water.",
    "Aftershocks went on all night, and nobody slept under a roof.",
)


def quakes(which: dict[str, str]) -> list[str]:
    return [QUAKE.format(**which, more=more) for more in MORE]


def test_two_events_that_look_alike_are_two(tmp_path):
    with open_ledger(tmp_path / "news.db") as ledger:
        both = zip(quakes(FIRST), quakes(SECOND), strict=True)
        numbers = told(ledger, *(text for pair in both for text in pair))

        assert proposed(ledger) == [tuple(numbers[::2]), tuple(numbers[1::2])]


def test_no_two_on_one_event_are_no_event(tmp_path):
    with open_ledger(tmp_path / "news.db") as ledger:
        told(
            ledger,
            quakes(FIRST)[0],
            WIRE.replace("Ellery", "Lune"),
            "The mayor of Oxhill resigned.",
        )

        assert proposed(ledger) == []


def test_documents_without_words_tell_of_nothing(tmp_path):
    with open_ledger(tmp_path / "news.db") as ledger:
        told(ledger, "", "\n", "Photo", "Photo\n", "It is.")

        assert proposed(ledger) == []
        assert list(ledger.check()) == []


def test_copies_are_on_one_event_and_are_compared_with_nothing(tmp_path):
    with open_ledger(tmp_path / "news.db") as ledger:
        text = quakes(FIRST)[0]
        numbers = told(ledger, text, *(f"{text}\n({n})\n" for n in range(30)))

        assert proposed(ledger) == [tuple(numbers)]
        assert ledger.store.value("SELECT count(DISTINCT document) FROM event_keys") == 1
        ledger.remove(numbers[:1], "me", "asked for")
        assert len(list(ledger.group())) == 30
        assert proposed(ledger) == [tuple(numbers[1:])]


def test_an_event_in_one_that_people_made_is_not_proposed_again(tmp_path):
    with open_ledger(tmp_path / "news.db") as ledger:
        numbers = told(ledger, *quakes(FIRST))
        ledger.put_into("the quake", numbers)

        assert [(one.name, one.made) for one in ledger.events()] == [("the quake", True)]
        numbers += told(ledger, QUAKE.format(**FIRST, more="A second night in tents."))
        assert proposed(ledger) == [tuple(numbers[:-1]), tuple(numbers)]


def test_when_ledgers_meet_events_are_looked_for_across_them(tmp_path):
    texts = quakes(FIRST)
    with open_ledger(tmp_path / "one.db") as one, open_ledger(tmp_path / "two.db") as two:
        told(one, *texts[:2])
        told(two, *texts[1:])
        list(one.merge(two))

        assert len(one.ungrouped()) == 2
        list(one.group())
        assert proposed(one) == [(1, 2, 3, 4)]
        assert list(one.check()) == []
