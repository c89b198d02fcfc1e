"""Windows cover a document: each word is one window's own, and none is larger than asked."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quoth.documents import from_text
from quoth.reading.tokens import words
from quoth.reading.windows import windows


class Letters:
    """A vocabulary in which a word has as many pieces as letters, up to four."""

    def pieces(self, word):
        return [7] * min(len(word), 4)


texts = st.lists(st.text("ab .\n\"“”'", max_size=60), max_size=12).map("\n\n".join)


@settings(deadline=None)
@example("a\n\naaaa.aaaa.aaaa.aaaa.a\n\naaaa.aaaa.aaaa.aaaa.a", 24, 0)
@given(texts, st.integers(24, 80), st.integers(0, 8))
def test_each_word_is_one_windows_own(text, limit, context):
    found = list(words(from_text(text)))

    made = list(windows(iter(found), Letters(), limit, context))

    assert [word for w in made for word in w.words[w.own[0] : w.own[1]]] == found
    assert all(len(w.pieces) <= limit for w in made)
    assert all(len(w.first) == len(w.words) for w in made)


def test_a_window_ends_with_a_paragraph_where_it_can():
    text = "\n\n".join(["word " * 19 + "word."] * 6)

    made = list(windows(words(from_text(text)), Letters(), 220, 8))

    ends = [w.words[w.own[1] - 1] for w in made]
    assert len(made) > 2
    assert all(word.end % 102 == 100 for word in ends)
