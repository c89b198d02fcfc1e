"""How much Quoth's figures fall when the same articles come with another surface.

    python -m benchmarks.surface [--data FOLDER] [--scorer FILE] [--check]

Every article is read as it is and once for each kind of surface; spans are led back to the original
and scored against its marks. Prints a table in Markdown, with what it was measured on. `--check`
ends with status 3 where relation F1 falls by more points than its kind is allowed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

import quoth
from benchmarks.gold import Article, Relation, gold_setting, marked_articles
from benchmarks.quality import FELL, MODEL, load_scorer
from benchmarks.replaced import Replaced, replaced
from benchmarks.respell import KINDS, of_kind
from benchmarks.setting import fingerprint
from benchmarks.tools import DATA, SCORER, texts_in
from quoth.documents import from_text
from quoth.records import Document, Passage, Reading

AS_IT_IS = "as it is"
ALLOWED = {AS_IT_IS: 0.0} | dict.fromkeys(KINDS, 1.0) | {"typos": 3.0, "no marks": 8.0}
"""Points of relation F1 that a kind may cost: only words and marks carry what is looked for."""


class Reads(Protocol):
    """What is needed of `quoth.Reader`."""

    def read_many(self, documents: Iterable[Document], /) -> Iterator[Reading]: ...


class LeadsBack(Protocol):
    """Knows where the words of a changed text stood."""

    def original(self, start: int, end: int) -> tuple[int, int]: ...


class Figures(NamedTuple):
    """F1 in percent of relations and of content tokens."""

    relation: float
    content: float


@dataclass(frozen=True)
class Row:
    """Figures of one kind of surface, beside those of the articles as they are."""

    kind: str
    figures: Figures
    plain: Figures

    @property
    def fall(self) -> Figures:
        """Points lost to the surface; below zero where some were won."""
        relation, content = self.figures
        return Figures(self.plain.relation - relation, self.plain.content - content)

    @property
    def too_far(self) -> str | None:
        """A line that says so where relation F1 fell by more than is allowed."""
        fall, allowed = self.fall.relation, ALLOWED[self.kind]
        if fall <= allowed:
            return None
        return f"{self.kind}: relation fell by {fall:.2f} points, at most {allowed:g} is allowed"

    def __str__(self) -> str:
        (relation, content), fall = self.figures, self.fall
        return (
            f"| {self.kind} | {relation:.1f} | {fall.relation:z.1f} | {ALLOWED[self.kind]:g} "
            f"| {content:.1f} | {fall.content:z.1f} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.surface",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/, attributions/")
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the scorer, score.py")
    parser.add_argument("--check", action="store_true", help="fail where a fall is too large")
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    texts_in(options.data)
    articles = marked_articles(options.data, scorer)
    print("| surface | relation F1 | fall | allowed | content token F1 | fall |")
    print("|---|---:|---:|---:|---:|---:|")
    wrong = []
    with quoth.Reader() as reader:
        for row in measured(articles, reader, scorer):
            print(row, flush=True)  # each takes most of a minute
            wrong += [row.too_far] if row.too_far else []
    print()
    print(*gold_setting(options.data), sep="\n")
    print(f"- Quoth: quoth {quoth.__version__}, model SHA-256 {fingerprint(MODEL)}")
    if options.check:
        for line in wrong:
            print(line, file=sys.stderr)
        sys.exit(FELL if wrong else 0)


def measured(articles: list[Article], reader: Reads, scorer: Any) -> Iterator[Row]:
    """The articles as they are and then under each kind of surface, a row as soon as it is read."""
    plain = figures(articles, [replaced(one.text, ()) for one in articles], reader, scorer)
    yield Row(AS_IT_IS, plain, plain)
    for kind in KINDS:
        changed = [of_kind(kind, one.text, one.name) for one in articles]
        yield Row(kind, figures(articles, changed, reader, scorer), plain)


def figures(
    articles: list[Article], changed: list[Replaced], reader: Reads, scorer: Any
) -> Figures:
    """What the scorer says of the articles when they are read as changed."""
    ways = {one.name: way for one, way in zip(articles, changed, strict=True)}
    readings = reader.read_many(from_text(way.text, name) for name, way in ways.items())
    found = {name: led_back(one, ways[name]) for one in readings for name in [one.document.name]}
    rows = scorer.score([(one.text, one.gold, found[one.name]) for one in articles])
    relation, content = (rows[of].prf()[2] for of in (("all", "relation"), ("token", "content")))
    return Figures(100 * relation, 100 * content)


def led_back(reading: Reading, way: LeadsBack) -> list[Relation]:
    """Statements by spans of the original; nested ones are left out, as the gold marks none."""

    def spans(passage: Passage | None) -> list[tuple[int, int]]:
        return [way.original(one.start, one.end) for one in passage.spans] if passage else []

    return [
        {"source": spans(one.source), "cue": spans(one.cue), "content": spans(one.content)}
        for one in reading.statements
        if one.within is None
    ]


if __name__ == "__main__":
    main()
