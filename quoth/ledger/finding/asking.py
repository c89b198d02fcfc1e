"""Finding statements: one question, one page of hits, and how many there are.

The index of words gives the numbers of statements, and these rise with the day of publication: a
page that is newest first reads no more than its own hits, and a time is a range of numbers. All
that is chosen by form, act, kind and outlet is in that index too. What would have to look at all
hits of a frequent word, counting and ranking, looks at the newest ones, and says so.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any, get_args

import apsw

from quoth.ledger.errors import sound
from quoth.ledger.finding.figures import condition
from quoth.ledger.finding.question import BadQuestion, Question, numbers
from quoth.ledger.finding.records import Count, Found, Hit
from quoth.ledger.finding.words import Tokenizer, Wanted, expression, found_in, wanted
from quoth.ledger.leaves import FIRST, Leaf, Reach, Turn, leaf
from quoth.ledger.store import Store
from quoth.records import Form, Place, Span
from quoth.voice import united

COUNTED = 10_000
"""Statements that are looked at to be counted, at most."""
RANKED = 2_000
"""Statements that are ranked, at most."""
TOGETHER = 500
"""Statements that are taken from the ledger at once."""
LENGTH = 120
"""Characters of a content of middling length."""

_CHOSEN = """
  SELECT statement_words.rowid AS id{more} FROM statement_words
  WHERE statement_words MATCH :match AND statement_words.rowid BETWEEN :lowest AND :highest{checks}
  ORDER BY statement_words.rowid{order} LIMIT :limit"""
_CONFIDENCE = (
    " AND (SELECT s.confidence FROM statements s WHERE s.id = statement_words.rowid) >= :confidence"
)
_FIGURE = (
    " AND EXISTS (SELECT 1 FROM figures f WHERE f.statement = statement_words.rowid AND {asked})"
)
# BM25 of one statement, without the words' rarity, which would have to look at all hits.
_BEST = f"""
WITH candidates AS MATERIALIZED ({{candidates}})
SELECT c.id FROM candidates c CROSS JOIN statements s ON s.id = c.id
ORDER BY s.confidence * c.times / (c.times + 1.2 * (0.25 + 0.75 * length(s.content) / {LENGTH}.0))
  DESC, c.id DESC LIMIT :shown OFFSET :passed"""
_HITS = """
SELECT s.id, d.id, s.key, d.name, d.title, d.outlet, d.published, d.version,
  (SELECT count(*) FROM documents o WHERE o.wording = d.wording) - 1,
  s.source_text, p.key, p.name, p.kind, p.named, p.role, p.reason, s.cue_text, s.lemma, s.act,
  s.stance, s.basis, s.content, s.cited_text, s.form,
  (SELECT o.key FROM statements o WHERE o.id = s.within),
  s.polarity, s.certainty, s.confidence, s.verdict, s.block, s.place
FROM json_each(:given) chosen CROSS JOIN statements s ON s.id = chosen.value
CROSS JOIN readings r ON r.id = s.reading CROSS JOIN documents d ON d.id = r.document
LEFT JOIN sources p ON p.id = s.source ORDER BY chosen.key"""
_NAMES = [field.name for field in fields(Hit)][:-3]
"""What the columns of `_HITS` are called, but for the first and the last two."""
_FIGURES = """
SELECT f.statement, f.text FROM json_each(:given) chosen
CROSS JOIN figures f ON f.statement = chosen.value WHERE {asked}"""
# A statement's number tells its reading: no row but the index's own is read.
_COUNT = """
WITH examined AS MATERIALIZED ({examined}),
by_reading AS MATERIALIZED (
  SELECT (SELECT max(r.first) FROM readings r WHERE r.first <= e.id) AS first,
    count(*) AS statements
  FROM examined e{checks} GROUP BY 1),
by_kin AS (
  SELECT max(b.statements) AS statements
  FROM by_reading b CROSS JOIN readings r ON r.first = b.first GROUP BY r.kin)
SELECT coalesce(sum(statements), 0), count(*), (SELECT coalesce(sum(statements), 0) FROM by_kin),
  (SELECT count(*) FROM examined) FROM by_reading"""
_GIVEN = "SELECT value AS id FROM json_each(:given)"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as SQL has it."""

    words: Wanted
    checks: str
    """What the index cannot tell, over `statement_words.rowid`."""
    figure: str | None
    """What a figure `f` must meet."""
    values: dict[str, Any]


def find(
    store: Store, question: Question, limit: int = 20, best: bool = False, turn: Turn = FIRST
) -> Found:
    """A page of the newest statements that meet `question`, or the `best` first, and a count.

    Of the best `turn.before` is how many are passed over. Raises `BadQuestion`.
    """
    tokenizer = Tokenizer(store.connection)
    asked = _asked(question, tokenizer)
    page = _page_of_best if best else _page_of_newest
    with store.snapshot():
        shown = page(store, asked, limit, turn)
        whole = turn == FIRST and len(shown.items) < limit
        found = _counted(store, asked, list(shown.items) if whole else None)
        hits = tuple(_hits(store, shown.items, asked, tokenizer))
    more = not found.exact or found.statements > RANKED
    return Found(hits, found, RANKED if best and more else None, shown.after, shown.before)


def _page_of_newest(store: Store, asked: _Asked, limit: int, turn: Turn) -> Leaf[int]:
    lowest, highest = asked.values["lowest"], asked.values["highest"]

    def numbers_in(reach: Reach) -> list[int]:
        bounds = {
            "lowest": max(lowest, reach.lowest),
            "highest": min(highest, reach.highest),
            "limit": reach.limit,
        }
        parts = {"more": "", "checks": asked.checks, "order": f" {reach.order}"}
        rows = store.each(_CHOSEN.format(**parts), {**asked.values, **bounds})
        return [number for (number,) in rows]

    return leaf(turn, limit, numbers_in, lambda number: number)


def _page_of_best(store: Store, asked: _Asked, limit: int, turn: Turn) -> Leaf[int]:
    passed = turn.before or 0
    found = list(_chosen(store, asked, limit + 1, True, passed))
    return Leaf(
        tuple(found[:limit]),
        max(passed - limit, 0) if passed else None,
        passed + limit if len(found) > limit else None,
    )


def each_hit(
    store: Store, question: Question, limit: int | None = None, best: bool = False
) -> Iterator[Hit]:
    """The statements that meet `question`, one by one, all of them where there is no `limit`.

    The best first are `RANKED` at most.
    """
    tokenizer = Tokenizer(store.connection)
    asked = _asked(question, tokenizer)
    chosen = _chosen(store, asked, -1 if limit is None else limit, best)
    while some := list(islice(chosen, TOGETHER)):
        yield from _hits(store, some, asked, tokenizer)


def count(store: Store, question: Question) -> Count:
    """How many statements meet `question`. Raises `BadQuestion`."""
    return _counted(store, _asked(question, Tokenizer(store.connection)), None)


def _chosen(store: Store, asked: _Asked, limit: int, best: bool, passed: int = 0) -> Iterator[int]:
    """The numbers of statements, newest or best first."""
    sql, values = _CHOSEN, {**asked.values, "limit": limit}
    parts = {"more": "", "checks": asked.checks, "order": " DESC"}
    if best:
        store.connection.register_fts5_function("times_found", _times_found)
        parts["more"] = ", times_found(statement_words) AS times"
        values |= {"limit": RANKED, "shown": limit, "passed": passed}
        sql = _BEST.format(candidates=_CHOSEN)
    return (number for (number,) in store.each(sql.format(**parts), values))


def _hits(
    store: Store, chosen: Sequence[int], asked: _Asked, tokenizer: Tokenizer
) -> Iterator[Hit]:
    figures = defaultdict(list)
    given = {**asked.values, "given": json.dumps(chosen)}
    if asked.figure:
        for number, text in store.each(_FIGURES.format(asked=asked.figure), given):
            figures[number].append(text)
    for number, *row in store.each(_HITS, given):
        with sound(store.path, f"statement {number}"):
            hit = _hit(number, row, asked.words, figures[number], tokenizer)
        yield hit


def _counted(store: Store, asked: _Asked, given: list[int] | None) -> Count:
    """A count; of the statements `given`, if these are all that there are."""
    checks = asked.checks.replace("statement_words.rowid", "e.id").replace(" AND", " WHERE", 1)
    # Forwards, which the index does faster.
    examined = _CHOSEN.format(more="", checks="", order="") if given is None else _GIVEN
    sql = _COUNT.format(examined=examined, checks=checks)
    row = store.row(sql, {**asked.values, "limit": COUNTED + 1, "given": json.dumps(given)})
    assert row
    statements, documents, once, seen = row
    if seen <= COUNTED:
        return Count(statements, documents, once, True)
    return Count(min(statements, COUNTED), documents, min(once, COUNTED), False)


def _asked(question: Question, tokenizer: Tokenizer) -> _Asked:
    columns = [
        (column, wanted(getattr(question, name), tokenizer))
        for name, column in (("words", "content"), ("source", "source"), ("outlet", "outlet"))
        if getattr(question, name)
    ]
    marks = [
        [f"{name}{value.replace('_', '')}" for value in values]
        for name, values in (
            ("form", question.forms),
            ("act", question.acts),
            ("kind", question.kinds),
        )
        if values
    ]
    checks, values, figure = "", _range(question), None
    if question.figure:
        marks.append(["withfigure"])
        figure, needed = condition(question.figure)
        checks += _FIGURE.format(asked=figure)
        values |= needed
    if question.min_confidence > 0:
        checks += _CONFIDENCE
        values["confidence"] = question.min_confidence
    if not marks and not any(asked.all for _, asked in columns):
        marks.append([f"form{form}" for form in get_args(Form)])  # each statement has one of these
    values["match"] = expression(columns, marks)
    return _Asked(dict(columns).get("content", Wanted()), checks, figure, values)


def _range(question: Question) -> dict[str, Any]:
    lowest, highest = numbers(question)
    if lowest > highest:
        raise BadQuestion(f"since {question.since} is after until {question.until}; swap them")
    return {"lowest": lowest, "highest": highest}


def _times_found(index: apsw.FTS5ExtensionApi, *_: Any) -> int:
    return index.inst_count


def _hit(
    number: int, row: list[Any], words: Wanted, figures: list[str], tokenizer: Tokenizer
) -> Hit:
    *values, block, place = row
    known: dict[str, Any] = dict(zip(_NAMES, values, strict=True))
    if known["source_named"] is not None:
        known["source_named"] = bool(known["source_named"])
    content = known["content"]
    spans = found_in(content, words, tokenizer)
    spans += [Span(at, at + len(figure)) for figure in figures if (at := content.find(figure)) >= 0]
    where = Place(block, **json.loads(place))
    return Hit(**known, place=where, found=tuple(united(spans)), number=number)
