"""sayswho's quotations: `python -m benchmarks.peers.sayswho_peer FOLDER`, JSON lines out.

Its clusters of mentions need a coreference model that is on no package index. They are made after
the quotations and change neither speaker, cue nor content, so they are left out.
"""

from __future__ import annotations

from typing import Any

from sayswho.helpers import para_quote_fixer
from sayswho.quote_finder import quote_finder

from benchmarks.peers.lines import Found, Job, Statement, write_predictions
from benchmarks.peers.offsets import Prepared, prepared, stretches


def job(text: str) -> Job:
    """Its own preparation, which is on by default, with a way back to the text file."""
    ready = prepared(text, para_quote_fixer)
    return Job(ready.text, lambda doc: Found([_statement(q, ready) for q in quote_finder(doc)]))


def _statement(quotation: Any, ready: Prepared) -> Statement:
    roles = {"source": quotation.speaker, "cue": quotation.cue, "content": quotation.content}
    return {
        role: [ready.original(stretch) for stretch in stretches(tokens)]
        for role, tokens in roles.items()
    }


if __name__ == "__main__":
    write_predictions("sayswho", job)
