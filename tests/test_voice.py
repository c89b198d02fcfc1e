"""How much of a document is its own voice."""

from __future__ import annotations

from dataclasses import replace

from handmade import document_of, reading_of, wire
from hypothesis import given
from hypothesis import strategies as st

from quoth.records import Passage, Reading, Span, Statement
from quoth.voice import leaning, own_share, own_voice

HEARSAY = 'The mayor said "no", then left. A "no", then.\n'


def own_words(reading: Reading) -> list[str]:
    return [reading.document.text[span.start : span.end] for span in own_voice(reading)]


def test_is_what_no_content_covers():
    reading = reading_of(document_of(HEARSAY), [("The mayor", "said", ('"no"',), "direct")])

    assert own_words(reading) == ["The mayor said", ', then left. A "no", then.']


def test_counts_no_white_space():
    reading = reading_of(document_of("ab said  cdef"), [("ab", "said", ("cdef",), "indirect")])

    assert own_share(reading) == 6 / 10


def test_contents_that_overlap_count_once():
    once, twice = wire(), wire()
    twice = replace(twice, statements=twice.statements * 2)

    assert own_share(once) == own_share(twice)


def test_of_a_document_without_words_there_is_none():
    assert own_share(reading_of(document_of(" \n "))) is None


def test_sums_up_statements_by_form_and_act_and_sources_by_kind():
    sums = leaning(wire())

    assert (sums.statements, sums.unsourced) == (6, 1)
    assert sums.forms == {"indirect": 3, "direct": 2, "mixed": 1}
    assert sums.acts == {"assert": 4, "deny": 1, "report": 1}
    assert list(sums.kinds.items()) == [("person", 2), ("organisation", 1), ("group", 1)]
    assert (sums.named, sums.unnamed, sums.reasons) == (0, 4, 0)


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20))))
def test_own_voice_and_contents_never_overlap_and_miss_nothing(text, pieces):
    document = document_of(text)
    spans = [Span(a, min(a + length, len(text))) for a, length in pieces if a < len(text)]
    passages = [Passage(document, (span,)) for span in spans]
    contents = tuple(Statement("s", None, None, p, "indirect", None, 1.0) for p in passages)
    own = own_voice(Reading(document, contents, "none"))

    taken = {n for span in spans for n in range(span.start, span.end)}
    kept = {n for span in own for n in range(span.start, span.end)}
    blocks = {n for b in document.blocks for s in b.spans for n in range(s.start, s.end)}
    assert not taken & kept
    assert all(text[n].isspace() for n in blocks - taken - kept)
