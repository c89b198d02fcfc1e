"""How expressions of time are written: one pattern over words for each way (see `codes`).

What is an expression and how far it goes follows the TimeML annotation guidelines 1.2.1 (Saurí et
al. 2006) and those of TIMEX2 (Ferro et al. 2005): articles belong to it, signals (*in*, *since*)
do not. Which of them stand is `finding`'s and `doubt`'s work.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Sure = Literal["always", "likely", "doubtful"]
"""Does a match stand by itself, unless its neighbours speak against it, or only if tagged?"""


class Rule(NamedTuple):
    """A pattern, the name of what resolves it (see `resolving`), and how sure its matches are."""

    kind: str
    pattern: str
    sure: Sure = "always"


# Runs of numbers are bounded, so that a text of nothing else takes no longer.
NUMBER = (
    "(?:LONG|INT(?:COMMA THREE){0,6}(?:DOT INT)?(?:INT SLASH INT)?NUM?|INT SLASH INT"
    "|NUM(?:HYPHEN?NUM){0,8}(?:and a half)?)"
)
COUNT = (
    f"(?:{NUMBER}(?:HYPHEN?(?:to|or|and|HYPHEN|DASH){NUMBER})?"
    "|a few|a couple of?|a dozen|half a dozen|VAGUE of?|a NUM|tens of thousands of|thousands of"
    "|a number of|many|half (?:a|an)|a|an|one|another|an additional)"
)
ONE = "(?:half (?:a|an)|a|an|one|another|an additional|a full|a whole|an entire)"
ABOUT = (
    "(?:(?:at least|at most|more than|less than|fewer than|no more than|no less than|up to"
    "|as (?:much|many|long|little) as|just (?:over|under)|close to|about|nearly|almost|around"
    "|approximately|roughly|some|only)the?)?"
)
MORE = (
    "(?:more|additional|full|whole|straight|consecutive|solid|long|extra|working|business|entire)?"
)
OR_SO = "(?:or (?:so|more|less)|and a half)?"
PHASE = (
    "(?:the?(?:(?:very )?(?:early|late|mid)HYPHEN?"
    "|(?:(?:beginning|start|middle|midpoint|end|close|rest|remainder)of"
    "|(?:first|second|last|latter)(?:half|part)of)))"
)
EARLY = "(?:early|late|later|earlier)(?:on|in)?"
MOD = f"(?:{PHASE}|{EARLY})?"
REL = "(?:last|this|next|past|coming|current|previous|preceding|prior|following|upcoming|same|that)"
YEAR = "(?P<year>YEAR)"
IN_YEAR = f"(?:COMMA?{YEAR}|COMMA?APOS(?P<short>TWO))?"
MONTH = "(?P<month>MONTH|SHORTMONTH DOT?)"
DAY_OF_WEEK = "(?P<weekday>DAYNAME|SHORTDAY DOT?)"
SEASON = "(?P<season>SEASON)"
FEAST = (
    "(?P<feast>christmas(?:day|eve)?|easter(?:sunday|monday)?|good friday|thanksgiving(?:day)?"
    "|halloween|labor day|memorial day|independence day|bastille day|veterans day|armistice day"
    "|valentine APOS s day|new year APOS?s?(?:day|eve)|boxing day|may day|ash wednesday|palm sunday"
    "|whit monday|pentecost|all saints APOS day|st DOT?patrick APOS s day)"
)
MARK = "SLASH|HYPHEN|DOT"

DAYS = (
    # Friday, Oct. 13, 1989; March eighth; this coming Sunday, March eighth
    Rule(
        "day",
        f"(?:(?:(?:this|last|next)(?:past|coming)?)?{DAY_OF_WEEK}COMMA?the?)?"
        f"{MONTH}the?(?P<day>DAY|DAYORD)(?!COLON|DOT INT|HYPHEN DAY MONTH){IN_YEAR}",
    ),
    # the fifth of November; Friday 5 November 2031
    Rule(
        "day",
        f"(?:{DAY_OF_WEEK}COMMA?)?the?(?P<day>DAY|DAYORD)of?{MONTH}(?:COMMA?of?{YEAR})?",
    ),
    # on the 5th, of the month that fits
    Rule("day", "(?<=on|by)the(?P<day>NTH)(?=DOT|COMMA|and|at|when|in|to)", "likely"),
    Rule(
        "iso",
        "(?P<year>FOUR)HYPHEN(?P<month>SHORT)HYPHEN(?P<day>SHORT|(?P<hour>STAMPED))"
        "(?:COLON(?P<minute>SHORT)(?:COLON SHORT)?)?",
    ),
    Rule("iso", "(?P<eight>EIGHT)(?!HYPHEN|COMMA|DOT INT)"),
    Rule(
        "numeric",
        f"(?P<a>SHORT)(?P<mark>{MARK})(?P<b>SHORT)(?P<again>{MARK})(?P<c>YEAR|TWO)",
    ),
    Rule("numeric", "(?P<a>SHORT)(?P<mark>SLASH)(?P<b>SHORT)", "doubtful"),
    Rule(
        "day_name",
        "(?:(?:early|late|later|earlier)on?)?"
        "(?:(?:this|the)?(?P<rel>last|this|next|past|coming|following|previous|same|that)"
        "(?:past|coming)?)?(?P<weekday>DAYNAME)",
    ),
    Rule("day_word", "(?:early|late|later|earlier)?(?P<word>today|yesterday|tomorrow|tonight)"),
    Rule("day_word", "the day (?P<word>before yesterday|after tomorrow)"),
    Rule("day_focus", "that day|the day (?:before|after)|the (?:next|following|previous|same) day"),
    Rule("day_focus", "(?:a|one) day (?:later|earlier)"),
)
MONTHS = (
    Rule("month", f"{MOD}{MONTH}COMMA?of?(?:{YEAR}|APOS(?P<short>TWO))"),
    Rule("month", f"{MOD}(?:(?P<rel>{REL})past?)?{MONTH}"),
    Rule("season", f"{MOD}the?(?:(?P<rel>{REL})past?)?{SEASON}of?{YEAR}"),
    Rule("season", f"{MOD}(?:the|this)?(?P<rel>{REL}){SEASON}"),
    Rule("season", f"(?:{PHASE}|the){SEASON}", "likely"),
    Rule("season", SEASON, "doubtful"),
    Rule("feast", f"the?(?P<rel>last|this|next|past|coming)?{FEAST}(?:COMMA?of?{YEAR})?"),
)
YEARS = (
    Rule("year", f"{PHASE}?the year(?P<spelled>NUM(?:HYPHEN?NUM){{1,8}})"),
    Rule(
        "year",
        "(?P<spelled>(?:nineteen|eighteen|seventeen|sixteen|twenty)HYPHEN?(?:hundred|oh)?HYPHEN?"
        "(?:NUM HYPHEN?)?NUM)(?!UNITS|HYPHEN?UNIT)",
        "likely",
    ),
    Rule("year", "the year(?P<year>FOUR)"),
    Rule("year", f"{MOD}the?(?:fiscal|calendar)year?{YEAR}"),
    Rule("year", f"{MOD}(?:the year)?{YEAR}(?:and beyond)?", "likely"),
    Rule("year", f"the {YEAR}period"),
    Rule("year", "(?P<fiscal>FYTOKEN)"),
    Rule("year", "(?:(?:early|late|mid)HYPHEN?)?APOS(?P<short>TWO)(?!APOS)", "doubtful"),
    Rule(
        "decade",
        f"{PHASE}?the?(?:(?:early|late|mid|middle)(?:HYPHEN|to late HYPHEN?|part of the)?)?"
        "APOS?(?P<decade>DECADE|DECADENAME)",
    ),
    Rule(
        "decade",
        f"(?:{PHASE}|the)(?P<rel>last|past|previous|next|coming|this|current)HYPHEN?decade",
    ),
    Rule(
        "century",
        f"{PHASE}?the?(?:(?:early|late|mid)HYPHEN?)?(?P<ord>ORD)HYPHEN?century"
        "(?:b DOT?c DOT?|bc|bce)?",
    ),
    Rule("century", f"{PHASE}?the?(?P<rel>last|past|previous|this|next|current)century"),
    Rule(
        "era",
        "(?P<year>INT(?:COMMA THREE){0,6}|NUM(?:HYPHEN?NUM){0,8})"
        "(?P<era>b DOT?c DOT?(?:e DOT?)?|bc|bce|ad|a DOT?d DOT?|ce)",
    ),
    Rule("era", "(?P<era>ad|a DOT?d DOT?)(?P<year>INT)"),
)
FISCAL = "(?:fiscal|financial|calendar|comparable|corresponding|same|latest|current|recent|full)?"
BACK = "(?P<back>year HYPHEN?(?:ago|earlier))"
ORD = "(?P<ord>ORD|final)"
REPORTS = (
    Rule("quarter", f"{PHASE}?the?{BACK}?YEAR?{FISCAL}{ORD}quarter(?:of?fiscal?{YEAR})?"),
    Rule("quarter", f"fiscal?{ORD}HYPHEN quarter(?:of?fiscal?{YEAR})?"),
    Rule("quarter", f"the?{YEAR}fiscal?{ORD}HYPHEN?quarter"),
    Rule("quarter", f"(?P<rel>this|next|last)year APOS s fiscal?{ORD}HYPHEN?quarter"),
    Rule("quarter", f"(?P<short>QTOKEN)of?fiscal?{YEAR}?"),
    Rule("half", f"(?P<short>HTOKEN)of?fiscal?{YEAR}"),
    Rule(
        "half",
        "the?fiscal?(?P<ord>first|second|last|latter)HYPHEN?half of fiscal?"
        f"(?:{YEAR}|(?P<rel>this|next|last|the)year)",
    ),
    Rule("half", "the?fiscal?(?P<ord>first|second|last)HYPHEN?half(?!of)", "likely"),
    Rule(
        "focus",
        f"the?(?:{BACK}|(?P<rel>latest|same|comparable|corresponding|recent|full|most recent))"
        "fiscal?(?P<unit>quarter|year|month|week|period|half)",
    ),
    Rule("focus", f"the comparable {BACK}(?P<unit>quarter|period)"),
    Rule("focus", "the(?P<unit>quarter|fiscal year|full year|year)(?!HYPHEN)", "likely"),
    Rule("back", BACK, "likely"),
)
RELATIVE = (
    Rule(
        "relative",
        f"{MOD}(?:the|this)?(?P<rel>{REL})past?"
        "(?P<unit>week|weekend|month|quarter|year|decade|century)(?!HYPHEN|APOS s ORD)",
    ),
    Rule(
        "relative",
        f"(?:{PHASE}|{EARLY})the(?P<unit>week|weekend|month|quarter|year|decade|century|season)",
    ),
    Rule("relative", "the(?P<unit>week|weekend|month)(?P<rel>before last|after next)"),
    Rule("relative", "(?P<unit>year|month|week|quarter)(?:APOS s)?HYPHEN?end"),
    Rule("relative", "the (?P<unit>weekend)", "likely"),
    Rule(
        "ago",
        f"{ABOUT}(?P<n>{COUNT}){MORE}HYPHEN?(?P<unit>UNIT|UNITS)HYPHEN?(?:or so)?"
        "(?P<way>ago|earlier|later|before now|from now|hence|from today)",
    ),
    Rule("ago", "(?P<unit>UNITS)HYPHEN?(?P<way>ago|earlier|later|hence)"),
)
TIMES = (
    Rule(
        "part",
        "(?:early|late|later|earlier)?(?:in the)?"
        "(?P<rel>this|last|that|yesterday|tomorrow|the (?:following|next|previous|same))"
        "(?P<part>PART)",
    ),
    Rule("part", "(?P<part>overnight)", "likely"),
    Rule("part", "(?:the|mid HYPHEN?|early|late){0,2}(?P<part>PART)", "doubtful"),
    Rule(
        "clock",
        "(?P<hour>HOUR)(?:(?:COLON|DOT)(?P<minute>MINUTE)(?:COLON MINUTE)?)?"
        "(?P<half>a DOT?m DOT?|p DOT?m DOT?|am|pm)(?:ZONE|eastern time)?",
    ),
    Rule("clock", "(?:(?P<hour>HOUR)COLON)?(?P<clock>CLOCK)ZONE?"),
    Rule("clock", "(?P<hour>HOUR)COLON(?P<minute>MINUTE)(?:COLON MINUTE)?ZONE?", "likely"),
    Rule("clock", "(?P<hhmm>HHMM)ZONE"),
    Rule("clock", "(?P<hhmm>ZEROFOUR)hours?"),
    Rule("clock", "(?P<hour>HOUR|NUM)o APOS clock(?:in the (?P<part>PART))?ZONE?"),
    Rule(
        "clock",
        "(?P<past>half|a? quarter|NUM(?:HYPHEN?NUM)?)minutes?(?P<way>past)(?P<hour>NUM)",
        "likely",
    ),
    Rule(
        "clock", "(?:(?<=at)(?P<past>NUM)|(?P<past>a? quarter))(?P<way>to)(?P<hour>NUM)", "likely"
    ),
    Rule("clock", "(?P<named>HOURNAME)"),
)
AROUND = (
    "(?:last|past|next|coming|recent|first|final|following|previous|preceding|latest|remaining"
    "|upcoming|intervening)"
)
DURATIONS = (
    Rule(
        "duration",
        f"{ABOUT}(?P<n>{COUNT})HYPHEN?{MORE}HYPHEN?(?P<unit>UNITS){OR_SO}(?!HYPHEN?old|of age)",
    ),
    Rule("duration", f"{ABOUT}(?P<n>{NUMBER})HYPHEN?(?P<unit>UNIT|second)(?!HYPHEN?old)"),
    Rule(
        "duration",
        f"{ABOUT}(?P<n>{ONE})HYPHEN?(?P<unit>UNIT){OR_SO}(?!of (?:the|its|their|all|a|an|his|her))",
        "likely",
    ),
    Rule(
        "duration",
        f"{ABOUT}(?:the|these|those)?(?P<rel>{AROUND})(?P<n>{COUNT})HYPHEN?{MORE}HYPHEN?"
        "(?P<unit>UNITS|UNIT)(?:or so)?",
    ),
    Rule("duration", f"(?:the|these|those)?(?P<rel>{AROUND})(?P<unit>UNITS)(?:and UNITS)?"),
    Rule("duration", f"the?(?P<rel>{AROUND})(?P<n>)(?P<unit>UNIT)or so"),
    Rule("duration", f"the(?P<n>{NUMBER})HYPHEN?(?P<unit>UNITS)"),
    Rule("duration", "the?(?P<unit>UNITS)(?P<rel>ahead|to come)"),
    Rule("duration", "(?P<unit>UNITS)(?=before|after|later|earlier)"),
    Rule("duration", "(?<=for|in|within|after|over)(?P<unit>UNITS)(?!of)", "likely"),
    Rule("duration", "(?P<unit>UNITS)", "doubtful"),
)
SETS = (
    Rule("every", f"(?:every|each)(?P<n>other|ORD|{NUMBER}|few)?(?P<unit>UNIT|UNITS)"),
    Rule("every", "(?:every|each)(?P<what>DAYNAME|MONTH|SEASON|PART)PART?"),
    Rule("every", "(?P<days>DAYS)", "likely"),
    Rule("often", "(?P<often>OFTEN)", "doubtful"),
    Rule(
        "rate",
        "(?:once|twice|thrice|(?:NUM|INT|several|many|a few)times)(?:a|an|per|each|every)"
        "(?P<unit>UNIT)",
    ),
    Rule("rate", "(?:a|an|per)(?P<unit>UNIT)", "doubtful"),
)
VAGUE = (
    Rule("present", "right?PRESENT", "likely"),
    Rule("present", "these days|nowadays|at present", "likely"),
    Rule("past", "(?:more|most|very)?PAST", "likely"),
    Rule("past", "the (?:recent|distant|immediate)?past"),
    Rule("future", "(?:very|quite)?FUTURE(?!as|after|before)", "likely"),
    Rule("future", "(?P<one>one day)|some day|someday|as soon as possible|a later date", "likely"),
    Rule("future", "the (?:near|foreseeable|immediate|distant)?HYPHEN?(?:future|near term)"),
)
RULES = (*DAYS, *MONTHS, *YEARS, *REPORTS, *RELATIVE, *TIMES, *DURATIONS, *SETS, *VAGUE)
