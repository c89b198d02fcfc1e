"""Does reading pay for the format? The same marked articles as text, HTML, PDF, DOCX and mail.

    python -m benchmarks.formats [--data FOLDER] [--check]

Every article is written in each format, opened and read; spans are led back to the text by its
words, and scored. `--check` ends with status 3 where relation F1 differs from the text's by more
than half a point.
"""

from __future__ import annotations

import argparse
import html
import io
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import quoth
from benchmarks.gold import Article, gold_setting, marked_articles
from benchmarks.quality import FELL, load_scorer
from benchmarks.surface import led_back
from benchmarks.tools import DATA, SCORER
from quoth.documents import open_document

ALLOWED = 0.5
"""Points of relation F1 between the text and any other format."""
WORD = re.compile(r"\w+|[^\w\s]")


def as_html(lines: list[str]) -> bytes:
    """A page with the article and what stands around it."""
    title, *paragraphs = map(html.escape, lines)
    inner = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        f"<title>{title}</title></head><body>"
        '<nav><ul><li><a href="/">Home</a><li><a href="/coast">Coast</a></ul></nav>'
        f"<main><article><h1>{title}</h1>{inner}</article></main>"
        "<footer><p>Port Ellery Courier, 1 Quay Street</p></footer></body></html>"
    ).encode()


def as_pdf(lines: list[str]) -> bytes:
    """Pages of letter size with numbers below."""
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    body.spaceAfter = 8
    story: list[Any] = [Paragraph(html.escape(lines[0]), styles["Title"])]
    story += [Paragraph(html.escape(line), body) for line in lines[1:]]
    data = io.BytesIO()

    def number(canvas: Any, pages: Any) -> None:
        canvas.drawCentredString(letter[0] / 2, 36, str(pages.page))

    SimpleDocTemplate(data, pagesize=letter).build(story, onFirstPage=number, onLaterPages=number)
    return data.getvalue()


def as_docx(lines: list[str]) -> bytes:
    """A document with a title and paragraphs."""
    import docx

    made = docx.Document()
    made.add_heading(lines[0], 0)
    for line in lines[1:]:
        made.add_paragraph(line)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def as_mail(lines: list[str]) -> bytes:
    """A newsletter with the article as text and as HTML."""
    made = EmailMessage()
    made["Subject"] = lines[0]
    made["From"] = "Port Ellery Courier <news@courier.example>"
    made["Date"] = "Tue, 04 Mar 2031 08:00:00 +0000"
    made.set_content("\n\n".join(lines))
    made.add_alternative(as_html(lines).decode(), subtype="html")
    return made.as_bytes()


def as_text(lines: list[str]) -> bytes:
    """A line for each paragraph."""
    return "\n".join(lines).encode()


FORMATS: dict[str, Callable[[list[str]], bytes]] = {
    "text": as_text,
    "html": as_html,
    "pdf": as_pdf,
    "docx": as_docx,
    "eml": as_mail,
}


@dataclass(frozen=True)
class Aligned:
    """The words of a text that were found again in another, as pairs of starts and of ends."""

    starts: list[tuple[int, int]]
    ends: list[tuple[int, int]]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that the words between `start` and `end` stand for."""
        first = bisect_right(self.starts, (start, -1))
        last = bisect_right(self.ends, (end, sys.maxsize)) - 1
        if first > last:
            return 0, 0
        return self.starts[first][1], self.ends[last][1]


def aligned(text: str, original: str) -> Aligned:
    """The words of `text` beside those of `original`."""
    ours, theirs = list(WORD.finditer(text)), list(WORD.finditer(original))
    matcher = SequenceMatcher(None, [w[0] for w in ours], [w[0] for w in theirs], autojunk=False)
    pairs = [
        (ours[at + n], theirs[there + n])
        for at, there, size in matcher.get_matching_blocks()
        for n in range(size)
    ]
    return Aligned(
        [(a.start(), b.start()) for a, b in pairs], [(a.end(), b.end()) for a, b in pairs]
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.formats",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder with text/, attributions/")
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the scorer, score.py")
    parser.add_argument("--check", action="store_true", help="fail where a format is too far off")
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    articles = marked_articles(options.data, scorer)
    figures: dict[str, float] = {}
    print("| format | relation F1 | to text | words lost |\n|---|---:|---:|---:|")
    with quoth.Reader() as reader:
        for name, row in measured(articles, reader, scorer):
            figures[name] = row[0]
            print(
                f"| {name} | {row[0]:.1f} | {row[0] - figures['text']:+.1f} | {row[1]} |",
                flush=True,
            )
    print()
    print(*gold_setting(options.data), sep="\n")
    far = max(abs(figure - figures["text"]) for figure in figures.values())
    sys.exit(FELL if options.check and far > ALLOWED else 0)


def measured(
    articles: list[Article], reader: quoth.Reader, scorer: Any
) -> Iterator[tuple[str, tuple[float, int]]]:
    """For each format, relation F1 in percent, and words of the articles that were not read."""
    for name, written in FORMATS.items():
        triples, lost = [], 0
        for one in articles:
            lines = [line for line in one.text.splitlines() if line.strip()]
            document = open_document(written(lines), f"{one.name}.{name}")
            way = aligned(document.text, one.text)
            lost += len(WORD.findall(one.text)) - len(way.starts)
            triples.append((one.text, one.gold, led_back(reader.read(document), way)))
        rows = scorer.score(triples)
        yield name, (100 * rows["all", "relation"].prf()[2], lost)


if __name__ == "__main__":
    main()
