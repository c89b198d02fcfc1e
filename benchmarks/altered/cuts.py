"""Stretches that can be left out of an utterance without breaking its grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.altered.text import count, grave, sentences
from benchmarks.altered.words import INTENSIFIERS

Cut = tuple[int, int]
SHORTEST_LEFT = 6
"""Words that have to be left over."""
OPENING = re.compile(
    r"^(?:(?:Well|Look|Listen|You know|I mean|So|Now|Frankly|Honestly|Obviously|Again|Of course|"
    r"In fact|Actually|Yes|Yeah|OK|Okay|Look at this),\s+|And,?\s+)"
)
INTENSE = re.compile(rf"(?<=\s)(?:{'|'.join(INTENSIFIERS)})\s+(?=[a-z])")
ASIDE = re.compile(
    r",\s(?:you know|I mean|of course|frankly|in fact|for example|for instance|as well|too|by the "
    r"way|obviously|again|I have to say|I tell you|as you know|"
    r"(?:which|who|where|including|especially|particularly|along with|as well as|like|such as)\s"
    r"[^,.;:?!]{4,70}),"
)
WHEN_AND_WHERE = re.compile(
    r"(?<=\w)(?<!\ball)(?<!\band)\s(?:in this country|in our country|in America|around the world|"
    r"all over the world|"
    r"at this point|at this time|right now|today|tonight|every day|all the time|across the country|"
    r"across America|in Washington|this year|last year|this week|last week|last night|so far|"
    r"in the world|in history|every single day|as well|over the years|in recent years|by the way|"
    r"of course|again and again|for years|in the past|at the moment|in the end|very much|"
    r"at the end of the day|on both sides|of all time|in my life|of this country|together)"
    r"(?=[\s,.;!?])"
)
TAIL = re.compile(
    r"(?:,\s(?:because|which|where|while|as|since|and(?=\s(?:I|we|he|she|it|they|that|this|there|you|everything)\b)|who|including|especially|particularly|"
    r"so that|"
    r"after|before|with|from|in order to|like)|\s(?:because|while|since|so that|in order to|"
    r"especially|including|after|before|during|throughout|regardless of|along with|as well as))"
    r"\s[^.;:?!]+(?=[.!]?$)"
)
HEAD = re.compile(
    r"^(?:In|At|On|For|From|With|After|Before|During|Over|As|Since|Because|While|Today|Right now|"
    r"Every|Throughout|Through|Under|By|To)\s[^,.;:?!]{6,90},\s"
)
SUBJECT = re.compile(
    r"^(?:I|we|he|she|it|they|you|there|this|that|these|those|the|a|my|our|his|her|their|people|"
    r"everyone|everybody|what)\b",
    re.I,
)


def small(text: str) -> list[Cut]:
    """Words and asides inside."""
    found: list[Cut] = []
    for match in INTENSE.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        if not grave(before) and not re.search(r"\b(?:the|so|that|this)\s$", before):
            found.append(match.span())
    found += [(m.start(), m.end() - 1) for m in ASIDE.finditer(text)]
    found += [m.span() for m in WHEN_AND_WHERE.finditer(text)]
    return _fit(text, found)


def ends(text: str) -> list[Cut]:
    """What opens or closes it, up to whole clauses."""
    found = [m.span() for m in OPENING.finditer(text)]
    head = HEAD.match(text)
    if head and SUBJECT.match(text[head.end() :]):
        found.append(head.span())
    for at in range(len(text)):
        if text[at] in ", " and (tail := TAIL.match(text, at)):
            found.append(tail.span())
    return _fit(text, found)


def whole(text: str) -> list[Cut]:
    """Sentences of several."""
    found, at = [], 0
    for sentence in sentences(text):
        found.append((at, at + len(sentence)))
        at += len(sentence)
    return _fit(text, found if len(found) > 1 else [])


def _fit(text: str, found: list[Cut]) -> list[Cut]:
    total = count(text)
    return sorted(
        {
            (start, end)
            for start, end in found
            if not grave(text[start:end])
            and total - count(text[start:end]) >= max(SHORTEST_LEFT, 0.3 * total)
        }
    )


def inside(text: str) -> Iterator[Cut]:
    """Cuts that leave words on both sides."""
    for start, end in [*small(text), *whole(text)]:
        if start > 0 and end < len(text.rstrip(" .!?")):
            yield start, end
