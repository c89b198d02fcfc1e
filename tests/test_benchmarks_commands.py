"""Every benchmark that is a command answers `--help` and stands in the README."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import pytest

import benchmarks

FOLDER = Path(benchmarks.__path__[0])
WITHOUT = ("peers", "fuzz.child")
"""Commands of other environments, and of another command's own."""


def commands() -> list[str]:
    found = []
    for path in FOLDER.rglob("*.py"):
        name = ".".join(path.relative_to(FOLDER).with_suffix("").parts).removesuffix(".__main__")
        if '__name__ == "__main__"' in path.read_text("utf-8") and not name.startswith(WITHOUT):
            found.append(name)
    return sorted(found)


def test_they_stand_in_the_readme() -> None:
    told = (FOLDER / "README.md").read_text("utf-8")
    assert [each for each in commands() if not re.search(rf"-m benchmarks\.{each}\b", told)] == []


@pytest.mark.parametrize("name", ["adding", "html_tools", "opened", "paint", "room", "room_kills"])
def test_help_is_told_and_nothing_is_run(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [name, "--help"])
    with pytest.raises(SystemExit) as ended:
        importlib.import_module(f"benchmarks.{name}").main()
    assert ended.value.code == 0
    assert "--help" in capsys.readouterr().out
