"""The account of one document, made of its reading and its grammar."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.account.own import OwnVoice, unsourced
from quoth.account.shares import Share, by_act, by_kind, by_source
from quoth.account.voices import Sentence, voices
from quoth.analysis import Analysis
from quoth.records import Reading


@dataclass(frozen=True, slots=True)
class Account:
    """Whose word each sentence is, what the document says on nobody's, and who has how much."""

    reading: Reading
    sentences: tuple[Sentence, ...]
    unsourced: tuple[OwnVoice, ...]
    by_source: tuple[Share, ...]
    by_kind: tuple[Share, ...]
    by_act: tuple[Share, ...]


def account(reading: Reading, analysis: Analysis) -> Account:
    """Account for the whole of a document."""
    return Account(
        reading,
        voices(reading, analysis),
        unsourced(reading, analysis),
        by_source(reading),
        by_kind(reading),
        by_act(reading),
    )
