"""ECB+ as it is learned from and measured: sources of its documents, and whom marks say they are.

`marked`: what people marked is given, and joined within a document by `quoth.sources`. `found`:
mentions are our own, and marks only tell which of them count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from quoth.analysis import Analysis
from quoth.ledger.identities.profile import Profile, context, profile
from quoth.reading import Finder
from quoth.records import Reading
from quoth.sources.known import known
from quoth.sources.mentions import form_of, mentions, referent
from quoth.sources.records import Mention
from quoth.sources.scoring import scorer
from quoth.sources.who import everybody
from training.identities.ecbplus import Article
from training.identities.fit import FOLDS, Key, Task

Place = tuple[int, int]
"""A marked mention: the number of its document, and its own there."""
LEAST_TIE = -6.0


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """Sources, and which of them each marked mention belongs to."""

    task: Task
    source_of: Mapping[Place, Key]
    """Without the mentions that we did not find."""
    wanted: Mapping[Place, str]
    """Whom each marked mention means."""
    topics: Mapping[int, str]


Read = tuple[Article, Reading, Analysis]


def read(articles: Iterable[Article], model: str) -> list[Read]:
    """All documents as our reader has them."""
    finder = Finder(model)
    return [(one, *finder.find(one.document)) for one in articles]


def setting(documents: Iterable[Read], marked: bool, alone: bool = False) -> Setting:
    """The sources that hold marked mentions, these given or found by ourselves.

    Counted are mentions that a person linked; with `alone` also the others in sentences with links
    across documents, each as somebody of its own.
    """
    profiles: dict[Key, Profile] = {}
    source_of: dict[Place, Key] = {}
    wanted: dict[Place, str] = {}
    topics: dict[int, str] = {}
    for number, (article, reading, analysis) in enumerate(documents):
        heads = {}
        for n, one in enumerate(article.marked):
            top = analysis.top(analysis.inside(one.span))
            if top is None or not (one.linked or (alone and one.selected)):
                continue
            wanted[number, n] = one.identity
            heads[number, n] = Mention(one.span, top, form_of(analysis.tokens[top]))
        also = tuple(heads.values()) if marked else ()
        entities = everybody(analysis, reading.statements, also)
        source_at = {m.head: source.id for source, theirs in entities for m in theirs}
        here = {p: (number, source_at[m.head]) for p, m in heads.items() if m.head in source_at}
        source_of.update(here)
        topics[number] = article.topic
        used = {key for _, key in here.values()}
        ties = _ties(analysis, reading, also, source_at, used)
        about = context(article.document)
        for source, _ in entities:
            if source.id in used:
                made = profile(source, article.document, number, about, ties.get(source.id, ()))
                profiles[number, source.id] = made
    means: dict[Key, Counter[str]] = defaultdict(Counter)
    for place, key in source_of.items():
        means[key][wanted[place]] += 1
    mostly = {key: found.most_common(1)[0][0] for key, found in means.items()}
    order = {topic: n for n, topic in enumerate(sorted(set(topics.values()), key=_rank))}
    folds = {number: order[topic] % FOLDS for number, topic in topics.items()}
    return Setting(Task(profiles, mostly, folds), source_of, wanted, topics)


def _rank(topic: str) -> tuple[int, str]:
    return (int(topic) if topic.isdigit() else 0), topic


def _ties(
    analysis: Analysis,
    reading: Reading,
    also: Iterable[Mention],
    source_at: Mapping[int, str],
    used: set[str],
) -> dict[str, tuple[tuple[str, float], ...]]:
    """For each source the others of its document that its mentions may mean, with log-odds."""
    found = {m.head: m for m in (*also, *mentions(analysis, reading.statements))}
    own = tuple(found[n] for n in sorted(found) if referent(analysis, n) is None)
    if not own:
        return {}
    sources = [source_at.get(m.head) for m in own]
    odds: dict[tuple[str, str], float] = defaultdict(float)
    about = known(analysis, own, reading.statements)
    for n, (others, scores) in enumerate(scorer().scores(about)):
        for other, score in zip(others.tolist(), scores.tolist(), strict=True):
            one, two = sources[n], sources[other]
            if other >= 0 and score > LEAST_TIE and one in used and two in used and one != two:
                assert one is not None
                assert two is not None
                odds[one, two] += float(np.exp(min(score, 6.0)))
    ties: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, two), share in odds.items():
        for a, b in ((one, two), (two, one)):
            ties[a][b] = max(ties[a].get(b, LEAST_TIE), float(np.log(share)))
    return {key: tuple(sorted(theirs.items())) for key, theirs in ties.items()}
