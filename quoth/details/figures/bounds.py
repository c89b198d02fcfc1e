"""The words around a number that say whether it is that, about that, more or less."""

from __future__ import annotations

from quoth.details.figures.words import Line, among
from quoth.records import Bound


def _table(rows: dict[Bound, str]) -> dict[tuple[str, ...], Bound]:
    return {tuple(words.split()): b for b, row in rows.items() for words in row.split(", ")}


BEFORE = _table(
    {
        "exact": "only, just, a total of, exactly, precisely, a mere, merely",
        "about": "about, around, some, roughly, approximately, an estimated, estimated, circa, "
        "in the region of, in the neighborhood of, something like, or so, an average of, "
        "approximately some, more or less, on the order of",
        "nearly": "nearly, almost, just under, close to, just shy of, shy of, just below, "
        "slightly less than, slightly under, slightly below, a little under, a little less than, "
        "not quite, approaching, approaches, approached, approach, nearing, nears, neared, "
        "a little over half of, virtually, just less than, a bit under, a bit less than",
        "just_over": "just over, just above, slightly more than, slightly over, slightly above, "
        "a little over, a little more than, a bit over, a bit more than, little more than, "
        "just more than, a little above, a bit above, a shade over, a tad over, barely over",
        "at_least": "at least, no fewer than, no less than, not less than, not fewer than, "
        "a minimum of, at the least, as few as, as little as",
        "more_than": "more than, over, above, upwards of, upward of, in excess of, north of, "
        "well over, well above, far more than, well more than, greater than, exceeding, exceeds, "
        "exceeded, exceed, topping, topped, tops, surpassing, surpassed, surpasses, higher than, "
        "older than, longer than, larger than, far above, much more than, way more than, way over, "
        "beyond",
        "at_most": "up to, as many as, as much as, no more than, not more than, at most, "
        "at the most, "
        "a maximum of, no greater than, as high as, no higher than, no longer than, no later than, "
        "maximum, a max of, upto",
        "less_than": "fewer than, less than, under, below, well under, well below, far fewer than, "
        "far less than, lower than, smaller than, south of, shorter than, younger than, "
        "much less than, short of",
    }
)
AFTER = _table(
    {
        "about": "or so, or thereabouts, give or take, odd, - odd, - ish, more or less",
        "at_least": "or more, and more, plus, - plus, +, and up, or older, and older, and over, "
        "or over, or above, and above, or higher, and higher, or better, or greater, or longer, "
        "at least, and counting, at a minimum, or later, at the least",
        "at_most": "or less, or fewer, or under, and under, or younger, and younger, or lower, "
        "or below, and below, at most, at the most, or shorter, tops, max, maximum",
    }
)
WIDE = 4
"""Words of the longest entry."""
VERBS = frozenset(("approach", "exceed"))


GONE = among(
    """
    go goes going went gone climb climbs climbed rise rises rose risen bring brings brought bringing
    take takes took taken push pushes pushed drive drives drove move moves moved creep crept
    """
)


def before(line: Line, start: int, ends: int) -> tuple[int, Bound | None]:
    """Where the bounding words before word `start` begin, at `ends` or later, and what they say."""
    found: Bound | None = None
    while True:
        for length in range(min(WIDE, start - ends), 0, -1):
            said = BEFORE.get(line.lows(start - length, start))
            if said and not (length == 1 and _other_sense(line, start - 1)):
                start -= length
                told: Bound = "exact" if _risen(line, start) else said
                found = told if found in (None, "exact") else found
                break
        else:
            return start, found


TALK = among(
    """
    comment comments talk talks talking talked said say speak spoke joke joked story question
    questions asked ask know knows think thinking worry worried remark remarks tweet tell told
    statement claim claims lie lies lied report reports complaint complaints wrote something
    """
)
GIVEN = among("hand handed handing hands turned turn turning passed gave all took taken")


def _other_sense(line: Line, at: int) -> bool:
    """`his comment about 40 voters`, `handed over two books`."""
    before = line.low(at - 1)
    return (line.low(at) == "about" and before in TALK) or (
        line.low(at) == "over" and before in GIVEN
    )


def _risen(line: Line, at: int) -> bool:
    """`has gone up to 19`, `brings the toll up to 19`: that is what it is now, and no limit."""
    return line.lows(at, at + 2) == ("up", "to") and any(
        line.low(n) in GONE for n in range(max(at - 5, 0), at)
    )


def after(line: Line, end: int) -> tuple[int, Bound | None]:
    """One past the bounding words behind word `end`, and what they say."""
    for length in range(WIDE, 0, -1):
        said = AFTER.get(line.lows(end, end + length))
        if said and not (line.low(end) in ("-", "+") and line.at(end).spaced):
            return end + length, said
    return end, None
