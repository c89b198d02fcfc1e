"""Numbers that are no figures: dates, clock times, ordinals, and those in names and labels."""

from __future__ import annotations

from quoth.details.figures.nouns import FUNCTION, noun_follows
from quoth.details.figures.numbers import SPELLED, Number
from quoth.details.figures.placing import MONTHS, clock, dated
from quoth.details.figures.words import Line, among
from quoth.records import Bound

LABELS = among(
    """
    no nos number numbers section sections article articles chapter chapters page pages p pp
    paragraph paragraphs para tab title act amendment proposition prop item exhibit appendix
    figure fig table room flight route highway interstate channel channels gate platform line
    phase stage level grade group type version model class category round volume vol issue
    bill resolution rule case district ward precinct unit block apartment apt suite box lot
    zone area sector terminal pier track bus tram train psalm verse schedule clause annex note
    footnote ch sec art part step question form size order directive protocol episode season
    game day week super year tier formula minute option plan reactor hall house building pit
    mine well company battalion division regiment squad team lane exit mile kilometer station
    camp point
    """
)
"""Before digits, the number is a label: *Section 12*."""

SPELLED_LABELS = among(
    "number section article chapter page paragraph platform phase part channel act stage"
)

ONCE = among("day time night morning evening afternoon point moment another thing way or such")

NO_ONE = among(
    """
    no any some every each this that the which not another only as
    """
)

DAYS = among("monday tuesday wednesday thursday friday saturday sunday summer winter")


def excluded(line: Line, start: int, found: Number, bound: Bound | None) -> bool:
    """Whether a number without a unit is no quantity."""
    if line.at(start).digits:
        return _label(line, start, found.end) or dated(line, start, found, bound)
    return _spelled(line, start, found)


def _label(line: Line, start: int, end: int) -> bool:
    """Section 12, No. 2, Channel 5, [28], 1. at a paragraph's head."""
    before = line.at(start - 1)
    behind = line.at(end)
    if before.token < 0 and behind.text in (".", ")", ":"):
        return True
    if before.text in ("[", "(") and behind.text in ("]", ")", ",", "–", "-", ";"):
        closing = behind.text in "])" or line.at(end + 1).digits
        return closing and not (before.text == "(" and _aged_name(line, start))
    if before.text == "(" and line.at(start - 2).token < 0:
        return True
    name = line.at(start - 2) if before.text == "." else before
    if name.low in LABELS and not noun_follows(line, end) and name.token >= 0:
        return True
    if name.low in ("no", "nos", "p", "pp", "section", "article", "chapter", "page", "district"):
        return before.text == "." or name.low not in ("no",)
    if name.low in ("apartment", "box") and name.text.istitle():
        return True
    return _named(line, start, end)


def _aged_name(line: Line, start: int) -> bool:
    """`Silas Orr (41)`."""
    return line.at(start - 2).text.istitle() and len(line.at(start).text) == 2


def _named(line: Line, start: int, end: int) -> bool:
    """Boeing 737: a name before the number, and nothing that it counts behind."""
    before = line.at(start - 1)
    if not before.text[:1].isupper() or before.low in FUNCTION or before.low in MONTHS:
        return False
    if line.sentence(start - 1) != line.sentence(start):
        return False
    if line.at(end).text == "," and line.at(end + 1).text.istitle():
        return False  # Harbour 3, Lisk 1
    return not noun_follows(line, end) and line.at(start - 2).text not in (",", ";")


def _spelled(line: Line, start: int, found: Number) -> bool:
    """Clock times, labels, and *one* that is a pronoun."""
    if found.kind == "vague":
        return False
    if clock(line, start, found):
        return True
    before = line.at(start - 1)
    if before.low in SPELLED_LABELS and not noun_follows(line, found.end):
        return True
    if _in_name(line, start, found.end):
        return True
    if (
        before.low in (",", ":", "and")
        and line.at(found.end).text == ","
        and found.end == start + 1
    ):
        return True  # is, one, this and, two, that
    if line.low(start) == "one" and found.end == start + 1:
        return _pronoun(line, start)
    return bool(
        line.low(start) == "zero" and before.low in ("from", "ground", "absolute", "net", "day")
    )


def _in_name(line: Line, start: int, end: int) -> bool:
    """Company Four, Zero Hedge: capitals that neither a sentence's start nor a headline gives."""
    word, before, behind = line.at(start), line.at(start - 1), line.at(end)
    if not word.text.istitle() or not before.text.isalpha() or before.text.isupper():
        return False
    if before.text.istitle() and before.low not in FUNCTION:
        return True
    return before.text.islower() and behind.text.istitle() and behind.low not in FUNCTION


def _pronoun(line: Line, start: int) -> bool:
    """Whether *one* is a pronoun, or stands for no count: one of, one day, the one, one must."""
    before, behind = line.low(start - 1), line.low(start + 1)
    if (
        before in NO_ONE
        or behind in ONCE
        or behind in DAYS
        or behind == "of"
        or before in ("-", "’", "'")
    ):
        return True
    if behind in ("after", "by", "on", "to", "in", "at"):
        return True
    if line.pos(start + 1) in ("NOUN", "PROPN", "ADJ") or noun_follows(line, start + 1):
        return line.pos(start) == "PRON"
    return not _contrast(line, start)


def _contrast(line: Line, start: int) -> bool:
    """Another number in words or digits a little before, as in *two drowned and one swam*."""
    return any(
        line.low(n) in SPELLED and line.low(n) != "one" for n in range(max(start - 12, 0), start)
    )
