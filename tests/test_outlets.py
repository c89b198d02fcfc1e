"""Outlet and day of documents whose head or foot alone says them."""

import pytest

from quoth.compare import day_of, outlet_of
from quoth.documents import from_text, open_document

DAY = "2032-05-04"
TEXT = "Two barges ran into each other below the weir at Dunnel on Monday, the river police said.\n"


@pytest.mark.parametrize(
    ("head", "outlet", "day"),
    [
        ("Barges collide\n\nDunnel Courier, Tuesday 4 May 2032\n", "Dunnel Courier", DAY),
        ("DUNNEL EVENING POST\nTuesday, May 4, 2032\n\nBarges\n", "DUNNEL EVENING POST", DAY),
        ("The Confluence | Tuesday, May 4, 2032\n\nBarges collide\n", "The Confluence", DAY),
        ("Barges\n\nBy Ada Pell, Weir and Lock Weekly\n4 May 2032\n", "Weir and Lock Weekly", DAY),
        ("Barges collide\n\nDunnel, 4 May 2032\n", None, DAY),
        ("Barges collide\n\nStatement of the board, 4 May 2032\n", None, DAY),
        ("Barges collide\n", None, None),
        (
            "The Dunnel Sentry\n4 May 2032\n\nBarges\n\nHe told the Sentry.",
            "The Dunnel Sentry",
            DAY,
        ),
        ("Barges collide\n\nDunnelwire\nDUNNEL, Tuesday, May 4, 2032\n", "Dunnelwire", DAY),
        ("Barges collide\n\nAda Pell\n4 May 2032\n", None, DAY),
        ("The Dunnel Barges\n4 May 2032\n\nBarges collide\n", None, DAY),
    ],
)
def test_the_head_names_the_outlet_and_the_day(head, outlet, day):
    document = from_text(f"{head}\n{TEXT}")

    assert (outlet_of(document), day_of(document)) == (outlet, day)


def test_an_agency_signs_in_its_dateline_unless_a_paper_printed_it():
    agency = f"Barges collide\n\n4 May 2032, 13:05\n\nDUNNEL, May 4 (Riverwire) - {TEXT}"

    assert outlet_of(from_text(agency)) == "Riverwire"
    assert day_of(from_text(agency)) == "2032-05-04T13:05"
    printed = f"DUNNEL POST\nWednesday, 5 May 2032\n\nBarges collide\n\nDUNNEL (Riverwire) - {TEXT}"
    assert outlet_of(from_text(printed)) == "DUNNEL POST"


def test_a_line_of_rights_and_a_signature_name_the_outlet():
    assert outlet_of(from_text(f"Barges collide\n\n4 May 2032\n\n{TEXT}\n© Riverwire 2032\n")) == (
        "Riverwire"
    )
    signed = f"Barges collide\n\n4 May 2032\n\nHe told Weir Voice so. {TEXT}\nWeir Voice\n"
    assert outlet_of(from_text(signed)) == "Weir Voice"


def test_metadata_comes_first():
    page = (
        b"<html><head><meta property='og:site_name' content='Lower Reach'>"
        b"<meta property='article:published_time' content='2032-05-04T08:00'></head><body><article>"
        b"<h1>Barges collide</h1><p class='byline'>By Ada Pell, The Other House</p><p>"
        + TEXT.encode()
        + b"</p></article></body></html>"
    )

    assert outlet_of(open_document(page)) == "Lower Reach"
