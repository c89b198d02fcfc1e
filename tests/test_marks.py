"""Our own documents against the marks that were made before the reader was run on them.

Floors are a little under what was measured; the figures stand in training/README.md.
"""

import json
from pathlib import Path

import pytest

import quoth
from benchmarks.quality import load_scorer

ROOT = Path(__file__).parent.parent
SCORER = ROOT.parent / "shared" / "score.py"
ROLES = ("source", "cue", "content")
MARKS = sorted((ROOT / "tests" / "marks").glob("*.json"))

needs_scorer = pytest.mark.skipif(not SCORER.exists(), reason="needs ../shared/score.py")


@pytest.fixture(scope="module")
def right():
    """For each hand-marked statement of each example, whether it was found with its source."""
    score = load_scorer(SCORER)
    outcomes = []
    for path in MARKS:
        marks = json.loads(path.read_text())
        reading = quoth.read(ROOT / "examples" / marks["document"])
        found = [as_marked(statement) for statement in reading.statements]
        text = reading.document.text
        hits = {
            i
            for i, _, content, source in score.pair(marks["statements"], found, text)
            if content >= 0.5 and source >= 0.5
        }
        outcomes += [(mark, number in hits) for number, mark in enumerate(marks["statements"])]
    return outcomes


def as_marked(statement):
    parts = {role: getattr(statement, role) for role in ROLES}
    return {
        role: [(span.start, span.end) for span in part.spans] if part else []
        for role, part in parts.items()
    }


@needs_scorer
def test_statements_have_the_right_source(right):
    outer = [hit for mark, hit in right if mark["within"] is None]
    print(f"{sum(outer)} of {len(outer)} statements, {sum(hit for _, hit in right)} with nested")

    assert sum(outer) / len(outer) >= 0.63  # 0.75 is asked and not yet reached


@needs_scorer
def test_block_quotations_have_their_source(right):
    missed = [mark for mark, hit in right if mark.get("block_quotation") and not hit]

    assert len(missed) <= 7  # of nine; none is asked


@needs_scorer
def test_other_genres_are_read(genres):
    rows = load_scorer(SCORER).score(genres)
    figures = {name: 100 * rows["all", name].prf()[2] for name in ("relation", "relation exact")}
    print(", ".join(f"{name} {figure:.1f}" for name, figure in figures.items()))

    assert figures["relation"] >= 77
    assert figures["relation exact"] >= 67


@pytest.fixture(scope="module")
def genres():
    """Text, marks and findings of the ten documents kept for testing, nested statements apart."""
    triples = []
    for path in sorted((ROOT / "tests" / "genres").glob("*.json")):
        marks = json.loads(path.read_text())["statements"]
        reading = quoth.read(path.with_suffix(".txt"))
        found = [as_marked(one) for one in reading.statements if one.within is None]
        outer = [mark for mark in marks if mark["within"] is None]
        triples.append((reading.document.text, outer, found))
    return triples
