"""Statements inside the contents of statements, to any depth.

PolNeAR, which the network was trained on, marks none, so its own cue tagger passes over them. A
second tagger and role scorer on the same encoder's inner layers look for them, at the words of a
content alone; `training.nested` says what they learned from. All of a content's statements are
found at once, and each is put into the smallest that holds it: there is no recursion to bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from quoth.models import MODELS, model_folder
from quoth.reading.acts import is_act, is_filler
from quoth.reading.decoding import best_rows
from quoth.reading.encoder import session
from quoth.reading.relations import Relation, form_of, spans_of
from quoth.reading.roles import CONTENT, CUE, SOURCE, Floats, Ints, cue_spans, places_from
from quoth.reading.tokens import OPENS, OUTSIDE, Word
from quoth.reading.windows import Window
from quoth.records import Form, Span

EDGES = frozenset(",;")
SENTENCE_END = frozenset(".!?")
SHORTEST, LONGEST = 4, 160
"""Words of a stretch of content in which is looked; what is longer is cut where sentences end."""
SHORT_FORM = 3
"""Letters of a capitalised word that a full stop may only shorten."""
TOGETHER = 24
"""Stretches whose best rows are searched for at once."""
LAST = np.asarray([0, 1])
"""From one past the last word to the last, as a window of cues has it."""
MOSTLY = 0.9
"""A statement stands in the content that holds as much of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What is known of a window's own words: `of_word` (words, size) for the role scorer, in half
    precision, for all of a document's are kept until its statements are known.

    `cues` (first word, one past the last), how `likely` each is, and `of_cue` (cues, size).
    """

    words: list[Word]
    of_word: NDArray[np.float16]
    cues: Ints
    likely: Floats
    of_cue: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """Words of one content that are looked at together, and the cues among them."""

    outer: Relation
    words: list[Word]
    cues: Ints
    likely: Floats
    scores: Floats


class Nesting:
    """The second tagger and scorer of one model."""

    def __init__(self, model: str | Traversable = MODELS[0]) -> None:
        """`model` is the name of one in the package, or the folder of another."""
        folder = model_folder(model)
        self._session = session(folder / "nested.onnx")
        with (folder / "nested.npz").open("rb") as stored:
            self._table: dict[str, Floats] = {
                name: np.asarray(values, np.float32) for name, values in np.load(stored).items()
            }
        self._threshold, self._least = self._table["thresholds"].tolist()

    def look(self, window: Window, inner: Floats) -> Look:
        """What the inner layers (words, size) say of the window's own words."""
        first, end = window.own
        of_word, tags, of_cue = self._session.run(
            ["of_word", "tags", "of_cue"], {"inner": inner[first:end]}
        )
        cues, likely = cue_spans(tags, self._threshold)
        mean = np.asarray([of_cue[a:b].mean(0) for a, b in cues], np.float32)
        return Look(
            window.words[first:end],
            of_word.astype(np.float16),
            cues,
            likely,
            mean.reshape(-1, of_cue.shape[1]),
        )

    def find(self, text: str, outers: Sequence[Relation], looks: Sequence[Look]) -> list[Relation]:
        """`outers` and, behind them, the statements inside of those that stand in no other."""
        if not looks:
            return list(outers)
        inside: dict[int, list[Relation]] = {}
        for one in outers:
            if one.within is not None:
                inside.setdefault(id(one.within), []).append(one)
        top = [one for one in outers if one.within is None]
        found = list(outers)
        for stretch, rows, likely in self._answered(_All(looks), top):
            known = inside.get(id(stretch.outer), [])
            found += _placed(stretch.outer, known, self._relations(text, stretch, rows, likely))
        return found

    def _answered(
        self, every: _All, outers: Iterable[Relation]
    ) -> Iterator[tuple[_Stretch, Ints, Floats]]:
        """Stretches with the best row of each cue and the row's log-probability."""
        group: list[_Stretch] = []
        for last in (False, True):
            for stretch in () if last else self._stretches(every, outers):
                group.append(stretch)
                if len(group) == TOGETHER:
                    yield from self._searched(group)
                    group = []
        if group:
            yield from self._searched(group)

    def _searched(self, group: list[_Stretch]) -> Iterator[tuple[_Stretch, Ints, Floats]]:
        asked = [(one.scores, one.cues) for one in group]
        rows = best_rows(asked, self._table["transitions"])
        return ((one, *answer) for one, answer in zip(group, rows, strict=True))

    def _stretches(self, every: _All, outers: Iterable[Relation]) -> Iterator[_Stretch]:
        for outer in outers:
            for numbers in cut(every.inside(outer.content), every.words):
                at = every.cues_in(numbers)
                if len(numbers) < SHORTEST or not len(at):
                    continue
                words = [every.words[n] for n in numbers]
                cues = np.searchsorted(numbers, every.cues[at] - LAST) + LAST
                blocks = np.asarray([word.block for word in words])
                of_word = every.of_word[numbers].astype(np.float32)
                places = self._table["places"][places_from(cues, blocks)]
                hidden = np.maximum(of_word + every.of_cue[at][:, None] + places, 0)
                scores = hidden @ self._table["score"] + self._table["score_bias"]
                yield _Stretch(outer, words, cues, every.likely[at], scores)

    def _relations(
        self, text: str, stretch: _Stretch, rows: Ints, log_probability: Floats
    ) -> Iterator[Relation]:
        sure = stretch.likely * np.exp(log_probability / 2)
        for row, confidence in zip(rows, sure.tolist(), strict=True):
            if confidence < self._least:
                continue
            source, cue, content = (_words(stretch.words, row, n) for n in (SOURCE, CUE, CONTENT))
            content = of_one_sentence(cue, content)
            told = content and cue and not is_act(cue, content)
            if told and not is_filler(source, cue, content):
                yield Relation(
                    spans_of(text, _bare(source)),
                    spans_of(text, _bare(cue)),
                    spans_of(text, content),
                    form_within(content, cue[0]),
                    min(confidence, 1.0),
                )


class _All:
    """The looks of a document as one."""

    def __init__(self, looks: Sequence[Look]) -> None:
        self.words = [word for look in looks for word in look.words]
        self._starts = np.asarray([word.start for word in self.words])
        self._ends = np.asarray([word.end for word in self.words])
        before = np.cumsum([0, *(len(look.words) for look in looks)])[:-1]
        self.of_word = np.concatenate([look.of_word for look in looks])
        self.cues = np.concatenate([k.cues + n for k, n in zip(looks, before, strict=True)])
        self.likely = np.concatenate([look.likely for look in looks])
        self.of_cue = np.concatenate([look.of_cue for look in looks])

    def inside(self, spans: Iterable[Span]) -> Ints:
        """Numbers of the words that `spans` touch."""
        found = [
            np.arange(
                np.searchsorted(self._ends, span.start, "right"),
                np.searchsorted(self._starts, span.end, "left"),
            )
            for span in spans
        ]
        return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)

    def cues_in(self, numbers: Ints) -> Ints:
        """Numbers of the cues whose words are all among `numbers`, which rise."""
        if not len(numbers):
            return np.empty(0, np.int64)
        first = np.searchsorted(self.cues[:, 0], numbers[0])
        end = np.searchsorted(self.cues[:, 0], numbers[-1], "right")
        some = np.arange(first, end)
        whole = [np.isin(np.arange(*self.cues[n]), numbers).all() for n in some]
        kept: Ints = some[np.asarray(whole, bool)]
        return kept


def cut(numbers: Ints, words: Sequence[Word]) -> Iterator[Ints]:
    """Numbers of a content's words by block, and long ones where a sentence ends."""
    breaks = [
        n for n, (a, b) in enumerate(pairwise(numbers), 1) if words[a].block != words[b].block
    ]
    for part in np.split(numbers, breaks):
        while len(part) > LONGEST:
            ends = [n for n in range(LONGEST // 2, LONGEST) if words[part[n]].text in SENTENCE_END]
            at = (ends[-1] if ends else LONGEST - 1) + 1
            yield part[:at]
            part = part[at:]
        yield part


def _placed(
    outer: Relation, known: Sequence[Relation], found: Iterable[Relation]
) -> list[Relation]:
    """What was found in `outer` besides the `known`, each within the smallest that holds it."""
    kept: list[Relation] = []
    for one in sorted(found, key=lambda r: -r.confidence):
        # A cue has one content.
        if not any(_share(one.cue, other.cue) for other in (*known, *kept)):
            kept.append(one)
    new: list[Relation] = []
    for one in sorted(kept, key=lambda r: -_length(r.content)):
        holders = [other for other in (*known, *new) if _holds(other, one)]
        within = min(holders, key=lambda r: _length(r.content), default=outer)
        new.append(replace(one, within=within))
    return new


def _holds(outer: Relation, inner: Relation) -> bool:
    return _share(inner.cue, outer.content) == 1 and _share(inner.content, outer.content) >= MOSTLY


def _share(spans: Iterable[Span], others: Sequence[Span]) -> float:
    """How much of `spans` is in `others` too."""
    spans = list(spans)
    both = (min(a.end, b.end) - max(a.start, b.start) for a in spans for b in others)
    return sum(size for size in both if size > 0) / max(_length(spans), 1)


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _words(words: Sequence[Word], row: Ints, role: int) -> list[Word]:
    return [words[n] for n in np.flatnonzero(row == role).tolist()]


def _bare(words: list[Word]) -> list[Word]:
    """Without the commas at the edges."""
    first, end = 0, len(words)
    while first < end and words[first].text in EDGES:
        first += 1
    while end > first and words[end - 1].text in EDGES:
        end -= 1
    return words[first:end]


def of_one_sentence(cue: Sequence[Word], content: list[Word]) -> list[Word]:
    """Of a content behind its cue, not quoted and behind no colon, what ends with the sentence."""
    if not cue or not content or cue[0].start > content[0].start or cue[-1].text == ":":
        return content
    for n, (word, following) in enumerate(pairwise(content)):
        if word.quote == OPENS or word.text == ":":
            break
        if word.text in SENTENCE_END and following.text[:1].isupper():
            before = content[n - 1].text if n and word.text == "." else ""
            # "Mr." and "Gov." end nothing.
            if not before or len(before) > SHORT_FORM or before.islower():
                return content[:n]
    return content


def form_within(content: Sequence[Word], cue: Word | None) -> Form:
    """As at the top where the cue stands in no quotation marks; else only marks inside count."""
    if cue is None or cue.quote == OUTSIDE:
        return form_of(content)
    if content[0].quote == OPENS:
        return "direct"
    return "mixed" if any(word.quote == OPENS for word in content) else "indirect"
