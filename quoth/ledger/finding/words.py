"""The words that people ask for, as an expression of SQLite's index (FTS5).

Nothing that people type reaches the index as syntax: words are found by the index's own
tokenizer, and what it takes for no part of a word falls away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import apsw

from quoth.ledger.finding.question import BadQuestion
from quoth.records import Span

MOST = 200
"""Words that are looked for at once, at most."""
PREFIX = 2
"""Letters before a star, at least: what begins with one letter is half of the index."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_TERM = re.compile(r'(?P<no>-|NOT\s+(?=\S))?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


class Tokenizer:
    """Cuts text into words as the index does."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._cut = connection.fts5_tokenizer("unicode61", ["remove_diacritics", "2"])

    def words(self, text: str) -> list[tuple[str, Span]]:
        """The words of `text`, folded, and where they stand, in characters."""
        data = text.encode(errors="replace")
        cut: Any = self._cut(data, apsw.FTS5_TOKENIZE_DOCUMENT, None)
        found: list[tuple[int, int, str]] = cut
        if len(data) == len(text):
            return [(word, Span(start, end)) for start, end, word in found]
        words, at, characters = [], 0, 0
        for start, end, word in found:
            begin = characters + len(data[at:start].decode())
            at, characters = end, begin + len(data[start:end].decode())
            words.append((word, Span(begin, characters)))
        return words


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow one another; of a prefix the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False

    def __str__(self) -> str:
        return f'"{" ".join(self.words)}"' + (" *" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One term of each of `all`, and none of `none`."""

    all: tuple[tuple[Term, ...], ...] = ()
    none: tuple[Term, ...] = ()


def wanted(text: str, tokenizer: Tokenizer) -> Wanted:
    """What `text` asks for. Raises `BadQuestion` where there is no word in it, or too many."""
    groups: list[list[Term]] = []
    none: list[Term] = []
    terms = [(found, found["word"]) for found in _TERM.finditer(text.translate(_QUOTES))]
    joined = False
    for number, (found, word) in enumerate(terms):
        inside = 0 < number < len(terms) - 1 and not found["no"]
        if inside and word in ("AND", "OR"):
            joined = word == "OR" and bool(groups)
            continue
        term = _term(found["phrase"] if word is None else word, word is not None, tokenizer)
        if term and found["no"]:
            none.append(term)
        elif term and joined:
            groups[-1].append(term)
        elif term:
            groups.append([term])
        joined = False
    asked = Wanted(tuple(map(tuple, groups)), tuple(none))
    _check(text, asked)
    return asked


def expression(columns: Iterable[tuple[str, Wanted]], marks: Iterable[Iterable[str]]) -> str:
    """What the index is asked: words by column, and one of each group of marks."""
    fields = list(columns)
    parts = [
        f"{column} : ({' OR '.join(map(str, group))})"
        for column, asked in fields
        for group in asked.all
    ]
    parts += [f"marks : ({' OR '.join(group)})" for group in marks]
    without = [f"{column} : ({' OR '.join(map(str, a.none))})" for column, a in fields if a.none]
    whole = " AND ".join(f"({part})" for part in parts)
    return f"({whole}) NOT ({' OR '.join(without)})" if without else whole


def found_in(text: str, asked: Wanted, tokenizer: Tokenizer) -> list[Span]:
    """Where the wanted words stand in `text`; spans may overlap."""
    terms = [term for group in asked.all for term in group]
    if not terms:  # a stream of all statements comes by here millions of times
        return []
    words = tokenizer.words(text)
    return [
        Span(words[at][1].start, words[at + len(term.words) - 1][1].end)
        for at in range(len(words))
        for term in terms
        if _stands(term, words, at)
    ]


def _stands(term: Term, words: list[tuple[str, Span]], at: int) -> bool:
    here = tuple(word for word, _ in words[at : at + len(term.words)])
    if not term.prefix or len(here) < len(term.words):
        return here == term.words
    return here[:-1] == term.words[:-1] and here[-1].startswith(term.words[-1])


def _term(text: str, alone: bool, tokenizer: Tokenizer) -> Term | None:
    found = tokenizer.words(text)
    prefix = alone and len(text) > 1 and text.endswith("*")
    if prefix and found and len(found[-1][0]) < PREFIX:
        raise BadQuestion(f"{text}: too short; give at least {PREFIX} letters before the star")
    return Term(tuple(word for word, _ in found), prefix) if found else None


def _check(text: str, asked: Wanted) -> None:
    terms = [*asked.none, *(term for group in asked.all for term in group)]
    number = sum(len(term.words) for term in terms)
    if text and not number:
        shown = text if len(text) <= 20 else f"{text[:20]}…"
        raise BadQuestion(f"{shown!r}: no word in it; give a word or a phrase")
    if number > MOST:
        raise BadQuestion(f"{number:,} words are too many to look for at once; give {MOST} at most")
