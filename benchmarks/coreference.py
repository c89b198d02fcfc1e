"""How well mentions of persons and bodies are joined, and pronouns led back to whom they mean.

    python -m benchmarks.coreference [--data FOLDER] [--model small] [--grammar gold]

Measured on documents of GUM (Zeldes 2017), read as plain text. Counted are mentions of what GUM
calls person or organization, entities of two mentions and more, spans exact but for a possessive
ending. Left out are relative pronouns, which GUM does not mark, and what we call neither person nor
organization. `--grammar gold` takes sentences, parts of speech, relations and phrases as marked.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.coreference_scores import Entities, conll
from benchmarks.tools import SHARED
from quoth.analysis import Analysis
from quoth.models import MODELS
from quoth.reading import Finder
from quoth.records import Span
from quoth.sources.joining import joined
from quoth.sources.mentions import POSSESSIVE_END, referent
from quoth.sources.pronouns import HE, IT, PRONOUNS, SHE, THEY, WE, YOU, I
from quoth.sources.records import Entity, Mention
from training.joining.gold import Marked, document_of, gold_analyses, heads, marked_mentions

DATA = SHARED / "gum" / "dev"
COUNTED = frozenset(("person", "organization"))
PRONOUN_GROUPS = {
    "third person": frozenset((HE, SHE, IT, THEY)),
    "I, we": frozenset((I, WE)),
    "you": frozenset((YOU,)),
}


@dataclass(frozen=True, slots=True)
class Read:
    """One document: what is marked in it and what we made of it."""

    name: str
    analysis: Analysis
    entities: tuple[Entity, ...]
    marked: Sequence[Marked]

    def key(self) -> Entities:
        """Marked entities as sets of spans."""
        groups = defaultdict(set)
        for one in self.marked:
            if one.kind in COUNTED:
                groups[one.group].add(self._bare(one.span))
        return [spans for spans in groups.values() if len(spans) > 1]

    def answer(self) -> Entities:
        """Ours, of those whose mentions are mostly persons or organizations."""
        found = []
        for entity in self.entities:
            ours = [m for m in entity.mentions if not self._is_relative(m)]
            told = [self.analysis.tokens[m.head].entity for m in ours]
            kinds = Counter(kind for kind in told if kind).most_common(1)
            if len(ours) > 1 and kinds and kinds[0][0] in COUNTED:
                found.append({m.span for m in ours})
        return found

    def _bare(self, span: Span) -> Span:
        words = self.analysis.document.text[span.start : span.end]
        return Span(span.start, span.start + len(POSSESSIVE_END.sub("", words)))

    def _is_relative(self, mention: Mention) -> bool:
        return referent(self.analysis, mention.head) is not None

    def pronouns(self) -> Iterator[tuple[str, bool]]:
        """Each pronoun that means one marked before, its sort, and whether we led it there.

        Right is one whose nearest earlier mention with us, by its head, is marked as the same.
        """
        tokens = self.analysis.tokens
        groups = heads(self.marked)
        before: dict[int, int] = {}
        for entity in self.entities:
            ours = [m for m in entity.mentions if not self._is_relative(m)]
            starts = [tokens[m.head].start for m in ours]
            before.update(zip(starts[1:], starts, strict=False))
        seen: set[str] = set()
        for start, one in sorted(groups.items()):
            word = self.analysis.document.text[one.span.start : one.span.end].lower()
            kind = PRONOUNS.get(word, 0)
            sort = next((name for name, kinds in PRONOUN_GROUPS.items() if kind in kinds), None)
            if sort and one.kind in COUNTED and one.group in seen:
                other = groups.get(before.get(start, -1))
                yield sort, other is not None and other.group == one.group
            seen.add(one.group)


def report(documents: Sequence[Read]) -> Iterator[str]:
    """Tables in Markdown."""
    yield "| | precision | recall | F1 |"
    yield "|---|---:|---:|---:|"
    for name, values in conll([(one.key(), one.answer()) for one in documents]).items():
        yield f"| {name} | " + " | ".join(f"{100 * value:.1f}" for value in values) + " |"
    yield ""
    yield "| pronouns | of | right antecedent |"
    yield "|---|---:|---:|"
    found = [pair for one in documents for pair in one.pronouns()]
    for sort in PRONOUN_GROUPS:
        right = [is_right for name, is_right in found if name == sort]
        yield f"| {sort} | {len(right)} | {100 * sum(right) / max(len(right), 1):.1f} % |"


def _read(paths: Sequence[Path], options: argparse.Namespace) -> Iterator[Read]:
    finder = Finder(options.model) if options.grammar == "ours" else None
    by_marks = {a.document.name: a for a in gold_analyses(options.data)} if not finder else {}
    for path in paths:
        lines = path.read_text("utf-8")
        if finder:
            reading, analysis = finder.find(document_of(lines, path.stem))
            entities = joined(analysis, reading.statements)
        else:
            analysis = by_marks[path.stem]
            entities = joined(analysis, ())
        yield Read(path.stem, analysis, entities, marked_mentions(lines))


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.coreference",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder of CoNLL-U files")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    parser.add_argument("--grammar", choices=["ours", "gold"], default="ours")
    options = parser.parse_args()
    paths = sorted(options.data.glob("*.conllu"))
    if not paths:
        sys.exit(f"{options.data}: no CoNLL-U files there; say where GUM is with --data")
    documents = list(_read(paths, options))
    print(f"{len(documents)} documents of {options.data}, {options.model} model\n")
    for line in report(documents):
        print(line)


if __name__ == "__main__":
    main()
