"""The words that expressions of time are made of, as TimeML 1.2.1 and TIDES 2002 name them."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words in `words`, parted by spaces."""
    return frozenset(words.split())


MONTHS = (
    "january jan",
    "february feb febr",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}

WEEKDAYS = (
    "monday mon",
    "tuesday tue tues",
    "wednesday wed weds",
    "thursday thu thur thurs",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
WEEKDAY = {name: number for number, names in enumerate(WEEKDAYS) for name in names.split()}
WEEKDAY |= {f"{names.split()[0]}s": number for number, names in enumerate(WEEKDAYS)}

SEASON = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PART = {
    "morning": "MO",
    "mornings": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "night": "NI",
    "nights": "NI",
    "overnight": "NI",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
    "lunchtime": "MI",
}
"""Parts of the day; those after `morning` and `midday` as TimeBank and TIDES write them."""
HOUR_NAMED = {"noon": "T12:00", "midnight": "T24:00"}

UNIT = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "hr": "hour",
    "day": "day",
    "weekend": "weekend",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "yr": "year",
    "decade": "decade",
    "century": "century",
    "millennium": "millennium",
}
PLURAL = {f"{word}s": unit for word, unit in UNIT.items()}
PLURAL |= {"centuries": "century", "millennia": "millennium"}
DURATION = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "weekend": "P{}WE",
    "week": "P{}W",
    "fortnight": "P{}W",
    "month": "P{}M",
    "quarter": "P{}Q",
    "year": "P{}Y",
    "decade": "P{}DE",
    "century": "P{}CE",
    "millennium": "P{}ML",
}
"""TimeML's value for so many of each unit; decades and more as TIDES 2002 writes them."""

OFTEN = {
    "daily": "P1D",
    "nightly": "P1D",
    "hourly": "PT1H",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "semiannual": "P6M",
    "semiannually": "P6M",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "biennial": "P2Y",
}

FEASTS = {
    ("christmas", "eve"): "12-24",
    ("christmas", "day"): "12-25",
    ("christmas",): "12-25",
    ("boxing", "day"): "12-26",
    ("new", "year's", "eve"): "12-31",
    ("new", "year's", "day"): "01-01",
    ("new", "year's"): "01-01",
    ("valentine's", "day"): "02-14",
    ("st", "patrick's", "day"): "03-17",
    ("halloween",): "10-31",
    ("all", "saints'", "day"): "11-01",
    ("independence", "day"): "07-04",
    ("veterans", "day"): "11-11",
    ("armistice", "day"): "11-11",
    ("bastille", "day"): "07-14",
    ("may", "day"): "05-01",
    ("thanksgiving", "day"): "thanksgiving",
    ("thanksgiving",): "thanksgiving",
    ("labor", "day"): "labor",
    ("memorial", "day"): "memorial",
    ("good", "friday"): "easter-2",
    ("easter", "sunday"): "easter+0",
    ("easter", "monday"): "easter+1",
    ("easter",): "easter+0",
    ("ash", "wednesday"): "easter-46",
    ("palm", "sunday"): "easter-7",
    ("whit", "monday"): "easter+50",
    ("pentecost",): "easter+49",
}
"""Days that bear a name: month and day, or the rule of a movable feast."""

PRESENT = listed("now currently presently nowadays")
PAST = listed("recently formerly lately")
FUTURE = listed("soon shortly")

VAGUE = listed("few several many some couple various numerous dozens hundreds scores")
"""Numbers of units that are none: `PXD` for *a few days*."""

ZONES = listed("gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest ist jst")
