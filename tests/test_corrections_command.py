"""`quoth correct`, `undo` and `corrections`: what people say, on the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from handmade import WIRE

from quoth.ledger import open_ledger

Quoth = Callable[..., Result]


@pytest.fixture
def kept(quoth: Quoth) -> Quoth:
    """The command line beside a ledger of one document with six statements."""
    Path("wire.txt").write_text(WIRE)
    quoth("add", "wire.txt")
    return quoth


def output(result: Result) -> str:
    """What was printed, ids left out."""
    assert result.exit_code == 0, result.output
    return re.sub(r"^[0-9a-f]{8}", "ID", result.output, flags=re.M)


def verdicts() -> dict[str, str]:
    with open_ledger("quoth.db") as ledger:
        sql = "SELECT id, verdict FROM statements_flat WHERE verdict IS NOT NULL"
        return dict(ledger.store.rows(sql))


def test_statements_are_confirmed_and_rejected_many_at_once(kept: Quoth) -> None:
    confirmed = output(kept("correct", "1:s1", "1:s2", "--confirm"))
    assert confirmed == (
        "ID  1:s1 confirmed: “the ferry had carried at least 40 people too many”\n"
        "ID  1:s2 confirmed: “that account”\n"
    )
    output(kept("correct", "1:s3", "--reject"))
    assert verdicts() == {"1:s1": "confirmed", "1:s2": "confirmed"}


def test_a_document_may_be_named_by_its_path(kept: Quoth) -> None:
    assert output(kept("correct", "wire.txt:s2", "--confirm")).startswith("ID  1:s2 confirmed")


def test_several_parts_are_edited_in_one_command(kept: Quoth) -> None:
    parts = ("--content", "Just read us the list", "--cue", "", "--source", "Ida Lund")
    assert output(kept("correct", "1:s4", *parts, "--kind", "person")) == (
        "ID  1:s4 content: “Just read us the list”\n"
        "ID  1:s4 cue: none\n"
        "ID  1:s4 answered for by Ida Lund\n"
    )
    failed = kept("correct", "1:s2", "--content", "that", "--cue", "no such")
    assert failed.exit_code == 1
    assert verdicts() == {"1:s4": "edited"}


def test_sources_are_merged_and_split(kept: Quoth) -> None:
    assert output(kept("correct", "1:p2", "1:p3", "--merge")) == (
        "ID  1 one source: The operator, one man\n"
    )
    assert output(kept("correct", "1:p2", "--split", "one man", "--kind", "person")) == (
        "ID  1 not The operator but another source: “one man”\n"
    )


def test_a_missing_statement_is_added_with_who_answers_for_it(kept: Quoth) -> None:
    result = kept("correct", "1", "--add", "killing at least 31", "--source", "Ida Lund")
    assert "added: “killing at least 31”" in result.output
    assert list(verdicts().values()) == ["added"]


def test_the_last_correction_is_undone_or_the_one_named(kept: Quoth) -> None:
    first = kept("correct", "1:s1", "--confirm").output.split()[0]
    kept("correct", "1:s2", "--confirm")
    assert output(kept("undo")) == "ID  undone: 1:s2 confirmed: “that account”\n"
    assert kept("undo", first[:5]).output.startswith(first)
    assert verdicts() == {}
    assert "there is no correction or decision that counts" in kept("undo").output


def test_undoing_says_what_does_not_fit_any_more(kept: Quoth) -> None:
    kept("correct", "1", "--add", "killing at least 31", "--source", "Ida Lund")
    [added, _] = [line.split()[0] for line in kept("corrections").output.splitlines()[::2]]
    assert "does not fit now: nothing stands there any more" in kept("undo", added).output
    assert "answered for by Ida Lund" in kept("corrections", "--conflicts").output


def test_corrections_are_listed_with_who_when_and_why(kept: Quoth) -> None:
    kept("correct", "1:s1", "--reject", "--who", "ida", "--why", "a headline")
    kept("undo", "--who", "ole")
    assert re.fullmatch(
        r"[0-9a-f]{8}  1:s1 rejected: “the ferry had carried at least 40 people too many”\n"
        r" {10}ida, 20\d\d-\d\d-\d\d \d\d:\d\d: a headline\n"
        r" {10}undone: ole, 20\d\d-\d\d-\d\d \d\d:\d\d\n",
        kept("corrections", "wire.txt").output,
    )
    [line] = kept("corrections", "--format", "jsonl").output.splitlines()
    fields = json.loads(line)
    assert (fields["action"], fields["who"], fields["undone"]["who"]) == ("reject", "ida", "ole")
    assert fields["value"]["statement"]["content"]["spans"] == [[74, 123]]


def test_who_says_so_may_stand_in_the_environment(
    kept: Quoth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTH_WHO", "Ida Orr")
    kept("correct", "1:s1", "--confirm")
    assert "Ida Orr, " in kept("corrections").output


WRONG = (
    (("1:s1",), "say one thing"),
    (("1:s1", "--confirm", "--reject"), "say one thing"),
    (("1:s1", "1:s2", "--cue", "said"), "name one at a time"),
    (("1:s1", "2:s1", "--confirm"), "2: no such document"),
    (("1:s99", "--confirm"), "1:s99: no such statement"),
    (("1:s1", "--cue", "list"), '"list" stands 2 times; say which by START:END: 284:288, 323:327'),
    (("1:p1", "--merge"), "name two sources or more"),
    (("1:p1", "--split", "A harbour official"), "these are all its mentions"),
)


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_what_cannot_be_done_is_told_in_one_line(
    kept: Quoth, arguments: tuple[str, ...], message: str
) -> None:
    result = kept("correct", *arguments)
    assert result.exit_code in (1, 2)
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert kept("corrections").output == ""
