"""Marks as tools keep them, each under a key of its own, put together to one record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args

from quoth.imports.pieces import united
from quoth.imports.records import MarkedSource, MarkedStatement, Spans, Verdict, place
from quoth.records import Act, Form, Kind, Polarity, Stance

VALUES: Mapping[str, tuple[str, ...]] = {
    "form": get_args(Form),
    "act": get_args(Act),
    "stance": get_args(Stance),
    "polarity": get_args(Polarity),
    "verdict": get_args(Verdict),
    "kind": get_args(Kind),
}
"""What may be told of a statement or, `kind`, of a source."""
_LONGEST = 50


class Wrong(Exception):
    """Something in a file does not fit; its text is the reason, in one line."""


def excerpt(words: str) -> str:
    """`words` as they are told in a message."""
    shown = " ".join(words.split())
    return f"“{shown if len(shown) <= _LONGEST else f'{shown[: _LONGEST - 1]}…'}”"


class Assembly:
    """Mentions and statements of one document while its file is read."""

    def __init__(self) -> None:
        self._statements: dict[str, MarkedStatement] = {}
        self._who: dict[str, list[str]] = {}
        self._within: dict[str, str] = {}
        self._mentions: dict[str, Spans] = {}
        self._known_as: dict[str, str] = {}
        self._kinds: dict[str, Kind] = {}
        self._leads: dict[str, str] = {}
        """From each mention to another of the same source, or to itself."""

    def mention(self, key: str, spans: Spans, known_as: str | None = None) -> None:
        """A place that means some source, whose id in the reading was `known_as`."""
        self._mentions[key] = united(spans)
        self._leads[key] = key
        if known_as:
            self._known_as[key] = known_as

    def same(self, keys: Iterable[str]) -> None:
        """All these mentions mean one source."""
        for first, second in pairwise(keys):
            self._leads[self._lead(second)] = self._lead(first)

    def statement(self, key: str, marked: MarkedStatement, who: list[str]) -> None:
        """A statement; the first of the mentions `who`, if any, says who answers for it."""
        if not marked.content:
            raise Wrong(f"{key} has no content")
        content, source, cue = (
            united(spans) for spans in (marked.content, marked.source, marked.cue)
        )
        self._statements[key] = replace(marked, content=content, source=source, cue=cue)
        self._who[key] = who[:1]

    def within(self, inner: str, outer: str) -> None:
        """The statement `inner` lies in the content of `outer`."""
        self._within[inner] = outer

    def tell(self, target: str, name: str, value: str) -> None:
        """An attribute of a statement, or the kind of a source."""
        if name not in VALUES:
            return
        if value not in VALUES[name]:
            raise Wrong(
                f"{target} has the {name} {excerpt(value)}; known: {', '.join(VALUES[name])}"
            )
        told: dict[str, Any] = {name: value}
        if name == "kind":
            self._kinds[target] = told[name]
        elif target in self._statements:
            self._statements[target] = replace(self._statements[target], **told)

    def done(self) -> tuple[tuple[MarkedStatement, ...], tuple[MarkedSource, ...]]:
        """Statements and sources by their places.

        Raises Wrong where something names what is not there.
        """
        clusters: dict[str, list[str]] = {}
        for key in sorted(self._mentions, key=lambda key: place(self._mentions[key])):
            clusters.setdefault(self._lead(key), []).append(key)
        people = {lead: number for number, lead in enumerate(clusters)}
        order = sorted(self._statements, key=lambda key: place(self._statements[key].content))
        numbers = {key: number for number, key in enumerate(order)}
        statements = tuple(
            replace(
                self._statements[key],
                who=next((people[self._lead(each)] for each in self._who[key]), None),
                within=self._number(numbers, self._within.get(key)),
            )
            for key in order
        )
        return statements, tuple(self._source(keys) for keys in clusters.values())

    def _source(self, keys: list[str]) -> MarkedSource:
        return MarkedSource(
            tuple(dict.fromkeys(self._mentions[key] for key in keys)),
            next((self._known_as[key] for key in keys if key in self._known_as), None),
            next((self._kinds[key] for key in keys if key in self._kinds), None),
        )

    def _lead(self, key: str) -> str:
        if key not in self._leads:
            raise Wrong(f"{key} stands for a source and is no mention of one")
        while self._leads[key] != key:
            key = self._leads[key]
        return key

    def _number(self, numbers: Mapping[str, int], key: str | None) -> int | None:
        if key is not None and key not in numbers:
            raise Wrong(f"{key} is used and nowhere marked")
        return numbers[key] if key is not None else None
