"""How well sources of different documents are told to be one, on ECB+.

    python -m benchmarks.identities [--data FOLDER] [--model small] [--packaged]

All documents of the corpus come in one by one, in a drawn order and all topics at once, and every
source is proposed to be one of those before it or somebody new, as in a ledger. Scored by B³
(Bagga and Baldwin 1998) over marked mentions of persons and organisations, once with these
mentions given, once with our own, scored where they meet marked ones (by the head word). The
scorer is trained in ten folds: what judges a topic has not seen it. `--packaged` takes the
package's own scorer instead, for topics that it did not learn from. Counted are mentions that a
person linked; `--alone` adds those left unlinked in sentences where others are.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path

from benchmarks.coreference_scores import b_cubed
from benchmarks.tools import SHARED
from quoth.ledger.identities import Judge, Profile
from quoth.ledger.identities.scoring import Scorer, scorer
from quoth.models import MODELS
from quoth.sources.nouns import noun
from training.identities.book import linked
from training.identities.ecbplus import articles
from training.identities.settings import Place, Read, Setting, read, setting

DATA = SHARED / "ecbplus"
ORDER = 7
"""Seed of the order in which documents come."""


def values(wanted: Mapping[Place, Hashable], found: Mapping[Place, Hashable]) -> tuple[float, ...]:
    """B³ precision, recall and F1 over the mentions that both have."""
    common = wanted.keys() & found.keys()
    return b_cubed(_groups(wanted, common), _groups(found, common)).values


def _groups(named: Mapping[Place, Hashable], common: set[Place]) -> list[set[Hashable]]:
    groups: dict[Hashable, set[Hashable]] = defaultdict(set)
    for place in common:
        groups[named[place]].add(place)
    return list(groups.values())


def by_head(documents: list[Read], places: set[Place]) -> dict[Place, str]:
    """The baseline: mentions with the same head word are one."""
    found = {}
    for number, n in places:
        article, _, analysis = documents[number]
        top = analysis.top(analysis.inside(article.marked[n].span))
        if top is not None:
            found[number, n] = noun(analysis.tokens[top].text).lemma
    return found


def answer(one: Setting, scorers: Mapping[int, Scorer] | None) -> dict[Place, int]:
    """The identity that each mention's source is proposed to be, by the scorer of its fold."""

    def judge(profile: Profile) -> Judge:
        return scorers[one.task.folds[profile.document]] if scorers else scorer()

    numbers = linked(one.task.profiles, judge, ORDER)
    return {place: numbers[key] for place, key in one.source_of.items()}


def by_topics(one: Setting) -> dict[int, Scorer]:
    """For each fold a scorer that has learned from the others."""
    from training.identities.fit import by_fold, lessons_of  # torch: only who trains needs it

    return by_fold(lessons_of(one.task))


def report(documents: list[Read], packaged: bool, alone: bool) -> Iterator[str]:
    """A table in Markdown, then topics."""
    yield "| mentions | of | told to be one by | precision | recall | F1 |"
    yield "|---|---:|---|---:|---:|---:|"
    topics: dict[str, list[str]] = defaultdict(list)
    scorers = None if packaged else by_topics(setting(documents, marked=True))
    for name in ("marked", "found"):
        one = setting(documents, name == "marked", alone)
        found = answer(one, scorers)
        inside = {p: (p[0], i) for p, i in one.wanted.items()}
        share = f"{len(found)} of {len(one.wanted)}"
        for how, wanted, groups in (
            ("identities", one.wanted, found),
            ("head word", one.wanted, by_head(documents, set(found))),
            ("sources of one document, there", inside, one.source_of),
        ):
            shown = " | ".join(f"{100 * v:.1f}" for v in values(wanted, groups))
            yield f"| {name} | {share} | {how} | {shown} |"
        for topic in dict.fromkeys(one.topics.values()):
            some = {p: i for p, i in one.wanted.items() if one.topics[p[0]] == topic}
            topics[topic].append(f"{100 * values(some, found)[2]:.0f}")
    yield ""
    yield "F1 by topic (marked/found): " + ", ".join(
        f"{topic} {'/'.join(both)}" for topic, both in topics.items()
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.identities",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with a folder a topic")
    parser.add_argument("--model", choices=MODELS, default=MODELS[0])
    parser.add_argument("--packaged", action="store_true", help="the package's scorer, no training")
    parser.add_argument("--alone", action="store_true", help="count unlinked mentions as alone")
    options = parser.parse_args()
    documents = read(articles(options.data), options.model)
    if not documents:
        sys.exit(f"{options.data}: no documents there; say where ECB+ is with --data")
    how = "the package's scorer" if options.packaged else "ten-fold by topic"
    print(f"{len(documents)} documents of {options.data}, {options.model} model, {how}\n")
    for line in report(documents, options.packaged, options.alone):
        print(line, flush=True)


if __name__ == "__main__":
    main()
