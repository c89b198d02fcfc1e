"""A room that stays open gives back what it no longer needs."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pytest

from quoth.web import memory


def resident() -> float:
    """MiB."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096 / 2**20


@pytest.mark.skipif(sys.platform != "linux", reason="tells its memory on Linux alone")
def test_what_is_free_in_the_middle_of_a_heap_goes_back_to_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if memory._glibc() is None:
        pytest.skip("the C library is not glibc")
    monkeypatch.setattr(memory, "PAUSE", 0.05)
    held = [bytes(4000) for _ in range(50_000)]
    kept = held[-1]  # at the end: nothing below it would be returned by itself
    full = resident()
    del held
    with memory.returned():
        until = time.monotonic() + 5
        while resident() > full - 100 and time.monotonic() < until:
            time.sleep(0.05)
    assert kept
    assert resident() < full - 100


def test_its_thread_ends_with_the_room() -> None:
    with memory.returned():
        pass
    assert "memory" not in {each.name for each in threading.enumerate()}
