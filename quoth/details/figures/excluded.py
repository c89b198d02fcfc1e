"""Numbers that are no figures: dates, clock times, ordinals, and those in names and labels."""

from __future__ import annotations

from quoth.details.figures.measures import Measure
from quoth.details.figures.numbers import SCALES, SHORT, SHORT_MONEY, SPELLED, Number
from quoth.details.figures.units import GLUED
from quoth.details.figures.words import Line, among
from quoth.records import Bound

MONTHS = among(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec
    """
)
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
FUNCTION = among(
    """
    a about above after all almost although among an and another any are around as at be
    because been before below between both but by can could did do does down during each
    either else even every few for from had has have he her here hers him his how i if in
    including into is it its just last least less like many may me might more most my near
    nearly neither next no nor not now of off on once only onto or other our out over own per
    rather said say says she should since so some such than that the their them then there
    these they this those though through to today too under until up upon us very was we were
    what when where whether which while who whom whose why will with within without would yet
    you your also still yesterday again ago already always never ahead approximately roughly
    exactly there's we've they've percent he's it's
    """
)
"""Words that neither begin a counted noun phrase nor are names, where no grammar tells."""
PEOPLE = among(
    """
    people men women children voters jobs votes workers troops soldiers residents students
    members deaths homes houses cases employees officers refugees migrants dollars families
    """
)
ERAS = among("bc bce ad ce b.c a.d")
GONE = among(
    """
    ago later earlier before after prior hence since removed
    """
)
"""Behind an amount of time: it only places something in time."""
NEAR = among("last past previous preceding recent these those coming following")
ONCE = among("day time night morning evening afternoon point moment another thing way or such")
NO_ONE = among(
    """
    no any some every each this that the which not another only as
    """
)
DAYS = among("monday tuesday wednesday thursday friday saturday sunday summer winter")


def whole_unit(line: Line, start: int, found: Number, measure: Measure | None) -> bool:
    """Whether an amount of time is one, and does not only place something in time."""
    assert measure
    end = measure.end
    if line.low(end) in GONE or line.lows(end, end + 2) == ("from", "now"):
        return False
    if line.low(end) in ("away", "out", "back") and measure.kind == "time":
        return False
    before = line.low(start - 1)
    if before in ("last", "past", "previous", "next", "coming", "preceding", "following", "final"):
        return _spell(line, start - 1)
    if before in ("first", "these", "those", "same"):
        return not any(line.low(start - n) in ("in", "within", "during", "on") for n in (2, 3, 4))
    if line.low(start + 1) == "single":
        return True
    if before in ("after", "following"):
        return line.low(end) in ("of", "in", "as", "at", "with", "without", "on")
    return before not in ("in", "into", "ago")


def _spell(line: Line, at: int) -> bool:
    """`for the last five years` lasts; `in the last 24 hours` is when."""
    placed = ("in", "over", "during", "within", "on", "by", "at", "through", "throughout")
    future = line.low(at) in ("next", "coming", "following", "final")
    for back in range(1, 4):
        word = line.low(at - back)
        if word == "for":
            return True
        if word in placed:
            return future and word == "over"
        if word not in ("the", "his", "her", "its", "their", "our", "my", "this", "these"):
            break
    return future


def excluded(line: Line, start: int, found: Number, bound: Bound | None) -> bool:
    """Whether a number without a unit is no quantity."""
    if line.at(start).digits:
        return _label(line, start, found.end) or _date(line, start, found, bound)
    return _spelled(line, start, found)


def torn(line: Line, start: int, end: int) -> bool:
    """Whether digits are part of something longer: A6, 2nd, 9/11, 1:30, 800-273-8255, /2016/."""
    word, before, behind = line.at(start), line.at(start - 1), line.at(end)
    if not word.digits:
        if word.spaced or before.token < 0:
            return False
        return before.text == "/" or (before.text in "-‐‑" and line.at(start - 2).text.isalpha())
    if before.token >= 0 and not word.spaced:
        if before.text.isalpha() or before.text in "/=_#@&:\\":
            return True
        if before.text in ".," and line.at(start - 2).digits and not before.spaced:
            return True
        if before.text in "'’‘" and before.spaced and len(word.text) == 2:
            return True  # '80s
        if before.text in "-‐‑–" and not before.spaced and _letters(line, start - 2):
            return True
    if behind.token >= 0 and not behind.spaced and end == start + 1:
        if behind.text in "/:\\_=@" and not line.at(end + 1).spaced:
            return not (behind.text == "/" and line.at(end + 1).text.isalpha())
        if behind.text.isalpha() and not _unit_letters(behind.low):
            return True
        if behind.text == "'" and line.low(end + 1) == "s":
            return True
        if behind.text == "(" and line.at(end + 1).text.isalpha():
            return True
        if behind.text in "." and line.at(end + 1).digits and not line.at(end + 1).spaced:
            return True
        if behind.text in "'’" and line.low(end + 1) == "s" and len(word.text) in (2, 4):
            return True
    return _phone(line, start)


def _unit_letters(word: str) -> bool:
    """Whether letters that cling to digits are a unit or a scale: 5km, 3bn; not 2nd, 3D, 600px."""
    return word in GLUED or word in SHORT or word in SHORT_MONEY or word in SCALES or word == "x"


SPANNING = among("low mid high early late upper lower pre post non sub under over to the")


def _letters(line: Line, at: int) -> bool:
    """Whether a hyphen ties the number to a name: G-20, COVID-19, EB-5."""
    word = line.at(at)
    return word.text.isalpha() and word.low not in SPANNING and word.low not in SPELLED


def _phone(line: Line, at: int) -> bool:
    """Groups of digits tied by hyphens: three or more, or an ISO date, or a telephone number."""
    first = at
    while (
        line.at(first - 1).text in "-‐‑–"
        and line.at(first - 2).digits
        and not (line.at(first).spaced or line.at(first - 1).spaced)
    ):
        first -= 2
    last = at
    while (
        line.at(last + 1).text in "-‐‑–"
        and line.at(last + 2).digits
        and not (line.at(last + 1).spaced or line.at(last + 2).spaced)
    ):
        last += 2
    groups = [line.at(n).text for n in range(first, last + 1, 2)]
    if line.at(first - 1).text == "(" and line.at(first + 1).text == ")" and len(groups[0]) == 3:
        return True
    return len(groups) > 2 or (
        len(groups) == 2 and ((len(groups[1]) == 4 and len(groups[0]) == 3) or groups[0][0] == "0")
    )


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


def _date(line: Line, start: int, found: Number, bound: Bound | None) -> bool:
    _word, before, behind = line.at(start), line.at(start - 1), line.at(found.end)
    month = before if before.text != "." else line.at(start - 2)
    if month.low in MONTHS and month.text[:1].isupper() and found.low and found.low <= 2100:
        return True
    if behind.low in MONTHS and behind.text[:1].isupper() and (found.low or 99) <= 31:
        return True
    if found.low and found.low <= 31 and _range_of_days(line, start):
        return True
    if _clock(line, start, found):
        return True
    if behind.low in ERAS or before.low in ("ad", "a.d", "circa"):
        return True
    if found.low and found.low <= 2100 and behind.text == "," and is_year(line, found.end + 1):
        return month.low in MONTHS
    return _year(line, start, found, bound)


def _range_of_days(line: Line, start: int) -> bool:
    """The second of *March 3-5*, *June 2 and 3*."""
    joint = line.low(start - 1) in ("-", "–", "and", "to", ",")
    return joint and line.at(start - 2).digits and line.low(start - 3) in MONTHS


def is_year(line: Line, at: int) -> bool:
    text = line.at(at).text
    return len(text) == 4 and text.isdecimal() and 1000 <= int(text) <= 2100


def _year(line: Line, start: int, found: Number, bound: Bound | None) -> bool:
    if found.end != start + 1 or not is_year(line, start):
        return False
    if bound in ("at_least", "more_than", "at_most", "less_than", "nearly"):
        return False
    return line.low(found.end) not in PEOPLE


def _clock(line: Line, start: int, found: Number) -> bool:
    """5 p.m., eleven o'clock, at eleven, shortly after eight."""
    at = found.end
    if line.low(at) in ("am", "pm", "o", "noon", "midnight", "gmt", "est", "hrs"):
        return True
    if line.low(at) in ("a", "p") and line.low(at + 1) == "." and line.low(at + 2) == "m":
        return True
    if found.low is None or found.low > 12 or found.low < 1 or noun_follows(line, at):
        return False
    if line.lows(at, at + 3) in (("in", "the", "morning"), ("in", "the", "evening")) or line.lows(
        at, at + 3
    ) == ("in", "the", "afternoon"):
        return True
    before = line.low(start - 1)
    if before in ("at", "until", "till", "past", "o"):
        return True
    return before in ("after", "before", "around", "about") and (
        line.low(start - 2) in ("shortly", "soon", "just", "at", "by", "little", "until")
    )


def _spelled(line: Line, start: int, found: Number) -> bool:
    """Clock times, labels, and *one* that is a pronoun."""
    if found.kind == "vague":
        return False
    if _clock(line, start, found):
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


OPEN = frozenset(("NOUN", "PROPN", "ADJ", "X", ""))


def noun_follows(line: Line, at: int) -> bool:
    """Whether a noun phrase goes on at a word; by its part of speech where there is one."""
    word = line.at(at)
    if not word.text[:1].isalpha() or word.low in FUNCTION:
        return False
    return line.pos(at) in OPEN or (line.pos(at) == "VERB" and line.pos(at + 1) == "NOUN")
