"""The parts of training that a figure would not show to be wrong."""

import itertools
import random

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel

from quoth.documents import from_text
from quoth.reading.encoder import Encoder
from quoth.reading.roles import ROLES, SCORES
from quoth.reading.tokens import words

torch = pytest.importorskip("torch", reason="needs the training extra")

from training import crf  # noqa: E402
from training.batches import batches  # noqa: E402
from training.data import examples  # noqa: E402
from training.loss import word_vectors  # noqa: E402
from training.model import Reader, Shape, headed, in_reach, relative_buckets  # noqa: E402
from training.unmarked import gum_text, timebank_text  # noqa: E402
from training.vary import Article, in_capitals, mistyped, without_marks  # noqa: E402


def test_likelihoods_of_all_rows_sum_to_one():
    torch.manual_seed(0)
    scores, transitions = torch.randn(1, 4, SCORES), torch.randn(ROLES, ROLES)
    rows = torch.tensor(list(itertools.product(range(ROLES), repeat=4)))

    found = crf.log_likelihood(
        scores.expand(len(rows), -1, -1),
        transitions,
        torch.ones(len(rows), 4, dtype=torch.bool),
        crf.edges_of(rows),
    )

    assert found.exp().sum().item() == pytest.approx(1, abs=1e-4)


def test_padding_changes_no_likelihood():
    torch.manual_seed(0)
    scores, transitions = torch.randn(1, 3, SCORES), torch.randn(ROLES, ROLES)
    row = torch.tensor([[1, 2, 3]])
    words = torch.ones(1, 3, dtype=torch.bool)
    alone = crf.log_likelihood(scores, transitions, words, crf.edges_of(row))

    longer = torch.cat([scores, torch.randn(1, 2, SCORES)], 1)
    mask = torch.tensor([[True, True, True, False, False]])
    row = torch.tensor([[1, 2, 3, 0, 0]])
    padded = crf.log_likelihood(longer, transitions, mask, crf.edges_of(row))

    # Each padding word adds one step from outside to outside to the row and to all rows alike.
    assert padded.item() == pytest.approx(alone.item(), abs=1e-4)


def test_what_a_teacher_thinks_likely_is_the_mean_of_all_rows():
    torch.manual_seed(0)
    scores, transitions = torch.randn(1, 3, SCORES), torch.randn(ROLES, ROLES)
    words = torch.ones(1, 3, dtype=torch.bool)
    rows = torch.tensor(list(itertools.product(range(ROLES), repeat=3)))
    edges = crf.edges_of(rows)
    each = scores.expand(len(rows), -1, -1)
    likely = crf.log_likelihood(each, transitions, words.expand(len(rows), -1), edges).exp()

    found = crf.likely_edges(scores, transitions, words)

    assert torch.allclose(found[0], (edges * likely[:, None, None, None]).sum(0), atol=1e-4)


def test_a_piece_sees_its_block_and_the_two_beside_it():
    seen = in_reach(torch.arange(10), 3)

    assert seen[4].tolist() == [True] * 9 + [False]
    assert seen[0].tolist() == [True] * 6 + [False] * 4


def test_near_positions_have_buckets_of_their_own():
    buckets = relative_buckets(300)

    assert len(set(buckets[100, 93:108].tolist())) == 15
    assert buckets[0, 299] == buckets[0, 290]


@pytest.fixture
def article():
    found = list(words(from_text('"We are leaving," Ora Lund said. Nobody answered.')))
    roles = {0: 3, 1: 3, 2: 3, 3: 3, 6: 1, 7: 1, 8: 2}
    return Article("t", found, [roles])


def test_an_article_without_marks_keeps_its_relations(article):
    bare = without_marks(article)

    assert [word.text for word in bare.words[:3]] == ["We", "are", "leaving"]
    names = {bare.words[n].text: role for n, role in bare.relations[0].items()}
    assert names == {"We": 3, "are": 3, "leaving": 3, "Ora": 1, "Lund": 1, "said": 2}


def test_typing_mistakes_and_capitals_keep_every_word_in_its_place():
    text = "Ferry sinks off the point\n\n" + "Nobody counted the passengers on Monday. " * 20
    plain = Article("t", list(words(from_text(text))), [{0: 3}])
    wrong = mistyped(plain, random.Random(3))
    loud = in_capitals(plain)

    changed = [(a.text, b.text) for a, b in zip(plain.words, wrong.words, strict=True) if a != b]
    assert 3 <= len(changed) <= 20
    assert all(abs(len(a) - len(b)) <= 1 and a[0] == b[0] for a, b in changed)
    assert [w.start for w in wrong.words] == [w.start for w in plain.words]
    assert [w.text for w in loud.words[:6]] == ["FERRY", "SINKS", "OFF", "THE", "POINT", "Nobody"]
    assert loud.relations == wrong.relations == plain.relations


def test_texts_without_marks_keep_their_paragraphs():
    first = "# newpar\n# newpar_block = p\n# text = It rained.\n# text = Nobody came.\n"
    second = "# newpar\n# text = So it goes.\n"
    assert gum_text(first + second) == "It rained. Nobody came.\n\nSo it goes.\n"

    tagged = "<TEXT>\nIt <EVENT>rained</EVENT>\nall day &amp; night.\n\nSo.\n</TEXT>"
    assert timebank_text(tagged) == "It rained all day & night.\n\nSo.\n"


class Letters:
    """A vocabulary of one piece for each word."""

    def pieces(self, word):
        return [3 + sum(map(ord, word)) % 50]


def test_what_is_exported_says_what_the_network_says(article, tmp_path):
    pytest.importorskip("onnx", reason="needs the training extra")
    from training.export import export

    torch.manual_seed(0)
    reader = Reader(Shape(width=128, heads=2, inner=128, layers=2, reach=8), 60, hidden=16).eval()
    made = examples(article, Letters(), limit=64)
    (batch,) = batches(made, 64, random.Random(0))
    tokenizer = Tokenizer(WordLevel({"[UNK]": 0}, unk_token="[UNK]")).to_str()
    export(reader, tokenizer, {"limit": 64}, [batch], tmp_path)

    encoding = Encoder(tmp_path).encode(made[0].window)

    with torch.no_grad():
        words = word_vectors(reader, batch)
        wanted = reader.of_word(words)[0].numpy()
    # 8 bits in two layers leave a few percent.
    assert np.abs(encoding.of_word - wanted).max() < 0.1 * np.abs(wanted).max()


def test_no_two_neighbouring_weights_overflow_older_processors():
    pytest.importorskip("onnx", reason="needs the training extra")
    from training.graph import unsaturated

    rounded = np.asarray([[127, 127, -100, -29, 127, -127, 3, 4]], np.int8)

    assert unsaturated(rounded).tolist() == [[64, 64, -99, -29, 127, -127, 3, 4]]


def test_a_student_begins_with_the_heads_of_its_teacher():
    teacher = Reader(Shape(width=128, heads=2, inner=64, layers=1, reach=8), 20, 16, width=128)
    narrow = Reader(Shape(width=64, heads=1, inner=64, layers=1, reach=8), 20, 16, width=128)

    student = headed(narrow, teacher)

    assert torch.equal(student.of_word.weight, teacher.of_word.weight)
    assert torch.equal(student.transitions, teacher.transitions)


def test_a_relation_is_taught_in_the_window_that_holds_its_cue(article):
    (example,) = examples(article, Letters(), limit=64)

    assert example.cues.tolist() == [[8, 9]]
    assert example.roles[0, :9].tolist() == [3, 3, 3, 3, 0, 0, 1, 1, 2]
