"""The report: one page that holds all comparisons of an event, fetches nothing and runs nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from handmade import WIRE, reading_of, worked_out
from ledgers import PAGE
from markup import HOSTILE, Page, contrast

from quoth.compare import Event, Told, from_readings
from quoth.compare.claims import Claims
from quoth.documents import from_text, open_document
from quoth.export.figures_chart import NoCharts
from quoth.export.report.page import report
from quoth.records import Reading

LOOKS = Path(__file__).parents[1] / "quoth/export/static/looks.css"


def wire(text: str = WIRE, name: str = "wire.txt") -> Reading:
    return worked_out(reading_of(replace(from_text(text), name=name)))


@pytest.fixture
def told(tmp_path: Path) -> tuple[Told, ...]:
    """A text and a page that has an address, with the same statements."""
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")
    return from_readings([wire(), worked_out(reading_of(open_document(page)))])


def test_every_line_leads_to_its_place(told):
    page = Page(report(Event("Petrel", told)))

    ids = page.values("id")
    inward = [link[1:] for link in page.values("href") if link.startswith("#")]
    assert not [name for name, times in Counter(ids).items() if times > 1]
    assert set(inward) <= set(ids)
    assert {"d1-s1", "d2-s1", "d1-f0"} <= set(ids)
    assert "d1-s1" in inward
    assert page.wrong == []


def test_what_has_an_address_leads_there_too_at_its_words(told):
    out = [link for link in Page(report(Event("Petrel", told))).values("href") if link[0] != "#"]

    assert "https://coastwise.example/ferry" in out
    fragment = "#:~:text=the%20ferry%20had%20carried%20at%20least%2040%20people%20too%20many."
    assert f"https://coastwise.example/ferry{fragment}" in out


def test_nothing_is_fetched_and_nothing_runs(told):
    text = report(Event("Petrel", told))
    page = Page(text)

    assert not {"script", "link", "img", "iframe", "object", "form"} & {n for n, _ in page.elements}
    assert not page.values("src")
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on")]
    assert not re.findall(r"url\((?!#)", text)
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_without_a_library_that_draws_it_has_its_tables_and_says_so(quoth, monkeypatch):
    def missing(things):
        raise NoCharts

    monkeypatch.setattr("quoth.export.report.figures.figures_chart", missing)
    Path("one.txt").write_text(WIRE, "utf-8")

    result = quoth("report", "--event", "Petrel", "one.txt")

    assert result.exit_code == 0
    assert result.stdout.rstrip().endswith("</html>")
    assert result.stderr == (
        "quoth: the report has tables only: a chart needs matplotlib: pip install 'quoth[charts]'\n"
    )


def test_words_of_documents_are_never_markup(tmp_path):
    said = WIRE.replace("overloaded", HOSTILE).replace("A harbour official", HOSTILE)
    reading = wire(said, HOSTILE)
    told = [Told(HOSTILE, reading, HOSTILE, HOSTILE), Told("b", reading, f"b {HOSTILE}", None)]

    text = report(Event(HOSTILE, tuple(told)))
    page = Page(text)

    assert page.count("script") == page.count("img") == 0
    assert not page.values("onerror")
    assert "{{ 7 * 7 }}" in text
    assert page.wrong == []


def test_an_address_that_is_no_page_is_no_link(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("https://coastwise.example/ferry", "javascript:alert(1)"), "utf-8")

    text = report(Event("x", from_readings([worked_out(reading_of(open_document(page)))])))

    assert not [link for link in Page(text).values("href") if "javascript" in link]


def test_it_is_a_page_that_a_screen_reader_finds_its_way_in(told):
    text = report(Event("Petrel", told))
    page = Page(text)

    assert [page.count(tag) for tag in ("main", "nav", "h1", "footer")] == [1, 1, 1, 1]
    assert 'class="skip" href="#glance"' in text
    assert '<html lang="en">' in text
    assert page.count("table") == page.count("caption")
    assert all(attrs.get("scope") for tag, attrs in page.elements if tag == "th")
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert set(" ".join(page.values("aria-labelledby")).split()) <= set(page.values("id"))


def test_its_colours_can_be_told_apart_in_light_and_dark():
    light, dark = re.findall(r":root \{(.*?)\}", LOOKS.read_text("utf-8"), re.DOTALL)
    for shades in (light, dark):
        colour = dict(re.findall(r"--(\w+): (#\w{6})", shades))
        for ink, ground in (
            ("ink", "ground"),
            ("soft", "ground"),
            ("link", "ground"),
            ("link", "paper"),
            ("print", "paper"),
            ("print", "target"),
            ("ink", "raised"),
            ("worse", "paper"),
            ("better", "paper"),
            ("worse", "ground"),
            ("better", "ground"),
        ):
            assert contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground)


def test_passages_that_cross_are_both_marked_and_no_word_is_lost():
    from quoth.export.report.text import blocks
    from quoth.records import Span

    reading = wire("One two three four.\n")
    found = {"a": (Span(0, 13),), "b": (Span(4, 18),)}

    [block] = blocks(Told("x", reading, None, None), 1, found)

    assert Page(block).wrong == []
    assert re.sub("<[^>]*>", "", block) == "One two three four."
    assert 'id="d1-a"' in block
    assert 'id="d1-b"' in block


def test_one_document_is_a_report_too():
    text = report(Event("Alone", (Told("wire.txt", wire(), None, None),)))

    assert "1 document, 1 outlet" in text
    assert Page(text).wrong == []


def test_two_hundred_documents_make_a_page_in_reasonable_time(monkeypatch):
    # Claims take a model, and have tests of their own.
    monkeypatch.setattr(
        "quoth.export.report.findings.compare_claims", lambda told: Claims(tuple(told), (), ())
    )
    told = tuple(
        Told(str(n), wire(WIRE.replace("158", str(n)), str(n)), f"Paper {n}", "2031-03-02")
        for n in range(200)
    )

    start = process_time()
    text = report(Event("Much", told))

    assert process_time() - start < 20
    assert len(text) < 5_000_000


def test_the_command_takes_files_and_writes_one_page(quoth):
    Path("one.txt").write_text(WIRE, "utf-8")
    Path("two.txt").write_text(WIRE, "utf-8")

    result = quoth("report", "--event", "Petrel", "one.txt", "two.txt", "-o", "petrel.html")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "<h1>Petrel</h1>" in Path("petrel.html").read_text("utf-8")


def test_the_command_takes_an_event_of_the_ledger(quoth):
    Path("one.txt").write_text(WIRE, "utf-8")
    Path("two.txt").write_text(f"Again\n\n{WIRE}", "utf-8")
    quoth("add", "one.txt", "two.txt", "--event", "Petrel", "--ledger", "news.db")

    result = quoth("report", "--event", "Petrel", "--ledger", "news.db")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "2 documents" in result.stdout
    assert quoth("report", "--event", "No such", "--ledger", "news.db").exit_code == 1


def test_an_event_must_be_named(quoth):
    result = quoth("report", "one.txt")

    assert result.exit_code == 2
    assert result.stderr == "quoth: name the event by --event; see quoth report --help\n"
