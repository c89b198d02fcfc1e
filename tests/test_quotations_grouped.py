"""Versions of one utterance across documents."""

from __future__ import annotations

from dataclasses import replace

from test_quotations_compared import PILOTS, SAID, said, told

from quoth.compare.quotations import grouped

OTHER = "Nobody who lives below the dam was warned, and the siren has not been tested since May."


def test_versions_stand_together_with_the_longest_and_the_earliest() -> None:
    short = said(SAID.replace(" of Port Ellery", ""), "b", day="2031-03-01")
    (group,) = grouped(
        [said(SAID), short, said(OTHER, "c"), said(SAID.replace("forty", "four"), "d")]
    )
    assert [version.quoted.document for version in group.versions] == ["b", "a", "d"]
    assert (group.longest, group.earliest) == ("a:s1", "b:s1")
    kinds = {v.quoted.document: v.difference and v.difference.kind for v in group.versions}
    assert kinds == {"b": "left_out", "a": None, "d": "number"}


def test_a_quotation_of_one_document_alone_is_no_group() -> None:
    assert grouped([said(SAID), replace(said(SAID), key="a:s2")]) == ()


def test_a_splice_stands_with_both_its_originals_and_keeps_them_apart() -> None:
    joined = SAID.replace(" before the inquiry has heard the forty pilots of Port Ellery", "")
    joined += " The siren has not been tested since May."
    groups = grouped([said(SAID), said(OTHER, "c"), said(joined, "b")])
    assert {frozenset(v.quoted.document for v in g.versions) for g in groups} <= {
        frozenset("ab"),
        frozenset("bc"),
    }


def test_a_long_quotation_that_others_give_halves_of_is_no_splice() -> None:
    whole = said(f"{SAID} {OTHER}")
    groups = grouped([whole, said(SAID, "b"), said(OTHER, "c")])
    assert all(not version.made_of for group in groups for version in group.versions)


def test_five_thousand_copies_of_one_page_cost_little_and_are_one_group() -> None:
    copies = [replace(said(SAID), key=f"{n}:s1", document=str(n)) for n in range(5000)]
    (group,) = grouped([*copies, said(SAID.replace("will not", "will"), "b")])
    assert len(group.versions) == 5001


def test_nothing_comes_of_nothing() -> None:
    assert grouped([]) == ()
    assert grouped([said(""), said("…", "b"), said("No.", "c"), said("No.", "d")]) == ()


def test_on_one_event_what_is_told_in_other_words_is_a_version() -> None:
    texts = {"a": PILOTS, "b": "at night pilots refused to bring ferries"}
    (group,) = grouped(told(text, "the Harbour Board", key) for key, text in texts.items())
    assert [version.quoted.document for version in group.versions] == ["a", "b"]
