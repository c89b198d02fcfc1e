"""How a census is taken: tables in the temporary database of one connection.

They are gone with the connection, stand in a file that SQLite makes and deletes, and need no right
to write to the ledger. For a million sources it takes some ten seconds.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoth.ledger.census.utterances import count_utterances
from quoth.ledger.events.listing import MEMBERS
from quoth.ledger.store import Store

_SPOKEN = """
CREATE TEMP TABLE spoken AS
SELECT p.id AS source, d.id AS document, p.key AS key, d.outlet AS outlet,
  substr(d.published, 1, 10) AS day, p.name AS name, p.description AS described, p.kind AS kind,
  p.statements AS statements, i.shown AS identity
FROM documents d CROSS JOIN readings r ON r.id = d.reading
CROSS JOIN sources p ON p.reading = r.id
LEFT JOIN linked k ON k.document = d.id AND k.reading = r.id AND k.made = r.made
LEFT JOIN links l ON l.document = k.document AND l.source = p.key
LEFT JOIN identities i ON i.id = coalesce(l.said, l.identity)"""

_MOST = """
CREATE TEMP TABLE most_{what} AS SELECT identity, {what} FROM (
  SELECT identity, {what}, row_number() OVER (
    PARTITION BY identity ORDER BY sum(times) DESC, length({what}) DESC, {what} DESC) AS place
  FROM wordings WHERE {what} IS NOT NULL GROUP BY identity, {what})
WHERE place = 1"""

_CALLED = "coalesce(name, described)"

_TABLES = (
    _SPOKEN,
    "CREATE INDEX temp.spoken_by_identity ON spoken (identity, day, document)"
    " WHERE identity IS NOT NULL",
    # The kind and the name as written are those of the source that says most.
    f"""
CREATE TEMP TABLE voices AS
SELECT {_CALLED} AS called, name IS NOT NULL AS named, kind, sum(statements) AS said,
  count(DISTINCT document) AS documents, max(statements), max(rowid) AS source_row
FROM spoken WHERE statements > 0 AND {_CALLED} IS NOT NULL
GROUP BY {_CALLED} COLLATE NOCASE ORDER BY said DESC, 1""",
    "CREATE TEMP TABLE wordings AS SELECT identity, name, described, kind, count(*) AS times"
    " FROM spoken WHERE identity IS NOT NULL GROUP BY identity, name, described, kind",
    *(_MOST.format(what=what) for what in ("name", "described", "kind")),
    "CREATE TEMP TABLE identity_names AS SELECT DISTINCT identity,"
    f" {_CALLED} AS called FROM wordings WHERE {_CALLED} IS NOT NULL",
    """
CREATE TEMP TABLE known AS
SELECT s.identity AS identity, coalesce(n.name, m.name) AS name, d.described AS described,
  k.kind AS kind, n.identifier AS identifier, s.documents AS documents, s.said AS said
FROM (SELECT identity, count(DISTINCT document) AS documents, sum(statements) AS said
      FROM spoken WHERE identity IS NOT NULL GROUP BY identity) s
LEFT JOIN names n ON n.identity = s.identity
LEFT JOIN most_name m ON m.identity = s.identity
LEFT JOIN most_described d ON d.identity = s.identity
LEFT JOIN most_kind k ON k.identity = s.identity
ORDER BY s.said DESC, s.identity""",
    "CREATE UNIQUE INDEX temp.known_by_identity ON known (identity)",
    "CREATE TEMP TABLE identity_months AS SELECT identity, substr(day, 1, 7) AS month,"
    " sum(statements) AS said FROM spoken WHERE identity IS NOT NULL GROUP BY identity, month",
    "CREATE INDEX temp.identity_months_by_identity ON identity_months (identity, month)",
    """
CREATE TEMP TABLE outlets AS
SELECT d.outlet AS name, count(*) AS documents, sum(coalesce(r.statements, 0)) AS statements,
  avg(r.own_voice) AS own_voice, min(substr(d.published, 1, 10)) AS first,
  max(substr(d.published, 1, 10)) AS last
FROM documents d LEFT JOIN readings r ON r.id = d.reading
WHERE d.outlet IS NOT NULL GROUP BY d.outlet ORDER BY documents DESC, d.outlet""",
    "CREATE UNIQUE INDEX temp.outlets_by_name ON outlets (name)",
    """
CREATE TEMP TABLE outlet_kinds AS
SELECT outlet, kind, sum(statements) AS said FROM spoken
WHERE outlet IS NOT NULL GROUP BY outlet, kind HAVING said > 0""",
    "CREATE INDEX temp.outlet_kinds_by_outlet ON outlet_kinds (outlet, said)",
    f"""
CREATE TEMP TABLE outlet_voices AS SELECT * FROM (
  SELECT *, row_number() OVER (PARTITION BY outlet ORDER BY said DESC, called) AS place FROM (
    SELECT outlet, {_CALLED} AS called, name IS NOT NULL AS named, kind, sum(statements) AS said,
      count(DISTINCT document) AS documents, max(statements), max(rowid) AS source_row
    FROM spoken WHERE statements > 0 AND outlet IS NOT NULL AND {_CALLED} IS NOT NULL
    GROUP BY outlet, {_CALLED} COLLATE NOCASE))
WHERE place <= 30""",
    "CREATE INDEX temp.outlet_voices_by_outlet ON outlet_voices (outlet, place)",
    f"CREATE TEMP TABLE members AS {MEMBERS}",
    "CREATE INDEX temp.members_by_event ON members (event, document)",
    """
CREATE TEMP TABLE grouped AS
SELECT m.event AS event, e.name IS NOT NULL AS made, count(*) AS documents,
  coalesce(max(substr(d.published, 1, 10)), '') AS last
FROM members m CROSS JOIN events e ON e.id = m.event CROSS JOIN documents d ON d.id = m.document
GROUP BY m.event""",
    # What is proposed and stands in one that people made is not shown, nor what is one document.
    """
DELETE FROM grouped WHERE NOT made AND (documents < 2 OR event IN (
  SELECT p.event FROM grouped made JOIN members m ON made.made AND m.event = made.event
  JOIN members p ON p.document = m.document JOIN grouped g ON g.event = p.event AND NOT g.made
  GROUP BY p.event, made.event HAVING count(*) = g.documents))""",
    "CREATE INDEX temp.grouped_by_last ON grouped (last, event)",
    "CREATE INDEX temp.grouped_by_size ON grouped (documents, last, event)",
)


def take(store: Store, gravest: Sequence[str]) -> None:
    """Count all in the state that the ledger has now; `gravest` as `count_utterances` has it."""
    store.run("PRAGMA temp_store = FILE")
    with store.snapshot():
        for sql in _TABLES:
            store.run(sql)
        count_utterances(store, gravest)
