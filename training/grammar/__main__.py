"""Make the grammar networks of the shipped models: `python -m training.grammar`, seeded.

The encoders that lie in the package stay as they are. What they say of the marked texts is kept in
the work folder, and so is the network, which goes on where it stopped.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import torch

from quoth.reading.encoder import Encoder
from training.grammar.examples import Example, examples
from training.grammar.export import export
from training.grammar.fit import Plan, fit, fit_certainty, judge
from training.grammar.marks import factuality, gum, timebank
from training.grammar.network import Certainty, Network, Size
from training.heads import ROOT, asked, kept

SIZES = {"standard": Size(inner=2304), "small": Size(inner=1152, width=192, arc=64)}
PLANS = {"standard": Plan(epochs=14), "small": Plan(epochs=14, rate=2e-3)}
SEED = 1
OPINION = Plan(epochs=14, rate=2e-3, seed=5, decay=0.1)


def main() -> None:
    """Train and export what is asked for."""
    options = asked("training.grammar", __doc__)
    for model in options.models:
        texts = kept(options.work / f"grammar-{model}.pickle", partial(seen, model, options.data))
        rated = [*texts["UW-train"], *texts["MEANTIME-train"]]
        train = [*texts["gum/train"], *texts["timebank"], *rated]
        state = options.work / f"grammar-{model}.pt"
        torch.manual_seed(SEED)
        network = fit(Network(SIZES[model]), train, PLANS[model], state)
        state = options.work / f"certainty-{model}.pt"
        opinion = fit_certainty(Certainty(SIZES[model].inner), rated, OPINION, state)
        for name in ("gum/dev", "UW-dev", "MEANTIME-dev"):
            figures = judge(network, opinion, texts[name])
            print(model, name, {each: round(value, 3) for each, value in figures.items()})
        export(network, opinion, ROOT / "quoth" / "model" / model / "grammar.onnx")


def seen(model: str, data: Path) -> dict[str, list[Example]]:
    """All marked texts as the encoder of `model` sees them."""
    encoder = Encoder(model)
    texts = {f"gum/{part}": gum(data / "gum" / part) for part in ("train", "dev")}
    texts["timebank"] = timebank(data / "timebank")
    for name in ("UW-train", "UW-dev", "MEANTIME-train", "MEANTIME-dev"):
        texts[name] = factuality(data / "factuality" / f"{name}.jsonl")
    return {name: list(examples(marked, encoder)) for name, marked in texts.items()}


if __name__ == "__main__":
    main()
