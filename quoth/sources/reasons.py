"""Why a document gives no name for a source, in its own words.

Only what follows on a refusal to be named, or that somebody may not speak: that he asked not to
be named is itself no reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from quoth.analysis import Analysis
from quoth.records import Passage, Span, Statement

REFUSAL = r"""
    (?: anonym(?:ity|ous|ously)
    | confidentiality
    | (?:be|being) \s (?:(?:further|publicly) \s)? (?:named|identified|quoted)
    | (?:is|are|was|were) \s not \s (?:being \s)? (?:named|identified)
    | n[o’']t \s (?:named|identified)
    | \w*names? \s (?:not \s)? (?:be|being|been|was|were|is|are) \s (?:not \s)?
      (?:withheld|changed|used|published|printed|given|disclosed)
    | (?:give|use|publish|print|disclose|reveal|share) \s (?:\w+ \s){0,3}?
      (?:\w*names?|identit(?:y|ies))
    | on \s (?:the \s)? record
    )"""
CAUSE = r"""
    (?: because | since | lest | for \s fear | fearing | out \s of | citing | given | due \s to
    | owing \s to | on \s (?:the \s)? grounds? | so \s (?:as|that|he|she|they) | in \s order \s to
    | as \s (?!an?\b|well\b|one\b|such\b)
    | to \s (?!the\b|an?\b|his\b|her\b|their\b|its\b|reporters?\b|us\b|me\b|[A-Z])
    )"""
AFTER = re.compile(
    rf"\b{REFUSAL} ,? \s (?:(?:by \s name|publicly|in \s public) ,? \s)? (?P<why>\b{CAUSE}\b)",
    re.VERBOSE,
)
"""A refusal to be named and where its cause begins."""
SILENCED = re.compile(
    r"""
    (?P<why> (?: \b(?:because|as|since|but) \s (?:[\w’'-]+ \s){0,5}? | \bwho \s )?
      (?:[\w’']+ \s)? (?:\w+n[’']t | \b(?:not|never)) \s (?:been \s)?
      (?:authori[sz]ed|allowed|permitted|cleared|supposed|entitled) \s
      (?:by \s (?:\w+ \s){1,4}?)? to \s (?:publicly \s)?
      (?:speak|talk|discuss|comment|address|disclose|release|reveal|share|brief
        |be \s (?:named|quoted))
    )""",
    re.VERBOSE,
)
"""That somebody may not speak, said of the source itself."""
ENDS = re.compile(
    r"[.;!?](?=\s|$)|[“”\"]|''|,? (?:said|says|told|added)\b|, (?=the\b|an?\b|and\b)| - "
)


def reason_of(analysis: Analysis, statements: Iterable[Statement]) -> Passage | None:
    """The reason in the sentences that name the source of these statements; None without one."""
    for statement in statements:
        if statement.source is None:
            continue
        inside = analysis.inside(statement.source.spans[0])
        if not inside:
            continue
        first, end = _sentence(analysis, inside.start)
        around = Span(analysis.tokens[first].start, analysis.tokens[end - 1].end)
        parts = [statement.content, *([statement.cue] if statement.cue else [])]
        stops = [span.start for part in parts for span in part.spans]
        found = reason_in(analysis.document.text, around, stops)
        if found:
            return Passage(analysis.document, (found,))
    return None


def reason_in(text: str, around: Span, stops: Iterable[int] = ()) -> Span | None:
    """Where a stretch of the text gives the reason; it ends at one of `stops` at the latest."""
    found = AFTER.search(text, around.start, around.end)
    found = found or SILENCED.search(text, around.start, around.end)
    if found is None:
        return None
    start = found.start("why")

    end = min([at for at in stops if at > found.end("why")], default=around.end)
    cut = ENDS.search(text, found.end("why"), min(end, around.end))
    end = cut.start() if cut else min(end, around.end)
    return Span(start, start + len(text[start:end].rstrip(" ,\n\t")))


def _sentence(analysis: Analysis, number: int) -> tuple[int, int]:
    """The sentence of a token, from its first token to one past its last."""
    at = bisect_right(analysis.sentences, (number, len(analysis.tokens) + 1)) - 1
    return analysis.sentences[max(at, 0)]
