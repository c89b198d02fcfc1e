"""The page on corrections: what it shows runs, and prints what it says it prints."""

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
PAGE = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.skipif(os.name == "nt", reason="commands for a POSIX shell")
def test_what_the_page_shows_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    quoth = f'quoth() {{ {shlex.quote(sys.executable)} -m quoth "$@"; }}\n'
    programs = {
        "sh": ["sh", "-ec", quoth],
        "python": [sys.executable, "-W", "error", "-c", ""],
    }
    printed = ""
    for language, code in BLOCKS:
        if language == "text":
            assert code == printed
            continue
        *program, start = programs[language]
        done = subprocess.run(
            [*program, start + code],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
        )
        assert done.returncode == 0, done.stderr.decode()
        printed = done.stdout.decode()
