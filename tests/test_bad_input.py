"""Input that is empty, odd or no text: a reading or one clear line, and the rest is still read."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_documents_pdf import PAGES, pdf

from quoth import Reader
from quoth.cli import main

NEWS = "The mayor denied it. “Nobody counted the tickets,” said Oda Fell, who runs the harbour.\n"
LATIN = "Mayor Zoë Müller said the café had never closed. “Déjà vu,” he told reporters.\n"
FAMILY = "👩\u200d👩\u200d👧"
COMBINED = f"{FAMILY} “E\u0301lan {FAMILY},” said Zoe\u0308 🇬🇧, who ran cafe\u0301s. It sank ⛴️.\n"

READABLE = {
    "empty": b"",
    "one character": b"a",
    "one quotation mark": b'"',
    "only spaces": b"   \n \t \r\n\x0c \n",
    "only quotation marks": "“”\"\"''«»„“‘’ `` ''\n\"\n“\n".encode(),
    "NUL in the middle": NEWS.replace(" denied", "\x00 denied").encode(),
    "Latin-1": LATIN.encode("latin-1", "replace"),
    "UTF-16 without a mark": NEWS.encode("utf-16-le"),
    "UTF-16, big end first": NEWS.encode("utf-16-be"),
    "emoji and combining characters": COMBINED.encode(),
    "direction marks": f"\u202e{NEWS}\u202c\u2028\u2029\ufeff".encode(),
    "one line": (NEWS.strip() + " ").encode() * 200,
    "one word": b"a" * 300_000,
    "marks without end": b'"' * 1000,
}

OTHER = {
    "German": "Der Bürgermeister sagte, niemand habe die Karten gezählt.\n".encode(),
    "Japanese": "市長は「誰も数えなかった」と述べた。港では船が沈んだと住民が話した。\n".encode(),
    "Arabic": "قال العمدة إن أحدا لم يحص التذاكر قبل إبحار السفينة من الميناء.\n".encode(),
}

UNREADABLE = {
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(64), "this is an image, not text; "),
    "locked.pdf": (pdf(PAGES, password="sesame"), "this PDF is encrypted; "),
    "scan.pdf": (pdf([[]]), "no text in this PDF, "),
    "nuls.txt": (bytes(3), "these bytes are not text; "),
    "broken.pdf": (pdf(PAGES)[:400], "this PDF is broken and cannot be opened; "),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def run(reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """`quoth` in a folder that holds `news.txt`, with the package's model, loaded once."""
    monkeypatch.setattr("quoth.reader.Reader", lambda *_, **__: reader)
    monkeypatch.chdir(tmp_path)
    Path("news.txt").write_bytes(NEWS.encode())
    return lambda *arguments: CliRunner().invoke(main, arguments, prog_name="quoth")


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def fails(result: Result, name: str, reason: str) -> bool:
    """Whether `name` failed in one line, for `reason`, and the files around it were read."""
    documents = [line for line in lines(result) if line["type"] != "statement"]
    assert [line["type"] for line in documents] == ["document", "failure", "document"]
    assert documents[1]["document"] == name
    assert result.stderr == f"quoth: {name}: {documents[1]['reason']}\n"
    return result.exit_code == 1 and str(documents[1]["reason"]).startswith(reason)


@pytest.mark.parametrize("name", READABLE)
def test_is_read(run, name):
    Path("odd.txt").write_bytes(READABLE[name])

    result = run("read", "odd.txt", "news.txt", "--format", "jsonl")

    assert (result.exit_code, result.stderr) == (0, "")
    found = [line for line in lines(result) if line["type"] == "document"]
    assert [line["document"] for line in found] == ["odd.txt", "news.txt"]
    text = run("text", "odd.txt").stdout_bytes.decode()
    for line in lines(result):
        if line["type"] == "statement" and line["document"] == "odd.txt":
            assert (
                " … ".join(text[a:b] for a, b in line["content"]["spans"])
                == (line["content"]["text"])
            )


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("form", ["view", "json", "csv"])
def test_is_shown_in_every_format(run, name, form):
    Path("odd.txt").write_bytes(READABLE[name][:2000])

    result = run("read", "odd.txt", "--format", form)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("\n")


@pytest.mark.parametrize("name", ["Latin-1", "UTF-16 without a mark", "UTF-16, big end first"])
def test_its_encoding_is_found_out(run, name):
    Path("odd.txt").write_bytes(READABLE[name])

    text = run("text", "odd.txt").stdout_bytes.decode()

    assert text in (NEWS, LATIN.encode("latin-1", "replace").decode("latin-1"))


def test_another_language_is_told_in_one_line_and_read_when_asked(run):
    Path("odd.txt").write_bytes(OTHER["German"])

    refused = run("read", "news.txt", "odd.txt", "news.txt", "--format", "jsonl")
    result = run("read", "odd.txt", "--any-language", "--format", "jsonl")

    assert fails(refused, "odd.txt", "written in German (de), and the reader knows English; ")
    assert (result.exit_code, lines(result)[0]["language"]) == (0, "de")


@pytest.mark.parametrize("language", OTHER)
def test_its_language_is_found_out(run, language):
    Path("odd.txt").write_bytes(OTHER[language])

    assert f"written in {language} (" in run("read", "odd.txt").stderr


def test_a_long_text_on_one_line_is_read_as_one_paragraph(quoth):
    Path("long.txt").write_bytes((NEWS.strip() + " ").encode() * 3400)  # 300 kB, no model

    result = quoth("read", "long.txt", "--format", "json")

    [document] = lines(result)
    assert len(document["text"]) > 290_000
    assert document["blocks"] == [
        {"kind": "paragraph", "spans": [[0, len(document["text"].rstrip())]]}
    ]


@pytest.mark.parametrize("name", UNREADABLE)
def test_is_refused_in_one_line(run, name):
    data, reason = UNREADABLE[name]
    Path(name).write_bytes(data)

    assert fails(run("read", "news.txt", name, "news.txt", "--format", "jsonl"), name, reason)


def test_a_missing_file_is_told_in_one_line(run):
    result = run("read", "news.txt", "missing.txt", "news.txt", "--format", "jsonl")

    assert fails(result, "missing.txt", "no such file; ")


def test_an_empty_folder_is_told_in_one_line(run):
    Path("folder").mkdir()

    result = run("read", "news.txt", "folder", "news.txt", "--format", "jsonl")

    assert fails(result, "folder", "this folder holds no text; ")


def test_no_name_at_all_is_told_in_one_line(run):
    result = run("read", "news.txt", "", "news.txt", "--format", "jsonl")

    assert fails(result, "", "no file is named here; ")


@pytest.mark.skipif(os.name == "nt", reason="POSIX shell")
def test_closed_standard_input_is_told_in_one_line(tmp_path):
    command = f"{shlex.quote(sys.executable)} -m quoth text - <&-"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}

    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True
    )

    assert done.returncode == 1
    assert done.stderr == "quoth: standard input: it is closed; give it a file or a pipe to read\n"


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_a_file_without_permission_is_told_in_one_line(run):
    Path("secret.txt").write_bytes(NEWS.encode())
    Path("secret.txt").chmod(0)
    Path().chmod(0o755)
    arguments = ("read", "news.txt", "secret.txt", "news.txt", "--format", "jsonl")
    run(*arguments)  # what is imported late may lie where only root can read

    with unprivileged():
        result = run(*arguments)

    assert fails(result, "secret.txt", "no permission to read it; ")


@contextmanager
def unprivileged() -> Iterator[None]:
    """As a user to whom rights apply: root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    try:
        os.seteuid(65534)
    except OSError:
        pytest.skip("root, and not allowed to become anybody else")
    try:
        yield
    finally:
        os.seteuid(0)


def test_all_at_once_each_gets_its_line(run):
    for number, data in enumerate(READABLE.values()):
        Path(f"{number:02}.txt").write_bytes(data[:2000])
    for name, (data, _) in UNREADABLE.items():
        Path(name).write_bytes(data)
    files = [*sorted(map(str, Path().iterdir())), "missing.txt"]

    result = run("read", *files, "--format", "jsonl")

    documents = [line for line in lines(result) if line["type"] != "statement"]
    assert [line["document"] for line in documents] == files
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == len(UNREADABLE) + 1
