"""Texts that sites put into articles and that are no part of them."""

from __future__ import annotations

import re

LABEL = re.compile(
    r"""(?:advertise?ments?|advert|ads?|sponsored(?:\scontent)?|promoted|close|caption|video|photos?
    |gallery|share(?:\sthis.*)?|tweet|e-?mail|print|comments?|facebook|twitter|linkedin|whatsapp
    |pinterest|instagram|reddit|copy\slink|report|reply|loading|play(?:\svideo)?|watch(?:\snow)?
    |(?:story|article)\scontinues\sbelow.*|continue\sreading.*|read\s(?:more|also|next|now)
    |see\salso|related(?:\s(?:articles?|stories|news|posts?|content|topics?|links?))?
    |more|(?:view|show|load|see)\s(?:more|all|comments).*|follow\sus|subscribe(?:\snow)?|sign\sup
    |(?:image|media|photo)\s(?:copyright|caption|credit|source)\b.*|\W*|\d+\s(?:of|/)\s\d+
    |this\sslideshow\srequires\sjavascript|sharing\sis\scaring|skip\sto\s.*|back\sto\stop|top
    |(?:estimated\s)?reading\stime.*|\W*\d+\smin(?:ute)?s?(?:\sread)?|text\ssize.*|listen.{,20}|transcript
    |(?:url\s*:?\s*)?(?:https?://|www\.)\S+|\d+\s(?:likes?|replies|comments?|shares?|views?|votes?)
    |save|sign\sin|log\sin|(?:table\sof\s)?contents
    |\[?edit\]?|view\s(?:this\s)?(?:post|photo|profile|on|more)\b.*|hits:?\s\d+
    |allow\s.{,30}content\?.*|[\d.,]+[km]?\sfollowers|listen|follow|open\sin\sapp)\W*""",
    re.I | re.X | re.S,
)
"""Labels of buttons, pictures, advertisements and boxes, and the address of the page itself."""
ELSEWHERE = re.compile(
    r"(?:(?:you (?:may|might) )?also (?:read|like|see)|read (?:also|more|next|this|our)|related"
    r"|see also|more (?:on|from|about)|watch|listen|recommended|don[’']t miss)\b[^:]{,30}:",
    re.I,
)
"""How lines begin that lead to another article."""
NOTICE = re.compile(
    r"\b(?:newsletters?|subscribe|sign(?:ing)? up (?:for|to)|click here|tap here|follow (?:us|him"
    r"|her|me|them|@|on)|like us on|join us|e-?mail (?:him|her|us|me)|(?:be )?reached at|contact"
    r" (?:him|her|us|me)|have a (?:news )?tip|download (?:our|the) app|on (?:twitter|facebook)"
    r"|all rights reserved|support our|donate)\b|©|@\w+\.\w",
    re.I,
)
"""Words by which a house or a writer turns to the readers."""
CALL = re.compile(
    r"\W*(?:get|sign up|subscribe|click here|tap here|follow us|download (?:our|the)"
    r"|join (?:our|us)|like us|have a tip|send us|\[button)\b",
    re.I,
)
"""How such lines begin."""
ABOUT = re.compile(
    r"(?:about (?:the|this) (?:authors?|writers?|contributors?)|related\b.{,30}|recommended\b.{,30}"
    r"|(?:(?:more|other|latest|recent|top|most)"
    r" (?:on|from|read|popular|stories|news|articles|posts)|(?:what|where) to (?:read|go) next"
    r"|read (?:next|elsewhere|on|also|more)|elsewhere|keep reading"
    r"|trending|subscribe|sign up|share this|join the (?:conversation|discussion))\b.{,40}"
    r"|(?:you )?(?:may|might) also (?:like|enjoy).{,20})\W*",
    re.I,
)
"""Headings of what comes after an article."""
SUBSCRIBE = re.compile(
    r"(?:subscribe|sign up|get (?:our|the|every|all)\b|join our|support (?:us|our)|newsletter"
    r"|follow us|stay (?:informed|up to date|in touch)|never miss|want more|enjoying this)\b",
    re.I,
)
"""How boxes begin that ask for an address."""
COMMENTS = re.compile(
    r"(?:comments|reader comments|\(?\d+\)? (?:comments?|replies|responses?|thoughts)\b.{,60}"
    r"|(?:comments?|replies|responses) \(?\d+\)?"
    r"|(?:your|readers?[’']?|user|all|latest|post a|leave a|add a|write a|join the|view)"
    r" (?:comments?|reply|response|discussion|conversation)(?: \(?\d+\)?)?)\W*",
    re.I,
)
"""Headings of what readers wrote below an article."""
LABELLED = 100
"""Labels have no more characters, and what begins like one and is longer is prose."""
IMPRINT = re.compile(
    r"(?:©|(?:copyright|\(c\)) (?:©|\(c\)|\d{4})|all rights reserved|retrieved from"
    r"|links in this (?:article|story))",
    re.I,
)
"""How lines of the house begin, however long they are."""


def is_label(text: str) -> bool:
    """Whether a piece is a label, or an imprint."""
    return bool((len(text) <= LABELLED and LABEL.fullmatch(text)) or IMPRINT.match(text))
