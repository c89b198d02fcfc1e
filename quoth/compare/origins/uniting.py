"""Which of the places that call on sources outside mean the same one.

A body and all who speak for it are one. Unnamed sources of one office with the same words are one,
unless one document calls on both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from quoth.compare.origins.citing import ITS
from quoth.compare.origins.names import HEAD, SPEAKS
from quoth.compare.origins.texts import FILL, Text, words_of
from quoth.compare.origins.voice import Voice
from quoth.compare.origins.voices import ANONYMOUS

THE = re.compile(r"(?:the|this|that|its|his|her|their)\s", re.I)
BODY_OF = re.compile(
    rf"\b(?:{SPEAKS.pattern})(?:[\w\s]{{0,20}})\s(?:of|for|at)\s(?:the\s)?(?P<of>[^,.;]{{3,40}})"
    r"|^(?:the\s)?(?P<whose>[\w-]+(?:\s[\w-]+)?)['’]s?\s(?:[\w-]+\s)?(?:book|log|record|list|register"
    r"|statement|report|bulletin|website|spokes\w+|director|chief|head|secretary|chair\w*)\b",
    re.I,
)
"""The body that somebody speaks for, or that a paper is from."""
VAGUE = re.compile(r"\b(?:persons?|people|sources?|someone|somebody|figures?|insiders?)\b", re.I)
"""Descriptions that leave the office open."""
TITLES = frozenset(
    """
    captain chairman chancellor colonel commander commissioner director father general governor
    inspector judge king lady lord major mayor minister mother premier president prince princess
    professor queen secretary senator sergeant sir sister
    """.split()  # noqa: SIM905  # one a line would fill a screen
)
"""*Senator Varga* is Ilse Varga."""
WRITES = re.compile(r"\b(?:writes?|wrote|written)\b", re.I)
WRITTEN = re.compile(r"\b(?:letter|memo|memorandum|e-?mail|message|note|diary|cable)\b", re.I)
"""What has one writer."""
STATE = frozenset(["country", "nation", "state", "government"])
"""*The country's interior minister* is the interior minister."""
SPAN = 5
"""So many words in a row make two say the same."""


def united(all_voices: Sequence[Voice], texts: dict[str, Text]) -> list[list[Voice]]:
    """The voices of all documents, those together that are one source; in their order."""
    groups = list(range(len(all_voices)))

    def root(n: int) -> int:
        while groups[n] != n:
            n = groups[n]
        return n

    def join(one: int, other: int) -> None:
        one, other = sorted((root(one), root(other)))
        groups[other] = one

    by_key: dict[str, list[int]] = defaultdict(list)
    for n, voice in enumerate(all_voices):
        by_key[voice.key].append(n)
    for numbers in by_key.values():
        _within(all_voices, numbers, texts, join)
    _across(all_voices, texts, root, join)
    together: dict[int, list[Voice]] = defaultdict(list)
    for n, voice in enumerate(all_voices):
        together[root(n)].append(voice)
    return list(together.values())


def _within(
    every: Sequence[Voice],
    numbers: list[int],
    texts: dict[str, Text],
    join: Callable[[int, int], None],
) -> None:
    """Join what one document shows to be one."""
    by_source: dict[str, int] = {}
    for place, n in enumerate(numbers):
        voice = every[n]
        if voice.source:
            join(n, by_source.setdefault(voice.source, n))
        tokens = _tokens(voice.called)
        for other in reversed(numbers[:place]):
            earlier = every[other]
            again = THE.match(voice.called) and tokens <= _tokens(earlier.called)
            if not voice.name and tokens and (again or tokens == _tokens(earlier.called)):
                join(n, other)
                break
        if place and _is_named_next(every[numbers[place - 1]], voice):
            join(n, numbers[place - 1])
        for other in numbers:
            if _wrote(voice, every[other], texts[voice.key]):
                join(n, other)
            if other != n and _speaks_for(voice, every[other], texts[voice.key]):
                join(n, other)


def _wrote(writer: Voice, paper: Voice, text: Text) -> bool:
    """Whether somebody wrote the letter that the document has just shown: `Pell wrote that`."""
    cues = (text.told.statements[each].cue for each in writer.statements)
    writes = any(cue and WRITES.search(cue.text) for cue in cues)
    near = 0 <= writer.sentence.number - paper.sentence.number <= 1
    return bool(writes and near and writer.name and WRITTEN.search(paper.called))


def _is_named_next(before: Voice, voice: Voice) -> bool:
    """`The director of the zoo has denied it. "All are here," Ada Pell said`: the same person."""
    after = voice.sentence.number - before.sentence.number
    near = 0 <= voice.sentence.block - before.sentence.block <= 1
    described = before.kind == "person" and not before.name and SPEAKS.search(before.called)
    unknown = (
        voice.name and voice.kind == "person" and not voice.role and voice.called == voice.name
    )
    return bool(described and unknown and near and after == 1)


def _across(
    every: Sequence[Voice],
    texts: dict[str, Text],
    root: Callable[[int], int],
    join: Callable[[int, int], None],
) -> None:
    """Join those of several documents that have one name, one office, or one office's words."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for n, voice in enumerate(every):
        for token in _handles(voice):
            by_name[token].append(n)
    shown: dict[int, set[str]] = defaultdict(set)
    for n, voice in enumerate(every):
        shown[root(n)].add(voice.key)
    for n, voice in enumerate(every):
        near = {m for token in _handles(voice) for m in by_name[token] if m < n}
        for m in sorted(near):
            one, other = root(n), root(m)
            if every[m].key == voice.key or one == other or not _same(every[m], voice, texts):
                continue
            if not voice.name and shown[one] & shown[other]:
                continue  # one document calls on both
            join(n, m)
            shown[root(n)] = shown[one] | shown[other]


def _handles(voice: Voice) -> frozenset[str]:
    """Words by which a voice may be found to be another one."""
    vague = {"anyone"} if ANONYMOUS.search(voice.called) and not voice.name else set()
    return _tokens(f"{voice.name or ''} {voice.called} {voice.body} {voice.role}") | vague


def _same(one: Voice, other: Voice, texts: dict[str, Text]) -> bool:
    mine, theirs = _tokens(one.name or one.called), _tokens(other.name or other.called)
    shorter, longer = sorted((mine, theirs), key=len)
    if one.name and other.name:
        if one.kind == "person" and other.kind == "person":
            last = words_of(one.name)[-1] == words_of(other.name)[-1]
            return last and (shorter - TITLES) <= longer
        return shorter <= longer
    if _body(one) and _body(other):
        bodies = sorted((_body(one), _body(other)), key=len)
        if bodies[0] <= bodies[1]:
            return True
    if one.name or other.name:
        named, unnamed = (one, other) if one.name else (other, one)
        office = _tokens(named.role) | (
            _tokens(named.name or "") if named.kind != "person" else set()
        )
        called = _tokens(unnamed.called)
        whole = _tokens(named.name or "")
        if len(whole) > 1 and whole <= called:
            return True
        called -= STATE
        return len(called) > 1 and called <= office
    if ANONYMOUS.search(one.called) and ANONYMOUS.search(other.called):
        office = mine & theirs
        anyone = VAGUE.search(one.called) or VAGUE.search(other.called)
        if len(office) > 1:  # a senior security official, twice
            return _same_words(one, other, texts, SPAN - 1)
        return bool(office or anyone) and _same_words(one, other, texts, SPAN)
    return bool(shorter) and shorter <= longer


def _same_words(one: Voice, other: Voice, texts: dict[str, Text], least: int) -> bool:
    mine, theirs = (_said(voice, texts[voice.key], least) for voice in (one, other))
    return bool(mine & theirs)


def _said(voice: Voice, text: Text, least: int) -> set[tuple[str, ...]]:
    """The runs of words in the sentence in which a source speaks, and in what it says."""
    told = text.told.statements
    spans = [
        voice.sentence.span,
        *(s for each in voice.statements for s in told[each].content.spans),
    ]
    found: set[tuple[str, ...]] = set()
    for span in spans:
        words = words_of(text.text[span.start : span.end])
        found.update(tuple(words[n : n + least]) for n in range(len(words) - least + 1))
    return found


def _speaks_for(voice: Voice, body: Voice, text: Text) -> bool:
    """Whether a person speaks for a body that the same document calls on, or is its paper."""
    words = f"{voice.called} {voice.role}"
    if body.kind == "person" or voice is body:
        return False
    theirs = _tokens(body.name or body.called)
    if not theirs or not (SPEAKS.search(words) or voice.kind == "document" or voice.name):
        return False
    if theirs < _tokens(words):
        return True
    heads = {each for each in theirs if HEAD.fullmatch(each)}
    if heads and heads <= _tokens(words) and SPEAKS.search(words):
        return True
    its = ITS.match(voice.called) and 0 <= voice.sentence.number - body.sentence.number <= 1
    return bool(its and SPEAKS.search(words))


def _body(voice: Voice) -> frozenset[str]:
    """The words of the body that a voice is, or speaks for; none for people."""
    if voice.body:
        return _tokens(voice.body)
    if of := BODY_OF.search(voice.called):
        return _tokens(of[of.lastgroup or 0])
    if voice.kind == "person" or ANONYMOUS.search(voice.called):
        return frozenset()
    proper = " ".join(re.findall(r"(?<=\s)[A-Z][\w’'-]+", f" {voice.called}"))
    return _tokens(proper or voice.called)


def _tokens(words: str) -> frozenset[str]:
    return frozenset(
        token
        for word in words_of(words)
        if (token := word.removesuffix("'s").removesuffix("'")) not in FILL and len(token) > 1
        if token not in ("very", "senior", "asked", "unnamed", "mr", "mrs", "ms", "dr")
    )
