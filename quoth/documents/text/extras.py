"""What stands beside the article in a plain text: a mail's head, a page's buttons, wire marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from quoth.documents.text.rows import Row, closed, goes_on

MAIL_HEAD = re.compile(
    r"(?:from|to|cc|subject|date|sent|reply-to|importance|attachments?|von|an|betreff|gesendet)"
    r"\s*:\s+\S",
    re.I,
)
FORWARDED = re.compile(
    r"-{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht)[\s-]*|"
    r"begin forwarded message\s*:",
    re.I,
)
BUTTON = re.compile(
    r"advertisement|skip to (?:main )?content|copy link|sign (?:in|up)|log ?in|subscribe now"
    r"|follow us(?: on \w+(?:,? (?:and )?\w+)?)?|share (?:this(?: (?:article|story|page))?|on \w+)"
    r"|read more|continue reading(?: below)?|(?:story|article) continues below(?: advertisement)?"
    r"|privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)|contact us|about us"
    r"|cookie (?:settings|policy)|back to top"
    r"|(?:copyright )?(?:©|\(c\)) ?\d{4}(?:[-–]\d{4})?[^.!?:]{0,50}(?:\. all rights reserved)?\.?"
    r"|(?:©|\(c\)) ?[^.!?:\d]{2,40} \d{4}|(?:[^.!?]{0,50}\. )?all rights reserved\.?",
    re.I,
)
"""What a web page has around its article and in between: whole lines, and no sentences."""
WORD = re.compile(
    r"share|save|print|e-?mail|facebook|twitter|whatsapp|menu|search|home|subscribe|comments?|listen"
    r"|privacy|terms|contact|cookies|newsletters?|sitemap|careers|news|world|local|business|sports?"
    r"|opinion|culture|politics|weather|video|live|region(?:al)?|science|lifestyle",
    re.I,
)
"""The same beside another of them; alone it may be a heading."""
SECTION = (
    r"(?:home|news|world|region(?:al)?|local|business|sports?|opinions?|culture|politics|weather"
    r"|video|live|more|menu|search|sign in|log in|subscribe|skip to content|lifestyle|science"
    r"|contact(?: us)?|about(?: us)?|privacy(?: policy)?|terms(?: of use)?|imprint|newsletters?)"
)
MENU = re.compile(
    rf"(?:{SECTION}(?:\s+|$)){{4,20}}|{SECTION}(?:\s*[|·•/]\s*{SECTION}){{2,20}}", re.I
)
"""A web page's sections in a line."""
RELATED = re.compile(
    r"more (?:on this (?:story|topic)|stories|from .{2,40})|related(?: \w+)?|read next|read also"
    r"|you (?:may|might) also like|leave a comment|most (?:read|viewed|popular)"
    r"|recommended(?: for you)?|see also|top stories|trending",
    re.I,
)
"""A line above links to other articles."""
WIRE = re.compile(
    r"[(\[]\s*(?:MORE|more|END|ENDS)\s*[)\]]|-{1,3}\s?(?:more|MORE|30|END)\s?-{1,3}|#\s?#\s?#"
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
RUN = 3
"""So many labels in a row at the top are a menu, whether blank lines part them or not."""
TOP = 12


def extra_rows(text: str, rows: Sequence[Row], mail: bool = False) -> Iterator[int]:
    """Starts of the rows that are no part of an article; what may be prose is never among them.

    Heads of mails stay in a text that is a `mail` itself: there they say who speaks.
    """
    took = False
    found: set[int] = set()
    for at, row in enumerate(rows):
        line = text[row.start : row.end][: SHORT + 1]
        wire = bool(WIRE.fullmatch(line))
        if (
            wire
            or (took and TAKE.fullmatch(line))
            or (not mail and FORWARDED.fullmatch(line))
            or (_is_label(text, rows, at) and _stands_apart(rows, at, found))
        ):
            found.add(at)
        took = wire
    found |= _menu(text, rows[:TOP])
    # A section's name above an article stands between buttons.
    for at, row in enumerate(rows[1:TOP], 1):
        between = at - 1 in found and at + 1 in found
        if between and row.above and " " not in text[row.start : row.end]:
            found.add(at)
    found.update(_links(text, rows, found))
    yield from (rows[at].start for at in sorted(found))
    if not mail:
        yield from _mail_heads(text, rows)


def _menu(text: str, rows: Sequence[Row]) -> set[int]:
    """Labels one below the other, whether blank lines part them or not."""
    labels = [
        any(known.fullmatch(_bare(text, row)) for known in (BUTTON, MENU, WORD)) for row in rows
    ]
    runs = (range(at, at + RUN) for at in range(len(rows) - RUN + 1))
    return {at for run in runs if all(labels[at] for at in run) for at in run}


def _is_label(text: str, rows: Sequence[Row], at: int) -> bool:
    around = [rows[at], *rows[max(at - 1, 0) : at], *rows[at + 1 : at + 2]]
    here, *beside = (_bare(text, row) for row in around)
    if here[:1].islower():
        return False
    if any(known.fullmatch(here) for known in (BUTTON, MENU, JUMP)):
        return True
    near = (known.fullmatch(line) for line in beside for known in (BUTTON, MENU, WORD))
    return bool(WORD.fullmatch(here)) and any(near)


def _bare(text: str, row: Row) -> str:
    """A row without a bullet in front, cut where it is too long for a label."""
    return text[row.start : row.end][: SHORT + 1].lstrip("-*•·▪ ")


def _stands_apart(rows: Sequence[Row], at: int, found: Set[int]) -> bool:
    """Whether blank lines, or others that are no part of the article, stand on both sides."""
    above = at == 0 or rows[at].above > 0 or rows[at].turn or at - 1 in found
    return above and (at + 1 == len(rows) or rows[at + 1].above > 0 or rows[at + 1].turn)


def _links(text: str, rows: Sequence[Row], found: Set[int]) -> Iterator[int]:
    """Links to other articles below the text, and the line above them."""
    start = len(rows)
    while start and (start - 1 in found or _is_link(text, rows, start - 1)):
        start -= 1
    heads = (at for at in range(start, len(rows)) if _heads_links(text, rows, at))
    yield from range(next(heads, len(rows)), len(rows))


def _heads_links(text: str, rows: Sequence[Row], at: int) -> bool:
    row = rows[at]
    return row.above > 0 and bool(RELATED.fullmatch(text[row.start : row.end][: SHORT + 1]))


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
