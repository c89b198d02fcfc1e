"""Lengths of time, what recurs, and times without a place in the calendar."""

from __future__ import annotations

from fractions import Fraction

from quoth.details.dates import lexicon, numbers
from quoth.details.dates.context import Context, Outcome
from quoth.details.dates.finding import Found
from quoth.details.dates.tense import tense

SAID = "as stated"
SMALLER = {
    "year": ("month", 12),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "decade": ("year", 10),
    "century": ("year", 100),
}
JOINS = frozenset(("to", "or"))


def duration(found: Found, context: Context) -> Outcome | None:
    """*two to three weeks*, *2 1/2 years*, *the past nine months*, *half an hour*."""
    word = found.one("unit").removeprefix("fiscal ")
    unit = lexicon.PLURAL.get(word) or lexicon.UNIT[word]
    words = [context.analysis.tokens[n].text.lower() for n in found.words]
    if (
        unit == "quarter"
        and "three" in words
        and context.analysis.tokens[found.words[-1]].text == "quarters"
    ):
        return None
    rel = found.one("rel")
    if rel == "recent" and "n" not in found.parts and unit in {"day", "year"}:
        return Outcome("date", "PAST_REF", "no number of them is given")
    if any(len(word) > numbers.LONGEST and word.isdecimal() for word in words):
        return Outcome(
            "duration", lexicon.DURATION[unit].format("X"), "the number is too long to read"
        )
    if words[0] in {"a", "an"} and len(words) == 2 and _counted_before(found):
        return Outcome("set", lexicon.DURATION[unit].format(1), SAID)
    return Outcome("duration", value(found.all("n"), words, unit), SAID)


def _counted_before(found: Found) -> bool:
    """*$33 million a year*, *twenty boats a day*: is what comes before a number or a noun?"""
    if not found.words.start:
        return False
    before = found.tokens[found.words.start - 1]
    following = found.tokens[found.words.stop : found.words.stop + 1]
    if following and following[0].text.lower() in {"before", "after", "following", "later"}:
        return False
    if before.sentence != found.tokens[found.words.start].sentence:
        return False
    word = before.text.lower()
    return (
        before.pos in {"NUM", "SYM"}
        or before.pos in {"NOUN", "PROPN"}
        or word[:1].isdigit()
        or word in {"million", "billion", "thousand", "hundred", "times", "percent", "%", "cents"}
    )


def value(count: list[str], words: list[str], unit: str) -> str:
    """TimeML's value for a number of units; `X` stands for a number that is not told."""
    amount = _amount(count, words)
    if amount is not None and unit == "fortnight":
        amount *= 2
    if amount is None:
        return lexicon.DURATION[unit].format("X")
    if amount.denominator == 1:
        return lexicon.DURATION[unit].format(amount.numerator)
    full, rest = divmod(amount, 1)
    smaller, many = SMALLER.get(unit, ("", 0))
    if not smaller or (rest * many).denominator != 1:
        return lexicon.DURATION[unit].format(f"{float(amount):g}")
    less = lexicon.DURATION[smaller].format((rest * many).numerator)
    if not full:
        return less
    first = lexicon.DURATION[unit].format(int(full))
    return first + (less[2:] if "T" in first else less[1:])


def _amount(count: list[str], words: list[str]) -> Fraction | None:
    extra = Fraction(1, 2) if "half" in words else Fraction(0)
    words = [
        w
        for w in count
        if w not in {"half", "-", "a", "an", "additional", "full", "whole", "entire"}
    ]
    if (
        any(w in lexicon.VAGUE or w in {"few", "number", "tens", "thousands"} for w in words)
        or not count
    ):
        return Fraction(2) if "couple" in words else None
    if not words or words == ["another"] or words == ["each"]:
        # "an hour", "half an hour", "an hour and a half"
        return extra if count[:1] == ["half"] else 1 + extra
    if JOINS & set(words):
        return None
    if "/" in words:
        at = words.index("/")
        try:
            part = Fraction(int(words[at - 1]), int(words[at + 1]))
        except (ValueError, ZeroDivisionError, IndexError):
            return None
        full = numbers.whole(words[: at - 1]) if at > 1 else 0
        return None if full is None else full + part
    if "." in words:
        at = words.index(".")
        text = f"{numbers.whole(words[:at]) or 0}.{words[at + 1]}"
        return Fraction(text) if text.replace(".", "").isdecimal() else None
    number = numbers.whole(words)
    return None if number is None else number + (extra if number else Fraction(0))


def every(found: Found, context: Context) -> Outcome | None:
    """*every Friday*, *each month*, *every two weeks*, *Fridays*."""
    if days := found.one("days"):
        return Outcome("set", f"XXXX-WXX-{lexicon.WEEKDAY[days] + 1}", SAID)
    if what := found.one("what"):
        if what in lexicon.WEEKDAY:
            return Outcome("set", f"XXXX-WXX-{lexicon.WEEKDAY[what] + 1}", SAID)
        if what in lexicon.MONTH:
            return Outcome("set", f"XXXX-{lexicon.MONTH[what]:02}", SAID)
        if what in lexicon.SEASON:
            return Outcome("set", f"XXXX-{lexicon.SEASON[what]}", SAID)
        return Outcome("set", f"XXXX-XX-XXT{lexicon.PART[what]}", SAID)
    word = found.one("unit")
    unit = lexicon.PLURAL.get(word) or lexicon.UNIT[word]
    count = ["2"] if found.one("n") == "other" else found.all("n") or ["1"]
    return Outcome("set", value(count, count, unit), SAID)


def often(found: Found, context: Context) -> Outcome | None:
    """*daily*, *annually*."""
    return Outcome("set", lexicon.OFTEN[found.one("often")], SAID)


def rate(found: Found, context: Context) -> Outcome | None:
    """*twice a week*, *a year* after what is counted by the year."""
    return Outcome("set", lexicon.DURATION[lexicon.UNIT[found.one("unit")]].format(1), SAID)


def present(found: Found, context: Context) -> Outcome | None:
    return Outcome("date", "PRESENT_REF", "the time of writing")


def past(found: Found, context: Context) -> Outcome | None:
    return Outcome("date", "PAST_REF", "before the time of writing")


def future(found: Found, context: Context) -> Outcome | None:
    if "one" in found.parts and tense(context.analysis, found.words) != "future":
        return Outcome("duration", "P1D", SAID)
    return Outcome("date", "FUTURE_REF", "after the time of writing")
