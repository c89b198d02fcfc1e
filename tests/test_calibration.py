"""The arithmetic behind the figures of confidence."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs the training extra")

from benchmarks.calibration import Judged, auroc, by_chance, calibration_error, recall_at


def test_confidence_that_is_right_as_often_as_it_says_has_no_error() -> None:
    sure = np.repeat([0.25, 0.75], 500)
    right = (
        np.tile([1.0, 0.0, 0.0, 0.0], 125).tolist() + np.tile([0.0, 1.0, 1.0, 1.0], 125).tolist()
    )

    assert calibration_error(sure, np.asarray(right)) == pytest.approx(0, abs=0.01)
    assert calibration_error(sure, 1 - np.asarray(right)) == pytest.approx(0.5, abs=0.01)
    assert 0 < by_chance(sure) < 0.06


def test_right_ones_are_surer_than_wrong_ones() -> None:
    sure = np.asarray([0.9, 0.8, 0.3, 0.3])

    assert auroc(sure, np.asarray([1.0, 1.0, 0.0, 0.0])) == 1
    assert auroc(sure, np.asarray([1.0, 0.0, 1.0, 0.0])) == pytest.approx(0.625)


def test_recall_where_precision_is_held() -> None:
    sure = np.asarray([0.5, 0.9, 0.8, 0.6])
    right = np.asarray([0.0, 1.0, 1.0, 0.0])
    judged = Judged(sure, right, np.repeat("direct", 4), marked=8)

    assert recall_at(judged, 0.9) == (0.25, 0.8)
    assert recall_at(judged, 0.6) == (0.25, 0.6)
