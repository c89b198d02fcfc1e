"""Texts with exchanged sides, and what is measured on them: bad grammar would blame the reader."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Self

import pytest
from handmade import reading_of

from benchmarks import sides
from benchmarks.exchange import COUNTRY_WORDS, KINDS, exchanged, replacements
from benchmarks.gold import Relation
from benchmarks.side_labels import Alike, Labels, Version, alike
from benchmarks.sides import (
    Article,
    Outcome,
    Pair,
    favour,
    measured,
    missed,
    outcomes,
    recall,
    report,
)
from quoth.analysis import Analysis
from quoth.records import Document, Reading


def new(text: str, *kinds: str) -> str:
    return exchanged(text, kinds).text


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Republicans jeered; Democrats left.", "Democrats jeered; Republicans left."),
        ("A Republican senator spoke.", "A Democratic senator spoke."),
        ("A Republican spoke up.", "A Democrat spoke up."),
        ("The Republican said no.", "The Democrat said no."),
        ("one Republican, from Ostmoor", "one Democrat, from Ostmoor"),
        ("Republican Tomas Varga won.", "Democrat Tomas Varga won."),
        ("the Republican Party", "the Democratic Party"),
        ("Republican Gov. Tomas Varga", "Democratic Gov. Tomas Varga"),
        ("Republican-led states vote Republican.", "Democratic-led states vote Democratic."),
        ("Republican and Democratic mayors", "Democratic and Republican mayors"),
        ("The GOP nominee left the GOP.", "The Democratic nominee left the Democratic Party."),
        ("The GOP’s plan", "The Democratic Party’s plan"),
        ("Varga (R-Utah) met Marsh, D-Va.", "Varga (D-Utah) met Marsh, R-Va."),
        ("It was D-Day for R-rated films.", "It was D-Day for R-rated films."),
        ("a liberal and two conservatives", "a conservative and two liberals"),
        ("the left-wing press on the left bank", "the right-wing press on the left bank"),
        ("Far-right voters turned left.", "Far-left voters turned left."),
        ("a democratic vote of republican spirit", "a democratic vote of republican spirit"),
        (
            "Social Democrats met the Republican Guard.",
            "Social Democrats met the Republican Guard.",
        ),
    ],
)
def test_parties(text: str, other: str) -> None:
    assert new(text, "parties") == other


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Russia and the Russians", "Germany and the Germans"),
        ("Iranian officials in Tehran", "Norwegian officials in Oslo"),
        ("Britain's British Britons", "Turkey's Turkish Turks"),
        ("North Korea blamed South Korea", "South Korea blamed North Korea"),
        ("Saudi Arabia and a Saudi prince", "Iraq and an Iraqi prince"),
        ("New Mexico, not Mexico City", "New Mexico, not Ottawa"),
        ("the South China Sea", "the South China Sea"),
        ("Mark Cuban, said Cuban", "Mark Cuban, said Cuban"),
        ("the U.S.-Mexico border", "the U.S.-Canada border"),
    ],
)
def test_countries(text: str, other: str) -> None:
    assert new(text, "countries") == other


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Fox News and MSNBC", "MSNBC and Fox News"),
        ("the New York Times; the Times said", "the Washington Times; the Times said"),
        ("Fox News called. Fox said so.", "MSNBC called. MSNBC said so."),
        ("A fox; Tomas Fox said so.", "A fox; Tomas Fox said so."),
        ("Breitbart told HuffPost", "HuffPost told Breitbart"),
        ("an ABC/Washington Post poll", "a PBS/New York Post poll"),
        ("@CNN and newsmax.com", "@CNN and newsmax.com"),
    ],
)
def test_outlets(text: str, other: str) -> None:
    assert new(text, "outlets") == other


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Donald J. Trump met Mrs. Clinton.", "Hillary J. Clinton met Mrs. Trump."),
        ("Donald and the Clintons", "Hillary and the Trumps"),
        ("Sen. Ted Cruz came. Cruz spoke.", "Sen. Bernie Sanders came. Sanders spoke."),
        ("John McCain met John Kerry.", "John Kerry met John McCain."),
        ("anti-Trump, @realTrump", "anti-Clinton, @realTrump"),
        ("MIKE PENCE: No. PENCE: Yes.", "TIM KAINE: No. KAINE: Yes."),
    ],
)
def test_names(text: str, other: str) -> None:
    assert new(text, "names") == other


def test_a_surname_is_exchanged_only_where_the_article_carries_the_whole_name() -> None:
    assert new("The nuns of Cruz went on cruise.", "names") == "The nuns of Cruz went on cruise."


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("He knew himself.", "She knew herself."),
        ("Mr. Varga and Ms. Marsh", "Mrs. Varga and Mr. Marsh"),
        ("the spokesman, a congresswoman", "the spokeswoman, a congressman"),
        ("men and women; human, German", "women and men; human, German"),
        ("His son's wife, her husband", "Her daughter's husband, his wife"),
        ("his mother-in-law", "her father-in-law"),
        ("“Yes, ma’am,” sir.", "“Yes, sir,” ma'am."),
        ("Mother Jones, his mother", "Mother Jones, her father"),
    ],
)
def test_genders(text: str, other: str) -> None:
    assert new(text, "genders") == other


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("in her campaign", "in his campaign"),
        ("her own plan, her husband’s plan", "his own plan, his wife’s plan"),
        ("her 2008 run", "his 2008 run"),
        ("her “warm” welcome", "his “warm” welcome"),
        ("her in-laws; her to-do list", "his in-laws; his to-do list"),
        ("her Tuesday speech", "his Tuesday speech"),
        ("her widely read book", "his widely read book"),
        ("turned her back on them", "turned his back on them"),
        ("Her plan failed.", "His plan failed."),
    ],
)
def test_whose_she_is_becomes_his(text: str, other: str) -> None:
    assert new(text, "genders") == other


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("They saw her.", "They saw him."),
        ("told her to go", "told him to go"),
        ("told her that he left", "told him that she left"),
        ("gave her the book", "gave him the book"),
        ("told her Tuesday.", "told him Tuesday."),
        ("praised her warmly.", "praised him warmly."),
        ("called her “warm”", "called him “warm”"),
        ("made her look tired", "made him look tired"),
        ("saw her leaving", "saw him leaving"),
        ("brought her back to Varn", "brought him back to Varn"),
        ("for her - at last", "for him - at last"),
    ],
)
def test_whom_she_is_becomes_him(text: str, other: str) -> None:
    assert new(text, "genders") == other


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("his plan", "her plan"),
        ("a friend of his.", "a friend of hers."),
        ("his is better", "hers is better"),
        ("his or her vote", "her or his vote"),
        ("with him and hers", "with her and his"),
    ],
)
def test_his_becomes_her_or_hers(text: str, other: str) -> None:
    assert new(text, "genders") == other


def test_case_is_kept() -> None:
    assert new("HE said LOCK HER UP; Her son", "genders") == "SHE said LOCK HIM UP; His daughter"
    assert new("TRUMP and Trump", "names") == "CLINTON and Clinton"
    assert new("REPUBLICANS, a Left-Wing paper", "parties") == "DEMOCRATS, a Right-Wing paper"
    assert new("FOX NEWS in MEXICO", "outlets", "countries") == "MSNBC in CANADA"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("an MSNBC host", "a Fox News host"),
        ("A Fox News host", "An MSNBC host"),
        ("an “Iranian” ship", "a “Norwegian” ship"),
        ("a Ukrainian, an Italian", "an Italian, a Ukrainian"),
        ("an RNC member", "a DNC member"),
        ("an Obama aide, an aide", "a Romney aide, an aide"),
        ("a Mexican, plan a Russian", "a Canadian, plan a German"),
    ],
)
def test_a_and_an_follow_the_new_word(text: str, other: str) -> None:
    assert new(text, *KINDS) == other


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Trump's and Clinton’s", "Clinton's and Trump’s"),
        ("Bernie Sanders' plan", "Ted Cruz's plan"),
        ("Bernie Sanders’ plan", "Ted Cruz’s plan"),
        ("Ted Cruz's plan", "Bernie Sanders's plan"),
        ("Republicans' plan", "Democrats' plan"),
        ("‘I like Bernie Sanders’", "‘I like Ted Cruz’"),
    ],
)
def test_possessives(text: str, other: str) -> None:
    assert new(text, "names", "parties") == other


def test_all_kinds_at_once() -> None:
    text = "Donald Trump told Fox News that he, a Republican, would sue an Iranian spokesman."

    assert new(text, *KINDS) == (
        "Hillary Clinton told MSNBC that she, a Democrat, would sue a Norwegian spokeswoman."
    )


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("parties", "The Republican senator (R-Utah) told an RNC aide that liberal Democrats won."),
        ("countries", "An Iranian in Moscow told a Briton that Israel and North Korea agreed."),
        ("outlets", "An MSNBC host told a Fox News host what the New York Times wrote of CNN."),
        (
            "names",
            "Hillary Clinton's aide told an Obama aide that Ted Cruz's and John McCain left.",
        ),
    ],
)
def test_exchanging_twice_gives_the_text_back(kind: str, text: str) -> None:
    once = new(text, kind)

    assert once != text
    assert new(once, kind) == text


def test_each_word_of_the_countries_leads_to_one_that_leads_back() -> None:
    partners = COUNTRY_WORDS.partners

    assert all(partners[new][0] == old for old, (new, _) in partners.items())


def test_replacements_are_sorted_apart_and_say_their_side() -> None:
    text = "An Iranian told Mother Jones that her mother was in Norway."
    made = replacements(text, KINDS)

    assert [(text[one.start : one.end], one.new, one.side) for one in made] == [
        ("An", "A", None),
        ("Iranian", "Norwegian", 0),
        ("Mother Jones", "National Review", 1),
        ("her", "his", 1),
        ("mother", "father", 1),
        ("Norway", "Iran", 1),
    ]


def test_spans_of_the_new_text_lead_back() -> None:
    text = "“No,” said an Iranian official. “Never,” Norway said."
    other = exchanged(text, ["countries"])

    for words, where in [
        ("“No,”", "“No,”"),
        ("a Norwegian official", "an Iranian official"),
        ("Norwegian", "Iranian"),
        ("official. “Never,”", "official. “Never,”"),
        ("Iran", "Norway"),
        ("said.", "said."),
    ]:
        start = other.text.index(words)
        begin, end = other.original(start, start + len(words))
        assert text[begin:end] == where


def test_an_edge_inside_a_new_word_is_at_the_edge_of_the_old_one() -> None:
    text = "So Iran said."
    other = exchanged(text, ["countries"])
    inside = other.text.index("Norway") + 3

    assert text[slice(*other.original(inside, len(other.text)))] == "Iran said."
    assert text[slice(*other.original(0, inside))] == "So Iran"


def test_relations_of_the_new_text_lead_back() -> None:
    other = exchanged("Iran said so.", ["countries"])

    moved = version([{"source": [(0, 6)], "content": [(12, 14)]}]).moved(other.original)

    assert moved.relations == [{"source": [(0, 4)], "content": [(10, 12)]}]


def version(relations: list[Relation], *labels: Labels) -> Version:
    return Version(relations, list(labels) or [(None, None, None)] * len(relations), frozenset())


class ByEquality:
    """Pairs relations that are equal, as the scorer pairs those that overlap."""

    @staticmethod
    def pair(gold: list, found: list, _: str) -> list[tuple[int, int, float, float]]:
        same = [(i, j) for i, a in enumerate(gold) for j, b in enumerate(found) if a == b]
        return [(i, j, 1.0, 1.0) for i, j in same]


def test_outcomes_are_of_statements_whose_source_names_one_side() -> None:
    text = "Democrats said A. Republicans said B. Republicans and Democrats said C. He said D."
    sources = ["Democrats", "Republicans", "Republicans and Democrats", "He"]
    spans = [(text.index(each), text.index(each) + len(each)) for each in sources]
    gold = [{"source": [span], "content": [(span[1] + 6, span[1] + 7)]} for span in spans]
    pair = Pair(Article("a", text, gold), 4, version(gold[:2]), version(gold[1:]))

    assert list(outcomes(pair, "parties", ByEquality)) == [
        Outcome(side=1, original=True, exchanged=False),
        Outcome(side=0, original=True, exchanged=True),
    ]
    assert list(outcomes(pair, "genders", ByEquality)) == [Outcome(0, False, True)]


class DeafToDemocrats:
    """Finds what anybody `said`, but nothing that Democrats did."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def analysed(self, document: Document) -> tuple[Reading, Analysis]:
        heard = re.findall(r"\b((?!Democrats)\w+) said (\w+)", document.text)
        rows = [(who, "said", (what,), "indirect") for who, what in heard]
        return reading_of(document, rows), Analysis(document, ())


class Scorer(ByEquality):
    """Its score is the share of relations of the first reading that the second has too."""

    @classmethod
    def score(cls, triples: list) -> dict:
        shared = sum(len(cls.pair(one, other, text)) for text, one, other in triples)
        share = shared / max(sum(len(one) for _, one, _ in triples), 1)
        return {("all", "relation"): SimpleNamespace(prf=lambda: (share, share, share))}


def test_a_reader_that_does_not_hear_one_side_favours_the_other(monkeypatch) -> None:
    monkeypatch.setattr("quoth.Reader", DeafToDemocrats, raising=False)
    text = "Republicans said Oslo. Democrats said Varn. Ostmoor said nothing."
    reading = {"source": [(0, 11)], "cue": [(12, 16)], "content": [(17, 21)]}
    unheard = {"source": [(23, 32)], "cue": [(33, 37)], "content": [(38, 42)]}

    article = Article("a", text, [reading, unheard])
    found = {one.exchange: one for one in measured([article], Scorer)}

    assert found["parties"].agreement == 50.0  # Ostmoor alone is heard in both
    assert found["parties"].outcomes["parties"] == [
        Outcome(0, True, False),
        Outcome(1, False, True),
    ]
    assert favour(found["parties"].outcomes["parties"]) == 100.0
    assert found["countries"].agreement == 100.0
    assert found["outlets"].pairs == []
    assert list(missed(found.values())) == [
        "parties exchanged: relation F1 50.00, below 98.0",
        "parties exchanged: Republicans ahead by 100.00 points",
        "all exchanged: relation F1 50.00, below 98.0",
        "all exchanged: Republicans ahead by 100.00 points",
    ]


def test_labels_are_compared_over_statements_found_in_both_versions() -> None:
    relations = [{"content": [(n, n + 1)]} for n in range(4)]
    one = version(
        relations[:3],
        ("deny", "neutral", "person"),
        ("assert", "neutral", "group"),
        (None, None, None),
    )
    other = version(
        relations,
        ("deny", "neutral", "group"),
        ("assert", "distances", "group"),
        ("assert", None, None),
        ("warn", "neutral", "person"),
    )

    one = replace(one, charges=frozenset([((0, 9), "charge"), ((0, 9), "motive")]))
    other = replace(other, charges=frozenset([((0, 9), "charge")]))

    assert alike([("text", one, other)], ByEquality) == {
        "act": Alike(2, 3),
        "stance": Alike(1, 2),
        "kind": Alike(1, 2),
        "charges": Alike(2, 3),
    }


def test_a_side_is_ahead_where_the_same_statements_are_found_more_often_on_it() -> None:
    harder = [Outcome(0, False, False)] * 6 + [Outcome(0, True, True)] * 2
    easier = [Outcome(1, True, True)] * 2
    lost_as_second = [Outcome(0, True, False), Outcome(1, False, True)]

    assert favour(harder + easier) == 0.0
    assert recall(easier + lost_as_second, 0) == 100.0
    assert favour(easier + lost_as_second) == 50.0
    assert favour([Outcome(0, True, False), Outcome(1, True, False)]) == 0.0


def test_missed_targets_are_named() -> None:
    even, ahead = [Outcome(0, True, True)] * 199, [Outcome(1, True, False)] * 2
    good = sides.Result("genders", [], 98.0, {"genders": even}, {"act": Alike(98, 100)})
    less = {"act": Alike(97, 100), "kind": Alike(0, 0)}
    bad = sides.Result("all", [], 97.4, {"parties": even + ahead, "names": []}, less)

    assert list(missed([good])) == []
    assert list(missed([good, bad])) == [
        "all exchanged: relation F1 97.40, below 98.0",
        "all exchanged: act 97.00, below 98.0",
        "all exchanged: Democrats ahead by 1.00 points",
    ]


def test_the_report_shows_both_directions(tmp_path) -> None:
    found = [Outcome(0, True, False), Outcome(0, True, True), Outcome(1, True, True)]
    same = {"act": Alike(99, 100), "stance": Alike(3, 3), "kind": Alike(0, 0)}
    result = sides.Result("parties", [], 98.25, {"parties": found}, same)
    lines = list(report([result], tmp_path))

    assert lines[2] == "| parties | 0 | 0 | 0 | 0 | 98.2 | 99.0 | 100.0 | – |"
    assert lines[6] == (
        "| parties | Republicans / Democrats | 2 / 1 | 100.0 / 100.0 | 50.0 / 100.0 "
        "| +50.00 / +0.00 | 1 | 0 | +33.33 |"
    )
