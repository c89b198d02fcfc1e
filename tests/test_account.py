"""The account of a document: whose word each sentence is, and what has no source."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from quoth.account import Account, account
from quoth.cli import main
from quoth.documents import from_text
from quoth.export.account import account_view
from quoth.export.picture import picture
from quoth.export.view import Screen
from quoth.reader import Reader

LEVY = """\
The Levy at Ostrand

The Council of Ostrand sold the wells in spring. It lied to the farmers about the price.

Mayor Edda Quill said that nobody had been cheated. "We were generous," she told the Ostrand Bell.

We do not know what became of the money. Because of the levy, the lower farms were given up. \
The mayor signed it in order to please the coast. The bridge was painted in May. \
According to the audit, the council robbed the widows' fund. \
The council deceived the auditors (Marsh 2019, p. 4).
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


def of(reader: Reader, text: str) -> Account:
    return account(*reader.analysed(from_text(text)))


@pytest.fixture(scope="module")
def levy(reader) -> Account:
    return of(reader, LEVY)


def labelled(made: Account) -> dict[str, tuple[str, ...]]:
    text = made.reading.document.text
    return {text[u.sentence.start : u.sentence.end]: u.labels for u in made.unsourced}


def test_says_of_each_sentence_whose_word_it_is(levy):
    text = levy.reading.document.text
    voices = {text[s.span.start : s.span.end]: s.voice for s in levy.sentences}

    assert voices["The Council of Ostrand sold the wells in spring."] == "own"
    assert voices["Mayor Edda Quill said that nobody had been cheated."] == "passed_on"
    assert voices["The bridge was painted in May."] == "own"


def test_lists_what_has_no_source_by_label(levy):
    found = labelled(levy)

    assert found["It lied to the farmers about the price."] == ("charge",)
    assert found["Because of the levy, the lower farms were given up."] == ("cause",)
    assert found["The mayor signed it in order to please the coast."] == ("motive",)


def test_what_somebody_says_or_a_citation_carries_is_not_listed(levy):
    listed = " ".join(labelled(levy))

    for words in (
        "nobody had been cheated",
        "robbed the widows",
        "deceived the auditors",
        "painted",
    ):
        assert words not in listed


def test_names_the_words_that_carry_a_label(levy):
    text = levy.reading.document.text
    words = [text[span.start : span.end] for u in levy.unsourced for _, span in u.words]

    assert "lied" in words
    assert "Because" in words


def test_what_the_author_denies_or_only_wishes_is_no_charge(reader):
    made = of(reader, "We deny that the guild robbed the mill. The guild will rob nobody.\n")

    assert not made.unsourced


@pytest.mark.parametrize(
    ("one", "other"),
    [("Edda Quill", "Ruben Haddad"), ("the Orchard Party", "the Lantern Party"), ("He", "She")],
)
def test_a_charge_is_one_whoever_is_charged(reader, one, other):
    text = "{} betrayed the growers. {} hid the letters. The rain came late."
    mine, theirs = (of(reader, text.format(who, who) + "\n").unsourced for who in (one, other))

    assert [u.labels for u in mine] == [u.labels for u in theirs] == [("charge",)] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor let the roof rot.",
        "The board knew about the bad timber and sent the shift down.",
        "The council sold the pier without asking the fishermen.",
        "The minister has hired cousins of his.",
        "The foreman made us work on Sundays without pay.",
        "They took our boats and never brought them back.",
        "Who paid for the lie?",
        "The Prefecture did not.",
    ],
)
def test_a_wrong_told_without_a_word_for_one_is_a_charge(reader, sentence):
    made = of(reader, f"The rain came late. {sentence} The road is long.\n")

    assert labelled(made) == {sentence: ("charge",)}


def test_what_somebody_does_something_for_is_a_motive(reader):
    made = of(reader, "The firm closed the quarry to save the wages of a clerk.\n")

    assert [u.labels for u in made.unsourced] == [("motive",)]


def test_shares_add_up_to_the_whole_text(levy):
    for shares in (levy.by_source, levy.by_kind, levy.by_act):
        assert sum(one.share for one in shares) == pytest.approx(1)
    assert {one.name for one in levy.by_source} >= {"own voice"}


@pytest.mark.parametrize("text", ["", "\n", "...", "1.\n\n2.\n", "x" * 3000, "He lied. " * 300])
def test_any_text_is_accounted_for(reader, text):
    made = of(reader, text)

    assert "".join(account_view(made))
    ElementTree.fromstring(picture([made]))


def test_fits_eighty_columns(levy):
    lines = "".join(account_view(levy, Screen(width=80))).splitlines()

    assert max(map(len, lines)) <= 80
    assert any("Charges" in line for line in lines)


def test_the_picture_has_a_text_alternative_and_a_bar_for_each_share(levy):
    drawn = picture([levy])
    names = {"svg": "http://www.w3.org/2000/svg"}
    tree = ElementTree.fromstring(drawn)

    told = tree.findtext("svg:desc", namespaces=names)
    assert told
    assert "own voice: " in told
    assert tree.get("role") == "img"
    assert len(tree.findall("svg:rect[@class='track']", names)) == len(
        levy.by_source + levy.by_kind
    )
    assert "prefers-color-scheme: dark" in drawn


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="quoth")


def test_account_command_writes_json_and_a_picture(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("levy.txt").write_text(LEVY, "utf-8")

    result = run("account", "levy.txt", "missing.txt", "--format", "json", "--picture", "levy.svg")

    made = json.loads(result.stdout)
    assert made["type"] == "account"
    assert made["unsourced"]["motive"] == 1
    assert [s["labels"] for s in made["sentences"] if s["text"].startswith("It lied")] == [
        ["charge"]
    ]
    assert set(made["shares"]) == {"source", "kind", "act"}
    assert re.match("<svg ", Path("levy.svg").read_text("utf-8"))
    assert result.stderr.startswith("quoth: missing.txt: ")
    assert result.exit_code == 1
