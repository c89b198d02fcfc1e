"""Documents of `benchmarks.ledger_made` before they are texts: who says what, where and when."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from typing import cast

import numpy as np

from benchmarks.ledger_words import NAMES, Ranks, Words, name, pick, word
from quoth.records import Form

FIRST, DAYS = date(2030, 1, 1), 12 * 365
OUTLETS = 400
REPRINTS, VERSIONS, UNDATED = 0.08, 0.04, 0.03
RECENT = 2000
"""So many documents back a reprint or a new version reaches."""
FORMS = (("indirect", 0.62), ("direct", 0.23), ("mixed", 0.15))
CUES = (
    *(("said say assert positive", 0.55), ("told tell assert positive", 0.1)),
    *(("warned warn warn positive", 0.06), ("denied deny deny negative", 0.06)),
    *(("confirmed confirm confirm positive", 0.05), ("demanded demand demand positive", 0.05)),
    *(("reported report report positive", 0.08), ("asked ask question positive", 0.03)),
    *(("admitted admit admit positive", 0.015), ("apologised apologise apologise positive", 0.005)),
)
UNNAMED = (
    *(("an official", 0.3), ("a spokeswoman", 0.3), ("residents", 0.15), ("two people", 0.1)),
    *(("a report", 0.1), ("the ministry", 0.05)),
)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement before it stands in a text."""

    source: int
    """Number of a named source; below 0 of none."""
    called: str
    """What the text calls the source."""
    cue: str
    content: str
    form: Form
    number: int | None
    utterance: int
    """What was said once has one number, however often and in what wording it is passed on."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before it is one."""

    title: str
    outlet: int
    day: date | None
    address: str
    said: tuple[Said, ...]


def drafts(seed: int, echoes: float = 0.0) -> Iterator[Draft]:
    """Without end, the same each time.

    Of the statements in quotation marks the share `echoes` are ones that stand in a recent
    document, in wording near that.
    """
    draw = np.random.default_rng(seed)
    maker = _Maker(draw, echoes)
    recent: deque[Draft] = deque(maxlen=RECENT)
    for number in count():
        chance = draw.random()
        old = recent[int(draw.integers(len(recent)))] if recent else None
        if old and chance < REPRINTS:
            draft = maker.reprint(old, number)
        elif old and chance < REPRINTS + VERSIONS:
            draft = maker.version(old)
        else:
            draft = maker.draft(number)
        recent.append(draft)
        maker.heard += [said for said in draft.said if said.form == "direct"]
        yield draft


class _Maker:
    """Draws drafts."""

    def __init__(self, draw: np.random.Generator, echoes: float) -> None:
        self._draw = draw
        self._echoes = echoes
        self.heard: deque[Said] = deque(maxlen=30 * RECENT)
        self._words = Words(draw)
        self._names = Ranks(draw, NAMES)
        self._outlets = Ranks(draw, OUTLETS)
        self._utterances = count()

    def draft(self, number: int) -> Draft:
        size = 1 + int(self._draw.lognormal(3.1, 0.75))
        voices = [next(self._names) for _ in range(1 + size // 6)]
        said = tuple(self._said(voices) for _ in range(size))
        outlet = next(self._outlets)
        return Draft(self._title(), outlet, self._day(), _address(outlet, number), said)

    def reprint(self, old: Draft, number: int) -> Draft:
        outlet = next(self._outlets)
        day = old.day and old.day + timedelta(days=int(self._draw.integers(4)))
        return replace(
            old, title=self._title(), outlet=outlet, day=day, address=_address(outlet, number)
        )

    def version(self, old: Draft) -> Draft:
        at = int(self._draw.integers(len(old.said)))
        altered = replace(
            old.said[at],
            content=self._content(None),
            number=None,
            utterance=next(self._utterances),
        )
        return replace(old, said=(*old.said[:at], altered, *old.said[at + 1 :]))

    def _said(self, voices: list[int]) -> Said:
        unnamed = self._draw.random() < 0.3
        source = -1 if unnamed else voices[int(self._draw.integers(len(voices)))]
        called = pick(self._draw, UNNAMED) if unnamed else name(source)
        number = round(self._draw.lognormal(4.0, 2.0)) if self._draw.random() < 0.2 else None
        form = cast(Form, pick(self._draw, FORMS))
        if self._echoes and self.heard and form == "direct" and self._draw.random() < self._echoes:
            return self._echo(self.heard[int(self._draw.integers(len(self.heard)))])
        cue, content = pick(self._draw, CUES), self._content(number)
        return Said(source, called, cue, content, form, number, next(self._utterances))

    def _content(self, number: int | None) -> str:
        words = self._words.take(4 + int(self._draw.lognormal(2.4, 0.55)))
        if number is not None:
            words[len(words) // 2] = str(number)
        return " ".join(words)

    def _echo(self, said: Said) -> Said:
        """The same utterance with words left out, changed or put in, cut, or as it was."""
        words = said.content.split()
        at = int(self._draw.integers(len(words)))
        kind = int(self._draw.integers(5))
        if kind == 0:
            del words[at : at + 1 + len(words) // 8]
        elif kind == 1:
            words[at : at + 1] = self._words.take(1)
        elif kind == 2:
            words[at:at] = self._words.take(1)
        elif kind == 3:
            words = words[: max(3, 2 * len(words) // 3)]
        content = " ".join(words) or said.content
        number = said.number if str(said.number) in words[1:] else None
        return replace(said, content=content, number=number)

    def _title(self) -> str:
        return " ".join(self._words.take(7)).capitalize()

    def _day(self) -> date | None:
        if self._draw.random() < UNDATED:
            return None
        return FIRST + timedelta(days=int(DAYS * self._draw.random() ** 0.8))


def _address(outlet: int, number: int) -> str:
    return f"https://{word(outlet + 50)}.example/{number}"
