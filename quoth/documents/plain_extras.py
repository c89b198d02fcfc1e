"""What stands beside the article in a plain text: a mail's head, a page's buttons, wire marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.documents.plain_rows import Row, closed, goes_on

MAIL_HEAD = re.compile(
    r"(?:from|to|cc|subject|date|sent|reply-to|importance|attachments?|von|an|betreff|gesendet)"
    r"\s*:\s+\S",
    re.I,
)
FORWARDED = re.compile(
    r"-{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht).*|"
    r"begin forwarded message\s*:",
    re.I,
)
BUTTON = re.compile(
    r"advertisement|ad|skip to (?:main )?content|share|save|print|e-?mail|facebook|twitter|whatsapp"
    r"|copy link|menu|search|home|sign (?:in|up)|log ?in|subscribe(?: now)?|follow us.*|comments?"
    r"|read more|continue reading.*|(?:story|article) continues below.*|share (?:this|on).*|listen"
    r"|privacy(?: policy| notice)?|terms(?: (?:of (?:use|service)|and conditions))?|contact(?: us)?"
    r"|about(?: us)?|cookies?(?: settings| policy)?|newsletters?|sitemap|careers|back to top"
    r"|(?:copyright\s*)?[©(](?:c\))?\s*\d{4}.*|copyright.*\d{4}.*|.{0,60}all rights reserved\.?",
    re.I,
)
"""Lines that a web page has around its article and in between."""
MENU = re.compile(
    r"(?:(?:home|news|world|region(?:al)?|local|business|sports?|opinions?|culture|politics|weather"
    r"|video|live|more|menu|search|sign in|log in|subscribe|skip to content|lifestyle|science)"
    r"(?:\s*[|·•/]\s*|\s+|$)){1,20}",
    re.I,
)
"""A web page's sections, above its article."""
RELATED = re.compile(
    r"more (?:on this (?:story|topic)|from .{2,40}|stories|in .{2,30})|related(?: \w+)?"
    r"|read (?:next|also)|you (?:may|might) also like|leave a comment|most (?:read|viewed|popular)"
    r"|recommended(?: for you)?|see also|top stories|trending",
    re.I,
)
"""A line above links to other articles."""
WIRE = re.compile(
    r"[(\[]\s*(?:more|end|ends|stop)\s*[)\]]|-{1,3}\s?(?:more|30|end)\s?-{1,3}|#\s?#\s?#|x{3,}",
    re.I,
)
JUMP = re.compile(
    r"[(\[]?(?:(?:continued|cont[’']d) (?:on|from)|(?:please )?(?:see|turn to) [^.]{1,40},) page "
    r"[A-Z]?\d{1,3}(?:,? col(?:umn|\.) \d)?[)\]]?\.?",
    re.I,
)
"""Where a newspaper's text goes on, or began."""
TAKE = re.compile(
    r".{3,50}[,:-]?\s(?:\d{1,2}(?:st|nd|rd|th) (?:add|lead|ld|writethru)|(?:add|take|page) \d{1,2})"
    r"\b.{0,20}",
    re.I,
)
"""The head of the next take of a wire report."""
SHORT = 110
TOP = 12


def extra_rows(text: str, rows: Sequence[Row]) -> Iterator[int]:
    """Starts of the rows that are no part of an article."""
    related = took = False
    buttons = 0
    for at, row in enumerate(rows):
        long = row.end - row.start > SHORT
        line = "" if long else text[row.start : row.end]
        related = related and not long and _is_link(text, rows, at)
        if any(known.fullmatch(line) for known in (BUTTON, WIRE, FORWARDED, JUMP)):
            took = bool(WIRE.fullmatch(line))
            buttons += at < TOP
            yield row.start
        elif related or (took and TAKE.fullmatch(line)):
            yield row.start
            took = False
        elif RELATED.fullmatch(line) and at + 1 < len(rows) and _is_link(text, rows, at + 1):
            related = True
            yield row.start
        elif at < TOP and (
            MENU.fullmatch(line)
            or (buttons and " " not in line and _is_button(text, rows[at + 1 : at + 2]))
        ):
            yield row.start
    yield from _mail_heads(text, rows)


def _is_button(text: str, rows: Sequence[Row]) -> bool:
    return any(BUTTON.fullmatch(text[row.start : row.end][:SHORT]) for row in rows)


def _is_link(text: str, rows: Sequence[Row], at: int) -> bool:
    """Whether a row may be a link to another article: short, and no part of a sentence."""
    row = rows[at]
    if row.end - row.start > SHORT or goes_on(text, row) or closed(text, row):
        return False
    return at + 1 >= len(rows) or not goes_on(text, rows[at + 1])


def _mail_heads(text: str, rows: Sequence[Row]) -> Iterator[int]:
    """Three header lines in a row, at the top or under the mark of a mail that is passed on."""
    run: list[int] = []
    for at, row in enumerate(rows):
        top = at < TOP or (run and run[-1] == rows[at - 1].start)
        marked = at and FORWARDED.fullmatch(text[rows[at - 1].start : rows[at - 1].end][:SHORT])
        if (top or marked) and MAIL_HEAD.match(text, row.start, row.end):
            run.append(row.start)
            continue
        if len(run) > 2:
            yield from run
        run = []
