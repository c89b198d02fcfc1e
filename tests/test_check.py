"""`quoth check`: documents held against house rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quoth.account.rules import CODES, BadRules, Rules, read_rules
from quoth.cli import main

EXAMPLE = Path(__file__).parents[1] / "examples" / "rules.toml"

ACCUSED = """\
Harbour board under fire

The guild accused Benno Straal of having stolen the lamp money.

Ilse Varga, the harbour master, said the lamp was dark. "It was dark," the baker Noor Petrov said.
"""
HEARD = ACCUSED + "\nBenno Straal said that he had never touched it.\n"
SILENT = ACCUSED + "\nStraal did not respond to a request for comment.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("accused.txt").write_text(ACCUSED, "utf-8")
    Path("heard.txt").write_text(HEARD, "utf-8")
    Path("silent.txt").write_text(SILENT, "utf-8")
    Path("one.toml").write_text(
        "unnamed_share = false\nunnamed_reason = false\nfigures_share = false\n"
        "least_sources = false\n",
        "utf-8",
    )


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], prog_name="quoth")


def test_who_is_accused_by_name_must_be_heard():
    result = run("accused.txt", "--rules", "one.toml")

    assert result.exit_code == 3
    assert "not met" in result.stdout
    assert "Benno Straal" in result.stdout
    assert "line 3" in result.stdout


@pytest.mark.parametrize("file", ["heard.txt", "silent.txt"])
def test_an_answer_or_the_word_that_there_was_none_will_do(file):
    result = run(file, "--rules", "one.toml")

    assert result.exit_code == 0, result.stdout


def test_one_source_is_too_few():
    Path("one.txt").write_text("Ilse Varga said the lamp was dark. The rain came late.\n")

    [told] = run("one.txt", "--format", "json").stdout.splitlines()

    rules = {one["rule"]: one for one in json.loads(told)["rules"]}
    assert set(rules) == set(CODES)
    assert not rules["least_sources"]["met"]
    assert rules["least_sources"]["code"] == CODES["least_sources"]
    assert rules["least_sources"]["where"][0]["place"]["line"] == 1


def test_where_no_statement_has_a_source_none_is_counted_as_enough():
    Path("word.txt").write_text("Harbour", "utf-8")

    result = run("word.txt")

    assert result.exit_code == 0
    assert "no statement has a source; at least 2" in result.stdout


def test_the_example_is_read():
    assert read_rules(str(EXAMPLE)) == Rules(
        unnamed_share=0.3, unnamed_reason=False, figures_share=0.6, least_sources=2
    )


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("sources = 2", "unknown key 'sources'; known are unnamed_share, unnamed_reason"),
        ("unnamed_share = 40", "unnamed_share is 40; give a share from 0 to 1, or false"),
        ("least_sources = 'two'", "least_sources is 'two'; give a whole number from 1, or false"),
        ("least_sources = true", "least_sources is True; give a whole number"),
        ("accused_answer = 1", "accused_answer is 1; give true or false"),
        ("= 3", "no TOML: "),
        ("a = " + "[" * 5000, "no TOML: "),
        ("least_sources = 1" + "0" * 5000, "no TOML: "),
    ],
)
def test_wrong_rules_are_told_in_one_line(toml, said):
    Path("wrong.toml").write_text(toml, "utf-8")

    with pytest.raises(BadRules, match="wrong"):
        read_rules("wrong.toml")
    result = run("heard.txt", "--rules", "wrong.toml")

    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_missing_rules_and_missing_files():
    assert run("heard.txt", "--rules", "none.toml").exit_code == 2
    assert run("none.txt").exit_code == 1
    assert run("none.txt", "accused.txt", "--rules", "one.toml").exit_code == 1
