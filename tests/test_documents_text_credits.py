"""Bylines: who wrote a piece, and for which house."""

import pytest

from quoth.documents.credits import Credit, credit, credited


@pytest.mark.parametrize(
    ("byline", "authors", "outlet"),
    [
        ("By Ann Marsh", ["Ann Marsh"], None),
        ("By Ann Marsh and Oda Fell, Corvale Wire", ["Ann Marsh", "Oda Fell"], "Corvale Wire"),
        ("By ANN MARSH, Corvale Press Writer", ["Ann Marsh"], "Corvale Press"),
        ("Ann Marsh for The Lantern", ["Ann Marsh"], "The Lantern"),
        ("Words by Ann Marsh, Staff Writer, in Port Ellery", ["Ann Marsh"], None),
        ("By Oda Fell and Ilse van der Berg", ["Oda Fell", "Ilse van der Berg"], None),
        ("By Ann Marsh\nEditor, The Post and Courier", ["Ann Marsh"], "The Post and Courier"),
        ("By Ann Marsh (Field & Bench)", ["Ann Marsh"], None),
        ("By Ann Marsh, for Field & Bench", ["Ann Marsh"], "Field & Bench"),
        ("By Ann Marsh | lantern.com | 3 March 2031", ["Ann Marsh"], "lantern.com"),
        ("By Dr. Ann Marsh, Jr. ann@lantern.com", ["Dr. Ann Marsh, Jr."], None),
        ("By Emily Post, photographs by Oda Fell", ["Emily Post"], None),
        ("By our court reporter", [], None),
        ("By the Corvale News Agency", [], "the Corvale News Agency"),
        ("Von Zoë Müller und Karl von Berg", ["Zoë Müller", "Karl von Berg"], None),
        ("", [], None),
    ],
)  # fmt: skip
def test_a_byline_names_people_and_a_house(byline, authors, outlet):
    assert credit(byline) == Credit(tuple(authors), outlet)


def test_metadata_say_where_they_were_found():
    metadata = credited("By Ann Marsh, Corvale Wire")

    assert [(author.value, author.where) for author in metadata.authors] == [
        ("Ann Marsh", "byline")
    ]
    assert metadata.outlet.where == "byline"
