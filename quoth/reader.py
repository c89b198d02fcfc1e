"""Document to complete reading: statements, whose they are, and what they tell."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from threading import Event
from types import TracebackType
from typing import TypeVar, cast

from quoth.ahead import in_order
from quoth.analysis import Analysis
from quoth.details import detailed
from quoth.models import MODELS
from quoth.reading import Finder
from quoth.records import Document, Reading
from quoth.sources import with_sources

Other = TypeVar("Other")

SHORTLY = 0.02
"""Seconds in which a second document shows itself, unless it comes through a slow pipe."""


class _Company:
    """Items, and whether there is only one of them, as far as can be told without waiting."""

    def __init__(self, items: Iterable[Document | Other]) -> None:
        self._items: Iterable[object] = items
        self._several = False
        self._known = Event()

    def __iter__(self) -> Iterator[object]:
        documents = 0
        for item in self._items:
            documents += isinstance(item, Document)
            if documents > 1:
                self._several = True
                self._known.set()
            yield item
        self._known.set()

    def is_alone(self) -> bool:
        self._known.wait(SHORTLY)
        return not self._several


class Reader:
    """A loaded model that reads documents.

    It holds nothing that must be closed; `with` only says how long it is needed.
    """

    def __init__(
        self,
        model: str | Traversable = MODELS[0],
        threads: int | None = None,
        min_confidence: float = 0.0,
    ) -> None:
        """`model` is "standard", "small", or a folder that holds another one.

        `threads` read side by side (all cores by default): documents, or parts of one. Statements
        less sure than `min_confidence`, from 0 to 1, are left out.

        Raises QuothError where there is no such model.
        """
        self._finder = Finder(model, min_confidence)
        self._workers = threads or _cores()
        self.model = self._finder.model

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def read(self, document: Document) -> Reading:
        """Everything in `document`, in the order of the text."""
        return self.analysed(document)[0]

    def analysed(self, document: Document) -> tuple[Reading, Analysis]:
        """The reading of `document`, and the grammar that it was read off."""
        return self._read(document, self._workers)

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Readings as they are done, in the order of `documents`, a few of which are held."""
        return cast(Iterator[Reading], self.read_each(documents))

    def read_each(self, items: Iterable[Document | Other]) -> Iterator[Reading | Other]:
        """As `read_many`, with all that is no document handed on in its place."""
        company = _Company(items)

        def read(item: object) -> Reading | Other:
            if not isinstance(item, Document):
                return cast(Other, item)
            # One alone is read by all threads, of several each by one.
            return self._read(item, self._workers if company.is_alone() else 1)[0]

        return in_order(read, company, self._workers)

    def _read(self, document: Document, workers: int) -> tuple[Reading, Analysis]:
        found, analysis = self._finder.find(document, workers)
        return detailed(with_sources(found, analysis), analysis), analysis


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
