"""Readings drawn at random, with all that makes trouble in files: hypothesis strategies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from handmade import document_of
from hypothesis import strategies as st

from quoth.records import (
    Act,
    Cued,
    Form,
    Kind,
    Passage,
    Polarity,
    Reading,
    Source,
    Span,
    Stance,
    Statement,
)

WORDS = (
    "Oda",
    "said",
    "it",
    "the",
    "🛶ferry",
    "e\u0301",
    "“No,”",
    "a\x07b",
    "\ud800x",
    "\ufffe1",
    "&<>",
)
GAPS = (" ", " ", " ", "\n", "\r\n", "\n\n", "\f", "\t", "\u2028", "\x85", "\x0b", "\xa0", "  ")
NAMES = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["week.zip!/day/page.html", 'a "b"\nc', "A.txt", "a.txt", "con", "..", "\ud800"]
)

Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def readings(draw: Draw, odd: bool = True) -> Reading:
    """A reading of a text of words with any gap between them; mentions do not overlap.

    Where it is not `odd`, every source's words are a mention of who answers for the statement.
    """
    words = draw(st.lists(st.sampled_from(WORDS), max_size=24))
    gaps = draw(st.lists(st.sampled_from(GAPS), min_size=len(words) + 1, max_size=len(words) + 1))
    text, places = gaps[0], []
    for word, gap in zip(words, gaps[1:], strict=True):
        places.append(Span(len(text), len(text) + len(word)))
        text += word + gap
    document = document_of(text, draw(NAMES))
    if not places:
        return Reading(document, (), "drawn 1")
    passages = passages_of(places).map(lambda spans: Passage(document, spans))
    numbers = draw(st.permutations(range(len(places))))
    mentions = [Passage(document, (places[n],)) for n in numbers[: draw(st.integers(0, 6))]]
    sources = draw(grouped(mentions, odd))
    statements: list[Statement] = []
    for number in range(draw(st.integers(0, 5))):
        statements.append(draw(statement(number, passages, sources, statements, odd)))
    return Reading(document, tuple(statements), "drawn 1", tuple(sources))


def passages_of(places: list[Span]) -> st.SearchStrategy[tuple[Span, ...]]:
    """Whole words in up to three pieces, which do not touch."""
    edges = st.lists(st.integers(0, len(places) - 1), min_size=1, max_size=6, unique=True)

    def pieces(chosen: list[int]) -> tuple[Span, ...]:
        chosen = sorted(chosen)
        pairs = zip(chosen[::2], [*chosen[1::2], chosen[-1]], strict=False)
        return tuple(Span(places[a].start, places[b].end) for a, b in pairs)

    return edges.map(pieces)


@st.composite
def grouped(draw: Draw, mentions: list[Passage], shared: bool) -> list[Source]:
    """`mentions` as those of a few sources; one may be `shared` by two."""
    groups: dict[int, list[Passage]] = {}
    for mention in mentions:
        groups.setdefault(draw(st.integers(0, 3)), []).append(mention)
    if shared and len(mentions) > 1 and draw(st.booleans()):
        other = draw(st.sampled_from(list(groups.values())))
        other += [mentions[0]] if mentions[0] not in other else []
    return [
        Source(
            f"p{number}",
            draw(st.sampled_from(get_args(Kind))),
            False,
            None,
            (),
            tuple(sorted(group, key=lambda each: each.spans)),
        )
        for number, group in enumerate(groups.values(), 1)
    ]


@st.composite
def statement(
    draw: Draw,
    number: int,
    passages: st.SearchStrategy[Passage],
    sources: list[Source],
    before: list[Statement],
    odd: bool,
) -> Statement:
    """A statement whose source is a mention, other words, or none at all."""
    whose = draw(st.sampled_from([None, *sources]))
    words = draw(st.sampled_from(whose.mentions)) if whose else None
    if odd and draw(st.integers(0, 4)) == 0:
        words = draw(st.none() | passages)
    cued = Cued(
        "say",
        draw(st.sampled_from(get_args(Act))),
        draw(st.sampled_from(get_args(Stance))),
        draw(st.sampled_from(get_args(Polarity))),
        None,
    )
    return Statement(
        f"s{number + 1}",
        words,
        draw(st.none() | passages),
        draw(passages),
        draw(st.sampled_from(get_args(Form))),
        draw(st.sampled_from([None, *(each.id for each in before)])),
        draw(st.floats(0, 1)),
        whose.id if whose else None,
        draw(st.none() | st.just(cued)),
        draw(st.none() | st.floats(-3, 3)),
    )
