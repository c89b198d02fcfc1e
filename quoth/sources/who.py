"""Statements to their sources: whom each is laid to, once for all places that mean it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quoth.analysis import Analysis
from quoth.records import Document, Kind, Passage, Reading, Source, Span, Statement
from quoth.sources.authors import author_name, own_voice
from quoth.sources.handed_on import of_their_owner
from quoth.sources.heads import heads_of
from quoth.sources.joining import joined
from quoth.sources.kinds import kind_of
from quoth.sources.names import Name
from quoth.sources.phrases import span_of, words_of
from quoth.sources.reasons import reason_of
from quoth.sources.records import Mention
from quoth.sources.roles import role_of
from quoth.sources.together import Together, is_plural
from quoth.sources.united import Named, united
from quoth.sources.words import words


@dataclass(frozen=True, slots=True)
class _One:
    """An entity with what its mentions say of it."""

    mentions: tuple[Named, ...]
    kind: Kind
    name: tuple[Span, ...]
    """Empty where the document gives it none."""


def sources(
    statements: tuple[Statement, ...], analysis: Analysis
) -> tuple[tuple[Statement, ...], tuple[Source, ...]]:
    """The statements with the ids of their sources, and the sources by their first mention.

    Two entities named together ("Orr and Lund said") are a source of their own. A statement whose
    source is left out keeps None.
    """
    voice = own_voice(analysis, statements)
    entities = united(analysis, joined(analysis, statements), voice)
    entity_at = {m.head: n for n, mentions in enumerate(entities) for m, _ in mentions}
    together = Together(analysis, entity_at)
    meant = [_meant(analysis, one, entity_at, entities, together) for one in statements]
    ones = {
        n: _one(analysis, entities[n], voice) for n in sorted({n for key in meant for n in key})
    }
    said: dict[tuple[int, ...], list[Statement]] = {}
    for key, statement in zip(meant, statements, strict=True):
        if key:
            said.setdefault(key, []).append(statement)
    made = {
        key: _source(analysis, tuple(ones[n] for n in key), theirs) for key, theirs in said.items()
    }
    ordered = sorted(made, key=lambda key: (made[key].mentions[0].spans[0], key))
    ids = {key: f"p{number}" for number, key in enumerate(ordered, 1)}
    return (
        tuple(replace(s, source_id=ids.get(key)) for s, key in zip(statements, meant, strict=True)),
        tuple(replace(made[key], id=ids[key]) for key in ordered),
    )


def everybody(
    analysis: Analysis, statements: tuple[Statement, ...], also: Iterable[Mention] = ()
) -> tuple[tuple[Source, tuple[Mention, ...]], ...]:
    """Everybody and everything that a document mentions, each as if it were a source.

    With the mentions that mean it. `also` are mentions that people marked, as in `joined`.
    """
    voice = own_voice(analysis, statements)
    entities = united(analysis, joined(analysis, statements, also), voice)
    made = [(_one(analysis, entity, voice), entity) for entity in entities]
    return tuple(
        (replace(_source(analysis, (one,), []), id=f"p{n}"), tuple(m for m, _ in entity))
        for n, (one, entity) in enumerate(made, 1)
    )


def with_sources(reading: Reading, analysis: Analysis) -> Reading:
    """`reading` with the sources of its statements."""
    given = tuple(of_their_owner(analysis, statement) for statement in reading.statements)
    statements, found = sources(given, analysis)
    return replace(reading, statements=statements, sources=found)


def _meant(
    analysis: Analysis,
    statement: Statement,
    entity_at: dict[int, int],
    entities: tuple[tuple[Named, ...], ...],
    together: Together,
) -> tuple[int, ...]:
    """Numbers of the entities that a statement's source means, each once."""
    heads = heads_of(analysis, statement, entity_at.keys())
    found = tuple(dict.fromkeys(entity_at[head] for head in heads))
    if len(found) == 1 and is_plural(analysis, heads[0]):
        # "They" joined to nobody, or to one of two who were named together
        mentions = [mention for mention, _ in entities[found[0]]]
        several = together.before(mentions[0].head) or together.before(heads[0])
        alone = all(mention.form == "pronoun" for mention in mentions)
        if several and (alone or found[0] in several):
            return several
    relative = found and analysis.tokens[heads[0]].text.casefold() in ("who", "which")
    if relative and all(mention.form == "pronoun" for mention, _ in entities[found[0]]):
        return _referred(analysis, heads[0], entity_at) or found
    return found


def _referred(analysis: Analysis, number: int, entity_at: dict[int, int]) -> tuple[int, ...]:
    """What a relative pronoun follows, where its clause was hung on something else."""
    tokens = analysis.tokens
    for at in range(number - 1, max(number - 5, -1), -1):
        if at in entity_at and tokens[at].pos in ("PROPN", "NOUN"):
            return (entity_at[at],)
        if tokens[at].pos not in ("PUNCT", "PROPN", "ADP"):
            break
    return ()


def _one(analysis: Analysis, named: tuple[Named, ...], voice: frozenset[int]) -> _One:
    kind = kind_of(analysis, named)
    name = _fullest(analysis, named, kind)
    own = sum(mention.head in voice for mention, _ in named)
    if 2 * own >= len(named) and kind in ("person", "unspecified", "group"):
        kind = "author"
        name = name or author_name(analysis.document)
    if kind in ("group", "unspecified"):
        name = tuple(span for span in name if _group_name(analysis.document, span))
    return _One(named, kind, name)


def _group_name(document: Document, span: Span) -> bool:
    """Whether a group has a name of its own: "the Tannery Five"."""
    words = document.text[span.start : span.end].casefold().split()
    return len(words) > 1 and words[-1] in NUMBERS


NUMBERS = words("two three four five six seven eight nine ten eleven twelve")


def _fullest(analysis: Analysis, named: Iterable[Named], kind: Kind) -> tuple[Span, ...]:
    """The longest proper name; of several as long the first that is not all in capitals."""
    found = [
        (words_of(analysis, name.first, name.end), name) for _, name in named if name is not None
    ]
    if kind == "person":
        found = _of_one_person(found) or found
    best: tuple[tuple[bool, int, bool], Span] | None = None
    for text, name in found:
        rank = (name.proper, len(text.split()), not (text.isupper() and len(text) > 5))
        if best is None or rank > best[0]:
            best = (rank, span_of(analysis, name.first, name.end))
    return (best[1],) if best else ()


def _of_one_person(found: list[tuple[str, Name]]) -> list[tuple[str, Name]]:
    """The names that can be one person's: of the surname, and with it the first name, that is
    used most; what else stands among them was joined by mistake or is a part."""
    proper = [(text.casefold().split(), text, name) for text, name in found if name.proper]
    if not proper:
        return []
    surname = Counter(words[-1] for words, _, _ in proper).most_common(1)[0][0]
    mine = [one for one in proper if one[0][-1] == surname]
    firsts = Counter(words[0] for words, _, _ in mine if len(words) > 1).most_common(1)
    return [
        (text, name) for words, text, name in mine if len(words) == 1 or words[0] == firsts[0][0]
    ]


def _source(analysis: Analysis, parts: tuple[_One, ...], said: list[Statement]) -> Source:
    """The source that one entity is, or several named together."""
    document = analysis.document
    if len(parts) > 1:
        kinds = {part.kind for part in parts}
        alike = len(kinds) == 1 and not kinds & {"person", "author"}
        named = all(part.name for part in parts)
        names = tuple(span for part in parts for span in part.name) if named else ()
        return Source(
            "",
            kinds.pop() if alike else "group",
            named,
            Passage(document, names) if names else None,
            (),
            tuple(sorted({s.source for s in said if s.source}, key=lambda one: one.spans)),
        )
    (one,) = parts
    mentions = tuple(Passage(document, (m.span,)) for m, _ in one.mentions)
    role = role_of(analysis, one.mentions) if one.kind == "person" else None
    return Source(
        "",
        one.kind,
        bool(one.name),
        Passage(document, one.name) if one.name else None,
        _descriptions(document, one.mentions),
        mentions,
        Passage(document, (span_of(analysis, role.first, role.end),)) if role else None,
        Passage(document, (span_of(analysis, *role.body),)) if role and role.body else None,
        None if one.name else reason_of(analysis, said),
    )


def _descriptions(document: Document, mentions: Iterable[Named]) -> tuple[Passage, ...]:
    """Every wording that is no name and no pronoun, once."""
    found: dict[str, Passage] = {}
    for mention, name in mentions:
        if mention.form == "description" and not (name and name.proper):
            passage = Passage(document, (mention.span,))
            found.setdefault(" ".join(passage.text.casefold().split()), passage)
    return tuple(found.values())
