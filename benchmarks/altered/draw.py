"""Draws the set: what is altered, what it was made from, and all that stands around it.

By seed, and the same in every run over the same corpora: `fingerprint` tells. A third of PolNeAR's
documents and of ECB+'s topics is held; what is made from those, and the held kinds, come with
`held` alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.altered import bent, light
from benchmarks.altered.light import Around, Rule
from benchmarks.altered.pool import ecbplus, is_person, polnear
from benchmarks.altered.recast import recast
from benchmarks.altered.records import Item, Made, Role, Statement, Truth, Utterance
from benchmarks.altered.same import Likeness, apart, normal
from benchmarks.altered.surface import surface
from benchmarks.altered.text import count

SEED = 8
KINDS: dict[str, Rule] = {
    "polarity": bent.polarity,
    "particulars": bent.particulars,
    "recast": recast,
    "spliced": light.spliced,
    "source": bent.source,
    "marked": light.marked,
    "left_out": light.left_out,
    "reworded": light.reworded,
    "surface": surface,
}
"""The kinds that are not held back, the choosiest first: they are served in this order."""
NUMBERS = {
    "polarity": (125, 30), "particulars": (185, 40), "recast": (145, 25), "spliced": (125, 25),
    "source": (85, 15), "marked": (170, 30), "left_out": (170, 30), "reworded": (160, 30),
    "surface": (135, 25), "first": (0, 205), "second": (0, 58), "third": (0, 187),
}  # fmt: skip
"""How many of each kind: from open documents, from held ones."""
EVERYWHERE = frozenset(["second"])
"""Kinds that few quotations lend themselves to: far others of open documents serve too."""
SHORT, SHORT_SHARE = 12, 0.3
"""Alterations of fewer words than this, and the share of each kind that they are to be."""
OTHERS = (4000, 2000)
SHARES: dict[Role, float] = {
    "copy": 0.10,
    "near: opening": 0.06,
    "near: speaker": 0.05,
    "near: topic": 0.15,
    "far": 0.64,
}
"""What the unaltered others are."""
DAYS_LATER = 4


def rules(held: bool) -> dict[str, Rule]:
    """The kinds, those held back only where they are asked for."""
    if not held:
        return dict(KINDS)
    from benchmarks.altered import held as kept_back

    return {
        "first": kept_back.first,
        "second": kept_back.second,
        "third": kept_back.third,
        **KINDS,
    }


def utterances(shared: Path) -> list[Utterance]:
    """All that is said in both corpora, quotations first; raises FileNotFoundError."""
    for name in ("polnear/metadata.tsv", "ecbplus"):
        if not (shared / name).exists():
            raise FileNotFoundError(f"{shared / name}: not there; say with --shared where it lies")
    found = [*ecbplus(shared / "ecbplus"), *polnear(shared / "polnear")]
    chance = Random(f"{SEED} order")
    chance.shuffle(found)
    once = {(one.document, one.start): one for one in reversed(found)}
    kept = sorted(once.values(), key=lambda one: one.id)
    chance.shuffle(kept)
    return sorted(kept, key=lambda one: one.form != "direct")


@cache
def is_held(one: Utterance) -> bool:
    """A third of the documents, and of ECB+'s topics with both their events."""
    whole = re.sub("plus$", "", one.topic)
    return hashlib.sha256(f"{SEED} {one.corpus} {whole}".encode()).digest()[0] % 3 == 0


class Draw:
    """One drawing; `items` has the set."""

    def __init__(self, pool: Sequence[Utterance], held: bool) -> None:
        self.held = held
        self.likeness = Likeness(pool)
        self.pool = apart(pool, self.likeness)
        self.by_id = {one.id: one for one in self.pool}
        self.by_speaker: dict[str, list[Utterance]] = defaultdict(list)
        self.by_document: dict[str, list[Utterance]] = defaultdict(list)
        for one in self.pool:
            self.by_document[one.topic].append(one)
            if one.speaker:
                self.by_speaker[one.speaker].append(one)
        self.everybody = sorted(name for name in self.by_speaker if is_person(name))
        self.persons = frozenset(self.everybody)
        self.used: set[str] = set()
        self.items: list[Item] = []
        self.originals: list[Utterance] = []
        self.far: dict[str, int] = {}
        self.turned = 0
        """Far others that something was made of after all; as many more are drawn for them."""
        self.late = False
        """Whether what is drawn now is for the end."""
        self._alterations(KINDS, 0)
        self._others()
        if held:
            self.late = True
            self._alterations(rules(held=True), 1)
            self._others()
        self.items.sort(key=lambda item: item.statement.document)

    def _alterations(self, kinds: Mapping[str, Rule], column: int) -> None:
        for kind, rule in kinds.items():
            wanted = NUMBERS[kind][column]
            candidates = [
                one
                for one in self.pool
                if _complete(one) and (is_held(one) == self.late or kind in EVERYWHERE)
            ]
            Random(f"{SEED} {kind}").shuffle(candidates)
            candidates.sort(key=lambda one: is_held(one) != self.late)
            short = self._serve(kind, rule, candidates, round(wanted * SHORT_SHARE), True)
            self._serve(kind, rule, candidates, wanted - short, False)

    def _serve(
        self, kind: str, rule: Rule, candidates: Sequence[Utterance], wanted: int, short: bool
    ) -> int:
        served = 0
        for one in candidates:
            if served >= wanted:
                break
            taken = one.id in self.used and (kind not in EVERYWHERE or one.id not in self.far)
            if taken or (one.words > 2 * SHORT and short):
                continue
            made = rule(one, self._around(one), Random(f"{SEED} {kind} {one.id}"))
            if made is None or (made.second and made.second.id in self.used):
                continue
            length = min(count(made.text), one.words)
            if (length < SHORT) != short or length < 5 or length > 80:
                continue
            self._add(one, kind, made)
            served += 1
        return served

    def _around(self, one: Utterance) -> Around:
        beside = self.by_document[one.topic]
        speakers = [
            other.speaker for other in beside if other.speaker and other.speaker != one.speaker
        ]
        names = [name for name in speakers if name in self.persons]
        chance = Random(f"{SEED} around {one.id}")
        anyone = chance.sample(self.everybody, min(4, len(self.everybody)))
        said = [
            other
            for other in self.by_speaker.get(one.speaker or "", ())
            if other.id not in self.used
        ]
        said = [
            other
            for other in said
            if other.id != one.id and _complete(other) and is_held(other) == is_held(one)
        ]
        said.sort(key=lambda other: (other.document != one.document, abs(other.start - one.start)))
        return Around(
            tuple(dict.fromkeys([*names, *anyone]))[:5],
            tuple(said),
        )

    def _add(self, one: Utterance, kind: str, made: Made) -> None:
        both = [one, *([made.second] if made.second else [])]
        for original in both:
            self.used.add(original.id)
            self.originals.append(original)
            if original.id in self.far:
                at = self.far.pop(original.id)
                self.turned += 1
                truth = replace(self.items[at].truth, role="original")
                self.items[at] = replace(self.items[at], truth=truth)
            else:
                self._put(original, "original", original.text, original.speaker)
        ids = tuple(original.id for original in both)
        speaker = made.speaker or self._as_said(one, kind)
        self._put(one, "altered", made.text, speaker, kind=kind, made=made, ids=ids)

    def _as_said(self, one: Utterance, kind: str) -> str | None:
        """The speaker as another page names them: in three of ten by the last name alone."""
        if (
            one.speaker
            and Random(f"{SEED} {kind} {one.id} name").random() < 0.3
            and one.speaker in self.persons
        ):
            return one.speaker.split()[-1]
        return one.speaker

    def _others(self) -> None:
        number = OTHERS[self.late]
        originals = [one for one in self.originals if is_held(one) == self.late]
        chance = Random(f"{SEED} copies {self.late}")
        for one in chance.sample(originals, round(SHARES["copy"] * number)):
            self._put(one, "copy", one.text, self._as_said(one, "copy"))
        free = [one for one in self.pool if one.id not in self.used and is_held(one) == self.late]
        left = number - round(SHARES["copy"] * number) + self.turned
        for role, test in self._near(originals).items():
            wanted = round(SHARES[role] * number)
            found = [one for one in free if one.id not in self.used and test(one)][:wanted]
            for one in found:
                self.used.add(one.id)
                self._put(one, role, one.text, one.speaker)
            left -= len(found)
        far = [one for one in free if one.id not in self.used][:left]
        for one in far:
            self.used.add(one.id)
            self.far[one.id] = len(self.items)
            self._put(one, "far", one.text, one.speaker)
        self.turned = 0

    def _near(self, originals: Sequence[Utterance]) -> dict[Role, Callable[[Utterance], bool]]:
        ids = {one.id for one in originals}
        openings = {tuple(normal(one.text)[:3]) for one in originals}
        topics = {one.topic for one in originals}

        def opening(one: Utterance) -> bool:
            return tuple(normal(one.text)[:3]) in openings

        def speaker(one: Utterance) -> bool:
            return any(
                share >= 0.2 and other in ids and self.by_id[other].speaker == one.speaker
                for other, share in self.likeness.near(one.id).items()
            )

        def topic(one: Utterance) -> bool:
            return one.topic in topics

        return {"near: opening": opening, "near: speaker": speaker, "near: topic": topic}

    def _put(
        self,
        one: Utterance,
        role: Role,
        text: str,
        speaker: str | None,
        *,
        kind: str | None = None,
        made: Made | None = None,
        ids: tuple[str, ...] = (),
    ) -> None:
        key = f"{SEED} {role} {kind} {one.id}"
        name = hashlib.sha256(key.encode()).hexdigest()[:10]
        later = Random(f"{key} day").randint(-1, DAYS_LATER) if role in ("altered", "copy") else 0
        day = date.fromisoformat(one.published) + timedelta(days=later)
        statement = Statement(
            f"d{name}", day.isoformat(), speaker, made.form if made else one.form, text
        )
        place = f"{one.corpus}/{one.document}:{one.start}-{one.end}"
        change = made.change if made else None
        truth = Truth(ids or (one.id,), role, kind, change, self.late, place)
        self.items.append(Item(statement, truth))


def _complete(one: Utterance) -> bool:
    """A quotation that begins and ends as a sentence does, and asks for no context to be read."""
    text = one.text
    return (
        one.form == "direct"
        and (text[:1].isupper() or text[:1] in "’'$")
        and text[-1:] in ".!?"
        and not re.search(r"…|\.\.\.|[\[\]{}@#]|https?:|\s\.\s", text)
        and sum(word[:1].isupper() for word in text.split()) < 0.6 * len(text.split())
    )


def draw(shared: Path, *, held: bool = False) -> list[Item]:
    """The set, in the order of its documents' names, which says nothing."""
    return Draw(utterances(shared), held).items


def fingerprint(items: Sequence[Item]) -> str:
    """Changes when any statement of a set does, or what is true of one."""
    digest = hashlib.sha256()
    for item in items:
        digest.update(json.dumps([str(item.statement), str(item.truth)]).encode())
    return digest.hexdigest()[:16]


def tallied(items: Sequence[Item]) -> Iterator[str]:
    """Lines: how many of each role, and of each kind and change by length."""
    for role, number in sorted(Counter(item.truth.role for item in items).items()):
        yield f"{role}: {number}"
    rows: Counter[tuple[str, str, str]] = Counter()
    for item in items:
        if item.truth.kind:
            length = "12 up" if count(item.statement.text) >= SHORT else "below 12"
            rows[item.truth.kind, item.truth.change or "", length] += 1
    for (kind, change, length), number in sorted(rows.items()):
        yield f"{kind} ({change}), {length} words: {number}"
