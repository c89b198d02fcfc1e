"""The benchmarks' own arithmetic: wrong offsets or rates would flatter or wrong somebody."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import pytest
from handmade import WIRE, wire

from benchmarks import gate
from benchmarks.interval import f1_interval
from benchmarks.invented import news
from benchmarks.length import verdict
from benchmarks.measure import Cost, cost
from benchmarks.peers.offsets import prepared, stretches
from benchmarks.predict import prediction
from benchmarks.speed import Round, Work


@dataclass
class Token:
    i: int
    idx: int
    length: int

    def __len__(self) -> int:
        return self.length


def test_neighbouring_tokens_are_one_stretch() -> None:
    tokens = [Token(0, 0, 3), Token(1, 4, 5), Token(4, 20, 2)]

    assert stretches(tokens, offset=100) == [(100, 109), (120, 122)]


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("  ''So it is,'' he said. ", '"So it is," he said.'),
        ("He said,“so it is”again", 'He said, "so it is" again'),
        ("the workers' pay", "the workers'x pay"),
        ("“It goes on", '“It goes on"'),
    ],
)
def test_a_repaired_text_leads_back_to_the_file(text: str, repaired: str) -> None:
    ready = prepared(f"First.\n\n \n{text}\n", lambda line: repaired if line != "First." else line)
    whole = len("First.\n"), len(ready.text)

    assert ready.text == f"First.\n{repaired}"
    start, end = ready.original(whole)
    assert f"First.\n\n \n{text}\n"[start:end] == text.strip()


def test_a_repair_that_leaves_no_way_back_is_refused() -> None:
    with pytest.raises(ValueError, match="no way back"):
        prepared("So it is.", lambda _: "It is so.")


def test_a_prediction_points_into_the_text() -> None:
    line = prediction(wire())

    statements = line["statements"]
    assert line["document"] == "wire.txt"
    assert isinstance(statements, list)
    [(start, end)] = statements[0]["source"]
    assert WIRE[start:end] == "A harbour official"
    assert statements[-1]["source"] == []


def test_rates_with_and_without_start_up() -> None:
    work = Work(all=1100, one=100)
    turn = Round(all=Cost(9, 6.0, 100, 11), one=Cost(3, 1.0, 90, 1))

    assert work.reading(turn) == 200
    assert work.whole(turn) == pytest.approx(183.3, abs=0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are measured where wait4 is")
def test_a_process_is_measured_as_a_whole() -> None:
    spent = cost([sys.executable, "-c", "print(sum(range(10**6))); print(2)"])

    assert spent.lines == 2
    assert 0 < spent.cpu < 30
    assert spent.memory > 1


def test_a_line_that_bends_is_called_so() -> None:
    assert "is straight" in verdict([10.0, 10.4, 11.0])
    assert "is not straight" in verdict([10.0, 14.0, 25.0])


def test_invented_news_is_as_long_as_asked_for_and_always_the_same() -> None:
    text = news(20_000)

    assert text == news(20_000)
    assert 20_000 <= len(text.encode()) < 21_500


def test_a_figure_that_fell_is_named_and_none_is_pinned_lower(tmp_path) -> None:
    pins = tmp_path / "pinned.json"
    assert gate.pin({"relation": 77.0, "cue token": 75.0}, "d", "m", pins) == []

    assert gate.check({"relation": 77.5, "cue token": 75.0}, "d", pins) == []
    fallen = ["relation fell to 76.0 from 77.0"]
    assert gate.check({"relation": 76.0, "cue token": 75.0}, "d", pins) == fallen
    assert gate.pin({"relation": 76.0, "cue token": 79.0}, "d", "m", pins) == fallen
    assert gate.check({"relation": 76.95, "cue token": 75.0}, "d", pins) == []
    assert gate.pin({"relation": 76.94, "cue token": 75.0}, "d", "m", pins) != []
    assert gate.check({"relation": 77.0, "cue token": 75.0}, "d", pins) == []


def test_pins_for_other_data_are_no_pins(tmp_path) -> None:
    pins = tmp_path / "pinned.json"
    assert "nothing is pinned" in gate.check({}, "d", pins)[0]
    gate.pin({"relation": 77.0}, "d", "m", pins)

    assert "pin anew" in gate.check({"relation": 90.0}, "other", pins)[0]


@dataclass
class Tally:
    hit: int
    gold: int
    hit_pred: int
    pred: int


def test_the_interval_of_like_articles_is_narrow_and_holds_their_figure() -> None:
    alike = [Tally(8, 10, 8, 10)] * 20
    mixed = [Tally(10, 10, 10, 10), Tally(2, 10, 2, 10)] * 10

    assert f1_interval(alike) == pytest.approx((0.8, 0.8))
    low, high = f1_interval(mixed)
    assert low < 0.6 < high
