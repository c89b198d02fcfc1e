"""One form for what is written in several: contractions, British spelling, small numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from quoth.details.dates.numbers import SMALL, TENS
from quoth.sources.words import words

_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
_WHOLE = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "cannot": ("can", "not"),
    "gonna": ("going", "to"),
    "gotta": ("got", "to"),
    "wanna": ("want", "to"),
    "let's": ("let", "us"),
    "alright": ("all", "right"),
    "y'all": ("you", "all"),
    "ma'am": ("madam",),
    "o'clock": ("o'clock",),
    "%": ("percent",),
    "&": ("and",),
    "$": ("dollar",),
    "£": ("pound",),
    "€": ("euro",),
}
_PARTS = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "are", "'m": "am"}
_SUBJECTS = words(
    "he she it that this there here what who where when how why everybody everyone nobody"
)
_SAME = {
    **{word: str(number) for word, number in SMALL.items()},
    **{word: str(number) for word, number in TENS.items()},
    "ok": "okay",
    "o.k": "okay",
    "tv": "television",
    "grey": "gray",
    "cheque": "check",
    "cheques": "checks",
    "tyre": "tire",
    "tyres": "tires",
    "plough": "plow",
    "whilst": "while",
    "amongst": "among",
    "amidst": "amid",
    "towards": "toward",
    "afterwards": "afterward",
    "learnt": "learned",
    "dreamt": "dreamed",
    "burnt": "burned",
    "spelt": "spelled",
    "storey": "story",
    "judgement": "judgment",
    "acknowledgement": "acknowledgment",
    "ageing": "aging",
    "aluminium": "aluminum",
    "sceptical": "skeptical",
    "sceptic": "skeptic",
    "sceptics": "skeptics",
    "programme": "program",
    "programmes": "programs",
    "dollars": "dollar",
    "pounds": "pound",
    "euros": "euro",
    "'em": "them",
    "'cause": "because",
    "'til": "until",
    "till": "until",
    "mum": "mom",
    "senator": "sen",
    "governor": "gov",
    "representative": "rep",
    "mister": "mr",
    "doctor": "dr",
    "saint": "st",
    "general": "gen",
}
_SPELLINGS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        # Both sides are changed alike, so that what is no British spelling does no harm.
        (r"is(e[sdr]?|ing|ations?|ers)$", r"iz\1"),
        (r"ys(e[sdr]?|ing)$", r"yz\1"),
        (r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|able|ite|er|ful|hood|ly|less)", "or"),
        (r"(?<=[a-z]{2}[tb])re(?=s?$)", "er"),
        (r"(?<=[lt])ogue(?=s?$)", "og"),
        (r"(?<=[a-z]{4})ll(?=ed$|ing$|ers?$)", "l"),
        (r"(?<=^def|^off|^lic|^pre)(?:t?ence)(?=s?$)", "ense"),
        (r"^practis", "practic"),
        (r"^manoeuv", "maneuv"),
    )
)


@lru_cache(maxsize=1 << 17)
def clitics(raw: str) -> tuple[tuple[str, int, int], ...]:
    """The words that a run of letters stands for, each with its characters within the run."""
    low = raw.translate(_APOSTROPHES).lower()
    if low in _WHOLE:
        words = _WHOLE[low]
        if len(words) == 1:
            return ((words[0], 0, len(raw)),)
        cut = {"can't": 3, "cannot": 3, "let's": 3, "alright": 2}.get(low, max(len(low) - 3, 1))
        return ((words[0], 0, cut), (words[1], cut, len(raw)))
    if low.endswith("n't") and len(low) > 3:
        cut = len(low) - 3
        return ((even(low[:cut]), 0, cut), ("not", cut, len(raw)))
    if "'" in low[1:]:
        cut = low.index("'", 1)
        return ((even(low[:cut]), 0, cut), *_short(low[:cut], low[cut:], cut))
    return ((even(low), 0, len(raw)),)


def _short(before: str, rest: str, cut: int) -> tuple[tuple[str, int, int], ...]:
    end = cut + len(rest)
    if rest in _PARTS:
        return ((_PARTS[rest], cut, end),)
    if rest == "'s" and before in _SUBJECTS:
        return (("is", cut, end),)
    if rest == "'d":
        return (("would", cut, end),)
    if rest.startswith("'d've"):
        return (("would", cut, cut + 2), ("have", cut + 2, end))
    return ((rest, cut, end),)


@lru_cache(maxsize=1 << 17)
def even(word: str) -> str:
    """A word in the form it is compared in."""
    low = word.lower().rstrip(".").replace("-", "")
    if low[:1].isdigit():
        return _digits(low)
    if (known := _SAME.get(low)) is not None:
        return known
    if len(low) > 4:
        for pattern, form in _SPELLINGS:
            low = pattern.sub(form, low)
    return low


def _digits(low: str) -> str:
    """Figures without the marks between thousands: `12,000` is `12000`; `4:00` is `4`."""
    return re.sub(r",(?=\d{3}(?!\d))|:00$", "", low)
