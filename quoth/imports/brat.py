"""brat standoff as `quoth.export.brat` and the annotation tool write it, and PolNeAR's too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quoth.errors import UnreadableInput
from quoth.imports.assembly import Assembly, Wrong, excerpt
from quoth.imports.index import Index
from quoth.imports.pieces import joined
from quoth.imports.records import Marked, MarkedStatement, Spans
from quoth.records import Span

_ROLES = ("Content", "Source", "Cue")
_ENTITY = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_EVENT = re.compile(r"(\w+):(\S+)((?: \S+:\S+)*) *")
_RELATION = re.compile(r"(\w+) Arg1:(\S+) Arg2:(\S+)\s*")
_ATTRIBUTE = re.compile(r"(\w+) (\S+) (\S+)\s*")
_NOTE = re.compile(r"AnnotatorNotes (\S+)\t(.*)")
_KEY = re.compile(r"([a-z](?=\w*\d)\w*)(?:[;\s]|$)")
_FIGURE = re.compile(r"(certainty|confidence) (-?\d+(?:\.\d+)?(?:e-\d+)?)")


def read(path: Path) -> Iterator[Marked | UnreadableInput]:
    """What is marked in one `.ann` file, or in each of a folder, in the order of their names.

    A file in which anything does not fit comes as one UnreadableInput, with nothing of it read.

    Raises UnreadableInput where `path` has no annotations, or a damaged index.
    """
    files = [path] if path.suffix == ".ann" else sorted(path.rglob("*.ann"))
    if not files or not all(file.is_file() for file in files):
        raise UnreadableInput(str(path), "no .ann file; name one, or a folder that holds some")
    indices: dict[Path, Index] = {}
    for file in files:
        if file.parent not in indices:
            indices[file.parent] = Index(file.parent)
        try:
            yield _read(file, indices[file.parent])
        except UnreadableInput as failure:
            yield failure


def _read(file: Path, index: Index) -> Marked:
    text = _text(file.with_suffix(".txt"))
    parts = _Parts(text)
    for number, line in enumerate(_text(file).split("\n"), 1):
        try:
            parts.take(line.removesuffix("\r"))
        except Wrong as wrong:
            raise UnreadableInput(str(file), f"line {number}: {wrong}") from None
    try:
        statements, sources = parts.assembled().done()
    except Wrong as wrong:
        raise UnreadableInput(str(file), str(wrong)) from None
    exported = index.exported([file.stem], text)
    return Marked(
        exported.document if exported else file.stem,
        text,
        statements,
        sources,
        made_from=exported.made_from if exported else None,
        file=str(file),
        exported=exported,
    )


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except OSError as error:
        raise UnreadableInput(str(file), f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UnreadableInput(str(file), "this is not UTF-8; save it as brat does") from None


class _Parts:
    """The lines of a file by what they are; each is checked against the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._entities: dict[str, tuple[str, Spans]] = {}
        self._events: dict[str, list[tuple[str, str]]] = {}
        self._within: list[tuple[str, str]] = []
        self._equal: list[list[str]] = []
        self._attributes: list[tuple[str, str, str]] = []
        self._notes: dict[str, str] = {}
        self._keys: set[str] = set()

    def take(self, line: str) -> None:
        """Raises Wrong where the line is not as brat writes it, or not as the text is."""
        if not line.strip():
            return
        key, _, rest = line.partition("\t")
        self._keys.add(key)
        match key[:1]:
            case "T":
                self._entities[key] = self._entity(key, rest)
            case "E":
                kind, _, arguments = _fitting(_EVENT, rest)
                if kind == "Attribution":
                    self._events[key] = [_argument(each) for each in arguments.split()]
            case "R":
                kind, inner, outer = _fitting(_RELATION, rest)
                if kind == "Within":
                    self._within.append((inner, outer))
            case "A" | "M":
                if match := _ATTRIBUTE.fullmatch(rest):
                    name, target, value = match.groups()
                    self._attributes.append((name, target, value))
            case "*":
                self._equal.append(rest.split()[1:])
            case "#":
                if match := _NOTE.fullmatch(rest):
                    self._notes[match[1]] = match[2]
            case "N":
                pass
            case _:
                raise Wrong(f"no line of brat's: {excerpt(line)}")

    def _entity(self, key: str, rest: str) -> tuple[str, Spans]:
        kind, offsets, words = _fitting(_ENTITY, rest)
        pairs = (pair.split() for pair in offsets.split(";"))
        spans = tuple(sorted(Span(int(start), int(end)) for start, end in pairs))
        found = " ".join(self._text[span.start : span.end] for span in spans)
        if found != words:
            place = f"{spans[0].start}–{spans[-1].end}"
            raise Wrong(
                f"{key} has {excerpt(words)} at {place}, where the text has {excerpt(found)}"
            )
        pieces = joined(self._text, spans)
        if not pieces:
            raise Wrong(f"{key} has no words")
        return kind, pieces

    def assembled(self) -> Assembly:
        """Raises Wrong where a line names what no other line marks."""
        made = Assembly()
        named = {target for _, target, _ in self._attributes}
        named |= {*self._notes, *(each for equal in self._equal for each in equal)}
        for key, (kind, spans) in self._entities.items():
            if kind == "Source" and (key in named or not self._only_words(key)):
                made.mention(key, spans, self._known_as(key))
        for equal in self._equal:
            made.same(equal)
        for key, arguments in self._events.items():
            self._put_statement(made, key, arguments)
        for inner, outer in self._within:
            made.within(inner, outer)
        for name, target, value in self._attributes:
            if target not in self._keys:
                raise Wrong(f"{target} is used and nowhere marked")
            made.tell(target, name.lower(), value)
        return made

    def _put_statement(self, made: Assembly, key: str, arguments: list[tuple[str, str]]) -> None:
        by_role = defaultdict[str, list[str]](list)
        for role, target in arguments:
            by_role[role].append(target)
        content, source, cue = (self._spans(by_role[role]) for role in _ROLES)
        figures = _FIGURE.findall(self._notes.get(key, ""))
        told: dict[str, Any] = {name: float(value) for name, value in figures}
        marked = MarkedStatement(content, source, cue, self._known_as(key), **told)
        made.statement(key, marked, [*by_role["Means"], *by_role["Source"]])

    def _known_as(self, key: str) -> str | None:
        """The id that the note of `key` begins with."""
        match = _KEY.match(self._notes.get(key, ""))
        return match[1] if match else None

    def _only_words(self, key: str) -> bool:
        """Is `key` used only where another mention says who answers for a statement?"""
        uses = [
            any(role == "Means" for role, _ in arguments)
            for arguments in self._events.values()
            if ("Source", key) in arguments
        ]
        return bool(uses) and all(uses)

    def _spans(self, keys: list[str]) -> Spans:
        missing = [key for key in keys if key not in self._entities]
        if missing:
            raise Wrong(f"{missing[0]} is used and nowhere marked")
        return tuple(span for key in keys for span in self._entities[key][1])


def _argument(argument: str) -> tuple[str, str]:
    """Role, without the number that brat gives the second of one role, and what fills it."""
    role, _, target = argument.partition(":")
    return role.rstrip("0123456789"), target


def _fitting(pattern: re.Pattern[str], rest: str) -> tuple[str, ...]:
    match = pattern.fullmatch(rest)
    if not match:
        raise Wrong(f"not as brat writes it: {excerpt(rest)}")
    return match.groups()
