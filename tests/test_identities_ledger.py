"""A ledger keeps who is who: proposed, from a table, or said by people, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.documents import from_text
from quoth.ledger import Ledger, open_ledger
from quoth.ledger.errors import NotFound
from quoth.ledger.keeping import put_document, put_reading
from quoth.ledger.linking import join, regroup
from quoth.ledger.named import new_identity
from quoth.records import Kind, Passage, Reading, Source, Span, Statement

FERRY = "The ferry Petrel sank off Ellery. {} said the Petrel had carried too many passengers."
LATER = "Divers went down to the Petrel off Ellery. {} said the ferry would be raised in May."
SCHOOL = "Pupils in Vennick stay at home. {} said the roof of the school was not safe."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "news.db") as ledger:
        yield ledger


def reading_of(text: str, called: str, name: str | None, kind: Kind = "person") -> Reading:
    """One statement by one source, which the text calls `called`."""
    document = from_text(text.format(called), f"{abs(hash((text, called)))}.txt")

    def passage(words: str) -> Passage:
        start = document.text.index(words)
        return Passage(document, (Span(start, start + len(words)),))

    source = Source(
        "p1",
        kind,
        name is not None,
        passage(name) if name else None,
        () if name else (passage(called),),
        (passage(called),),
    )
    content = passage(document.text.partition(" said ")[2].rstrip("."))
    said = Statement("s1", passage(called), passage("said"), content, "indirect", None, 0.9, "p1")
    return Reading(document, (said,), "by hand", (source,))


def keep(ledger: Ledger, text: str, called: str, name: str | None = None, **more: Kind) -> int:
    reading = reading_of(text, called, name, **more)
    with ledger.store.transaction():
        number = put_document(ledger.store, reading.document, None)
        put_reading(ledger.store, number, reading)
    return number


def identity_of(ledger: Ledger, document: int) -> int:
    row = ledger.store.value(
        "SELECT identity FROM identities_flat WHERE source = ?", (f"{document}:p1",)
    )
    return int(row)


def test_a_source_of_two_documents_is_shown_once_with_all_it_said(ledger: Ledger) -> None:
    keep(ledger, FERRY, "Harbourmaster Silas Orr", "Silas Orr")
    keep(ledger, LATER, "Silas Orr", "Silas Orr")
    keep(ledger, SCHOOL, "Ida Lund", "Ida Lund")
    assert list(ledger.link()) == [1, 2, 3]
    first, *others = ledger.identities()
    assert (first.name, first.documents, first.statements) == ("Silas Orr", 2, 2)
    assert [one.name for one in others] == ["Ida Lund"]
    page = ledger.identity(first.number)
    assert [made.id for made in page.statements] == ["1:s1", "2:s1"]
    assert "the same name" in page.sources[1].reasons
    assert [one.name for one in ledger.identities("lund")] == ["Ida Lund"]


def test_only_what_is_new_is_linked(ledger: Ledger) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    assert list(ledger.link()) == [1]
    assert list(ledger.link()) == []
    keep(ledger, LATER, "Silas Orr", "Silas Orr")
    assert list(ledger.link()) == [2]


def test_a_document_read_anew_keeps_its_identities(ledger: Ledger) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    list(ledger.link())
    before = identity_of(ledger, 1)
    with ledger.store.transaction():
        put_reading(ledger.store, 1, reading_of(FERRY, "Silas Orr", "Silas Orr"))
    assert list(ledger.link()) == [1]
    assert identity_of(ledger, 1) == before


def test_a_failure_in_the_middle_leaves_nothing_behind(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    monkeypatch.setattr("quoth.ledger.linking.event_keys", lambda profile: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(ledger.link())
    counts = [
        ledger.store.value(f"SELECT count(*) FROM {table}")
        for table in ("identities", "links", "link_keys", "contexts", "linked")
    ]
    assert counts == [0, 0, 0, 0, 0]


def test_removing_a_document_leaves_no_word_of_its_sources(ledger: Ledger) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    list(ledger.link())
    ledger.remove([1], "me", "asked")
    assert ledger.identities() == []
    assert ledger.store.value("SELECT count(*) FROM links") == 0
    assert ledger.store.value("SELECT count(*) FROM link_keys") == 0
    assert b"Silas" not in Path(ledger.store.path).read_bytes()


def test_people_join_and_part_and_take_it_back(ledger: Ledger) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    keep(ledger, SCHOOL, "Ida Lund", "Ida Lund")
    keep(ledger, LATER, "Silas Orr", "Silas Orr")
    list(ledger.link())
    orr, lund = identity_of(ledger, 1), identity_of(ledger, 2)
    same = ledger.same(str(orr), str(lund), "me", "she married")
    assert identity_of(ledger, 2) == identity_of(ledger, 1)
    ledger.undo(same.id, who="me")
    assert identity_of(ledger, 2) == lund
    differ = ledger.differ("3:p1", None, "me", "his son")
    assert identity_of(ledger, 3) not in (orr, lund)
    proposed = ledger.store.value("SELECT identity FROM links WHERE document = 3")
    assert proposed == orr  # what was proposed stays
    ledger.undo(differ.id, who="you")
    assert identity_of(ledger, 3) == orr
    assert [(one.action, one.undone) for one in ledger.decisions()] == [
        ("same", True),
        ("differ", True),
    ]


def test_identities_that_people_parted_are_not_joined_again_by_proposals(ledger: Ledger) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    keep(ledger, SCHOOL, "Ida Lund", "Ida Lund")
    list(ledger.link())
    ledger.differ("1", "2", "me")
    with ledger.store.transaction():
        join(ledger.store, 1, 2, 0.9, ["alike"])
    assert identity_of(ledger, 1) != identity_of(ledger, 2)


def test_the_later_word_on_two_identities_counts(ledger: Ledger) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    keep(ledger, SCHOOL, "Ida Lund", "Ida Lund")
    list(ledger.link())
    ledger.differ("1", "2", "me")
    ledger.same("1", "2", "you")
    assert identity_of(ledger, 1) == identity_of(ledger, 2)
    assert [one.undone for one in ledger.decisions()] == [False, False]  # the log has both
    ledger.differ("2", "1", "me")
    assert identity_of(ledger, 1) != identity_of(ledger, 2)


def test_a_source_that_was_parted_is_joined_again(ledger: Ledger) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    keep(ledger, LATER, "Silas Orr", "Silas Orr")
    list(ledger.link())
    first = ledger.differ("2:p1", None, "me")
    ledger.same("2:p1", "1:p1", "you")
    assert identity_of(ledger, 1) == identity_of(ledger, 2)
    again = ledger.differ("2:p1", None, "me")
    assert identity_of(ledger, 1) != identity_of(ledger, 2)
    ledger.undo(first.id, who="me")
    ledger.undo(again.id, who="me")  # it was of what the first made, which is undone
    assert ledger.store.value("SELECT said FROM links WHERE document = 2") is None


ADA, BEA, COE, DAN = "1234"
PAIRS = tuple(combinations((ADA, BEA, COE, DAN), 2))


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Four identities that nothing was said of."""
    with open_ledger(tmp_path_factory.mktemp("four") / "news.db") as ledger:
        with ledger.store.transaction():
            for _ in range(4):
                new_identity(ledger.store)
        yield ledger


def parted(ledger: Ledger) -> list[set[str]]:
    """Who is shown as one."""
    groups: dict[int, set[str]] = {}
    for number, shown in ledger.store.rows("SELECT id, shown FROM identities"):
        groups.setdefault(shown, set()).add(str(number))
    return sorted(groups.values(), key=sorted)


def say(ledger: Ledger, *words: str) -> None:
    """`same 1 2`, `differ 1 2`; from nothing said."""
    with ledger.store.transaction():
        ledger.store.run("DELETE FROM decisions")
        regroup(ledger.store)
    for action, one, other in map(str.split, words):
        (ledger.same if action == "same" else ledger.differ)(one, other, "me")


@given(
    st.lists(
        st.tuples(st.sampled_from(("same", "differ")), st.sampled_from(PAIRS))
        | st.integers(0, 9),  # takes back what stands there
        max_size=9,
    )
)
@settings(max_examples=60, deadline=None)
def test_the_last_word_on_each_pair_is_what_is_shown(four: Ledger, steps: list) -> None:
    say(four)
    standing: list[tuple[str, str, tuple[str, str]]] = []
    for step in steps:
        if isinstance(step, tuple):
            action, pair = step
            said = (four.same if action == "same" else four.differ)(*pair, "me")
            standing.append((said.id, *step))
            together = any(set(pair) <= group for group in parted(four))
            assert together == (action == "same")  # what is said last holds in any case
        elif step < len(standing):
            four.undo(standing.pop(step)[0], who="me")
    words = {pair: action for _, action, pair in standing}
    expected = [{one} for one in (ADA, BEA, COE, DAN)]
    for one, other in (pair for pair, action in words.items() if action == "same"):
        chain = [group for group in expected if group & {one, other}]
        expected = [group for group in expected if group not in chain] + [set().union(*chain)]
    apart = [set(pair) for pair, action in words.items() if action == "differ"]
    if not any(pair <= group for pair in apart for group in expected):
        assert parted(four) == sorted(expected, key=sorted)


def test_where_a_chain_contradicts_the_later_words_count(four: Ledger) -> None:
    say(four, "same 1 2", "same 2 3", "differ 1 3")
    assert parted(four) == [{ADA}, {BEA, COE}, {DAN}]
    say(four, "differ 1 3", "same 1 2", "same 2 3")
    assert parted(four) == [{ADA, BEA, COE}, {DAN}]
    four.undo(who="me")
    assert parted(four) == [{ADA, BEA}, {COE}, {DAN}]


def test_one_is_not_joined_to_itself(ledger: Ledger) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    list(ledger.link())

    with pytest.raises(NotFound, match="1, 1: is one already"):
        ledger.same("1", "1", "me")


def test_what_is_not_there_is_told(ledger: Ledger) -> None:
    with pytest.raises(NotFound, match="no such identity"):
        ledger.identity(5)
    with pytest.raises(NotFound, match="no such source"):
        ledger.differ("1:p1", None, "me")
    with pytest.raises(NotFound, match="no such correction or decision"):
        ledger.undo("1", who="me")


def test_the_table_of_names_joins_what_names_do_not(ledger: Ledger, tmp_path: Path) -> None:
    keep(ledger, FERRY, "Silas Orr", "Silas Orr")
    keep(ledger, SCHOOL, "The Gull", "The Gull")
    list(ledger.link())
    assert identity_of(ledger, 1) != identity_of(ledger, 2)
    file = tmp_path / "people.csv"
    file.write_text("name,aliases,identifier\nSilas Orr,The Gull,Q17\n", "utf-8")
    assert ledger.take_names(file) == (1, 2)
    assert identity_of(ledger, 1) == identity_of(ledger, 2)
    (known,) = ledger.identities()
    assert (known.name, known.identifier, known.documents) == ("Silas Orr", "Q17", 2)
    keep(ledger, LATER, "Silas Orr", "Silas Orr")
    list(ledger.link())
    page = ledger.identity(known.number)
    assert page.sources[-1].reasons == ("in your table of names",)
    assert ledger.take_names(file) == (1, 0)  # the same table again changes nothing


def test_commands(quoth, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "quoth.db") as ledger:
        keep(ledger, FERRY, "Silas Orr", "Silas Orr")
        keep(ledger, LATER, "Silas Orr", "Silas Orr")
    assert quoth("link").output == "linked the sources of 2 documents\n"
    listed = quoth("identities").output
    assert "Silas Orr" in listed
    number = listed.splitlines()[1].split()[0]
    shown = quoth("identity", number).output
    assert "the same name" in shown
    assert "2:s1" in shown
    assert '"type": "identity"' in quoth("identity", number, "--format", "jsonl").output
    name = quoth("differ", "2:p1", "--who", "me").output.split()[2].rstrip(";")
    assert f"{name}  2:p1 differs; it is 2, me, " in quoth("identities", "--decisions").output
    assert quoth("undo", name).output == f"{name}  undone: 2:p1 differs; it is 2\n"
    (tmp_path / "people.csv").write_text("name\nSilas Orr\n", "utf-8")
    assert quoth("names", "people.csv").output == "1 name; 2 sources newly linked\n"
    (tmp_path / "people.csv").write_text("nam\nSilas Orr\n", "utf-8")
    failed = quoth("names", "people.csv")
    assert failed.exit_code == 1
    assert "people.csv, line 1" in failed.stderr
