"""Who is leaned on where no word of telling stands, or no name: by the matter itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from test_compare_origins import edges, told

from benchmarks.timebank import without_grammar
from quoth.compare import Told, compare_origins
from quoth.compare.origins import rests_on
from quoth.details.figures import figures
from quoth.documents import open_document
from quoth.records import Passage, Reading, Span

SEEPS = "Water has been seeping through the foot of the Sollern dam since the last week of April"
LEDGER = told("ledger", "Sollern Ledger", "2031-04-20", f"{SEEPS}.\n\nWe pumped it out.\n")
INSTITUTE = told(
    "paper",
    "Institute for Rivers",
    "2031-04-01",
    "We counted 1,410 otters in the upper Sollern.\n\nOne of them lives below a chapel.\n",
)


def leaned_on(text: str, *rows: tuple[str, str, str]) -> set[str]:
    paper = told("post", "Lower Post", "2031-04-21", f"{text}\n", *rows)
    found = edges(compare_origins([LEDGER, INSTITUTE, paper]))
    return {end for start, end in found if start == "post"}


@pytest.mark.parametrize(
    "words",
    [
        "As the Sollern Ledger brought to light, water is seeping through the foot of the dam.",
        "Thanks to the Sollern Ledger all know that water seeps through the foot of the dam.",
        "It took the Sollern Ledger to find water seeping through the foot of the dam in April.",
        "The Sollern Ledger broke the news of water that seeps through the foot of the dam.",
        "The scoop was the Sollern Ledger's: water seeps through the foot of the dam since April.",
        "I have it from the Sollern Ledger that water is seeping through the foot of the dam.",
        'The Sollern Ledger is bolder. It calls it "seeping through the foot of the Sollern dam".',
    ],
)
def test_what_stands_in_the_named_ones_document_is_from_there(words: str) -> None:
    assert leaned_on(words) == {"ledger"}


@pytest.mark.parametrize(
    "words",
    [
        "The Sollern Ledger keeps an office by the dam but has not yet reported on the water.",
        "The Sollern Ledger prints our calendar of events on the dam.",
        "Our neighbours at the Sollern Ledger allow letters of a hundred lines.",
        "A walk to the foot of the dam in April was praised by a critic of the Sollern Ledger.",
        "Unlike the Sollern Ledger, we were at the foot of the dam in April.",
        "The bench at the foot of the dam was paid for by a lottery for the Sollern Ledger.",
        "The man who drives the van of the Sollern Ledger fell into the water below the dam.",
        "The Sollern Ledger, whose van blocked the road to the dam, was asked to move it.",
        "The Sollern Ledger runs a lottery.",
        "The Sollern Ledger carries no advertisements.",
        "The Sollern Ledger shows paintings in its hall.",
        "The Sollern Ledger gave a party for the keeper.",
        "The Sollern Ledger called the keeper at noon, and nobody answered.",
        "The Sollern Ledger has printed 12,000 copies.",
        "The Sollern Ledger put out its lights at noon.",
        "The Sollern Ledger publishes a cookbook each spring.",
    ],
)
def test_a_name_beside_other_matter_takes_nothing(words: str) -> None:
    assert leaned_on(words) == set()


@pytest.mark.parametrize(
    ("who", "by"), [("A study", "has found"), ("Researchers", "say"), ("A new survey", "shows")]
)
def test_a_study_without_a_name_is_the_one_that_tells_it(who: str, by: str) -> None:
    what = "1,410 otters live in the upper Sollern, one of them below a chapel"
    assert "paper" in leaned_on(f"{who} {by} that {what}.", (who, by, f"that {what}"))


def test_a_study_of_something_else_is_another() -> None:
    what = "one in three sleeps badly after a night at the theatre in Korm"
    row = ("A study", "has found", f"that {what}")
    assert "paper" not in leaned_on(f"A study has found that {what}.", row)


def test_its_author_is_the_cited_papers() -> None:
    text = (
        "There are otters again, according to the Institute for Rivers.\n\n"
        "Its author, Runa Feld, said that they sleep by day."
    )
    rests = leaned_on(text, ("Its author, Runa Feld", "said", "that they sleep by day"))
    assert rests == {"paper"}


@pytest.mark.parametrize(
    "words",
    [
        "A memo obtained by this newspaper warns of a leak.",
        "The dam leaks: a letter from the keeper, seen by the Lower Post, puts it at ten litres.",
        "It is true: the contract, a copy of which was sent to us, says so on its first page.",
        "We have seen the minutes, and they speak of a leak.",
        "The Lower Post has obtained a copy of the report on the wall.",
        "Photographs and an internal e-mail shown to our reporter prove it.",
        "A draft leaked to the Lower Post foresees a new wall.",
    ],
)
def test_a_paper_that_was_shown_is_a_source(words: str) -> None:
    found = compare_origins([LEDGER, told("post", "Lower Post", "2031-04-21", f"{words}\n")])
    assert [node.kind for node in found.sources] == ["document"]


@pytest.mark.parametrize(
    "words",
    [
        "Three letters about the dam have reached this office.",
        "He read a letter at the window.",
        "The keeper was sent a letter by the ministry.",
        "A letter to the Sollern Ledger lay on the bench.",
        "We have seen better days.",
    ],
)
def test_a_paper_that_lies_about_is_none(words: str) -> None:
    found = compare_origins([LEDGER, told("post", "Lower Post", "2031-04-21", f"{words}\n")])
    assert not found.sources


@pytest.mark.parametrize(
    "foot",
    [
        "(c) Fell Features. All rights reserved.",
        "© 2031 Fell Features",
        "Distributed by Fell Features",
    ],
)
def test_two_papers_with_one_syndicates_column_lean_on_it_and_not_on_each_other(foot: str) -> None:
    column = f"{SEEPS}, and nobody has told my aunt, who swims there.\n\nShe swims on her back.\n"
    one = told("one", "Hill Star", "2031-05-01", f"{column}\n{foot}\n")
    two = told("two", "Vale Sun", "2031-05-02", f"{column}\n{foot}\n")

    assert set(edges(compare_origins([one, two]))) == {
        ("one", "Fell Features"),
        ("two", "Fell Features"),
    }


def test_the_house_of_a_line_of_rights_is_no_agency() -> None:
    paper = told("one", "Hill Star", "2031-05-01", "It rained.\n\n© Hill Holdings 2031\n")
    assert not edges(compare_origins([paper, LEDGER]))


def test_the_line_below_a_post_says_whose_it_is(tmp_path: Path) -> None:
    page = (
        "<html><body><article><p>The post was all over town by noon, and then it was gone.</p>"
        "<blockquote><p>The gate is stuck. Keep off the weir until we say so.</p>"
        "<p>— Sollern Water Board</p></blockquote>"
        "<p>Nobody kept off the weir, as far as this paper could see.</p></article></body></html>"
    )
    (tmp_path / "post.html").write_text(page, encoding="utf-8")
    document = open_document(tmp_path / "post.html")
    post = Told("post", Reading(document, (), "by hand", ()), "Lower Post", "2031-04-21")

    assert set(edges(compare_origins([LEDGER, post]))) == {("post", "Sollern Water Board")}


def test_a_post_that_two_papers_show_shows_no_rewrite() -> None:
    words = "The gate is stuck and will be for days. Keep off the weir until we say so in writing."
    one = told("one", "Hill Star", "2031-05-01", f'It rained. "{words}"\n')
    two = told("two", "Vale Sun", "2031-05-02", f'It snowed. "{words}"\n')
    assert not edges(compare_origins([one, two]))


def counted(document: Told) -> Told:
    """With the figures that its digits make."""
    found = figures(without_grammar(document.reading.document))
    return replace(document, reading=replace(document.reading, figures=found))


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article spoke of 4,500 litres.",
        "This story originally gave the loss as 4,500 litres.",
        "We wrongly reported a loss of 4,500 litres.",
    ],
)
def test_a_figure_put_right_below_the_story_stands_on_nobody(note: str) -> None:
    story = "The dam at Sollern loses 450 litres of water an hour, the Ledger has found."
    late = "The dam at Sollern loses 4,500 litres of water an hour, the Sollern Ledger reports."
    first = counted(told("ledger", "Sollern Ledger", "2031-04-20", f"{story}\n\n{note}\n"))
    second = counted(told("post", "Lower Post", "2031-04-21", f"{late}\n"))
    passage = Passage(second.reading.document, (Span(0, late.index(", the")),))
    kept = Passage(first.reading.document, (Span(0, story.index(", the")),))

    wrong, right = rests_on([first, second], [{"post": [passage]}, {"ledger": [kept]}])

    assert (wrong.independent, wrong.withdrawn) == (0, ("ledger",))
    assert right.independent == 1
