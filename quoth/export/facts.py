"""What is known of one statement, fact by fact: what the document says apart from what Quoth says.

The terminal and the reading page tell the same facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from quoth.export import wording
from quoth.export.characters import one_line
from quoth.export.details import date_fields, figure_fields
from quoth.records import GAP, Date, Figure, Passage, Reading, Source, Statement

SHORT = 80
"""Characters of another statement's content that are shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a fact. `theirs` are the document's; `to` is the statement that they name."""

    text: str
    theirs: bool = False
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known; it goes on from the one before where its label is empty."""

    label: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


class Facts:
    """The facts of the statements of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sources = {each.id: each for each in reading.sources}
        self._of_source: dict[str, tuple[Fact, ...]] = {}
        self._figures: dict[str | None, list[Figure]] = defaultdict(list)
        for figure in reading.figures:
            self._figures[figure.statement].append(figure)
        self._dates: dict[str | None, list[Date]] = defaultdict(list)
        for date in reading.dates:
            self._dates[date.statement].append(date)
        self._by_id = {each.id: each for each in reading.statements}
        self._inside: dict[str, list[Statement]] = defaultdict(list)
        for each in reading.statements:
            if each.within:
                self._inside[each.within].append(each)

    def of(self, statement: Statement) -> Iterator[Fact]:
        """All that the reading knows of a statement; what is not known has no line."""
        yield from self._source(statement)
        yield _fact("cue", statement.cue)
        if cued := statement.cued:
            basis = f" ({cued.basis})" if cued.basis else ""
            yield _told("", f"{cued.lemma}: {cued.act}, {cued.stance}, {cued.polarity}{basis}")
        yield _told("form", statement.form)
        for outer in self.chain(statement):
            yield _other("within", outer)
        for inner in self._inside.get(statement.id, ()):
            yield _other("holds", inner)
        if statement.certainty is not None:
            yield _told("certainty", f"{statement.certainty:.1f} from -3 to 3")
        yield from self._details(statement.id)
        if statement.cited:
            yield _fact("cites", statement.cited)
        yield _told("confidence", f"{statement.confidence:.2f}")

    def chain(self, statement: Statement) -> Iterator[Statement]:
        """Those in which it stands, from the innermost out: on whose word it is passed on."""
        seen = {statement.id}
        while (outer := self._by_id.get(statement.within or "")) and outer.id not in seen:
            seen.add(outer.id)
            yield outer
            statement = outer

    def source(self, statement: Statement) -> Source | None:
        return self._sources.get(statement.source_id or "")

    def _source(self, statement: Statement) -> Iterator[Fact]:
        yield _fact("source", statement.source)
        if source := self.source(statement):
            if source.id not in self._of_source:
                self._of_source[source.id] = tuple(_of_source(source))
            yield from self._of_source[source.id]

    def _details(self, key: str) -> Iterator[Fact]:
        for each in self._figures.get(key, ()):
            figure = figure_fields(self._reading, each)
            low, high = _open(figure["low"]), _open(figure["high"])
            bounds = low if low == high else f"{low} to {high}"
            facts = (bounds, figure["bound"].replace("_", " "), figure["unit"])
            of = (Part(", "), Part(one_line(figure["of"]), theirs=True)) if figure["of"] else ()
            words = Part(one_line(figure["text"]), theirs=True)
            yield Fact("figure", (words, Part(f": {', '.join(filter(None, facts))}"), *of))
        for one in self._dates.get(key, ()):
            date = date_fields(self._reading, one)
            told = f": {date['value'] or 'not resolved'} ({date['how']})"
            yield Fact("date", (Part(one_line(date["text"]), theirs=True), Part(told)))


def _of_source(source: Source) -> Iterator[Fact]:
    times = len(source.mentions)
    often = "once" if times == 1 else f"{times} times"
    yield _told("", f"{wording.kind(source)}, named {often} ({source.id})")
    for label, passage in (
        ("name", source.name),
        ("role", source.role),
        ("affiliation", source.affiliation),
        ("reason", source.reason),
        *(("called", each) for each in source.descriptions),
    ):
        if passage:
            yield _fact(label, passage)


def _told(label: str, text: str) -> Fact:
    return Fact(label, (Part(text),))


def _fact(label: str, passage: Passage | None) -> Fact:
    if passage is None:
        return _told(label, "none")
    return Fact(label, (Part(one_line(passage.text), theirs=True),))


def _other(label: str, other: Statement) -> Fact:
    """Another statement of the document, in short."""
    content = one_line(other.content.text.replace(GAP, " "))
    shortened = content if len(content) <= SHORT else f"{content[: SHORT - 1]}…"
    who = Part(one_line(other.source.text), True) if other.source else Part("(no source)")
    parts = (Part(other.id, to=other.id), Part(" "), who, Part(": "), Part(shortened, True))
    return Fact(label, parts)


def _open(value: float | None) -> str:
    return "open" if value is None else f"{value:,}"
