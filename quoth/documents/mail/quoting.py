"""What in the text of a mail is not its sender's: forwarded mails, signatures, lists' footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.records import Span

LINE = re.compile(r"[^\r\n]+")
MARK = re.compile(
    r"-{2,}\s*[^\s-].{,100}[^\s-]\s*-{2,}|_{10,}"
    r"|(?:begin|anfang|début|inicio|início|inizio)\b.{,60}:",
    re.I,
)
"""The line that programs set above the headers of a mail they pass on."""
NAMES = {
    "from": "from von de da van",
    "sent": "sent gesendet envoyé enviado enviada inviato verzonden",
    "date": "date datum fecha data",
    "to": "to an à para a aan",
    "cc": "cc kopie copie copia cópia",
    "subject": "subject betreff objet asunto oggetto onderwerp assunto",
    "reply-to": "reply-to",
}
"""The headers, as programs write them above such a mail in English, German, French, Spanish,
Portuguese, Italian, Dutch."""
HEADER = {word: name for name, words in NAMES.items() for word in words.split()}
FIELD = re.compile(rf"\*?({'|'.join(HEADER)})\s?:\*?(?=\s|$)\s*(.*)", re.I)
HEADERS = 16
"""So many lines are looked at for such headers."""
SIGNATURE = re.compile(r"-- ?|Sent from my [\w ]{2,30}|Get Outlook for \w+")
LONG_SIGNATURE = 12
FOOTER_RULE = re.compile(r"_{30,}")
LONGEST_FOOTER = 8
FOOTER = re.compile(r"mailing list|unsubscribe", re.I)


@dataclass(frozen=True, slots=True)
class PassedOn:
    """The headers of a mail inside the text of another one."""

    span: Span
    fields: dict[str, str]


Lines = list[tuple[int, int, str]]
"""Start, end and words of each line that has any."""


def lines_of(text: str) -> Lines:
    """The lines of `text` that are not blank."""
    found = ((m.start(), m.end(), m.group().strip()) for m in LINE.finditer(text))
    return [(start, end, words) for start, end, words in found if words]


def passed_on(lines: Lines) -> Iterator[PassedOn]:
    """The headers of the mails that are forwarded or answered in a text, in their order."""
    number = 0
    while number < len(lines):
        length, fields = _headers(lines, number)
        if "from" in fields and len(fields.keys() & {"sent", "date", "to", "subject"}) > 1:
            above = number and MARK.fullmatch(lines[number - 1][2])
            first = lines[number - 1] if above else lines[number]
            yield PassedOn(Span(first[0], lines[number + length - 1][1]), fields)
        number += max(length, 1)


def _headers(lines: Lines, number: int) -> tuple[int, dict[str, str]]:
    """How many lines from this one on are headers, and what they say."""
    fields: dict[str, str] = {}
    length = 0
    for n, (_, _, words) in enumerate(lines[number : number + HEADERS], 1):
        field = FIELD.fullmatch(words)
        name = HEADER[field[1].lower()] if field else ""
        if not field or name in fields:
            # A long list of recipients goes on over several lines; two of them are let through.
            if not fields or n - length > 2:
                break
            continue
        length = n
        fields[name] = field[2].strip(" *")
    return length, fields


def signatures(lines: Lines, inner: Sequence[PassedOn]) -> Iterator[Span]:
    """Signatures, and the footers of mailing lists."""
    heads = {each.span.start for each in inner}
    for number, (start, end, words) in enumerate(lines):
        if SIGNATURE.fullmatch(words):
            last = end if words[0] != "-" else _end(lines, number, heads)
            if last:
                yield Span(start, last)
        elif FOOTER_RULE.fullmatch(words) and _is_footer(lines, number):
            yield Span(start, lines[-1][1])


def _is_footer(lines: Lines, number: int) -> bool:
    below = lines[number:] if len(lines) - number <= LONGEST_FOOTER else []
    return any(FOOTER.search(words) for _, _, words in below)


def _end(lines: Lines, number: int, heads: set[int]) -> int | None:
    """Where a signature ends; None where so much follows that it is none."""
    below = lines[number : number + LONG_SIGNATURE + 2]
    for (_, end, _), (start, _, words) in pairwise(below):
        if start in heads or words.startswith(">"):
            return end
    return below[-1][1] if len(below) <= LONG_SIGNATURE + 1 else None
