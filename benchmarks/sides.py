"""Whether Quoth treats sides alike: articles read as they are, and with their sides exchanged.

    python -m benchmarks.sides [--data FOLDER] [--scorer FILE] [--check]

Prints two tables in Markdown: how far both readings agree, and which side is found more often, with
what they were measured on. `--check` ends with status 3 where a target was missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

import quoth
from benchmarks.exchange import KINDS, exchanged, replacements
from benchmarks.gold import Article, Relation, gold_setting, marked_articles
from benchmarks.predict import prediction
from benchmarks.quality import FELL, MODEL, load_scorer
from benchmarks.setting import fingerprint
from benchmarks.side_labels import CHARGES, LABELS, Alike, Version, alike, charges, labels
from benchmarks.tools import DATA, SCORER, texts_in
from quoth.documents import from_text
from quoth.records import Reading

AGREEMENT = 98.0
"""Percent that the readings of an article's two versions have to agree in: F1 of relations, and of
every label the share of statements found in both that have the same."""
FAVOUR = 0.5
"""Points of recall that a side may be ahead by."""

ALONE = {kind: (kind,) for kind in KINDS}
SETS = {**ALONE, "all": tuple(KINDS)}
"""What is exchanged, by its name in the tables."""
SIDES = {
    "parties": ("Republicans", "Democrats"),
    "countries": ("Russia, Iran, …", "Germany, Norway, …"),
    "outlets": ("Fox News, …", "MSNBC, …"),
    "names": ("Trump, Cruz, …", "Clinton, Sanders, …"),
    "genders": ("men", "women"),
}
"""What to call the two columns of each table of words."""


@dataclass(frozen=True)
class Pair:
    """An article's reading and that of its exchanged version, both in the article's offsets."""

    article: Article
    changes: int
    original: Version
    exchanged: Version


@dataclass(frozen=True)
class Outcome:
    """Whether a marked statement of a side was found as it is, and with its side exchanged."""

    side: int
    original: bool
    exchanged: bool

    def found_as(self, side: int) -> bool:
        """Whether it was found where its source stood on `side`."""
        return self.original if side == self.side else self.exchanged


@dataclass(frozen=True)
class Result:
    """The pairs of articles that an exchange changes, and their outcomes for each kind of side."""

    exchange: str
    pairs: list[Pair]
    agreement: float | None
    outcomes: dict[str, list[Outcome]]
    alike: dict[str, Alike]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.sides",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/, attributions/")
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the scorer, score.py")
    parser.add_argument("--check", action="store_true", help="fail where a target was missed")
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    texts_in(options.data)
    articles = marked_articles(options.data, scorer)
    results = list(measured(articles, scorer))
    for line in report(results, options.data):
        print(line)
    if options.check:
        wrong = list(missed(results))
        for line in wrong:
            print(line, file=sys.stderr)
        sys.exit(FELL if wrong else 0)


def measured(articles: Sequence[Article], scorer: Any) -> Iterator[Result]:
    """Read all articles, then all that an exchange changes, one exchange after the other."""
    with quoth.Reader() as reader:
        before = read(reader, {article.name: article.text for article in articles})
        for exchange, kinds in SETS.items():
            new = {article.name: exchanged(article.text, kinds) for article in articles}
            changed = [article for article in articles if new[article.name].replacements]
            after = read(reader, {article.name: new[article.name].text for article in changed})
            pairs = [
                Pair(
                    article,
                    len(new[article.name].replacements),
                    before[article.name],
                    after[article.name].moved(new[article.name].original),
                )
                for article in changed
            ]
            yield result(exchange, pairs, scorer)


def read(reader: quoth.Reader, texts: dict[str, str]) -> dict[str, Version]:
    """What is found in each text, of statements those that lie in no other."""
    versions = {}
    for name, text in texts.items():
        reading, analysis = reader.analysed(from_text(text, name))
        found = charges(reading, analysis)
        versions[name] = Version(_relations(reading), labels(reading), found)
    return versions


def _relations(reading: Reading) -> list[Relation]:
    statements: Any = prediction(reading)["statements"]
    return [{role: list(spans) for role, spans in each.items()} for each in statements]


def result(exchange: str, pairs: list[Pair], scorer: Any) -> Result:
    """How far the readings agree, and what becomes of the statements of either side."""
    versions = [(pair.article.text, pair.original, pair.exchanged) for pair in pairs]
    rows = scorer.score([(text, one.relations, other.relations) for text, one, other in versions])
    agreement = 100 * rows["all", "relation"].prf()[2] if pairs else None
    kinds = SETS[exchange]
    found = {
        kind: [one for pair in pairs for one in outcomes(pair, kind, scorer)] for kind in kinds
    }
    return Result(exchange, pairs, agreement, found, alike(versions, scorer))


def outcomes(pair: Pair, kind: str, scorer: Any) -> Iterator[Outcome]:
    """One for each marked statement whose source names one side of this kind, and not both."""
    article = pair.article
    words = [word for word in replacements(article.text, [kind]) if word.side is not None]
    versions = (pair.original, pair.exchanged)
    first, second = (_found(article, each.relations, scorer) for each in versions)
    for number, relation in enumerate(article.gold):
        spans = relation.get("source") or []
        sides = {w.side for w in words for start, end in spans if w.start < end and start < w.end}
        if len(sides) == 1:
            yield Outcome(sides.pop() or 0, number in first, number in second)


def _found(article: Article, relations: list[Relation], scorer: Any) -> set[int]:
    """Numbers of the marked statements that a reading found, content and source by half or more."""
    pairs = scorer.pair(article.gold, relations, article.text)
    return {i for i, _, content, source in pairs if content >= 0.5 and source >= 0.5}


def recall(outcomes: Sequence[Outcome], side: int) -> float:
    """Percent of these statements that are found where their source stands on `side`."""
    return 100 * sum(one.found_as(side) for one in outcomes) / len(outcomes)


def favour(outcomes: Sequence[Outcome]) -> float:
    """Points that the first side is ahead by, below zero where the second is.

    Every statement is counted on both sides, once as it is and once exchanged. So neither that one
    side's statements are harder nor that an exchanged text reads oddly counts for or against one.
    """
    return recall(outcomes, 0) - recall(outcomes, 1)


def missed(results: Iterable[Result]) -> Iterator[str]:
    """The targets that were missed, a line each."""
    for one in results:
        if one.agreement is not None and one.agreement < AGREEMENT:
            yield f"{one.exchange} exchanged: relation F1 {one.agreement:.2f}, below {AGREEMENT}"
        for label, each in one.alike.items():
            if each.percent is not None and each.percent < AGREEMENT:
                yield f"{one.exchange} exchanged: {label} {each.percent:.2f}, below {AGREEMENT}"
        for kind, found in one.outcomes.items():
            ahead = favour(found) if found else 0.0
            if abs(ahead) > FAVOUR:
                side = SIDES[kind][ahead < 0]
                yield f"{one.exchange} exchanged: {side} ahead by {abs(ahead):.2f} points"


def report(results: Sequence[Result], data: Path) -> Iterator[str]:
    """Both tables and their notes, line by line."""
    head = (
        "articles",
        "replacements",
        "statements",
        "when exchanged",
        "relation F1",
        *LABELS,
        CHARGES,
    )
    yield f"| exchanged | {' | '.join(head)} |"
    yield "|---|" + "---:|" * len(head)
    yield from map(_agreement_row, results)
    yield ""
    yield (
        "| exchanged | sides | statements | found | found when exchanged | lost "
        "| only as the first | only as the second | first ahead by |"
    )
    yield "|---|---|" + "---:|" * 7
    for one in results:
        for kind, found in one.outcomes.items():
            yield _favour_row(one.exchange, kind, found)
    yield ""
    yield (
        f"- Targets: relation F1, {', '.join((*LABELS, CHARGES))} at least {AGREEMENT}, "
        f"no side ahead by more than {FAVOUR} points"
    )
    yield f"- Of fewer than {100 / FAVOUR:.0f} statements a single one is more than {FAVOUR} points"
    yield from gold_setting(data)
    yield f"- Quoth: quoth {quoth.__version__}, model {fingerprint(MODEL)}"


def _agreement_row(one: Result) -> str:
    cells = [
        len(one.pairs),
        sum(pair.changes for pair in one.pairs),
        sum(len(pair.original.relations) for pair in one.pairs),
        sum(len(pair.exchanged.relations) for pair in one.pairs),
        *map(_percent, (one.agreement, *(each.percent for each in one.alike.values()))),
    ]
    return f"| {one.exchange} | " + " | ".join(map(str, cells)) + " |"


def _percent(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.1f}"


def _favour_row(exchange: str, kind: str, found: Sequence[Outcome]) -> str:
    """Recall of each side's own statements in both texts, and what tells the sides apart."""
    own = [[one for one in found if one.side == side] for side in (0, 1)]
    before = [recall(each, side) if each else None for side, each in enumerate(own)]
    after = [recall(each, 1 - side) if each else None for side, each in enumerate(own)]
    lost = [None if a is None or b is None else a - b for a, b in zip(before, after, strict=True)]
    cells = [
        " / ".join(str(len(each)) for each in own),
        _both(before, ".1f"),
        _both(after, ".1f"),
        _both(lost, "+.2f"),
        sum(one.found_as(0) and not one.found_as(1) for one in found),
        sum(one.found_as(1) and not one.found_as(0) for one in found),
        f"{favour(found):+.2f}" if found else "–",
    ]
    names = " / ".join(SIDES[kind])
    return f"| {exchange} | {names} | " + " | ".join(map(str, cells)) + " |"


def _both(figures: Iterable[float | None], shape: str) -> str:
    return " / ".join("–" if figure is None else format(figure, shape) for figure in figures)


if __name__ == "__main__":
    main()
