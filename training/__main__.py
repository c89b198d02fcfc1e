"""Make the shipped model: `python -m training`, from the packages and the data, seeded.

Saves as it goes to the work folder and goes on where it stopped.
"""

from __future__ import annotations

import argparse
import random
import shutil
from dataclasses import replace
from pathlib import Path

import torch

from quoth.reading import Finder
from quoth.reading.confidence import FEATURES
from quoth.reading.vocabulary import Pieces
from training import choose
from training.batches import Batch, batches
from training.data import articles, documents, epoch, unmarked
from training.export import export
from training.fit import Plan, fit
from training.model import Reader, Shape, headed, start_from
from training.prune import pruned
from training.unmarked import texts
from training.vary import Article
from training.weights import Pretrained, pretrained, small

ROOT = Path(__file__).parent.parent
DOCUMENTS = Path(__file__).parent / "documents"
SEED = 1
FIRST = Shape(layers=6)
HALVED = replace(FIRST, inner=1536)
LIGHT = replace(FIRST, heads=6, inner=1024, reach=64)
WIDE = Plan(epochs=1.5, encoder_rate=8e-5, head_rate=6e-4, warm_up=0.12, left=0.5, seed=1)
"""All inner units, until the network knows its task."""
NARROW = Plan(epochs=3.6, encoder_rate=7e-5, head_rate=4e-4, warm_up=0.03, seed=2)
"""Half of them, to the end: the teacher."""
PRUNED = Plan(
    epochs=3, encoder_rate=7e-5, head_rate=3e-4, warm_up=0.03, left=0.4, seed=3, trust=0.3
)
"""Half of the heads and a third of the rest: the student, with texts of other kinds."""
SETTLED = Plan(epochs=1.2, encoder_rate=2.8e-5, head_rate=1.2e-4, warm_up=0.01, seed=4, trust=0.3)
"""The student to the end, with the marked texts of GUM."""
MINI = Shape(width=384, heads=12, inner=1536, layers=6, head=32, reach=32)
TINY = replace(MINI, heads=6, inner=512)
ALIKE = Plan(
    epochs=1,
    encoder_rate=2e-4,
    head_rate=5e-4,
    limit=448,
    left=0.5,
    seed=5,
    trust=0.3,
    alike=10,
)
"""The small encoder, whole, until it knows what its teacher knows."""
TAUGHT = replace(ALIKE, epochs=4, warm_up=0.03, left=0.0, seed=6)
"""Half of its heads and a third of its inner units, to the end."""
OWN_TIMES = 2
"""How often an epoch has each document that we marked; there are few."""
JUDGED_ON = 10
"""Batches on which the worth of heads and units and the steps of rounding are judged."""
STANDARD: dict[str, object] = {
    "name": "quoth-standard-3",
    "limit": 384,
    "context": 32,
    "cue_threshold": 0.1,
    "least_confidence": 0.0,
    "calibration": dict.fromkeys(FEATURES, 0.0),
}
SMALL = {**STANDARD, "name": "quoth-small-1", "limit": 512}


def main() -> None:
    """Run all steps, or those that are left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data",
        type=Path,
        default=ROOT.parent / "shared" / "polnear",
        help="PolNeAR, with score.py and the folders gum, timebank and ecbplus beside it",
    )
    parser.add_argument("--work", type=Path, default=ROOT / "work", help="what is saved on the way")
    parser.add_argument("--model", type=Path, default=ROOT / "quoth" / "model")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    encoder = pretrained(options.work / "packages")
    vocabulary = Pieces(encoder.tokenizer)
    others = dict(texts(options.data.parent))
    collection = list(articles(options.data / "train"))
    seen = sample(collection, vocabulary)
    teacher = taught_by_people(encoder, collection, vocabulary, seen, options)
    standard = taught_by_both(teacher, collection, others, vocabulary, seen, options)
    ship(standard, encoder, STANDARD, seen, options)
    tiny = taught_by_standard(standard, encoder, collection, others, seen, options)
    ship(tiny, encoder, SMALL, seen, options)


def ship(
    reader: Reader,
    encoder: Pretrained,
    settings: dict[str, object],
    seen: list[Batch],
    options: argparse.Namespace,
) -> None:
    """Export, choose what is chosen on the development part, and put it where readers look."""
    size = str(settings["name"]).split("-")[1]
    made = options.work / size
    export(reader, encoder.tokenizer, settings, seen, made)
    scorer = options.data.parent / "score.py"
    bare = Finder(made, grammar=False, nested=False)
    choose.write(made, choose.choose(bare, options.data / "dev", scorer))
    pieces = "tokenizer.json"  # the models share it
    ignored = shutil.ignore_patterns(pieces)
    shutil.copytree(made, options.model / size, ignore=ignored, dirs_exist_ok=True)
    shutil.copy(made / pieces, options.model / pieces)
    print(f"the model lies in {options.model / size}")


def taught_by_people(
    encoder: Pretrained,
    collection: list[Article],
    vocabulary: Pieces,
    seen: list[Batch],
    options: argparse.Namespace,
) -> Reader:
    """The teacher: trained wide and then narrow, on marks alone."""
    torch.manual_seed(SEED)
    narrow = options.work / "narrow.pt"
    reader = Reader(HALVED, encoder.words)
    if not narrow.exists():
        wide = start_from(encoder, FIRST)
        fit(wide, WIDE, collection, vocabulary, options.work / "wide.pt", device=options.device)
        reader = pruned(wide.cpu(), HALVED, seen)
    fit(reader, NARROW, collection, vocabulary, narrow, device=options.device)
    return reader.cpu().eval()


def taught_by_both(
    teacher: Reader,
    collection: list[Article],
    others: dict[str, str],
    vocabulary: Pieces,
    seen: list[Batch],
    options: argparse.Namespace,
) -> Reader:
    """The student: cut out of the teacher, trained on marks and on the teacher's word."""
    reader = pruned(teacher, LIGHT, seen)
    more = [*collection, *ours(others), *unmarked(others)]
    fit(reader, PRUNED, more, vocabulary, options.work / "pruned.pt", teacher, options.device)
    more = everything(collection, others)
    fit(reader, SETTLED, more, vocabulary, options.work / "settled.pt", teacher, options.device)
    return reader.cpu().eval()


def taught_by_standard(
    standard: Reader,
    encoder: Pretrained,
    collection: list[Article],
    others: dict[str, str],
    seen: list[Batch],
    options: argparse.Namespace,
) -> Reader:
    """The small student: another encoder under the standard reader's heads, which it teaches."""
    torch.manual_seed(SEED)
    vocabulary, more = Pieces(encoder.tokenizer), everything(collection, others)
    start = small(options.work / "packages", encoder.tokenizer)
    reader = headed(Reader(TINY, encoder.words), standard)
    kept = options.work / "tiny.pt"
    if not kept.exists():
        alike = headed(start_from(start, MINI), standard)
        work = options.work / "alike.pt"
        fit(alike, ALIKE, more, vocabulary, work, standard, options.device)
        reader = pruned(alike.cpu(), TINY, seen)
    fit(reader, TAUGHT, more, vocabulary, kept, standard, options.device)
    return reader.cpu().eval()


def ours(others: dict[str, str]) -> list[Article]:
    """Our own documents, as often as an epoch has them."""
    return OWN_TIMES * list(documents(DOCUMENTS, others))


def everything(collection: list[Article], others: dict[str, str]) -> list[Article]:
    """PolNeAR, our documents, the marked texts of GUM, and the texts that nobody marked."""
    marked = OWN_TIMES * list(documents(DOCUMENTS / "gum", others))
    names = {article.name for article in marked}
    plain = [article for article in unmarked(others) if article.name not in names]
    return [*collection, *ours(others), *plain, *marked]


def sample(collection: list[Article], vocabulary: Pieces) -> list[Batch]:
    """A few batches of training text on which units, heads and rounding steps are judged."""
    made = epoch(collection[:40], vocabulary, NARROW.limit, seed=3)
    return list(batches(made, NARROW.pieces, random.Random(0)))[:JUDGED_ON]


if __name__ == "__main__":
    main()
