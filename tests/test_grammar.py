"""What is known of a document's grammar, as sources and details read it."""

import numpy as np
import pytest

from quoth.documents import from_text
from quoth.models import MODELS
from quoth.reading import Finder
from quoth.reading.grammar import trees

TEXT = """Ferry sinks off Port Ellery

The harbourmaster may have closed the gate. She did not tell the crew on Sunday.
"""


@pytest.fixture(scope="module")
def analysis():
    return Finder().find(from_text(TEXT))[1]


def token(analysis, text):
    return next(t for t in analysis.tokens if t.text == text)


@pytest.mark.parametrize("model", MODELS)
def test_every_token_leads_back_to_its_characters(model):
    tokens = Finder(model).find(from_text(TEXT))[1].tokens

    assert all(TEXT[t.start : t.end] == t.text for t in tokens)


def test_subject_and_object_hang_on_their_verb(analysis):
    closed = token(analysis, "closed")
    subject, gate = token(analysis, "harbourmaster"), token(analysis, "gate")

    assert (subject.relation, analysis.tokens[subject.head]) == ("nsubj", closed)
    assert (gate.relation, analysis.tokens[gate.head]) == ("obj", closed)


def test_a_phrase_and_its_kind_stand_at_its_head(analysis):
    master = token(analysis, "harbourmaster")

    assert master.entity == "person"
    assert [t.text for t in analysis.tokens[slice(*master.phrase)]] == ["The", "harbourmaster"]


def test_sentences_end_where_they_end_and_at_every_block(analysis):
    firsts = [analysis.tokens[first].text for first, _ in analysis.sentences]

    assert firsts == ["Ferry", "The", "She"]


def test_times_are_tagged(analysis):
    assert token(analysis, "Sunday").time == "B"


def test_what_may_be_is_less_sure_than_what_is_and_what_is_not_least(analysis):
    sinks, closed, tell = (token(analysis, w).certainty for w in ("sinks", "closed", "tell"))

    assert tell < closed < sinks


def test_a_document_without_words_has_no_tokens():
    analysis = Finder().find(from_text(" \n "))[1]

    assert analysis.tokens == ()
    assert analysis.sentences == ()


def test_grammar_does_not_change_what_is_found():
    document = from_text(TEXT)

    assert Finder(grammar=False).find(document)[0] == Finder().find(document)[0]


def test_circles_are_broken_and_every_sentence_has_one_root():
    draw = np.random.default_rng(4)
    sentence = np.repeat([1, 2, 3], [1, 30, 9])

    heads = trees(draw.normal(size=(40, 40)).astype(np.float32), sentence)

    for number, at in enumerate(heads):
        for _ in range(40):
            at = heads[at]
        assert sentence[at] == sentence[number]
        assert heads[at] == at
    assert (heads == np.arange(40)).sum() == 3
