"""How expressions of time are written: one pattern over words for each way (see `codes`).

What is an expression and how far it goes follows the TimeML annotation guidelines 1.2.1 (Saurí et
al. 2006) and TIMEX2 (Ferro et al. 2005): articles belong to it, signals (*in*, *since*) do not.
Choosing among the readings is `finding`'s work, their values that of the module named here.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Sure = Literal["always", "likely", "doubtful"]
"""Does a match stand by itself, unless the network says it is none, or only if it says so?"""


class Rule(NamedTuple):
    """A pattern, the name of what resolves it, and how sure its matches are."""

    kind: str
    pattern: str
    sure: Sure = "always"


NUMBER = (
    "(?:INT(?:COMMA THREE)*(?:DOT INT)?(?:INT SLASH INT)?NUM?|INT SLASH INT"
    "|NUM(?:HYPHEN?NUM)*(?:and a half)?)"
)
COUNT = (
    f"(?:{NUMBER}(?:HYPHEN?(?:to|or|and|HYPHEN|DASH){NUMBER})?"
    "|a few|a couple of?|a dozen|half a dozen|VAGUE of?|a NUM|tens of thousands of|thousands of"
    "|a number of|many|half an?|an?|one|another|an additional)"
)
ABOUT = (
    "(?:(?:at least|at most|more than|less than|fewer than|no more than|no less than|up to"
    "|as (?:much|many|long|little) as|just (?:over|under)|close to|about|nearly|almost|around"
    "|approximately|roughly|over|some|only)(?:the)?)"
)
MORE = "(?:more|additional|full|whole|straight|consecutive|solid|long|extra|working|business|entire)"
PHASE = (
    "(?P<mod>the?(?:(?:very )?(?:early|late|mid)HYPHEN?"
    "|(?:(?:beginning|start|middle|midpoint|end|close|rest|remainder)of"
    "|(?:first|second|last|latter)(?:half|part)of)))"
)
PART_OF = "(?P<mod>(?:early|late|later|earlier|sometime)(?:on|in)?)"
YEAR = "(?P<year>YEAR)"
OLD_YEAR = "(?:NUM(?:HYPHEN?NUM)+)"
REL = "(?:last|this|next|past|coming|current|previous|preceding|prior|following|upcoming|same|that)"
DAY_OF_WEEK = "(?P<weekday>DAYNAME|SHORTDAY DOT?)"
MONTH = "(?P<month>MONTH)DOT?"
TIMES = "(?:once|twice|thrice|NUM times|INT times|several times|many times|a few times)"

DATES = (
    # Friday, Oct. 13, 1989; March eighth; May 3, '98; this coming Sunday, March eighth
    Rule(
        "day",
        f"(?:{DAY_OF_WEEK}COMMA?(?:the)?)?{MONTH}the?(?P<day>DAY|DAYORD)(?!COLON|DOT INT|HYPHEN DAY MONTH)"
        f"(?:COMMA?{YEAR}|COMMA?APOS(?P<short>TWO))?",
    ),
    # the fifth of November; Friday 5 November 2031
    Rule(
        "day",
        f"(?:{DAY_OF_WEEK}COMMA?)?(?:the?(?P<day>DAY|DAYORD)of?{MONTH})(?:COMMA?(?:of)?{YEAR})?",
    ),
    Rule("month", f"(?:{PHASE}|{PART_OF})?{MONTH}COMMA?of?(?:{YEAR}|APOS(?P<short>TWO))"),
    Rule("month", f"(?:{PHASE}|{PART_OF})?(?:(?P<rel>{REL})past?)?{MONTH}(?!HYPHEN)", "likely"),
    Rule("month", f"(?:{PHASE}|{PART_OF})?(?:(?P<rel>{REL})past?)?{MONTH}"),
    Rule("iso", "(?P<year>FOUR)HYPHEN(?P<month>SHORT)HYPHEN(?P<day>SHORT|STAMPED)(?:COLON SHORT)?"),
    Rule("iso", "(?P<eight>EIGHT)(?!HYPHEN|COMMA|DOT INT)"),
    Rule("numeric", "(?P<a>SHORT)(?P<mark>SLASH|HYPHEN|DOT)(?P<b>SHORT)(?P<mark2>SLASH|HYPHEN|DOT)(?P<c>YEAR|TWO)"),
    Rule("numeric", "(?P<a>SHORT)(?P<mark>SLASH)(?P<b>SHORT)", "doubtful"),
    Rule("season", f"(?:{PHASE}|{PART_OF})?the?(?:(?P<rel>{REL})past?)?(?P<season>SEASON)(?:of?{YEAR})"),
    Rule("season", f"(?:{PHASE}|{PART_OF})?(?:the|this)?(?P<rel>{REL})(?P<season>SEASON)"),
    Rule("season", f"(?:{PHASE})?(?:the)?(?P<season>SEASON)", "doubtful"),
    Rule("feast", "the?(?:(?P<rel>last|this|next|past|coming))?(?P<feast>christmas(?:day|eve)?|easter(?:sunday|monday)?|good friday|thanksgiving(?:day)?|halloween|labor day|memorial day|independence day|bastille day|veterans day|armistice day|valentine APOS s day|new year APOS?s?(?:day|eve)|boxing day|may day|ash wednesday|palm sunday|whit monday|pentecost|all saints APOS day|st DOT?patrick APOS s day)"
        f"(?:COMMA?of?{YEAR})?"),
)
YEARS = (
    Rule("year", f"{PHASE}?(?:the year)(?P<spelled>{OLD_YEAR})"),
    Rule("year", "(?P<spelled>(?:nineteen|eighteen|seventeen|sixteen|twenty)HYPHEN?(?:hundred|oh)?HYPHEN?(?:NUM HYPHEN?)?NUM)(?!UNITS|HYPHEN?UNIT)", "likely"),
    Rule("year", f"(?:{PHASE}|{PART_OF})?(?:the)?(?:fiscal|calendar)year?{YEAR}"),
    Rule("year", f"(?:{PHASE}|{PART_OF})?(?:the year)?{YEAR}(?:and beyond)?", "likely"),
    Rule("year", f"the {YEAR}(?P<noun>period)"),
    Rule("year", "(?:(?P<mod>early|late|mid)HYPHEN?)?APOS(?P<short>TWO)(?!APOS)", "doubtful"),
    Rule("decade", f"{PHASE}?(?:the)?(?:(?P<mod2>early|late|mid|middle)(?:HYPHEN|to late HYPHEN?|part of the)?)?APOS?(?P<decade>DECADE|DECADENAME)"),
    Rule("decade", f"(?:{PHASE}|the)(?:(?P<rel>last|past|previous|next|coming|this|current)HYPHEN?)decade"),
    Rule("century", f"{PHASE}?(?:the)?(?:(?P<mod2>early|late|mid)HYPHEN?)?(?P<ord>ORD)HYPHEN?century(?:b DOT?c DOT?|bc|bce)?"),
    Rule("century", f"{PHASE}?(?:the)?(?P<rel>last|past|previous|this|next|current)century"),
    Rule("era", "(?P<year>INT|NUM(?:HYPHEN?NUM)*)(?P<era>b DOT?c DOT?(?:e DOT?)?|bc|bce|ad|a DOT?d DOT?|ce)"),
    Rule("era", "(?P<era>ad|a DOT?d DOT?)(?P<year>INT)"),
)
FISCAL = "(?:fiscal|financial|calendar|comparable|corresponding|same|latest|current|recent|full)"
BACK = "(?P<back>year HYPHEN?(?:ago|earlier))"
QUARTERS = (
    Rule("quarter", f"{PHASE}?(?:the)?{BACK}?(?:YEAR)?{FISCAL}?(?P<ord>ORD|final)quarter(?:of?(?:fiscal)?{YEAR})?"),
    Rule("quarter", f"(?:fiscal)?(?P<ord>ORD|final)HYPHEN quarter(?:of?(?:fiscal)?{YEAR})?"),
    Rule("quarter", f"(?:the)?(?P<year>YEAR)(?:fiscal)?(?P<ord>ORD|final)(?:HYPHEN?)quarter"),
    Rule("quarter", "(?P<rel>this|next|last)year APOS s(?:fiscal)?(?P<ord>ORD|final)(?:HYPHEN?)quarter"),
    Rule("half", f"{PHASE}?(?:the)?(?:fiscal)?(?P<ord>first|second|last)HYPHEN?half(?:of(?:fiscal)?(?:{YEAR}|(?P<rel>this|next|last|the)year))?", "likely"),
    Rule("focus", f"(?:the)?(?:{BACK}|(?P<rel>latest|same|comparable|corresponding|current|recent|full|previous|prior|preceding|following|next|last))(?:(?:fiscal)?(?P<unit>quarter|year|month|week|period|half))"),
    Rule("focus", "the comparable year HYPHEN ago(?P<unit>quarter|period)"),
    Rule("focus", f"the(?P<unit>quarter|fiscal year|full year|year)", "likely"),
    Rule("back", BACK, "likely"),
)
RELATIVE = (
    Rule("relative", f"(?:{PHASE}|{PART_OF})?(?:the|this)?(?P<rel>{REL})past?(?P<unit>week|weekend|month|quarter|year|decade|century)(?!HYPHEN|APOS s ORD)"),
    Rule("relative", f"(?:{PHASE}|{PART_OF})(?:the)(?P<unit>week|weekend|month|quarter|year|decade|century|season)"),
    Rule("relative", f"(?:the)(?P<unit>week|weekend|month)(?P<rel>before last|after next|before|after)"),
    Rule("relative", "(?P<unit>year|month|week|quarter)(?:APOS s)?HYPHEN?(?P<mod>end)"),
    Rule("relative", "(?P<this>over)?the (?P<unit>weekend)", "likely"),
    Rule("day_name", "(?P<mod>(?:early|late|later|earlier)(?:on)?)?(?:this|the)?(?:(?P<rel>last|this|next|past|coming|following|previous|same|that))?(?:past|coming)?(?P<weekday>DAYNAME)"),
    Rule("day_word", "(?P<mod>early|late|later|earlier)?(?P<word>today|yesterday|tomorrow|tonight)"),
    Rule("day_word", "the day (?P<word>before yesterday|after tomorrow)"),
    Rule("day_focus", "(?:the|that)(?P<rel>same|very|next|following|previous|day)day?(?:before|after)?(?=ANY?)"),
    Rule("day_focus", "that day|the day before|the day after|the next day|the following day|the previous day|the same day|a day later|a day earlier|one day later|one day earlier"),
    Rule("part", "(?P<mod>early|late|later|earlier)?(?:in the)?(?P<rel>this|last|that|yesterday|tomorrow|the following|the next|the previous|the same)(?P<part>PART)"),
    Rule("part", "(?:the|mid HYPHEN?|early|late)*(?P<part>PART)", "doubtful"),
    Rule("clock", "(?P<hour>HOUR)(?:(?:COLON|DOT)(?P<minute>MINUTE)(?:COLON MINUTE)?)?(?P<half>a DOT?m DOT?|p DOT?m DOT?|am|pm)(?P<zone>ZONE|eastern time)?"),
    Rule("clock", "(?:(?P<hour>HOUR)COLON)?(?P<clock>CLOCK)(?P<zone>ZONE)?"),
    Rule("clock", "(?P<hour>HOUR)COLON(?P<minute>MINUTE)(?:COLON MINUTE)?(?P<zone>ZONE)?", "likely"),
    Rule("clock", "(?P<hhmm>HHMM)(?P<zone>ZONE)"),
    Rule("clock", "(?P<hour>HOUR|NUM)o APOS clock(?:in the (?P<part>PART))?(?P<zone>ZONE)?"),
    Rule("clock", "(?P<named>HOURNAME)"),
    Rule("ago", f"(?:{ABOUT})?(?P<n>{COUNT})(?:{MORE})?HYPHEN?(?P<unit>UNIT|UNITS)HYPHEN?(?:or so)?(?P<way>ago|earlier|later|before now|from now|hence|from today)"),
    Rule("ago", "(?P<unit>UNITS)HYPHEN?(?P<way>ago|earlier|later|hence)"),
)
SPAN_REL = "(?:last|past|next|coming|recent|first|final|following|previous|preceding|latest|remaining|upcoming|intervening)"
DURATIONS = (
    Rule("duration", f"(?:{ABOUT})?(?P<n>{COUNT})HYPHEN?{MORE}?HYPHEN?(?P<unit>UNITS)(?:or (?:so|more|less)|and a half)?"),
    Rule("duration", f"(?:{ABOUT})?(?P<n>{NUMBER})HYPHEN?(?P<unit>UNIT)(?!HYPHEN old| old)"),
    Rule("duration", f"(?:{ABOUT})?(?P<n>half an?|an?|one|another|an additional|each|a full|a whole|an entire)HYPHEN?(?P<unit>UNIT)(?:and a half|or (?:so|more|less))?", "likely"),
    Rule("duration", f"(?:at least|about)?(?:the|these|those)?(?P<rel>{SPAN_REL})(?P<n>{COUNT})HYPHEN?{MORE}?HYPHEN?(?P<unit>UNITS|UNIT)(?:or so)?"),
    Rule("duration", f"(?:the|these|those)?(?P<rel>{SPAN_REL})(?P<unit>UNITS)(?:and UNITS)?"),
    Rule("duration", f"(?:the)?(?P<rel>{SPAN_REL})(?P<n>)(?P<unit>UNIT)(?:or so)"),
    Rule("duration", f"the(?P<n>{NUMBER})HYPHEN?(?P<unit>UNITS)"),
    Rule("duration", "(?:the)?(?P<unit>UNITS)(?P<rel>ahead|to come)"),
    Rule("duration", "(?P<unit>UNITS)", "doubtful"),
)
SETS = (
    Rule("every", f"(?P<q>every|each)(?P<n>other|ORD|{NUMBER}|few)?(?P<unit>UNIT|UNITS)"),
    Rule("every", "(?P<q>every|each)(?P<what>DAYNAME|MONTH|SEASON|PART)(?P<part>PART)?"),
    Rule("every", "(?:on)?(?P<days>DAYS)", "likely"),
    Rule("often", "(?P<often>OFTEN)", "doubtful"),
    Rule("rate", f"(?P<times>{TIMES})(?:an?|per|each|every)(?P<unit>UNIT)"),
    Rule("rate", "(?:an?|per)(?P<unit>UNIT)", "doubtful"),
)
VAGUE = (
    Rule("present", "(?:right|just|until|by|even)?(?P<ref>PRESENT)", "likely"),
    Rule("present", "(?:at|for)(?:present|the moment|this time|the present time)|these days|nowadays", "likely"),
    Rule("past", "(?:more|most|very|until)?(?:PAST)", "likely"),
    Rule("past", "the (?:recent|distant|immediate)?past"),
    Rule("future", "(?:very|quite)?FUTURE|one day|some day|someday|as soon as possible|a later date", "likely"),
    Rule("future", "the (?:near|foreseeable|immediate|not HYPHEN?too HYPHEN?distant|distant)?HYPHEN?(?:future|near term)"),
    Rule("future", "future", "doubtful"),
    Rule("present", "current", "doubtful"),
    Rule("past", "recent|once|earlier|past", "doubtful"),
    Rule("time", "that time|this time|the time|the same time|the moment|some time|a long time", "doubtful"),
)
RULES = (*DATES, *YEARS, *QUARTERS, *RELATIVE, *DURATIONS, *SETS, *VAGUE)
