"""Sources of different documents are told to be one by names, roles and what they are told of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.coreference_scores import b_cubed
from quoth.ledger.identities import Entry, Identity, Names, NamesError, Profile, propose, read_names
from quoth.ledger.identities.keys import looked_up, name_keys
from quoth.ledger.identities.likeness import ACRONYM, NAMESAKE, NONE, PART, SPELLING, relation
from quoth.ledger.identities.stored import as_text, from_text
from quoth.ledger.identities.wording import head_of, name_words, nickname

FERRY = ("ellery", "petrel", "ferry", "harbour", "lisk", "sank", "passengers", "crew")
SCHOOL = ("vennick", "school", "pupils", "roof", "teachers", "closure", "council", "classes")


def person(document: int, name: str | None, **known: object) -> Profile:
    values = {
        "kind": "person",
        "gender": "m",
        "context": FERRY,
        "around": ("ferry", "sank"),
        **known,
    }
    return Profile(document, "p1", name=name, **values)  # type: ignore[arg-type]


def is_one(one: Profile, *others: Profile) -> bool:
    return propose(one, [Identity(1, others)]).identity == 1


def test_a_full_name_and_the_same_name_with_a_title_are_one() -> None:
    orr = person(1, "Silas Orr", role="harbourmaster")
    found = propose(person(2, "Mr. Silas Orr", role="harbourmaster"), [Identity(7, (orr,))])
    assert found.identity == 7
    assert found.confidence > 0.5
    assert "the same name" in found.reasons


def test_another_first_name_is_somebody_else() -> None:
    assert not is_one(person(2, "Ida Orr", gender="f"), person(1, "Silas Orr"))


def test_a_namesake_in_other_news_with_another_trade_is_not_joined_by_surname() -> None:
    teacher = person(2, "Orr", gender=None, role="teacher", context=SCHOOL, around=("roof",))
    assert not is_one(teacher, person(1, "Silas Orr", role="harbourmaster"))


def test_an_unnamed_spokesman_is_nobody_in_other_news() -> None:
    one = person(1, None, descriptions=("a police spokesman",))
    other = person(2, None, descriptions=("a police spokesman",), context=SCHOOL, around=("roof",))
    assert not is_one(other, one)


def test_nobody_is_known_in_an_empty_ledger() -> None:
    assert propose(person(1, "Silas Orr"), []).identity is None


@pytest.mark.parametrize(
    ("one", "other", "persons", "expected"),
    [
        ("Silas Orr", "Orr", True, PART),
        ("Silas Orr", "Ida Orr", True, NAMESAKE),
        ("Silas Orrinson", "Silas Orrinsen", True, SPELLING),
        ("Lisk Harbour Board", "LHB", False, ACRONYM),
        ("Silas Orr", "Ida Lund", True, NONE),
    ],
)
def test_names_are_related(one: str, other: str, persons: bool, expected: int) -> None:
    assert relation(name_words(one), name_words(other), persons) == expected


def test_words_of_a_name_are_without_titles_nicknames_and_endings() -> None:
    assert name_words("Capt. Silas 'the Gull' Orr Jr.") == ("silas", "orr")
    assert nickname("Silas 'the Gull' Orr") == "the Gull"
    assert name_words("Orr Shipping Ltd.") == ("orr", "shipping")


def test_the_noun_of_a_description() -> None:
    assert head_of("the harbourmaster's aide") == "aide"
    assert head_of("a man accused of theft") == "man"
    assert head_of("two officials of the port") == "official"


def test_an_acronym_and_the_full_name_meet_in_the_index() -> None:
    board = person(1, "Lisk Harbour Board", kind="organisation")
    short = person(2, "LHB", kind="organisation")
    assert set(name_keys(board)) & set(looked_up(short))
    assert set(name_keys(short)) & set(looked_up(board))


def test_a_profile_comes_back_from_its_text() -> None:
    one = person(3, "Silas Orr", other_names=("Orr",), published="2031-03-02")
    assert from_text(as_text(one), 3, "p1") == one


def test_the_table_of_names_is_used_first() -> None:
    entry = Entry("Silas Orr", ("S. Orr", "the Gull of Lisk"), "Q17")
    wrong = Identity(1, (person(1, "Silas Orr"),))
    found = propose(person(2, "S. Orr"), [wrong], Names([entry]))
    assert (found.entry, found.confidence, found.reasons) == (
        entry,
        1.0,
        ("in your table of names",),
    )


def write(folder: Path, text: str) -> Path:
    file = folder / "people.csv"
    file.write_bytes(text.encode())
    return file


def test_a_table_with_a_mark_of_its_encoding_quotes_and_blank_lines(tmp_path: Path) -> None:
    text = '\ufeffName,Aliases,Identifier\r\n"Orr, Silas",Orr; S. Orr|Gull,Q17\r\n\r\nLHB,,\r\n'
    assert read_names(write(tmp_path, text)) == (
        Entry("Orr, Silas", ("Orr", "S. Orr", "Gull"), "Q17"),
        Entry("LHB"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: no column called name"),
        ("person,aliases\nOrr,\n", "line 1: no column called name"),
        ("name,aliases\nOrr,\n,Gull\n", "line 3: no name"),
        (
            "name\nSilas Orr\nMr Silas Orr\n",
            "line 3: Mr Silas Orr is a name of Silas Orr (line 2) too",
        ),
        ("name,aliases\nOrr,Gull\nLund,Gull\n", "line 3: Gull is a name of Orr (line 2) too"),
        ("name,identifier\nOrr,Q1\nLund,Q1\n", "line 3: identifier Q1 is that of line 2 too"),
        ('name\n"Orr\n', "is no CSV"),
    ],
)
def test_a_wrong_table_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(NamesError) as error:
        read_names(file)
    assert str(error.value).startswith(str(file))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_table_that_is_missing_or_not_utf_8_is_told(tmp_path: Path) -> None:
    with pytest.raises(NamesError, match="cannot read"):
        read_names(tmp_path / "none.csv")
    file = tmp_path / "old.csv"
    file.write_bytes("name\nJosé Orr\n".encode("latin-1"))
    with pytest.raises(NamesError, match="not UTF-8"):
        read_names(file)


def test_b_cubed_of_known_cases() -> None:
    key = [{"a", "b", "c"}, {"d", "e", "f", "g"}]
    assert b_cubed(key, key).values == (1.0, 1.0, 1.0)
    # Bagga and Baldwin's way on one group of all: precision (3 * 3/7 + 4 * 4/7) / 7
    precision, recall, _ = b_cubed(key, [set("abcdefg")]).values
    assert (round(precision, 4), recall) == (round(25 / 49, 4), 1.0)
    precision, recall, _ = b_cubed(key, [{x} for x in "abcdefg"]).values
    assert (precision, round(recall, 4)) == (1.0, round(2 / 7, 4))


def test_a_source_shows_two_identities_to_be_one() -> None:
    full = person(1, "Silas Orr", role="harbourmaster", descriptions=("the harbourmaster",))
    more = replace(full, document=2)
    found = propose(replace(full, document=3), [Identity(1, (full,)), Identity(2, (more,))])
    assert {found.identity, *(also.identity for also in found.also)} == {1, 2}
