"""Readings of every shape that exchange formats have to carry, for hypothesis."""

from __future__ import annotations

from typing import get_args

from handmade import document_of
from hypothesis import strategies as st

from quoth.records import (
    Act,
    Cued,
    Document,
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
    "ferry",
    "Ærø",
    "“No",
    "it.”",
    "<b>&amp;",
    "𝔘𝔫",
    "👩🏽",
    "e\u0301",
    "\\n",
    "ש",
    "a\0b",
    "x\x07y",
)
GAPS = (" ", "\r\n", "\n\n", "\t", "\f", " \u2028", "\x85", "\u00a0", " - ", "\r")


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Statements in pieces and in each other, sources mentioned or not, odd characters."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=8, max_size=16))
    edges: list[Span] = []
    text = draw(st.sampled_from(("", "\n", "𝔘 ")))
    for word in words:
        edges.append(Span(len(text), len(text) + len(word)))
        text += word + draw(st.sampled_from(GAPS))
    document = document_of(text, draw(st.sampled_from(("wire.txt", 'a "b"/c\n.html'))))
    passages = _passages(document, edges)
    mentions = draw(st.lists(passages, max_size=5, unique_by=lambda each: each.spans))
    sources = tuple(_sources(draw, mentions))
    count = draw(st.integers(0, 4))
    statements = tuple(_statement(draw, n, passages, sources) for n in range(1, count + 1))
    return Reading(document, statements, "made 1", sources)


def _passages(document: Document, edges: list[Span]) -> st.SearchStrategy[Passage]:
    """One to three pieces, each from the start of a word to the end of one."""

    def passage(numbers: set[int]) -> Passage:
        order = sorted(numbers)
        pairs = zip(order[::2], order[1::2], strict=False)
        return Passage(document, tuple(Span(edges[a].start, edges[b - 1].end) for a, b in pairs))

    ends = st.sets(st.integers(0, len(edges)), min_size=2, max_size=7)
    return ends.map(passage)


def _sources(draw: st.DrawFn, mentions: list[Passage]) -> list[Source]:
    """Sources that share out `mentions`; ids are not in the order of the text."""
    shares: dict[int, list[Passage]] = {}
    for mention in mentions:
        shares.setdefault(draw(st.integers(1, 3)), []).append(mention)
    return [
        Source(
            f"p{number}",
            draw(st.sampled_from(get_args(Kind))),
            False,
            None,
            (),
            tuple(sorted(share, key=lambda each: each.spans)),
        )
        for number, share in shares.items()
    ]


def _statement(
    draw: st.DrawFn, number: int, passages: st.SearchStrategy[Passage], sources: tuple[Source, ...]
) -> Statement:
    who = draw(st.sampled_from((None, *sources)))
    words = draw(st.none() | passages)
    if who and draw(st.booleans()):
        words = draw(st.sampled_from(who.mentions))
    cued = st.builds(
        Cued,
        st.just("say"),
        st.sampled_from(get_args(Act)),
        st.sampled_from(get_args(Stance)),
        st.sampled_from(get_args(Polarity)),
        st.none(),
    )
    return Statement(
        id=f"s{number}",
        source=words,
        cue=draw(st.none() | passages),
        content=draw(passages),
        form=draw(st.sampled_from(get_args(Form))),
        within=draw(st.sampled_from((None, *(f"s{n}" for n in range(1, number))))),
        confidence=draw(st.floats(0, 1)),
        source_id=who.id if who else None,
        cued=draw(st.none() | cued),
        certainty=draw(st.none() | st.floats(-3, 3)),
    )
