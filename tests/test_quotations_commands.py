"""quoth compare quotations, and quoth verify: what a reader sees and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path

from handmade import WIRE
from test_quotations_compared import SAID, said
from test_verify import SPEECH, page

from quoth.compare import Event, verify
from quoth.compare.quotations import grouped
from quoth.export.quotations import quotations_view
from quoth.export.verification import verification_view

BENT = WIRE.replace("with 158", "with 138").replace("is false", "is not false")


def test_versions_are_shown_word_by_word_against_the_longest():
    versions = [said(SAID), said(SAID.replace("will not", "will"), "b"), said(SAID, "c")]

    shown = "".join(quotations_view(Event("Harbour", ()), grouped(versions)))

    assert "Ida Venn, 3 versions: a negation" in shown
    assert "We will [-not-] close the harbour" in " ".join(shown.split())
    assert "the same in c:s1" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_without_anything_in_common_there_is_one_clear_line():
    shown = "".join(quotations_view(Event("Harbour", ()), []))
    assert "no two carry the same utterance" in shown


def test_compare_quotations_takes_files_and_names_the_change(quoth):
    Path("one.txt").write_text(WIRE, "utf-8")
    Path("two.txt").write_text(WIRE.replace("at least 40", "at least 14"), "utf-8")
    files = ("compare", "quotations", "one.txt", "two.txt")

    found = json.loads(quoth(*files, "--format", "json").stdout)
    view = quoth(*files).stdout

    kinds = [
        version["difference"] and version["difference"]["kind"]
        for utterance in found["utterances"]
        for version in utterance["versions"]
    ]
    assert (found["type"], set(kinds)) == ("quotations", {None, "exact"})
    assert "the same in two.txt" in view


def test_verify_shows_each_quotation_with_its_verdict():
    altered = "We will close the harbour before the inquiry has heard the four pilots."
    reading = page(altered, "We shall build a school in every village by spring.")

    shown = "".join(verification_view(reading, verify(reading, [SPEECH])))

    assert "We will [-not-] close" in shown
    assert "[-forty-] {+four+} pilots" in " ".join(shown.split())
    assert "not found" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_verify_command_is_met_by_the_original_itself_and_not_by_another(quoth):
    Path("page.txt").write_text(WIRE, "utf-8")
    Path("bent.txt").write_text(BENT, "utf-8")
    own = ("verify", "page.txt", "--against", "page.txt", "--strict")
    other = ("verify", "page.txt", "--against", "bent.txt")

    assert quoth(*own).exit_code == 0
    assert quoth(*other).exit_code == 0
    assert quoth(*other, "--strict").exit_code == 3
    found = json.loads(quoth(*other, "--format", "json").stdout)
    assert (found["type"], found["originals"]) == ("verification", ["bent.txt"])
    assert "polarity" in {each["kind"] for each in found["quotations"]}


def test_an_original_that_is_not_there_takes_one_line(quoth):
    Path("page.txt").write_text(WIRE, "utf-8")

    result = quoth("verify", "page.txt", "--against", "nowhere.txt")

    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr


def test_without_files_or_an_event_it_takes_the_whole_ledger_and_compares_what_is_new(quoth):
    command = ("compare", "quotations")
    for name, text in (("one.txt", WIRE), ("two.txt", f"{WIRE}\nMore.\n"), ("bent.txt", BENT)):
        Path(name).write_text(text, "utf-8")
    quoth("add", "one.txt", "two.txt")
    before = [json.loads(line) for line in quoth(*command, "--format", "json").stdout.splitlines()]
    quoth("add", "bent.txt")
    after = [json.loads(line) for line in quoth(*command, "--format", "json").stdout.splitlines()]

    documents = [{v["document"] for u in found for v in u["versions"]} for found in (before, after)]
    assert documents == [{"1", "2"}, {"1", "2", "3"}]
    assert {utterance["type"] for utterance in after} == {"utterance"}
    assert quoth(*command, "--limit", "1").stdout.count(" versions: ") == 1
    assert "There are more than these 1" in quoth(*command, "--limit", "1").stdout


def test_a_ledger_in_which_nothing_is_near_takes_one_clear_line(quoth):
    Path("one.txt").write_text(WIRE, "utf-8")
    quoth("add", "one.txt")

    assert "No two documents carry the same utterance" in quoth("compare", "quotations").stdout
    assert quoth("compare", "quotations", "--format", "json").stdout == ""
    missing = quoth("compare", "quotations", "--ledger", "no.db")
    assert (missing.exit_code, missing.stderr.count("\n")) == (1, 1)
