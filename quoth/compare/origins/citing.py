"""Where a document takes something from another one, and does not merely name it.

Of the places that name an outlet most take nothing: its reporter was there, somebody reads it, it
did not answer. A place counts where the outlet is the source of a statement, or stands with a
word for telling: it tells, is told, or is told by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.compare.origins.matter import SOME, in_common, is_matter, is_quoted
from quoth.compare.origins.names import Mention, Names, signers
from quoth.compare.origins.texts import Sentence, Text
from quoth.compare.origins.verbs import DOES, TELLING, THAT, TOLD
from quoth.records import Passage, Span, Statement

QUOTES = re.compile(
    r"[^.;]{0,80}?\b(?:quoted|says|said|writes|wrote|told|tells|reads?|reported|reports)\b", re.I
)
"""What stands after `In the Gazette`."""
REPORTER = re.compile(
    r"\b(?:reporters?|correspondents?|journalists?|photographers?|editors?|columnists?"
    r"|commentators?|presenters?|critics?) (?:of|from|for|at|with)"
    r" (?:the )?$",
    re.I,
)
REFUSED = re.compile(
    r"\b(?:not|never|nobody|nothing|no|neither|refus\w+|declin\w+|will|would|shall)\b|n['’]t\b",
    re.I,
)
LISTED = re.compile(
    r"(?:[\s,;]|\b(?:and|then|the|or|both|by|also|as|well|it|had|has|have|first|later|in)\b)+", re.I
)
"""All that stands between two names in a list."""
AND = re.compile(r"(?:,|,? and| or|,? as well as)\s(?:the\s)?", re.I)
NEAR = 250
"""Characters on each side of a name in which it may be told from it."""
ITS = re.compile(r"(?:its|their)\s", re.I)
SUBJECT = re.compile(
    r"(?:[^.]{0,60}[.:] )?(?P<name>(?:The |A |An )?(?:[\w’'-]+\s){0,5}?[\w’'-]+)\s(?:has|have|had"
    r"|will|would|is|are|was|were|said|says|told|denied|denies|announced|confirmed|does|did|can|could)\b"
)
ASKS = frozenset(("question", "think", "promise"))
FEELS = frozenset(("praise", "promise", "think", "agree", "apologise", "question", "admit"))
"""What an outlet does by words that hold no matter of its own."""
ASIDE = re.compile(
    r"\b(?:for|of|with|at|near|on|outside|against|like|unlike|than|and|or)\s(?:the\s)?$"
    r"|\b(?:who|which|whose)\b[^,]*$",
    re.I,
)
"""Before a name that is not there for what its document tells."""
PLACE = re.compile(r"\b(?:at|near|outside|beside|behind|opposite|with|like)\s", re.I)
APPOSED = re.compile(r",\s(?:the\s)?$", re.I)


@dataclass(frozen=True, slots=True)
class Cited:
    """A place where a document has something from another one."""

    key: str
    """The other document's."""
    span: Span
    sentence: Sentence
    described: bool = False
    """Without a name: "local media", "the newspaper"."""
    statements: tuple[str, ...] = ()
    """Ids of the statements that are had from there."""


def cited(text: Text, names: Names) -> list[Cited]:
    """Where a document takes something from others that it names, in the order of the text."""
    own = names.same_house(text.told)
    found = []
    for sentence in text.sentences:
        mentions = [
            each
            for each in names.mentions(text, sentence.span.start, sentence.span.end)
            if not own & set(each.keys)
        ]
        said = [_said_by(text, names, sentence, mention) for mention in mentions]
        taken = [
            bool(each)
            or _is_taken(text, sentence, mention)
            or _is_matter(text, names, sentence, mention)
            for mention, each in zip(mentions, said, strict=True)
        ]
        _spread(text, mentions, taken)
        for mention, statements, is_taken in zip(mentions, said, taken, strict=True):
            near = text.around(sentence, mention.span).text
            key = names.nearest(mention.keys, text.told, near) if is_taken else None
            if key:
                found.append(Cited(key, mention.span, sentence, False, statements))
    found += _of_bodies(text, names)
    return sorted(found, key=lambda each: each.span)


def _spread(text: Text, mentions: Sequence[Mention], taken: list[bool]) -> None:
    """What holds of one name in a list holds of all: `the Post and the Gazette report`."""
    gaps = [text.text[a.span.end : b.span.start] for a, b in pairwise(mentions)]
    for n, gap in enumerate(gaps):
        if taken[n] and LISTED.fullmatch(gap):
            taken[n + 1] = True
    for n, gap in reversed(list(enumerate(gaps))):
        if taken[n + 1] and AND.fullmatch(gap):
            taken[n] = True


def _is_taken(text: Text, sentence: Sentence, mention: Mention) -> bool:
    start, end = mention.span.start, mention.span.end
    before = text.text[max(sentence.span.start, start - NEAR) : start]
    after = text.text[end : min(sentence.span.end, end + NEAR)]
    told = TOLD.search(before)
    if told and not REFUSED.search(" ".join(before[: told.start()].split()[-4:])):
        return True
    if "," in before[-40:] and re.search(r"\b(?:who|which|whose)\b[^,]*$", before):
        return False  # "its setter, who reads the weather on Channel Six, says"
    if re.search(r"(?:^|[\s“\"])In\s+(?:the\s+)?$", before) and QUOTES.match(after):
        return True
    if before.rstrip().endswith(
        (" of", " for", " from", " by", " with", " to", " on", " in", " at")
    ):
        reporter = REPORTER.search(before)
        return bool(reporter and (TELLING.match(after) or DOES.match(after.lstrip())))
    return bool(TELLING.match(after)) and not REFUSED.search(after[:12])


def _is_matter(text: Text, names: Names, sentence: Sentence, mention: Mention) -> bool:
    """Whether it tells what the named one's document tells, though no word of telling is there."""
    before = text.text[sentence.span.start : mention.span.start]
    after = text.text[mention.span.end : sentence.span.end]
    other = _other(text, names, mention)
    if other is None or ASIDE.search(before) or REFUSED.search(after[:40]):
        return False
    return any(test(text, sentence, mention.span, other) for test in (is_matter, is_quoted))


def _other(text: Text, names: Names, mention: Mention) -> Text | None:
    key = names.nearest(mention.keys, text.told, "")
    return names.text(key) if key else None


def _said_by(text: Text, names: Names, sentence: Sentence, mention: Mention) -> tuple[str, ...]:
    """The statements whose source an outlet is, where it tells them."""
    found = [
        each
        for each in text.told.reading.statements
        if each.source
        and any(s.start <= mention.span.start < s.end for s in each.source.spans)
        and tells(each)
        and _is_head(text, each, mention)
    ]
    if found and not any(map(_is_sure, found)):
        other = _other(text, names, mention)
        if other is None or in_common(text, sentence, mention.span, other) < SOME:
            return ()
    return tuple(each.id for each in found)


def _is_sure(statement: Statement) -> bool:
    """Whether its words alone say that a source tells something, and does not do something."""
    if statement.cued and statement.cued.act in FEELS:
        return False
    cue = statement.cue.text if statement.cue else ""
    return not DOES.search(cue) or bool(re.match(THAT, f" {statement.content.text}"))


def tells(statement: Statement) -> bool:
    """Whether a source tells something by a statement: it is not asked, silent, or to tell it."""
    cue, cued = statement.cue, statement.cued
    if cue is None or cued is None:
        return True
    if REFUSED.search(cue.text) or cued.act in ASKS:
        return False
    return cued.polarity == "positive" or cued.act in ("deny", "assert", "report")


def _is_head(text: Text, statement: Statement, mention: Mention) -> bool:
    """Whether an outlet is the source itself, not in a clause about the source."""
    assert statement.source is not None
    before = text.text[statement.source.spans[0].start : mention.span.start]
    after = text.text[mention.span.end : statement.source.spans[-1].end].strip()
    if after in ("", ",") and before.count(",") == 1:
        before = APPOSED.sub("", before)  # "our sister paper, the Post"
    if PLACE.search(before):
        return False
    return not re.search(r",|\b(?:who|which|whose|that)\b", before) and not re.search(
        r"\b(?:reader|viewer|listener|owner|critic)s?\b", before
    )


def _of_bodies(text: Text, names: Names) -> Iterator[Cited]:
    """What it takes from a body with a document of its own, whoever speaks for it."""
    speakers = _speakers(text, names)
    for statement in text.told.reading.statements:
        if not statement.source or not tells(statement):
            continue
        source = text.told.sources.get(statement.source_id or "")
        words = statement.source.text
        key = (
            names.body(words, text.told)
            or names.spoken_for(words, text.told)
            or speakers.get(source.id if source else "")
            or names.body(antecedent(text, statement.source) or "", text.told)
        )
        span = statement.source.spans[0]
        sentence = text.at(span.start)
        if key and sentence:
            yield Cited(key, span, sentence, False, (statement.id,))


def antecedent(text: Text, source: Passage) -> str | None:
    """What *its* means in `Its spokeswoman`: the subject of the sentence, or of the one before."""
    if not ITS.match(source.text):
        return None
    start = source.spans[0].start
    sentence = text.at(start)
    if sentence is None:
        return None
    here = SUBJECT.match(text.text[sentence.span.start : start])
    if here is None and sentence.number:
        here = SUBJECT.match(text.words(text.sentences[sentence.number - 1]))
    return here["name"] if here else None


def _speakers(text: Text, names: Names) -> dict[str, str]:
    """The sources of a document who speak for a body with a document of its own, and for which."""
    signed = {
        name.casefold(): key
        for key in names.bodies
        for name in signers(names.text(key))
        if key != text.told.key
    }
    found: dict[str, str] = {}
    for source in text.told.reading.sources:
        called = [source.name] if source.name else []
        phrases = [source.role, source.affiliation, *called]
        for phrase in filter(None, phrases):
            key = signed.get(phrase.text.casefold()) or (
                names.spoken_for(phrase.text, text.told) if phrase is not source.name else None
            )
            if key:
                found[source.id] = key
    return found
