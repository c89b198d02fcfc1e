"""Sources outside of the documents: whom a document calls on, and who among them is the same.

A body and all who speak for it are one. Unnamed sources of one office with the same words are one,
unless one document calls on both.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quoth.compare.origins.citing import ITS, Cited, antecedent, is_medium, tells
from quoth.compare.origins.names import HEAD, SPEAKS, Names
from quoth.compare.origins.texts import FILL, Sentence, Text, words_of
from quoth.records import Kind, Passage, Source, Statement

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
    r"\b(?:spoke|spoken|talked) (?:to|with) (?P<whom>(?:the|a|an) [^,.;]{3,70})", re.I
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
OUR_OWN = re.compile(
    r"\b(?:our|this)\b.*\b(?:reporter|correspondent|critic|(?:news)?paper|station)", re.I
)
SPEAKER = re.compile(r"(?:PRESENTER|REPORTER|HOST|ANCHOR|INTERVIEWER)\b")
LABEL = re.compile(r"(?P<name>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,2})(?:\s\([^)]*\))?:\s")
"""Who speaks, in a transcript or an interview."""
LATER = re.compile(r"\s+on\s+\w+day\b.*$")
THE = re.compile(r"(?:the|this|that|its|his|her|their)\s", re.I)
BODY_OF = re.compile(
    rf"\b(?:{SPEAKS.pattern})(?:[\w\s]{{0,20}})\s(?:of|for|at)\s(?:the\s)?(?P<of>[^,.;]{{3,40}})"
    r"|^(?:the\s)?(?P<whose>[\w-]+(?:\s[\w-]+)?)['’]s?\s(?:[\w-]+\s)?(?:book|log|record|list|register"
    r"|statement|report|bulletin|website|spokes\w+|director|chief|head|secretary|chair\w*)\b",
    re.I,
)
"""The body that somebody speaks for, or that a paper is from."""
VAGUE = re.compile(r"\b(?:persons?|people|sources?|someone|somebody|figures?|insiders?)\b", re.I)
"""Descriptions that leave the office open."""
SPAN = 5
"""So many words in a row make two say the same."""


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
    for voice in (*_labelled(text, names), *_asked(text, names)):
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


def united(all_voices: Sequence[Voice], texts: dict[str, Text]) -> list[list[Voice]]:
    """The voices of all documents, those together that are one source; in their order."""
    groups = list(range(len(all_voices)))

    def root(n: int) -> int:
        while groups[n] != n:
            n = groups[n]
        return n

    def join(one: int, other: int) -> None:
        one, other = sorted((root(one), root(other)))
        groups[other] = one

    by_key: dict[str, list[int]] = defaultdict(list)
    for n, voice in enumerate(all_voices):
        by_key[voice.key].append(n)
    for numbers in by_key.values():
        _within(all_voices, numbers, texts, join)
    _across(all_voices, texts, root, join)
    together: dict[int, list[Voice]] = defaultdict(list)
    for n, voice in enumerate(all_voices):
        together[root(n)].append(voice)
    return list(together.values())


def _of_statement(text: Text, names: Names, statement: Statement) -> Voice | None:
    if not statement.source or not tells(statement):
        return None
    outer = text.told.statements.get(statement.within or "")
    if outer and not _is_own(text, names, outer):
        return None
    source = text.told.sources.get(statement.source_id or "")
    words = statement.source.text
    sentence = text.at(statement.source.spans[0].start)
    if sentence is None or _is_own(text, names, statement):
        return None
    unnamed = not re.search(r"\s[A-Z]", words) and (
        ANONYMOUS.search(words) or _is_new(source, statement.source)
    )
    name = source.name.text if source and source.name and not unnamed else None
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
        source.kind if source else "unspecified",
        _whole_name(text, name),
        called,
        (statement.id,),
        " ".join(p.text for p in (source.role, source.affiliation) if p) if source else "",
        antecedent(text, statement.source) or "",
        is_medium(text, statement, names),
        source.id if source and not unnamed else None,
    )


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
    if source and source.kind == "author":
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


def _within(
    every: Sequence[Voice],
    numbers: list[int],
    texts: dict[str, Text],
    join: Callable[[int, int], None],
) -> None:
    """Join what one document shows to be one."""
    by_source: dict[str, int] = {}
    for place, n in enumerate(numbers):
        voice = every[n]
        if voice.source:
            join(n, by_source.setdefault(voice.source, n))
        tokens = _tokens(voice.called)
        for other in reversed(numbers[:place]):
            earlier = every[other]
            again = THE.match(voice.called) and tokens <= _tokens(earlier.called)
            if not voice.name and tokens and (again or tokens == _tokens(earlier.called)):
                join(n, other)
                break
        if place and _is_named_next(every[numbers[place - 1]], voice):
            join(n, numbers[place - 1])
        for other in numbers:
            if other != n and _speaks_for(voice, every[other], texts[voice.key]):
                join(n, other)


def _is_named_next(before: Voice, voice: Voice) -> bool:
    """`The director of the zoo has denied it. "All are here," Ada Pell said`: the same person."""
    after = voice.sentence.number - before.sentence.number
    described = before.kind == "person" and not before.name and SPEAKS.search(before.called)
    same_block = before.sentence.block == voice.sentence.block
    unknown = (
        voice.name and voice.kind == "person" and not voice.role and voice.called == voice.name
    )
    return bool(described and unknown and same_block and after == 1)


def _across(
    every: Sequence[Voice],
    texts: dict[str, Text],
    root: Callable[[int], int],
    join: Callable[[int, int], None],
) -> None:
    """Join those of several documents that have one name, one office, or one office's words."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for n, voice in enumerate(every):
        for token in _handles(voice):
            by_name[token].append(n)
    shown: dict[int, set[str]] = defaultdict(set)
    for n, voice in enumerate(every):
        shown[root(n)].add(voice.key)
    for n, voice in enumerate(every):
        near = {m for token in _handles(voice) for m in by_name[token] if m < n}
        for m in sorted(near):
            one, other = root(n), root(m)
            if every[m].key == voice.key or one == other or not _same(every[m], voice, texts):
                continue
            if not voice.name and shown[one] & shown[other]:
                continue  # one document calls on both
            join(n, m)
            shown[root(n)] = shown[one] | shown[other]


def _handles(voice: Voice) -> frozenset[str]:
    """Words by which a voice may be found to be another one."""
    vague = {"anyone"} if ANONYMOUS.search(voice.called) and not voice.name else set()
    return _tokens(f"{voice.name or ''} {voice.called} {voice.body} {voice.role}") | vague


def _same(one: Voice, other: Voice, texts: dict[str, Text]) -> bool:
    mine, theirs = _tokens(one.name or one.called), _tokens(other.name or other.called)
    shorter, longer = sorted((mine, theirs), key=len)
    if one.name and other.name:
        if one.kind == "person" and other.kind == "person":
            last = words_of(one.name)[-1] == words_of(other.name)[-1]
            return last and shorter <= longer
        return shorter <= longer
    if _body(one) and _body(other):
        bodies = sorted((_body(one), _body(other)), key=len)
        if bodies[0] <= bodies[1]:
            return True
    if one.name or other.name:
        named, unnamed = (one, other) if one.name else (other, one)
        office = _tokens(named.role) | (
            _tokens(named.name or "") if named.kind != "person" else set()
        )
        called = _tokens(unnamed.called)
        whole = _tokens(named.name or "")
        if len(whole) > 1 and whole <= called:
            return True
        return len(called) > 1 and called <= office
    if ANONYMOUS.search(one.called) and ANONYMOUS.search(other.called):
        office = mine & theirs
        anyone = VAGUE.search(one.called) or VAGUE.search(other.called)
        if len(office) > 1:  # a senior security official, twice
            return _same_words(one, other, texts, SPAN - 1)
        return bool(office or anyone) and _same_words(one, other, texts, SPAN)
    return bool(shorter) and shorter <= longer


def _same_words(one: Voice, other: Voice, texts: dict[str, Text], least: int) -> bool:
    mine, theirs = (_said(voice, texts[voice.key], least) for voice in (one, other))
    return bool(mine & theirs)


def _said(voice: Voice, text: Text, least: int) -> set[tuple[str, ...]]:
    """The runs of words in the sentence in which a source speaks, and in what it says."""
    told = text.told.statements
    spans = [
        voice.sentence.span,
        *(s for each in voice.statements for s in told[each].content.spans),
    ]
    found: set[tuple[str, ...]] = set()
    for span in spans:
        words = words_of(text.text[span.start : span.end])
        found.update(tuple(words[n : n + least]) for n in range(len(words) - least + 1))
    return found


def _speaks_for(voice: Voice, body: Voice, text: Text) -> bool:
    """Whether a person speaks for a body that the same document calls on, or is its paper."""
    words = f"{voice.called} {voice.role}"
    if body.kind == "person" or voice is body:
        return False
    theirs = _tokens(body.name or body.called)
    if not theirs or not (SPEAKS.search(words) or voice.kind == "document" or voice.name):
        return False
    if theirs < _tokens(words):
        return True
    heads = {each for each in theirs if HEAD.fullmatch(each)}
    if heads and heads <= _tokens(words) and SPEAKS.search(words):
        return True
    its = ITS.match(voice.called) and 0 <= voice.sentence.number - body.sentence.number <= 1
    return bool(its and SPEAKS.search(words))


def _body(voice: Voice) -> frozenset[str]:
    """The words of the body that a voice is, or speaks for; none for people."""
    if voice.body:
        return _tokens(voice.body)
    if of := BODY_OF.search(voice.called):
        return _tokens(of[of.lastgroup or 0])
    if voice.kind == "person" or ANONYMOUS.search(voice.called):
        return frozenset()
    proper = " ".join(re.findall(r"(?<=\s)[A-Z][\w’'-]+", f" {voice.called}"))
    return _tokens(proper or voice.called)


def _tokens(words: str) -> frozenset[str]:
    return frozenset(
        token
        for word in words_of(words)
        if (token := word.removesuffix("'s").removesuffix("'")) not in FILL and len(token) > 1
        if token not in ("very", "senior", "asked", "unnamed", "mr", "mrs", "ms", "dr")
    )
