"""What is known of who has it from whom, as a graph: nodes, edges with their places, circles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quoth.compare.origins.known import Known, source_key
from quoth.compare.origins.names import plain
from quoth.compare.origins.records import Edge, How, Lean, Node
from quoth.compare.origins.texts import Sentence, Text, words_of
from quoth.compare.origins.voice import Voice
from quoth.records import Passage

CLAUSE = re.compile(r",?\s(?:who|which|whose|of which|that)\b|,\s\d+\b")
"""What explains a source, after its name."""
QUOTED = 5
"""So many words in marks, in a row, show that they are another document's."""


def nodes(known: Known) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The documents, in the order of time, and the sources outside: who is called on most first."""
    documents = tuple(
        Node(key, text.told.outlet or key, "document", text.told)
        for key, text in known.texts.items()
    )
    sources = [source(n, group) for n, group in enumerate(known.sources)]
    agencies: dict[str, str] = {}
    places: dict[str, dict[str, tuple[Passage, ...]]] = defaultdict(dict)
    for key, found in known.marks.items():
        for mark in found:
            if not mark.inside:
                name = agencies.setdefault(mark.agency.casefold(), mark.agency)
                places[name][key] = (mark.passage,) if mark.passage else ()
    sources += [
        Node(f"agency {key}", name, "outlet", None, places[name]) for key, name in agencies.items()
    ]
    return documents, tuple(sources)


def source(number: int, group: Sequence[Voice]) -> Node:
    """A source outside with all places that call on it."""
    called: dict[str, list[Passage]] = defaultdict(list)
    for voice in group:
        called[voice.key].append(voice.passage)
    names = sorted({voice.name for voice in group if voice.name}, key=lambda n: (-len(n), n))
    bodies = [v.name for v in group if v.name and v.kind in ("government", "organisation")]
    described = [CLAUSE.split(voice.called)[0] for voice in group]
    name = (bodies or names or described)[0]
    if " " not in name:
        name = next((m[0] for each in described if (m := _around(name, each))), name)
    kinds = [voice.kind for voice in group if voice.kind != "unspecified"]
    kind = kinds[0] if kinds else "unspecified"
    return Node(
        source_key(number), plain(name), kind, None, {k: tuple(v) for k, v in called.items()}
    )


def _around(name: str, words: str) -> re.Match[str] | None:
    """A name with the capitals beside it: of *Ninth* it is *Ninth of March Brigade*."""
    small = r"(?:of|the|and|for)"
    return re.search(rf"{re.escape(name)}(?:\s(?:{small}\s)?[A-Z][\w’'-]*)+", words)


def edges(known: Known) -> tuple[Edge, ...]:
    """Who leans on whom, in the order of the documents and of their text."""
    leans: dict[tuple[str, str], list[Lean]] = defaultdict(list)
    for key, text in known.texts.items():
        for end, how, passage in _leans(known, key, text):
            lean = Lean(how, passage)
            if end != key and lean not in leans[key, end]:
                leans[key, end].append(lean)
    return tuple(
        Edge(start, end, tuple(sorted(found, key=lambda lean: lean.passage.spans[0])))
        for (start, end), found in leans.items()
        if found
    )


def circles(found: Sequence[Edge]) -> tuple[tuple[str, ...], ...]:
    """Documents that reach each other along edges, each group in the order of the edges."""
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_edges_from((edge.start, edge.end) for edge in found)
    order = {key: n for n, key in enumerate(graph)}
    groups = (
        sorted(g, key=order.__getitem__) for g in networkx.strongly_connected_components(graph)
    )
    return tuple(sorted((tuple(g) for g in groups if len(g) > 1), key=lambda g: order[g[0]]))


def _leans(known: Known, key: str, text: Text) -> Iterator[tuple[str, How, Passage]]:
    def whole(sentence: Sentence) -> Passage:
        return text.passage(sentence.span.start, sentence.span.end)

    for back in known.withdrawn:
        if back.key == key:
            yield back.end, "withdraws", whole(back.sentence)
    for taken in known.taken[key]:
        how: How = "reprint" if taken.reprint else "rewrite"
        for first, last in _runs(taken.sentences):
            yield taken.key, how, text.passage(first, last)
    for mark in known.marks[key]:
        end = mark.agency if mark.inside else f"agency {mark.agency.casefold()}"
        passage = mark.passage or _top(text)
        if passage:
            yield end, "agency mark", passage
    ends = set()
    for place in known.cited[key]:
        ends.add(place.key)
        yield place.key, "cites", text.around(place.sentence, place.span)
    for end, link in known.linked[key]:
        if link.span:
            yield end, "link", text.passage(link.span.start, link.span.end)
        elif passage := _top(text):
            yield end, "link", passage
    ends |= {end for end, _ in known.linked[key]}
    for end in sorted(ends):
        yield from ((end, "quotation", each) for each in _quoted(text, known.texts[end]))
    for number, voice in known.calls[key]:
        span = voice.passage.spans[0]
        # A pronoun's voice is called by a name that stands elsewhere.
        here = voice.sentence.span.start <= span.start < voice.sentence.span.end
        passage = text.around(voice.sentence, span) if here else whole(voice.sentence)
        yield source_key(number), "cites", passage


def _runs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Start and end of sentences that follow one another."""
    start = before = None
    for each in sorted(sentences, key=lambda sentence: sentence.number):
        if before is None or start is None or each.number != before.number + 1:
            if before is not None and start is not None:
                yield start, before.span.end
            start = each.span.start
        before = each
    if before is not None and start is not None:
        yield start, before.span.end


def _top(text: Text) -> Passage | None:
    """Where a mark beside the text is shown: at its first sentence."""
    if not text.sentences:
        return None
    return text.passage(text.sentences[0].span.start, text.sentences[0].span.end)


def _quoted(text: Text, other: Text) -> Iterator[Passage]:
    """Words in marks that another document has too."""
    theirs = " ".join(words_of(other.text))
    for span in text.quoted:
        words = words_of(text.text[span.start : span.end])
        if len(words) >= QUOTED and " ".join(words) in theirs:
            yield text.passage(span.start, span.end)
