"""UIMA CAS XMI as `quoth.export.xmi` and INCEpTION write it."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from quoth.errors import UnreadableInput
from quoth.export.xmi import (
    CUE,
    FIGURES,
    METADATA,
    ORIGIN,
    SOURCE,
    STATEMENT,
    TYPES,
    UNKNOWN,
    WITHIN,
    WORDS,
    cassis,
)
from quoth.imports.assembly import Assembly, Wrong
from quoth.imports.index import Index
from quoth.imports.records import Marked, MarkedStatement, Spans
from quoth.records import Span

if TYPE_CHECKING:
    from cassis import Cas

_UNKNOWN = re.compile(rf"{UNKNOWN}\d+")
_Opened = Callable[[], bytes]


def read(path: Path) -> Iterator[Marked | UnreadableInput]:
    """What is marked in an `.xmi` file, or in each of a folder or of INCEpTION's ZIP.

    Each needs `TypeSystem.xml` beside it. A file in which anything does not fit comes as one
    UnreadableInput, with nothing of it read.

    Raises UnreadableInput where `path` has no such file, and QuothError where dkpro-cassis is
    not installed.
    """
    cassis()
    folder = path if path.is_dir() else path.parent
    index = Index(folder)
    files = list(_files(path))
    if not files:
        reason = "no .xmi file; name one, or a folder or ZIP file that holds some"
        raise UnreadableInput(str(path), reason)
    for name, opened, types in files:
        try:
            yield _read(name, opened(), types(), index)
        except UnreadableInput as failure:
            yield failure


def _files(path: Path) -> Iterator[tuple[str, _Opened, _Opened]]:
    """Name, content and type system of each file."""
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.suffix in (".xmi", ".zip") and each.is_file():
                yield from _files(each)
    elif path.suffix == ".zip":
        yield from _zipped(path)
    elif path.suffix == ".xmi":
        yield str(path), lambda: _bytes(path), lambda: _bytes(path.with_name(TYPES))


def _zipped(path: Path) -> Iterator[tuple[str, _Opened, _Opened]]:
    def opener(name: str) -> _Opened:
        def content() -> bytes:
            try:
                with zipfile.ZipFile(path) as archive:
                    return archive.read(name)
            except KeyError:
                raise UnreadableInput(f"{path}!/{name}", "the ZIP file lacks it") from None
            except (OSError, zipfile.BadZipFile, RuntimeError) as error:
                raise UnreadableInput(f"{path}!/{name}", f"cannot be read: {error}") from None

        return content

    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(archive.namelist())
    except (OSError, zipfile.BadZipFile) as error:
        raise UnreadableInput(str(path), f"cannot be read: {error}") from None
    for name in names:
        if name.endswith(".xmi"):
            beside = str(PurePosixPath(name).with_name(TYPES))
            yield f"{path}!/{name}", opener(name), opener(beside)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be read: {error.strerror}") from None


def _read(file: str, content: bytes, types: bytes, index: Index) -> Marked:
    cas = _cas(file, content, types)
    parts = _Parts(cas)
    try:
        statements, sources = parts.assembled().done()
    except Wrong as wrong:
        raise UnreadableInput(file, str(wrong)) from None
    stem = PurePosixPath(file.replace("\\", "/")).stem
    metadata = next(iter(_select(cas, METADATA)), None)
    title = _told(metadata, "documentTitle") or stem
    origin = _told(metadata, "documentUri") or ""
    ours = origin.startswith(ORIGIN)
    text = cas.sofa_string or ""
    exported = index.exported([stem, title.removesuffix(".xmi")], text)
    made_from = origin.removeprefix(ORIGIN) if ours else parts.made_from()
    return Marked(
        exported.document if exported else title.removesuffix(".xmi"),
        text,
        statements,
        sources,
        made_from=made_from or (exported.made_from if exported else None),
        who=None if ours else stem,
        file=file,
        exported=exported,
    )


def _cas(file: str, content: bytes, types: bytes) -> Cas:
    """The CAS, its offsets in code points."""
    library = cassis()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # types of others, which are left alone
            warnings.filterwarnings("error", "Not mapping external offset")
            system = library.load_typesystem(io.BytesIO(types))
            cas: Cas = library.load_cas_from_xmi(io.BytesIO(content), system, lenient=True)
    except UserWarning as warning:
        [offset] = re.findall(r"\[(-?\d+)\]", str(warning))
        reason = f"offset {offset} lies beyond the text, or inside a character"
        raise UnreadableInput(file, reason) from None
    except Exception as error:  # whatever a parser and a library find in a damaged file
        told = " ".join(f"{type(error).__name__}: {error}".split())
        raise UnreadableInput(file, f"no CAS that {TYPES} beside it fits: {told}") from None
    return cas


class _Parts:
    """The annotations of one CAS."""

    def __init__(self, cas: Cas) -> None:
        self._text = cas.sofa_string or ""
        self._statements = _select(cas, STATEMENT)
        self._sources = _select(cas, SOURCE)
        self._cues = _select(cas, CUE)
        self._within = _select(cas, WITHIN)

    def made_from(self) -> str | None:
        return next(filter(None, (_told(one, "made_from") for one in self._statements)), None)

    def assembled(self) -> Assembly:
        """Raises Wrong where an annotation does not lie in the text."""
        made = Assembly()
        by_id: dict[str, list[str]] = {}
        only_words = self._only_words()
        for source in self._sources:
            known_as = _told(source, "source_id")
            if known_as is None and source.xmiID in only_words:
                continue
            in_reading = known_as if not _UNKNOWN.fullmatch(known_as or UNKNOWN) else None
            made.mention(_key(source), self._spans(source), in_reading)
            if known_as:
                by_id.setdefault(known_as, []).append(_key(source))
            if kind := _told(source, "kind"):
                made.tell(_key(source), "kind", kind)
        for keys in by_id.values():
            made.same(keys)
        for one in self._statements:
            self._put_statement(made, one, by_id)
        for relation in self._within:
            made.within(_key(relation.Governor), _key(relation.Dependent))
        return made

    def _put_statement(self, made: Assembly, one: Any, by_id: dict[str, list[str]]) -> None:
        sources, cues = _linked(one, "source"), _linked(one, "cue")
        means = _told(one, "source_id")
        if means and means not in by_id:
            raise Wrong(f"{_key(one)} has the source_id “{means}”, which no Source has")
        marked = MarkedStatement(
            self._spans(one),
            tuple(span for each in sources for span in self._spans(each)),
            tuple(span for each in cues for span in self._spans(each)),
            _told(one, "key"),
            **{name: getattr(one, name, None) for name in FIGURES},
        )
        who = [*by_id.get(means or "", ()), *map(_key, sources)]
        made.statement(_key(one), marked, who)
        for name in WORDS:
            if value := _told(one, name):
                made.tell(_key(one), name, value)

    def _only_words(self) -> set[int]:
        """Ids of words that stand only where something else says who answers for a statement."""
        means = {True: set[int](), False: set[int]()}
        for one in self._statements:
            means[bool(_told(one, "source_id"))] |= {s.xmiID for s in _linked(one, "source")}
        return means[True] - means[False]

    def _spans(self, annotation: Any) -> Spans:
        spans = tuple(
            Span(each.begin, each.end) for each in (annotation, *_linked(annotation, "more"))
        )
        for span in spans:
            if not 0 <= span.start < span.end <= len(self._text):
                size = len(self._text)
                raise Wrong(f"{_key(annotation)}: {span.start}–{span.end} of a text of {size}")
        return tuple(sorted(spans))


def _select(cas: Cas, name: str) -> list[Any]:
    """Annotations of a type as the file has them; none where the type system lacks it."""
    found = cas.select(name) if cas.typesystem.contains_type(name) else []
    return sorted(found, key=lambda annotation: annotation.xmiID)


def _linked(annotation: Any, name: str) -> list[Any]:
    """What the link feature `name` leads to."""
    array = getattr(annotation, name, None)
    return [link.target for link in array.elements or () if link.target] if array else []


def _told(annotation: Any, name: str) -> str | None:
    """The string feature `name`; None where it is empty, or the type has none such."""
    return getattr(annotation, name, None) or None


def _key(annotation: Any) -> str:
    kind = annotation.type.name.rpartition(".")[2]
    return f"{kind} {annotation.xmiID}"
