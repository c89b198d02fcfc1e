"""A place where a document calls on a source outside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quoth.compare.origins.texts import Sentence, Text
from quoth.records import Kind, Passage

PRONOUN = re.compile(
    r"(?:i|me|my|you|your|he|him|his|she|her|it|its|we|us|our|they|them|their|who|whose|which|that"
    r"|this|these|those|both|all|one|nobody|no one|none"
    r"|somebody|someone|everybody|everyone|anybody|anyone|people|others|many|some|whoever)$",
    re.I,
)
SPEAKER = re.compile(r"(?:PRESENTER|REPORTER|HOST|ANCHOR|INTERVIEWER)\b")
LATER = re.compile(r"\s+on\s+\w+day\b.*$")


@dataclass(eq=False, slots=True)
class Voice:
    """A place where a document calls on a source outside."""

    key: str
    """The document's."""
    passage: Passage
    sentence: Sentence
    kind: Kind
    name: str | None
    """A proper name, where the document has one."""
    called: str
    """What it is called at this place, or where it was named first."""
    statements: tuple[str, ...] = ()
    role: str = ""
    body: str = ""
    """The body that it speaks for, as the document names it right before: `Its spokeswoman`."""
    medium: bool = False
    """One who publishes, and nobody knows who."""
    source: str | None = None
    """The source's id, where the reading has it."""


def whole_name(text: Text, name: str | None) -> str | None:
    """A surname with the name that stands before it somewhere; what is no name cut off."""
    if name is None:
        return None
    name = LATER.sub("", name)
    words = name.split()
    if len(words) == 1:
        surname = re.escape(words[0].title() if name.isupper() else name)
        before = re.search(rf"\b(?!The\b|A\b)([A-Z][\w’'-]+) {surname}\b", text.text)
        return f"{before[1]} {before[0].split()[-1]}" if before else name
    return name


def over(passage: Passage, start: int, end: int) -> bool:
    """Whether a passage has something of a stretch."""
    return any(span.start < end and start < span.end for span in passage.spans)
