"""Of what kind a source is: the words of all its mentions vote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from quoth.analysis import Analysis, Token
from quoth.records import Kind
from quoth.sources.lexicon import AMOUNTS, GENERIC, OUTLETS, VAGUE
from quoth.sources.names import Name
from quoth.sources.nouns import KINDS, PERSONS, noun
from quoth.sources.phrases import whole, words_of
from quoth.sources.places import BETWEEN_STATES, SEATS, STATES, UNIQUE
from quoth.sources.pronouns import HE, IT, PRONOUNS, SHE, THEY, WE, I
from quoth.sources.records import Mention
from quoth.sources.words import words

Vote = tuple[Kind, float]
"""A kind and how much speaks for it."""

OFFICES = words("""
    agency authority bureau cabinet congress council county court department government house
    ministry office parliament police senate treasury tribunal
    """)
"""Words that make a name that of a body of state, wherever in it they stand."""
FIRMS = re.compile(
    r"\b(?:inc|corp|corporation|co|company|ltd|llc|plc|gmbh|group|holdings|party|university|college"
    r"|institute|foundation|association|coalition|union|league|society|club|church|committee"
    r"|campaign|pac|bank|fund|alliance|federation|movement|front|trust|council of|center|centre"
    r"|hospital|school|network|lines?|mills?|\w*works|aggregates|railways?|aerospace|energy|oil|gas|motors|partners|associates|industries|airlines|museum|initiative)\b",
    re.IGNORECASE,
)
PAPERS = re.compile(
    r"\b(?:times|post|tribune|herald|gazette|journal|tidings|mercury|courant|chronicle|guardian"
    r"|telegraph|observer|examiner|inquirer|globe|sentinel|dispatch|press|news|newspapers?|radio"
    r"|tv|television|magazine|broadcasting|media|reuters|cnn|bbc|npr|nbc|abc|cbs|msnbc|fox news"
    r"|bloomberg|politico|daily|weekly|review|bulletin|argus|echo|monitor|packet|standard)\b",
    re.IGNORECASE,
)
MEMBERS = re.compile(r"[A-Z]\w+(?:ists|ians|crats|icans|ites|ivists)$")
"""Names of a party's members or a people, in the plural."""
TELLING = frozenset(("in", "at", "from", "within", "inside", "of", "near"))
UNTOLD = words("familiar briefed close aware acquainted privy knowledgeable")
"""What is said of sources whom nobody could find by it."""
NETWORK: dict[str, Kind] = {
    "person": "person",
    "organization": "organisation",
    "place": "government",
    "object": "document",
    "abstract": "document",
    "event": "document",
}
"""What the network's kinds of things are when they are sources."""


def kind_of(analysis: Analysis, mentions: Iterable[tuple[Mention, Name | None]]) -> Kind:
    """The kind for which most speaks among the mentions of one source."""
    counts: dict[Kind, float] = defaultdict(float)
    for mention, name in mentions:
        for kind, weight in votes(analysis, mention, name):
            counts[kind] += weight
    if not counts:
        return "unspecified"
    return max(counts, key=lambda kind: counts[kind])


def votes(analysis: Analysis, mention: Mention, name: Name | None) -> Iterator[Vote]:
    """What one mention says of its kind."""
    if mention.form == "pronoun":
        yield from _of_pronoun(analysis, mention.head)
    elif name and name.proper:
        yield from _of_name(analysis, mention.head, name)
    else:
        yield from _of_noun(analysis, mention.head)


def _of_pronoun(analysis: Analysis, head: int) -> Iterator[Vote]:
    text = analysis.tokens[head].text.casefold()
    kind = PRONOUNS.get(text)
    if kind in (HE, SHE):
        yield "person", 2.0
    elif kind == I:
        yield "person", 0.5
    elif kind == IT:
        yield "organisation", 0.3
    elif kind in (THEY, WE):
        yield "group", 0.3
    elif text == "who":
        yield "person", 0.2
    elif text in ("which", "that"):
        yield "organisation", 0.1
    else:
        yield from _of_noun(analysis, head)


def _of_name(analysis: Analysis, head: int, name: Name) -> Iterator[Vote]:
    token = analysis.tokens[head]
    words = words_of(analysis, name.first, name.end)
    lower = words.casefold().removeprefix("the ").rstrip(".")
    lemmas = [noun(word).lemma for word in lower.split()]
    sure = 3.0 if len(lemmas) > 1 else 1.0  # one word alone may be a surname: "Guardian"
    if any(body in lower for body in BETWEEN_STATES if " " in body) or lower in BETWEEN_STATES:
        yield "organisation", 5.0
    elif lower in UNIQUE or (name.title is None and lower in STATES | SEATS):
        yield "government", 4.0
    elif MEMBERS.match(words) or (len(lemmas) == 1 and noun(lower).plural and lemmas[0] in PERSONS):
        yield "group", 3.0
    elif name.title is not None and noun(whole(analysis, name.title[0])).kind == "person":
        yield "person", 5.0
    elif FIRMS.search(lower):
        yield "organisation", sure
    elif PAPERS.search(lower):
        yield "outlet", sure
    elif any(lemma in OFFICES for lemma in lemmas):
        yield "government", sure
    elif _is_label(analysis, name):
        yield "person", 2.0
    elif token.entity in NETWORK:
        kind = NETWORK[token.entity]
        yield kind, 0.4 if kind == "document" else 1.5
    else:
        yield "person", 0.6


def _is_label(analysis: Analysis, name: Name) -> bool:
    """Whether a name stands before a colon at the head of a paragraph, as a turn of talk has it."""
    tokens = analysis.tokens
    begins = not name.first or tokens[name.first - 1].block != tokens[name.first].block
    return begins and name.end < len(tokens) and tokens[name.end].text == ":"


def _of_noun(analysis: Analysis, head: int) -> Iterator[Vote]:
    token = analysis.tokens[head]
    one = noun(whole(analysis, head))
    kind = one.kind
    if token.pos == "ADJ" and token.text[0].isupper() and not kind:
        yield "government", 2.0  # "the Vennick reluctance to pay"
        return
    if token.pos == "NUM" or one.lemma in ("percent", "each", "all", "both", "half", "none"):
        yield from _of_part(analysis, head, "person" if one.lemma == "one" else "group")
    elif one.lemma in AMOUNTS and _part_of(analysis, head) is not None:
        yield from _of_part(analysis, head, "group")
    elif one.lemma == "report" and one.plural and not _maker(analysis, head):
        yield "unspecified", 2.0
    elif one.lemma in VAGUE:
        if told(analysis, head):
            yield ("group" if one.plural or one.lemma in MANY else "person"), 3.0
        else:
            yield from _of_part(analysis, head, "unspecified")
    elif one.lemma == "paper" and (one.plural or _article(analysis, head) in ("a", "an")):
        yield "document", 3.0  # "the paper" is one that is sold, "a paper" one that is written
    elif kind == "organisation" and _of_press(analysis, head):
        yield "outlet", 3.0
    elif kind:
        yield kind, 3.0
    elif token.entity in NETWORK and token.entity != "person":
        yield NETWORK[token.entity], 1.0
    elif token.entity or one.lemma.endswith(("ist", "er", "or", "man", "ian", "eon")):
        yield ("group" if one.plural else "person"), 1.5
    else:
        yield ("group" if one.plural else "unspecified"), 0.5


def _article(analysis: Analysis, head: int) -> str | None:
    return next(
        (
            analysis.tokens[k].text.casefold()
            for k in analysis.children[head]
            if analysis.tokens[k].relation == "det"
        ),
        None,
    )


def _of_press(analysis: Analysis, head: int) -> bool:
    """Whether a body is one of the press: "the newspaper chain"."""
    return any(
        analysis.tokens[k].relation == "compound" and noun(analysis.tokens[k].text).lemma in OUTLETS
        for k in analysis.children[head]
    )


MANY = words("people some many most few other all both folk")


def _of_part(analysis: Analysis, head: int, kind: Kind) -> Iterator[Vote]:
    """A number or pronoun is of the kind that "of the …" tells."""
    whole_of = _part_of(analysis, head)
    if whole_of is None:
        yield kind, 2.0
        return
    inner = noun(whole(analysis, whole_of)).kind
    if kind == "unspecified" or inner not in (None, "group", "person"):
        kind = "group" if inner in (None, "person") else inner
    if analysis.tokens[head].text.casefold() in ("one", "another", "each") and kind == "group":
        kind = "person"
    yield kind, 2.0


def _part_of(analysis: Analysis, head: int) -> int | None:
    """What the head is a part or number of."""
    return next((k for k in analysis.children[head] if _case(analysis, k) & {"of"}), None)


def told(analysis: Analysis, head: int) -> bool:
    """Whether something tells whose circle a vague noun belongs to."""
    for child in analysis.children[head]:
        token = analysis.tokens[child]
        lower = token.text.casefold()
        if token.relation == "compound" and lower not in GENERIC and child < head:
            return True
        if token.relation == "amod" and lower not in GENERIC and child < head:
            return True
        if token.relation == "nmod" and (
            _possessor(analysis, child) or _case(analysis, child) & TELLING
        ):
            return lower not in ("my", "our", "their", "his", "her", "its", "your") and not (
                _case(analysis, child) == {"of"}
                and noun(analysis.tokens[head].text).lemma in AGAINST
            )
        if token.relation == "acl" and noun(analysis.tokens[head].text).lemma == "people":
            return lower not in UNTOLD
    return False


AGAINST = words("critic opponent enemy detractor skeptic sceptic foe adversary source")


def _possessor(analysis: Analysis, number: int) -> bool:
    return any(
        analysis.tokens[k].relation == "case" and analysis.tokens[k].pos == "PART"
        for k in analysis.children[number]
    )


def _case(analysis: Analysis, number: int) -> set[str]:
    if analysis.tokens[number].relation not in ("nmod", "obl"):
        return set()
    return {
        analysis.tokens[k].text.casefold()
        for k in analysis.children[number]
        if analysis.tokens[k].relation == "case"
    }


def _maker(analysis: Analysis, head: int) -> bool:
    """Whether something tells whose reports they are."""
    return any(_telling_maker(analysis, k) for k in analysis.children[head])


def _telling_maker(analysis: Analysis, number: int) -> bool:
    token: Token = analysis.tokens[number]
    if token.relation == "compound":
        return token.text.casefold() not in ("media", "news", "press")
    return token.relation == "nmod" or token.pos == "PROPN"


__all__ = ["KINDS", "kind_of", "told", "votes"]
