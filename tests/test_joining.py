"""Mentions of one are joined; namesakes are kept apart."""

from __future__ import annotations

import time

from quoth.analysis import Analysis, Token
from quoth.documents import from_text
from quoth.records import Form, Passage, Span, Statement
from quoth.sources.joining import Groups, joined
from quoth.sources.known import known
from quoth.sources.mentions import mentions

Word = tuple[str, str, int, str, str | None, tuple[int, int]]
"""Text, part of speech, head, relation, kind and phrase, both counted in the sentence."""


def analysis(*sentences: list[Word]) -> Analysis:
    """What the network would say of sentences that are each a paragraph."""
    text = "\n\n".join(" ".join(word[0] for word in words) for words in sentences)
    document = from_text(text)
    tokens: list[Token] = []
    at = 0
    for number, words in enumerate(sentences):
        base = len(tokens)
        for word, pos, head, relation, kind, (first, end) in words:
            start = text.index(word, at)
            at = start + len(word)
            tokens.append(
                Token(
                    word, start, at, document.block_at(start), number, pos, base + head,
                    relation, kind, (base + first, base + end), "O", 0.0,
                )
            )  # fmt: skip
    return Analysis(document, tuple(tokens))


def said(name: str, *, first: str = "") -> list[Word]:
    """`name` said no; with a first name or a title before it."""
    if not first:
        return [
            (name, "PROPN", 1, "nsubj", "person", (0, 1)),
            ("said", "VERB", 1, "root", None, (1, 2)),
            ("no", "INTJ", 1, "obj", None, (2, 3)),
        ]
    return [
        (first, "PROPN", 1, "compound", None, (0, 1)),
        (name, "PROPN", 2, "nsubj", "person", (0, 2)),
        ("said", "VERB", 2, "root", None, (2, 3)),
        ("no", "INTJ", 2, "obj", None, (3, 4)),
    ]


def pronoun_said(word: str) -> list[Word]:
    return [
        (word, "PRON", 1, "nsubj", "person", (0, 1)),
        ("said", "VERB", 1, "root", None, (1, 2)),
        ("so", "ADV", 1, "advmod", None, (2, 3)),
    ]


def texts(read: Analysis, *statements: Statement) -> list[list[str]]:
    text = read.document.text
    return [
        [text[m.span.start : m.span.end] for m in entity.mentions]
        for entity in joined(read, statements)
    ]


def test_a_short_name_and_a_pronoun_join_the_full_name() -> None:
    read = analysis(said("Orr", first="Silas"), said("Orr"), pronoun_said("He"))
    assert texts(read) == [["Silas Orr", "Orr", "He"]]


def test_two_of_one_surname_are_kept_apart_by_first_name_and_title() -> None:
    read = analysis(
        said("Orr", first="Silas"),
        said("Orr", first="Mara"),
        said("Orr", first="Mr"),
        said("Orr", first="Mrs"),
    )
    assert texts(read) == [["Silas Orr", "Mr Orr"], ["Mara Orr", "Mrs Orr"]]


def test_she_is_not_a_man_named_just_before() -> None:
    read = analysis(said("Lund", first="Mara"), said("Orr", first="Silas"), pronoun_said("She"))
    assert ["Mara Lund", "She"] in texts(read)


def test_i_in_a_quotation_is_who_speaks() -> None:
    read = analysis(
        said("Lund", first="Mara"),
        [
            ("I", "PRON", 1, "nsubj", "person", (0, 1)),
            ("left", "VERB", 1, "root", None, (1, 2)),
            ("Orr", "PROPN", 3, "nsubj", "person", (2, 3)),
            ("said", "VERB", 1, "parataxis", None, (3, 4)),
        ],
    )
    at = read.document.text.index("I left")
    statement = Statement(
        "s1",
        Passage(read.document, (Span(at + 7, at + 10),)),
        Passage(read.document, (Span(at + 11, at + 15),)),
        Passage(read.document, (Span(at, at + 6),)),
        "direct",
        None,
        0.9,
    )
    assert texts(read, statement) == [["Mara Lund"], ["I", "Orr"]]


def told(read: Analysis, source: str, content: str, form: Form = "indirect") -> Statement:
    text = read.document.text
    parts = [
        Passage(read.document, (Span(text.index(p), text.index(p) + len(p)),))
        for p in (source, content)
    ]
    return Statement("s1", parts[0], None, parts[1], form, None, 0.9)


def test_he_said_goes_on_with_the_last_source_and_not_with_whom_that_spoke_of() -> None:
    statement: list[Word] = [
        ("Ambrose", "PROPN", 1, "compound", None, (0, 1)),
        ("Lund", "PROPN", 2, "nsubj", "person", (0, 2)),
        ("said", "VERB", 2, "root", None, (2, 3)),
        ("Silas", "PROPN", 4, "compound", None, (3, 4)),
        ("Orr", "PROPN", 5, "nsubj", "person", (3, 5)),
        ("lied", "VERB", 2, "ccomp", None, (5, 6)),
    ]
    he_left: list[Word] = [
        ("he", "PRON", 1, "nsubj", "person", (0, 1)),
        ("left", "VERB", 1, "root", None, (1, 2)),
    ]
    read = analysis(statement, he_left, pronoun_said("He"))
    statements = (told(read, "Ambrose Lund", "Silas Orr lied\n\nhe left"), told(read, "He", "so"))
    assert texts(read, *statements) == [["Ambrose Lund", "He"], ["Silas Orr", "he"]]


def test_after_as_for_he_is_who_is_turned_to() -> None:
    turned: list[Word] = [
        ("As", "ADP", 2, "case", None, (0, 1)),
        ("for", "ADP", 0, "fixed", None, (1, 2)),
        ("Felix", "PROPN", 5, "obl", "person", (2, 4)),
        ("Tarn", "PROPN", 2, "flat", None, (3, 4)),
        ("he", "PRON", 5, "nsubj", "person", (4, 5)),
        ("agreed", "VERB", 5, "root", None, (5, 6)),
    ]
    read = analysis(said("Lund", first="Ambrose"), turned)
    statements = (told(read, "Ambrose Lund", "no"), told(read, "he", "agreed"))
    assert ["Felix Tarn", "he"] in texts(read, *statements)


def test_she_is_put_to_no_body() -> None:
    council: list[Word] = [
        ("Concord", "PROPN", 1, "nsubj", "organization", (0, 1)),
        ("met", "VERB", 1, "root", None, (1, 2)),
    ]
    read = analysis(council, said("Lund"), pronoun_said("She"))
    groups = Groups(known(read, mentions(read), ()))
    assert not groups.may_add(2, 0)
    assert groups.may_add(2, 1)


def test_a_relative_pronoun_joins_its_noun() -> None:
    read = analysis(
        [
            ("Orr", "PROPN", 3, "nsubj", "person", (0, 3)),
            ("who", "PRON", 2, "nsubj", None, (1, 2)),
            ("lied", "VERB", 0, "acl", None, (2, 3)),
            ("left", "VERB", 3, "root", None, (3, 4)),
        ]
    )
    assert texts(read) == [["Orr who lied", "who"]]


def test_every_source_is_mentioned_even_where_the_network_saw_nothing() -> None:
    read = analysis(
        [("Ellery", "X", 1, "dep", None, (0, 1)), ("said", "VERB", 1, "root", None, (1, 2))]
    )
    source = Passage(read.document, (Span(0, 6),))
    content = Passage(read.document, (Span(7, 11),))
    assert texts(read) == []
    assert texts(read, Statement("s1", source, None, content, "indirect", None, 0.9)) == [
        ["Ellery"]
    ]


def test_an_empty_document_and_odd_grammar_do_no_harm() -> None:
    assert texts(analysis()) == []
    circle: list[Word] = [
        ("who", "PRON", 1, "nsubj", "person", (0, 9)),
        ("that", "PRON", 0, "nsubj", "person", (5, 2)),
    ]
    assert [m for some in texts(analysis(circle)) for m in some] == ["who", "that"]


def test_ten_thousand_mentions_of_one_name_are_fast() -> None:
    read = analysis(said("Orr", first="Silas"), *[said("Orr")] * 10_000)
    begun = time.process_time()
    assert len(joined(read, ())) == 1
    assert time.process_time() - begun < 8


def test_the_number_of_a_king_is_no_other_person() -> None:
    read = analysis(said("Orr", first="Silas"), said("I", first="Orr"), said("Orr"))
    assert len(texts(read)) == 1
