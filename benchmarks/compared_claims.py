"""Who denies and who confirms: pairs of claims in `tests/compared`, as they are found.

    python -m benchmarks.compared_claims [--held]

Prints a table in Markdown: precision, recall and F1 of pairs (label right), and among those that
are found how often it is right which of the two answers. Four ways: the statements given by their
words; all of it from the documents alone; what of that `compare_claims` shows, having put it
together by proposition; and words shared, with a negation on one side. The weights in the package
were learned from the open events, so on these each event is judged by weights made without it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if not __package__:  # run by its path: find the package, not its modules, for Python's own
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks.compared import part
from quoth.compare.claims import judging, pairing
from quoth.compare.claims.claim import Claim
from quoth.compare.claims.comparing import SHOWN
from quoth.compare.claims.features import salience
from quoth.compare.claims.grouping import propositions
from quoth.compare.claims.judging import Weights, weights
from quoth.compare.claims.records import Label, Pair, Position
from quoth.records import Passage
from training.claims.__main__ import fit, learned, rows
from training.claims.marked import Event, marked_events

LABELS = ("denies", "confirms")
SHARED = 0.3
"""Share of words (Dice) from which on the baseline takes two statements to be about one matter."""
NO = frozenset(("no", "not", "never", "nobody", "none", "nothing", "neither", "without",
                "deny", "denies", "denied", "rejected"))  # fmt: skip

Answer = tuple[str, str | None]
"""`denies`, `confirms` or `none`, and the side that answers."""
Judge = Callable[[Event, Claim, Claim], Answer]


@dataclass(frozen=True, slots=True)
class Item:
    """A marked pair and what was said of it."""

    truth: Answer
    said: Answer


def given(known: dict[str, Weights]) -> Judge:
    """The statements as the items have them, judged by the weights of each event."""

    def judge(event: Event, a: Claim, b: Claim) -> Answer:
        found = judging.judge(a, b, salience(event.claims), known.get(event.name))
        if found is None or found.likelihood < judging.LEAST[found.label]:
            return "none", None
        return found.label, "b" if judging.answers(a, b, judging.first_day(event.claims)) else "a"

    return judge


def baseline(event: Event, a: Claim, b: Claim) -> Answer:
    """Shared words over a threshold; a denial where one side alone has a negation."""
    one, other = (_words(c) for c in (a, b))
    shared = 2 * len(one & other - NO) / max(len(one) + len(other), 1)
    if shared < SHARED:
        return "none", None
    return "denies" if bool(one & NO) != bool(other & NO) else "confirms", "b"


def _words(claim: Claim) -> set[str]:
    cue = claim.statement.cue.text if claim.statement.cue else ""
    short = {"the", "a", "that", "of", "in", "to", "had", "was", "were", "been", "it", "at", "on"}
    return set(re.findall(r"\w+", f"{cue} {claim.content.text}".casefold())) - short - {"said"}


class Shown:
    """What `compare_claims` shows people, looked up for each item."""

    def __init__(self, known: dict[str, Weights]) -> None:
        self._known = known
        self._found: dict[str, tuple[Pair, ...]] = {}

    def __call__(self, event: Event, a: Claim, b: Claim) -> Answer:
        if event.name not in self._found:
            claims = pairing.claims_in(list({id(c.page): c.page for c in event.claims}.values()))
            pairs = pairing.find_pairs(claims, self._known.get(event.name))
            found = propositions(claims, pairs, SHOWN)
            self._found[event.name] = tuple(pair for one in found for pair in one.pairs)
        for pair in self._found[event.name]:
            if _is(a, pair.claim) and _is(b, pair.answer):
                return pair.label, "b"
            if _is(b, pair.claim) and _is(a, pair.answer):
                return pair.label, "a"
        return "none", None


def _is(claim: Claim, position: Position) -> bool:
    told = position.said.told
    return told is claim.page.told and _covers(claim.content, position.content)


class EndToEnd:
    """What is found in the documents alone, looked up for each item."""

    def __init__(self, known: dict[str, Weights]) -> None:
        self._known = known
        self._found: dict[str, list[tuple[Claim, Claim, Label]]] = {}
        self._claims: dict[str, tuple[Claim, ...]] = {}
        self.missing: set[int] = set()
        """Statements of items that no statement of the reader overlaps."""

    def __call__(self, event: Event, a: Claim, b: Claim) -> Answer:
        if event.name not in self._found:
            pages = list({id(c.page): c.page for c in event.claims}.values())
            claims = pairing.claims_in(pages)
            self._claims[event.name] = claims
            core = salience(claims)
            known = self._known.get(event.name)
            made = []
            for i, j in pairing.candidates(claims):
                judged = judging.judge(claims[i], claims[j], core, known)
                if judged and judged.likelihood >= judging.LEAST[judged.label]:
                    made.append((claims[i], claims[j], judged.label))
            self._found[event.name] = made
        for claim in (a, b):
            if not any(_same(claim, other) for other in self._claims[event.name]):
                self.missing.add(id(claim))
        for one, other, label in self._found[event.name]:
            for first, second in ((one, other), (other, one)):
                if _same(a, first) and _same(b, second):
                    return label, "b" if judging.answers(
                        first, second, judging.first_day(event.claims)
                    ) else "a"
        return "none", None


def _same(given_: Claim, found: Claim) -> bool:
    """Do the words of an item lie in those of a claim that was found?"""
    return given_.page is found.page and _covers(given_.content, found.content)


def _covers(words: Passage, found: Passage) -> bool:
    size = sum(s.end - s.start for s in words.spans)
    shared = sum(
        max(0, min(x.end, y.end) - max(x.start, y.start)) for x in words.spans for y in found.spans
    )
    return shared >= 0.5 * size


def items(events: list[Event], marks: dict[int, Any], judge: Judge) -> Iterator[Item]:
    """Every marked pair, judged."""
    for event in events:
        for number, (a, b, label) in zip(event.numbers, event.pairs, strict=True):
            said = judge(event, event.claims[a], event.claims[b])
            yield Item((label or "none", marks[number].get("answers")), said)


def row(name: str, found: list[Item]) -> str:
    """One line of the table."""
    cells = []
    for labels in (LABELS, *((label,) for label in LABELS)):
        right = [i for i in found if i.said[0] in labels and i.said[0] == i.truth[0]]
        said = sum(i.said[0] in labels for i in found)
        asked = sum(i.truth[0] in labels for i in found)
        precision, recall = len(right) / max(said, 1), len(right) / max(asked, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        cells.append(f"{100 * precision:.1f}, {100 * recall:.1f}, {100 * f1:.1f}")
    right = [i for i in found if i.said[0] == i.truth[0] and i.truth[0] in LABELS]
    way = sum(i.said[1] == i.truth[1] for i in right) / max(len(right), 1)
    return f"| {name} | {' | '.join(cells)} | {100 * way:.1f} % of {len(right)} |"


def left_out(events: list[Event]) -> dict[str, Weights]:
    """For each open event the weights learned without it."""
    mean, spread = weights().mean, weights().spread
    own = [rows(event) for event in learned(mean, spread)]
    made = {event.name: rows(event) for event in events}
    known = {}
    for name in made:
        rest = (part for other, part in made.items() if other != name)
        known[name] = fit([*own, *rest], mean, spread)
    return known


def table(held: bool) -> list[str]:
    """The lines of the table."""
    folder = part(held) / "claims"
    shipped = weights()
    events = list(marked_events(shipped.mean, shipped.spread, folder))
    known = {} if held else left_out(events)
    said = json.loads((folder / "marks.json").read_text(encoding="utf-8"))["pairs"]
    marks = {mark["n"]: mark for mark in said}
    whole = EndToEnd(known)
    ways: dict[str, Judge] = {
        "statements given": given(known),
        "from the documents alone": whole,
        "as shown to people": Shown(known),
        "shared words": baseline,
    }
    lines = [
        "| precision, recall, F1 | pairs | denies | confirms | direction right |",
        "|---|---:|---:|---:|---:|",
    ]
    lines += [row(name, list(items(events, marks, judge))) for name, judge in ways.items()]
    statements = sum(len(event.claims) for event in events)
    pairs = sum(len(event.pairs) for event in events)
    missing = f"{len(whole.missing)} of {statements} statements are missing in what was read"
    lines += ["", f"{pairs} pairs; {missing}"]
    return lines


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--held", action="store_true", help="the part that is for the end")
    print("\n".join(table(parser.parse_args(arguments).held)))


if __name__ == "__main__":
    main()
