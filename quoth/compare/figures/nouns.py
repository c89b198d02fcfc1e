"""The nouns that a figure counts, as far as they stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lemminflect import getAllLemmas

from quoth.compare.figures.lexicon import ALIKE, DID, PEOPLE, STATED
from quoth.compare.figures.setting import FUNCTION, STOPS, Setting, Word, noun, words_of
from quoth.details.figures.units import MONEY
from quoth.details.figures.words import among
from quoth.records import Figure

_PREPOSITIONS = among(
    """
    of in at from with for on to by before after near as who that which between among against under
    over into onto inside outside during since within without via per than whose where when
    """
)
_SCALES = among("thousand million mn billion bn trillion")
_TOTALS = among("number count total tally toll")
_TIMES = among("noon morning evening night day week month year afternoon hour moment")
_OF = re.compile(r"\bof\b")
PART = (
    ("of", "them"),
    ("of", "which"),
    ("of", "whom"),
    ("of", "those"),
    ("of", "these"),
    ("among", "them"),
)


def counted(figure: Figure, setting: Setting) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns counted and what narrows them: behind the number, else where the reading says."""
    beside = of_them(setting) or of_total(setting) or _number_of(setting)
    if beside:
        return _heads(beside)
    of = figure.of
    if stated(setting.after) and not (
        of and of.text.split()[0].lower() == setting.after and len(of.text.split()) > 1
    ):
        return frozenset(("person",)), frozenset()
    if of is None:
        return frozenset(), frozenset()
    span = of.spans[0]
    between = setting.document.text[figure.span.end : span.start]
    near = figure.span.start <= span.start <= figure.span.end + 14 and not re.search(
        r"[,.;:()]", between
    )
    inside = setting.span.start <= span.start < setting.span.end
    words = words_of(setting.document, span)
    heads, narrowed = _heads(words)
    if near and not (_OF.search(between) and (heads & _TIMES or words[-1].capital)):
        return heads, narrowed
    crossed = any(
        min(span.end, figure.span.end)
        <= setting.words[n].start
        < max(span.start, figure.span.start)
        and setting.words[n].text in ";:"
        for n in range(len(setting.words))
    )
    if heads & MONEY.keys():
        return heads, narrowed
    proper = any(word.capital for word in words[-1:])
    if (
        heads & _TIMES
        or proper
        or crossed
        or (not inside and setting.after not in ("", ".", ",", "of"))
    ):
        return frozenset(), frozenset()
    return heads, narrowed


def stated(word: str) -> bool:
    """Whether a word tells by itself of people: *31 wounded*."""
    return DID.get(word) in STATED


def of_them(setting: Setting) -> tuple[Word, ...]:
    """*26 of them houses*: houses are counted."""
    at = setting.last
    if (setting.word(at), setting.word(at + 1)) not in PART:
        return ()
    found = setting.words[at + 2 : at + 3]
    plural = found and noun(found[0].low) != found[0].low
    return found if plural and found[0].low not in FUNCTION else ()


def of_total(setting: Setting) -> tuple[Word, ...]:
    """*118,500 of 120,000 bottles*: bottles are counted."""
    at = setting.last
    if setting.word(at) != "of":
        return ()
    at += 1 + (setting.word(at + 1) in ("the", "about", "some"))
    if at not in setting.figures:
        return ()
    while at < len(setting.words) and (
        setting.words[at].text[0].isdigit() or setting.word(at) in _SCALES
    ):
        at += 1
    return setting.words[at : at + 3]


def _number_of(setting: Setting) -> tuple[Word, ...]:
    """*the number of burned houses at 26*, where nothing stands behind the figure."""
    if setting.after and setting.after not in FUNCTION and setting.after not in ".,;:)":
        return ()
    for at in range(setting.first - 2, -1, -1):
        if at in setting.figures or setting.words[at].text in ";:":
            break
        if setting.word(at) in _TOTALS and setting.word(at + 1) == "of":
            return setting.words[at + 2 : setting.first]
    return ()


def _heads(words: tuple[Word, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Of a noun phrase the nouns that are counted, joined ones each, and the words before them."""
    heads: list[str] = []
    narrowed: list[str] = []
    for run, goes_on in _runs(words):
        if _may_be_noun(run[-1]):
            heads.append(noun(run[-1].text))
        narrowed += [w.low for w in run[:-1] if w.low not in FUNCTION or w.low == "other"]
        if not goes_on:
            break
    return frozenset(heads), frozenset(narrowed)


def _may_be_noun(word: Word) -> bool:
    """No *those* nor *absent*, as far as a dictionary tells; a word that it lacks may be one."""
    found = getAllLemmas(word.low)
    known = not found or "NOUN" in found or "PROPN" in found or word.capital
    return known and word.low not in FUNCTION and word.text[0].isalnum()


def _runs(words: tuple[Word, ...]) -> Iterator[tuple[list[Word], bool]]:
    """The phrases that *and* or *or* joins, up to what narrows them from behind."""
    run: list[Word] = []
    for word in words:
        joint = word.low in ("and", "or")
        plural = run and (run[-1].low in PEOPLE or noun(run[-1].text) != run[-1].low)
        if word.low in _PREPOSITIONS or word.text in STOPS or (plural and _ends_there(word)):
            break
        if run and not joint and (word.low in FUNCTION or word.text[0].isdigit()):
            break
        if joint and run:
            yield run, True
            run = []
        elif not joint:
            run.append(word)
    if run:
        yield run, False


def _ends_there(word: Word) -> bool:
    """*people killed*: what happened, not what is counted."""
    return any(form in DID for form in word.forms) and word.low.endswith(("ed", "n", "t"))


def canonical(nouns: frozenset[str]) -> frozenset[str]:
    """Nouns by the one word that stands for all that news exchanges for it."""
    return frozenset("person" if n in PEOPLE else ALIKE.get(n, n) for n in nouns)
