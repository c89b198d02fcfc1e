"""Papers and posts that a document shows: a memo that it has seen, a post with its writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoth.compare.origins.names import HEAD, Names
from quoth.compare.origins.texts import Sentence, Text
from quoth.compare.origins.voice import Voice
from quoth.records import Kind

HOUSE = r"(?-i:(?:[Tt]he\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
PAPER = (
    r"(?P<what>(?:the|a|an|her|his|its|their|internal|leaked|confidential)\s"
    r"(?:[\w’'-]+\s){0,4}?(?:letters?|memos?|memorand(?:um|a)|e-?mails?|documents?|papers|reports?"
    r"|drafts?|recordings?|footage|videos?|transcripts?|minutes|contracts?|statement of claim|claim"
    r"|complaint|indictment|files?|filings?|notes|photographs?|logs?|records|audits?|messages?"
    r"|cables?|lawsuit|invoices?|diar(?:y|ies)|lists?|screenshots?|accounts|slides|plans?|survey))\b"
)
"""A paper or a picture that somebody may have had in their hands."""
SHOWN = re.compile(
    rf"{PAPER}(?:\sof\s[^,.;]{{2,50}}?|\sfrom\s[^,.;]{{2,50}}?|\sto\s[^,.;]{{2,50}}?)?,?\s(?:[^.;]{{0,40}}?\b)?"
    r"(?:(?:(?:seen|read|obtained|reviewed|viewed|examined|inspected|heard|verified|acquired|held)\s(?:and\s\w+\s)?by"
    r"|(?:leaked|shown|passed|sent|given|provided|forwarded|handed|made available|came|supplied) to"
    r"|(?:shared with)|copy of (?:which|it)\b[^.;]{0,20}?\b(?:with|to|reached|by|before))"
    rf"\s(?P<us>us|me|this \w+|our|{HOUSE})"
    rf"|,\s(?:(?:a copy )?(?:of )?(?:which|whose contents))\s(?P<we>we|I|{HOUSE})"
    r"\s(?:has|have|had)\b)",
    re.I,
)
"""`a memo seen by this paper`, `the letter, a copy of which came to us`."""
HAVE_SEEN = re.compile(
    rf"\b(?P<we>we|I|this (?:news)?(?:paper|site|station)|{HOUSE})\s"
    r"(?:has|have|had)?\s?(?:(?:also|now|since|independently)\s)?(?:been\s)?"
    r"(?:seen|saw|obtained|read|reviewed|examined|viewed|got hold of|shown|given|sent|handed)\s"
    rf"(?:(?:a\s)?cop(?:y|ies) of\s)?{PAPER}",
    re.I,
)
"""`The Post has obtained a copy of the contract`."""
SIGNED = re.compile(
    r"\s*(?:[-–—]{1,2}\s*(?P<dash>[A-Z][\w’'.-]*(?:\s(?:of|the|and|de|van)?\s?[A-Z][\w’'.-]*){0,5})"
    r"|(?P<plain>[A-Z][\w’'.-]*(?:\s(?:of|the|and|de|van)?\s?[A-Z][\w’'.-]*){1,5}))"
    r"\s*(?:\(@\w+\)|,?\s(?:on\s)?(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?\d{1,4}\b.{0,30})?\s*"
)
"""A line below a post that is shown: whose it is, and when."""


def shown(text: Text, names: Names, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a sentence names a paper that this document's house has had before it."""
    words = text.words(sentence)
    for match in (*SHOWN.finditer(words), *HAVE_SEEN.finditer(words)):
        holder = "us" if match.groupdict().get("us") else "we"
        if _is_own(text, names, sentence, match, holder):
            start, end = match.span("what")
            yield sentence.span.start + start, sentence.span.start + end


def _is_own(text: Text, names: Names, sentence: Sentence, match: re.Match[str], group: str) -> bool:
    """Whether it is this document's house that had the paper."""
    holder = match[group]
    if re.fullmatch(r"us|me|our|we|I|this \w+", holder, re.I):
        return True
    start = sentence.span.start
    own = names.same_house(text.told)
    found = names.mentions(text, start + match.start(group), start + match.end(group))
    return any(own & set(each.keys) for each in found) or names.is_own(text.told, holder)


def signed(text: Text) -> Iterator[Voice]:
    """Who wrote a post that is shown, by the line below it: `— Ada Pell (@ada)`."""
    blocks = text.document.blocks
    for n, block in enumerate(blocks[1:], 1):
        start, end = block.spans[0].start, block.spans[-1].end
        match = SIGNED.fullmatch(text.text, start, end)
        sentence = text.at(start)
        if match and sentence and "quotation" == blocks[n - 1].kind == block.kind:
            group = "dash" if match["dash"] else "plain"
            name = match[group]
            kind: Kind = "organisation" if HEAD.search(name) else "person"
            passage = text.passage(*match.span(group))
            yield Voice(text.told.key, passage, sentence, kind, name, name)
