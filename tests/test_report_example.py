"""The report on the example event, as the standard model reads its documents: kept whole."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from quoth.cli import main

ROOT = Path(__file__).parents[1]


def lasting(page: str) -> str:
    """The page without what says nothing of the documents: pictures, style, version."""
    page = re.sub(r"<style>.*?</style>\n", "", page, flags=re.DOTALL)
    page = re.sub(
        r'<figure class="(?:picture|chart)"[^>]*>.*?</figure>\n', "", page, flags=re.DOTALL
    )
    return re.sub(r"Quoth \d[\w.]*", "Quoth", page)


def test_the_report_on_the_example_event(expected, monkeypatch):
    monkeypatch.chdir(ROOT)
    files = sorted(file.as_posix() for file in Path("examples/attack").iterdir())

    result = CliRunner().invoke(main, ["report", "--event", "Lantern Market", *files])

    assert result.exit_code == 0, result.stderr
    expected("attack-report.html", lasting(result.stdout))


def test_figures_are_compared_alike_in_whatever_order_documents_come(monkeypatch):
    monkeypatch.chdir(ROOT / "examples/attack")
    files = ["castrel-courier.txt", "upland-review.txt"]

    def compared(files: list[str]) -> str:
        words = ["compare", "figures", "--event", "Lantern Market", "--format", "json", *files]
        return CliRunner().invoke(main, words).stdout

    assert compared(files) == compared(files[::-1])
