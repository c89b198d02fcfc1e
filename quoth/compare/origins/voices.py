"""Sources outside of the documents: where a document calls on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.compare.origins.citing import Cited, antecedent, tells
from quoth.compare.origins.described import is_medium
from quoth.compare.origins.names import Names
from quoth.compare.origins.texts import Sentence, Text
from quoth.records import Kind, Passage, Source, Span, Statement

PRONOUN = re.compile(
    r"(?:i|me|my|you|your|he|him|his|she|her|it|its|we|us|our|they|them|their|who|whose|which|that"
    r"|this|these|those|both|all|one|nobody|no one|none"
    r"|somebody|someone|everybody|everyone|anybody|anyone|people|others|many|some|whoever)$",
    re.I,
)
ANONYMOUS = re.compile(
    r"\b(?:officials?|sources?|persons?|people|insiders?|aides?|employees?|diplomats?|officers?"
    r"|men|man|women|woman|advis[eo]rs?|lawmakers?|deput(?:y|ies)|executives?|traders?|workers?"
    r"|residents?|witness(?:es)?|doctors?|nurses?|staff|members?|colleagues?|soldiers?|users?)\b",
    re.I,
)
"""Heads of descriptions of those who are not named."""
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
NAMED = re.compile(r"(?<=[,\s])[A-Z][\w’'-]+\s[A-Z][\w’'-]+$")
"""A name after what somebody is."""
OUR_OWN = re.compile(
    r"\b(?:our|this)\b.*\b(?:reporter|correspondent|critic|(?:news)?paper|station)", re.I
)
SPEAKER = re.compile(r"(?:PRESENTER|REPORTER|HOST|ANCHOR|INTERVIEWER)\b")
SPOKE = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:de|van|von|al|el|bin)\s|\s)[A-Z][\w’'-]+)(?:,[^,.]{3,60},)?\s(?:has\s|had\s)?"
    r"(?:spoken|spoke|said|told|written|wrote|posted|answered|replied|declared|stated)\b"
)
QUOTED = 6
"""So many words in marks are somebody's."""
LABEL = re.compile(r"(?P<name>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,2})(?:\s\([^)]*\))?:\s")
"""Who speaks, in a transcript or an interview."""
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
    for voice in (*_labelled(text, names), *_asked(text, names), *_quoted(text)):
        if any(_over(voice.passage, place.span.start, place.span.end) for place in cited):
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
        _whole_name(text, name),
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


def _whole_name(text: Text, name: str | None) -> str | None:
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


def _labelled(text: Text, names: Names) -> Iterator[Voice]:
    """Who speaks by a label: `Brane: We shall not.`"""
    found = []
    for sentence in text.sentences:
        match = LABEL.match(text.text, sentence.span.start)
        if match and not names.is_own(text.told, match["name"]):
            found.append((match, sentence))
    often = Counter(match["name"] for match, _ in found)
    for match, sentence in found:
        name = match["name"]
        whole = _whole_name(text, name)
        if not SPEAKER.match(name) and (often[name] > 1 or whole != name):
            passage = text.passage(*match.span("name"))
            yield Voice(text.told.key, passage, sentence, "person", whole, name)


def _quoted(text: Text) -> Iterator[Voice]:
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
        spoke = [*SPOKE.finditer(text.text, start, span.start)]
        if spoke:
            name = spoke[-1]["name"]
            passage = text.passage(*spoke[-1].span("name"))
            yield Voice(text.told.key, passage, sentence, "person", name, name)


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _asked(text: Text, names: Names) -> Iterator[Voice]:
    """Whom it was told by, and what it was shown, in so many words."""
    own = names.same_house(text.told)
    for sentence in text.sentences:
        words = text.words(sentence)
        at = sentence.span.start
        for mention in names.mentions(text, sentence.span.start, sentence.span.end):
            if own & set(mention.keys):
                if told := TO_THE.search(words[: mention.span.start - at]):
                    yield from _before(text, sentence, at + told.start("verb"))
                asked = WE_ASKED.search(words, mention.span.end - at)
                if asked and asked.start() < mention.span.end - at + 20:
                    yield _voice(text, sentence, at + asked.start("whom"), at + asked.end("whom"))
        for match in TO_US.finditer(words):
            yield from _before(text, sentence, at + match.start())
        for match in ACCORDING.finditer(words):
            yield _voice(text, sentence, at + match.start("whom"), at + match.end("whom"))
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
        (s for s in text.told.reading.sources if any(_over(m, start, end) for m in s.mentions)),
        None,
    )
    name = source.name.text if source and source.name and source.name.text in words else None
    role = f"{source.role.text}" if source and source.role and name else ""
    known = source.id if source and name else None
    return Voice(
        text.told.key, text.passage(start, end), sentence, kind, name, words, (), role, source=known
    )


def _over(passage: Passage, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in passage.spans)
