"""Opening mail: the body with its structure, the headers, and what is attached."""

from __future__ import annotations

import base64
import quopri

import pytest

from quoth.documents import open_document, open_documents
from quoth.errors import UnreadableInput
from quoth.records import Document, Span

HEAD = """Message-ID: <1@ellery.example>
From: Ann Marsh <ann@ellery.example>
To: "Fell, Oda" <oda@harbour.example>
Date: Sun, 2 Mar 2031 08:00:00 +0100
Subject: =?utf-8?q?Ferry_sinks_off_Port_Ell=C3=A9ry?=
MIME-Version: 1.0
"""
PLAIN = """Content-Type: text/plain; charset=utf-8

The ferry had carried at least 40 people too many, a harbour official said on Sunday.

“Nobody counted,” said Oda Fell, who runs the harbour.
"""
PAGE = """<html><head><title>Mailer 3.1</title></head><body><table><tr><td><p>The ferry had
carried at least 40 people too many, a harbour official said on Sunday.</p>
<blockquote>We will look into it.</blockquote></td></tr></table></body></html>"""


def mail(content: str, head: str = HEAD) -> bytes:
    return (head + content).replace("\n", "\r\n").encode()


def multipart(kind: str, *parts: str) -> str:
    """A body of several parts, each with headers of its own."""
    mark = f"b{sum(map(len, parts))}"
    inner = "".join(f"--{mark}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\n\n{inner}--{mark}--\n'


def encoded(data: bytes, head: str) -> str:
    text = base64.encodebytes(data).decode()
    return f"{head}\nContent-Transfer-Encoding: base64\n\n{text}"


def shown(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind, " / ".join(document.text[s.start : s.end] for s in block.spans))
        for block in document.blocks
    ]


def kinds(document: Document) -> list[str]:
    return [block.kind for block in document.blocks]


def body(content: str) -> list[tuple[str, str]]:
    """The blocks of a mail below its subject."""
    return shown(open_document(mail(content), "a.eml"))[1:]


def test_a_mail_has_its_subject_as_title_and_says_who_sent_it_when() -> None:
    document = open_document(mail(PLAIN), "ferry.eml")

    assert shown(document)[0] == ("title", "Ferry sinks off Port Elléry")
    assert kinds(document) == ["title", "paragraph", "paragraph"]
    known = document.metadata
    assert known.title
    assert known.title.where == "mail header"
    assert [author.value for author in known.authors] == ["Ann Marsh"]
    assert (document.published, known.outlet) == ("2031-03-02", None)
    assert ("To", '"Fell, Oda" <oda@harbour.example>') in known.columns
    assert ("Message-ID", "<1@ellery.example>") in known.columns


def test_a_place_in_a_mail_is_its_part_and_the_line_there() -> None:
    content = multipart("mixed", PLAIN, encoded(b"BEGIN:VCALENDAR", "Content-Type: text/calendar"))
    document = open_document(mail(content), "ferry.eml")
    start = document.text.index("Oda Fell")

    place = document.layout.place(Span(start, start + 8), 2)
    title = document.layout.place(Span(0, 5), 0)

    assert (place.part, place.line, place.column) == ("1", 3, 24)
    assert title.part == "Subject"


def test_of_two_forms_the_one_with_more_structure_is_read() -> None:
    html = f"Content-Type: text/html; charset=utf-8\n\n{PAGE}\n"

    both = open_document(mail(multipart("alternative", PLAIN, html)), "a.eml")

    assert kinds(both) == ["title", "paragraph", "quotation"]
    assert both.title == "Ferry sinks off Port Elléry"
    assert both.layout.place(both.blocks[2].spans[0], 2).part == "2"


def test_html_that_only_frames_a_picture_is_not_read() -> None:
    shell = "Content-Type: text/html\n\n<html><body><img src='cid:1'>Hello</body></html>\n"

    assert len(body(multipart("alternative", PLAIN, shell))) == 2


def test_documents_that_are_attached_are_read_and_pictures_passed_over() -> None:
    report = encoded(b"The mayor denied it.\n", 'Content-Type: text/plain; name="../report.txt"')
    picture = encoded(b"\x89PNG\r\n", 'Content-Type: application/octet-stream; name="map.png"')
    program = encoded(bytes(range(32)) * 9, "Content-Type: application/x-odd; name=setup.bin")
    content = multipart("mixed", multipart("related", PLAIN, picture), report, picture, program)

    first, second = open_documents(mail(content), "ferry.eml")

    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.name, second.name) == ("ferry.eml", "ferry.eml!/report.txt")
    assert second.layout.place(Span(0, 3), 0).part == "2"


def test_answers_are_quotations_and_signatures_are_left_out() -> None:
    content = """Content-Type: text/plain

It was not me.

On Sunday, Ann Marsh wrote:
> I asked the harbour twice whether anybody had counted the passengers
> before the ferry left, and got no answer.
>> Who counts them?

-- \nOda Fell
Harbour office
"""
    assert body(content) == [
        ("paragraph", "It was not me."),
        ("paragraph", "On Sunday, Ann Marsh wrote:"),
        (
            "quotation",
            "I asked the harbour twice whether anybody had counted the passengers / "
            "before the ferry left, and got no answer.",
        ),
        ("quotation", "Who counts them?"),
    ]


HEADS = {
    "English": ("From Sent To Subject", "On Sun, 2 Mar 2031, Finn Tarn <f@e.example> wrote:"),
    "German": (
        "Von Gesendet An Betreff",
        "Am 02.03.2031 um 10:00 schrieb Finn Tarn <f@e.example>:",
    ),
    "French": ("De Envoyé À Objet", "Le dim. 2 mars 2031, Finn Tarn <f@e.example> a écrit :"),
    "Spanish": (
        "De Enviado Para Asunto",
        "El dom, 2 mar 2031, Finn Tarn (<f@e.example>) escribió:",
    ),
    "Italian": ("Da Inviato A Oggetto", "Il giorno dom 2 mar 2031 Finn Tarn ha scritto:"),
    "Dutch": ("Van Verzonden Aan Onderwerp", "Op zo 2 mrt 2031 om 10:00 schreef Finn Tarn:"),
    "Portuguese": ("De Enviado Para Assunto", "Em dom., 2 de mar. de 2031, Finn Tarn escreveu:"),
}


@pytest.mark.parametrize("language", HEADS)
def test_answered_mails_are_told_in_the_languages_of_mail_programs(language: str) -> None:
    names, wrote = HEADS[language]
    held = ("Finn Tarn <f@e.example>", "2 March 2031 10:00", "Oda Fell", "Count")
    head = "\n".join(f"{name}: {words}" for name, words in zip(names.split(), held, strict=True))
    plain = "Content-Type: text/plain; charset=utf-8\n\nIt was not me.\n\n"
    quoted = ("quotation", "Nobody counted them.")

    assert body(f"{plain}{head}\n\nNobody counted them.\n") == [
        ("paragraph", "It was not me."),
        quoted,
    ]
    assert body(f"{plain}{wrote}\n> Nobody counted them.\n") == [
        ("paragraph", "It was not me."),
        ("paragraph", wrote),
        quoted,
    ]


def test_what_the_answered_one_answers_stays_quoted() -> None:
    content = """Content-Type: text/plain

On Sunday, Ann Marsh wrote:
> On Saturday, Finn Tarn wrote:
>> Who counts them?
> Nobody.

So it was.
"""
    assert [kind for kind, _ in body(content)] == ["paragraph", *["quotation"] * 3, "paragraph"]


def test_lines_that_flow_are_one_paragraph() -> None:
    content = """Content-Type: text/plain; format=flowed

The ferry had carried at least 40 \npeople too many.
A second paragraph.
> Did you count \n> the passengers?
> Yes.
"""
    assert body(content) == [
        ("paragraph", "The ferry had carried at least 40 \r\npeople too many."),
        ("paragraph", "A second paragraph."),
        ("quotation", "Did you count / the passengers?"),
        ("quotation", "Yes."),
    ]


FORWARDED = """---------- Forwarded message ---------
From: Finn Tarn <finn@corvale.example>
Date: Sat, 1 Mar 2031 at 10:00
Subject: Nobody counted
To: Ann Marsh <ann@ellery.example>


The mayor denied it on Saturday.
"""


def test_a_mail_that_is_passed_on_is_quoted_below_a_note() -> None:
    note = "Content-Type: text/plain\n\nDid you see this?\n\n" + FORWARDED

    assert body(note) == [
        ("paragraph", "Did you see this?"),
        ("quotation", "The mayor denied it on Saturday."),
    ]


def test_a_mail_that_is_passed_on_without_a_note_is_that_mail() -> None:
    html = "<div>" + FORWARDED.replace("<", "&lt;").replace("\n", "<br>\n") + "</div>"
    for content in (
        f"Content-Type: text/plain\n\n{FORWARDED}",
        f"Content-Type: text/html\n\n{html}",
    ):
        document = open_document(mail(content), "a.eml")

        assert shown(document) == [
            ("title", "Nobody counted"),
            ("paragraph", "The mayor denied it on Saturday."),
        ]
        assert [author.value for author in document.metadata.authors] == ["Finn Tarn"]
        assert document.published == "2031-03-01"


def test_a_mail_that_is_attached_is_a_document_of_its_own() -> None:
    inner = "Content-Type: message/rfc822\n\n" + HEAD + PLAIN
    outer = mail(multipart("mixed", PLAIN, inner))

    names = [each.name for each in open_documents(outer, "a.eml")]

    assert names == ["a.eml", "a.eml!/part-2.eml"]


NEWSLETTER = """List-Unsubscribe: <https://ellery.example/u>
From: Ann Marsh from The Ellery Post <news@ellery.example>
Subject: Your morning
Message-ID: <2@ellery.example>
Content-Type: text/html; charset=utf-8

<html><body>
<div style="display:none;max-height:0">What the mayor said &#8204;&nbsp;&#8204;&nbsp;</div>
<div style="font-size:1px;color:#fff;mso-hide:all">And who counted</div>
<table width="100%"><tr><td><a href="/w">View this email in your browser</a></td></tr>
<tr><td><table><tr><td><h1>Ferry sinks off Port Ellery</h1></td></tr>
<tr><td>The ferry had carried at least 40 people too many, a harbour official said.</td></tr>
</table></td></tr>
<tr><td><table><tr><td><h2><a href="/2">Mayor denies it</a></h2></td></tr>
<tr><td>“Nobody counted,” said Oda Fell.</td></tr><tr><td><a href="/2">Read more</a></td></tr>
</table></td></tr>
<tr><td>The Ellery Post<br>1 Quay, Port Ellery</td></tr>
<tr><td>You are receiving this email because you signed up. <a href="/u">Unsubscribe</a></td></tr>
</table></body></html>"""


def test_a_newsletter_is_read_without_its_preview_and_its_footer() -> None:
    document = open_document(mail(NEWSLETTER, ""), "morning.eml")

    assert [words for _, words in shown(document)][:5] == [
        "Your morning",
        "Ferry sinks off Port Ellery",
        "The ferry had carried at least 40 people too many, a harbour official said.",
        "Mayor denies it",
        "“Nobody counted,” said Oda Fell.",
    ]
    assert "Unsubscribe" not in " ".join(words for _, words in shown(document))
    assert document.metadata.outlet
    assert document.metadata.outlet.value == "The Ellery Post"
    assert [author.value for author in document.metadata.authors] == ["Ann Marsh"]


BOXES = """List-Unsubscribe: <https://ellery.example/u>
From: The Ellery Post <news@ellery.example>
Subject: Your morning
Message-ID: <2@ellery.example>
Content-Type: text/html; charset=utf-8

<html><body><table class="captionBox"><tr><td><img src="a"></td>
<td><h3><a href="/2">Mayor denies it</a></h3>“Nobody counted,” said Oda Fell.</td></tr></table>
<table><tr><td><img src="a"></td><td><a href="/3"><b>Divers find the log</b></a><br>Its last page is
blank, two people said.</td></tr>
<tr><td><img src="b"></td><td>They say that it is complete.</td></tr>
</table><table><tr><th>Ship</th><th>Seats</th></tr><tr><td>Tern</td><td>120</td></tr></table>
<div class="social"><a href="/t">Follow The Ellery Post on every network</a></div>
</body></html>"""


def test_what_a_newsletter_says_last_is_no_footer() -> None:
    head = HEAD + "List-Unsubscribe: <https://ellery.example/u>\n"
    last = (
        "The mayor said that the privacy policy of the ferry had been copied, word for word, from "
        "that of another harbour, which has none now."
    )
    content = f"Content-Type: text/plain\n\nNobody counted.\n\n{last}\n"

    assert kinds(open_document(mail(content, head), "a.eml"))[1:] == ["paragraph", "paragraph"]


def test_the_boxes_of_a_newsletter_are_its_layout_and_tables_of_data_are_kept() -> None:
    document = open_document(mail(BOXES, ""), "morning.eml")

    assert shown(document)[1:] == [
        ("heading", "Mayor denies it"),
        ("paragraph", "“Nobody counted,” said Oda Fell."),
        ("heading", "Divers find the log"),
        ("paragraph", "Its last page is blank, two people said."),
        ("paragraph", "They say that it is complete."),
        ("table", "Ship\tSeats\nTern\t120"),
    ]


def test_an_answer_in_html_is_told_from_what_it_answers() -> None:
    html = """<div>It was not me.</div><div class="gmail_signature">Oda Fell</div>
<div class="gmail_quote"><div class="gmail_attr">On Sun, Mar 2, 2031, Ann Marsh
&lt;a@e.example&gt; wrote:</div>
<blockquote>Did you count them?</blockquote></div>"""
    outlook = """<p>It was not me.</p><p>Nobody had asked me to count anybody on that boat.</p>
<p><b>From:</b> Ann Marsh<br><b>Sent:</b> 2 March 2031<br>
<b>To:</b> Oda Fell<br><b>Subject:</b> Count</p><p>Did you count them?</p>"""

    assert body(f"Content-Type: text/html\n\n{html}") == [
        ("paragraph", "It was not me."),
        ("paragraph", "On Sun, Mar 2, 2031, Ann Marsh <a@e.example> wrote:"),
        ("quotation", "Did you count them?"),
    ]
    assert body(f"Content-Type: text/html\n\n{outlook}") == [
        ("paragraph", "It was not me."),
        ("paragraph", "Nobody had asked me to count anybody on that boat."),
        ("quotation", "Did you count them?"),
    ]


def test_a_web_page_that_was_mailed_is_read_as_one() -> None:
    story = "The ferry had carried at least 40 people too many, a harbour official said."
    article = f"<article><p>{story}</p><p>{story[4:]}</p></article>"
    page = f"<nav>Home | Sea</nav>{article}<footer>The Post</footer>"

    assert body(f"Content-Type: text/html\n\n{page}") == [
        ("paragraph", story),
        ("paragraph", story[4:]),
    ]


def test_the_outlet_of_a_list_is_the_list() -> None:
    head = HEAD + "List-Id: Harbour watch <watch.ellery.example>\nList-Post: <mailto:w@e.example>\n"

    known = open_document(mail(PLAIN, head), "a.eml").metadata

    assert known.outlet
    assert known.outlet.value == "Harbour watch"
    assert [author.value for author in known.authors] == ["Ann Marsh"]


def test_charsets_and_encodings_are_undone() -> None:
    words = "Zoë Müller said: “Nobody counted.”\n"
    quoted = quopri.encodestring(words.encode("cp1252")).decode()
    head = "Content-Type: text/plain; charset=windows-1252\n"
    japanese = encoded(
        "市長は否定した".encode("iso-2022-jp"), "Content-Type: text/plain; charset=iso-2022-jp"
    )

    assert (
        body(f"{head}Content-Transfer-Encoding: quoted-printable\n\n{quoted}")[0][1] == words[:-1]
    )
    assert (
        body(encoded(words.encode("cp1252"), "Content-Type: text/plain; charset=x-odd"))[0][1]
        == words[:-1]
    )
    assert body(japanese)[0][1] == "市長は否定した"


def test_an_encrypted_mail_says_so() -> None:
    content = encoded(b"0000", "Content-Type: application/pkcs7-mime; name=smime.p7m")

    with pytest.raises(UnreadableInput, match="this mail is encrypted"):
        open_document(mail(content), "a.eml")


def test_a_memo_is_no_mail() -> None:
    memo = b"To: All\nFrom: The mayor\nDate: 2 March 2031\nSubject: Ferries\n\nNobody counted.\n"

    assert open_document(memo, "memo.txt").text == memo.decode()


BROKEN = {
    "no boundary": HEAD + "Content-Type: multipart/mixed\n\n--x\n" + PLAIN + "--x--\n",
    "never closed": HEAD + 'Content-Type: multipart/mixed; boundary="x"\n\n--x\n' + PLAIN,
    "wrong boundary": HEAD + 'Content-Type: multipart/mixed; boundary="y"\n\n--x\n' + PLAIN,
    "bad words": HEAD.replace("=?utf-8?q?", "=?utf-9?b?=") + PLAIN,
    "raw bytes": HEAD.replace("=?utf-8?q?", "Zoë ") + PLAIN,
    "no date": HEAD.replace("2 Mar 2031", "32 Mar") + PLAIN,
    "no charset": HEAD + PLAIN.replace("utf-8", '"'),
    "no encoding": HEAD + "Content-Transfer-Encoding: base65\n" + PLAIN,
    "bad address": HEAD.replace("<ann@ellery.example>", '<a"@@<,;:') + PLAIN,
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_mail_is_read_as_far_as_it_goes(case: str) -> None:
    assert "Nobody counted" in open_document(mail(BROKEN[case], ""), "a.eml").text


def test_headers_made_to_do_harm_cost_one_line_or_nothing() -> None:
    """What fuzzing found."""
    named = HEAD + "Content-Type: multipart/mixed; boundary*=utf-8\0''b\n\n--b\n\nx\n--b--\n"
    inner = (
        "Content-Type: message/rfc822\n\nSubject: a\nX-Odd: b\n\nContent-: c\n\nNobody counted.\n"
    )
    charset = "Content-Type: multipart/mixed; charset*=utf-8''x\n\nNobody counted é.\n"
    for content in (named, HEAD + multipart("mixed", inner, PLAIN), HEAD + charset):
        for outcome in open_documents(mail(content, ""), "a.eml"):
            assert isinstance(outcome, Document) or "broken" in outcome.reason


def test_a_mail_cut_off_anywhere_is_read_or_refused_in_a_line() -> None:
    html = encoded(PAGE.encode(), "Content-Type: text/html; charset=utf-8")
    whole = mail(multipart("mixed", multipart("alternative", PLAIN, html), html))
    for cut in range(20):
        for outcome in open_documents(whole[: len(whole) * cut // 20], "a.eml"):
            assert isinstance(outcome, Document) or "\n" not in outcome.reason


def test_hostile_mails_end_quickly() -> None:
    deep = "".join(
        f'Content-Type: multipart/mixed; boundary="d{n}"\n\n--d{n}\n' for n in range(500)
    )
    rfc822 = "Content-Type: message/rfc822\n\n" * 300
    for content in (
        multipart("mixed", *[PLAIN] * 1000),
        deep + PLAIN,
        deep * 3 + PLAIN,
        rfc822 + PLAIN,
        "X-Long: " + "x" * 10_000_000 + "\n" + PLAIN,
        "Subject: " + "=?utf-8?q?a?= " * 700_000 + "\n" + PLAIN,
        "Content-Type: text/html\n\n" + "<p>" * 50_000,
        "Content-Type: text/plain\n\n" + "-- \n" * 2000,
        "Content-Type: text/plain\n\n" + "From: a\n" * 5000,
    ):
        outcomes = list(open_documents(mail(content), "a.eml"))
        assert outcomes
        assert all(isinstance(each, Document) or "\n" not in each.reason for each in outcomes)
