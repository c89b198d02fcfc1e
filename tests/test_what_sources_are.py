"""Of what kind a source is, its name, the role it speaks in, and why it has no name."""

from __future__ import annotations

import time

import pytest

import quoth
from quoth.analysis import Analysis
from quoth.records import Source, Span
from quoth.sources import sources
from quoth.sources.nouns import noun
from quoth.sources.reasons import reason_in
from tests.grammars import grammar, said

HARBOURMASTER = """
    The harbourmaster of Port Ellery, Silas Orr, said that boats sank.
    The DET 2 det
    harbourmaster NOUN 10 nsubj person
    of ADP 5 case
    Port PROPN 5 compound
    Ellery PROPN 2 nmod place
    , PUNCT 7 punct
    Silas PROPN 2 appos person
    Orr PROPN 7 flat
    , PUNCT 7 punct
    said VERB 0 root
    that SCONJ 13 mark
    boats NOUN 13 nsubj object
    sank VERB 10 ccomp
    . PUNCT 10 punct
"""


def the_source(analysis: Analysis, words: str) -> Source:
    (statement,), found = sources(said(analysis, words), analysis)
    return next(one for one in found if one.id == statement.source_id)


def plain(words: str, head: int, *tags: str) -> str:
    """A sentence "WORDS said so." whose subject is `words`, a tag for each: pos or pos/relation."""
    size = len(words.split())
    lines = []
    for number, (word, tag) in enumerate(zip(words.split(), tags, strict=True), 1):
        pos, _, rest = tag.partition("/")
        relation, _, entity = rest.partition("/")
        above = size + 1 if number == head else head
        relation = "nsubj" if number == head else relation
        lines.append(f"{word} {pos} {above} {relation or 'dep'} {entity}".strip())
    text = f"{words} said so."
    lines += ["said VERB 0 root", f"so ADV {size + 1} advmod", f". PUNCT {size + 1} punct"]
    return "\n".join([text, *lines])


def test_a_person_has_the_name_without_title_and_the_role_with_its_body() -> None:
    source = the_source(grammar(HARBOURMASTER), "The harbourmaster of Port Ellery, Silas Orr")
    assert source.kind == "person"
    assert source.named
    assert source.name
    assert source.name.text == "Silas Orr"
    assert source.role
    assert source.role.text == "The harbourmaster of Port Ellery"
    assert source.affiliation
    assert source.affiliation.text == "Port Ellery"


@pytest.mark.parametrize(
    ("words", "head", "tags", "kind", "name"),
    [
        ("Tamber Waterworks", 2, ("PROPN/compound", "PROPN"), "organisation", "Tamber Waterworks"),
        (
            "Minister Silas Orr",
            2,
            ("PROPN/nmod", "PROPN//person", "PROPN/flat"),
            "person",
            "Silas Orr",
        ),
        ("the Ministry", 2, ("DET/det", "PROPN//organization"), "government", None),
        ("Vennick", 1, ("PROPN//place",), "government", "Vennick"),
        (
            "the Orr campaign",
            3,
            ("DET/det", "PROPN/compound", "NOUN//organization"),
            "organisation",
            "the Orr campaign",
        ),
        (
            "the Ellery Tidings",
            3,
            ("DET/det", "PROPN/compound", "PROPN//organization"),
            "outlet",
            "Ellery Tidings",
        ),
        ("two officials", 2, ("NUM/nummod", "NOUN//person"), "group", None),
        ("critics", 1, ("NOUN//person",), "unspecified", None),
        ("dam experts", 2, ("NOUN/compound", "NOUN//person"), "group", None),
        ("most people", 2, ("ADJ/amod", "NOUN//person"), "unspecified", None),
        ("the audit", 2, ("DET/det", "NOUN//object"), "document", None),
        ("media reports", 2, ("NOUN/compound", "NOUN//object"), "unspecified", None),
        ("73 percent", 2, ("NUM/nummod", "NOUN"), "group", None),
        ("police", 1, ("NOUN//organization",), "government", None),
        ("House Speaker", 2, ("PROPN/compound", "PROPN//person"), "person", None),
        ("Baker", 1, ("PROPN//person",), "person", "Baker"),
    ],
)
def test_kind_and_name_are_told_by_the_words(
    words: str, head: int, tags: tuple[str, ...], kind: str, name: str | None
) -> None:
    source = the_source(grammar(plain(words, head, *tags)), words)
    assert source.kind == kind
    assert (source.name.text if source.name else None) == name
    assert source.named == (name is not None)


@pytest.mark.parametrize(("entity", "body"), [("", None), ("place", "Vennick")])
def test_what_a_minister_is_in_charge_of_is_no_affiliation(entity: str, body: str | None) -> None:
    first = body or "Transport"
    tags = (f"PROPN/compound/{entity}", "PROPN", "PROPN/flat", "PROPN/flat")
    words = f"{first} Minister Silas Orr"
    source = the_source(grammar(plain(words, 2, *tags)), words)
    assert source.role
    assert (source.affiliation.text if source.affiliation else None) == body


def test_two_named_together_are_a_group_with_two_names() -> None:
    analysis = grammar(
        """
        Orr and Lund said so.
        Orr PROPN 4 nsubj person
        and CCONJ 3 cc
        Lund PROPN 1 conj person
        said VERB 0 root
        so ADV 4 advmod
        . PUNCT 4 punct
        """
    )
    source = the_source(analysis, "Orr and Lund")
    assert source.kind == "group"
    assert source.named
    assert source.name
    assert source.name.text == "Orr … Lund"


def test_they_after_two_named_together_are_the_two() -> None:
    analysis = grammar(
        """
        Orr and Lund met.
        Orr PROPN 4 nsubj person
        and CCONJ 3 cc
        Lund PROPN 1 conj person
        met VERB 0 root
        . PUNCT 4 punct
        """,
        """
        They said so.
        They PRON 2 nsubj
        said VERB 0 root
        so ADV 2 advmod
        . PUNCT 2 punct
        """,
    )
    source = the_source(analysis, "They")
    assert source.kind == "group"
    assert source.name
    assert source.name.text == "Orr … Lund"


def test_two_persons_with_one_surname_keep_their_own_names() -> None:
    analysis = grammar(
        """
        Silas Orr said so.
        Silas PROPN 3 nsubj person
        Orr PROPN 1 flat
        said VERB 0 root
        so ADV 3 advmod
        . PUNCT 3 punct
        """,
        """
        Ida Orr said so.
        Ida PROPN 3 nsubj person
        Orr PROPN 1 flat
        said VERB 0 root
        so ADV 3 advmod
        . PUNCT 3 punct
        """,
    )
    _, found = sources(said(analysis, "Silas Orr", "Ida Orr"), analysis)
    assert [one.name.text for one in found if one.name] == ["Silas Orr", "Ida Orr"]


def test_a_statement_whose_source_is_left_out_has_none() -> None:
    analysis = grammar(HARBOURMASTER)
    (statement,), found = sources(said(analysis, None), analysis)
    assert statement.source_id is None
    assert not found


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Two clerks, who spoke on condition of anonymity because they feared harm, said so.",
            "because they feared harm",
        ),
        (
            "An aide who asked not to be named to discuss private talks said so.",
            "to discuss private talks",
        ),
        (
            "A miller declined to give her name for fear of the bailiffs.",
            "for fear of the bailiffs",
        ),
        (
            "It was late, said a guard who was not authorised to speak publicly.",
            "who was not authorised to speak publicly",
        ),
        (
            "A guard, on condition of anonymity as the inquiry goes on, said so.",
            "as the inquiry goes on",
        ),
        ("An aide who asked not to be named said so.", None),
        ("She was not allowed to leave.", None),
        ("One of the two was quoted as saying so.", None),
    ],
)
def test_the_reason_is_what_the_text_gives_for_naming_nobody(text: str, reason: str | None) -> None:
    found = reason_in(text, Span(0, len(text)))
    assert (text[found.start : found.end] if found else None) == reason


@pytest.mark.parametrize(
    ("word", "lemma", "plural"),
    [
        ("policemen", "policeman", True),
        ("deputies", "deputy", True),
        ("co-founder", "founder", False),
        ("Orr", "orr", False),
        ("census", "census", False),
        ("7", "7", False),
    ],
)
def test_nouns_are_taken_to_the_singular(word: str, lemma: str, plural: bool) -> None:
    assert noun(word) == (lemma, plural)


@pytest.mark.parametrize("words", ["—", "12", "…", '"'])
def test_a_source_that_is_a_bare_mark_or_number_is_borne(words: str) -> None:
    analysis = grammar(f"{words} said so.\n{words} PUNCT 2 dep\nsaid VERB 0 root\nso ADV 2 advmod")
    (statement,), found = sources(said(analysis, words), analysis)
    assert all(not one.named for one in found)
    assert statement.source_id in {None, *(one.id for one in found)}


def test_ten_thousand_mentions_of_one_name_take_no_time() -> None:
    analysis = grammar(*[plain("Orr", 1, "PROPN//person")] * 10_000)
    started = time.process_time()  # of this program alone: others may keep the machine busy
    told, found = sources(said(analysis, *["Orr"] * 10_000), analysis)
    assert time.process_time() - started < 10
    assert len({one.source_id for one in told}) == len(found) == 1
    assert len(found[0].mentions) == 10_000


def test_a_title_goes_to_the_namesake_whom_it_fits():
    reading = quoth.read_text(
        "Anna Veldt, a baker, and her brother Tomas Veldt, a miller, spoke on Monday. "
        "“The mill is closed,” Mrs Veldt said."
    )
    source = next(s for s in reading.sources if s.id == reading.statements[0].source_id)

    assert source.name.text == "Anna Veldt"
