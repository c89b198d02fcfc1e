"""Regions and relations of one annotation in Label Studio, put together to statements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from quoth.export.label_studio_config import (
    BY_CUE,
    CERTAINTY,
    CHOICES,
    CONTENT,
    CUE,
    LABELS,
    MEANS,
    PART,
    RELATIONS,
    SAID_BY,
    SAME,
    SOURCE,
    UNSURE,
    WITHIN,
)
from quoth.imports.assembly import Assembly, Wrong, excerpt
from quoth.imports.records import MarkedStatement, Spans
from quoth.records import Span

_Fields = dict[str, Any]
_STATEMENT = re.compile(r"q-(\w+)")
_MENTION = re.compile(r"q-(\w+)-\d+")
_PIECE = re.compile(r"(.+)-part(\d+)")
_OBVIOUS = {
    frozenset((CONTENT, SOURCE)): SAID_BY,
    frozenset((CONTENT, CUE)): BY_CUE,
    frozenset((SOURCE,)): SAME,
}
"""What a relation without a label is, by the labels of its ends."""


class Regions:
    """The results of one annotation by region; each is checked against the text."""

    def __init__(self, text: str, results: Any) -> None:
        """Raises Wrong where a result is not as Label Studio writes it, or not as the text is."""
        self._text = text
        self._labels: dict[str, str] = {}
        self._spans: dict[str, Span] = {}
        self._told: dict[str, dict[str, str]] = defaultdict(dict)
        self._figures: dict[str, dict[str, Any]] = defaultdict(dict)
        relations = []
        for each in results if isinstance(results, list) else [results]:
            if not isinstance(each, dict):
                raise Wrong(f"no result of Label Studio's: {excerpt(str(each))}")
            if each.get("type") == "relation":
                relations.append(each)
            else:
                self._take(each)
        joined = [relation for each in relations for relation in self._relations(each)]
        self._firsts = self._first_pieces(joined)
        self._joined: dict[tuple[str, str], list[str]] = defaultdict(list)
        for start, name, end in joined:
            self._joined[self._first(start), name].append(self._first(end))

    def assembled(self, submitted: bool) -> Assembly:
        """All that is marked; what a person `submitted` is confirmed as far as it was there before.

        Raises Wrong where a region belongs to nothing.
        """
        made = Assembly()
        passages: dict[str, Spans] = {}
        for key, span in self._spans.items():
            first = self._first(key)
            passages[first] = (*passages.get(first, ()), span)
        by_label: dict[str, dict[str, Spans]] = {label: {} for label in LABELS}
        for key, spans in passages.items():
            by_label[self._labels[key]][key] = spans
        self._put_mentions(made, by_label[SOURCE])
        for key, content in by_label[CONTENT].items():
            self._put_statement(made, key, content, passages, submitted)
        self._check_marks(by_label[CUE], by_label[CONTENT])
        for key in by_label[CONTENT]:
            for outer in self._joined[key, WITHIN]:
                made.within(key, outer)
        for key, told in self._told.items():
            for name, value in told.items():
                if key in self._labels and value != UNSURE:
                    made.tell(self._first(key), name, value)
        return made

    def _take(self, result: _Fields) -> None:
        key, value, name = result.get("id"), result.get("value"), str(result.get("from_name"))
        if not (isinstance(key, str) and isinstance(value, dict) and "start" in value):
            return  # told of the whole text
        span = self._place(key, value)
        if result.get("origin", "prediction") != "prediction":
            span = self._tidied(key, span)
        match result.get("type"):
            case "labels":
                for label in _names(value.get("labels")):
                    if label in LABELS:
                        self._labels[key], self._spans[key] = label, span
                if isinstance(result.get("score"), float | int):
                    self._figures[key]["confidence"] = float(result["score"])
            case "choices" if name in CHOICES:
                for choice in _names(value.get("choices"))[:1]:
                    self._told[key][name] = choice
            case "number" if name == CERTAINTY and isinstance(value.get("number"), float | int):
                self._figures[key][name] = float(value["number"])

    def _place(self, key: str, value: _Fields) -> Span:
        start, end, words = value.get("start"), value.get("end"), value.get("text")
        if not (isinstance(start, int) and isinstance(end, int)):
            raise Wrong(f"region {key} has no offsets into a text")
        if not 0 <= start < end <= len(self._text):
            raise Wrong(f"region {key} is at {start}–{end} of a text of {len(self._text)}")
        found = self._text[start:end]
        if isinstance(words, str) and _bare(words) != _bare(found):
            raise Wrong(
                f"region {key} has {excerpt(words)} at {start}–{end}, "
                f"where the text has {excerpt(found)}"
            )
        return Span(start, end)

    def _tidied(self, key: str, span: Span) -> Span:
        """Whole words, without the white space that a hand with a mouse takes along."""
        text, start, end = self._text, span.start, span.end
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start == end:
            raise Wrong(f"region {key} at {span.start}–{span.end} has no words in it")
        while start > 0 and text[start - 1 : start + 1].isalnum():
            start -= 1
        while end < len(text) and text[end - 1 : end + 1].isalnum():
            end += 1
        return Span(start, end)

    def _relations(self, relation: _Fields) -> Iterator[tuple[str, str, str]]:
        """Start, name and end; of a content and another region the content is the start."""
        start, end = str(relation.get("from_id")), str(relation.get("to_id"))
        if relation.get("direction") == "left":
            start, end = end, start
        if start not in self._labels or end not in self._labels:
            return  # regions with labels that are not ours
        kinds = frozenset((self._labels[start], self._labels[end]))
        if self._labels[start] != CONTENT and CONTENT in kinds:
            start, end = end, start
        names = _names(relation.get("labels"))
        if not names and kinds not in _OBVIOUS:
            raise Wrong(
                f"the relation of {self._shown(start)} and {self._shown(end)} has no label; "
                f"give it one of {', '.join(RELATIONS)}"
            )
        for name in names or [_OBVIOUS[kinds]]:
            if name in RELATIONS:
                yield start, name, end

    def _first_pieces(self, joined: list[tuple[str, str, str]]) -> dict[str, str]:
        """The first piece of each further one: by relation, or by id where that one is gone."""
        firsts = {end: start for start, name, end in joined if name == PART}
        left: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for key in self._labels:
            piece = _PIECE.fullmatch(key)
            if piece and key not in firsts and piece[1] not in self._labels:
                left[piece[1]].append((int(piece[2]), key))
        for pieces in left.values():
            (_, first), *others = sorted(pieces)
            firsts |= {key: first for _, key in others}
        return firsts

    def _first(self, key: str) -> str:
        seen = {key}
        while (before := self._firsts.get(key, key)) not in seen:
            seen.add(before)
            key = before
        return key

    def _put_mentions(self, made: Assembly, sources: dict[str, Spans]) -> None:
        """Sources but for the words that only stand in for a mention elsewhere.

        A mention with an id of ours belongs to its source until the relation to the first one is
        taken away; where the first one is gone, so are the relations, and the id alone tells.
        """
        used: dict[str, list[bool]] = defaultdict(list)
        for (content, name), ends in list(self._joined.items()):
            for end in ends if name == SAID_BY else ():
                used[end].append(bool(self._joined[content, MEANS]))
        by_source: dict[str, list[str]] = defaultdict(list)
        mentions = {key: None for key in sources if not used[key] or not all(used[key])}
        for key in mentions:
            known = _MENTION.fullmatch(_whole(key))
            made.mention(key, sources[key], known[1] if known else None)
            if known:
                by_source[known[1]].append(key)
        for known_as, keys in by_source.items():
            if f"q-{known_as}-1" not in keys:
                made.same(keys)
        for key in mentions:
            made.same([key, *(end for end in self._joined[key, SAME] if end in mentions)])

    def _put_statement(
        self,
        made: Assembly,
        key: str,
        content: Spans,
        passages: dict[str, Spans],
        submitted: bool,
    ) -> None:
        known = _STATEMENT.fullmatch(_whole(key))
        cues = self._joined[key, BY_CUE]
        if not cues and f"{_whole(key)}-cue" in passages and _whole(key) != key:
            cues = [f"{_whole(key)}-cue"]
        sources, means = self._joined[key, SAID_BY], self._joined[key, MEANS]
        unsure = self._told[key].get("verdict") == UNSURE
        marked = MarkedStatement(
            content,
            source=tuple(span for end in sources for span in passages[end]),
            cue=tuple(span for end in cues for span in passages[end]),
            key=known[1] if known else None,
            verdict="confirmed" if submitted and known and not unsure else None,
            **self._figures[key],
        )
        made.statement(key, marked, [*means, *sources])

    def _check_marks(self, cues: dict[str, Spans], contents: dict[str, Spans]) -> None:
        """What a person marked is joined to something; ours may have lost what it belonged to."""
        used = {end for content in contents for end in self._joined[content, BY_CUE]}
        for key in (key for key in cues if _is_new(key)):
            if key not in used:
                raise Wrong(f"{self._shown(key)} is the cue of no content; draw a relation to one")
        for key in (key for key in contents if _is_new(key)):
            if not any(self._joined[key, name] for name in (SAID_BY, BY_CUE, MEANS)):
                shown = self._shown(key)
                raise Wrong(f"{shown} has neither source nor cue; draw a relation to one")

    def _shown(self, key: str) -> str:
        span = self._spans[key]
        return f"{excerpt(self._text[span.start : span.end])} at {span.start}–{span.end}"


def _names(value: Any) -> list[str]:
    """The strings in a list; none in anything else."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _is_new(key: str) -> bool:
    """Was the region marked by a person?"""
    return not key.startswith(("q-", "n-"))


def _whole(key: str) -> str:
    """The id of the first piece, if `key` is that of a further one."""
    piece = _PIECE.fullmatch(key)
    return piece[1] if piece else key


def _bare(words: str) -> str:
    """What a browser shows of `words` for sure; Label Studio writes a line break as `\\n`."""
    shown = words.replace("\\n", " ")
    return "".join(each for each in shown if each.isprintable() and not each.isspace())
