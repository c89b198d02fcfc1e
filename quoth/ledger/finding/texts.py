"""Documents whose whole text holds words, in the document's own voice too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quoth.ledger.finding.question import BadQuestion, days
from quoth.ledger.finding.records import Text
from quoth.ledger.finding.words import Tokenizer, Wanted, expression, found_in, wanted
from quoth.ledger.leaves import LAST, Leaf, Reach, Turn, leaf
from quoth.ledger.store import Store
from quoth.records import Span
from quoth.voice import united

AROUND = 160
"""Characters that are shown on each side of the first words found, at most."""

# Documents number by the order of adding, and so does the index.
_TEXTS = """
SELECT d.id, d.name, d.title, d.outlet, d.published, d.version,
  (SELECT count(*) FROM documents o WHERE o.wording = d.wording) - 1, d.text
FROM document_words CROSS JOIN documents d ON d.id = document_words.rowid
WHERE document_words MATCH :match AND document_words.rowid BETWEEN :lowest AND :highest{checks}
ORDER BY document_words.rowid {order} LIMIT :limit"""
ALL = Reach(0, LAST, False, -1)


def each_text(
    store: Store,
    words: str,
    since: str | None = None,
    until: str | None = None,
    reach: Reach = ALL,
) -> Iterator[Text]:
    """Documents with `words` (as in a `Question`), as they were added, those in a reach of numbers.

    `since` and `until` are days of publication. Raises `BadQuestion`.
    """
    tokenizer = Tokenizer(store.connection)
    asked = wanted(words, tokenizer)
    if not asked.all:
        raise BadQuestion("texts are found by words; give some")
    checks = ""
    values: dict[str, Any] = {
        "match": expression([("text", asked)], []),
        **{name: getattr(reach, name) for name in ("lowest", "highest", "limit")},
    }
    for name, given, sign, end in (("since", since, ">=", 0), ("until", until, "<=", 1)):
        if given:
            checks += f" AND substr(d.published, 1, 10) {sign} :{name}"
            values[name] = days(name, given)[end].isoformat()
    for number, name, title, outlet, published, version, reprints, text in store.each(
        _TEXTS.format(checks=checks, order=reach.order), values
    ):
        around, found = _shown(text, asked, tokenizer)
        yield Text(number, name, title, outlet, published, version, reprints, around, found)


def texts_page(
    store: Store, words: str, since: str | None, until: str | None, limit: int, turn: Turn
) -> Leaf[Text]:
    """A page of what `each_text` gives. Raises `BadQuestion`."""

    def ask(reach: Reach) -> list[Text]:
        return list(each_text(store, words, since, until, reach))

    return leaf(turn, limit, ask, lambda each: each.document)


def _shown(text: str, asked: Wanted, tokenizer: Tokenizer) -> tuple[str, tuple[Span, ...]]:
    """The words about what is found first, and where that is in them."""
    spans = united(found_in(text, asked, tokenizer))
    first = spans[0] if spans else Span(0, 0)
    start, end = max(first.start - AROUND, 0), min(first.end + AROUND, len(text))
    if start:
        start = max(text.find(" ", start, first.start) + 1, start)
    if end < len(text) and (space := text.rfind(" ", first.end, end)) >= 0:
        end = space
    inside = [span for span in spans if start <= span.start and span.end <= end]
    return text[start:end], tuple(Span(s.start - start, s.end - start) for s in inside)
