"""*Two days before the attack*: counted from the day that the text gives the attack, if it does.

The day of an event is that of the nearest expression of a day in a sentence that names it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quoth.analysis import Analysis, Token
from quoth.details.dates import lexicon, numbers
from quoth.details.dates.calendar import Point, at, shifted
from quoth.details.dates.context import Outcome
from quoth.details.dates.finding import Found
from quoth.details.dates.lexicon import listed
from quoth.details.dates.relative import GRAIN
from quoth.records import Span

WAYS = {"before": -1, "after": 1, "following": 1, "prior": -1}
ARTICLES = listed("the this that his her their its our my to")
REACH = 6
"""Words between an event and its day, at most."""
LONGEST = 4
"""Words of an event's name that are looked at, at most."""
NOUNS = frozenset(("NOUN", "PROPN"))
NAMING = NOUNS | {"ADJ", "NUM", "X"}
SMALL = ARTICLES | listed(
    "a an and or but of on in at by with from for was were had he she they it"
)


class Dated(NamedTuple):
    """An expression and what it means."""

    found: Found
    outcome: Outcome


def counted_from_events(dated: Sequence[Dated], analysis: Analysis) -> list[Dated]:
    """The same expressions; those that count from an event are resolved against its day."""
    waiting = [n for n, one in enumerate(dated) if _event(one.found, analysis)]
    if not waiting:
        return list(dated)
    days = _days(dated, analysis)
    made = list(dated)
    for n in waiting:
        way, words = _event(dated[n].found, analysis) or (0, range(0))
        made[n] = Dated(dated[n].found, _counted(dated[n], way, words, days, analysis))
    return made


def _event(found: Found, analysis: Analysis) -> tuple[int, range] | None:
    """Does an event follow a length of time? Before or after it, and the words that name it."""
    tokens = analysis.tokens
    if found.kind not in {"duration", "day_focus"}:
        return None
    at_word = found.words.stop - (found.kind == "day_focus")
    if at_word + 2 >= len(tokens) or tokens[at_word].sentence != tokens[found.words.start].sentence:
        return None
    way = WAYS.get(tokens[at_word].text.lower())
    start = at_word + 1
    while start < len(tokens) and tokens[start].text.lower() in ARTICLES and start - at_word < 3:
        start += 1
    if way is None or start == at_word + 1:
        return None
    end = start
    while end < min(start + LONGEST, len(tokens)) and _names(tokens[end]):
        end += 1
        noun = tokens[end - 1].pos == "NOUN"
        if noun and (end == len(tokens) or tokens[end].pos not in NOUNS):
            break
    return (way, range(at_word + 1, end)) if end > start else None


def _names(token: Token) -> bool:
    """May a word be part of an event's name?"""
    return token.text.isalpha() and token.pos in NAMING and token.text.lower() not in SMALL


def _days(dated: Sequence[Dated], analysis: Analysis) -> dict[str, tuple[Point, Span]]:
    """For each word near a day, the day and the word's span; the first that is said of it."""
    tokens = analysis.tokens
    near: dict[str, tuple[int, Point, Span]] = {}
    for found, outcome in dated:
        point = outcome.point
        if point is None or point.grain != "day" or found.kind == "day_focus":
            continue
        low, high = found.words.start - REACH, found.words.stop + REACH
        for n in range(max(low, 0), min(high, len(tokens))):
            token = tokens[n]
            if n in found.words or token.sentence != tokens[found.words.start].sentence:
                continue
            key = _stem(token.text)
            away = max(found.words.start - n, n - found.words.stop + 1)
            if key and (key not in near or away < near[key][0]):
                near[key] = (away, point, token.span)
    return {key: (point, span) for key, (_, point, span) in near.items()}


def _stem(word: str) -> str:
    """What *attack*, *attacks* and *attacked* have in common; empty for small words."""
    word = word.lower()
    if len(word) < 4 or not word.isalpha():
        return ""
    for end in ("ing", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word


def _counted(
    one: Dated, way: int, words: range, days: dict[str, tuple[Point, Span]], analysis: Analysis
) -> Outcome:
    tokens = analysis.tokens
    last = words[-1]
    found = days.get(_stem(tokens[last].text))
    text = analysis.document.text
    name = " ".join(text[tokens[words.start].start : tokens[last].end].split())
    if found is None:
        how = f"the text gives no day for “{name}”"
        if one.found.kind == "day_focus":
            return Outcome("date", None, how)
        return one.outcome._replace(how=how)
    point, anchor = found
    how = f"{'after' if way > 0 else 'before'} “{name}” of {point.value}"
    count, unit = _length(one.found)
    day = shifted(point.start, way * count, unit) if count else None
    if day is None or unit not in GRAIN:
        return one.outcome._replace(how=how, anchor=anchor)
    made = at(GRAIN[unit], day)
    return Outcome("date", made.value, how, made, anchor)


def _length(found: Found) -> tuple[int | None, str]:
    if found.kind == "day_focus":
        return 1, "day"
    word = found.one("unit")
    count = found.all("n")
    if count in (["a"], ["an"], ["one"]):
        return 1, lexicon.UNIT.get(word, word)
    if set(count) & {"to", "or", "half", "/", "."}:
        return None, word
    return numbers.whole(count), lexicon.PLURAL.get(word) or lexicon.UNIT.get(word, word)
