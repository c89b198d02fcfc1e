"""What stands behind the words: citations become the document cited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import document_of

from quoth.reading.citations import citations, with_citations
from quoth.reading.relations import Relation
from quoth.records import Block, Document, Reference, Span


def cited(text: str) -> list[str]:
    document = document_of(text)
    return [" ".join(text[s.start : s.end] for s in one.cited) for one in citations(document)]


def relation(text: str, source: str, content: str) -> Relation:
    def spans(words: str) -> tuple[Span, ...]:
        at = text.index(words)
        return (Span(at, at + len(words)),) if words else ()

    return Relation(spans(source), (), spans(content), "direct", 0.9)


def said(text: str, document: Document, relations: list[Relation]) -> list[tuple[str, str, str]]:
    def words(spans: tuple[Span, ...]) -> str:
        return " ".join(text[s.start : s.end] for s in spans)

    found = with_citations(document, relations)
    return [(words(r.source), words(r.content), words(r.cited)) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall leaked (Orr, The Dam Audit, p. 6).", ["Orr, The Dam Audit, p. 6"]),
        ("The wall leaked (see Orr and Lisk 2031).", ["Orr and Lisk 2031"]),
        ("Orr (2031) holds that the wall leaked.", ["Orr (2031)"]),
        ("The wall leaked (Vell et al., 2029: 14).", ["Vell et al., 2029: 14"]),
        ("The wall leaked (of course) in May (the 3rd).", []),
        ("The mayor (Concord) left in 2031 (and came back).", []),
        ("They counted them [sic] twice [3].", []),
    ],
)
def test_finds_citations_and_nothing_else(text, expected):
    assert cited(text) == expected


def test_a_number_leads_to_its_entry():
    text = "The wall leaked [2].\n\n1. Lisk, M. Rivers. 2027.\n\n2. Orr, S. The Dam Audit. 2031.\n"

    assert cited(text) == ["Orr, S. The Dam Audit. 2031."]


def test_a_note_mark_leads_to_a_note_that_names_a_document():
    text = "The wall leaked.1 It rained.2\n\n1 Orr, The Dam Audit, 2031.\n\n2 All day."
    first, note, remark = (Span(text.index(w), text.index(w) + len(w)) for w in (
        "The wall leaked.1 It rained.2", "1 Orr, The Dam Audit, 2031.", "2 All day.",
    ))  # fmt: skip
    blocks = (
        Block("paragraph", (first,)),
        Block("footnote", (note,)),
        Block("footnote", (remark,)),
    )
    marks = (Reference(Span(16, 17), 1), Reference(Span(28, 29), 2))
    document = replace(document_of(text), blocks=blocks, references=marks)

    [one] = citations(document)
    assert one.cited == (note,)
    assert one.author
    assert text[one.author.start : one.author.end] == "Orr"


def test_a_statement_is_told_its_document():
    text = "“The wall leaked,” wrote Silas Orr (Orr, The Dam Audit, p. 6)."
    statement = relation(text, "Silas Orr", "“The wall leaked,”")

    assert said(text, document_of(text), [statement]) == [
        ("Silas Orr", "“The wall leaked,”", ""),
    ]
    told = replace(statement, cue=(Span(19, 24),))
    assert said(text, document_of(text), [told])[0][2] == "Orr, The Dam Audit, p. 6"


def test_a_quotation_without_a_source_has_the_cited_author():
    text = "It was plain to all. “The wall leaked from the first day” (Orr 2031)."
    unsourced = relation(text, "", "“The wall leaked from the first day”")
    expected = [("Orr", "“The wall leaked from the first day”", "Orr 2031")]

    assert said(text, document_of(text), [unsourced]) == expected
    assert said(text, document_of(text), []) == expected


def test_what_stands_inside_follows_its_outer_statement():
    text = "“The clerk said the wall leaked” (Orr 2031)."
    outer = relation(text, "", "“The clerk said the wall leaked”")
    inner = replace(relation(text, "The clerk", "the wall leaked"), within=outer)

    first, second = with_citations(document_of(text), [outer, inner])
    assert first.cited
    assert second.within is first


def test_ten_thousand_citations_take_no_time():
    text = "“The wall leaked in the year” (Orr 2031). " * 5_000 + "[1] " * 5_000

    assert len(with_citations(document_of(text), [])) == 5_000
