"""Who answers for a figure, and whether two are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoth.compare.figures.lexicon import BODIES, OFFICIAL
from quoth.compare.figures.records import Whose
from quoth.compare.figures.setting import Setting, is_name, noun, words_of
from quoth.compare.records import Told
from quoth.details.figures.words import among
from quoth.records import Figure, Passage, Source, Span, Statement

_COUNTS = r"(count|counts|counted|put|puts|reckon|reckons|reckoned|estimate|estimates|estimated"
_COUNTS += r"|list|lists|listed|record|records|recorded|wrote|show|shows|showed|has|have|closed"
_COUNTS += (
    r"|speaks|spoke|gives|gave|reads|read|printed|reported|reports|measured|measures|says|said)"
)
_TELLER = re.compile(
    r"(?:^|[,;:.]\s|\band\s|\bbut\s|[\"”]\s)"
    r"((?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s)?[\w'’\-]+(?:\s[\w'’\-]+){0,4}?)"
    r"(?:, [^,]{0,40},)?\s(?:(?:has|have|had|now|also|itself)\s)*" + _COUNTS + r"\b"
)
_BY = re.compile(
    r"\b(?:[Aa]ccording to|[Bb]y|[Pp]er|[Ii]n|[Ff]rom)\s"
    r"((?:the|an?|its)\s[\w\-]+(?:\s[\w\-]+){0,2}?['’]s?|"
    r"(?:the\s)?[A-Z][\w\-]+['’]s?|the\s[\w\-]+(?:\s[\w\-]+)?['’]s)\s"
    r"(?:\w+\s){0,2}(?:sheet|list|book|books|count|figures|figure|record|records|bulletin|report"
    r"|letter|data|toll|tally|estimate|register|log)\b"
)
_PUT_BY = re.compile(r"\bby ((?:the |its |an? )?[\w'’\-]+(?: [\w'’\-]+){0,3}?) at\s*$")
_HEADED = re.compile(r"([\w'’\- ]{3,40}):\s")
_ACCORDING = re.compile(
    r"\b[Aa]ccording to ((?:the |an? |its |their )?[\w'’\- ]{2,40}?)(?=,| who | that |[.;:])"
)
_IT_SAID = re.compile(r"\b(?:it|he|she|they) (?:told|said|says|added|tells)\b")
_COPIES = among("read reads wrote reported reports printed")
_PRONOUNS = among(
    """
    he she it they we i you who that which there this those these one
    """
)


def whose(told: Told, figure: Figure, setting: Setting) -> Whose:
    """The source of a figure: its statement's, else who counts in its sentence."""
    statement = told.statements.get(figure.statement or "")
    while statement is not None and statement.source is None:
        statement = told.statements.get(statement.within or "")
    source = statement.source if statement else None
    found = _of_sentence(told, figure, setting, source.spans[-1].end if source else None)
    if statement is not None and source is not None and found is None:
        return _of_statement(told, statement, source)
    if found is None and _IT_SAID.search(
        setting.document.text, setting.span.start, setting.span.end
    ):
        found = _spoke_before(told, figure)
    return found or Whose(None, None, frozenset(), True, False)


def _spoke_before(told: Told, figure: Figure) -> Whose | None:
    """Who spoke last before a figure in its block: *it told us*."""
    document = told.reading.document
    block = document.block_at(figure.span.start)
    spoken = [
        (s.source.spans[0].start, s, s.source)
        for s in told.reading.statements
        if s.source
        and s.source.spans[0].start < figure.span.start
        and document.block_at(s.source.spans[0].start) == block
    ]
    if not spoken:
        return None
    _, statement, passage = max(spoken, key=lambda one: one[0])
    return _of_statement(told, statement, passage)


def _of_statement(told: Told, statement: Statement, passage: Passage) -> Whose:
    source = told.sources.get(statement.source_id or "")
    words = set(_known_by(passage))
    for part in _parts(source):
        words |= set(_known_by(part))
    identity = told.whose.get(statement.source_id or "")
    copies = source is not None and source.kind == "outlet"
    return Whose(passage.text, identity, frozenset(words), bool(words & OFFICIAL), copies)


def _parts(source: Source | None) -> Iterator[Passage]:
    if source is None:
        return
    yield from filter(None, (source.name, source.role, source.affiliation))
    yield from source.descriptions


def _of_sentence(told: Told, figure: Figure, setting: Setting, behind: int | None) -> Whose | None:
    """*The bailiff counted 31*; *by the commission's sheet*; with a source, only what is nearer."""
    document, span = told.reading.document, setting.span
    before = document.text[span.start : figure.span.start]
    found = [m for m in _TELLER.finditer(before) if m[1].split()[-1].lower() not in _PRONOUNS]
    if found:
        match = found[-1]
        start, end = span.start + match.start(1), span.start + match.end(1)
        nearer = behind is None or start >= behind or behind > figure.span.end
        has = match[2] not in ("has", "have") or not before[match.end() :].strip()
        if has and nearer and (behind is None or match.start() > 0):
            made = _named(told, Passage(document, (Span(start, end),)), match[2] in _COPIES)
            if made:
                return made
    head = None if behind is not None else _HEADED.match(before)
    if head:
        made = _named(told, Passage(document, (Span(span.start, span.start + head.end(1)),)), False)
        if made and made.words & BODIES:
            return made
    put = _PUT_BY.search(before)
    if put:
        start = span.start + put.start(1)
        words = frozenset(_known_by(Passage(document, (Span(start, start + len(put[1])),))))
        words = words or frozenset((noun(put[1].split()[-1]),))
        return Whose(put[1], None, words, bool(words & OFFICIAL), False)
    said = None if behind is not None else _ACCORDING.search(document.text, span.start, span.end)
    if said:
        return _named(
            told, Passage(document, (Span(said.start(1), said.end(1)),)), False, any_one=True
        )
    by = None if behind is not None else _BY.search(document.text, span.start, span.end)
    return _named(told, Passage(document, (Span(by.start(1), by.end(1)),)), False) if by else None


def _named(told: Told, passage: Passage, copies: bool, any_one: bool = False) -> Whose | None:
    """A body, a paper or a person that counts; None for any other words, unless it is `any_one`."""
    words = frozenset(_known_by(passage))
    outlet = bool(words & _outlets(told))
    if not (any_one or words & BODIES or outlet or passage.text.split()[-1][:1].isupper()):
        return None
    return Whose(passage.text, None, words, bool(words & OFFICIAL), outlet or copies)


def _outlets(told: Told) -> set[str]:
    """Words by which the document's sources that are outlets are known."""
    return {
        word
        for source in told.sources.values()
        if source.kind == "outlet"
        for part in _parts(source)
        for word in _known_by(part)
    }


def _known_by(passage: Passage) -> Iterator[str]:
    """The names and the words for bodies in a source's words."""
    for span in passage.spans:
        words = words_of(passage.document, span)
        for at, word in enumerate(words):
            form = noun(word.low)
            if form in BODIES or (
                word.capital and (is_name(words, at) or len(words) == 1 or at > 0)
            ):
                yield form


def one_source(one: Whose, other: Whose) -> bool:
    """Whether two are one source, or a body and who speaks for it."""
    if one.text is None or other.text is None:
        return False
    if (one.words & other.words) - BODIES:
        return True
    if one.words & BODIES and other.words & BODIES:
        # The army of Velden is not that of Arn; the police are whoever speaks for them.
        two = one.words - BODIES and other.words - BODIES
        return bool(one.words & other.words) and not two
    return one.identity is not None and one.identity == other.identity
