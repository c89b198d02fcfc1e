"""docs/room.md: it has every address, and its examples run."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from handmade import WIRE
from rooms import ledger_with, served

from quoth.web.api.described import operations

DOCS = Path(__file__).parent.parent / "docs" / "room.md"
PAGE = "<p>A harbour official said the ferry had carried at least 40 people too many.</p>"


def examples() -> list[str]:
    """The commands that fetch something, each with the lines that it goes on in."""
    blocks = re.findall(r"```sh\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    commands = re.split(r"\n(?=curl |quoth |#|$)", "\n".join(blocks))
    return [each for each in commands if each.startswith("curl ")]


def test_every_address_is_told() -> None:
    text = DOCS.read_text("utf-8")
    paths = {re.sub(r"\{(\w+):\w+\}", r"{\1}", each.path) for each in operations()}
    twins = {f"{path}.json" for path in paths} | {"/index.json"}
    missing = {
        path
        for path in paths - twins
        if f"`{path}`" not in text and f"`/{path.rpartition('/')[2]}`" not in text
    }
    assert missing == set()


@pytest.mark.skipif(not shutil.which("curl"), reason="no curl here")
def test_the_examples_run(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "ferry.html").write_text(PAGE, "utf-8")
    ledger = ledger_with(tmp_path / "news.db")
    with served(ledger, reader="handmade:StandIn") as address:
        for each in examples():
            command = each.replace("http://127.0.0.1:8000", address).replace("curl ", "curl -f ", 1)
            done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True)
            assert done.returncode == 0, (each, done.stdout, done.stderr)
            assert done.stdout or "-o wire.html" in each, each
    assert "<!doctype html>" in (tmp_path / "wire.html").read_text("utf-8")
