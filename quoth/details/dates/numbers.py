"""Numbers in words and digits, as they stand in expressions of time."""

from __future__ import annotations

from collections.abc import Iterable


def counted(names: str, first: int = 0, step: int = 1) -> dict[str, int]:
    """The names in `names`, with the numbers that they stand for from `first` times `step` on."""
    return {name: number * step for number, name in enumerate(names.split(), first)}


SMALL = counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
TENS = counted("twenty thirty forty fifty sixty seventy eighty ninety", 2, 10)
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
WORDS = SMALL | TENS | SCALES
ORDINALS = counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30}
DECADES = counted("twenties thirties forties fifties sixties seventies eighties nineties", 2, 10)
LONGEST = 9
"""No more digits make a number here: nothing lasts longer, and a text may hold thousands."""


def ordinal(word: str) -> int | None:
    """The number of `third` or `3rd`; None for what is no ordinal up to 99."""
    word = word.lower()
    if word in ORDINALS:
        return ORDINALS[word]
    digits = word[:-2]
    if word[-2:] in {"st", "nd", "rd", "th"} and digits.isdecimal() and len(digits) <= 2:
        return int(digits)
    return None


def whole(words: Iterable[str]) -> int | None:
    """The number that words make: `forty - two`, `1 , 200`, `nineteen ninety - one`, `a dozen`."""
    total, current, before = 0, 0, ""
    seen = False
    for word in (raw.lower() for raw in words):
        if word in {"-", ",", "and", "a", "an"}:
            continue
        if word.isdecimal():
            if len(word) > LONGEST:
                return None
            current = current * 10 ** len(word) + int(word) if before.isdecimal() else int(word)
        elif word in SCALES:
            current = max(current, 1) * SCALES[word]
            if word == "thousand":
                total, current = total + current, 0
        elif word in SMALL or word in TENS:
            number = SMALL.get(word, TENS.get(word, 0))
            # "nineteen ninety": the second number begins a pair; "ninety one" goes on.
            pair = (before in TENS and number >= 10) or (before in SMALL and before != "zero")
            current = current * 100 + number if pair else current + number
        elif (place := ordinal(word)) is not None:
            current += place
        else:
            return None
        seen, before = True, word
    return total + current if seen else None
