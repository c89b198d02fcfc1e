"""Is a source named: the proper name in a mention, without title, role or possessive ending."""

from __future__ import annotations

from typing import NamedTuple

from quoth.analysis import Analysis, Token
from quoth.sources.capitals import LINKS, PARTICLES, run
from quoth.sources.lexicon import COURTESY, DOCUMENTS, FORMERLY, SURNAMES, TITLES
from quoth.sources.nouns import BODIES, KINDS, PERSONS, noun
from quoth.sources.phrases import bounds, whole
from quoth.sources.places import STATES, UNIQUE
from quoth.sources.records import Mention
from quoth.sources.words import words


class Name(NamedTuple):
    """A proper name in a mention, and what stands before it as a title."""

    first: int
    end: int
    """Tokens, to one past the last."""
    title: tuple[int, int] | None = None
    proper: bool = True
    """False where a common noun heads it: "the Orr campaign"."""


BEFORE = frozenset(("det", "amod", "compound", "nmod", "nummod", "flat", "part"))
ARTICLES = words("the a an our my his her their its")


def name_in(analysis: Analysis, mention: Mention) -> Name | None:
    """The name that the mention's head belongs to, or that stands beside it; None without one."""
    if mention.form == "pronoun":
        return None
    head = mention.head
    found = _own_name(analysis, head)
    if found is None or not found.proper:
        return _beside(analysis, head) or found
    return found


def _beside(analysis: Analysis, head: int) -> Name | None:
    """The name that a noun for a person leads to: "harbourmaster Orr", "the miller, Ida Orr"."""
    tokens = analysis.tokens
    after = head + 1
    while after < len(tokens) and tokens[after].relation == "part":
        after += 1
    one = noun(whole(analysis, head))
    person = one.kind == "person" or (tokens[head].entity == "person" and not one.plural)
    for at in (after, *analysis.children[head]):
        if at < len(tokens) and at > head and tokens[at].pos == "PROPN":
            close = at == after and person and tokens[at].sentence == tokens[head].sentence
            if close or tokens[at].relation in ("appos", "flat"):
                inner = _own_name(analysis, at)
                if inner and inner.proper and inner.first > head:
                    return inner._replace(title=(head, inner.first))
    return _after_office(analysis, head, after) if person else None


def _after_office(analysis: Analysis, head: int, after: int) -> Name | None:
    """The name behind an office of two parts: "secretary of works Silas Orr"."""
    tokens = analysis.tokens
    _, high = bounds(analysis, head)
    if after >= high or tokens[after].text.casefold() not in ("of", "for", "to"):
        return None
    for at in range(after + 2, min(after + 6, high - 1)):
        if tokens[at].pos in ("PUNCT", "VERB", "AUX", "CCONJ"):
            return None
        full = tokens[at + 1].relation == "flat" and tokens[at + 1].head == at
        if full and tokens[at].pos == "PROPN" and tokens[at].entity != "place":
            end = run(analysis, at, at, high)[1]
            return Name(at, _without_tail(analysis, at, end), (head, at))
    return None


def _own_name(analysis: Analysis, head: int) -> Name | None:
    token = analysis.tokens[head]
    low, high = bounds(analysis, head)
    if token.pos == "ADJ" and token.text[0].isupper() and token.relation == "amod":
        return Name(head, head + 1, None, False)  # "the Vennick reluctance to pay"
    if token.entity == "time" or token.time != "O":
        return None
    if not _is_name(token):
        return _body_name(analysis, head, low, high)
    start = (
        head if token.relation == "flat" and head > low and _is_title(analysis, head - 1) else low
    )
    first, end = run(analysis, head, start, high)
    first, title = _without_title(analysis, first, end)
    end = _without_tail(analysis, first, end)
    if first >= end:
        return None
    inside = [t for t in analysis.tokens[first:end] if t.text[0].isalnum()]
    if not inside or _only_common(inside, analysis, first):
        return _body_name(analysis, head, low, high)
    return Name(first, end, title or _title(analysis, first))


def _title(analysis: Analysis, first: int) -> tuple[int, int] | None:
    """An office or trade that stands before a name."""
    before = first - 1
    while before > 0 and analysis.tokens[before].relation == "part":
        before -= 1
    if before >= 0 and _is_title(analysis, before):
        return before, first
    return None


def _is_title(analysis: Analysis, number: int) -> bool:
    token = analysis.tokens[number]
    return token.pos in ("NOUN", "PROPN") and noun(whole(analysis, number)).kind == "person"


def _is_name(token: Token) -> bool:
    """A proper name, or a capital that headlines make hard to tell from a common noun."""
    if token.pos == "PROPN":
        return token.text != token.text.lower() or token.text in PARTICLES
    if not token.text[0].isupper() or token.pos not in ("X", "NOUN", "VERB"):
        return False
    return noun(token.text).lemma not in KINDS and token.entity is not None


def _without_title(analysis: Analysis, first: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Where the name itself begins, and the title before it."""
    tokens = analysis.tokens
    cut = first
    for at in range(first, end - 1):
        lower = tokens[at].text.casefold()
        lemma = noun(lower).lemma
        opens = all(noun(t.text).lemma in KINDS or t.pos == "ADJ" for t in tokens[first:at])
        if (lemma in TITLES and (lemma not in SURNAMES or opens)) or (opens and lemma in PERSONS):
            rest = [t for t in tokens[at + 1 : end] if t.text[0].isalnum()]
            if rest and lemma not in COURTESY and noun(rest[-1].text).lemma in BODIES:
                continue  # "Christian News Service"
            if rest and tokens[at + 1].text.lower() not in LINKS and tokens[at + 1].text != "-":
                cut = at + 1
    while cut < end and not tokens[cut].text[0].isalnum() and tokens[cut].text not in "@":
        cut += 1
    if cut == first:
        while cut < end - 1 and tokens[cut].pos == "DET":
            cut += 1
        return cut, None
    return cut, (first, cut)


def _without_tail(analysis: Analysis, first: int, end: int) -> int:
    tokens = analysis.tokens
    while end > first and (
        (not tokens[end - 1].text[0].isalnum() and not _abbreviated(tokens, end - 1, first))
        or tokens[end - 1].pos == "PART"
        or tokens[end - 1].text in LINKS
    ):
        end -= 1
    return end


def _abbreviated(tokens: tuple[Token, ...], at: int, first: int) -> bool:
    """Whether a mark at the end belongs to the name: "Inc.", "Jr.", "U.S."."""
    return (
        tokens[at].text == "."
        and at > first
        and (tokens[at].relation == "part" or tokens[at - 1].text in ("Jr", "Sr", "Inc", "Co"))
    )


def _only_common(words: list[Token], analysis: Analysis, first: int) -> bool:
    """Whether a run in capitals is no name: "Speaker", "the Ministry", "Former Navy Doctor"."""
    lemmas = [noun(token.text).lemma for token in words]
    if any(lemma in UNIQUE for lemma in lemmas) or " ".join(lemmas) in UNIQUE:
        return False
    key = next((n for n, t in enumerate(words) if t.text.lower() in LINKS), len(words)) - 1
    last = noun(words[key].text)
    if words[key].entity == "organization" and last.lemma in PERSONS and not last.plural:
        return False  # "the Independent"
    if len(words) == 1:
        if last.lemma in SURNAMES:
            return first > 0 and analysis.tokens[first - 1].text.lower() in ARTICLES
        # Offices and bodies are often written with a capital, papers only where it is their name.
        kind = KINDS.get(last.lemma)
        before = analysis.tokens[first - 1].text.casefold() if first else ""
        paper = kind in ("outlet", "document") and before == "the" and not last.plural
        return kind is not None and not paper and last.lemma not in STATES
    if words[-1].relation == "flat" and last.lemma not in TITLES and not last.plural:
        return False  # "Dan Backer"
    return last.lemma in PERSONS and (
        last.plural or last.lemma not in SURNAMES or lemmas[0] in FORMERLY
    )


def _body_name(analysis: Analysis, head: int, low: int, high: int) -> Name | None:
    """A body or writing called by a common noun and a proper name: "the Orr campaign"."""
    one = noun(whole(analysis, head))
    body, writing = one.lemma in BODIES, one.lemma in DOCUMENTS
    if one.plural or not (body or writing):
        return None
    tokens = analysis.tokens
    kids = analysis.children[head]
    if body and any(
        tokens[k].text.lower() in ("a", "an", "one", "another") for k in kids if k < head
    ):
        return None
    maker = next((k for k in kids if _makes(analysis, k, head, writing)), None)
    if maker is None:
        return None
    last = max([head, maker])
    if maker > head:
        last = run(analysis, maker, maker, high)[1] - 1
    parts = [k for k in kids if low <= k < head and tokens[k].relation in BEFORE]
    first = min([head, *parts])
    if first < head:
        first = min(first, *(n for n in analysis.below(first) if low <= n < head))
    return Name(max(first, low), last + 1, None, False)


def _makes(analysis: Analysis, child: int, head: int, writing: bool) -> bool:
    """Whether a proper name at `child` tells whose body or writing the head is."""
    token = analysis.tokens[child]
    if token.pos != "PROPN" or token.relation not in ("compound", "nmod", "flat"):
        return False
    if child < head:
        begins = not child or analysis.tokens[child - 1].sentence != token.sentence
        return token.entity != "time" and not (begins and token.entity is None)
    case = {analysis.tokens[k].text.lower() for k in analysis.children[child]}
    if writing:
        return bool(case & {"by", "of", "from"}) or (
            bool(case & {"in"}) and token.entity in ("organization", "object")
        )
    return False
