"""`quoth compare figures`, and what it shows: a table, data, a picture."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import Result
from test_compare_figures import told

from quoth.compare import Event, compare_figures
from quoth.export.characters import excerpt
from quoth.export.compared_figures import figures_json, figures_view
from quoth.export.figures_chart import NoCharts, figures_chart

DOCUMENTS = (
    told(
        "The blast killed 26 people, police said.",
        ("26", 26, "people"),
        key="a.txt",
        source="police",
        day="2034-11-14",
    ),
    told(
        "In the market 31 people died, police said.",
        ("31", 31, "people"),
        key="b.txt",
        source="police",
        day="2034-11-14",
    ),
    told(
        "At least 40 people were killed, the Front said.",
        ("At least 40", 40, "people"),
        key="c.txt",
        source="the Front",
        day="2034-11-15",
        bound="at_least",
    ),
)
EVENT = Event("market", DOCUMENTS)
THINGS = compare_figures(DOCUMENTS)


def test_the_view_has_a_row_for_each_figure_and_why_they_differ() -> None:
    view = "".join(figures_view(EVENT, THINGS))
    assert max(map(len, view.splitlines())) <= 80
    assert "people: dead" in view
    for words in ("26", "31", "at least 40", "police", "the Front", "line 1", "2034-11-15"):
        assert words in view
    assert "conflict  26 → 31" in view
    assert "“The blast killed 26 people, police said.”" in view
    assert "not later count: both hold for 2034-11-14" in view
    assert "other source  31 → at least 40" in view


def test_data_has_every_difference_with_both_passages() -> None:
    [thing] = json.loads(figures_json(EVENT, THINGS))["things"]
    assert [row[0]["low"] for row in thing["rows"]] == [26, 31, 40]
    assert thing["rows"][2][0]["high"] is None
    conflict = thing["differences"][0]
    assert (conflict["one"], conflict["other"], conflict["relation"]) == (0, 1, "conflict")
    assert [passage["text"] for passage in conflict["passages"]] == [
        "The blast killed 26 people, police said.",
        "In the market 31 people died, police said.",
    ]
    assert set(conflict["tested"]) == {
        "other thing",
        "other unit",
        "other bound",
        "later count",
        "other source",
    }


def test_the_picture_is_the_same_each_time_and_tells_what_it_shows() -> None:
    pytest.importorskip("matplotlib")
    svg = figures_chart(THINGS)
    assert svg is not None
    assert figures_chart(THINGS) == svg
    root = ElementTree.fromstring(svg)
    told = root.findtext("{http://www.w3.org/2000/svg}desc")
    assert told is not None
    assert "2034-11-14, 26 · police" in told
    assert root.get("role") == "img"
    assert "26 · police</text>" in svg  # text stays text
    assert "20" not in "".join(root.findtext("{*}metadata") or "")
    # On a page it takes the colour of its letters, and a phone is wide enough for it.
    assert "currentColor" in svg
    assert "#000000" not in svg
    assert float(root.get("width", "").removesuffix("pt")) <= 290


def test_a_long_sentence_is_cut_between_words() -> None:
    text = f"{'Northward ' * 9}26 people were killed{' southward' * 9}."
    at = text.index("26")
    cut = excerpt(text, at, at + 2, 60)
    assert cut == "… Northward Northward 26 people were killed southward …"
    assert excerpt(text, at, at + 2, 999) == text
    # Where no white space tells words, nothing is lost of what stands near.
    assert excerpt("水" * 50, 20, 21, 11) == f"… {'水' * 11} …"


def test_without_days_or_figures_there_is_no_picture() -> None:
    assert figures_chart(()) is None
    undated = compare_figures(
        told(f"A bomb killed {n} people.", (str(n), n, "people"), key=str(n), day=None)
        for n in (3, 4)
    )
    assert figures_chart(undated) is None


def test_a_picture_without_matplotlib_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: object) -> object:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(NoCharts, match=r"pip install 'quoth\[charts\]'"):
        figures_chart(THINGS)


def test_files_without_figures_have_nothing_to_compare(quoth: Callable[..., Result]) -> None:
    Path("one.txt").write_text("Ann Marsh denied it.\n")
    Path("two.txt").write_text("A man said no.\n")
    shown = quoth("compare", "figures", "one.txt", "two.txt")
    assert shown.exit_code == 0
    assert "No figure of one thing in two documents." in shown.output
    data = quoth("compare", "figures", "one.txt", "--format", "json")
    assert json.loads(data.output)["things"] == []


def test_a_picture_needs_a_file_and_something_to_draw(quoth: Callable[..., Result]) -> None:
    Path("one.txt").write_text("Ann Marsh denied it.\n")
    assert quoth("compare", "figures", "one.txt", "--picture", "-").exit_code == 2
    nothing = quoth("compare", "figures", "one.txt", "--picture", "toll.svg")
    assert nothing.exit_code == 0
    assert "no chart" in nothing.output
    assert not Path("toll.svg").exists()
