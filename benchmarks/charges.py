"""Charges, figures, causes and motives in own voice, against sentences marked by hand.

    python -m benchmarks.charges [--held] [--model small] [--wrong]
    python -m benchmarks.charges --sides [--articles 20]

reads the documents of `tests/marked/charges.json` and compares, sentence by sentence, the labels
that an account gives with those that readers gave: with the statements that Quoth finds, with the
statements that are marked in the documents, and by a list of words alone. Beside them stand our own
sentences in `training/charges`, on which words and patterns were chosen. With --sides, articles of
`polnear/dev` are read with party, country, outlet, name or gender exchanged: of all labels given in
either version, how many stand in both?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import click

from benchmarks.exchange import KINDS, exchanged
from benchmarks.gold import Relation
from benchmarks.marks.documents import POLNEAR, names, statements, text_of
from benchmarks.marks.sets import bounds, final_file, items_file, load
from benchmarks.peers import ROOT
from quoth.account import Label, unsourced
from quoth.account.own import LABELS
from quoth.account.words import (
    HARM_VERBS,
    WRONG_ADJECTIVES,
    WRONG_NOUNS,
    WRONG_VERBS,
    WRONGDOERS,
    forms,
    nouns,
)
from quoth.analysis import Analysis
from quoth.documents import from_text, open_document
from quoth.models import MODELS
from quoth.passages import passage_at
from quoth.reader import Reader
from quoth.records import Document, Passage, Reading, Span, Statement

OWN = ROOT / "training" / "charges"
LETTERS: dict[str, Label] = {"c": "charge", "f": "figure", "k": "cause", "m": "motive"}
WRONGS = frozenset(
    (*forms(f"{WRONG_VERBS} {HARM_VERBS}"), *nouns(f"{WRONG_NOUNS} {WRONGDOERS}"))
) | frozenset(WRONG_ADJECTIVES.split())
LISTED: dict[Label, re.Pattern[str]] = {
    "figure": re.compile(
        r"\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?=\W)|"
        r"dozens?|hundreds?|thousands?|millions?|half|thirds?|quarters?)\b",
        re.IGNORECASE,
    ),
    "cause": re.compile(r"\b(?:because|due to|caused?|led to|therefore|result)\b", re.IGNORECASE),
    "motive": re.compile(r"\b(?:in order to|so that|out of|wanted|afraid|fear)\b", re.IGNORECASE),
}
"""What a list of words would go by."""

Labels = frozenset[str]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence of a document, and the labels that it should have."""

    span: Span
    labels: Labels


def marked(held: bool) -> Iterator[tuple[str, Document, list[Marked]]]:
    """The documents of the set, with their sentences."""
    labels = {one["n"]: frozenset(one["marks"]) for one in load(final_file("charges", held))}
    items = load(items_file("charges", held))
    for name in dict.fromkeys(item["document"] for item in items):
        sentences = [
            Marked(Span(*bounds(item["passage"])), labels[item["n"]])
            for item in items
            if item["document"] == name
        ]
        yield name, replace(open_document(ROOT / f"{name}.txt"), name=name), sentences


def ours() -> Iterator[tuple[Document, list[Marked]]]:
    """The texts of `training/charges`, with their sentences."""
    for file in sorted(OWN.glob("*.txt")):
        for text in re.split(r"(?m)^# ", file.read_text("utf-8"))[1:]:
            yield _one(text)


def _one(text: str) -> tuple[Document, list[Marked]]:
    title, _, rest = text.partition("\n")
    made, found = f"{title}\n\n", []
    for line in rest.splitlines():
        letters, tab, sentence = line.partition("\t")
        if tab:
            labels = frozenset(LETTERS[letter] for letter in letters.strip("-"))
            found.append(Marked(Span(len(made), len(made) + len(sentence)), labels))
            made += f"{sentence} "
        else:
            made = made.rstrip() + "\n\n"
    return from_text(made.rstrip() + "\n"), found


def with_marks(reading: Reading, name: str) -> Reading:
    """`reading` with the statements that are marked in the document."""
    assert reading.document.text == text_of(name)
    made = tuple(_statement(reading, n, one) for n, one in enumerate(statements(name), 1))
    return replace(reading, statements=made, sources=())


def _statement(reading: Reading, number: int, marks: Relation) -> Statement:
    def passage(role: str) -> Passage | None:
        spans = tuple(Span(*pair) for pair in marks[role])
        return passage_at(reading.document, spans)

    content = passage("content")
    assert content
    known = {s.content.spans: s for s in reading.statements}.get(content.spans)
    return Statement(
        f"g{number}",
        passage("source"),
        passage("cue"),
        content,
        "indirect",
        None,
        1.0,
        cued=known.cued if known else None,
    )


def found(reading: Reading, analysis: Analysis, sentences: Iterable[Marked]) -> list[Labels]:
    """The labels that the account gives to the words of each sentence."""
    words = [pair for one in unsourced(reading, analysis) for pair in one.words]
    return [
        frozenset(label for label, span in words if one.span.start <= span.start < one.span.end)
        for one in sentences
    ]


def listed(text: str, sentences: Iterable[Marked]) -> list[Labels]:
    """The labels by words alone."""
    return [_listed(text[one.span.start : one.span.end]) for one in sentences]


def _listed(sentence: str) -> Labels:
    labels = {label for label, pattern in LISTED.items() if pattern.search(sentence)}
    wrong = any(word in WRONGS for word in re.findall(r"[\w-]+", sentence.casefold()))
    return frozenset(labels | ({"charge"} if wrong else set()))


def line(name: str, wanted: list[Labels], given: list[Labels]) -> str:
    """F1 of each label and over all of them, with counts: right / given / wanted."""
    cells = []
    for label in (*LABELS, None):
        of = {label} if label else set(LABELS)
        right = sum(len(a & b & of) for a, b in zip(wanted, given, strict=True))
        asked, said = sum(len(a & of) for a in wanted), sum(len(b & of) for b in given)
        f1 = 200 * right / (asked + said) if asked + said else 100.0
        cells.append(f"{label or 'all'} {f1:5.1f} ({right}/{said}/{asked})")
    return f"{name:<24}{'  '.join(cells)}"


def exchanged_alike(reader: Reader, articles: int) -> Iterator[str]:
    """For each kind of side how many labelled sentences keep all their labels."""
    texts = [text_of(name) for name in names(POLNEAR)[:articles]]
    own = [_spans(reader, text) for text in texts]
    for kind in KINDS:
        same = told = 0
        for text, mine in zip(texts, own, strict=True):
            changed = exchanged(text, [kind])
            if changed.text == text:
                continue
            found = _spans(reader, changed.text)
            theirs = {changed.original(*span): labels for span, labels in found.items()}
            told += len(mine.keys() | theirs.keys())
            same += sum(theirs.get(span) == labels for span, labels in mine.items())
        share = f"{100 * same / told:.1f} %" if told else "nothing to exchange"
        yield f"{kind:<12}{same} of {told} listed sentences alike: {share}"


def _spans(reader: Reader, text: str) -> dict[tuple[int, int], tuple[Label, ...]]:
    listed = unsourced(*reader.analysed(from_text(text)))
    return {(one.sentence.start, one.sentence.end): one.labels for one in listed}


@click.command(help=__doc__)
@click.option("--held", is_flag=True, help="The third that is looked at only at the end.")
@click.option("--model", type=click.Choice(MODELS), default=MODELS[0])
@click.option("--wrong", is_flag=True, help="Print the sentences that differ (not with --held).")
@click.option("--sides", is_flag=True, help="Exchange sides in articles of polnear/dev.")
@click.option("--articles", default=20, help="How many of them.")
def main(held: bool, model: str, wrong: bool, sides: bool, articles: int) -> None:
    reader = Reader(model)
    if sides:
        for told in exchanged_alike(reader, articles):
            click.echo(told)
        return
    wanted: list[Labels] = []
    own: list[Labels] = []
    gold: list[Labels] = []
    words: list[Labels] = []
    for name, document, sentences in marked(held):
        reading, analysis = reader.analysed(document)
        wanted += [one.labels for one in sentences]
        given = found(reading, analysis, sentences)
        own += given
        gold += found(with_marks(reading, name), analysis, sentences)
        words += listed(document.text, sentences)
        if wrong and not held:
            _differing(document.text, sentences, given)
    click.echo(f"{'F1, right/given/marked':<24}{len(wanted)} sentences")
    click.echo(line("Quoth", wanted, own))
    click.echo(line("with marked statements", wanted, gold))
    click.echo(line("words alone", wanted, words))
    if not held:
        asked, given = [], []
        for document, sentences in ours():
            asked += [one.labels for one in sentences]
            given += found(*reader.analysed(document), sentences)
        click.echo(line("on training/charges", asked, given))


def _differing(text: str, sentences: list[Marked], given: list[Labels]) -> None:
    for one, labels in zip(sentences, given, strict=True):
        if one.labels != labels:
            words = " ".join(text[one.span.start : one.span.end].split())
            click.echo(f"{sorted(one.labels)} {sorted(labels)} {words}")


if __name__ == "__main__":
    main()
