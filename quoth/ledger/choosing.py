"""Which documents of a ledger are exported."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.ledger.finding.question import days
from quoth.ledger.finding.words import Tokenizer, Wanted, expression, wanted
from quoth.ledger.naming import document_number
from quoth.ledger.store import Store


@dataclass(frozen=True, slots=True)
class Choice:
    """Documents that meet all that is said here; what is None or empty is not asked for."""

    numbers: tuple[int, ...] = ()
    words: str = ""
    """Words of the text, in the language of `finding.Question`."""
    outlet: str = ""
    """The outlet's name, in any case."""
    since: str | None = None
    """First day of publication: `2031-03-02`, `2031-03` or `2031`, as is `until`, the last."""
    until: str | None = None


ALL = Choice()
"""The whole ledger."""

CONDITIONS = {
    "words": "id IN (SELECT rowid FROM document_words WHERE document_words MATCH :words)",
    "outlet": "outlet = :outlet COLLATE NOCASE",
    "since": "published >= :since",
    "until": "substr(published, 1, 10) <= :until",
}


def chosen(store: Store, choice: Choice = ALL) -> list[int]:
    """The numbers of the documents in their order.

    Raises `NotFound` for a number, `BadQuestion` for words or a day that are none.
    """
    for number in choice.numbers:
        document_number(store, str(number))
    given = {name: value for name in CONDITIONS if (value := getattr(choice, name))}
    conditions = {name: CONDITIONS[name] for name in given}
    if choice.words:
        asked = wanted(choice.words, Tokenizer(store.connection))
        if not asked.all:  # only what the texts lack is told, which the index cannot look up
            conditions["words"] = conditions["words"].replace(" IN ", " NOT IN ")
            asked = Wanted((asked.none,))
        given["words"] = expression([("text", asked)], ())
    if choice.since:
        given["since"] = days("since", choice.since)[0].isoformat()
    if choice.until:
        given["until"] = days("until", choice.until)[1].isoformat()
    where = " AND ".join(conditions.values()) or "true"
    found = store.rows(f"SELECT id FROM documents WHERE {where} ORDER BY id", given)
    named = set(choice.numbers)
    return [number for (number,) in found if not named or number in named]
