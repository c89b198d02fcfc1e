"""Units of measure, time and money: the words, and what a figure calls each.

Codes are ISO 4217's; a word that several countries use for their money stays a word.
"""

from __future__ import annotations

import re

from quoth.records import Document


def _forms(*rows: str) -> dict[str, str]:
    """Each row is the name and its forms; a plural in -s is understood."""
    forms = {}
    for row in rows:
        name, *others = row.split()
        for form in (name, *others):
            forms[form] = forms[form + "s"] = name
    return forms


TIME = _forms(
    "second sec", "minute min", "hour hr", "day", "night", "week", "weekend", "fortnight", "month",
    "year yr", "decade", "century", "generation", "millisecond",
) | {"centuries": "century"}  # fmt: skip
MEASURES = _forms(
    "mile", "km kilometer kilometre kilometers", "meter metre", "cm centimeter centimetre",
    "mm millimeter millimetre", "yard", "foot", "inch", "acre", "hectare", "ton", "tonne",
    "kg kilogram kilo", "gram", "mg milligram", "ounce oz", "lb", "stone", "liter litre",
    "gallon", "barrel", "bushel", "pint", "degree", "watt", "kw kilowatt", "mw megawatt",
    "gw gigawatt", "megaton", "kwh", "volt", "hertz", "byte", "mb megabyte", "gb gigabyte",
    "tb terabyte", "calorie", "block", "carat", "knot", "light-year", "point", "%",
) | {"feet": "foot", "ft": "foot", "inches": "inch", "°": "degree", "°c": "degree"}  # fmt: skip
GLUED = {"m": "meter", "km": "km", "cm": "cm", "mm": "mm", "kg": "kg", "g": "gram", "mg": "mg"}
GLUED |= {"ft": "foot", "lb": "lb", "lbs": "lb", "mph": "mile/hour", "kph": "km/hour", "l": "liter"}
GLUED |= {"mw": "mw", "gw": "gw", "kw": "kw", "gb": "gb", "mb": "mb", "tb": "tb", "oz": "ounce"}
"""Only behind digits."""
WHOLE = {"mph": "mile/hour", "kph": "km/hour", "kmh": "km/hour"}
BROAD = {"square", "cubic", "metric", "nautical"}
"""Part of a unit's name."""

SIGNS = {"$": "$", "£": "GBP", "€": "EUR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₴": "UAH"}
SIGNS |= {"₹": "INR", "₺": "TRY", "₦": "NGN", "₱": "PHP", "₫": "VND", "¥": "JPY", "฿": "THB"}
BEFORE_SIGN = {"us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD"}
BEFORE_SIGN |= {"nz": "NZD", "hk": "HKD", "s": "SGD", "nt": "TWD", "r": "BRL", "mex": "MXN"}
CODES = frozenset(
    (
        "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "RUB",
        "INR", "BRL", "MXN", "ZAR", "KRW", "TRY", "PLN", "CZK", "HUF", "UAH", "ILS", "SGD", "HKD",
    )
)  # fmt: skip
MONEY = _forms(
    "$ dollar buck", "EUR euro", "RUB ruble rouble", "JPY yen", "CNY yuan renminbi", "UAH hryvnia",
    "PLN zloty", "ILS shekel", "ZAR rand", "THB baht", "NGN naira", "HUF forint", "£ pound quid",
    "crown", "krona kronor", "krone kroner", "franc", "lira", "peso", "rupee", "dinar", "riyal",
    "dirham", "rial", "shilling", "cent", "penny pence", "mark", "guilder", "florin", "guinea",
)  # fmt: skip
DOLLARS = {"australian": "AUD", "canadian": "CAD", "zealand": "NZD", "hong": "HKD"}
DOLLARS |= {"singapore": "SGD", "us": "USD", "u.s.": "USD", "american": "USD"}
OTHER_DOLLAR = re.compile(
    r"\b(?:(Australian|Canadian|New Zealand|Singapore) dollars?|(A|C|NZ|S)\$)"
)
AMERICAN = re.compile(r"\bU\.?S\.?(?:\$| dollars?| [Dd]ollars?)|\bUSD\b")

PER_TIME = frozenset(
    ("second", "minute", "hour", "day", "night", "week", "month", "year", "decade")
)
PER_THING = frozenset(
    (
        "person", "head", "capita", "gallon", "barrel", "ton", "tonne", "share", "pound", "piece",
        "mile", "acre", "household", "family", "student", "pupil", "ticket", "seat", "vote",
        "kilo", "kilogram", "liter", "litre", "ounce", "plate", "pop", "copy", "square", "unit",
    )
)  # fmt: skip
ADVERBS = {"hourly": "/hour", "daily": "/day", "nightly": "/night", "weekly": "/week"}
ADVERBS |= {"monthly": "/month", "annually": "/year", "yearly": "/year"}


def dollar(document: Document) -> str:
    """What a bare dollar sign stands for: the dollar the document names, else the American."""
    other = OTHER_DOLLAR.search(document.text)
    if other is None or AMERICAN.search(document.text):
        return "USD"
    word = (other[1] or other[2]).split()[0].lower()
    return {**DOLLARS, **BEFORE_SIGN, "new": "NZD"}.get(word, "USD")


def pound(document: Document) -> str:
    """GBP where the document uses its sign or calls it sterling; else the word."""
    return "GBP" if "£" in document.text or " sterling" in document.text else "pound"


def singular(word: str) -> str:
    """A noun without its plural ending."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child"}
IRREGULAR |= {"feet": "foot", "teeth": "tooth", "mice": "mouse", "series": "series"}
