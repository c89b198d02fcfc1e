"""Do the intervals of `quoth evaluate` hold the true value in 95 of 100 samples?

    python -m benchmarks.sampling [--draws 1000] [--corpus NAME]

Corpora are invented, with precision and recall known; samples of them are drawn and judged as a
user's are, again and again with other seeds. Prints a table in Markdown: for each measure how many
of 100 intervals hold the true value, and by how much the figures are wrong on average and how wide
the intervals are, both in points of 100.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from quoth.ledger.sampling import (
    Design,
    Judged,
    Missed,
    Unit,
    Walked,
    cell_of,
    draw_passages,
    draw_statements,
    evaluated,
)
from quoth.ledger.sampling.estimates import Estimate
from quoth.ledger.sampling.intervals import Share
from quoth.ledger.sampling.records import By, Fault

SIZES = ((50, 15), (100, 30), (200, 60), (400, 120))
"""Statements and passages of a sample."""

FORMS = ("indirect", "direct", "mixed")
KINDS = ("person", "government", "organisation", "outlet", "group", "unspecified")
A_PASSAGE = 3.0
"""Statements in a passage, on average."""
MOST = 5
"""Wrong statements beside a right one."""


@dataclass(frozen=True)
class Corpus:
    """What an invented corpus is like; shares by form, in the order of FORMS."""

    name: str
    documents: int
    forms: tuple[float, float, float]
    precision: tuple[float, float, float]
    recall: tuple[float, float, float]
    apart: float
    """How much documents differ: 0 not at all, 1 all right or all wrong."""
    by: tuple[By, ...] = ("form",)
    part: str = "all"
    """The row that is looked at."""


NEWS = (0.6, 0.25, 0.15)
SKEWED = ((0.85, 0.12, 0.03), (0.95, 0.7, 0.5), (0.9, 0.6, 0.3), 0.05)
CORPORA = (
    Corpus("even", 250, NEWS, (0.85,) * 3, (0.75,) * 3, 0.0),
    Corpus("few errors", 250, NEWS, (0.98,) * 3, (0.97,) * 3, 0.05),
    Corpus("skewed", 250, *SKEWED),
    Corpus("skewed, by form and kind", 250, *SKEWED, by=("form", "kind")),
    Corpus("skewed, *mixed* alone", 250, *SKEWED, part="mixed"),
    Corpus("skewed, not parted, *direct* alone", 250, *SKEWED, by=(), part="direct"),
    Corpus("errors in few documents", 250, NEWS, (0.85,) * 3, (0.75,) * 3, 0.6),
    Corpus("few errors, in few documents", 250, NEWS, (0.97,) * 3, (0.95,) * 3, 0.6),
    Corpus("half of it drawn", 60, NEWS, (0.85,) * 3, (0.75,) * 3, 0.2),
)


class Invented:
    """A corpus with its truth: every statement found, judged, and every passage walked."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.units: list[Unit] = []
        self.judged: dict[tuple[int, str], Judged] = {}
        self.walked: dict[tuple[int, int], Walked] = {}
        chance = np.random.default_rng(7)
        for document in range(corpus.documents):
            self._add(document, chance)

    def _add(self, document: int, chance: np.random.Generator) -> None:
        """A document: some are read well and some badly."""
        corpus = self.corpus
        precision = [_of_document(chance, share, corpus.apart) for share in corpus.precision]
        recall = [_of_document(chance, share, corpus.apart) for share in corpus.recall]
        for number in range(1 + int(chance.negative_binomial(2, 0.3))):
            found, missed = [], []
            for _ in range(chance.poisson(A_PASSAGE)):
                form = int(chance.choice(len(FORMS), p=corpus.forms))
                kind = KINDS[min(int(chance.geometric(0.45)), len(KINDS)) - 1]
                if chance.random() >= recall[form]:
                    missed.append(Missed(FORMS[form], kind))
                    continue
                unit = Unit(document, f"s{len(self.units)}", FORMS[form], kind, chance.random())
                found.append(self._found(unit))
                for _ in range(min(int(chance.geometric(max(precision[form], 0.01))) - 1, MOST)):
                    wrong = unit._replace(key=f"s{len(self.units)}")
                    found.append(self._found(wrong, "no_statement"))
            self.walked[document, number] = Walked(tuple(found), tuple(missed))

    def _found(self, unit: Unit, *faults: Fault) -> Judged:
        judged = Judged(cell_of(unit), frozenset(faults))
        self.units.append(unit)
        self.judged[unit.document, unit.key] = judged
        return judged

    def truth(self) -> list[Estimate]:
        """Precision, recall and F1 of the whole corpus."""
        return self.sampled(len(self.units), len(self.walked), 0)

    def sampled(self, statements: int, passages: int, seed: int) -> list[Estimate]:
        """Precision, recall and F1 of the row that is looked at, from one sample."""
        by = self.corpus.by
        drawn, sizes = draw_statements(self.units, statements, by, seed)
        places, of = draw_passages(self.walked, passages, seed)
        evaluation = evaluated(
            Design(seed, by, (), self.corpus.documents, sizes, of, 500, len(drawn), len(places)),
            [self.judged[unit.document, unit.key] for unit in drawn],
            [self.walked[place] for place in places],
        )
        content = next(row for row in evaluation.rows if row.name == self.corpus.part).content
        return [content.precision, content.recall, content.f1]


def _of_document(chance: np.random.Generator, share: float, apart: float) -> float:
    """The share of one document, where documents differ by an intraclass correlation `apart`."""
    if not apart:
        return share
    scale = 1 / apart - 1
    return float(chance.beta(share * scale, (1 - share) * scale))


def rows(corpus: Corpus, draws: int) -> Iterator[str]:
    """A line for each size of sample."""
    invented = Invented(corpus)
    truth = [estimate.share.value for estimate in invented.truth() if estimate.share]
    names = " / ".join(f"{100 * value:.0f}" for value in truth)
    for size in SIZES:
        samples = [invented.sampled(*size, seed) for seed in range(draws)]
        cells = [_cells([each[n].share for each in samples], true) for n, true in enumerate(truth)]
        yield f"| {corpus.name} | {names} | {size[0]}, {size[1]} | {' | '.join(cells)} |"


def _cells(shares: list[Share | None], true: float) -> str:
    """Intervals that hold the true value, error and width, where there were figures at all."""
    given = [share for share in shares if share]
    if len(given) < len(shares) / 2:
        return "too few | | "
    # Sums in another order may differ by their rounding.
    held = np.mean([share.low - 1e-9 <= true <= share.high + 1e-9 for share in given])
    off = np.mean([share.value - true for share in given])
    wide = np.mean([share.high - share.low for share in given])
    return f"{100 * held:.1f} | {100 * off:+.1f} | {100 * wide:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.sampling",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--draws", type=int, default=1000, help="samples of each size")
    parser.add_argument("--corpus", help="only this one", choices=[c.name for c in CORPORA])
    given = parser.parse_args()
    columns = " | ".join(f"{name} held | off | wide" for name in ("P", "R", "F1"))
    print(f"| corpus | true P / R / F1 | statements, passages | {columns} |")
    print("|---" * 12 + "|")
    for corpus in CORPORA:
        if given.corpus in (None, corpus.name):
            for line in rows(corpus, given.draws):
                print(line, flush=True)


if __name__ == "__main__":
    main()
