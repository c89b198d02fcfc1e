"""A document's grammar written by hand, for tests of what is read off it.

A sentence is a text; a token is `word pos head relation [entity]`, head its number in the sentence
from 1, 0 at the root. Words are found in the text from left to right.
"""

from __future__ import annotations

from collections.abc import Iterable

from quoth.analysis import Analysis, Token
from quoth.documents import from_text
from quoth.records import Passage, Span, Statement


def grammar(*sentences: str) -> Analysis:
    """The grammar of paragraphs of one sentence each: the text, then a line for each token."""
    texts, rows = [], []
    for sentence in sentences:
        text, *lines = [line.strip() for line in sentence.strip().splitlines()]
        texts.append(text)
        rows.append([line.split() for line in lines])
    document = from_text("\n\n".join(texts) + "\n", "told.txt")
    tokens: list[Token] = []
    at = 0
    for number, lines_of in enumerate(rows):
        base = len(tokens)
        for n, (word, pos, head, relation, *entity) in enumerate(lines_of):
            start = document.text.index(word, at)
            at = start + len(word)
            above = base + int(head) - 1 if int(head) else base + n
            phrase = _phrase(lines_of, n, base) if pos in ("NOUN", "PROPN") else (base + n,) * 2
            tokens.append(
                Token(
                    word,
                    start,
                    at,
                    document.block_at(start),
                    number,
                    pos,
                    above,
                    relation,
                    entity[0] if entity else None,
                    (phrase[0], max(phrase[1], base + n + 1)),
                    "O",
                    0.0,
                )
            )
    return Analysis(document, tuple(tokens))


def _phrase(lines: list[list[str]], n: int, base: int) -> tuple[int, int]:
    """All that hangs on a noun, but for what joins it to others and what it is said of."""
    inside = {n}
    for _ in lines:
        inside |= {
            k
            for k, line in enumerate(lines)
            if int(line[2]) - 1 in inside
            and not (
                int(line[2]) - 1 == n and line[3] in ("conj", "cc", "case", "punct", "cop", "nsubj")
            )
        }
    return base + min(inside), base + max(inside) + 1


def said(analysis: Analysis, *sources: str | None) -> tuple[Statement, ...]:
    """A statement for each source, named by its words, whose content is the end of its sentence.

    A source that stands several times is meant where it stands next after the one before it.
    """
    text = analysis.document.text
    found, at = [], 0
    for number, words in enumerate(sources, 1):
        if words is not None:
            at = text.index(words, at)
        end = text.find("\n", at)
        source = Passage(analysis.document, (Span(at, at + len(words)),)) if words else None
        content = Passage(analysis.document, (Span(max(end - 5, 0), end),))
        found.append(Statement(f"s{number}", source, None, content, "indirect", None, 1.0))
        at += len(words or "")
    return tuple(found)


def words_of(passages: Iterable[Passage | None]) -> list[str | None]:
    """The texts of passages."""
    return [one.text if one else None for one in passages]
