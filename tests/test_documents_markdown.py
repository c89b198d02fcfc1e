"""Markdown: words without its markup, notes tied to their marks, what its head says."""

from __future__ import annotations

import time

import pytest

from quoth.documents import open_document
from quoth.documents.options import Options
from quoth.documents.roles import shown
from quoth.documents.source import Source
from quoth.documents.text.markdown import read
from quoth.records import Document

ARTICLE = """\
---
title: "Ferry sinks"
authors:
  - Ann Marsh
  - Oda Fell
date: 2031-03-02T10:00:00Z
lang: en
source: The Vennick Lantern
url: https://lantern.example/ferry
---
# Ferry *sinks* off [Port Ellery](https://maps.example/a_(b))

*By Ann Marsh*

The **Tern** had `40` people
too many, [an official](x.html "why") said.[^1]

> We will
> look into *it*.

1. It sank.
2. It _rose_.

| Day | Dead |
|-----|-----:|
| Mon | 31   |

![Photo: The Tern in port](tern.jpg)

<!-- an editor's remark -->

[^1]: The *official* asked not to be named,
    for fear.
[^2]: Nobody refers to this one.
"""


def markdown(text: str) -> Document:
    return open_document(text.encode(), "article.md")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, shown(document.text, block)) for block in document.blocks]


def test_blocks_hold_words_alone_and_the_text_stays_as_it_is() -> None:
    document = markdown(ARTICLE)

    assert document.text == ARTICLE
    assert blocks(document) == [
        ("title", "Ferry sinks off Port Ellery"),
        ("byline", "By Ann Marsh"),
        ("paragraph", "The Tern had 40 people too many, an official said."),
        ("quotation", "We will look into it."),
        ("item", "It sank."),
        ("item", "It rose."),
        ("table", "Day Dead Mon 31"),
        ("caption", "Photo: The Tern in port"),
        ("footnote", "The official asked not to be named, for fear."),
        ("footnote", "Nobody refers to this one."),
    ]


def test_a_mark_is_tied_to_its_note() -> None:
    document = markdown(ARTICLE)

    [reference] = document.references

    assert document.text[reference.span.start : reference.span.end] == "[^1]"
    assert blocks(document)[reference.block][1].startswith("The official asked")


def test_the_head_says_who_wrote_what_when_and_where() -> None:
    metadata = markdown(ARTICLE).metadata

    assert metadata.title
    assert metadata.title.value == "Ferry sinks"
    assert [author.value for author in metadata.authors] == ["Ann Marsh", "Oda Fell"]
    assert metadata.published
    assert metadata.published.value == "2031-03-02"
    assert metadata.language
    assert metadata.language.value == "en"
    assert metadata.outlet
    assert metadata.outlet.value == "The Vennick Lantern"
    assert metadata.address
    assert metadata.address.value == "https://lantern.example/ferry"


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("author: Ann Marsh and Oda Fell", ["Ann Marsh", "Oda Fell"]),
        ("authors: [Ann Marsh, 'Oda Fell']", ["Ann Marsh", "Oda Fell"]),
        ('author: "Desk"', ["Desk"]),
        ("title: None is named", []),
    ],
)
def test_authors_are_given_in_several_ways(head: str, authors: list[str]) -> None:
    metadata = markdown(f"---\n{head}\n---\nIt sank.\n").metadata

    assert [author.value for author in metadata.authors] == authors


def test_a_toml_head_is_read_too() -> None:
    document = markdown('+++\ntitle = "Ferry sinks"\ndate = 2031-03-02\n+++\nIt sank.\n')

    assert (document.title, document.published) == ("Ferry sinks", "2031-03-02")


def test_marks_of_italics_stand_in_no_block() -> None:
    document = markdown("The mayor told the *Lantern*, she said.\n")

    pieces = [document.text[span.start : span.end] for span in document.blocks[0].spans]

    assert pieces == ["The mayor told the", "Lantern", ", she said."]


@pytest.mark.parametrize(
    "unit", ["[", "![a](", "*a ", "`", "<a ", "> ", "- ", "|a", "[^1]: ", "\\", "- [^1]: a\n"]
)
def test_hostile_text_takes_its_length(unit: str) -> None:
    source = Source("hostile.md", (unit * (100_000 // len(unit))).encode())
    begun = time.process_time()

    list(read(source, Options()))

    assert time.process_time() - begun < 5
