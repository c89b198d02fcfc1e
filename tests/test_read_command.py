"""`quoth read` as a user has it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from handmade import WIRE


@pytest.fixture(autouse=True)
def files(quoth):
    Path("wire.txt").write_text(WIRE, encoding="utf-8", newline="")
    Path("weather.txt").write_text("It will rain.\n", encoding="utf-8", newline="")


def test_shows_each_statement_for_people(quoth, expected):
    result = quoth("read", "wire.txt")

    assert result.exit_code == 0
    expected("read.txt", result.stdout_bytes)


def test_gives_several_documents_a_heading_each(quoth, expected):
    expected("read-several.txt", quoth("read", "wire.txt", "weather.txt").stdout_bytes)


@pytest.mark.parametrize("form", ["jsonl", "json", "csv"])
def test_writes_data(quoth, expected, form):
    result = quoth("read", "wire.txt", "weather.txt", "--format", form)

    expected(f"read.{form}", result.stdout_bytes)


def test_reads_standard_input(quoth):
    result = quoth("read", "-", "--format", "jsonl", stdin=WIRE.encode())

    assert json.loads(result.stdout.splitlines()[0])["document"] == "standard input"


def test_goes_on_after_a_failure_and_reports_it(quoth):
    result = quoth("read", "missing.txt", "weather.txt", "--format", "jsonl")

    failure, weather = map(json.loads, result.stdout.splitlines())
    assert failure["type"] == "failure"
    assert failure["document"] == "missing.txt"
    assert weather["document"] == "weather.txt"
    assert result.stderr == f"quoth: missing.txt: {failure['reason']}\n"
    assert result.exit_code == 1
