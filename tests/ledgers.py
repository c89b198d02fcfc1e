"""A small ledger with something in each of its tables, and all rows of a ledger."""

from __future__ import annotations

from pathlib import Path

from handmade import WIRE

from quoth.compare.many import compare_ledger
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.store import Row
from quoth.ledger.tables import tables

PARAGRAPHS = "".join(f"<p>{words}</p>" for words in WIRE.split("\n\n")[1:])
PAGE = f"""<html><head><title>Ferry sinks, "31 dead"</title>
<meta property="og:site_name" content="Coastwise"><meta name="author" content="Ann Marsh">
<meta property="article:published_time" content="2031-03-02T06:00:00Z">
<link rel="canonical" href="https://coastwise.example/ferry"></head>
<body><article><h1>Ferry sinks</h1>{PARAGRAPHS}</article></body></html>
"""
"""A page that has all that a page can say of itself."""


def add_documents(quoth, ledger: str = "quoth.db") -> None:
    """Documents in two formats and two versions, a failure and a removal, in `ledger`."""
    Path("wire.txt").write_text(WIRE, encoding="utf-8")
    Path("gone.txt").write_text(f"Gone\n\n{WIRE}", "utf-8")
    Path("page.html").write_text(PAGE, encoding="utf-8")
    Path("odd\n'name'.txt").write_text(f"{WIRE}\nMore: \0 \u2028 é 🚢\n", encoding="utf-8")
    Path("scan.pdf").write_bytes(b"%PDF-1.4 nothing")
    quoth("add", "gone.txt", "wire.txt", "page.html", "scan.pdf", "--ledger", ledger)
    Path("wire.txt").write_text(f"{WIRE}\nAfterwards.\n", encoding="utf-8")
    quoth("add", "wire.txt", "odd\n'name'.txt", "--ledger", ledger)
    with open_ledger(ledger) as opened:
        opened.sample(9, 2, seed=3)
        opened.remove([1], who="me", why="asked")


def fill(quoth, ledger: str = "quoth.db") -> None:
    """These documents, and all sorts of things that people say of them."""
    add_documents(quoth, ledger)
    with open_ledger(ledger) as opened:
        opened.confirm("2:s1", who="me", why="it is so")
        opened.reject("2:s2", who="me")
        opened.undo(who="you")
        opened.reject("3:s2", who="me")
        opened.edit("3:s3", "cue", None, who="me")
        number = opened.store.value("SELECT max(number) FROM corrections")
        opened.store.run("INSERT INTO conflicts VALUES (?, 'no such words')", (number,))
        identify(opened)
        opened.put_into("the ferry", [2, 3])
        list(opened.group())
        compare_ledger(opened)


def identify(opened: Ledger) -> None:
    """Who is who in it: proposed, by a table of names, and said by people."""
    list(opened.link())
    Path("people.csv").write_text("name,aliases,identifier\nIda Orr,Orr|Ida,Q17\n", "utf-8")
    opened.take_names("people.csv")
    first, second = opened.store.rows("SELECT document || ':' || source FROM links LIMIT 2")
    differ = opened.differ(*first, None, who="me", why="others")
    opened.undo(differ.id, who="you")
    opened.same(*first, *second, who="me")
    opened.store.run("INSERT INTO link_keys SELECT 17, id FROM links")
    opened.store.run("INSERT INTO joins VALUES (1, 2, 0.5, '[\"alike\"]', '2031-03-02')")


def all_rows(ledger: str | Path) -> dict[str, list[Row]]:
    """The rows of each table."""
    with open_ledger(ledger, read_only=True) as opened:
        return {
            table.name: sorted(opened.store.rows(f"SELECT * FROM {table.name}"), key=repr)
            for table in tables()
        }
