"""The page on methods: what it shows runs, and prints what it says it prints."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def plain(line: str) -> str:
    """A line without its figures, which another model would change."""
    return " ".join(re.sub(r"\d+(\.\d+)?", "0", line).split())


@pytest.mark.skipif(os.name == "nt", reason="commands for a POSIX shell")
def test_what_the_page_shows_runs(tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    command = f'quoth() {{ {shlex.quote(sys.executable)} -m quoth "$@"; }}\n'
    printed = ""
    for language, code in BLOCKS:
        if language == "text":
            shown = {plain(line) for line in printed.splitlines()}
            assert {plain(line) for line in code.splitlines()} <= shown
            continue
        program = (
            ["sh", "-ec", command + code]
            if language == "sh"
            else [sys.executable, "-W", "error", "-c", code]
        )
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(program, cwd=tmp_path, env=environment, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        printed += done.stdout.decode()

    assert (tmp_path / "quality.csv").read_text().startswith("group,name,counted,measure")
