"""All that the documents tell of who has it from whom, before it is put into a graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from quoth.compare.origins.citing import Cited, cited
from quoth.compare.origins.described import described
from quoth.compare.origins.marks import Mark, marks
from quoth.compare.origins.names import Names
from quoth.compare.origins.texts import Sentence, Text, words_of
from quoth.compare.origins.uniting import united
from quoth.compare.origins.voice import Voice
from quoth.compare.origins.voices import voices
from quoth.compare.origins.withdrawing import Withdrawn, withdrawn
from quoth.compare.origins.wording import Taken, Wording
from quoth.compare.records import Told
from quoth.documents.html.links import Link, links

LATEST = "~"
"""Stands behind all dates."""


@dataclass(frozen=True, slots=True)
class Known:
    """What documents show of who leans on whom; by their keys, in the order of time."""

    texts: Mapping[str, Text]
    names: Names
    cited: Mapping[str, Sequence[Cited]]
    linked: Mapping[str, Sequence[tuple[str, Link]]]
    """With each link the document that it leads to."""
    marks: Mapping[str, Sequence[Mark]]
    taken: Mapping[str, Sequence[Taken]]
    takers: Mapping[tuple[str, int], str]
    """For a document and a sentence's number the document whose words it is in."""
    withdrawn: Sequence[Withdrawn]
    sources: Sequence[Sequence[Voice]]
    """Those outside, each with the places that call on it."""
    calls: Mapping[str, Sequence[tuple[int, Voice]]]
    """The places where a document calls on sources outside, with the source's number."""

    def taker(self, key: str, sentence: Sentence) -> str | None:
        """The document that a sentence's words are from, if they are another's."""
        return self.takers.get((key, sentence.number))


def known(told: Sequence[Told]) -> Known:
    """What the documents show."""
    ordered = sorted(told, key=_when)
    texts = {each.key: Text(each) for each in ordered}
    names = Names(list(texts.values()))
    reached = _addresses(ordered)
    every = {key: _links(each) for key, each in zip(texts, ordered, strict=True)}
    named: dict[str, list[Cited]] = {key: cited(text, names) for key, text in texts.items()}
    found = {
        key: tuple(marks(text, names, tuple(link for link in every[key] if link.span is None)))
        for key, text in texts.items()
    }
    linked = {
        key: tuple(
            (end, link)
            for link in every[key]
            if (end := _leads_to(link, reached, names, texts[key])) and end != key
        )
        for key in texts
    }
    whole = {key: [*named[key], *_by_link(texts[key], named[key], linked[key])] for key in texts}
    for key, text in texts.items():
        named[key] = sorted((*whole[key], *described(text, names, whole)), key=lambda c: c.span)
    wording = Wording(list(texts.values()), names.bodies)
    bears = {
        key: {mark.agency for mark in found[key]} | {c.key for c in named[key] if not c.described}
        for key in texts
    }
    outside = {key: {m.agency for m in found[key] if not m.inside} for key in texts}
    taken = {
        key: [each for each in found_words if not outside[key] & outside[each.key]]
        for key, found_words in wording.all_taken(bears).items()
    }
    takers = {
        (key, sentence.number): each.key
        for key, several in taken.items()
        for each in reversed(several)
        for sentence in each.sentences
    }
    # In words taken over it is the other that cites.
    named = {
        key: [c for c in found if takers.get((key, c.sentence.number), c.key) == c.key]
        for key, found in named.items()
    }
    calls = [
        voice
        for key, text in texts.items()
        for voice in voices(text, names, named[key])
        if (key, voice.sentence.number) not in takers
    ]
    sources = united(calls, texts)
    back = [each for key in texts for each in withdrawn(texts[key], names, named[key], linked[key])]
    return Known(
        texts,
        names,
        named,
        linked,
        found,
        taken,
        takers,
        [each for b in back if (each := _whose(b, sources)).end],
        sources,
        _calls(texts, sources),
    )


def _when(told: Told) -> tuple[str, str, str]:
    """Day, hour and key; what is not known comes last."""
    published = told.published or LATEST
    return published[:10], published[10:] or LATEST, told.key


def source_key(number: int) -> str:
    """The key of a source outside, by its number in `Known.sources`, from 0."""
    return f"source {number + 1}"


def _calls(
    texts: Iterable[str], sources: Sequence[Sequence[Voice]]
) -> dict[str, list[tuple[int, Voice]]]:
    found: dict[str, list[tuple[int, Voice]]] = {key: [] for key in texts}
    for number, group in enumerate(sources):
        for voice in group:
            found[voice.key].append((number, voice))
    return found


def _whose(back: Withdrawn, sources: Sequence[Sequence[Voice]]) -> Withdrawn:
    """With the source that takes back its own word, where no document is meant."""
    for number, group in enumerate(sources):
        for voice in group:
            named = voice.name and words_of(voice.name)[-1] in back.sentence.words
            called = voice.key == back.key and voice.sentence == back.sentence
            if not back.end and (named or called):
                return replace(back, end=source_key(number))
    return back


def _links(told: Told) -> tuple[Link, ...]:
    document = told.reading.document
    return links(replace(document, original=document.original or told.original()))


def _addresses(told: Sequence[Told]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in told:
        address = each.reading.document.metadata.address
        if address:
            found.setdefault(_plain(address.value), each.key)
    return found


def _plain(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}".casefold()


def _leads_to(link: Link, reached: Mapping[str, str], names: Names, text: Text) -> str | None:
    """The document that a link leads to, by its address, or by its host's name and its words."""
    if key := reached.get(_plain(link.address)):
        return key
    host = _plain(link.address).split("/")[0].split(".")
    keys = names.at_host(host)
    around = text.at(link.span.start) if link.span else None
    return names.nearest(keys, text.told, text.words(around) if around else text.text)


def _by_link(
    text: Text, named: Sequence[Cited], linked: Sequence[tuple[str, Link]]
) -> Iterator[Cited]:
    """What is had from a document that a link leads to, and that no words name."""
    for key, link in linked:
        sentence = text.at(link.span.start) if link.span else None
        if (
            link.span
            and sentence
            and not any(each.key == key and each.sentence == sentence for each in named)
            and not re.match(r"(?:read|see|more|also|watch)\b", text.words(sentence), re.I)
        ):
            yield Cited(key, link.span, sentence)
