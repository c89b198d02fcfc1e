"""Makes docs/ledger.md, the page about a ledger's file, from the comments in its schema.

    python -m docs.ledger_page

makes an empty ledger by all migrations and describes what is in it.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from quoth.ledger import open_ledger
from quoth.ledger.migrating import migrations, newest
from quoth.ledger.store import Store

PAGE = Path(__file__).resolve().parent / "ledger.md"

HEAD = """\
# The ledger's file

*Made by `python -m docs.ledger_page` from the comments in the schema; do not edit it.*

A ledger is one SQLite file, schema {schema}. The `sqlite3` shell, Datasette, DuckDB and every
library for SQLite open it; `PRAGMA application_id` is 0x51756F74 ("Quot"), `PRAGMA user_version`
the number of the schema. Look into it as you like; to write, use `quoth`, which keeps indexes of
words and what people said in step.

Offsets count characters (Unicode code points) of `documents.text` from 0; an end is one past the
last character. In SQL that is `substr(text, start + 1, "end" - start)`. Times are ISO 8601, UTC.

For a document there may be two rows in `readings`, the model's and the one that people's
corrections made of it. `documents.reading` names the one that counts; the views and the index of
statements show that one alone.

While another program writes, a ledger has a log beside it (`news.db-wal`). Copy a ledger by
`quoth ledger backup`, not as a file.
"""

QUERIES = {
    "Newest statements with a word, as `quoth find ferry` has them": """\
SELECT d.published, d.outlet, s.source_text, s.cue_text, s.content
FROM statement_words w
JOIN statements s ON s.id = w.rowid
JOIN readings r ON r.id = s.reading
JOIN documents d ON d.id = r.document
WHERE statement_words MATCH 'content : ferry'
ORDER BY w.rowid DESC LIMIT 20;""",
    "Whom an outlet lets speak without a name": """\
SELECT outlet, count(*) AS statements,
       round(100.0 * sum(source_named = 0) / count(*)) AS unnamed_per_cent
FROM statements_flat
WHERE source_kind IS NOT NULL
GROUP BY outlet ORDER BY statements DESC;""",
    "Figures for one thing, side by side": """\
SELECT published, document, source, text, low, high, bound
FROM figures_flat
WHERE "of" LIKE '%people%'
ORDER BY published;""",
    "On whose word: statements inside statements, with the source around them": """\
SELECT i.id, i.source, i.content, o.source AS on_the_word_of
FROM statements_flat i JOIN statements_flat o ON o.id = i.within
ORDER BY i.id;""",
    "Texts that stand in several documents": """\
SELECT count(*) AS documents, group_concat(coalesce(outlet, name), ', ') AS where_it_stands
FROM documents
GROUP BY wording HAVING count(*) > 1
ORDER BY documents DESC;""",
}
"""What each finds, and how it is asked; a test runs them."""

_CREATED = re.compile(r"((?:^--[^\n]*\n)*)^CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)", re.MULTILINE)
_COLUMN = re.compile(r'^\s+"?(\w+)"?[^\n]*?--\s*(.*)$', re.MULTILINE)
_ADDED = re.compile(r"ALTER TABLE (\w+) ADD COLUMN \"?(\w+)\"?[^\n]*?;\s*--\s*(.*)$", re.MULTILINE)


def page() -> str:
    """The whole page."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "new.db") as ledger:
        parts = [HEAD.format(schema=newest()), *_questions(), *_views(ledger.store)]
        return "\n".join([*parts, *_tables(ledger.store)])


def _questions() -> Iterator[str]:
    yield "## Questions to begin with\n"
    for title, query in QUERIES.items():
        yield f"{title}:\n\n```sql\n{query}\n```\n"


def _views(store: Store) -> Iterator[str]:
    about = _comments()
    yield "## Views, for people who look in\n"
    for name in _named(store, "view"):
        columns = ", ".join(f"`{column}`" for column, *_ in _columns(store, name))
        yield "\n\n".join(filter(None, (f"### {name}", about.get(name), columns))) + "\n"


def _tables(store: Store) -> Iterator[str]:
    about = _comments()
    yield "## Tables\n"
    for name in _named(store, "table"):
        yield f"### {name}\n"
        if about.get(name):
            yield f"{about[name]}\n"
        said = _said(store, name)
        refers = {row[3]: row[2] for row in store.each(f"PRAGMA foreign_key_list({name})")}
        yield "| column | type | |"
        yield "|---|---|---|"
        for column, kind in _columns(store, name):
            link = f"→ `{refers[column]}`" if column in refers else ""
            meaning = "; ".join(filter(None, (link, said.get(column, ""))))
            yield f"| `{column}` | {kind.lower() or 'text'} | {meaning} |".replace("  |", " |")
        yield ""


def _named(store: Store, kind: str) -> list[str]:
    """Tables or views in the order in which they were made, without SQLite's own."""
    names = [name for _, name in _CREATED.findall(_sql())]
    there = store.rows("SELECT name FROM pragma_table_list WHERE type IN (?, ?)", _types(kind))
    return [name for name in names if (name,) in there]


def _types(kind: str) -> tuple[str, str]:
    return ("table", "virtual") if kind == "table" else ("view", "view")


def _columns(store: Store, name: str) -> list[tuple[str, str]]:
    """Names and types, without the hidden columns of an index of words."""
    return [(row[1], row[2]) for row in store.each(f"PRAGMA table_info({name})")]


def _comments() -> dict[str, str]:
    """What is said of tables and views right above them."""
    return {name: _prose(comment) for comment, name in _CREATED.findall(_sql()) if comment}


def _said(store: Store, table: str) -> dict[str, str]:
    """What is said of a table's columns, behind them."""
    made = store.value("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
    said = {column: comment.strip() for column, comment in _COLUMN.findall(made)}
    return said | {c: comment.strip() for t, c, comment in _ADDED.findall(_sql()) if t == table}


def _prose(comment: str) -> str:
    return " ".join(line.removeprefix("--").strip() for line in comment.splitlines())


def _sql() -> str:
    return "\n".join(migrations())


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
