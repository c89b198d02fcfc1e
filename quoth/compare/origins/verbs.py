"""The words beside an outlet's name by which it tells something, or is told it."""

from __future__ import annotations

import re
from collections.abc import Sequence

SURE = """
    accuse announce claim cite confirm deny describe disclose insist quote report reveal say tell
    warn write allege assert maintain estimate learn note speak-of state understand
""".split()  # noqa: SIM905  # one a line would fill a screen
"""What an outlet does with its matter."""
LOOSE = """
    add air broadcast call carry count film find give hear keep name post print publish put record
    run see show
""".split()  # noqa: SIM905  # one a line would fill a screen
"""What it does with other things too: a paper prints a calendar, keeps an office."""
FORMS = {
    "say": "says? said saying", "tell": "tells? told telling",
    "write": "writes? wrote written writing", "give": "gives? gave given giving",
    "put": "puts? putting", "carry": "carry carries carried carrying",
    "run": "runs? ran running", "broadcast": "broadcasts? broadcasted",
    "show": "shows? showed shown",
    "deny": "deny denies denied denying", "find": "finds? found", "keep": "keeps? kept",
    "learn": "learns? learned learnt", "understand": "understands? understood",
    "speak-of": "(?:speaks?|spoke)(?:\\s+\\w+){0,3}\\s+of", "see": "saw seen",
    "hear": "heard", "confirm": "confirms? confirmed confirming", "quote": "quotes? quoted quoting",
    "cite": "cites? cited citing",
}  # fmt: skip


def forms(verbs: Sequence[str]) -> str:
    return "|".join(
        form
        for verb in verbs
        for form in FORMS.get(verb, f"{verb}s? {verb.removesuffix('e')}(?:ed|es|ing)").split(" ")
    )


WHEN = (
    r"(?:\s+(?:on|last|this|late|early|first|also|then|now|yesterday|today|earlier|later|had|has|have"
    r"|on|in|\w+day|its|own|the|live|page|website|site|morning|afternoon|evening"
    r"|night|week|month|since|already|itself)){0,5}"
)
THAT = (
    r"(?:\s+(?:it|this|them)\b"
    r"|(?:\s+\w+)?\s+(?:that|how|what|why|whether)\b|(?:\s+[\w’'-]+){0,4}?\s+(?:[“\"‘]"
    r"|(?:accounts?|documents?|extracts?|excerpts?|figures?|footage|images?|interviews?"
    r"|photo(?:graph)?s?|pictures?|quotes?|recordings?|remarks?|statements?|story|stories|text"
    r"|transcripts?|videos?|words?)\b))"
)
"""With it a loose verb tells something too: `found that`, `published a photograph`."""
TELLING = re.compile(
    rf"(?:,?{WHEN}|,[^,.;]{{1,90}},{WHEN})\s+(?:{forms(SURE)}|(?:{forms(LOOSE)})(?={THAT})"
    rf"|[^.;]{{2,60}}\band\s(?:{forms(SURE)})"
    r"|put(?:s|ting)?\s[^,.;]{2,40}\sat(?!\s(?:noon|night|midnight|once|home|the)\b)"
    r"|has it|have it|had it|has had it"
    r"|(?:was|were) (?:the )?first to (?:report|say|tell|write|reveal|publish|show)"
    r"|(?:is|are|was|were) (?:say|report|claim|tell|quot|cit|carry|show|publish|runn)ing)\b"
    r"|['’]s?\s+(?:[\w-]+\s+){0,2}(?:report|reporting|count|figures?|account|story|claims?|article"
    r"|version|live page|page|website|interview|photographs?|pictures?|headline|words?|number)\b",
    re.I,
)
"""What stands after the name of one who tells."""
TOLD = re.compile(
    r"(?:\b(?:told|tells|telling|according to|citing|cites|quoting|quotes|quoted (?:by|in)"
    r"|cited by|(?:wrote|written|writes|writing|spoke|speaking|spoken|talked|talking|said) to"
    r"|(?:saying|confirmed|admitted|explained|complained|announced|leaked) to"
    r"|(?:seen|obtained|reviewed|revealed|found|uncovered) by"
    r"|(?:wrote|written|writes|appeared|appears|said|says|saying|quoted) (?:in|on)"
    r"|first (?:in|on)|know from|learn(?:t|ed)? from"
    r"|[,”\"]\s(?:reports|reported|says|said|writes|wrote)"
    r"|interview(?:ed)? (?:with|by|to|in|for)|(?:message|statement|letter|call|e-?mail) to"
    r"|(?:published|printed|reported|broadcast|aired|posted|carried|revealed) (?:by|in|on)"
    r"|(?:reports?|articles?|story|stories|accounts?|counts?|posts?|pictures?|photographs?|figures?)"
    r" (?:by|in|from|on|of)|(?:saying|said|told) by|words (?:in|of)"
    r"|(?:has|have|had|got|taken|copied|took) (?:it|them|this|that|over) (?:all )?from"
    r"|(?:retracted|withdrawn|corrected) by|as by)"
    r"|\b(?:I|we)\s+(?:then\s+|also\s+|have\s+|had\s+|now\s+)*(?:read|see|saw|seen|heard|hear|learnt?"
    r"|learned)\b[^.;,]{0,45}?\b(?:in|on|from))\s+(?:(?:the|a|an|its|their|our|local)\s+)?"
    r"(?:(?:reporter|correspondent|journalist)s?\s(?:of|from|for|at)\s(?:the\s)?)?"
    r"(?:(?!(?:at|in|of|on|outside|near|with|by|for|from|and|that|nobody)\s)[\w’'-]+\s+){0,3}?$"
    r"|\($",
    re.I,
)
"""What stands before the name of one who is told, or is told by."""
DOES = re.compile(rf"\b(?:{forms(LOOSE)})\b", re.I)
