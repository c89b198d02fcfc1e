"""Texts of other kinds that nobody marked: what a student learns from them is its teacher's word.

GUM (Zeldes 2017), ECB+ (Cybulska and Vossen 2014; Caselli and Vossen 2017) and TimeBank 1.2 in the
form of TempEval-3. Nothing of what people annotated in them is used but where sentences and
paragraphs end.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import unescape

CLOSES_UP = re.compile(r" +([.,;:!?%)\]}]|n't\b|'(?:s|re|ve|ll|d|m)\b)|(?<=[(\[{$]) +")


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every document, always in the same order.

    Raises FileNotFoundError where a collection is missing: without it another model would come out.
    """
    for name in ("gum", "timebank", "ecbplus"):
        if not (shared / name).is_dir():
            raise FileNotFoundError(f"{shared / name}: the training needs this collection there")
    for path in sorted((shared / "gum" / "train").glob("*.conllu")):
        yield path.stem, gum_text(path.read_text("utf-8"))
    for path in sorted((shared / "timebank").glob("*.tml")):
        yield path.stem, timebank_text(path.read_text("utf-8"))
    for path in sorted((shared / "ecbplus").rglob("*.xml")):
        yield path.stem, ecb_text(path)


def gum_text(conllu: str) -> str:
    """Sentences as they are, paragraphs parted by a blank line."""
    text = ""
    paragraph = True
    for line in conllu.splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line.startswith("# text = "):
            text += ("\n\n" if paragraph else " ") + line.removeprefix("# text = ")
            paragraph = False
    return text.strip() + "\n"


def timebank_text(tml: str) -> str:
    """The text between the tags, whose lines and indents carry no meaning but blank ones."""
    body = re.search(r"<TEXT>(.*)</TEXT>", tml, re.S)
    bare = re.sub(r"<[^>]+>", "", body[1] if body else "")
    bare = unescape(bare, {"&quot;": '"'})
    return "\n\n".join(" ".join(p.split()) for p in re.split(r"\n\s*\n", bare) if p.strip()) + "\n"


def ecb_text(path: Path) -> str:
    """Tokens joined to sentences, each a paragraph, as the pages mostly had them."""
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(path).getroot().iter("token"):
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    return "\n\n".join(_joined(words) for _, words in sorted(sentences.items())) + "\n"


def _joined(words: list[str]) -> str:
    text, opened = "", False
    for word in words:
        if word in {"``", "''", '"'}:
            opened = word == "``" or (word == '"' and not opened)
            text = f'{text} "' if opened else f'{text.rstrip()}" '
            continue
        text = text + word if text.endswith('"') and opened else f"{text.rstrip()} {word}"
    return CLOSES_UP.sub(lambda match: match[1] or "", text).strip()
