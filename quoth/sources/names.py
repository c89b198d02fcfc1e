"""Is a source named: the proper name in a mention, without title, role or possessive ending."""

from __future__ import annotations

from typing import NamedTuple

from quoth.analysis import Analysis, Token
from quoth.sources.lexicon import DOCUMENTS, FORMERLY, GROUPS, SURNAMES, TITLES
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


PARTICLES = words("bin bint ibn al el de del della der den di da do dos du la le van von y")
LINKS = frozenset(("of", "for", "and", "&", "on", "de", "des", "du"))
ARTICLES = words("the a an our my his her their its")
GLUE = frozenset(".-&/–+'’@#_")
NUMERALS = words("two three four five six seven eight nine ten twelve")


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
    person = noun(whole(analysis, head)).kind == "person"
    for at in (after, *analysis.children[head]):
        if at < len(tokens) and at > head and tokens[at].pos == "PROPN":
            close = at == after and person and tokens[at].sentence == tokens[head].sentence
            if close or tokens[at].relation in ("appos", "flat"):
                inner = _own_name(analysis, at)
                if inner and inner.proper and inner.first > head:
                    return inner._replace(title=(head, inner.first))
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
    first, end = _run(analysis, head, start, high)
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
        return True
    if not token.text[0].isupper() or token.pos not in ("X", "NOUN", "VERB"):
        return False
    return noun(token.text).lemma not in KINDS and token.entity is not None


def _run(analysis: Analysis, head: int, low: int, high: int) -> tuple[int, int]:
    """Capitals around the head, with the particles and links between them."""
    first, end = head, head + 1
    while first > low and (step := _step_left(analysis, first, low)):
        first -= step
    while end < high and (step := _step_right(analysis, head, end, high)):
        end += step
    return first, end


def _step_left(analysis: Analysis, first: int, low: int) -> int:
    tokens = analysis.tokens
    before = tokens[first - 1]
    if (_capital(before) and _tied(tokens, first)) or _glued(before, tokens[first]):
        return 1
    if first - 2 >= low and _capital(tokens[first - 2]):
        if before.text in PARTICLES or before.text == "&":
            return 2
        if before.text == "." and tokens[first - 2].end == before.start:
            return 2
    if before.text in PARTICLES and before.pos == "PROPN":
        return 1
    # "People's Party": the possessor is a common noun, so all of it is the name
    if before.text in ("s", "'", "’") and first - 1 > low:
        at = first - 2 if before.text != "s" or tokens[first - 2].text not in "'’" else first - 3
        if at >= low and _capital(tokens[at]) and noun(tokens[at].text).lemma in COMMON:
            return first - at
    return 0


def _tied(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether the token before a name hangs on it, or the name on that one."""
    if tokens[first].head == first - 1 and tokens[first].relation in WITHIN:
        return True
    at = first - 1
    while at < first and tokens[at].relation in TYING and tokens[at].head != at:
        at = tokens[at].head
        if abs(first - at) > 20:
            return False
    return at >= first


def _step_right(analysis: Analysis, head: int, end: int, high: int) -> int:
    tokens = analysis.tokens
    after, last = tokens[end], tokens[end - 1]
    if after.time != "O" or after.sentence != last.sentence:
        return 0
    if _capital(after) and after.relation != "conj":
        return 1
    if _glued(last, after) and (after.text != "." or _initial(tokens, end)):
        return 1
    if after.relation in ("flat", "part") and after.text[0].isalnum() and after.pos != "PART":
        return 1
    if after.pos == "NUM" and after.head in range(head, end) and after.relation != "appos":
        return 1
    if end + 1 < high and after.text in PARTICLES and _capital(tokens[end + 1]):
        return 2
    if after.text.lower() in LINKS and _linked(analysis, head, end):
        return _link(analysis, end, high)
    return 0


def _linked(analysis: Analysis, head: int, end: int) -> bool:
    """Whether a link at `end` may go on with the name: not where it joins another one to it."""
    text = analysis.tokens[end].text
    if text == "&":
        return True
    if text == "and":  # only inside what an "of" began: "Department of Works and Mines"
        return any(t.text in ("of", "for") for t in analysis.tokens[head:end])
    return analysis.tokens[head].entity != "person"


def _link(analysis: Analysis, at: int, high: int) -> int:
    """How many tokens a link takes with it: itself, an article, a capital; 0 if none follows."""
    tokens = analysis.tokens
    steps = 1
    while at + steps < high and tokens[at + steps].text.lower() in ("the", "and"):
        steps += 1
    if at + steps < high and tokens[at + steps].text[:1].isupper():
        return steps + 1
    return 0


def _capital(token: Token) -> bool:
    if not token.text[0].isupper():
        return token.pos == "PROPN" and token.text[0].isalnum()
    return token.pos in ("PROPN", "X") or (
        token.pos in ("ADJ", "NOUN", "VERB", "NUM") and token.relation in WITHIN
    )


WITHIN = frozenset(("compound", "flat", "amod", "part", "nmod", "nummod", "goeswith"))
TYING = WITHIN - {"nmod"}  # which is a title, or whose minister somebody is
COMMON = PERSONS | GROUPS


def _glued(left: Token, right: Token) -> bool:
    """Whether two tokens are written without a space, by a mark that may stand in a name."""
    if left.end != right.start or right.pos == "PART" or right.text in ("'s", "’s"):
        return False
    marks = [one.text for one in (left, right) if not one.text[0].isalnum()]
    if not marks:
        return True
    if marks[0] in ("'", "’"):  # O'Neil, not Orr's
        return left.relation == "part" or (right.relation == "part" and right.pos != "PART")
    return marks[0] in GLUE


def _initial(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the full stop at `at` ends an initial or an abbreviation inside a name."""
    return len(tokens[at - 1].text) <= 2 or tokens[at].relation == "part"


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
        return kind not in (None, "outlet", "document") and last.lemma not in STATES
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
        last = _run(analysis, maker, maker, high)[1] - 1
    first = min([head, *(k for k in kids if k < head and k >= low)])
    if first < head:
        first = min(first, *(n for n in analysis.below(first) if low <= n < head))
    return Name(max(first, low), last + 1, None, False)


def _makes(analysis: Analysis, child: int, head: int, writing: bool) -> bool:
    """Whether a proper name at `child` tells whose body or writing the head is."""
    token = analysis.tokens[child]
    if token.pos != "PROPN" or token.relation not in ("compound", "nmod", "flat"):
        return False
    if child < head:
        return token.entity != "time"
    case = {analysis.tokens[k].text.lower() for k in analysis.children[child]}
    if writing:
        return bool(case & {"by", "of", "from"}) or (
            bool(case & {"in"}) and token.entity in ("organization", "object")
        )
    return False
