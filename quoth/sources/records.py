"""What passes between joining mentions and telling what each source is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quoth.records import Span

MentionForm = Literal["name", "description", "pronoun"]
"""`name`: the head is a proper name; `description`: a common noun, a number or adjective used as
one; `pronoun`: personal, possessive, relative or demonstrative."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document means somebody or something.

    Each of several persons named together ("Orr and Lund") is a mention of its own; that a source
    is all of them is told when the source is made.
    """

    span: Span
    """From the first character of its phrase to the end of the last, title, apposition and
    relative clause with it; without a possessive ending."""
    head: int
    """Number of the token that governs it. No two mentions of a document have the same."""
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one, in the order of the text.

    Every source of a statement has an entity with a mention whose head is the token that governs
    the source (`Analysis.top`), also where it is mentioned but once.
    """

    mentions: tuple[Mention, ...]
