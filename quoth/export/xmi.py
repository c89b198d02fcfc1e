"""UIMA CAS XMI (OASIS UIMA 1.0) with a type system that INCEpTION takes for layers.

Statements, sources, cues and pieces are span layers; link features lead from a statement to
its source and cue, and from anything in several pieces to those behind the first, for a UIMA
annotation is one stretch of text. Offsets count UTF-16 units, as dkpro-cassis converts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quoth.errors import QuothError
from quoth.export.folders import new_folder, safe_name
from quoth.imports.index import INDEX, index_line
from quoth.imports.pieces import REPLACED
from quoth.imports.records import Marked, MarkedSource, MarkedStatement, Spans

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

CARRIES = {
    "text": "`sofaString`; U+FFFD for what XML 1.0 cannot hold: most control characters",
    "source, cue, content": "layers `Source` and `Cue`, linked from `Statement`: the content",
    "pieces": "the layer `Piece`, linked as `more`",
    "form, act, stance, polarity, certainty, confidence": "features of `Statement`",
    "confirmed": "the feature `verdict`; `rejected` can be set there, or the statement deleted",
    "nesting": "the relation layer `Within`",
    "who is who": "the feature `source_id` of `Source`: one value, one source; "
    "of `Statement` where the words are no mention",
    "kind of source": "the feature `kind` of its first mention",
    "ids": "the feature `key`; not to be edited",
    "the document's name": "`documentTitle`, and `documents.jsonl` where INCEpTION changes it",
}
"""What the format keeps, and where."""
LEAVES_OUT = (
    "figures",
    "dates",
    "blocks",
    "places (lines, pages, boxes, elements)",
    "metadata",
    "names, roles and reasons of sources",
    "lemmas of cues",
    "citations",
)
"""What the format does not keep."""

TYPES = "TypeSystem.xml"
"""The file that INCEpTION's project settings import as layers."""
STATEMENT, SOURCE, CUE = "quoth.Statement", "quoth.Source", "quoth.Cue"
PIECE, WITHIN = "quoth.Piece", "quoth.Within"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
ORIGIN = "quoth:"
"""What `documentUri` begins with in files that no tool has written since."""
UNKNOWN = "new"
"""What the `source_id` of a source begins with that the reading gave no id."""
WORDS = ("form", "act", "stance", "polarity", "verdict")
FIGURES = ("certainty", "confidence")
_LINKS = (
    (STATEMENT, "source", SOURCE),
    (STATEMENT, "cue", CUE),
    (STATEMENT, "more", PIECE),
    (SOURCE, "more", PIECE),
    (CUE, "more", PIECE),
)
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(documents: Iterable[Marked], folder: Path) -> None:
    """A file for each of `documents` and one type system, whole or not at all.

    Raises QuothError where `folder` has something in it or cannot be written, or where
    dkpro-cassis is not installed.
    """
    types = type_system()
    with new_folder(folder) as made:
        types.to_xml(made / TYPES)
        with (made / INDEX).open("wb") as index:
            for number, marked in enumerate(documents, 1):
                name = safe_name(number, marked.document)
                (made / f"{name}.xmi").write_text(xmi(marked, types), "utf-8", newline="")
                index.write(index_line(name, marked).encode())


def type_system() -> TypeSystem:
    """The layers, their features and their links."""
    string, number = "uima.cas.String", "uima.cas.Float"
    types = cassis().TypeSystem(add_document_annotation_type=True)
    layers = {
        name: types.create_type(name, description=told)
        for name, told in (
            (STATEMENT, "Content that somebody is made to answer for; its first piece"),
            (SOURCE, "Words that mean a source; one source_id, one source"),
            (CUE, "The words that attribute"),
            (PIECE, "What else belongs to something in several pieces"),
            (WITHIN, "From a statement to the one whose content it lies in"),
        )
    }
    for owner, name, target in _LINKS:
        link = types.create_type(f"{owner}{name.capitalize()}Link", "uima.cas.TOP")
        types.create_feature(link, "role", string)
        types.create_feature(link, "target", layers[target])
        types.create_feature(layers[owner], name, "uima.cas.FSArray", elementType=link)
    for name in ("key", *WORDS, "source_id", "made_from"):
        types.create_feature(layers[STATEMENT], name, string)
    for name in FIGURES:
        types.create_feature(layers[STATEMENT], name, number)
    for name in ("source_id", "kind"):
        types.create_feature(layers[SOURCE], name, string)
    for name in ("Governor", "Dependent"):
        types.create_feature(layers[WITHIN], name, layers[STATEMENT])
    metadata = types.create_type(METADATA, "uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri"):
        types.create_feature(metadata, name, string)
    return types


def xmi(marked: Marked, types: TypeSystem | None = None) -> str:
    """The XMI of one document; `types` is what `type_system` gives."""
    types = types or type_system()
    cas = cassis().Cas(typesystem=types)
    cas.sofa_string = printable(marked.text)
    cas.sofa_mime = "text"
    _Annotations(cas, types, marked).add()
    return str(cas.to_xmi())


def cassis() -> Any:
    """The library, which is asked for late: few need it.

    Raises QuothError where it is not installed.
    """
    try:
        import cassis as library
    except ImportError:
        raise QuothError(
            "UIMA CAS needs the library dkpro-cassis; run: pip install 'quoth[uima]'"
        ) from None
    return library


def printable(text: str) -> str:
    """`text` with what XML 1.0 cannot hold replaced one for one by U+FFFD."""
    return _NO_XML.sub(REPLACED, text)


class _Annotations:
    """The annotations of one document, put into its CAS."""

    def __init__(self, cas: Cas, types: TypeSystem, marked: Marked) -> None:
        self._cas = cas
        self._types = types
        self._marked = marked
        self._mentions: dict[tuple[int | None, Spans], Any] = {}
        self._ids = _ids(marked.sources)

    def add(self) -> None:
        marked = self._marked
        self._put(
            METADATA,
            0,
            len(marked.text),
            documentTitle=printable(marked.document),
            documentUri=f"{ORIGIN}{marked.made_from or ''}",
        )
        for number, source in enumerate(marked.sources):
            for spans in source.mentions:
                kind = source.kind if spans == source.mentions[0] else None
                self._mention(number, spans, kind)
        made = [self._statement(each) for each in marked.statements]
        for inner, one in zip(made, marked.statements, strict=True):
            if one.within is not None:
                outer = made[one.within]
                self._put(WITHIN, outer.begin, outer.end, Governor=inner, Dependent=outer)

    def _mention(self, who: int | None, spans: Spans, kind: str | None = None) -> Any:
        key = (who, spans)
        if key not in self._mentions:
            known_as = self._ids[who] if who is not None else None
            self._mentions[key] = self._pieced(SOURCE, spans, source_id=known_as, kind=kind)
        return self._mentions[key]

    def _statement(self, one: MarkedStatement) -> Any:
        told = {name: getattr(one, name) for name in ("key", *WORDS, *FIGURES)}
        mentions = self._marked.sources[one.who].mentions if one.who is not None else ()
        mentioned = one.source in mentions
        if one.source:
            mention = self._mention(one.who if mentioned else None, one.source)
            told["source"] = self._links(STATEMENT, "source", [mention])
        if one.who is not None and not mentioned:
            told["source_id"] = self._ids[one.who]
        if one.cue:
            told["cue"] = self._links(STATEMENT, "cue", [self._pieced(CUE, one.cue)])
        return self._pieced(STATEMENT, one.content, made_from=self._marked.made_from, **told)

    def _pieced(self, layer: str, spans: Spans, **features: Any) -> Any:
        """An annotation of the first piece, linked to those behind it."""
        first, *others = spans
        if others:
            pieces = [self._put(PIECE, piece.start, piece.end) for piece in others]
            features["more"] = self._links(layer, "more", pieces)
        return self._put(layer, first.start, first.end, **features)

    def _put(self, layer: str, begin: int, end: int, **features: Any) -> Any:
        annotation = self._types.get_type(layer)(begin=begin, end=end, **features)
        self._cas.add(annotation)
        return annotation

    def _links(self, owner: str, name: str, targets: list[Any]) -> Any:
        link = self._types.get_type(f"{owner}{name.capitalize()}Link")
        array = self._types.get_type("uima.cas.FSArray")
        return array(elements=[link(role=name, target=target) for target in targets])


def _ids(sources: tuple[MarkedSource, ...]) -> list[str]:
    """What all mentions of each source have in common: its id, or one that says it has none."""
    return [source.key or f"{UNKNOWN}{number}" for number, source in enumerate(sources)]
