"""Numbers in words and digits to values: `2.4-million`, `five and a half`, `hundreds of thousands`.

Numerals are the CLDR's short scale of English, with India's lakh and crore.
"""

from __future__ import annotations

from typing import NamedTuple

from quoth.details.figures.numerals import Mark, value
from quoth.details.figures.units import TIME
from quoth.details.figures.words import GLYPHS, Line


def _counted(names: str, first: int, step: int = 1) -> dict[str, float]:
    return {name: float(n * step) for n, name in enumerate(names.split(), first)}


ONES = _counted("zero one two three four five six seven eight nine", 0)
TEENS = _counted(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10
)
TENS = _counted("twenty thirty forty fifty sixty seventy eighty ninety", 2, 10)
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES |= {"lakh": 1e5, "crore": 1e7, "dozen": 12.0, "quadrillion": 1e15}
SHORT = {"k": 1e3, "mn": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
"""Only behind digits; `m` and `b` are read with money alone, for they are also metres and bytes."""
SHORT_MONEY = {"m": 1e6, "b": 1e9, "t": 1e12}
MANY = {"dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6}
MANY |= {"billions": 1e9, "trillions": 1e12, "tens": 10.0, "lakhs": 1e5, "crores": 1e7}
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3}
PARTS |= {"fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6}
PARTS |= {"seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9}
PARTS |= {"tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100}
FEW = {"several": None, "few": None, "handful": None, "couple": 2.0, "multiple": None}
GROUPS = {"pair": 2.0, "trio": 3.0, "quartet": 4.0}
"""Only before *of*."""
ARTICLES = frozenset(("a", "an"))
SPELLED = ONES | TEENS | TENS
STARTS = frozenset((*SPELLED, *SCALES, *MANY, *PARTS, *FEW, *GROUPS, *ARTICLES, *GLYPHS))


class Number(NamedTuple):
    """A number that ends before word `end` of its line."""

    low: float | None
    high: float | None
    end: int
    kind: str = "count"
    """`count`, `share` or `vague`."""


def number(line: Line, start: int, mark: Mark, money: bool = False) -> Number | None:
    """The longest number that begins at a word of the line."""
    word = line.at(start)
    if word.digits or word.text in GLYPHS:
        return _share(line, _digits(line, start, mark, money))
    if word.low in MANY:
        return _many(line, start)
    if word.low in FEW or word.low in GROUPS or word.low in ARTICLES:
        found = _few(line, start)
        if found:
            return found
    if word.low in ARTICLES:
        return _with_article(line, start)
    if word.low in ("half", "quarter"):
        return _half(line, start)
    found = _fraction(line, start) or _cardinal(line, start)
    return found and _share(line, found)


def _exact(low: float | None, end: int, kind: str = "count") -> Number:
    return Number(low, low, end, kind)


def _digits(line: Line, start: int, mark: Mark, money: bool) -> Number:
    word = line.at(start)
    worth = GLYPHS.get(word.text)
    end = start + 1
    if worth is None:
        worth = value(word.text, mark)
        following = line.at(end)
        if following.text in GLYPHS:
            worth, end = _sum(worth, GLYPHS[following.text]), end + 1
        elif part := _written_part(line, end):
            worth, end = _sum(worth, part), end + 3
    elif worth is not None and line.at(end).digits:
        return _exact(worth, end)
    short = line.at(end)
    if not short.spaced and (short.low in SHORT or (money and short.low in SHORT_MONEY)):
        factor = SHORT.get(short.low) or SHORT_MONEY[short.low]
        return _exact(_times(worth, factor), end + 1)
    if short.low in SHORT and short.low != "k" and line.at(start).digits:
        return _exact(_times(worth, SHORT[short.low]), end + 1)
    if money and short.low == "m":
        return _exact(_times(worth, 1e6), end + 1)
    return _scaled(line, end, worth)


def _written_part(line: Line, at: int) -> float | None:
    """The 1/2 of 5 1/2."""
    over, slash, under = (line.at(at + n) for n in range(3))
    if slash.text != "/" or slash.spaced or under.spaced or not over.spaced:
        return None
    if not (over.text.isdecimal() and under.text.isdecimal() and len(over.text + under.text) < 4):
        return None
    part = int(over.text) / int(under.text) if int(under.text) else 1.0
    return part if part < 1 else None


def _sum(one: float | None, other: float) -> float | None:
    return None if one is None else one + other


def _times(one: float | None, other: float) -> float | None:
    return None if one is None else one * other


def _scaled(line: Line, end: int, worth: float | None) -> Number:
    """A number with `hundred`, `million` and the like behind it, also by hyphen."""
    while True:
        at = end + 1 if line.at(end).text in "-‐‑" and not line.at(end).spaced else end
        scale = SCALES.get(line.low(at))
        if scale is None:
            break
        worth, end = _times(worth, scale), at + 1
    return _and_part(line, end, worth)


AND_PARTS = {("a", "half"): 0.5, ("a", "quarter"): 0.25, ("three", "quarters"): 0.75}


def _and_part(line: Line, end: int, worth: float | None) -> Number:
    """`and a half` behind a number, and the scale that may follow: two and a half million."""
    at = end
    bare = [n for n in range(end, min(end + 8, len(line.words))) if line.at(n).text not in "-‐‑"]
    if len(bare) >= 3 and line.low(bare[0]) == "and":
        part = AND_PARTS.get((line.low(bare[1]), line.low(bare[2])))
        if part:
            at = bare[2] + 1
            last = SCALES.get(line.low(end - 1), 1.0)
            scale = SCALES.get(line.low(at), 0.0)
            if scale:
                return _exact(_times(_sum(worth, part), scale), at + 1)
            return _exact(_sum(worth, part * last), at)
    return _exact(worth, end)


def _cardinal(line: Line, start: int) -> Number | None:
    """A number in words: twenty-two; a hundred and five thousand."""
    total, group, at = 0.0, 0.0, start
    last = ""
    largest = 1e18
    while True:
        step = at
        tied = line.at(at).text in "-‐‑" and not line.at(at).spaced
        joined = line.low(at) == "and" and last in ("hundred", "scale")
        if at > start and (tied or joined):
            step = at + 1
        word = line.low(step)
        if word in SPELLED:
            kind = "one" if word in ONES else "teen" if word in TEENS else "ten"
            if not (last in ("", "hundred", "scale") or (last == "ten" and kind == "one")):
                break
            group += SPELLED[word]
            last = kind
        elif word == "hundred" and last in ("one", "teen", "ten"):
            group, last = group * 100, "hundred"
        elif word in SCALES and last and SCALES[word] < largest and word != "hundred":
            largest = SCALES[word]
            total, group, last = total + (group or 1.0) * largest, 0.0, "scale"
        else:
            break
        at = step + 1
        if line.low(start) == "zero":
            break
    return _and_part(line, at, total + group) if at > start else None


def _with_article(line: Line, start: int) -> Number | None:
    """A dozen, a hundred and five, a third, a quarter of a million."""
    following = line.low(start + 1)
    if following in SCALES:
        worth, at = SCALES[following], start + 2
        if following == "hundred" and line.low(at) == "and":
            rest = _cardinal(line, at + 1)
            if rest and rest.low and rest.low < 100:
                return _scaled(line, rest.end, worth + rest.low)
        return _scaled(line, at, worth)
    if following in ("half", "quarter"):
        return _half(line, start + 1)
    if following in PARTS and not following.endswith("s"):
        return _exact(round(1 / PARTS[following], 3), start + 2, "share")
    return None


def _half(line: Line, start: int) -> Number:
    """Half a million, a quarter of a million, half-million; else a share."""
    part = 1 / PARTS[line.low(start)]
    at = start + 1
    for skipped in (("of", "a"), ("a",), ("an",), ("-",), ("-", "a", "-"), ()):
        end = at + len(skipped)
        if line.lows(at, end) == skipped:
            scale = SCALES.get(line.low(end))
            if scale:
                return _exact(part * scale, end + 1)
            if skipped in (("a",), ("an",)) and (line.low(end) in TIME or line.low(end) == "mile"):
                return _exact(part, end)  # half an hour
    return _exact(part, at, "share")


def _fraction(line: Line, start: int) -> Number | None:
    """Two-thirds, three quarters, one fifth."""
    over = SPELLED.get(line.low(start))
    at = start + 1
    if over is None or not 1 <= over < 20:
        return None
    if line.at(at).text in "-‐‑" and not line.at(at).spaced:
        at += 1
    under = PARTS.get(line.low(at))
    if under is None or over >= under or (over > 1) != line.low(at).endswith("s"):
        return None
    return _exact(round(over / under, 3), at + 1, "share")


def _few(line: Line, start: int) -> Number | None:
    """Several, a few, a couple, a handful, several hundred, a few dozen."""
    at = start + 1 if line.low(start) in ARTICLES else start
    word = line.low(at)
    if at == start and word in ("few", "couple", "handful") and not _after_article(line, start):
        return None
    if word in GROUPS:
        return _exact(GROUPS[word], at + 1) if line.low(at + 1) == "of" else None
    if word not in FEW:
        return None
    scale = SCALES.get(line.low(at + 1))
    if scale and word in ("several", "few", "couple"):
        low = scale * (2 if word == "couple" else 1)
        return Number(low, low if word == "couple" else None, at + 2, "vague")
    of_scale = SCALES.get(line.low(at + 2)) if line.low(at + 1) == "of" else None
    if of_scale and word == "couple":
        return _exact(2 * of_scale, at + 3, "vague")
    return _exact(FEW[word], at + 1, "vague")


def _after_article(line: Line, start: int) -> bool:
    """Whether `few` is a number, as in *the last few days*, *every few weeks*, not *few people*."""
    return line.low(start - 1) in ("last", "past", "next", "first", "every", "another", "these")


def _many(line: Line, start: int) -> Number:
    """Dozens, tens of thousands, hundreds of millions, thousands upon thousands."""
    low, end = MANY[line.low(start)], start + 1
    while line.low(end) in ("of", "upon", "and") and line.low(end + 1) in MANY:
        if line.low(end) == "of":
            low *= MANY[line.low(end + 1)]
        end += 2
    return Number(low, None, end, "vague")


IN = frozenset(("in", "of"))


def _share(line: Line, found: Number) -> Number:
    """One in five, two out of three, eight of 10; the number itself where it is none."""
    end = found.end
    if found.kind != "count" or found.low is None or found.low != found.high:
        return found
    out = line.lows(end, end + 2) == ("out", "of")
    tied = line.lows(end, end + 3) == ("-", "in", "-")
    if not out and not tied and line.low(end) not in IN:
        return found
    at = end + (3 if tied else 2 if out else 1)
    every = line.low(at) == "every"
    whole = _whole(line, at + every)
    if whole is None or not whole.low or not found.low <= whole.low or found.low < 1:
        return found
    if line.low(end) == "of" and not every and whole.low not in (10.0, 100.0):
        return found
    return _exact(round(found.low / whole.low, 3), whole.end, "share")


def _whole(line: Line, at: int) -> Number | None:
    word = line.at(at)
    if word.digits and word.text.isdecimal() and (len(word.text) < 4 or word.text.endswith("000")):
        return _scaled(line, at + 1, float(word.text))
    return _cardinal(line, at)
