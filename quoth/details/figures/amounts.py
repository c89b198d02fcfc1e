"""Numbers with their units and bounds: the figures of a line, not yet what they count."""

from __future__ import annotations

from dataclasses import replace

from quoth.details.figures import bounds
from quoth.details.figures.ages import is_age
from quoth.details.figures.amount import Amount, Conventions, opened
from quoth.details.figures.excluded import excluded
from quoth.details.figures.measured import measured_by
from quoth.details.figures.measures import HYPHENS, Measure, rate
from quoth.details.figures.multiples import VERBS, times
from quoth.details.figures.nouns import noun_follows
from quoth.details.figures.numbers import ARTICLES, MANY, SCALES, SPELLED, STARTS, Number, number
from quoth.details.figures.placing import whole_unit
from quoth.details.figures.ranges import ends
from quoth.details.figures.shares import is_share, out_of
from quoth.details.figures.signs import sign_at
from quoth.details.figures.specials import special
from quoth.details.figures.torn import torn
from quoth.details.figures.units import ADVERBS, CODES, PER_TIME, SIGNS, TIME
from quoth.details.figures.words import Line, among
from quoth.records import Bound


def amounts(line: Line, conventions: Conventions) -> list[Amount]:
    """The figures of a line, in order; no two share a word."""
    found: list[Amount] = []
    at = free = 0
    while at < len(line.words):
        one = _amount(line, at, free, conventions) if _may_begin(line, at) else None
        if one is None:
            skip = _skipped(line, at, conventions)
            at = max(at + 1, skip)
        else:
            if found and _shares_unit(line, found[-1], one):
                found[-1] = replace(found[-1], unit=one.unit, kind=one.kind)
            if found and _keeps_unit(line, found[-1], one):
                one = replace(one, unit=found[-1].unit, kind=found[-1].kind)
            found.append(one)
            at = free = one.end
    return found


def _shares_unit(line: Line, one: Amount, other: Amount) -> bool:
    """`27 and 29 years old`: the first has the unit that only the second names."""
    if one.unit or one.kind != "count" or other.kind not in ("percent", "age", "time", "money"):
        return False
    return other.start == one.end + 1 and line.low(one.end) in ("and", "or", "to", ",")


def _keeps_unit(line: Line, one: Amount, other: Amount) -> bool:
    """`from 58 percent to 55`: the second has the unit that only the first names."""
    if other.unit or other.kind != "count" or one.kind not in ("percent", "money"):
        return False
    if line.sentence(one.start) != line.sentence(other.start) or noun_follows(line, other.end):
        return False
    return line.low(other.start - 1) in ("at", "to", "with", "from", "and") and (
        line.low(other.end) != "of"
    )


def _may_begin(line: Line, at: int) -> bool:
    word = line.at(at)
    return word.digits or word.low in STARTS or word.text in SIGNS or word.low in WORDS


WORDS = among(
    """
    double triple treble quadruple halve twice thrice low single a an mid high early late upper
    twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold hourlong
    daylong weeklong monthlong yearlong
    """
)
WORDS |= frozenset((*VERBS, *SCALES, *(code.lower() for code in CODES)))


def _skipped(line: Line, at: int, conventions: Conventions) -> int:
    """One past a number that is no figure, so that no part of it is taken for one."""
    if not line.at(at).digits and line.low(at) not in SPELLED:
        return at + 1
    found = number(line, at, conventions.mark)
    return found.end if found and found.kind == "count" else at + 1


def _amount(line: Line, at: int, free: int, conventions: Conventions) -> Amount | None:
    made = special(line, at, free)
    if made:
        return made
    start, sign = sign_at(line, at, conventions.money)
    begin = at + (1 if sign else 0)
    if sign and not line.at(begin).digits:
        return None
    first = number(line, begin, conventions.mark, bool(sign)) or _bare_scale(line, begin)
    if first is None or torn(line, begin, first.end):
        return None
    measured = measured_by(line, begin, first, sign, conventions.money)
    start, bound = bounds.before(line, start, free)
    whole = ends(line, begin, first, measured, sign, conventions)
    if whole is None and not _figure(line, begin, first, measured, sign, bound):
        return None
    if whole:
        first, measured, bound = whole.number, whole.measured, "range"
        if line.low(begin - 1) in ("between", "from") and line.low(begin - 1) == "between":
            start = begin - 1
        if not _figure(line, begin, first, measured, sign, bound):
            return None
    return _finished(line, start, begin, first, measured, bound, conventions)


def _bare_scale(line: Line, at: int) -> Number | None:
    """`those billion people`, `the dozen passengers`: one of the scale, after a determiner."""
    scale = SCALES.get(line.low(at))
    if scale and line.low(at - 1) in ("the", "those", "these", "his", "her", "their", "its", "per"):
        return Number(scale, scale, at + 1)
    return None


def _figure(
    line: Line,
    start: int,
    found: Number,
    measured: Measure | None,
    sign: str | None,
    bound: Bound | None,
) -> bool:
    """Whether a number is a quantity at all."""
    if sign or (measured and measured.kind in ("percent", "point", "money", "age")):
        return True
    if found.kind == "share":
        return is_share(line, start, found, measured, bound)
    if measured and measured.kind == "time" and not measured.joined:
        if line.low(start) == "one" and measured.unit in ("day", "night"):
            return False
        timed = bound is None or bound in ("exact", "about")
        return not timed or whole_unit(line, start, found, measured)
    if measured:
        return True
    if line.low(start) in ARTICLES and found.low is None and found.kind == "vague":
        return True
    return not excluded(line, start, found, bound)


def _finished(
    line: Line,
    start: int,
    begin: int,
    found: Number,
    measured: Measure | None,
    bound: Bound | None,
    conventions: Conventions,
) -> Amount:
    """The amount with what bounds it from behind, its rate, and its open side left open."""
    end = measured.end if measured else found.end
    unit, kind = (measured.unit, measured.kind) if measured else (None, "count")
    joined = bool(measured and measured.joined)
    noun = None
    if measured is None:
        if found.kind == "share":
            unit, kind = "share", "share"
        elif line.low(end) == "times" and line.low(begin) != "many":
            many = times(line, end + 1, found.low or 0.0)
            unit, kind, end = (None if many.often else "times"), "times", many.end
        elif line.low(end) == "x" and not line.at(end).spaced:
            unit, kind, end = "times", "times", end + 1
        elif part := out_of(line, found, conventions):
            return replace(part, start=start, bound=bound or "exact")
    inner_end, inner = bounds.after(line, found.end)
    far, after = bounds.after(line, end)
    if after or inner:
        end, bound = far, after or inner
        if not measured and inner:
            end = inner_end
    if kind != "share" and (per := rate(line, end, kind)):
        joined = joined or line.at(end).text in HYPHENS
        unit, end = (unit or "") + per[0], per[1]
    if kind == "count" and unit is None and (daily := _daily(line, end)):
        unit = daily
    if kind == "age" or (kind == "count" and not measured and is_age(line, begin, end)):
        kind, unit = "age", unit or "year"
    if line.low(start - 1) == "within" and kind == "time":
        start, bound = start - 1, "at_most"
    if kind == "time" and bound == "more_than" and _during(line, start, begin):
        start, bound = begin, "exact"
    if kind == "count" and line.low(begin) in MANY and _earned(line, begin, end):
        unit, kind = "$", "money"
    if kind == "count" and (behind := _of_those(line, end)):
        unit, kind = behind, "time"
    return opened(
        Amount(
            start, end, begin, found.low, found.high, bound or "exact", unit, kind, joined, noun
        ),
        found,
    )


CLAUSE = 8
"""So many words behind a count may tell how often it is counted: *300 carts are sold daily*."""


def _daily(line: Line, end: int) -> str | None:
    for at in range(end, min(end + CLAUSE, len(line.words))):
        word = line.at(at)
        if word.digits or word.text in ".,;:()—" or word.low in SPELLED:
            return None
        if word.low in ADVERBS and line.pos(at) != "ADJ" and not noun_follows(line, at + 1):
            return ADVERBS[word.low]
        if (
            at > end
            and word.low in ("a", "per", "each", "every")
            and (line.low(at + 1) in PER_TIME and line.low(at + 1) != "second")
        ):
            return "/" + line.low(at + 1) if line.low(at + 2) not in AFTER_TIME else None
    return None


AFTER_TIME = among("ago later earlier before after of in old from")
BEFORE_MORE = among(
    """
    for of by after in with have has had been is was are were be to than lasted took spent
    well just - —
    """
)


def _during(line: Line, start: int, begin: int) -> bool:
    """Whether *over* before a length of time is *during*: cut over five years; over a decade."""
    if line.lows(start, begin) != ("over",):
        return False
    return line.low(begin) in ARTICLES or line.low(start - 1) not in BEFORE_MORE


EARNED = among(
    """
    made make makes making earned earn earns earning paid pay pays paying cost costs costing
    spent spend spends spending worth raised raise raising lost lose losing owe owes owed
    donated gave poured saved save invested received netted
    """
)


def _earned(line: Line, start: int, end: int) -> bool:
    """`made millions`: money, where nothing is counted."""
    return line.low(start - 1) in EARNED and line.low(end) != "of" and not noun_follows(line, end)


def _of_those(line: Line, end: int) -> str | None:
    """The unit of *fifty-eight of those years*."""
    if line.low(end) == "of" and line.low(end + 1) in ("those", "these", "the", "its", "his"):
        unit = TIME.get(line.low(end + 2))
        return unit if unit != line.low(end + 2) else None
    return None
