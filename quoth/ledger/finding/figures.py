"""What a figure must meet, as people write it and as SQL asks it."""

from __future__ import annotations

import re

from quoth.ledger.finding.question import BadQuestion

_NUMBER = r"-?\d[\d,]*(?:\.\d+)?|-?\.\d+"
_CONDITION = re.compile(
    rf"\s*(?:(?P<sign>>=|<=|>|<|=)?\s*(?P<one>{_NUMBER})|(?P<low>{_NUMBER})\s*\.\.\s*(?P<high>{_NUMBER}))"
    r"\s*(?P<times>thousand|million|billion|trillion)?\s*(?P<unit>[^\s\d<>=.,][^<>=]*)?\s*"
)
_TIMES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_ASKED = {
    ">": "(f.low > :low OR (f.low = :low AND f.bound IN ('more_than', 'just_over')))",
    ">=": "f.low >= :low",
    "<": "(f.high < :high OR (f.high = :high AND f.bound IN ('less_than', 'nearly')))",
    "<=": "f.high <= :high",
    "=": "f.low = :low AND f.high = :high",
    "..": "f.low >= :low AND f.high <= :high",
}
"""A figure meets what is asked only with all that it may be: "at least 40" is not `=40`."""


def condition(given: str) -> tuple[str, dict[str, object]]:
    """SQL over a figure `f`, and its values. Raises `BadQuestion`."""
    found = _CONDITION.fullmatch(given)
    if not found:
        example = "write '>100', '>=40', '=31', '10..50' or '>5%'"
        raise BadQuestion(f"figure {given!r}: not understood; {example}")
    times = _TIMES.get(found["times"] or "", 1.0)
    low, high = (found["one"], found["one"]) if found["one"] else (found["low"], found["high"])
    sql = _ASKED[".." if found["low"] else found["sign"] or "="]
    least, most = _value(low) * times, _value(high) * times
    values: dict[str, object] = {"low": least, "high": most}
    if least > most:
        raise BadQuestion(f"figure {given!r}: begins above its end; write the smaller one first")
    if found["unit"]:
        values["unit"] = _unit(found["unit"].strip())
        sql += " AND f.unit = :unit COLLATE NOCASE"
    return sql, values


def _unit(given: str) -> str:
    """The unit as figures have it: a currency's sign stands for its code."""
    if given.isascii():
        return given
    # Late, because the words of units bring all that reads details with them.
    from quoth.details.figures.units import SIGNS

    return SIGNS.get(given, given)


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))
