"""What a figure counts or measures, from the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lemminflect import getAllLemmas

from quoth.compare.figures.amounts import amount_of
from quoth.compare.figures.lexicon import (
    ALSO_SUMS,
    DID,
    HUMAN,
    MEASURED,
    NO_COUNT,
    OF_PEOPLE,
    OF_TIME,
    PEOPLE,
    ROLE,
    STATED,
    SUMS,
)
from quoth.compare.figures.nouns import PART, canonical, counted, of_them, of_total, stated
from quoth.compare.figures.records import Amount, Thing
from quoth.compare.figures.setting import CALENDAR, FUNCTION, STOPS, Setting, is_name
from quoth.details.figures.words import among
from quoth.records import Figure, Span

CLOSE = 4.0
"""No further off a word tells for certain what happened."""
_HELPING = among("who that which was were is are be been being had have has will")
_KINDS = {
    "count": {word: row for word, row in DID.items() if row not in NO_COUNT},
    "money": {word: row for word, row in DID.items() if row in SUMS | ALSO_SUMS},
    "time": {word: row for word, row in DID.items() if row in OF_TIME},
    "%": DID,
    "share": DID,
}
_OF_MEASURES = {word: row for word, row in DID.items() if row in MEASURED}
"""What may have happened to people and things, and what sums tell of."""
_NONE: frozenset[str] = frozenset()
_MORE = among("more fewer less")
_ALLOWS = among("allow allows allowed permit permits permitted")
_BESIDE = among("at of in with from to for on near")


class Earlier(NamedTuple):
    """A figure that stands before another one."""

    amount: Amount
    thing: Thing
    sentence: Span
    block: int


def thing_of(figure: Figure, setting: Setting, earlier: Sequence[Earlier]) -> tuple[Amount, Thing]:
    """What a figure comes to and what it counts; `earlier` are those before it."""
    nouns, narrowed = counted(figure, setting)
    last = earlier[-1] if earlier else None
    beside = last if last and last.sentence == setting.span else None
    amount = amount_of(figure, setting, nouns, beside.amount if beside else None)
    if figure.unit == "point" and amount.measure == "count":
        nouns = frozenset(("point",))
    kinds = _KINDS.get(amount.measure, _OF_MEASURES)
    kind = setting.happened(kinds, nouns)
    if kind == "injured" and setting.also("in hospital", kinds, 8):
        kind = "in hospital"
    if amount.measure == "count":
        kind = kind or _verb(figure, setting)
        nouns, kind = _of_count(nouns, kind, _before(amount, setting, earlier))
    elif amount.measure not in ("%", "share"):
        nouns = frozenset()
    if kind is None and amount.measure != "count":
        kind = next(
            (
                one.thing.did
                for one in reversed(earlier)
                if one.sentence == setting.span and one.amount.measure == amount.measure
            ),
            None,
        )
    where = frozenset(_places(setting))
    return amount, Thing(
        noun=nouns,
        narrowed=narrowed,
        did=kind,
        role=_role(setting, amount, bool(nouns & HUMAN)),
        about=frozenset(_about(setting)),
        names=frozenset(_named(figure, setting) if amount.measure == "age" else _names(setting)),
        where=where,
        year=None,
        close=kind is not None and setting.also(kind, kinds, CLOSE),
    )


def _before(amount: Amount, setting: Setting, earlier: Sequence[Earlier]) -> Thing | None:
    """What a bare number may mean: what the last count of its block does, or the same number."""
    counts = [one for one in earlier if one.amount.measure == "count"]
    last = counts[-1] if counts else None
    if last and last.block == setting.block:
        return last.thing
    for one in reversed(counts):
        if one.amount.low == amount.low and one.thing.did in STATED:
            return one.thing
    kind = next((DID[w] for w in setting.previous if stated(w)), None)
    person = frozenset(("person",))
    return None if kind is None else Thing(person, _NONE, kind, None, _NONE, _NONE, _NONE, None)


def _of_count(
    nouns: frozenset[str], kind: str | None, before: Thing | None
) -> tuple[frozenset[str], str | None]:
    """Of a count the nouns and what happened, as of the figure before where it is bare."""
    named = {DID[word] for word in nouns if word in DID and word in PEOPLE}
    kind = "dead" if "life" in nouns and kind in (None, "lost") else next(iter(sorted(named)), kind)
    if not nouns and before and kind in (None, before.did):
        return before.noun, kind or before.did
    if not nouns and kind in OF_PEOPLE:
        return frozenset(("person",)), kind
    if before and kind is None and before.noun == canonical(nouns):
        kind = before.did
    return canonical(nouns), kind


def _verb(figure: Figure, setting: Setting) -> str | None:
    """What people counted did, where no table has it: the verb right behind them."""
    of = figure.of.spans[0] if figure.of else None
    beside = of and figure.span.end <= of.start <= figure.span.end + 3
    end = of.end if of and beside else figure.span.end
    at = next((n for n, word in enumerate(setting.words) if word.start >= end), 0)
    while at and (setting.word(at) in _HELPING or setting.word(at).endswith("ly")):
        at += 1
    found = getAllLemmas(setting.word(at)) if setting.word(at).isalpha() else {}
    return found["VERB"][0] if "VERB" in found and setting.word(at) not in FUNCTION else None


def _role(setting: Setting, amount: Amount, human: bool) -> str | None:
    """What the figure is, where it does not tell what is or was."""
    word = setting.word
    if (
        word(setting.last) in _MORE
        and word(setting.last + 1) == "than"
        and setting.last + 2 not in setting.figures
    ):
        return "change"
    at = setting.last + 1
    if word(at) in _MORE and word(at + 1) == "than" and word(at - 1) not in FUNCTION:
        return "change"
    if (word(setting.last), word(setting.last + 1)) in PART and not of_them(setting):
        return "part"
    if human and of_total(setting):
        return "part"
    if setting.before in ("including", "include", "includes", "included") and human:
        return "part"
    if (word(setting.first - 2), setting.before) in PART:
        return "part"
    for at in range(max(0, setting.first - 4), setting.first):
        if word(at) in ("was", "were", "is", "are") and word(at + 1) == "to":
            return "planned"
    if any(
        word(n) == "to" and word(n + 1) == "be" and word(n - 1) in ("is", "are", "was", "were")
        for n in range(setting.last, min(setting.last + 5, len(setting.words)))
    ):
        return "planned"
    if amount.measure in ("share", "%") and setting.before == "by":
        return "change"
    found = setting.nearest(ROLE, within=6)
    if found and found[0] == "limit" and found[1] > setting.last and word(found[1]) not in _ALLOWS:
        return None  # *two years, of a maximum of nine*
    return found[0] if found else None


def _about(setting: Setting) -> Iterator[str]:
    """Words that carry meaning in the figure's clause and near it."""
    for at, word in enumerate(setting.words):
        if setting.first <= at < setting.last or setting.costs[at] > 14:
            continue
        if word.low in FUNCTION or not word.text[:1].isalpha() or is_name(setting.words, at):
            continue
        if len(word.low) > 2 and word.low not in CALENDAR:
            yield min(word.forms, key=lambda form: (len(form), form))


def _named(figure: Figure, setting: Setting) -> Iterator[str]:
    """Whose age it is: the name right before it, or in the phrase behind it."""
    at = setting.first - 1
    while at >= 0 and (setting.words[at].text in ",(" or setting.word(at) in ("aged", "age")):
        at -= 1
    while at >= 0 and (is_name(setting.words, at) or _begins(setting, at)):
        yield setting.word(at).removesuffix("'s").removesuffix("’s")
        at -= 1
    if setting.before in (",", "("):
        return
    for at in range(setting.last, min(setting.last + 6, len(setting.words))):
        if setting.words[at].text in ".;:(" or setting.word(at) in ("and", "who", "was", "is"):
            break
        if is_name(setting.words, at):
            yield setting.word(at).removesuffix("'s").removesuffix("’s")
        if setting.word(at).endswith(("'s", "’s")):
            break


def _begins(setting: Setting, at: int) -> bool:
    """Whether a name begins the sentence: *Marsh, 27, was found*."""
    word = setting.words[at]
    return at == 0 and word.capital and word.low not in FUNCTION | CALENDAR


def _names(setting: Setting) -> Iterator[str]:
    """Proper names in the figure's clause and right beside it."""
    for at, word in enumerate(setting.words):
        outside = not setting.first <= at < setting.last
        if outside and setting.costs[at] <= 9 and is_name(setting.words, at):
            yield word.low.removesuffix("'s").removesuffix("’s")


def _places(setting: Setting) -> Iterator[str]:
    """Names right behind the figure and a preposition: *a third from Orlany*."""
    at = setting.last
    for at in range(setting.last, min(setting.last + 5, len(setting.words))):
        if setting.words[at].text in STOPS or at in setting.figures:
            return
        if (
            setting.word(at) in _BESIDE
            and at + 1 < len(setting.words)
            and is_name(setting.words, at + 1)
        ):
            break
    else:
        return
    for word in setting.words[at + 1 :]:
        if not word.capital:
            return
        yield word.low.removesuffix("'s").removesuffix("’s")
