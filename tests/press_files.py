"""Exports of press databases that tests make as the databases do; the articles are ours."""

from __future__ import annotations

from html import escape
from textwrap import fill
from typing import NamedTuple

from office_files import docx, p


class Story(NamedTuple):
    """An article as it went into an export."""

    title: str
    outlet: str
    byline: str
    day: str
    section: str
    paragraphs: tuple[str, ...]


STORIES = (
    Story(
        "Ferry sinks off Port Ellery",
        "The Ellery Post",
        "Ann Marsh",
        "March 2, 2031",
        "News; Pg. 1",
        (
            "The ferry had carried at least 40 people too many, a harbour official said on Sunday, "
            "and nobody on the quay could say who had let them on board.",
            "“Nobody counted,” said Oda Fell, who runs the harbour. “In all these years nobody "
            "ever asked us to count, and so we did not.”",
            "An inquiry opens on Monday.",
        ),
    ),
    Story(
        "Mayor denies that anybody warned him",
        "Corvale Wire",
        "Finn Tarn",
        "March 3, 2031",
        "Politics; Pg. 4",
        (
            "The mayor of Port Ellery denied on Monday that the harbour had warned him, and called "
            "what Ms Fell had said a memory of her own.",
            "Location: that is what the log leaves out, his office said in a statement that ran to "
            "two lines and that named nobody.",
        ),
    ),
    Story(
        "What the log of the Tern leaves out",
        "The Ellery Post",
        "Ann Marsh",
        "March 5, 2031",
        "News; Pg. 2",
        (
            "The log of the Tern leaves out the names of all who boarded after nine, according to "
            "two people who have read it, and every page has a blank in the same place.",
            "Her crew was told to keep it so, they said.",
            "The owners say that it is complete.",
        ),
    ),
)


def day_first(day: str) -> str:
    """`2 March 2031` of `March 2, 2031`."""
    month, number, year = day.replace(",", "").split()
    return f"{number} {month} {year}"


def lexis(stories: tuple[Story, ...] = STORIES, width: int = 0) -> list[str]:
    """The paragraphs of an export of LexisNexis Academic."""
    lines = []
    for number, story in enumerate(stories, 1):
        lines += [
            f"{number} of {len(stories)} DOCUMENTS",
            story.outlet,
            f"{story.day} Sunday",
            "Late Edition - Final",
            story.title,
            f"BYLINE: By {story.byline.upper()}",
            f"SECTION: {story.section}",
            "LENGTH: 87 words",
            "DATELINE: PORT ELLERY",
            *(fill(text, width) if width else text for text in story.paragraphs),
            "URL: http://ellery.example/",
            "SUBJECT: FERRIES (91%); HARBORS & PORTS (78%)",
            f"LOAD-DATE: {story.day}",
            "LANGUAGE: ENGLISH",
            "PUBLICATION-TYPE: Newspaper",
            f"Copyright 2031 {story.outlet}",
            "All Rights Reserved",
        ]
    return lines


def nexis(stories: tuple[Story, ...] = STORIES) -> list[str]:
    """The paragraphs of an export of Nexis Uni, its cover first."""
    lines = [
        "User Name: = 20310309",
        "Date and Time: Sunday, March 9, 2031 10:00 AM EST",
        "Job Number: 1",
        f"Documents ({len(stories)})",
        *(f"{number}. {story.title}" for number, story in enumerate(stories, 1)),
        "Client/Matter: -None-",
        "Search Terms: ferry",
    ]
    for story in stories:
        lines += [
            story.title,
            story.outlet,
            f"{story.day} Sunday",
            "Late Edition - Final",
            f"Copyright 2031 {story.outlet} All Rights Reserved",
            f"Section: {story.section}",
            "Length: 87 words",
            f"Byline: By {story.byline}",
            "Body",
            *story.paragraphs,
            "Graphic",
            "PHOTO: The quay at Port Ellery.",
            f"Load-Date: {story.day}",
            "End of Document",
        ]
    return lines


def factiva(stories: tuple[Story, ...] = STORIES) -> list[tuple[str, tuple[str, ...]]]:
    """The fields of an export of Factiva, by their codes."""
    rows: list[tuple[str, tuple[str, ...]]] = []
    for number, story in enumerate(stories, 1):
        rows += [
            ("SE", (story.section,)),
            ("HD", (story.title,)),
            ("BY", (f"By {story.byline}",)),
            ("WC", ("87 words",)),
            ("PD", (day_first(story.day),)),
            ("SN", (story.outlet,)),
            ("SC", ("ELLP",)),
            ("LA", ("English",)),
            ("CY", (f"Copyright 2031, {story.outlet}",)),
            ("LP", story.paragraphs[:1]),
            ("TD", story.paragraphs[1:]),
            ("CO", ("elltow : Ellery Towing",)),
            ("NS", ("gship : Ships | gcat : News",)),
            ("RE", ("ellery : Port Ellery",)),
            ("PUB", (story.outlet,)),
            ("AN", (f"Document ELLP0000203103{number:02}e7330000{number}",)),
        ]
    return rows


def factiva_plain(stories: tuple[Story, ...] = STORIES) -> list[str]:
    """The paragraphs of an export of Factiva without its codes."""
    lines = []
    for number, story in enumerate(stories, 1):
        lines += [
            story.section,
            story.title,
            story.byline,
            "87 words",
            day_first(story.day),
            "08:00",
            story.outlet,
            "ELLP",
            "English",
            f"(c) 2031 {story.outlet}",
            *story.paragraphs,
            f"Document ELLP0000203103{number:02}e7330000{number}",
        ]
    return [*lines, "Search Summary", "Text: ferry", "Results Found: 3"]


def proquest(stories: tuple[Story, ...] = STORIES) -> list[str]:
    """The paragraphs of an export of ProQuest."""
    rule = "_" * 60
    lines = [rule, "Report Information from ProQuest"]
    for number, story in enumerate(stories, 1):
        first, last = story.byline.split()
        first_paragraph, *others = story.paragraphs
        lines += [
            rule,
            f"Document {number} of {len(stories)}",
            story.title,
            f"Author: {last}, {first}.",
            f"Publication info: {story.outlet} ; Ellery [Ellery]{day_first(story.day)}: 1.",
            "ProQuest document link",
            "Links: http://ellery.example/link",
            f"Full text: {first_paragraph}",
            *others,
            "Subject: Ferries; Harbors",
            "Location: Port Ellery",
            f"Title: {story.title}",
            f"Publication title: {story.outlet}; Port Ellery",
            "Publication year: 2031",
            f"Publication date: {story.day}",
            f"Section: {story.section}",
            "Language of publication: English",
            f"ProQuest document ID: 90{number}",
            "Database: ProQuest Central",
        ]
    return [*lines, rule, "Contact ProQuest", "Copyright 2031 ProQuest LLC. All rights reserved."]


def as_text(paragraphs: list[str]) -> bytes:
    return ("\n\n".join(paragraphs) + "\n").encode()


def as_rows(rows: list[tuple[str, tuple[str, ...]]]) -> bytes:
    """Factiva's fields as text."""
    return "\n".join(f"{code}  " + "\n\n".join(held) for code, held in rows).encode()


def as_html(paragraphs: list[str], title: str = "ProQuest, Factiva") -> bytes:
    inner = "\n".join(f"<div><span>{escape(each)}</span></div>" for each in paragraphs)
    return f"<html><head><title>{title}</title></head><body>{inner}</body></html>".encode()


def as_html_rows(rows: list[tuple[str, tuple[str, ...]]]) -> bytes:
    """Factiva's fields as a table in HTML."""
    inner = "".join(
        f"<tr><td><b>{code}</b></td>"
        f"<td>{''.join(f'<p>{escape(each)}</p>' for each in held)}</td></tr>"
        for code, held in rows
    )
    return f"<html><title>Factiva</title><body><table>{inner}</table></body></html>".encode()


def as_rtf(paragraphs: list[str]) -> bytes:
    inner = "".join(rf"\pard {_rtf(each)}\par" + "\n" for each in paragraphs)
    return (r"{\rtf1\ansi\ansicpg1252" + inner + "}").encode()


def as_rtf_rows(rows: list[tuple[str, tuple[str, ...]]]) -> bytes:
    """Factiva's fields as a table in RTF."""
    inner = "".join(
        rf"\trowd\cellx900\cellx9000\pard\intbl {code}\cell "
        + r"\par ".join(_rtf(each) for each in held)
        + r"\cell\row"
        + "\n"
        for code, held in rows
    )
    return (r"{\rtf1\ansi\ansicpg1252" + inner + r"\pard }").encode()


def _rtf(words: str) -> str:
    return "".join(char if char < "\x7f" else rf"\u{ord(char)}?" for char in words)


def as_docx(paragraphs: list[str]) -> bytes:
    return docx("".join(p(escape(each)) for each in paragraphs))
