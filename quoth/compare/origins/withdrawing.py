"""Words taken back: an outlet withdraws its report, a source what it said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoth.compare.origins.citing import Cited
from quoth.compare.origins.names import Names
from quoth.compare.origins.texts import Sentence, Text
from quoth.documents.html.links import Link

NOUN = (
    r"(?:reports?|story|stories|article|item|despatch|dispatch|statements?|claims?|accounts?|words?"
    r"|figures?|version|testimony|confession|allegations?|accusations?|post|piece|headline|remarks?)"
)
WORD = rf"(?:{NOUN}|what|that)"
TAKES_BACK = re.compile(
    rf"\b(?:withdr(?:aws?|ew|awn|awing)|retract(?:s|ed|ing)?|disown(?:s|ed)|recant(?:s|ed)?"
    rf"|(?:no longer|does not|do not) stands? by|take(?:s|n)? back|took back|correct(?:s|ed)"
    rf"|disregard|kill(?:s|ed)?|regrets?)\s+(?:[\w’'-]+\s+){{0,4}}?{WORD}\b"
    rf"|\b{NOUN}\b(?:\s+[\w’'-]+){{0,8}}?\s+(?:is|was|were|are|has been|have been|had been|stands?"
    rf"|be)\s+(?:now\s+|since\s+|later\s+)?(?:withdrawn|retracted|taken back|killed|disowned)\b"
    rf"|\b(?:take|takes|took|taken) (?:it|this|that|them) back\b|\brecant(?:s|ed)\b"
    rf"|\b(?:was|were|had been) wrong (?:to|when)\b"
    rf"(?=.*\b(?:said?|reported?|wr[io]te|t[eo]ll?d?)\b)"
    rf"|\bshould not have (?:been published|appeared|said|reported|written)\b"
    rf"|\bwithdrawal of (?:[\w’'-]+\s+){{0,3}}?{WORD}\b",
    re.I,
)
"""What says that words are taken back; troops, bids and banknotes are withdrawn too."""
OURS = re.compile(r"\b(?:we|our|this (?:news)?(?:paper|agency|station|page|site)|I|my)\b", re.I)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A sentence by which a document takes back what it or another one told."""

    key: str
    """The document that says so."""
    end: str
    """The document or the source whose word is taken back; empty where that is not known."""
    sentence: Sentence
    start: int
    """Where in the text begins what is taken back."""


def withdrawn(
    text: Text, names: Names, cited: Sequence[Cited], linked: Sequence[tuple[str, Link]]
) -> list[Withdrawn]:
    """Where a document tells that a report was withdrawn: one of its own house, or one it names."""
    found = []
    title = text.document.title or ""
    for sentence in text.sentences:
        words = text.words(sentence)
        match = TAKES_BACK.search(words)
        if not match:
            continue
        own = names.same_house(text.told)
        mentioned = names.mentions(text, sentence.span.start, sentence.span.end)
        other = next((m for m in mentioned if not own & set(m.keys)), None)
        theirs = next((c.key for c in cited if c.sentence == sentence), None)
        if theirs is None and other:
            theirs = names.nearest(other.keys, text.told, words)
        before = OURS.search(words) or any(own & set(m.keys) for m in mentioned) or not theirs
        end = theirs
        if before and (not other or _is_subject(mentioned[0].keys, own)):
            end = names.earlier(text.told, words, title)
        if end != text.told.key:
            found.append(Withdrawn(text.told.key, end or "", sentence, _start(sentence, match)))
    return found


def _start(sentence: Sentence, match: re.Match[str]) -> int:
    """After what says that it is taken back, or before where nothing follows."""
    after = len(match.string[match.end() :].split()) > 3
    return sentence.span.start + (match.end() if after else 0)


def _is_subject(keys: Sequence[str], own: frozenset[str]) -> bool:
    return bool(own & set(keys))
