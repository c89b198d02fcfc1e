"""Numbers with their units and bounds: the figures of a line, before it is known what they count."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quoth.details.figures import bounds
from quoth.details.figures.excluded import excluded, is_year, noun_follows, torn, whole_unit
from quoth.details.figures.measures import HYPHENS, Kind, Measure, Money, measure, rate
from quoth.details.figures.multiples import VERBS, multiple, times
from quoth.details.figures.numbers import (
    ARTICLES,
    MANY,
    SCALES,
    SHORT,
    SPELLED,
    STARTS,
    Number,
    number,
)
from quoth.details.figures.numerals import Mark
from quoth.details.figures.units import BEFORE_SIGN, CODES, SIGNS, TIME
from quoth.details.figures.words import Line
from quoth.records import Bound


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure from word `start` to before word `end` of its line."""

    start: int
    end: int
    number: int
    """Where the number itself begins."""
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    kind: Kind
    joined: bool = False
    """It stands before a noun by a hyphen: *40-minute*."""
    noun: int | None = None
    """Where the noun counted stands inside it: *two wells out of five*."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a document writes numbers and money."""

    mark: Mark
    money: Money


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


WORDS = frozenset((*VERBS, *"double triple treble quadruple halve twice thrice low single a".split()))
WORDS |= frozenset("mid high early late upper twofold threefold fourfold fivefold tenfold".split())
WORDS |= frozenset("double-digit hourlong daylong weeklong monthlong yearlong halfhour".split())
WORDS |= frozenset(SCALES) | frozenset(code.lower() for code in CODES)


def _skipped(line: Line, at: int, conventions: Conventions) -> int:
    """One past a number that is no figure, so that no part of it is taken for one."""
    if not line.at(at).digits and line.low(at) not in SPELLED:
        return at + 1
    found = number(line, at, conventions.mark)
    return found.end if found and found.kind == "count" else at + 1


def _amount(line: Line, at: int, free: int, conventions: Conventions) -> Amount | None:
    special = _special(line, at, free)
    if special:
        return special
    start, sign = _sign(line, at, conventions.money)
    begin = at + (1 if sign else 0)
    if sign and not line.at(begin).digits:
        return None
    first = number(line, begin, conventions.mark, bool(sign)) or _bare_scale(line, begin)
    if first is None or torn(line, begin, first.end):
        return None
    measured = _measured(line, begin, first, sign, conventions.money)
    start, bound = bounds.before(line, _minus(line, start), free)
    whole = _range(line, begin, first, measured, sign, conventions)
    if whole is None and not _figure(line, begin, first, measured, sign, bound):
        return None
    if whole:
        first, measured, bound = whole.number, whole.measured, "range"
        if line.low(begin - 1) in ("between", "from") and line.low(begin - 1) == "between":
            start = begin - 1
        if not _figure(line, begin, first, measured, sign, bound):
            return None
    return _finished(line, start, begin, first, measured, bound, conventions)


def _sign(line: Line, at: int, money: Money) -> tuple[int, str | None]:
    """Where the sign of a currency begins that stands before a number, and its code."""
    word, before = line.at(at), line.at(at - 1)
    if word.text in SIGNS:
        if not word.spaced and before.low in BEFORE_SIGN and word.text == "$":
            return at - 1, BEFORE_SIGN[before.low]
        if not word.spaced and before.text == "." and line.low(at - 2) == "s" and word.text == "$":
            return at - 4, "USD"
        return at, money.code(SIGNS[word.text])
    if word.text in CODES and line.at(at + 1).digits:
        return at, word.text
    if word.text == "Rs" and line.at(at + 1).digits:
        return at, "INR"
    return at, None


def _minus(line: Line, start: int) -> int:
    return start


def _bare_scale(line: Line, at: int) -> Number | None:
    """`those billion people`, `the dozen passengers`: one of the scale, after a determiner."""
    scale = SCALES.get(line.low(at))
    if scale and line.low(at - 1) in ("the", "those", "these", "his", "her", "their", "its", "per"):
        return Number(scale, scale, at + 1)
    return None


def _measured(
    line: Line, start: int, found: Number, sign: str | None, money: Money
) -> Measure | None:
    if sign:
        end = found.end
        if line.at(end).text in HYPHENS and not line.at(end).spaced:
            behind = measure(line, end, True, money)
            if behind and behind.kind == "money":
                end = behind.end
        elif line.low(end) in ("usd", "us", "dollars", "dollar", "cad", "aud"):
            end += 1
        return Measure(sign, "money", end, end != found.end)
    end, after = bounds.after(line, found.end)
    if after and (behind := measure(line, end, False, money)):
        return behind  # 30-plus years, 15+ hours
    if found.kind == "vague" and (behind := _of_unit(line, found.end, money)):
        return behind
    one = found.low is None or found.low <= 1 or found.kind == "share"
    behind = measure(line, found.end, one, money)
    if behind and behind.unit == "point" and not behind.joined:
        return behind if _scored(line, start, behind.end) else None
    if behind and behind.joined and line.low(start) in ("one", "half", "zero", "third", "a"):
        known = behind.kind in ("time", "age", "money") or behind.unit == "mile"
        return behind if known else None
    if found.kind == "share" and behind and behind.kind not in ("time", "measure"):
        return None
    return behind


def _of_unit(line: Line, end: int, money: Money) -> Measure | None:
    """Millions of dollars, a couple of days, fifty-eight of those years."""
    if line.low(end) != "of":
        return None
    behind = measure(line, end + 1, False, money)
    return behind if behind and behind.kind in ("money", "time", "measure") else None


SCORES = frozenset(
    """ahead lead leads leading led behind by up down advantage margin gained lost percent % rose
    fell jumped dropped climbed percentage edge trails trailing bounce swing slipped shed added
    basis within poll polls index averaging below above drop gain""".split()
)


def _scored(line: Line, start: int, end: int) -> bool:
    """Whether points are those of a poll, a price or a score, not of an argument."""
    if "." in line.at(start).text or line.low(end - 2) in ("percentage", "basis"):
        return True
    return any(line.low(n) in SCORES for n in range(start - 15, end + 12))


@dataclass(frozen=True, slots=True)
class _Range:
    number: Number
    measured: Measure | None


def _range(
    line: Line,
    start: int,
    first: Number,
    measured: Measure | None,
    sign: str | None,
    conventions: Conventions,
) -> _Range | None:
    """14 to 20 million; between 60 and 80; two or three; $500,000 to more than $1 million."""
    between = line.low(start - 1 - bool(sign)) == "between"
    at = measured.end if measured and not measured.joined else first.end
    joint = line.at(at)
    if line.at(start).digits and _years(line, start, at + 1):
        return None
    if first.low is None or first.kind == "vague" or first.low != first.high:
        return None
    if joint.text in HYPHENS and line.at(at + 1).spaced:
        return None
    spelled_pair = joint.text == "," and line.low(start) in SPELLED and measured is None
    if not (
        joint.low in ("to", "or")
        or (between and joint.low == "and")
        or (joint.text in HYPHENS and not joint.spaced)
        or (joint.text in "–—" and line.at(at + 1).digits)
        or spelled_pair
    ):
        return None
    at += 1
    if spelled_pair and line.low(at) not in SPELLED:
        return None
    for length in (2, 1):
        if line.lows(at, at + length) in (("more", "than"), ("as", "many"), ("nearly",), ("about",)):
            at += length
            break
    _, second_sign = _sign(line, at, conventions.money)
    at += bool(second_sign)
    second = number(line, at, conventions.mark, bool(second_sign or sign))
    if second is None or second.low is None or second.low != second.high:
        return None
    if second.kind == "vague" or (joint.text in HYPHENS and torn_pair(line, at, second.end)):
        return None
    behind = _measured(line, at, second, second_sign or sign, conventions.money)
    if measured and (behind is None or behind.unit != measured.unit):
        return None
    low = _scaled_alike(line, first, second)
    if low is None or second.low <= low or (second.kind == "share") != (first.kind == "share"):
        return None
    if joint.low == "to" and _changed(line, start):
        return None
    if joint.text in HYPHENS and behind is None and not _plural(line, second.end):
        return None
    if spelled_pair and not (behind or noun_follows(line, second.end) or line.low(second.end) == "of"):
        return None
    if joint.low == "or" and second.low > 3 * low + 2:
        return None
    return _Range(Number(low, second.low, second.end, first.kind), behind)


def _years(line: Line, start: int, other: int) -> bool:
    return is_year(line, start) and is_year(line, other)


def torn_pair(line: Line, at: int, end: int) -> bool:
    """Whether more digits follow by a hyphen: 2031-03-02."""
    return line.at(end).text in HYPHENS and line.at(end + 1).digits and not line.at(end).spaced


def _scaled_alike(line: Line, first: Number, second: Number) -> float | None:
    """The first number with the scale that only the second one names: 14 to 20 million."""
    assert first.low is not None and second.low is not None
    scale = SCALES.get(line.low(second.end - 1)) or SHORT.get(line.low(second.end - 1))
    if scale and line.low(first.end - 1) not in SCALES and first.low * scale < second.low:
        return first.low * scale
    return first.low


CHANGES = frozenset(
    """rose rise rises risen fell fall falls fallen grew grow grown increased increase cut dropped
    drop declined decline went go gone climbed jumped raised lowered reduced slid up down
    soared plunged shrank widened narrowed improved expanded swung""".split()
)


def _changed(line: Line, start: int) -> bool:
    """`fell from 10 to 5`: two figures, not the ends of one."""
    if line.low(start - 1) != "from" and line.low(start - 2) != "from":
        return False
    return any(line.low(n) in CHANGES for n in range(max(start - 9, 0), start))


def _plural(line: Line, at: int) -> bool:
    return noun_follows(line, at) and (
        line.low(at).endswith("s") or line.low(at + 1).endswith("s") or line.low(at) == "people"
    )


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
        return _is_share(line, start, found, measured, bound)
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


ORDINAL = frozenset("third fourth fifth sixth seventh eighth ninth tenth quarter hundredth".split())
TAKEN = frozenset(("of", "the", "that", "this", "his", "her", "their", "its", "our", "my", "as"))
BEFORE_SHARE = frozenset("by than nearly almost about roughly over under least in only just".split())


def _is_share(
    line: Line, start: int, found: Number, measured: Measure | None, bound: Bound | None
) -> bool:
    """Whether half, a third, a quarter is a part, not an ordinal, a school term or a coin."""
    if measured and measured.kind in ("time", "measure"):
        return True
    end, last = found.end, line.low(found.end - 1)
    before, behind = line.low(start - 1), line.at(end)
    if behind.text in HYPHENS and not behind.spaced:
        return False
    if last == "half":
        if before in ("first", "second", "latter", "better", "last", "early", "late", "top"):
            return False
        if before in ("in", "past") or behind.low in ("past", "time", "way", "hearted", "brother"):
            return False
        return behind.low in (*TAKEN, "a") or bool(bound) or not noun_follows(line, end)
    if last in ORDINAL and line.low(end - 2) in ("a", "one", "another"):
        if last == "quarter":
            return behind.low in TAKEN or bool(bound) or not noun_follows(line, end)
        return behind.low == "of" or bool(bound) or before in ("by", "than")
    if last == "quarter":
        other = before == "another" and not noun_follows(line, end)
        return other or behind.low == "of"
    return last not in ORDINAL or line.low(end - 2) in "-‐‑"


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
        elif part := _wells_out_of_five(line, found, conventions):
            return replace(part, start=start, bound=bound or "exact")
    inner_end, inner = bounds.after(line, found.end)
    far, after = bounds.after(line, end)
    if after or inner:
        end, bound = far, after or inner
        if not measured and inner:
            end = inner_end
    if kind != "share" and (per := rate(line, end, kind)):
        unit, end = (unit or "") + per[0], per[1]
    if kind == "age" or (kind == "count" and not measured and _age(line, begin, end)):
        kind, unit = "age", unit or "year"
    if line.low(start - 1) == "within" and kind == "time":
        start, bound = start - 1, "at_most"
    if kind == "time" and bound == "more_than" and _during(line, start, begin):
        start, bound = begin, "exact"
    if kind == "count" and line.low(begin) in MANY and _earned(line, begin, end):
        unit, kind = "$", "money"
    if kind == "count" and (behind := _of_those(line, end)):
        unit, kind = behind, "time"
    return _opened(
        Amount(start, end, begin, found.low, found.high, bound or "exact", unit, kind, joined, noun),
        found,
    )


BEFORE_MORE = frozenset(
    """for of by after in with have has had been is was are were be to than lasted took spent well
    just - —""".split()
)


def _during(line: Line, start: int, begin: int) -> bool:
    """Whether *over* before a length of time is *during*: cut over five years; over a decade."""
    if line.lows(start, begin) != ("over",):
        return False
    return line.low(begin) in ARTICLES or line.low(start - 1) not in BEFORE_MORE


EARNED = frozenset(
    """made make makes making earned earn earns earning paid pay pays paying cost costs costing
    spent spend spends spending worth raised raise raising lost lose losing owe owes owed donated
    gave poured saved save invested received netted""".split()
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


def _opened(amount: Amount, found: Number) -> Amount:
    """One side left open where the bound says so."""
    if found.kind == "vague":
        return replace(amount, bound="vague")
    if amount.bound in ("at_least", "more_than"):
        return replace(amount, high=None)
    if amount.bound in ("at_most", "less_than"):
        return replace(amount, low=None)
    return amount


def _wells_out_of_five(line: Line, found: Number, conventions: Conventions) -> Amount | None:
    """Two wells out of five, three voters in ten."""
    for at in (found.end + 1, found.end + 2):
        out = line.lows(at, at + 2) == ("out", "of")
        whole = number(line, at + 2, conventions.mark) if out else None
        if whole and whole.low and found.low and found.low <= whole.low:
            share = round(found.low / whole.low, 3)
            begin = found.end - 1
            return Amount(begin, whole.end, begin, share, share, "exact", "share", "share",
                          noun=found.end)  # fmt: skip
    return None


AT_AGE = frozenset("died aged married born retired dead killed joined began started".split())
CHILDREN = frozenset("child boy girl son daughter man woman lad baby toddler".split())


def _age(line: Line, start: int, end: int) -> bool:
    """Silas Orr, 41, …; aged 41; I was fourteen; a child of four."""
    before, behind = line.at(start - 1), line.at(end)
    if before.low == "of" and line.low(start - 2) in CHILDREN:
        return not noun_follows(line, end)
    closes = behind.token < 0 or behind.text in ",.;:)!?—–\"”"
    if before.low == "aged" or (before.low == "age" and line.low(start - 2) not in ("the",)):
        return True
    if not closes or noun_follows(line, end):
        return False
    name = line.at(start - 2)
    if before.text in (",", "(") and line.at(start).digits and name.text[:1].isupper():
        plain = line.at(start).text.isdecimal() and 1 <= int(line.at(start).text[:3]) <= 115
        return plain and behind.text in ",.;)" and not _listed(line, start, end)
    if before.low in ("was", "am", "is", "turned", "turns", "were", "be"):
        return line.low(start - 2) in ("i", "she", "he", "who") or before.low.startswith("turn")
    return before.low == "at" and line.at(start).digits and line.low(start - 2) in AT_AGE


def _listed(line: Line, start: int, end: int) -> bool:
    """Whether more digits follow in a row, as in a table or a list of scores."""
    return line.at(end + 1).digits or line.at(start - 2).text.isupper()


FIGURES = {"five": 1e4, "six": 1e5, "seven": 1e6, "eight": 1e7, "nine": 1e8, "four": 1e3}
DIGITS = {"single": None, "double": 10.0, "triple": 100.0}
NEAR_TENS = {"low": 2.0, "mid": 5.0, "early": 2.0, "high": 8.0, "late": 8.0, "upper": 8.0}
LONG = {"hourlong": "hour", "daylong": "day", "weeklong": "week", "monthlong": "month",
        "yearlong": "year"}  # fmt: skip


def _special(line: Line, at: int, free: int) -> Amount | None:
    """Multiples in a word, six figures, single digits, mid-30s, hourlong, a single, a decade."""
    word = line.low(at)
    return (
        _multiple(line, at, free)
        or _six_figures(line, at, free)
        or _near_tens(line, at)
        or (_made(line, at, at + 1, 1.0, LONG[word], "time", True) if word in LONG else None)
        or (_single(line, at, free) if word in ARTICLES else None)
    )


def _made(
    line: Line,
    start: int,
    end: int,
    worth: float | None,
    unit: str | None,
    kind: Kind,
    joined: bool = False,
    bound: Bound = "exact",
) -> Amount:
    return Amount(start, end, start, worth, worth, bound, unit, kind, joined)


def _multiple(line: Line, at: int, free: int) -> Amount | None:
    found = multiple(line, at)
    if found is None:
        return None
    if line.low(at - 1) in ("think", "thinking", "thought", "thinks"):
        return None
    start, bound = bounds.before(line, at, free)
    end, after = bounds.after(line, found.end)
    unit = None if found.often else "times"
    made = Amount(start, end, at, found.worth, found.worth, after or bound or "exact", unit, "times")
    return _opened(made, Number(found.worth, found.worth, end))


def _six_figures(line: Line, at: int, free: int) -> Amount | None:
    """Six figures, a six-figure sum, low single digits, a double-digit lead."""
    word, end = line.low(at), at + 1
    hyphen = line.at(end).text in HYPHENS and not line.at(end).spaced
    noun = line.low(end + hyphen)
    if word in FIGURES and noun in (("figure",) if hyphen else ("figures",)):
        start, _ = bounds.before(line, at, free)
        return replace(
            _made(line, start, end + hyphen + 1, FIGURES[word], "$", "money", hyphen, "vague"),
            high=None,
        )
    edge = word in ("low", "high", "mid")
    if edge:
        word, end = line.low(at + 1), at + 2
        hyphen = line.at(end).text in HYPHENS and not line.at(end).spaced
        noun = line.low(end + hyphen)
    if word in DIGITS and noun in ("digit", "digits") and (edge or _may_begin(line, at)):
        led = any(line.low(n) in ("lead", "ahead", "leads", "led") for n in range(at - 8, end + 5))
        unit = "point" if led else "%"
        made = _made(line, at, end + hyphen + 1, DIGITS[word], unit, "percent", hyphen, "vague")
        return replace(made, high=None)
    return None


def _near_tens(line: Line, at: int) -> Amount | None:
    """The mid-30s of a rate or an age; not a decade."""
    edge = NEAR_TENS.get(line.low(at))
    if edge is None:
        return None
    tens = at + 2 if line.at(at + 1).text in HYPHENS else at + 1
    digits = line.at(tens).text
    if len(digits) != 2 or not digits.isdecimal() or digits[1] != "0" or line.low(tens + 1) != "s":
        return None
    if line.at(tens + 1).spaced or line.at(at + 1).text in "'’":
        return None
    worth = int(digits) + edge
    age = line.low(at - 1) in ("his", "her", "their", "my", "your", "our")
    decade = not age and line.low(at - 1) == "the" and line.low(at) in ("early", "late")
    if decade:
        return None
    unit: Kind = "age" if age else "percent"
    return _made(line, at, tens + 2, worth, "year" if age else "%", unit, bound="about")


LASTING = frozenset(
    """for about nearly almost over than least under just within only takes took lasted lasts spent
    spend spends spending roughly around half every up wait waiting""".split()
)


def _single(line: Line, at: int, free: int) -> Amount | None:
    """`a single page`; `a decade` and `an hour` as lengths of time."""
    end = at + 1
    single = line.low(end) == "single"
    if single:
        end += 1
    word = line.low(end)
    unit = TIME.get(word)
    if single and unit is None:
        return _made(line, at, end, 1.0, None, "count") if noun_follows(line, end) else None
    if unit is None or word != unit and word not in ("hr", "yr"):
        return None
    if unit == "second" and not single:
        return None
    end += 1
    start, bound = bounds.before(line, at, free)
    lasting = line.low(start - 1) in LASTING or bound is not None or single
    owned = line.at(end).text in "'’" and line.low(end + 1) == "s" and bool(line.at(end).token + 1)
    if owned:
        end += 2
    elif line.low(end) == "of" and unit not in ("day", "night"):
        lasting = True
    made = Number(1.0, 1.0, end)
    if not (lasting or owned) or not whole_unit(line, at, made, Measure(unit, "time", end)):
        return None
    if line.low(at - 1) == "over":
        start, bound = at, "exact"
    if line.low(start - 1) == "within":
        start, bound = start - 1, "at_most"
    half, further = _and_a_half(line, end)
    end, after = bounds.after(line, further)
    worth = 1.0 + half
    amount = Amount(start, end, at, worth, worth, after or bound or "exact", unit, "time")
    return _opened(amount, made)


def _and_a_half(line: Line, end: int) -> tuple[float, int]:
    """`an hour and a half`."""
    if line.lows(end, end + 3) == ("and", "a", "half"):
        return 0.5, end + 3
    return 0.0, end
