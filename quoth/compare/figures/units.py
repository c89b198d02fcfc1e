"""Units of one measure, made one: lengths in metres, weights in grams, times in days."""

from __future__ import annotations

_TABLE: dict[str, dict[str, float]] = {
    "length": {
        "mm": 0.001, "cm": 0.01, "meter": 1, "metre": 1, "km": 1000, "kilometre": 1000,
        "kilometer": 1000, "mile": 1609.344, "nautical mile": 1852, "yard": 0.9144,
        "foot": 0.3048, "inch": 0.0254,
    },
    "area": {
        "square meter": 1, "square metre": 1, "square km": 1e6, "square kilometre": 1e6,
        "square kilometer": 1e6, "square mile": 2589988.11, "square foot": 0.09290304,
        "hectare": 1e4, "acre": 4046.8564,
    },
    "weight": {
        "nanogram": 1e-9, "microgram": 1e-6, "mg": 1e-3, "milligram": 1e-3, "gram": 1,
        "kg": 1000, "kilogram": 1000, "kilo": 1000, "tonne": 1e6, "metric ton": 1e6,
        "ton": 1e6, "lb": 453.59237, "pound": 453.59237, "ounce": 28.349523, "stone": 6350.29318,
    },
    "volume": {
        "millilitre": 1e-3, "milliliter": 1e-3, "liter": 1, "litre": 1, "gallon": 3.785411784,
        "barrel": 158.987294928, "pint": 0.473176473, "cubic meter": 1000, "cubic metre": 1000,
    },
    "time": {
        "millisecond": 1 / 86_400_000, "second": 1 / 86_400, "minute": 1 / 1440, "hour": 1 / 24,
        "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 365.25 / 12, "year": 365.25,
        "decade": 3652.5, "century": 36525,
    },
    "speed": {"mile/hour": 1.609344, "km/hour": 1, "knot": 1.852, "meter/second": 3.6},
    "power": {"watt": 1, "kw": 1e3, "mw": 1e6, "gw": 1e9},
    "bytes": {"byte": 1, "mb": 1e6, "gb": 1e9, "tb": 1e12},
}  # fmt: skip
MEASURES = {unit: (name, of) for name, row in _TABLE.items() for unit, of in row.items()}
"""For a unit the measure that it belongs to, and how much of the measure's own unit it is."""

MEASURED = frozenset(_TABLE)
"""The measures whose amounts are turned into one unit."""

NEAR = 0.03
"""Two amounts in different units that differ by no more are one, rounded."""


def measure_of(unit: str) -> tuple[str, float]:
    """The measure of a unit and its size; a unit that the table lacks is a measure of its own."""
    return MEASURES.get(unit, (unit, 1.0))
