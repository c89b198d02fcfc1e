"""Reading in a process of its own: what takes too long is given up, and the next goes on."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from threading import Event, Timer

import pytest
from handmade import WIRE, StandIn

from quoth.aside import Aside, NotRead, Read
from quoth.documents import Options
from quoth.records import Document, Reading


@dataclass
class Slow(StandIn):
    """Takes a minute for a text that asks for it."""

    def read(self, document: Document) -> Reading:
        if "slow" in document.text:
            time.sleep(60)
        return super().read(document)


def read(text: str, declared: str | None = None, characters: int = 10_000) -> Read:
    data = text.encode(declared or "utf-8")
    return Read(data, "text.txt", declared, "json", Options(), characters, "standard")


def test_one_reads_what_the_other_could_not_hold_up() -> None:
    aside = Aside(f"{__name__}:Slow")
    try:
        with pytest.raises(NotRead, match=r"took longer than 0.5 s to read"):
            list(aside.ask(read("A slow one."), 0.5))
        [answer] = aside.ask(read(WIRE), 60)
        assert len(json.loads(str(answer))["statements"]) == 6

        with pytest.raises(NotRead, match="has 500 characters, more than the 400"):
            list(aside.ask(read("word " * 100, characters=400), 60))
        [answer] = aside.ask(read("An official said “no” — naïvely.", "cp1252"), 60)
        assert json.loads(str(answer))["text"] == "An official said “no” — naïvely."

        stop = Event()
        Timer(0.1, stop.set).start()
        assert list(aside.ask(read("A slow one."), 60, stop)) == []
    finally:
        aside.close()
    with pytest.raises(NotRead, match="reading has ended here"):
        list(aside.ask(read(WIRE), 60))
