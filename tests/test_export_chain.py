"""On whose word: the tree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handmade import WIRE, document_of, reading_of
from rich.cells import cell_len

from quoth.export.chain import chain
from quoth.export.view import Screen
from quoth.records import Reading

PAPER = (
    "The Tidings wrote that Silas Orr denied having been told that the survey said the wall leaked."
)
ROWS = [
    (
        "The Tidings",
        "wrote",
        ("that Silas Orr denied having been told that the survey said the wall leaked",),
        "indirect",
    ),
    (
        "Silas Orr",
        "denied",
        ("having been told that the survey said the wall leaked",),
        "indirect",
    ),
    (None, "having been told", ("that the survey said the wall leaked",), "indirect"),
    ("the survey", "said", ("the wall leaked",), "indirect"),
]


def relayed() -> Reading:
    """A page that quotes a paper that has a minister deny that he was told of a survey."""
    reading = reading_of(document_of(PAPER, "page.txt"), ROWS)
    outer = [None, "s1", "s2", "s3"]
    return replace(
        reading,
        statements=tuple(
            replace(one, within=within)
            for one, within in zip(reading.statements, outer, strict=True)
        ),
    )


def drawn(reading: Reading, **screen: object) -> list[str]:
    return "".join(chain(reading, Screen(**screen))).splitlines()


def test_leads_from_the_document_to_the_last_source():
    lines = drawn(relayed(), width=100)

    heads = [next(n for n, line in enumerate(lines) if words in line) for words in (
        "page.txt", "The Tidings  wrote", "Silas Orr  denied", "(no source)  indirect",
        "the survey  said  indirect, line 1",
    )]  # fmt: skip
    assert heads == sorted(heads)
    insets = [len(lines[n]) - len(lines[n].lstrip(" │└├─")) for n in heads]
    assert insets == [0, 4, 8, 12, 16]


def test_fits_narrow_screens_and_whole_contents_on_request():
    words = "the inquiry would hear every clerk " * 20
    reading = reading_of(document_of(f"She said {words}."), [("She", "said", (words,), "indirect")])

    assert all(cell_len(line) <= 48 for line in drawn(reading, width=48))
    assert any("…" in line for line in drawn(reading, width=48))
    assert not any("…" in line for line in drawn(reading, width=48, full=True))


def test_what_stands_in_something_left_out_hangs_under_the_document():
    reading = relayed()
    last = replace(reading, statements=reading.statements[-1:])

    assert drawn(last)[1].startswith("└── the survey  said")


def test_says_so_where_nobody_else_speaks():
    assert "no statement" in drawn(reading_of(document_of("It rained.")))[1]


def test_deep_chains_and_circles_end():
    reading = relayed()
    one = reading.statements[0]
    deep = tuple(
        replace(one, id=f"s{n}", within=f"s{n - 1}" if n > 1 else None) for n in range(1, 400)
    )
    circle = (replace(one, within="s2"), replace(one, id="s2", within="s1"))

    assert len(drawn(replace(reading, statements=deep))) >= 400
    assert drawn(replace(reading, statements=circle))


def test_the_command_prints_it(quoth):
    Path("wire.txt").write_text(WIRE, encoding="utf-8", newline="")

    shown = quoth("read", "--chain", "wire.txt")
    wrong = quoth("read", "--chain", "--format", "json", "wire.txt")

    assert shown.exit_code == 0
    assert shown.stdout.startswith("wire.txt")
    assert "A harbour official  said  indirect, line 3" in shown.stdout
    assert wrong.exit_code == 2
