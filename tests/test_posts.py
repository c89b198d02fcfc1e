"""Posts under a name and a handle are their author's, and nothing else is taken for one."""

from test_structure import shown

from quoth.documents import from_text
from quoth.reading.posts import posts


def test_a_post_is_its_authors_up_to_its_date():
    document = from_text(
        "So wrote the ferryman:\n\nOle Brandt @olebrandt\n\nNo boats today.\n\nNone tomorrow.\n\n"
        "9:14 AM · May 2, 2033 · Tern\n\nThe line had no comment."
    )

    found = [shown(document, post) for post in posts(document)]

    assert found == [("Ole Brandt", "", "No boats today. … None tomorrow.")]


def test_a_post_without_a_date_is_one_block_and_a_handle_alone_names_its_author():
    document = from_text("@quaywatch (harbour watch)\n\nThree barges out.\n\nIt rained all day.")

    assert [shown(document, post) for post in posts(document)] == [
        ("@quaywatch", "", "Three barges out.")
    ]


def test_a_handle_inside_a_sentence_makes_no_post():
    document = from_text("We asked @quaywatch about it.\n\nNobody answered the letter.")

    assert list(posts(document)) == []


def test_a_byline_with_a_handle_and_a_list_of_contacts_are_no_posts():
    byline = from_text("By Jana Dole @janadole\n\nThe weir broke on Monday, before dawn.")
    contacts = from_text("Ann Leeward @annlee\n\nBo Rayner @borayner\n\nThe office is shut.")

    assert list(posts(byline)) == []
    assert list(posts(contacts)) == []


def test_a_post_ends_where_the_next_author_begins():
    document = from_text(
        "@olebrandt\n\nNo boats today.\n\nAnna Lund @alund\n\nBoats at noon.\n\n"
        "9:14 AM · May 2, 2033\n\nPhoto 3 | Ostmoor Press"
    )

    assert [shown(document, post) for post in posts(document)] == [
        ("@olebrandt", "", "No boats today."),
        ("Anna Lund", "", "Boats at noon."),
    ]
