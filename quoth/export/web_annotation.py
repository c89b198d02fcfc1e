"""Web Annotation (W3C Recommendation of 23 February 2017): one collection in JSON-LD.

A statement is an annotation of its content, a source one of all its mentions. The Recommendation
counts positions in code points of the text without its markup, which is what `quoth text` prints;
it has no segment in several pieces, so each piece is a target. What it has no terms for stands
under our own context, which is in the file: nothing need be fetched to understand it.
"""

from __future__ import annotations

import re
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from quoth.export.characters import encodable, json_text
from quoth.export.fields import CERTAINTY_DIGITS, ONE, SHARE_DIGITS
from quoth.export.files import new_file
from quoth.imports.marked import confirmed_by, fingerprint
from quoth.imports.records import Spans
from quoth.ledger.records import Correction
from quoth.passages import spans_of
from quoth.records import Passage, Reading, Source, Span, Statement

STANDARD = "http://www.w3.org/ns/anno.jsonld"
"""The context of the Recommendation, which programs that read annotations know by heart."""
TERMS = "urn:x-quoth:"
CONTEXT: dict[str, Any] = {
    "quoth": TERMS,
    "quoth:said_by": {"@type": "@id"},
    "quoth:within": {"@type": "@id"},
}
"""Our own terms: `quoth:` and a name from `docs/formats.md`."""
AROUND = 32
"""Characters before and after that a quotation is told by."""

CARRIES = {
    "source, cue, content": "`quoth:source`, `quoth:cue`, and the targets",
    "pieces": "a target each; `quoth:passage` numbers the mentions that have several",
    "form, act, stance, polarity, certainty, confidence": "terms of the statement",
    "lemmas of cues": "`quoth:lemma`",
    "confirmed": "`quoth:verdict`",
    "nesting": "`quoth:within`: the other statement's IRI",
    "who is who": "`quoth:said_by`: the source's IRI, whose annotation targets all its mentions",
    "kind, name, role, affiliation and reason of sources": "terms of the source",
    "citations": "`quoth:cited`",
    "ids": "`quoth:key`",
    "metadata of the document": "the body of an annotation of the whole document",
    "links to contents on web pages": "fragment selectors",
}
"""What the format keeps, and where."""
LEAVES_OUT = (
    "the text (its hash, and the quotations, are there)",
    "figures",
    "dates",
    "blocks",
    "lines, pages, boxes, elements",
)
"""What the format does not keep."""

_Fields = dict[str, Any]
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")


def write(readings: Iterable[tuple[Reading, Iterable[Correction]]], target: Path) -> None:
    """Annotations of `readings`, corrected already by the corrections beside them.

    Raises QuothError where `target` cannot be written; what was there stays then.
    """
    with new_file(target) as stream:
        total, known = 0, sha256()
        opening = {"@context": [STANDARD, CONTEXT], "type": "AnnotationCollection"}
        stream.write(json_text(opening).removesuffix("}").encode())
        stream.write(b', "label": "Who says what, read by Quoth"')
        for reading, corrections in readings:
            for fields in annotated(reading, corrections):
                start = ",\n" if total else ', "first": {"type": "AnnotationPage", "items": [\n'
                stream.write(f"{start}{json_text(fields)}".encode())
                known.update(fields["id"].encode())
                total += 1
        if total:
            page = {"id": _urn(known.hexdigest(), "page"), "startIndex": 0}
            stream.write(f"\n], {json_text(page).removeprefix('{')}".encode())
        ending = {"total": total, "id": _urn(known.hexdigest(), "collection")}
        stream.write(f", {json_text(ending).removeprefix('{')}\n".encode())


def annotated(reading: Reading, corrections: Iterable[Correction] = ()) -> Iterator[_Fields]:
    """One for the document, then its sources and statements, as values for JSON."""
    made = _Annotations(reading, corrections)
    yield made.document()
    for source in reading.sources:
        yield made.source(source)
    for statement in reading.statements:
        yield made.statement(statement)


class _Annotations:
    """What the annotations of one document share."""

    def __init__(self, reading: Reading, corrections: Iterable[Correction]) -> None:
        self._reading = reading
        self._text = encodable(reading.document.text)
        self._confirmed = confirmed_by(corrections)
        self._known = f"{fingerprint(reading)} {encodable(reading.document.name)}"
        digest = urlsafe_b64encode(sha256(self._text.encode()).digest()).decode().rstrip("=")
        self._hash = f"ni:///sha-256;{digest}"  # RFC 6920
        address = reading.document.metadata.address
        self._address = address.value if address and _ADDRESS.fullmatch(address.value) else None

    def document(self) -> _Fields:
        known = self._reading.document.metadata
        values = {name: found.value for name in ONE if (found := getattr(known, name))}
        body = self._body(
            "Document",
            "document",
            name=self._reading.document.name,
            model=self._reading.model,
            authors=[author.value for author in known.authors],
            text=self._hash,
            **values,
        )
        return self._annotation("document", "identifying", [body], self._address or self._hash)

    def source(self, source: Source) -> _Fields:
        body = self._body(
            "Source",
            source.id,
            key=source.id,
            kind=source.kind,
            named=source.named,
            name=_words(source.name),
            role=_words(source.role),
            affiliation=_words(source.affiliation),
            reason=_words(source.reason),
        )
        called = next(iter((*filter(None, [source.name]), *source.descriptions, *source.mentions)))
        shown = _shown("identifying", _words(called), source.kind)
        targets = [
            resource | ({"quoth:passage": number} if len(mention.spans) > 1 else {})
            for number, mention in enumerate(source.mentions, 1)
            for resource in self._resources(mention.spans)
        ]
        return self._annotation(source.id, "identifying", [shown, body], targets)

    def statement(self, one: Statement) -> _Fields:
        cued, sure = one.cued, one.certainty
        source = spans_of(one.source)
        body = self._body(
            "Statement",
            one.id,
            key=one.id,
            form=one.form,
            lemma=cued and cued.lemma,
            act=cued and cued.act,
            stance=cued and cued.stance,
            polarity=cued and cued.polarity,
            certainty=None if sure is None else round(sure, CERTAINTY_DIGITS),
            confidence=round(one.confidence, SHARE_DIGITS),
            verdict="confirmed" if (one.content.spans, source) in self._confirmed else None,
            within=one.within and self._urn("body", one.within),
            said_by=one.source_id and self._urn("body", one.source_id),
            source=self._resources(source),
            cue=self._resources(spans_of(one.cue)),
            cited=self._resources(spans_of(one.cited)),
        )
        shown = _shown("describing", _words(one.source), _words(one.cue), one.form)
        targets = self._resources(one.content.spans)
        if self._address:
            for resource, place in zip(targets, one.content.places, strict=True):
                resource["selector"] += _fragments(place.fragment)
        return self._annotation(one.id, "describing", [shown, body], targets)

    def _annotation(self, key: str, why: str, bodies: list[_Fields], target: Any) -> _Fields:
        return {
            "id": self._urn("annotation", key),
            "type": "Annotation",
            "motivation": why,
            "creator": {"type": "Software", "name": f"Quoth, {self._reading.model}"},
            "body": bodies,
            "target": target,
        }

    def _body(self, kind: str, key: str, /, **values: Any) -> _Fields:
        told = {f"quoth:{n}": _clean(v) for n, v in values.items() if v not in (None, [])}
        return {"id": self._urn("body", key), "type": ["Dataset", f"quoth:{kind}"], **told}

    def _urn(self, what: str, key: str) -> str:
        return _urn(self._known, f"{what} {key}")

    def _resources(self, spans: Spans) -> list[_Fields]:
        """A piece of the text each, told by position and by quotation."""
        return [
            {
                "type": "SpecificResource",
                "source": self._address or self._hash,
                "selector": self._selectors(span),
            }
            | ({"state": {"type": "TimeState", "cached": self._hash}} if self._address else {})
            for span in spans
        ]

    def _selectors(self, span: Span) -> list[_Fields]:
        text, start, end = self._text, span.start, span.end
        return [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(start - AROUND, 0) : start],
                "suffix": text[end : end + AROUND],
            },
        ]


def _fragments(fragment: str | None) -> list[_Fields]:
    """What leads a browser to the place."""
    if fragment is None:
        return []
    scheme = "https://wicg.github.io/scroll-to-text-fragment/"
    value = fragment.removeprefix("#")
    return [{"type": "FragmentSelector", "conformsTo": scheme, "value": value}]


def _shown(purpose: str, *words: str | None) -> _Fields:
    """What programs show that know nothing of our terms."""
    value = " · ".join(" ".join(each.split()) for each in words if each)
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "value": encodable(value),
    }


def _words(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def _clean(value: Any) -> Any:
    return encodable(value) if isinstance(value, str) else value


def _urn(known: str, key: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{TERMS}{known} {key}").urn
