"""Whether words that may be an expression of time are one here."""

from __future__ import annotations

from quoth.analysis import Analysis
from quoth.details.dates import lexicon
from quoth.details.dates.codes import LAST_YEAR
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
LEADING = listed("in since by until during")
INSIDE = frozenset("$#£€-:/.")
"""Marks that stand before a number which is no year, without a space between."""
COUNTED = listed(
    "people voters respondents adults miles men women votes jobs shares points feet dollars "
    "percent homes tons pounds members seats workers troops soldiers barrels tonnes"
    " metres meters kilometres"
)


def stands(expression: Found, told: bool) -> bool:
    """Is it one, by its words, and by the network's tags where its pattern alone is not sure?

    `told`: the network has said of this document what is time. Without it what is doubtful falls,
    but for adverbs (*sails daily*). Its tags have no veto: a linear tagger on the encoder's
    layers, learned from nine tenths of TimeBank at a time, took seven right *now* for three wrong.
    """
    if expression.kind in PLAIN and _in_name(expression):
        return False
    if expression.kind == "part" and _greeting(expression):
        return False
    if expression.kind == "year" and not _is_year(expression):
        return False
    if expression.kind == "month" and not _is_month(expression):
        return False
    if expression.sure == "doubtful":
        return (told and _tagged(expression)) or (
            expression.kind == "often" and _adverb(expression)
        )
    return True


def told(analysis: Analysis) -> bool:
    """Has the network said what is time?"""
    return any(token.time != "O" for token in analysis.tokens)


def _tagged(expression: Found) -> bool:
    return all(expression.tokens[n].time != "O" for n in expression.words)


def _adverb(expression: Found) -> bool:
    return expression.tokens[expression.words.start].pos == "ADV"


def _greeting(expression: Found) -> bool:
    """*Good morning*."""
    start = expression.words.start
    return bool(start) and expression.tokens[start - 1].text.lower() == "good"


def _in_name(expression: Found) -> bool:
    """*This Week*, *USA Today*: a capital where only a name has one."""
    tokens, words = expression.tokens, expression.words
    first = tokens[words.start].text
    if first[:1].isupper() and tokens[words.start].pos == "PROPN":
        return True
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
    if len(words) > 1:
        return True
    number = int(expression.one("year") or 1900)
    before = tokens[words.start - 1] if words.start else None
    after = tokens[words.stop] if words.stop < len(tokens) else None
    if before is not None:
        earlier = tokens[words.start - 2].text if words.start > 1 else ""
        touches = before.end == tokens[words.start].start
        if touches and before.text == "-" and len(earlier) == 4 and earlier.isdecimal():
            return True  # 1998-2001
        if before.text.lower() in NUMBERED or (touches and before.text in INSIDE):
            return False
    if after is not None:
        beyond = tokens[words.stop + 1] if words.stop + 1 < len(tokens) else after
        if after.text == "%" or after.text.lower() in COUNTED:
            return False
        leads = before is not None and before.text.lower() in LEADING
        if beyond.text.lower() in COUNTED and after.text.isalpha() and not leads:
            return False
        if after.text in {".", ","} and after.end == beyond.start and beyond.text[:1].isdigit():
            return False
    far = after is None or not after.text[:1].isalpha()  # 2300 boats
    led = before is not None and before.text.lower() in LEADING
    return 1400 <= number <= (LAST_YEAR if far and led else 2100)


def _is_month(expression: Found) -> bool:
    """*May* alone is a month only after a word that leads to one."""
    tokens, words = expression.tokens, expression.words
    if len(words) > 1 or tokens[words.start].text.lower() not in NAMES:
        return True
    return bool(words.start) and tokens[words.start - 1].text.lower() in BEFORE_MONTH
