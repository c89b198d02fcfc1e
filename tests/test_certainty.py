"""How sure a statement is made, as a reader of the reading sees it."""

import pytest

import quoth


def sure(sentence):
    return quoth.read_text(sentence).statements[0].certainty


def test_what_is_said_plainly_is_surer_than_what_may_be():
    assert sure("Marsh said the gate was closed.") > sure("Marsh said the gate may be closed.")


def test_what_is_denied_is_rated_against():
    assert sure("The company denied that it had locked the doors.") < 0
    assert sure("The company rejected that account.") < 0


@pytest.mark.parametrize(
    "cue", ["did not say that", "would not confirm that", "declined to say that"]
)
def test_what_was_not_said_is_open_at_best(cue):
    assert sure(f"The company {cue} it had locked the doors.") <= 0


def test_ratings_stay_on_their_scale():
    assert -3 <= sure("Nobody, she said, had ever, ever counted.") <= 3
