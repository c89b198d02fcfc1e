"""The pairs of `tests/compared/pages`: well formed and, where ECB+ is at hand, whole passages."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from benchmarks.pages import DATA, load, part

Record = dict[str, Any]


def items(held: bool) -> list[Record]:
    found: list[Record] = json.loads((part(held) / "pages" / "items.json").read_text("utf-8"))
    return found


def test_a_third_of_the_pairs_and_whole_topics_are_held_back() -> None:
    here, held = items(False), items(True)
    assert (len(here), len(held)) == (200, 100)
    assert len({item["n"] for item in here + held}) == 300
    assert not {item["topic"] for item in here} & {item["topic"] for item in held}
    assert max(Counter(item["topic"] for item in here + held).values()) <= 20


@pytest.mark.parametrize("held", [False, True])
def test_a_pair_is_two_documents_of_one_topic_and_has_no_words(held: bool) -> None:
    for item in items(held):
        sides = item["a"], item["b"]
        assert sides[0]["document"] != sides[1]["document"]
        for side in sides:
            assert set(side) == {"document", "start", "end", "form", "speaker"}
            assert side["document"].startswith(f"{item['topic']}_")
            assert side["form"] in ("direct", "indirect", "mixed")


@pytest.mark.skipif(not DATA.is_dir(), reason="ECB+ is not at hand")
@pytest.mark.parametrize("held", [False, True])
def test_passages_are_whole_and_quotations_have_their_marks(held: bool) -> None:
    for item in load(held):
        for side in (item.a, item.b):
            assert side.words
            assert side.words == side.words.strip()
            assert side.speaker is None or side.speaker in side.article
            if side.form == "direct":
                assert side.words[0] in '"“'
                assert side.words[-1] in '"”'
