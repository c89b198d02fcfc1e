"""Who is named weighs nothing: exchange names and genders, and wordings are as far apart."""

from __future__ import annotations

import pytest

from quoth.compare.event_names import Names, names_of
from quoth.compare.quotations import Quoted, Wording, compare
from quoth.documents import from_text

TEXT = "Here Ilse Marrow said her sister left Port Velm by night. Marrow and the Velm Mail saw her."
EXCHANGED = TEXT.replace("Ilse Marrow", "Jon Abel Castrel Orr").replace("Marrow", "Orr")
EXCHANGED = EXCHANGED.replace("her sister", "his brother").replace("saw her", "saw him")


def names(text: str) -> Names:
    return names_of([from_text(text, "velm.txt")])


def quoted(key: str, words: str, among: Names) -> Quoted:
    return Quoted(key, key, words, "direct", "the harbour master", event="fire", names=among)


def test_exchanged_sides_leave_as_many_words_of_the_same_weight() -> None:
    one, other = (quoted("a", text, names(text)).wording for text in (TEXT, EXCHANGED))
    assert shape(one) == shape(other)
    assert "orr" in other.words
    assert "castrel" not in other.words


def shape(wording: Wording) -> tuple[object, ...]:
    return wording.weights, wording.named, wording.heads, len(wording)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Ilse Marrow left by night", "Marrow left by night", "left_out"),
        ("Ilse Marrow left by night", "Ada Marrow left by night", "name"),
        ("Marrow left by night", "Orr left by night", "name"),
        ("Then he left Velm by night", "Then she left Velm by night", "changed"),
    ],
)
def test_names_and_genders_are_told_apart(first: str, second: str, kind: str) -> None:
    among = names(f"{TEXT}\n\n{EXCHANGED}\n\nNobody saw Ada Marrow.")
    found = compare(quoted("a", first, among), quoted("b", second, among))
    assert found is not None
    assert found.kind == kind
