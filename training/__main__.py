"""Make the shipped model: `python -m training`, from the packages and the data, seeded.

Saves as it goes to the work folder and goes on where it stopped.
"""

from __future__ import annotations

import argparse
import random
import shutil
from pathlib import Path

import torch

from quoth.reading.reader import Reader as PackagedReader
from quoth.reading.vocabulary import Pieces
from training import choose
from training.batches import Batch, batches
from training.data import Article, articles, epoch
from training.export import export
from training.fit import Plan, fit
from training.model import Reader, Shape, start_from
from training.prune import narrowed
from training.weights import Pretrained, pretrained

ROOT = Path(__file__).parent.parent
LAYERS, INNER = 6, 1536
SEED = 1
WIDE = Plan(epochs=1.5, encoder_rate=8e-5, head_rate=6e-4, warm_up=0.12, left=0.5, seed=1)
"""All inner units, until the network knows its task."""
NARROW = Plan(epochs=3.6, encoder_rate=7e-5, head_rate=4e-4, warm_up=0.03, seed=2)
"""Half of them, to the end."""
JUDGED_ON = 10
"""Batches on which the worth of inner units and the steps of rounding are judged."""
SETTINGS: dict[str, object] = {
    "name": "quoth-standard-1",
    "limit": 384,
    "context": 32,
    "cue_threshold": 0.1,
    "least_confidence": 0.0,
    "calibration": [1.0, 0.0, 0.0],
}


def main() -> None:
    """Run all steps, or those that are left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "polnear")
    parser.add_argument("--work", type=Path, default=ROOT / "work", help="what is saved on the way")
    parser.add_argument("--model", type=Path, default=ROOT / "quoth" / "model")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    encoder = pretrained(options.work / "packages")
    collection = list(articles(options.data / "train"))
    reader = train(encoder, collection, options.work, options.device)
    made, seen = options.work / "model", sample(collection, Pieces(encoder.tokenizer))
    export(reader, encoder.tokenizer, SETTINGS, seen, made)
    scorer = options.data.parent / "score.py"
    choose.write(made, choose.choose(PackagedReader(folder=made), options.data / "dev", scorer))
    shutil.copytree(made, options.model, dirs_exist_ok=True)
    print(f"the model lies in {options.model}")


def train(encoder: Pretrained, collection: list[Article], work: Path, device: str) -> Reader:
    """The reader, trained wide and then narrow."""
    vocabulary = Pieces(encoder.tokenizer)
    torch.manual_seed(SEED)
    wide = start_from(encoder, Shape(layers=LAYERS), list(range(LAYERS)))
    fit(wide, WIDE, collection, vocabulary, work / "wide.pt", device=device)
    narrow = narrowed(wide.cpu(), INNER, sample(collection, vocabulary))
    fit(narrow, NARROW, collection, vocabulary, work / "narrow.pt", device=device)
    return narrow.cpu().eval()


def sample(collection: list[Article], vocabulary: Pieces) -> list[Batch]:
    """A few batches of training text on which inner units and rounding steps are judged."""
    made = epoch(collection[:40], vocabulary, NARROW.limit, seed=3)
    return list(batches(made, NARROW.pieces, random.Random(0)))[:JUDGED_ON]


if __name__ == "__main__":
    main()
