"""Every command and snippet of the README, run as a reader of it would."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from quoth.documents import open_document
from quoth.export.fields import Fields, place_fields
from quoth.records import Span

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)|srcset=\"([^\"]+)\"|src=\"([^\"]+)\"")
BUILT = shutil.ignore_patterns(
    "*.egg-info", "*_cache", ".git", ".hypothesis", ".peers", ".venv", "__pycache__", "work"
)


@dataclass(frozen=True)
class Section:
    """A heading of the README and the blocks of code under it."""

    heading: str
    blocks: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return self.heading


SECTIONS = [
    Section(heading, tuple(BLOCK.findall(body)))
    for heading, body in re.findall(
        r"^#+ ([^\n]+)\n(.*?)(?=^#+ |\Z)", README, re.MULTILINE | re.DOTALL
    )
]
SET_UP = next(section for section in SECTIONS if section.heading == "Set up")

needs_posix = pytest.mark.skipif(os.name == "nt", reason="commands for a POSIX shell")


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """The environment of a shell in which `quoth` is this interpreter's."""
    programs = tmp_path / "bin"
    programs.mkdir()
    python = shlex.quote(sys.executable)
    briefly = shlex.quote(str(ROOT / "tests" / "briefly.py"))
    command = f"""#!/bin/sh
[ "$1" = serve ] && exec {python} {briefly} "$@"
exec {python} -m quoth "$@"
"""
    (programs / "quoth").write_text(command, encoding="utf-8")
    (programs / "quoth").chmod(0o755)
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}


@needs_posix
@pytest.mark.parametrize("section", [s for s in SECTIONS if s.blocks and s != SET_UP], ids=str)
def test_what_a_section_shows_runs(section, shell, tmp_path):
    folder = tmp_path / "quoth"
    shutil.copytree(ROOT / "examples", folder / "examples")
    if not shutil.which("jq") and any("| jq " in code for _, code in section.blocks):
        pytest.skip("jq is not installed")

    for language, code in section.blocks:
        if language == "json":
            continue
        program = ["sh", "-ec"] if language == "sh" else [sys.executable, "-W", "error", "-c"]
        done = subprocess.run([*program, code], cwd=folder, env=shell, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        assert done.stderr == b""


def test_all_code_is_of_a_kind_that_is_run_or_compared():
    languages = {language for language, _ in BLOCK.findall(README)}

    assert languages == {"sh", "python", "json"}


def test_the_statement_that_is_shown_is_as_the_program_writes_it():
    from handmade import wire

    from quoth.export import json_lines

    [code] = [code for language, code in BLOCK.findall(README) if language == "json"]
    shown = json.loads(code)
    written = json.loads(list(json_lines(wire()))[1])

    assert keys(shown) == keys(written)
    document = open_document(ROOT / shown["document"])
    for part in ("source", "cue", "content"):
        [(start, end)] = shown[part]["spans"]
        assert document.text[start:end] == shown[part]["text"]
    block = document.block_at(start)
    assert shown["content"]["places"] == [
        place_fields(document.layout.place(Span(start, end), block))
    ]


def keys(fields: Fields) -> list[object]:
    """The keys of an object in their order, with those of the objects in it."""
    return [
        (key, keys(value) if isinstance(value, dict) else None) for key, value in fields.items()
    ]


@pytest.mark.parametrize("link", ["".join(groups) for groups in LINK.findall(README)])
def test_a_link_leads_somewhere(link):
    assert (ROOT / link).exists()


@needs_posix
@pytest.mark.skipif(
    os.environ.get("QUOTH_SET_UP") != "1", reason="installs twice; QUOTH_SET_UP=1 runs it"
)
def test_the_two_commands_set_all_up_from_nothing(tmp_path):
    clone = tmp_path / "clone"
    shutil.copytree(ROOT, clone, ignore=BUILT)
    # A fresh machine knows nothing of this environment, and its tests do not set up again.
    ours_alone = ("CI", "PYTHONPATH", "QUOTH_SET_UP", "VIRTUAL_ENV")
    bare = {name: value for name, value in os.environ.items() if name not in ours_alone}
    ours = str(Path(sys.executable).parent)
    bare["PATH"] = os.pathsep.join(p for p in bare["PATH"].split(os.pathsep) if p != ours)
    bare["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    # All are imported, some run: whoever sets QUOTH_SET_UP has all run beside this one.
    bare["PYTEST_ADDOPTS"] = "-k read_command"

    (_, read), (_, tests) = SET_UP.blocks

    for command, sign in ((read, r"^ Statements "), (tests, r"^\d+ passed.* in \d")):
        done = subprocess.run(["sh", "-ec", command], cwd=clone, env=bare, capture_output=True)
        printed = done.stdout.decode()
        assert done.returncode == 0, printed + done.stderr.decode()
        assert re.search(sign, printed, re.MULTILINE)
