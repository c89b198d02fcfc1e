"""`import quoth` as a user has it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from handmade import WIRE, StandIn

import quoth


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    monkeypatch.setattr("quoth.reader.Reader", StandIn)
    quoth._reader.cache_clear()
    yield
    quoth._reader.cache_clear()


def test_reads_a_path_bytes_and_text(tmp_path):
    path = tmp_path / "wire.txt"
    path.write_text(WIRE, encoding="utf-8", newline="")

    for reading in (
        quoth.read(path),
        quoth.read(str(path)),
        quoth.read(WIRE.encode()),
        quoth.read_text(WIRE),
    ):
        assert reading.document.text == WIRE
        assert reading.statements[0].source.text == "A harbour official"


def test_a_statement_knows_where_it_stands():
    content = quoth.read_text(WIRE).statements[2].content

    assert [place.line for place in content.places] == [4, 5]
    assert content.document.text[content.spans[0].start] == '"'


def test_a_reading_is_frozen():
    with pytest.raises(FrozenInstanceError):
        quoth.read_text(WIRE).model = "another"


def test_the_model_is_loaded_once(monkeypatch):
    loaded = []
    monkeypatch.setattr("quoth.reader.Reader", lambda model: loaded.append(1) or StandIn())

    quoth.read_text("one")
    quoth.read_text("two")

    assert loaded == [1]


def test_every_public_name_is_there():
    assert all(hasattr(quoth, name) for name in quoth.__all__)


def test_importing_it_loads_no_library():
    code = "import sys, quoth.cli; print({'numpy', 'onnxruntime', 'rich'} & set(sys.modules))"
    root = Path(__file__).parent.parent

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root)

    assert done.stdout == "set()\n"
