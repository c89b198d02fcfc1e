"""What the view for people says in words of its own: labels, and the lines that sum up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quoth.records import Act, Form, Kind, Passage, Place, Source, Statement
from quoth.voice import Leaning

UNSURE = 1.5
"""Certainty nearer to 0 than this is told in a word."""
OPEN = 0.5
"""Certainty nearer to 0 than this leaves it open."""

_ACTS: dict[Act, str] = {"claim_responsibility": "claims it"}
"""What fits the column better than the label itself."""
_TOLD: frozenset[Act] = frozenset(("demand", "promise", "threaten", "question", "deny"))
"""Acts that say by themselves how sure their contents are."""
_FORMS: tuple[Form, ...] = ("direct", "mixed", "indirect")
_PLURALS: dict[Kind, str] = {
    "person": "persons",
    "government": "governments",
    "organisation": "organisations",
    "outlet": "outlets",
    "document": "documents",
    "group": "groups",
    "unspecified": "unspecified",
    "author": "authors",
}
_SHARE_WIDTH = 12


def who(statement: Statement, source: Source | None) -> Passage | None:
    """The words that say who a source is, where its own words here do not."""
    if source is None or statement.source is None:
        return None
    here = _plain(statement.source)
    if source.name:
        return None if _plain(source.name) in here else source.name
    # A pronoun leads back to how the source was introduced; a description says it by itself.
    described = any(_plain(each) in here for each in source.descriptions)
    return None if described or not source.descriptions else source.descriptions[0]


def kind(source: Source) -> str:
    """Of what kind a source is, and what the text keeps of its name."""
    bare = source.named or source.kind in ("unspecified", "author")
    label = source.kind if bare else f"unnamed {source.kind}"
    return f"{label}, reason given" if source.reason else label


def marks(statement: Statement) -> Iterator[str]:
    """A word each for what is not plainly said: act, stance, negation, doubt."""
    cued = statement.cued
    if cued and cued.act != "assert":
        yield _ACTS.get(cued.act, cued.act)
    if cued and cued.stance != "neutral":
        yield cued.stance
    if cued and cued.polarity == "negative" and cued.act != "deny":
        yield "negated"
    sure = statement.certainty
    told = cued is not None and cued.act in _TOLD
    if sure is not None and abs(sure) < UNSURE and not told:
        yield "open" if abs(sure) < OPEN else "likely" if sure > 0 else "unlikely"


def place(places: tuple[Place, ...]) -> str:
    """Where the first piece stands, in the words of its format."""
    first = places[0]
    if first.line is not None:
        return f"line {first.line}"
    if first.page is not None:
        return f"page {first.page}"
    return f"block {first.block}"


def sums(leaning: Leaning) -> Iterator[tuple[str, str]]:
    """The lines under a document, each with its label; a line that goes on has none."""
    forms = _counts({form: leaning.forms[form] for form in _FORMS if form in leaning.forms})
    yield "Statements", f"{leaning.statements}: {forms}" if forms else "none found"
    if leaning.acts:
        yield "", _counts(leaning.acts).replace("_", " ")
    yield "Sources", _sources(leaning)
    if leaning.kinds:
        yield "", ", ".join(f"{n} {_PLURALS[k] if n > 1 else k}" for k, n in leaning.kinds.items())
    yield "Text", _share(leaning.passed_on)


def _plain(passage: Passage) -> str:
    return " ".join(passage.text.casefold().split())


def _counts(counts: Mapping[Form, int] | Mapping[Act, int]) -> str:
    return ", ".join(f"{count} {label}" for label, count in counts.items())


def _sources(leaning: Leaning) -> str:
    known = "none" if leaning.unsourced == leaning.statements else "not matched up"
    if leaning.kinds:
        reasons = f" ({leaning.reasons} with a reason)" if leaning.unnamed else ""
        known = f"{leaning.named} named, {leaning.unnamed} unnamed{reasons}"
    if not leaning.unsourced:
        return known
    names = "statement names" if leaning.unsourced == 1 else "statements name"
    return f"{known}; {leaning.unsourced} {names} none"


def _share(passed_on: float | None) -> str:
    if passed_on is None:
        return "none"
    cells = round(_SHARE_WIDTH * passed_on)
    bar = "━" * cells + "┄" * (_SHARE_WIDTH - cells)
    others, own = _percent(passed_on), _percent(1 - passed_on)
    return f"{others} somebody else's word {bar} {own} the document's own"


def _percent(share: float) -> str:
    """Whole per cent, but 0 and 100 only where nothing and everything is meant."""
    percent = round(100 * share)
    if percent == 0 and share > 0:
        return "under 1 %"
    if percent == 100 and share < 1:
        return "over 99 %"
    return f"{percent} %"
