"""Sources outside of the documents: where a document calls on them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.compare.origins.citing import Cited, antecedent, tells
from quoth.compare.origins.described import is_medium
from quoth.compare.origins.names import Names
from quoth.compare.origins.shown import signed
from quoth.compare.origins.spoken import asked, labelled, quoted
from quoth.compare.origins.texts import Text
from quoth.compare.origins.voice import PRONOUN, SPEAKER, Voice, over, whole_name
from quoth.records import Passage, Source, Statement

ANONYMOUS = re.compile(
    r"\b(?:officials?|sources?|persons?|people|insiders?|aides?|employees?|diplomats?|officers?"
    r"|men|man|women|woman|advis[eo]rs?|lawmakers?|deput(?:y|ies)|executives?|traders?|workers?"
    r"|residents?|witness(?:es)?|doctors?|nurses?|staff|members?|colleagues?|soldiers?|users?)\b",
    re.I,
)
"""Heads of descriptions of those who are not named."""
NAMED = re.compile(r"(?<=[,\s])[A-Z][\w’'-]+\s[A-Z][\w’'-]+$")
"""A name after what somebody is."""
OUR_OWN = re.compile(
    r"\b(?:our|this)\b.*\b(?:reporter|correspondent|critic|(?:news)?paper|station)", re.I
)


def voices(text: Text, names: Names, cited: Sequence[Cited]) -> list[Voice]:
    """The places where a document calls on sources that have no document here."""
    elsewhere = {each for place in cited for each in place.statements}
    found = [
        voice
        for statement in text.told.reading.statements
        if statement.id not in elsewhere
        if (voice := _of_statement(text, names, statement))
    ]
    met = {(voice.sentence.number) for voice in found}
    for voice in (*labelled(text, names), *asked(text, names), *signed(text), *quoted(text)):
        if any(over(voice.passage, place.span.start, place.span.end) for place in cited):
            continue
        if not any(
            other.sentence == voice.sentence
            and other.passage.spans[0].start < voice.passage.spans[0].end
            and voice.passage.spans[0].start < other.passage.spans[0].end
            for other in found
        ) and (voice.sentence.number not in met or voice.kind != "unspecified"):
            found.append(voice)
    return sorted(found, key=lambda voice: voice.passage.spans[0])


def _of_statement(text: Text, names: Names, statement: Statement) -> Voice | None:
    if not statement.source or not tells(statement):
        return None
    outer = text.told.statements.get(statement.within or "")
    if outer and not _is_own(text, names, outer):
        return None
    source = text.told.sources.get(statement.source_id or "")
    words = statement.source.text
    if source and source.kind == "author":
        source = None  # `the harbour master, Tam Reddick, says`, taken for the one who writes
    sentence = text.at(statement.source.spans[0].start)
    if sentence is None or _is_own(text, names, statement):
        return None
    unnamed = not re.search(r"\s[A-Z]", words) and (
        ANONYMOUS.search(words) or _is_new(source, statement.source)
    )
    name = source.name.text if source and source.name and not unnamed else None
    if source is None and (third := NAMED.search(words)):
        name = third.group()
    if name and names.called(name):
        return None
    passage, called = statement.source, words
    if PRONOUN.match(words.strip()):
        if source is None or source.kind == "unspecified":
            return None
        explicit = [m for m in source.mentions if not PRONOUN.match(m.text.strip())]
        if not explicit:
            return None
        start = statement.source.spans[0].start
        passage = min(explicit, key=lambda m: abs(m.spans[0].start - start))
        called = name or passage.text
    return Voice(
        text.told.key,
        passage,
        sentence,
        source.kind if source else "person" if name else "unspecified",
        whole_name(text, name),
        called,
        (statement.id,),
        " ".join(p.text for p in (source.role, source.affiliation) if p) if source else "",
        antecedent(text, statement.source) or "",
        is_medium(text, statement, names),
        source.id if source and not unnamed else None,
    )


def _third(text: Text, statement: Statement) -> bool:
    """Whether a name stands there that is not the author's, whoever the reading takes it for."""
    found = NAMED.search(statement.source.text) if statement.source else None
    authors = " ".join(author.value for author in text.document.metadata.authors).casefold()
    return found is not None and found.group().casefold() not in authors


def _is_new(source: Source | None, mention: Passage) -> bool:
    """Whether `a military expert` brings in somebody who was not named before."""
    name = source.name if source else None
    begins = re.match(r"(?:an?|another|one|two|several|some)\s", mention.text, re.I)
    return bool(begins and name and name.spans[0] < mention.spans[0])


def _is_own(text: Text, names: Names, statement: Statement) -> bool:
    """Whether it is the author, the outlet or its reporter who speaks."""
    source = text.told.sources.get(statement.source_id or "")
    if source and source.kind == "author" and not _third(text, statement):
        return True
    if not statement.source:
        return source is None and statement.cue is None
    words = statement.source.text
    role = source.role.text if source and source.role else ""
    if OUR_OWN.search(words) or OUR_OWN.match(role) or SPEAKER.match(words):
        return True
    reporter = re.sub(
        r"^(?:the|a|an)\s+|\s+(?:reporter|correspondent|photographer)s?$", "", words, flags=re.I
    )
    return names.is_own(text.told, reporter)
