"""Whether words that may be an expression of time are one here."""

from __future__ import annotations

from quoth.analysis import Analysis
from quoth.details.dates import lexicon
from quoth.details.dates.finding import Found
from quoth.details.dates.lexicon import listed

PLAIN = frozenset(("relative", "day_word", "present", "past", "future", "focus", "season", "part"))
"""Kinds whose words are no names: with a capital inside a sentence they are part of one."""
NUMBERED = listed("room page flight no number route section channel highway box line act")
NAMES = listed("may march april june august")
"""Months that are also people's names or other words."""
BEFORE_MONTH = listed(
    "in since by until till of from for during last next this early late mid through "
    "between and to before after - or"
)
COUNTED = listed(
    "people miles men women votes jobs shares points feet dollars percent homes tons pounds "
    "members seats workers troops soldiers barrels tonnes metres meters kilometres"
)


def stands(expression: Found, analysis: Analysis) -> bool:
    """Is it one, by its words, and by the network's tags where its pattern alone is not sure?"""
    if expression.kind in PLAIN and _in_name(expression):
        return False
    if expression.kind == "year" and not _is_year(expression):
        return False
    if expression.kind == "month" and not _is_month(expression):
        return False
    return expression.sure != "doubtful"


def _in_name(expression: Found) -> bool:
    """*This Week*, *USA Today*: a capital where only a name has one."""
    tokens, words = expression.tokens, expression.words
    first = tokens[words.start].text
    if first.isupper() and len(first) > 1:
        return False
    if any(_plain(tokens[n].text) for n in words[1:]):
        return True
    before = tokens[words.start - 1] if words.start else None
    return (
        _plain(first)
        and before is not None
        and before.sentence == tokens[words.start].sentence
        and before.text[:1].isupper()
        and before.text != "I"
    )


def _plain(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in lexicon.MONTH


def _is_year(expression: Found) -> bool:
    """Is a number of four digits a year, by its neighbours?"""
    tokens, words = expression.tokens, expression.words
    before = tokens[words.start - 1].text if words.start else ""
    following = [t.text.lower() for t in tokens[words.stop : words.stop + 2]]
    number = int(expression.one("year") or 1900)
    if len(words) > 1:
        return True
    earlier = tokens[words.start - 2].text if words.start > 1 else ""
    if before == "-" and len(earlier) == 4 and earlier.isdecimal():
        return True
    if (
        before in {"$", "#", "£", "€", "-", ":", "/"}
        or before.lower() in NUMBERED
        or following[:1] == ["%"]
    ):
        return False
    if before == "." or (
        following[:1] in (["."], [","]) and following[1:] and following[1][:1].isdigit()
    ):
        return False
    return 1400 <= number <= 2100 and not (following and following[0] in COUNTED)


def _is_month(expression: Found) -> bool:
    """*May* alone is a month only after a word that leads to one."""
    tokens, words = expression.tokens, expression.words
    if len(words) > 1 or tokens[words.start].text.lower() not in NAMES:
        return True
    return bool(words.start) and tokens[words.start - 1].text.lower() in BEFORE_MONTH
