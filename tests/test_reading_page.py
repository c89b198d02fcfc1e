"""The reading page: a document's text with its statements marked in place, and notes beside it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from handmade import WIRE, Row, document_of, reading_of, wire
from markup import HOSTILE, contrast
from markup import Page as Parsed
from rooms import PAGE, ledger_with, visited

from quoth.compare.many import compare_ledger
from quoth.export.page import filled, one_file, rows
from quoth.ledger import open_ledger
from quoth.records import Reading


def page_of(reading: Reading) -> str:
    return "\n".join(row for _, row in rows(reading))


def test_statements_stand_marked_in_the_text_and_have_a_note(expected):
    page = page_of(wire())

    expected("reading-rows.html", page)
    parsed = Parsed(page)
    ids = parsed.values("id")
    assert parsed.wrong == []
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in parsed.values("href")} <= set(ids)
    assert {"b1", "s1", "note-s1", "f0", "t0"} <= set(ids)


def test_no_word_is_lost_or_changed():
    reading = wire()
    for number, row in rows(reading):
        text = re.search(r"<p class=.block.*?</p>", row, re.DOTALL)[0]
        plain = re.sub(r"<(a|span) class=.tag.*?</\1>|<[^>]*>", "", text).replace("&#34;", '"')
        [span] = reading.document.blocks[number].spans
        assert plain == reading.document.text[span.start : span.end]


NESTED: tuple[Row, ...] = (
    ("Mara Tamsin", "said", ('the mayor had told her "the bridge is safe"',), "mixed"),
    ("the mayor", "told", ('"the bridge is safe"',), "direct"),
)


def nested() -> Reading:
    text = 'Mara Tamsin said the mayor had told her "the bridge is safe".\n'
    reading = reading_of(document_of(text), NESTED)
    outer, inner = reading.statements
    return replace(reading, statements=(outer, replace(inner, within=outer.id)))


def test_what_stands_in_another_statement_is_marked_in_it_and_says_on_whose_word():
    page = page_of(nested())

    outer, inner = page.index('id="s1"'), page.index('id="s2"')
    assert outer < inner < page.index("</span></span>.</p>")
    note = page[page.index('id="note-s2"') :]
    assert '<dt>on whose word</dt><dd><a href="#s1">s1</a>' in note
    assert '<dt>holds</dt><dd><a href="#s2">s2</a>' in page


def test_statements_that_cross_are_both_marked():
    text = "Aldo Venn said the ferry sank at dawn off the cape.\n"
    row = ("Aldo Venn", "said", ("the ferry sank at dawn",), "indirect")
    other = (None, None, ("at dawn off the cape",), "indirect")

    page = page_of(reading_of(document_of(text), (row, other)))

    assert Parsed(page).wrong == []
    assert page.count('data-s="s2"') == 2
    assert page.count('id="s2"') == 1


def test_words_of_documents_are_never_markup():
    text = f"{HOSTILE} said {HOSTILE} sank.\n"
    reading = reading_of(document_of(text, HOSTILE), ((HOSTILE, "said", ("sank",), "indirect"),))

    parsed = Parsed(one_file(reading))

    assert parsed.count("script") == 1
    assert parsed.count("img") == 0
    assert not parsed.values("onerror")
    assert parsed.wrong == []


@pytest.mark.parametrize(
    "text", ["", "No one spoke.\n", "קול אחד\n", "🛳 “𝒜” said 🛳\n", "word " * 20_000]
)
def test_odd_documents_have_a_page(text):
    assert Parsed(one_file(reading_of(document_of(text)))).wrong == []


def test_rows_of_some_blocks_are_as_in_the_whole_page():
    whole = dict(rows(wire()))

    assert dict(rows(wire(), numbers=(1, 3))) == {1: whole[1], 3: whole[3]}


def test_statements_are_chosen_without_script_too(tmp_path: Path):
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        page = visitor.get("/documents/1?form=direct&confidence=0.955", headers=PAGE).text
        wrong = visitor.get("/documents/1.json?confidence=much")
    assert "1 of 6 statements" in page
    assert 'id="note-s3" data-statement="s3"' in page
    [note] = re.findall('<li [^>]*id="note-s3"[^>]*>', page)
    assert "hidden" not in note
    [other] = re.findall('<li [^>]*id="note-s1"[^>]*>', page)
    assert other.endswith(" hidden>")
    assert 'class="said indirect h1 off"' in page
    assert '<option value="direct" selected>' in page
    assert wrong.status_code == 400


def test_who_speaks_how_much_stands_above():
    shares = filled(wire())["head"].speakers

    assert sum(each.share for each in shares) == pytest.approx(1)
    assert shares[-1].name == "own voice"
    assert {each.source for each in shares} == {"p1", "p2", "p3", "p4", None}


def test_one_file_fetches_nothing_and_runs_no_script_but_its_own(expected):
    page = one_file(wire())

    inside = r"(?s)(<style>|<script type=.module.>|sha256-).*?(?=</s|&#39;)"
    expected("reading.html", re.sub(inside, r"\1", page))
    parsed = Parsed(page)
    assert parsed.wrong == []
    assert not parsed.values("src")
    assert not [link for link in parsed.values("href") if link[0] not in "#?"]
    for tag, of in (("style", "style-src"), ("script", "script-src")):
        [inside] = re.findall(f"(?s)<{tag}[^>]*>(.*?)</{tag}>", page)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{of} &#39;sha256-{digest}&#39;" in page
    ids = parsed.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in parsed.values("href") if link[0] == "#"} <= set(ids)


def test_reading_writes_a_page_or_a_folder_of_them(quoth):
    Path("wire.txt").write_text(WIRE, "utf-8")
    Path("more.txt").write_text(WIRE, "utf-8")

    out = quoth("read", "wire.txt", "--format", "html")
    one = quoth("read", "wire.txt", "--format", "html", "-o", "wire.html")
    two = quoth("read", "wire.txt", "more.txt", "--format", "html", "-o", "both.html")
    all_ = quoth("read", "wire.txt", "none.txt", "more.txt", "--format", "html", "-o", "pages")

    assert out.stdout == Path("wire.html").read_text("utf-8")
    assert one.exit_code == 0
    assert two.exit_code == 2
    assert "several documents make several pages; name a folder by -o" in two.stderr
    assert not Path("both.html").exists()
    assert all_.exit_code == 1
    names = ["00001-wire-txt.html", "00002-more-txt.html"]
    assert sorted(each.name for each in Path("pages").iterdir()) == [*names, "index.html"]
    index = Parsed(Path("pages/index.html").read_text("utf-8"))
    assert index.values("href") == names
    assert index.wrong == []


def test_exporting_writes_what_the_ledger_knows_besides(quoth):
    Path("wire.txt").write_text(WIRE, "utf-8")
    quoth("add", "wire.txt", "--ledger", "news.db")
    quoth("correct", "1:s2", "--confirm", "--who", "Ilse Varga", "--ledger", "news.db")

    one = quoth("export", "1", "--format", "html", "-o", "wire.html", "--ledger", "news.db")
    folder = quoth("export", "--format", "html", "-o", "pages", "--ledger", "news.db")

    assert (one.exit_code, folder.exit_code) == (0, 0)
    page = Path("wire.html").read_text("utf-8")
    assert "confirmed by people" in page
    assert "Ilse Varga" in page
    assert 'href="/' not in page
    assert Path("pages/00001-wire-txt.html").read_text("utf-8") == page


def test_the_commands_of_its_documentation_run(quoth):
    told = (Path(__file__).parents[1] / "docs" / "formats.md").read_text("utf-8")
    [commands] = re.findall(r"(?s)^## A page.*?```sh\n(.*?)```", told, re.MULTILINE)
    Path("ferry.txt").write_text(WIRE, "utf-8")
    Path("harbour.txt").write_text(f"Again\n\n{WIRE}", "utf-8")

    for command in commands.splitlines():
        assert quoth(*command.split()[1:]).exit_code == 0, command

    assert Path("kept/index.html").exists()


def test_the_room_has_a_page_for_a_document_and_a_way_to_each_statement(tmp_path: Path):
    with visited(ledger_with(tmp_path / "news.db")) as visitor:
        page = visitor.get("/documents/1", headers=PAGE)
        data = visitor.get("/documents/1.json").json()
        moved = visitor.get("/statements/1:s2", headers=PAGE, follow_redirects=False)
        statement = visitor.get("/statements/1:s2.json").json()
        missing = visitor.get("/documents/9", headers=PAGE)
    assert 'id="note-s1"' in page.text
    assert "quoth show 1 --ledger" in page.text
    assert data["statements"][0]["id"] == "s1"
    assert moved.headers["location"] == "/documents/1#s2"
    assert statement["id"] == "1:s2"
    assert missing.status_code == 404


def test_the_same_utterance_elsewhere_is_told_and_led_to(tmp_path: Path):
    path = ledger_with(tmp_path / "news.db", (WIRE, f"Again\n\n{WIRE}"))
    with open_ledger(path) as ledger:
        compare_ledger(ledger)
        known = ledger.beside(1)
    assert [each.statement for each in known.same["s5"]] == ["2:s5"]
    with visited(path) as visitor:
        page = visitor.get("/documents/1", headers=PAGE).text
    note = page[page.index('id="note-s5"') :]
    assert ", also in 1 more</span>" in note
    assert '<dt>also in</dt><dd><a href="/documents/2#s5">2:s5</a>' in note


def test_a_source_is_told_by_the_name_that_people_gave_it(tmp_path: Path):
    path = ledger_with(tmp_path / "news.db")
    with open_ledger(path) as ledger:
        ledger.set_source("1:s4", "Aldo Venn", kind="person", who="Ilse Varga")
    with visited(path) as visitor:
        page = visitor.get("/documents/1", headers=PAGE).text
    assert re.search(r'id="note-s4".*?<p class="short">.*? = Aldo Venn', page, re.DOTALL)


def test_hues_can_be_read_in_light_and_dark():
    static = Path(__file__).parents[1] / "quoth/export/static"
    looks = (static / "looks.css").read_text("utf-8")
    style = (static / "reading.css").read_text("utf-8")
    for grounds, hues in zip(shades(looks), shades(style), strict=True):
        for ground in ("ground", "paper"):
            for name in range(9):
                assert contrast(hues[f"h{name}"], grounds[ground]) >= 4.5, (name, ground)


def shades(style: str) -> list[dict[str, str]]:
    """The colours of light and dark pages by their names."""
    return [
        dict(re.findall(r"--(\w+): (#\w{6})", each))
        for each in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
