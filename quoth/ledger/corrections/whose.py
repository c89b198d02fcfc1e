"""What corrections do to sources: who answers for a statement, who is one, and who is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from quoth.ledger.corrections.draft import Draft, Unfit, places_of
from quoth.ledger.corrections.finding import find_source, located
from quoth.ledger.corrections.overlap import shared
from quoth.ledger.records import Merge, SourceAt, Split
from quoth.records import Kind, Passage, Source, Statement

ARTICLES = frozenset(("a", "an", "the", "this", "that", "these", "those", "his", "her", "their"))
LONGEST_LINK = 3
"""Letters of a word in small letters that may stand inside a name: "Duke of", "van der"."""


def answering(draft: Draft, statement: Statement, new: str) -> str | None:
    """Key of the source that the words of the statement's source mean, made as `new` if need be."""
    if statement.source is None:
        return None
    spans = statement.source.spans
    found = draft.mentioned(spans, statement.source_id)
    if found is None:
        near = {
            key: max((shared(p.spans, spans) for p in places_of(source)), default=0)
            for key, source in draft.sources.items()
        }
        # Of several that share words its own source is the likeliest, then who shares most.
        found = max(near, key=lambda k: (near[k] and k == statement.source_id, near[k]), default="")
        if not near.get(found):
            found = new
            draft.put_source(_made(new, (statement.source,), None))
    return found


def set_source(draft: Draft, key: str, at: SourceAt | None, kind: Kind | None, new: str) -> None:
    """Have the source that `at` names, made as `new` if need be, answer for statement `key`."""
    statement = draft.statements[key]
    if at is None:
        draft.put(replace(statement, source=None, source_id=None))
        return
    mention = Passage(draft.document, located(draft.document, at.mention)) if at.mention else None
    found = find_source(draft, at)
    if found is None:
        found = new
        draft.put_source(_made(new, (mention,) if mention else (), kind))
        if mention is None:
            draft.names[new] = at.name
    elif kind:
        draft.put_source(replace(draft.sources[found], kind=kind))
    source = statement.source or mention
    draft.put(replace(statement, source=source, source_id=found))
    old = statement.source_id
    if statement.source and old and old != found:
        _hand_over(draft, old, found, statement.source)


def merge(draft: Draft, change: Merge) -> None:
    """Have several sources be one, under the key of the first."""
    first, *others = dict.fromkeys(_known(draft, at) for at in change.sources)
    if not others:
        return
    every = [draft.sources[key] for key in (first, *others)]
    named = any(source.named for source in every)
    told = next((source for source in every if source.role), every[0])
    places = chain.from_iterable(source.mentions for source in every)
    wordings = {
        " ".join(each.text.casefold().split()): each
        for source in reversed(every)
        for each in source.descriptions
    }
    given = [draft.names.pop(key) for key in (first, *others) if key in draft.names]
    if given and not named:
        draft.names[first] = given[0]
    for key in others:
        draft.drop_source(key)
    draft.put_source(
        replace(
            every[0],
            named=named,
            name=next((source.name for source in every if source.name), None),
            descriptions=tuple(wordings.values()),
            mentions=_in_order(places),
            role=told.role,
            affiliation=told.affiliation,
            reason=None if named else next((s.reason for s in every if s.reason), None),
        )
    )
    for one in [s for s in draft.statements.values() if s.source_id in others]:
        draft.put(replace(one, source_id=first))


def split(draft: Draft, change: Split, new: str) -> None:
    """Have some mentions of a source be another one's, made as `new`."""
    key = _known(draft, change.source)
    source = draft.sources[key]
    wanted = [located(draft.document, words) for words in change.mentions]
    taken = [one for one in source.mentions if any(shared(one.spans, w) for w in wanted)]
    if not taken:
        if all(draft.mentioned(spans) for spans in wanted):
            return  # they are somebody else's in this reading
        raise Unfit("none of these words mean that source any more")
    if len(taken) == len(source.mentions):
        raise Unfit("these are all its mentions: nothing would be left of the source")
    draft.put_source(_made(new, (), change.kind or source.kind))
    _move(draft, key, new, taken)
    for one in [s for s in draft.statements.values() if s.source_id == key and s.source]:
        if one.source and any(shared(one.source.spans, place.spans) for place in taken):
            draft.put(replace(one, source_id=new))


def _known(draft: Draft, at: SourceAt) -> str:
    found = find_source(draft, at)
    if found is None:
        raise Unfit(f"the reading has no such source: {at.name}")
    return found


def _hand_over(draft: Draft, old: str, new: str, passage: Passage) -> None:
    """Have a statement's own mention of its source be the new source's."""
    own = [m for m in draft.sources[old].mentions if _near(m, passage) and _share(m, passage)]
    theirs = [one.source for one in draft.statements.values() if one.source_id == old]
    free = [
        place
        for place in own
        if not any(each and _near(each, place) and _share(each, place) for each in theirs)
    ]
    _move(draft, old, new, free)
    if not free and draft.mentioned(passage.spans, new) != new:
        source = draft.sources[new]
        draft.put_source(replace(source, mentions=_in_order((*source.mentions, passage))))


def _near(one: Passage, other: Passage) -> bool:
    """Could they share a character? Most of many places could not."""
    return one.spans[0].start < other.spans[-1].end and other.spans[0].start < one.spans[-1].end


def _share(one: Passage, other: Passage) -> bool:
    return bool(shared(one.spans, other.spans))


def _move(draft: Draft, old: str, new: str, taken: list[Passage]) -> None:
    """Have mentions of one source, and what they tell of it, be another one's."""
    spans = tuple(span for place in taken for span in place.spans)
    loser, winner = draft.sources[old], draft.sources[new]
    left = tuple(place for place in loser.mentions if place not in taken)

    def parted(passage: Passage | None) -> bool:
        return passage is not None and bool(shared(passage.spans, spans))

    gone = tuple(each for each in loser.descriptions if parted(each))
    theirs = tuple(each for each in loser.descriptions if each not in gone)
    name = _fullest(left) if parted(loser.name) else loser.name
    got = winner.name or (loser.name if parted(loser.name) else _fullest(taken))
    of_role = parted(loser.role)
    draft.put_source(
        replace(
            loser,
            named=loser.named and name is not None,
            name=name,
            descriptions=theirs,
            mentions=left,
            role=None if of_role else loser.role,
            affiliation=None if of_role else loser.affiliation,
        )
    )
    draft.put_source(
        replace(
            winner,
            named=winner.named or got is not None,
            name=got,
            descriptions=(*winner.descriptions, *gone),
            mentions=_in_order((*winner.mentions, *taken)),
            role=winner.role or (loser.role if of_role else None),
            affiliation=winner.affiliation or (loser.affiliation if of_role else None),
        )
    )


def _made(key: str, mentions: tuple[Passage, ...], kind: Kind | None) -> Source:
    name = _fullest(mentions)
    return Source(key, kind or "unspecified", name is not None, name, (), mentions)


def _in_order(places: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted({p.spans: p for p in places}.values(), key=lambda place: place.spans))


def _fullest(places: Iterable[Passage]) -> Passage | None:
    """The longest of `places` that is a proper name, as far as its letters tell."""
    return max(filter(_is_name, places), key=lambda place: len(place.text), default=None)


def _is_name(place: Passage) -> bool:
    words = place.text.split()
    small = [word for word in words if not word[:1].isupper()]
    if not words or words[0].casefold() in ARTICLES or words[0] in small or words[-1] in small:
        return False
    if len(words) == 1:  # a capital may only begin a sentence
        before = place.document.text[: place.spans[0].start].rstrip(" ")[-1:]
        return len(words[0]) > 1 and (before.islower() or before == ",")
    return all(len(word) <= LONGEST_LINK for word in small)
