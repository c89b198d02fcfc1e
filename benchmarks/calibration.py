"""Is a statement that is 80 % sure right four times in five? Quoth alone, on marked articles.

    python -m benchmarks.calibration [--model small] [--plot FILE.svg]

The weights that turn sureness into confidence are fitted on nine tenths of the articles and judged
on the last one, ten times over; the statements of all ten are pooled. The network itself has seen
none of the articles. Prints a table in Markdown by form; `--plot` draws the reliability diagram.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality import load_scorer
from benchmarks.setting import setting
from benchmarks.tools import DATA, SCORER, texts_in
from quoth.documents import from_text
from quoth.models import MODELS
from quoth.reading import Finder
from training.choose import fitted, right_of, shown

FOLDS = 10
BINS = 10
DRAWS = 1000
PRECISION = 0.9
FORMS = ("direct", "mixed", "indirect")
Doubles = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """Statements of all folds: confidence, 1 where a person marked it too, form; and the marks."""

    sure: Doubles
    right: Doubles
    form: NDArray[np.str_]
    marked: int

    def of(self, form: str) -> Judged:
        """Those of one form."""
        here = self.form == form
        return Judged(self.sure[here], self.right[here], self.form[here], self.marked)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.calibration",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/, attributions/")
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the scorer, score.py")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw the reliability")
    options = parser.parse_args()
    texts_in(options.data)
    judged = pooled(Finder(options.model), options.data, load_scorer(options.scorer))
    for line in report(judged, options):
        print(line)
    if options.plot:
        draw(judged, options.plot)


def pooled(reader: Finder, data: Path, score: Any) -> Judged:
    """What the reader finds in the marked articles of `data`, each judged by weights that were
    fitted without it."""
    documents = [
        (text, annotators[0], list(reader.candidates(from_text(text))))
        for _, text, annotators in score.gold_documents(str(data))
    ]
    fold = np.random.default_rng(0).permutation(len(documents)) % FOLDS
    sure: list[float] = []
    right: list[bool] = []
    form: list[str] = []
    for number in range(FOLDS):
        others = [one for one, of in zip(documents, fold, strict=True) if of != number]
        weights = fitted(score, others)
        for text, gold, found in (documents[n] for n in np.flatnonzero(fold == number)):
            kept = shown(found, weights, reader.least_confidence)
            sure += [relation.confidence for relation in kept]
            form += [relation.form for relation in kept]
            right += right_of(score, text, gold, kept)
    marked = sum(len(gold) for _, gold, _ in documents)
    return Judged(np.asarray(sure), np.asarray(right, float), np.asarray(form), marked)


def report(judged: Judged, options: argparse.Namespace) -> Iterator[str]:
    """The table and its notes, line by line."""
    yield "| form | statements | right | calibration error | by chance alone | AUROC |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, some in [("all", judged), *((form, judged.of(form)) for form in FORMS)]:
        yield (
            f"| {name} | {len(some.sure)} | {some.right.mean():.2f} "
            f"| {calibration_error(some.sure, some.right):.3f} | {by_chance(some.sure):.3f} "
            f"| {auroc(some.sure, some.right):.3f} |"
        )
    yield ""
    recall, least = recall_at(judged, PRECISION)
    yield (
        f"- {100 * PRECISION:.0f} % of the statements are right from a confidence of {least:.2f} "
        f"on; these are {100 * recall:.0f} % of what people marked"
    )
    yield f"- {options.model}; {FOLDS} folds of articles, {BINS} bins of like size"
    yield (
        "- by chance alone: the mean error of a perfectly calibrated reader with the same "
        f"confidences, in {DRAWS} draws"
    )
    yield from (f"- {line}" for line in setting(options.data))


def bins_of(sure: Doubles) -> list[NDArray[np.int64]]:
    """Numbers of the statements in bins of like size, the least sure first."""
    ordered = np.argsort(sure, kind="stable")
    return [part for part in np.array_split(ordered, BINS) if len(part)]


def calibration_error(sure: Doubles, right: Doubles) -> float:
    """Expected calibration error over bins of like size (Naeini et al., AAAI 2015; Nguyen and
    O'Connor, EMNLP 2015)."""
    parts = bins_of(sure)
    return float(sum(abs((sure[b] - right[b]).sum()) for b in parts) / len(sure))


def by_chance(sure: Doubles) -> float:
    """The error that would be measured if every confidence were exact."""
    chance = np.random.default_rng(0)
    draws = (chance.random((DRAWS, len(sure))) < sure).astype(float)
    return float(np.mean([calibration_error(sure, drawn) for drawn in draws]))


def auroc(sure: Doubles, right: Doubles) -> float:
    """How often a right statement is surer than a wrong one; ties count half."""
    good, bad = sure[right == 1], np.sort(sure[right == 0])
    below = np.searchsorted(bad, good, "left") + np.searchsorted(bad, good, "right")
    return float(below.mean() / 2 / len(bad))


def recall_at(judged: Judged, precision: float) -> tuple[float, float]:
    """The largest share of the marks found with that precision, and from which confidence on."""
    order = np.argsort(-judged.sure, kind="stable")
    hits = judged.right[order].cumsum()
    enough = np.flatnonzero(hits / np.arange(1, len(hits) + 1) >= precision)
    if not len(enough):
        return 0.0, 1.0
    last = enough[-1]
    return float(hits[last] / judged.marked), float(judged.sure[order][last])


def draw(judged: Judged, path: Path) -> None:
    """The reliability diagram (DeGroot and Fienberg 1983): share right by confidence."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    pyplot.rcParams.update({"svg.hashsalt": "quoth", "font.size": 10})
    figure, axes = pyplot.subplots(figsize=(4.6, 4.2), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.6", linewidth=1, label="exact")
    for form, marker in zip(FORMS, "o^s", strict=True):
        some = judged.of(form)
        parts = bins_of(some.sure)
        means = [(some.sure[b].mean(), some.right[b].mean()) for b in parts]
        axes.plot(*zip(*means, strict=True), marker=marker, markersize=5, linewidth=1, label=form)
    axes.set(xlim=(0.2, 1), ylim=(0.2, 1), aspect="equal")
    axes.set(xlabel="confidence, mean of a bin", ylabel="right, share of a bin")
    axes.legend(frameon=False)
    figure.savefig(path, metadata={"Date": None})


if __name__ == "__main__":
    main()
