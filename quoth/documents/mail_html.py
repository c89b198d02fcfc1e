"""The HTML of a mail made ready for the HTML reader: what no reader of the mail sees is marked so."""

from __future__ import annotations

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from quoth.documents.encodings import decode
from quoth.documents.source import Source

UNSEEN = re.compile(
    r"(?:max-height|font-size|opacity|height)\s*:\s*(?:0*\.0+|0+(?:px|em|pt|%)?|1px)\s*(?:;|!|$)"
    r"|mso-hide\s*:\s*all|visibility\s*:\s*hidden",
    re.I,
)
"""How newsletters hide the line that lists of mails preview."""
SIGNED = ".gmail_signature, .moz-signature, #Signature, [data-smartmail=gmail_signature]"
