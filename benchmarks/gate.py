"""Quality held like correctness: figures pinned with the data they belong to.

`python -m benchmarks.quality --check` fails where a figure falls below its pin; `--pin` writes what
was measured, and refuses to go down.
"""

from __future__ import annotations

import json
from pathlib import Path

PINNED = Path(__file__).with_name("pinned.json")
SLACK = 0.1
"""Points that a figure may fall below its pin: other processors round otherwise."""

Figures = dict[str, float]


def check(figures: Figures, data: str, pinned: Path = PINNED) -> list[str]:
    """What is wrong with `figures` by the pins, in a line each."""
    if not pinned.exists():
        return [f"{pinned}: nothing is pinned yet; write it with --pin"]
    pins = json.loads(pinned.read_text())
    if pins["data"] != data:
        return [f"the pins are for data {pins['data']}, this is {data}; pin anew with --pin"]
    return _fallen(figures, pins["figures"], SLACK)


def _fallen(figures: Figures, pins: Figures, slack: float) -> list[str]:
    return [
        f"{name} fell to {figures.get(name, 0.0):.1f} from {pin:.1f}"
        for name, pin in pins.items()
        if figures.get(name, 0.0) < pin - slack
    ]


def pin(figures: Figures, data: str, model: str, pinned: Path = PINNED) -> list[str]:
    """Write `figures` as the new pins; where one would fall nothing is written, and it is named."""
    rounded = {name: round(figure, 1) for name, figure in figures.items()}
    if pinned.exists() and json.loads(pinned.read_text())["data"] == data:
        wrong = _fallen(rounded, json.loads(pinned.read_text())["figures"], slack=0)
        if wrong:
            return wrong
    pins = {"data": data, "model": model, "figures": rounded}
    pinned.write_text(json.dumps(pins, indent=2) + "\n")
    return []
