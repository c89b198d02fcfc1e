"""Draws what is marked: by seed, a third of it from documents that are held.

Documents are held, not items: what is looked at while the code is written has no neighbour among
what is looked at in the end. `tests/genres`, on which nothing may be chosen, is held as a whole.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from benchmarks.gold import Relation
from benchmarks.marks.documents import (
    GUM,
    POLNEAR,
    all_statements,
    names,
    paragraphs,
    sentences,
    statements,
    text_of,
)
from benchmarks.marks.sets import Record, bounds

SEED = 6
OWN = ("examples", "tests/genres", "training/documents")
ROLES = ("source", "cue", "content")
# fmt: off
PRONOUNS = frozenset([
    "i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "this", "these", "those",
    "his", "her", "its", "our", "their", "my", "your", "him", "them", "one", "others", "both",
])
ADJECTIVES = frozenset([
    "Republican", "Republicans", "Democratic", "Democrat", "Democrats", "American", "Americans",
    "British", "European", "Russian", "Muslim", "Latino", "Hispanic", "Christian", "Jewish", "US",
    "U.S.", "GOP",
])
# fmt: on
"""Words with a capital that name nobody by themselves."""
OTHER_GENRES = re.compile(
    r"/(?:GUM_(?!news)|essay|stmt|statement|letter|history|oral|interview|speech|sermon|review|press"
    r"|debate|minutes|encyclopedia|court)"
)
"""Names of documents of other kinds than news."""
PARTISAN = re.compile(r"/(?:essay|stmt|statement)")
SENTENCE = re.compile(r"[“‘\"']*[A-Z](?:\S+\s+){3,}\S*[.!?][\"'’”)]*", re.S)
"""Neither a heading nor a citation, nor half a sentence at the head of a page."""
QUANTITY = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|(?:m|b|tr)illions?|dozens?|scores|half"
    r"|thirds?|quarters?|twice|doubled?|tripled?|several|a few|couple|handful|per ?cent)\b",
    re.I,
)
Wanted = Callable[[str, int, int], bool]
"""Whether a passage may be drawn: name of its document, start, end."""
SHORTEST_CONTENT = 12
"""Words of a content in which another statement may well stand."""


def draw(name: str) -> tuple[list[Record], list[Record]]:
    """Items of a set, open and held, numbered through in the order of their documents."""
    chance = random.Random(f"{SEED} {name}")
    open_, held = (_sorted(DRAWN[name](chance, held)) for held in (False, True))
    for number, item in enumerate([*open_, *held], 1):
        item["n"] = number
    return [_led(item) for item in open_], [_led(item) for item in held]


def _led(item: Record) -> Record:
    return {"n": item["n"], **item}


def _sorted(items: Iterable[Record]) -> list[Record]:
    def place(item: Record) -> tuple[str, int, int]:
        return item["document"], *bounds(item.get("cue") or item.get("source") or item["passage"])

    return sorted(items, key=place)


def held_documents(folder: str) -> list[str]:
    """A third of a folder's documents; all of `tests/genres`, none of our other folders."""
    found = names(folder)
    if folder not in (POLNEAR, GUM):
        return found if folder == "tests/genres" else []
    return sorted(random.Random(f"{SEED} {folder}").sample(found, len(found) // 3))


def _documents(folders: Iterable[str], held: bool) -> list[str]:
    return [
        name
        for folder in folders
        for name in names(folder)
        if (name in held_documents(folder)) == held
        and (folder == POLNEAR or OTHER_GENRES.search(name))
    ]


def _third(number: int, held: bool) -> int:
    return number // 3 if held else number - number // 3


def _sources(chance: random.Random, held: bool) -> list[Record]:
    """Half names, a quarter pronouns, a quarter descriptions; a fifth from other genres."""
    drawn = []
    for folders, number in (((POLNEAR,), _third(300, held)), (OWN, _third(75, held))):
        groups = defaultdict(list)
        for item in _statements(folders, held):
            if item["source"]:
                item["group"] = group_of(item)
                groups[item["group"]].append(item)
        pronouns, descriptions = number // 4, number // 2 - number // 4
        drawn += chance.sample(groups["pronoun"], pronouns)
        drawn += chance.sample(groups["description"], descriptions)
        drawn += chance.sample(groups["name"], number - pronouns - descriptions)
    return drawn


def _cues(chance: random.Random, held: bool) -> list[Record]:
    """Half as they come, half a cue's every wording once before any twice: most are *said*."""
    drawn = []
    for folders, number in (((POLNEAR,), _third(400, held)), (OWN, _third(100, held))):
        items = [item for item in _statements(folders, held) if item["cue"]]
        chance.shuffle(items)
        plain, rest = items[: number // 2], items[number // 2 :]
        drawn += [{**item, "group": "plain"} for item in plain]
        seen: dict[str, int] = defaultdict(int)
        turns: list[tuple[int, int]] = []
        for item in rest:
            cue = " ".join(text_of(item["document"])[s:e].lower() for s, e in item["cue"])
            turns.append((seen[cue], len(turns)))
            seen[cue] += 1
        chosen = sorted(turns)[: number - len(plain)]
        drawn += [{**rest[index], "group": "wording"} for _, index in chosen]
    return drawn


def _statements(folders: Iterable[str], held: bool) -> list[Record]:
    return [
        {"document": name, **{role: [*map(list, one.get(role, ()))] for role in ROLES}}
        for name in _documents(folders, held)
        for one in all_statements(name)
    ]


def group_of(item: Record) -> str:
    """How a source is put, roughly, for the draw alone: pronoun, description or name."""
    start, end = bounds(item["source"])
    source = text_of(item["document"])[start:end].strip("“”\"' ")
    words = re.findall(r"[^\W_][\w.'’-]*", source)
    if len(words) < 2 and source.lower() in PRONOUNS:
        return "pronoun"
    capitals = [word for word in words[1:] if word[0].isupper() and word not in ADJECTIVES]
    first = words[0] if words else ""
    named = bool(capitals) or (len(words) == 1 and first[:1].isupper() and first not in ADJECTIVES)
    return "name" if named else "description"


def _passages(folders: Iterable[str], held: bool, wanted: Wanted) -> list[Record]:
    return [
        {"document": name, "passage": [[start, end]]}
        for name in _documents(folders, held)
        for start, end in paragraphs(text_of(name))
        if wanted(name, start, end)
    ]


def _nested(chance: random.Random, held: bool) -> list[Record]:
    """Paragraphs with room for a statement in a statement."""
    drawn = []
    for folders, number in (((POLNEAR,), 210), ((GUM,), 50), (OWN, 30)):
        drawn += chance.sample(_passages(folders, held, _roomy), _third(number, held))
    return drawn


def _roomy(name: str, start: int, end: int) -> bool:
    text = text_of(name)
    if name.startswith(GUM):
        return len(text[start:end].split()) >= 2 * SHORTEST_CONTENT
    return any(_inside(one, text, start, end) for one in statements(name))


def _inside(statement: Relation, text: str, start: int, end: int) -> bool:
    """Whether a passage holds enough of a statement's content."""
    pieces = [text[max(s, start) : min(e, end)] for s, e in statement["content"] if s < end]
    return sum(len(piece.split()) for piece in pieces) >= SHORTEST_CONTENT


def _figures(chance: random.Random, held: bool) -> list[Record]:
    """Paragraphs with a quantity by their looks, and besides, one for ten of these, without."""
    drawn = []
    for folders, number in (((POLNEAR,), 250), ((GUM,), 20), (OWN, 40)):
        drawn += chance.sample(_passages(folders, held, _counts), _third(number, held))
        drawn += chance.sample(_passages(folders, held, _counts_not), _third(number // 10, held))
    return drawn


def _counts(name: str, start: int, end: int) -> bool:
    return bool(QUANTITY.search(text_of(name), start, end))


def _counts_not(name: str, start: int, end: int) -> bool:
    return not _counts(name, start, end)


def _charges(chance: random.Random, held: bool) -> list[Record]:
    """Sentences of essays and of statements of parties, unions and guilds, all our own."""
    found = [
        {"document": name, "passage": [[start, end]]}
        for name in _documents(OWN, held)
        if PARTISAN.search(name)
        for start, end in sentences(text_of(name))
        if SENTENCE.fullmatch(text_of(name)[start:end])
    ]
    return chance.sample(found, _third(200, held))


DRAWN: dict[str, Callable[[random.Random, bool], Sequence[Record]]] = {
    "sources": _sources,
    "cues": _cues,
    "nested": _nested,
    "figures": _figures,
    "charges": _charges,
}
