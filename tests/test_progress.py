"""The bar on standard error."""

from __future__ import annotations

import io
import time
from contextlib import redirect_stderr

import pytest

from quoth.cli import progress
from quoth.cli.progress import Waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.05)
    monkeypatch.setenv("TERM", "xterm")


def read(inputs: int, seconds: float, stderr: io.StringIO) -> str:
    """What standard error shows while each of `inputs` takes `seconds`."""
    with redirect_stderr(stderr), Waiting(inputs) as waiting:
        for number in range(inputs):
            waiting.opening(number + 1)
            time.sleep(seconds)
            with waiting.counting(aside=True):
                pass
    return stderr.getvalue()


def test_comes_when_reading_takes_long():
    shown = read(inputs=2, seconds=0.2, stderr=Terminal())

    assert "0 read, input 1 of 2" in shown
    assert "1 read, input 2 of 2" in shown


def test_leaves_nothing_behind():
    assert read(inputs=1, seconds=0.2, stderr=Terminal()).endswith("\x1b[2K")


def test_stays_away_when_reading_is_quick():
    assert read(inputs=2, seconds=0, stderr=Terminal()) == ""


def test_stays_away_from_what_is_no_terminal():
    assert read(inputs=1, seconds=0.2, stderr=io.StringIO()) == ""
