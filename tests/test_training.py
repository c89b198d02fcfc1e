"""The parts of training that a figure would not show to be wrong."""

import itertools

import pytest

torch = pytest.importorskip("torch", reason="needs the training extra")

from training import crf  # noqa: E402
from training.data import Article, examples, without_marks  # noqa: E402
from training.model import ROLES, SCORES, relative_buckets  # noqa: E402


def test_likelihoods_of_all_rows_sum_to_one():
    torch.manual_seed(0)
    scores, transitions = torch.randn(1, 4, SCORES), torch.randn(ROLES, ROLES)
    rows = torch.tensor(list(itertools.product(range(ROLES), repeat=4)))

    found = crf.log_likelihood(
        scores.expand(len(rows), -1, -1),
        transitions,
        torch.ones(len(rows), 4, dtype=torch.bool),
        rows,
    )

    assert found.exp().sum().item() == pytest.approx(1, abs=1e-4)


def test_padding_changes_no_likelihood():
    torch.manual_seed(0)
    scores, transitions = torch.randn(1, 3, SCORES), torch.randn(ROLES, ROLES)
    row = torch.tensor([[1, 2, 3]])
    alone = crf.log_likelihood(scores, transitions, torch.ones(1, 3, dtype=torch.bool), row)

    longer = torch.cat([scores, torch.randn(1, 2, SCORES)], 1)
    mask = torch.tensor([[True, True, True, False, False]])
    padded = crf.log_likelihood(longer, transitions, mask, torch.tensor([[1, 2, 3, 0, 0]]))

    # Each padding word adds one step from outside to outside to the row and to all rows alike.
    assert padded.item() == pytest.approx(alone.item(), abs=1e-4)


def test_near_positions_have_buckets_of_their_own():
    buckets = relative_buckets(300)

    assert len(set(buckets[100, 93:108].tolist())) == 15
    assert buckets[0, 299] == buckets[0, 290]


@pytest.fixture
def article():
    from quoth.documents import from_text
    from quoth.reading.tokens import words

    found = list(words(from_text('"We are leaving," Ora Lund said. Nobody answered.')))
    roles = {0: 3, 1: 3, 2: 3, 3: 3, 6: 1, 7: 1, 8: 2}
    return Article("t", found, [roles])


def test_an_article_without_marks_keeps_its_relations(article):
    bare = without_marks(article)

    assert [word.text for word in bare.words[:3]] == ["We", "are", "leaving"]
    names = {bare.words[n].text: role for n, role in bare.relations[0].items()}
    assert names == {"We": 3, "are": 3, "leaving": 3, "Ora": 1, "Lund": 1, "said": 2}


def test_a_relation_is_taught_in_the_window_that_holds_its_cue(article):
    class Letters:
        def pieces(self, word):
            return [7]

    (example,) = examples(article, Letters(), limit=64)

    assert example.cues.tolist() == [[8, 9]]
    assert example.roles[0, :9].tolist() == [3, 3, 3, 3, 0, 0, 1, 1, 2]
