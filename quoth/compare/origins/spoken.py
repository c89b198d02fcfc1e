"""Who speaks or is shown by the words alone, where the reading has no statement of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quoth.compare.origins.names import Names
from quoth.compare.origins.shown import shown
from quoth.compare.origins.texts import Sentence, Text
from quoth.compare.origins.voice import PRONOUN, SPEAKER, Voice, over, whole_name
from quoth.records import Kind, Span

VERB = (
    r"\s+(?:(?:has|have|had|also|then|later|only|twice)\s+)*(?:told|tells?|wrote to|written to"
    r"|confirmed to|said to|spoke to|spoken to|showed|sent|writes? to|assured)\s+"
)
TO_US = re.compile(
    rf"{VERB}(?:us|me|this (?:news)?(?:paper|station|room|page|site|website)"
    r"|our (?:own )?reporters?)\b",
    re.I,
)
TO_THE = re.compile(rf"(?P<verb>{VERB})(?:the\s+)?$", re.I)
"""Before the name of the outlet itself."""
ACCORDING = re.compile(r"\baccording to (?P<whom>[^,.;“”\"]{3,80})", re.I)
SECOND = re.compile(r"\s+and\s+(?=(?:a|an|another|two|the)\s)")
WE_ASKED = re.compile(
    r"\b(?:(?:spoke|spoken|talked) (?:to|with)|(?:learned|learnt|heard|has it) from|interviewed"
    r"|reached) (?P<whom>(?:the|a|an|two|three|several|some|one) [^,.;]{3,70})",
    re.I,
)
APART = re.compile(r"\s*(?:in|of|at|from|for|who|whose|which|with|an?\s)\b", re.I)
NO_NAME = re.compile(
    r"(?:[:;]|['’](?:ll|d|ve)|^(?:of|which|whose|told|on|in|at|when|if|it|he|she)\b)", re.I
)
SEEN = re.compile(
    r"^(?P<what>(?:The|A|An|Her|His|Its|Their)\s[^,.;]{4,70}),\s+(?:(?:of|in|on)\s+)?(?:which|whose)\b"
    r"(?P<rest>[^.;]{4,90})"
)
WE = re.compile(r"\b(?:we|us|me|our|I)\b")
SPOKE = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:de|van|von|al|el|bin)\s|\s)[A-Z][\w’'-]+)(?:,[^,.]{3,60},)?\s(?:has\s|had\s)?"
    r"(?:spoken|spoke|said|told|written|wrote|posted|answered|replied|declared|stated)\b"
)
QUOTED = 6
"""So many words in marks are somebody's."""
LABEL = re.compile(r"(?P<name>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,2})(?:\s\([^)]*\))?:\s")
"""Who speaks, in a transcript or an interview."""


def labelled(text: Text, names: Names) -> Iterator[Voice]:
    """Who speaks by a label: `Brane: We shall not.`"""
    found = []
    for sentence in text.sentences:
        match = LABEL.match(text.text, sentence.span.start)
        if match and not names.is_own(text.told, match["name"]):
            found.append((match, sentence))
    often = Counter(match["name"] for match, _ in found)
    for match, sentence in found:
        name = match["name"]
        whole = whole_name(text, name)
        if not SPEAKER.match(name) and (often[name] > 1 or whole != name):
            passage = text.passage(*match.span("name"))
            yield Voice(text.told.key, passage, sentence, "person", whole, name)


def quoted(text: Text) -> Iterator[Voice]:
    """Who was said to speak right before words in marks that the reading has no speaker for."""
    authors = {s.id for s in text.told.reading.sources if s.kind == "author"}
    said = [  # "we give his answer" has a speaker all the same
        span
        for each in text.told.reading.statements
        if each.source_id not in authors
        for span in each.content.spans
    ]
    for span in text.quoted:
        sentence = text.at(span.start)
        words = len(text.text[span.start : span.end].split())
        if words < QUOTED or not sentence or any(_meets(span, each) for each in said):
            continue
        before = text.sentences[max(sentence.number - 1, 0)]
        start = before.span.start if before.block == sentence.block else sentence.span.start
        spoke = [*SPOKE.finditer(text.text, max(start, span.start - 300), span.start)]
        if spoke:
            name = spoke[-1]["name"]
            passage = text.passage(*spoke[-1].span("name"))
            yield Voice(text.told.key, passage, sentence, "person", name, name)


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def asked(text: Text, names: Names) -> Iterator[Voice]:
    """Whom it was told by, and what it was shown, in so many words."""
    own = names.same_house(text.told)
    for sentence in text.sentences:
        words = text.words(sentence)
        at = sentence.span.start
        for mention in names.mentions(text, sentence.span.start, sentence.span.end):
            if own & set(mention.keys):
                here = mention.span.start - at
                if told := TO_THE.search(words, max(here - 120, 0), here):
                    yield from _before(text, sentence, at + told.start("verb"))
                asked = WE_ASKED.search(words, mention.span.end - at, mention.span.end - at + 120)
                if asked and asked.start() < mention.span.end - at + 20:
                    yield _voice(text, sentence, at + asked.start("whom"), at + asked.end("whom"))
        for match in TO_US.finditer(words):
            yield from _before(text, sentence, at + match.start())
        for match in ACCORDING.finditer(words):
            yield _voice(text, sentence, at + match.start("whom"), at + match.end("whom"))
        for start, end in shown(text, names, sentence):
            yield _voice(text, sentence, start, end, "document")
        seen = SEEN.match(words)
        if seen and (WE.search(seen["rest"]) or _names_own(text, names, sentence, seen)):
            yield _voice(text, sentence, at, at + len(seen["what"]), "document")


def _names_own(text: Text, names: Names, sentence: Sentence, seen: re.Match[str]) -> bool:
    start = sentence.span.start
    own = names.same_house(text.told)
    found = names.mentions(text, start + seen.start("rest"), start + seen.end("rest"))
    return any(own & set(each.keys) for each in found)


def _before(text: Text, sentence: Sentence, end: int) -> Iterator[Voice]:
    """The one who stands before a verb, or the two: the last pieces between commas."""
    words = text.text[sentence.span.start : end]
    pieces = [m for m in re.finditer(r"[^,“”\"]+", words) if m.group().strip()]
    if not pieces:
        return
    start = pieces[-1].start()
    if len(pieces) > 1 and (APART.match(pieces[-1].group()) or words.rstrip().endswith(",")):
        start = pieces[-2].start()
    found = words[start:]
    lead = re.match(r"\s*(?:(?:and|but|as|that|what|while|because)\s+)?", found, re.I)
    start += lead.end() if lead else 0
    at = sentence.span.start
    for piece in SECOND.split(words[start:].rstrip(" ,")):
        begins = start + words[start:].index(piece)
        named = piece.split()
        if named and len(named) <= 12 and not PRONOUN.match(named[0]) and not NO_NAME.search(piece):
            yield _voice(text, sentence, at + begins, at + begins + len(piece))


def _voice(text: Text, sentence: Sentence, start: int, end: int, kind: Kind = "person") -> Voice:
    words = text.text[start:end]
    source = next(
        (s for s in text.told.reading.sources if any(over(m, start, end) for m in s.mentions)),
        None,
    )
    name = source.name.text if source and source.name and source.name.text in words else None
    role = f"{source.role.text}" if source and source.role and name else ""
    known = source.id if source and name else None
    return Voice(
        text.told.key, text.passage(start, end), sentence, kind, name, words, (), role, source=known
    )
