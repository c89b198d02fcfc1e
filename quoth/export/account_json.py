"""An account, and what house rules find in it, as one JSON object on one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quoth.account import Account, OwnVoice, Sentence, Share
from quoth.export.as_json import json_line
from quoth.export.details import Fields
from quoth.export.fields import SHARE_DIGITS, metadata_fields, place_fields
from quoth.records import Passage, Reading, Span

if TYPE_CHECKING:
    from quoth.account.checks import Finding


def account_json(account: Account) -> str:
    """Every sentence with its voice, its statements and its labels, and the shares."""
    reading = account.reading
    marked = {one.sentence: one for one in account.unsourced}
    counts = {
        label: sum(label in one.labels for one in account.unsourced)
        for label in ("charge", "figure", "cause", "motive")
    }
    return json_line(
        {
            "type": "account",
            **metadata_fields(reading.document),
            "model": reading.model,
            "sentences": [
                _sentence_fields(reading, sentence, marked.get(sentence.span))
                for sentence in account.sentences
            ],
            "unsourced": counts,
            "shares": {
                "source": [_share_fields(one) for one in account.by_source],
                "kind": [_share_fields(one) for one in account.by_kind],
                "act": [_share_fields(one) for one in account.by_act],
            },
        }
    )


def check_json(reading: Reading, findings: Iterable[Finding]) -> str:
    """What each rule finds in a document."""
    found = [
        {
            "rule": one.rule,
            "met": one.met,
            "said": one.said,
            "where": [_where_fields(reading, span) for span in one.where],
            "code": one.code,
        }
        for one in findings
    ]
    return json_line(
        {
            "type": "check",
            "document": reading.document.name,
            "met": all(one["met"] for one in found),
            "rules": found,
        }
    )


def _sentence_fields(reading: Reading, sentence: Sentence, marked: OwnVoice | None) -> Fields:
    words = marked.words if marked else ()
    return {
        **_where_fields(reading, sentence.span),
        "voice": sentence.voice,
        "statements": list(sentence.statements),
        "labels": list(marked.labels) if marked else [],
        "words": [{"label": label, **_stretch(reading, span)} for label, span in words],
    }


def _where_fields(reading: Reading, span: Span) -> Fields:
    place = Passage(reading.document, (span,)).places[0]
    return {**_stretch(reading, span), "place": place_fields(place)}


def _stretch(reading: Reading, span: Span) -> Fields:
    return {"text": reading.document.text[span.start : span.end], "span": [span.start, span.end]}


def _share_fields(one: Share) -> Fields:
    return {
        "name": one.name,
        "id": one.id,
        "kind": one.kind,
        "statements": one.statements,
        "share": round(one.share, SHARE_DIGITS),
    }
