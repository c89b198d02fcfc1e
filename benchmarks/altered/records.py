"""What a system is given, what is true of it, and the words for how two wordings differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["direct", "indirect", "mixed"]
Role = Literal[
    "original", "altered", "copy", "near: opening", "near: speaker", "near: topic", "far"
]

CHANGES = {
    "exact": "the same words, in the same order, by the same source",
    "surface": "punctuation, case, spelling, contractions, a number in words or in figures",
    "bracketed": "words in square brackets put in, or put in the place of a word",
    "elided": "words left out, and an ellipsis says so",
    "put_in": "words put in that are no graver change",
    "left_out": "words left out that are no graver change, at an end or inside, unmarked",
    "changed": "words changed for others that mean much the same",
    "reordered": "the same words in another order",
    "recast": "moved between marks and indirect speech, with persons and tenses",
    "spliced": "made of parts of two utterances",
    "source": "the same words, given to somebody else",
    "modality": "how sure, how possible or how binding it is said to be",
    "condition": "what it was said to hang on is gone, or is put in",
    "number": "another number",
    "name": "another person, place, party or people named",
    "polarity": "a negation is gone, or is put in",
}
"""The answers that a system may give for a pair, the gravest last."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a system sees: a statement that stands alone in a document of its own."""

    document: str
    published: str
    """ISO 8601 date."""
    speaker: str | None
    form: Form
    text: str
    """The content without the marks around it; a mixed one has marks inside."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What a system does not see."""

    utterances: tuple[str, ...]
    """What it passes on: one utterance, or two where it is spliced."""
    role: Role
    kind: str | None
    """The rule that altered it; None for what is not altered."""
    change: str | None
    """The one change in `CHANGES` that the rule made; None for what is not altered."""
    held: bool
    """Whether it is for the end: of a held document, or altered by a held kind."""
    place: str
    """Corpus, document and characters of what it is made from."""


@dataclass(frozen=True, slots=True)
class Item:
    """A statement with what is true of it."""

    statement: Statement
    truth: Truth


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody is quoted or reported with in one of the corpora."""

    id: str
    corpus: str
    document: str
    topic: str
    """Documents of one topic tell of one thing; in PolNeAR each document is its own."""
    published: str
    speaker: str | None
    pronoun: str | None
    """*he*, *she* or *they*, where the document refers to the speaker by one."""
    form: Form
    text: str
    words: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Made:
    """A wording that a rule made of an utterance, and the change that this is."""

    text: str
    change: str
    form: Form = "direct"
    speaker: str | None = None
    """Whom it is given to, where that is not who said it."""
    second: Utterance | None = None
    """The other utterance of a splice."""
