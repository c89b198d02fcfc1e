"""What a figure comes to, in the unit that its kind of measure is compared in."""

from __future__ import annotations

import re
from dataclasses import replace

from lemminflect import getAllLemmas

from quoth.compare.figures.lexicon import DID, STATED
from quoth.compare.figures.records import Amount
from quoth.compare.figures.setting import FUNCTION, Setting, noun
from quoth.compare.figures.units import measure_of
from quoth.details.figures.placing import STANDS
from quoth.details.figures.units import CODES, MONEY
from quoth.details.figures.words import among
from quoth.ledger.identities.rarity import rarity
from quoth.records import Figure

_AGAIN = re.compile(
    r"(?:[$£€¥]|US|euro|pound)\S*[\d.,]+ ?(?:million|billion|trillion|[mb]n?)? ?\($"
)
"""A sum that a bracket behind gives in other money."""
OLD_MONEY = among(
    """
    taler thaler ducat drachma lev leu tolar kuna markka peseta escudo punt schilling real bolivar
    quetzal lempira cedi kwacha birr ringgit rupiah won tenge manat lari taka kyat kip riel dong
    sol piastre scudo gulden denar kroon lek forint zloty koruna hryvnia naira
    """
)
"""Money that the reading has no code for."""
MOST_PERCENT = 10_000
"""A larger number beside shares is none itself: *rose by eight per cent to 3.1 billion*."""
OTHER = "?"
"""Money of which only that is known that it is another: *$1m ($1.5m)*."""
_AFTER_AGE = ("", ",", ")", ".", ";", "and", "of", "from", "who", "was", "were", "is")
_OF_SHARES = re.compile(r"\b(?:percentage|basis|percent|index)\b", re.I)
"""Points of these are no points that are scored."""
_PERSONS = ("he", "she", "i")
_IS = ("'s", "’s", "'m", "’m")
_SCALE = re.compile(r"\b(thousand|million|billion|trillion|[mb]n)\b|\d[mb]\b", re.I)
_WEIGHT = dict.fromkeys(("weigh", "weight", "heavy", "load", "kg", "kilogram"), "weight")


def amount_of(
    figure: Figure,
    setting: Setting,
    nouns: frozenset[str],
    earlier: Amount | None,
) -> Amount:
    """In the unit of its measure; a bare number has the unit of the figure before it."""
    text = setting.document.text[figure.span.start : figure.span.end]
    unit = figure.unit
    plain = Amount(figure.low, figure.high, figure.bound, "count", None)
    if unit == "share":
        hundred = (_times(figure.low, 100), _times(figure.high, 100))
        return Amount(*hundred, figure.bound, "%", unit)
    if unit == "%" and (figure.low or figure.high or 0) > MOST_PERCENT:
        unit = None
    if unit in ("%", "times") or (unit == "point" and _OF_SHARES.search(text)):
        return replace(plain, measure=unit, unit=unit)
    if unit == "point":
        return plain
    head = next(iter(nouns), "") if len(nouns) == 1 else ""
    word = unit or head
    if _is_age(figure, setting, text):
        return replace(plain, measure="age", unit="year")
    if word in ("£", "pound") and setting.also("weight", _WEIGHT, 8):
        word = unit = "pound"
    elif unit and "/" in unit:
        return _rate(plain, unit, head)
    elif word in MONEY or word in CODES or word in OLD_MONEY or _coin(setting, head, unit):
        code = MONEY.get(word, word)
        again = _AGAIN.search(setting.document.text, setting.span.start, figure.span.start)
        return replace(plain, measure="money", unit=OTHER if again else code)
    if earlier and earlier.measure == "money" and head and head == earlier.unit:
        return replace(plain, measure="money", unit=head)
    if unit == "magnitude" or _magnitude(setting, figure):
        return replace(plain, measure="magnitude", unit=None)
    beside = setting.after if unit is None and setting.after not in FUNCTION else ""
    for one in (word, noun(beside) if beside else ""):
        measure, size = measure_of(one)
        if measure != one or (unit and one == unit):
            return Amount(
                _times(figure.low, size), _times(figure.high, size), figure.bound, measure, one
            )
    if unit is None and not _noun_behind(figure, setting):
        taken = _unit_of_earlier(plain, text, setting, earlier)
        if taken:
            return taken
    return plain


def _times(value: float | None, size: float) -> float | None:
    return None if value is None else value * size


def _is_age(figure: Figure, setting: Setting, text: str) -> bool:
    if figure.unit not in (None, "year", "month", "week", "day"):
        return False
    if re.search(r"-olds?\b|\byears? (?:old|of age)\b", text) or setting.before in ("aged", "age"):
        return True
    if setting.after == "old" or (setting.word(setting.last), setting.word(setting.last + 1)) == (
        "years",
        "old",
    ):
        return True
    bare = figure.unit is None or not re.search(r"year|month|week|day", text)
    small = figure.low is not None and figure.low == figure.high and figure.low < 120
    if figure.unit == "year" and bare:
        return True
    return bare and small and _stands_as_age(setting)


def _stands_as_age(setting: Setting) -> bool:
    """*Marsh, 27*; *the baker, 27, was*; *at the age of 27*; *dies at 27*; *she is 27.*"""
    two = setting.word(setting.first - 2)
    if setting.before in (",", "(") and setting.after in _AFTER_AGE and two.isalpha():
        named = setting.words[setting.first - 2].capital
        return named or (two not in FUNCTION and setting.after in (",", ")"))
    if setting.before == "of" and two == "age":
        return True
    if setting.after not in ("", ",", ".", ";", ")", "”", '"'):
        return False
    if setting.before == "at" and setting.word(setting.first - 2) not in STANDS:
        near = range(max(0, setting.first - 4), setting.first)
        return any(DID.get(form) == "dead" for n in near for form in setting.words[n].forms)
    is_now = setting.before in ("was", "is", "am", "turned") and two in _PERSONS
    return is_now or (
        re.split("['’]", setting.before)[0] in _PERSONS and setting.before[-2:] in _IS
    )


def _coin(setting: Setting, head: str, unit: str | None) -> bool:
    """Whether a plural noun right behind a number is money of a name that no dictionary has."""
    behind = setting.words[setting.last] if setting.last < len(setting.words) else None
    if unit or not head or behind is None or behind.capital or not behind.low.endswith("s"):
        return False
    return behind.text.isalpha() and noun(behind.low) == head and not _known(head, behind.low)


def _known(*words: str) -> bool:
    return any(getAllLemmas(word) or rarity(word) < rarity("") for word in words)


def _rate(plain: Amount, unit: str, head: str) -> Amount:
    """*80,000 crowns a week*: money is compared by the week, other rates in their own unit."""
    of, _, per = unit.partition("/")
    code = MONEY.get(of or head, of or head)
    if of in MONEY or of in OLD_MONEY or of in CODES or (code and not _known(code)):
        return replace(plain, measure=f"money/{per}", unit=code)
    if unit in ("mile/hour", "km/hour", "meter/second"):
        measure, size = measure_of(unit)
        low, high = _times(plain.low, size), _times(plain.high, size)
        return Amount(low, high, plain.bound, measure, unit)
    return replace(plain, measure=unit, unit=unit)


def _magnitude(setting: Setting, figure: Figure) -> bool:
    """*a 5.6 quake*, *magnitude 6.1*."""
    if figure.low is None or figure.low > 10:
        return False
    window = range(max(0, setting.first - 6), min(len(setting.words), setting.last + 4))
    near = {form for n in window for form in setting.words[n].forms}
    text = setting.document.text[figure.span.start : figure.span.end]
    if "magnitude" in near or "magnitude" in text.lower():
        return "." in text or setting.before in ("magnitude", "of", "at", "-") or "-" in text
    return "." in text and bool(near & {"quake", "earthquake", "temblor", "tremor", "aftershock"})


def _noun_behind(figure: Figure, setting: Setting) -> bool:
    """Whether a noun of its own stands behind a number."""
    of = figure.of
    return of is not None and figure.span.end <= of.spans[0].start <= figure.span.end + 3


def _unit_of_earlier(
    plain: Amount, text: str, setting: Setting, earlier: Amount | None
) -> Amount | None:
    if earlier is None or earlier.measure == "count":
        return None
    if setting.after in DID and DID[setting.after] in STATED:
        return None
    last = earlier
    top = last.high if last.high is not None else last.low
    if not top or last.measure in ("age", "magnitude", "times"):
        return None
    size = measure_of(last.unit)[1] if last.unit else 1.0
    low, high = _times(plain.low, size), _times(plain.high, size)
    value = low if low is not None else high
    if value is None:
        return None
    if last.measure == "money" and not _SCALE.search(text) and value < 1000 <= top / 50:
        scale = next((s for s in (1e9, 1e6, 1e3) if top >= s), 1.0)
        low, high, value = _times(low, scale), _times(high, scale), value * scale
    if not 1 / 50 < value / top < 50:
        return None
    return Amount(low, high, plain.bound, last.measure, last.unit)
