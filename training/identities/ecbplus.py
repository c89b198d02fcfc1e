"""ECB+ (Cybulska and Vossen, LREC 2014): its news as documents, and whom its marks say they mean.

Counted are mentions of persons and of organisations (HUMAN_PART_PER, HUMAN_PART_ORG).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from quoth.documents import from_text
from quoth.records import Document, Span

PERSON, BODY = "HUMAN_PART_PER", "HUMAN_PART_ORG"
COUNTED = frozenset((PERSON, BODY))
"""The marks that are sources of ours: someone, or a body that acts as one."""
ACROSS, WITHIN = "CROSS_DOC_COREF", "INTRA_DOC_COREF"
MARKS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
CLOSE_BEFORE = re.compile(r"[,.;:!?)\]%…]+|['’]\w{0,2}|n['’]t|[’'”]+")
CLOSE_AFTER = re.compile(r"[(\[$£€“‘#@]")


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked mention: where it stands, and whom it means."""

    span: Span
    identity: str
    """The same in all documents for the same one; of its own where nothing links the mention."""
    tag: str
    linked: bool
    """Whether a person linked it to anything; others are alone, or were passed over."""
    selected: bool
    """Whether its sentence is one of those in which links across documents were marked."""


@dataclass(frozen=True, slots=True)
class Article:
    """One document of the corpus with its marks."""

    topic: str
    document: Document
    marked: tuple[Marked, ...]


def articles(folder: Path) -> Iterator[Article]:
    """All documents of a folder with a folder for each topic, by topic and name."""
    for path in sorted(folder.glob("*/*.xml"), key=lambda p: (int(p.parent.name), p.name)):
        yield _article(path)


def _article(path: Path) -> Article:
    root = etree.parse(path, etree.XMLParser(recover=True, huge_tree=False)).getroot()
    tokens = [t for t in root.iter("token") if not _is_address(path, t)]
    text, spans = _text(tokens)
    sentence = {t.get("t_id"): t.get("sentence") for t in tokens}
    places: dict[str, tuple[str, list[str]]] = {}
    instances: dict[str, str] = {}
    for one in root.find("Markables"):
        ids = [a.get("t_id") for a in one.findall("token_anchor")]
        if ids:
            places[one.get("m_id")] = (one.tag, [i for i in ids if i in spans])
        else:
            instances[one.get("m_id")] = one.get("instance_id") or ""
    means: dict[str, str] = {}
    across: set[str | None] = set()
    for relation in root.find("Relations"):
        target = relation.find("target").get("m_id")
        shared = relation.tag == ACROSS
        identity = instances.get(target, "") if shared else ""
        for source in relation.findall("source"):
            mention = source.get("m_id")
            means[mention] = identity or f"{path.stem} {relation.get('r_id')}"
            if shared and mention in places:
                across.update(sentence[i] for i in places[mention][1])
    marked = [
        Marked(
            Span(spans[ids[0]].start, spans[ids[-1]].end),
            means.get(mention, f"{path.stem} alone {mention}"),
            tag,
            mention in means,
            any(sentence[i] in across for i in ids),
        )
        for mention, (tag, ids) in places.items()
        if tag in COUNTED and ids
    ]
    marked.sort(key=lambda m: (m.span, m.identity))
    return Article(path.parent.name, from_text(text, path.stem), tuple(marked))


def _is_address(path: Path, token: etree._Element) -> bool:
    """Whether it belongs to the address that the newer half gives as its first sentence."""
    return path.stem.endswith("plus") and token.get("sentence") == "0"


def _text(tokens: list[etree._Element]) -> tuple[str, dict[str, Span]]:
    """A running text of the tokens, a paragraph to a sentence, and where each token stands."""
    text = ""
    spans: dict[str, Span] = {}
    last, open_mark = None, False
    for token in tokens:
        word = MARKS.get(token.text or "", token.text or "")
        new = token.get("sentence") != last
        last = token.get("sentence")
        if new:
            open_mark = False
            text += "\n\n" if text else ""
        closes = word == '"' and open_mark
        if word == '"':
            open_mark = not open_mark
        glued = (
            new
            or closes
            or CLOSE_BEFORE.fullmatch(word) is not None
            or CLOSE_AFTER.fullmatch(text[-1:]) is not None
            or (text.endswith('"') and open_mark and word != '"')
        )
        text += "" if glued else " "
        spans[token.get("t_id")] = Span(len(text), len(text) + len(word))
        text += word
    return text, spans
