"""The same quotation in real pages: what comparing says of pairs that two readers marked.

    python -m benchmarks.compared_pages [--held]

Prints precision, recall and F1 of "the same utterance" in Markdown, beside two that know no better:
equal words (case and punctuation evened out), and rapidfuzz's ratio with the threshold that is best
on these very pairs, which flatters it. Pairs that stay open are left out.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from benchmarks.altered.pool import bare, text_of
from benchmarks.pages import DATA, Item, Passage, answers, load
from quoth.compare.event_names import Names, names_of
from quoth.compare.quotations import Quoted, compare
from quoth.documents import from_text

WORD = re.compile(r"\w+")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--held", action="store_true", help="the part that is for the end")
    parser.add_argument("--wrong", action="store_true", help="print the pairs it gets wrong")
    asked = parser.parse_args(arguments)
    marks = answers(asked.held, "agreed")
    items = [item for item in load(asked.held) if marks[item.n] is not None]
    gold = [bool(marks[item.n]) for item in items]
    ours = [is_same(item) for item in items]
    ratios = [fuzz.ratio(plain(item.a), plain(item.b)) for item in items]
    best = max(sorted(set(ratios)), key=lambda least: scores([r >= least for r in ratios], gold)[2])
    print("| | precision | recall | F1 |\n|---|---:|---:|---:|")
    for name, found in (
        ("Quoth", ours),
        ("equal words", [plain(item.a) == plain(item.b) for item in items]),
        (f"rapidfuzz, ratio of {best:.0f} or more", [ratio >= best for ratio in ratios]),
    ):
        print(f"| {name} | " + " | ".join(f"{part:.1f}" for part in scores(found, gold)) + " |")
    print(f"\n{len(items)} pairs, {sum(gold)} of them the same; asked: F1 92")
    if asked.wrong:
        for item, same, taken in zip(items, gold, ours, strict=True):
            if same != taken:
                print(f"\n{item.n}: {'missed' if same else 'wrong'}")
                print(*(f"  {s.form} {s.speaker}: {s.words}" for s in (item.a, item.b)), sep="\n")


def is_same(item: Item) -> bool:
    """Does Quoth take both sides of a pair for one utterance?"""
    a, b = (quoted(side, key, str(item.topic)) for side, key in ((item.a, "a"), (item.b, "b")))
    return compare(a, b) is not None


def quoted(passage: Passage, key: str, topic: str) -> Quoted:
    """A side as it is compared among documents of one topic: ECB+ tells no days."""
    names = names_in(topic)
    text = bare(passage.words) if passage.form == "direct" else passage.words
    return Quoted(key, key, text, passage.form, passage.speaker, event=topic, names=names)


@cache
def names_in(topic: str) -> Names:
    """The names in all documents of a topic."""
    paths = sorted((DATA / topic).glob("*.xml"))
    return names_of(from_text(text_of(path)) for path in paths)


def plain(passage: Passage) -> str:
    """Its words in small letters, without anything between them."""
    return " ".join(WORD.findall(passage.words.lower()))


def scores(found: Sequence[bool], gold: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent."""
    right = sum(f and g for f, g in zip(found, gold, strict=True))
    precision = right / (sum(found) or 1)
    recall = right / (sum(gold) or 1)
    both = precision + recall
    return 100 * precision, 100 * recall, 200 * precision * recall / both if both else 0.0


if __name__ == "__main__":
    main()
