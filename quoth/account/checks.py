"""An account held against house rules: which are met, and where one is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from quoth.account.account import Account
from quoth.account.accused import Accused, accused
from quoth.account.rules import CODES, Rules
from quoth.account.shares import called
from quoth.account.voices import authors
from quoth.analysis import Analysis
from quoth.records import Reading, Source, Span, Statement


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule, whether it is met, what was counted, and the places that stand against it."""

    rule: str
    met: bool
    said: str
    where: tuple[Span, ...]
    code: str


def check(account: Account, analysis: Analysis, rules: Rules) -> tuple[Finding, ...]:
    """What each rule that is switched on finds, in the order of `Rules`."""
    reading = account.reading
    made = [
        _unnamed_share(reading, rules.unnamed_share),
        _unnamed_reason(reading) if rules.unnamed_reason else None,
        _figures_share(account, rules.figures_share),
        _least_sources(reading, rules.least_sources),
        _accused_answer(accused(account, analysis)) if rules.accused_answer else None,
    ]
    return tuple(one for one in made if one)


def _finding(rule: str, met: bool, said: str, where: Iterable[Span]) -> Finding:
    return Finding(rule, met, said, () if met else tuple(where), CODES[rule])


def _unnamed_share(reading: Reading, most: float | Literal[False]) -> Finding | None:
    if most is False:
        return None
    sourced = list(_sourced(reading))
    unnamed = [statement for statement, source in sourced if _anonymous(source)]
    share = len(unnamed) / len(sourced) if sourced else 0.0
    said = (
        f"{len(unnamed)} of {_counted(len(sourced), 'statement')} with a source "
        f"({_percent(share)}) rest on unnamed ones; at most {_percent(most)}"
    )
    return _finding("unnamed_share", share <= most, said, map(_place, unnamed))


def _unnamed_reason(reading: Reading) -> Finding:
    bare = [s for s in _sources(reading) if _anonymous(s) and s.kind != "unspecified"]
    without = [source for source in bare if source.reason is None]
    names = "; ".join(called(source) for source in without)
    said = f"{len(without)} of {_counted(len(bare), 'unnamed person or group')} without a reason"
    where = (source.mentions[0].spans[0] for source in without if source.mentions)
    return _finding("unnamed_reason", not without, f"{said}: {names}" if names else said, where)


def _figures_share(account: Account, most: float | Literal[False]) -> Finding | None:
    if most is False:
        return None
    figures = account.reading.figures
    bare = [span for one in account.unsourced for label, span in one.words if label == "figure"]
    share = min(len(bare) / len(figures), 1.0) if figures else 0.0
    said = (
        f"{len(bare)} of {_counted(len(figures), 'figure')} ({_percent(share)}) without a source; "
        f"at most {_percent(most)}"
    )
    return _finding("figures_share", share <= most, said, bare)


def _least_sources(reading: Reading, least: int | Literal[False]) -> Finding | None:
    if least is False:
        return None
    found = {s.source_id or s.source.text for s in _outer(reading) if s.source}
    statements = [s for s in _outer(reading) if s.source]
    said = f"{_counted(len(found), 'source')}; at least {least}"
    if not statements:  # nothing that could rest on one source
        said = f"no statement has a source; at least {least} where one has"
    met = not statements or len(found) >= least
    return _finding("least_sources", met, said, map(_place, statements[:1]))


def _accused_answer(people: tuple[Accused, ...]) -> Finding:
    silent = [one for one in people if not one.answered]
    said = f"{len(silent)} of {_counted(len(people), 'accused person')} without an answer"
    if silent:
        said += ": " + "; ".join(one.name for one in silent)
    return _finding("accused_answer", not silent, said, (one.where for one in silent))


def _anonymous(source: Source) -> bool:
    """Is it somebody without a name? A body or a document is told by what it is."""
    return not source.named and source.kind in ("person", "group", "unspecified")


def _outer(reading: Reading) -> Iterator[Statement]:
    ours = authors(reading)
    return (s for s in reading.statements if s.within is None and s.source_id not in ours)


def _sourced(reading: Reading) -> Iterator[tuple[Statement, Source]]:
    """Statements with what is known of their source, the author's own left out."""
    known = {source.id: source for source in _sources(reading)}
    for statement in reading.statements:
        if source := known.get(statement.source_id or ""):
            yield statement, source


def _sources(reading: Reading) -> Iterator[Source]:
    ours = authors(reading)
    return (s for s in reading.sources if s.id not in ours and s.kind != "author")


def _place(statement: Statement) -> Span:
    return (statement.source or statement.content).spans[0]


_PLURALS = {"unnamed person or group": "unnamed persons and groups"}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"


def _percent(share: float) -> str:
    return re.sub(r"\.0 %$", " %", f"{100 * share:.1f} %")
