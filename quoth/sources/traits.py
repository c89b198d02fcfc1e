"""What the words of a mention tell of it: its sort, number, gender and name."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.analysis import Analysis, Token
from quoth.sources.genders import FEMALE, FIRST_NAMES, MALE, NOUNS, THING, TITLES, UNKNOWN
from quoth.sources.pronouns import HE, IT, PLURAL, PRONOUNS, SHE, THIS, I
from quoth.sources.records import Mention
from quoth.sources.words import words

SINGULAR, SEVERAL = 1, 2
"""Numbers of a mention; 0 where its words do not tell."""
KINDS = (
    None,
    "person",
    "organization",
    "place",
    "object",
    "event",
    "abstract",
    "time",
    "animal",
    "plant",
    "substance",
)
ROLES = (
    "other",
    "nsubj",
    "obj",
    "iobj",
    "obl",
    "nmod",
    "poss",
    "appos",
    "conj",
    "compound",
    "root",
    "parataxis",
)
BARE, THE, A, THAT, WHOSE, SOME = range(6)
"""How a phrase begins: without article, with one, a pointing word, an owner, a quantity."""
ARTICLES = {
    "the": THE,
    **dict.fromkeys(words("a an another"), A),
    **dict.fromkeys(words("this that these those such"), THAT),
    **dict.fromkeys(words("my your his her its our their whose"), WHOSE),
    **dict.fromkeys(words("some any no every each all many most few several both half"), SOME),
}
MANY = words("""
    people men women children police officials media folks personnel staff clergy cattle youth
    authorities data criteria alumni
""")
ONE = words("""
    news series species politics economics mathematics physics athletics ethics headquarters
    business process princess congress access success press witness mess class glass illness
    campus virus status census bus gas crisis analysis thesis basis boss loss address
""")
KEPT = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "VERB", "X"))
LINKS = words("""
    of and for the de van von der den di da la le al el bin ibn du dos del & - . ' ’
""")


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of one mention from its own words and their place."""

    pronoun: int
    """A class of `pronouns`, 0 for none."""
    form: int
    """0 pronoun, 1 name, 2 description."""
    kind: int
    """Place in `KINDS`."""
    number: int
    gender: int
    article: int
    role: int
    """Place in `ROLES`."""
    head: str
    """The head word, small letters, in the singular where that is plain."""
    words: frozenset[str]
    """Words that carry meaning, but for the head and what hangs on the phrase behind it."""
    name: tuple[str, ...]
    """Words of a proper name without titles, small letters; empty for what is none."""
    written: str
    """The phrase without article in small letters; of a name the name alone, as it is written."""


def traits(analysis: Analysis, mention: Mention) -> Traits:
    token = analysis.tokens[mention.head]
    word = token.text.lower()
    pronoun = PRONOUNS.get(word, 0) if mention.form == "pronoun" else 0
    inside = analysis.inside(mention.span)
    first, end = inside.start, inside.stop
    kind = KINDS.index(token.entity) if token.entity in KINDS else 0
    opening = analysis.tokens[first]
    article = (
        WHOSE if opening.text.lower() in ("'", "’") else ARTICLES.get(opening.text.lower(), BARE)
    )
    if article == BARE and first < mention.head and opening.pos == "NUM":
        article = SOME
    if article == BARE and any(_owned(analysis, n) for n in range(first, mention.head)):
        article = WHOSE
    name_tokens = (
        name_of(analysis, mention.head, first, end) if mention.form == "name" else range(0)
    )
    said = [analysis.tokens[n].text for n in name_tokens]
    name = [t.lower().rstrip(".") or t for t in said if t[0].isalnum()]
    titles = [t for t in name if t in TITLES]
    if not kind and titles:
        kind = KINDS.index("person")
    bare = _person_name(name) if KINDS[kind] == "person" else tuple(name)
    words = frozenset(
        _singular(t.text.lower())
        for n, t in enumerate(analysis.tokens[first:end], first)
        if t.pos in KEPT and n != mention.head
    )
    written = " ".join(
        said
        or [t.text.lower() for t in analysis.tokens[first : mention.head + 1] if t.pos != "DET"]
    )
    return Traits(
        pronoun,
        ("pronoun", "name", "description").index(mention.form),
        kind,
        _number(token, word, pronoun, mention, said),
        _gender(pronoun, word, kind, titles, bare, words),
        article,
        _role(analysis, mention.head, token, word),
        _singular(word),
        words,
        bare if not pronoun else (),
        written,
    )


def _owned(analysis: Analysis, number: int) -> bool:
    return analysis.tokens[number].text in ("'s", "’s", "'", "’") and (
        analysis.tokens[number].pos == "PART"
    )


def name_of(analysis: Analysis, head: int, first: int, end: int) -> range:
    """Tokens of the proper name around `head` that lie in its phrase."""
    tokens = analysis.tokens
    low, high = head, head + 1
    is_body = tokens[head].entity == "organization"
    while low > first and (
        _in_name(tokens[low - 1])
        or (
            low - 2 >= first
            and tokens[low - 1].text.lower() in LINKS
            and _in_name(tokens[low - 2])
            and (is_body or tokens[low - 1].pos != "CCONJ")
        )
    ):
        low -= 1
    while high < end and (
        tokens[high].pos == "PROPN"
        or (
            tokens[high].relation in ("flat", "part")
            and tokens[high].pos != "PUNCT"
            and tokens[high].pos != "PART"
        )
        or (
            high + 1 < end
            and tokens[high].text.lower() in LINKS
            and tokens[high + 1].pos == "PROPN"
            and (is_body or tokens[high].pos != "CCONJ")
            and tokens[high].text not in ("'", "’")
        )
    ):
        high += 1
    return range(low, high)


def _person_name(name: list[str]) -> tuple[str, ...]:
    """What stands after the last title; nothing where only titles and what they govern stand."""
    last = len(name) - 1
    titles = [
        n
        for n, word in enumerate(name)
        if word in TITLES and not (n == last and n and name[n - 1] in FIRST_NAMES)
    ]
    rest = name[titles[-1] + 1 :] if titles else name
    if rest and rest[0] in LINKS:
        rest = []
    if not rest and titles and titles[0]:
        rest = [] if name[0] not in FIRST_NAMES else name[: titles[0]]
    return tuple(rest)


def _in_name(token: Token) -> bool:
    return token.pos == "PROPN" or (
        token.pos in ("ADJ", "NOUN", "VERB") and token.text[0].isupper()
    )


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and word not in ONE and word[-2] not in "su":
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return {"men": "man", "women": "woman", "children": "child"}.get(word, word)


def _number(token: Token, word: str, pronoun: int, mention: Mention, said: list[str]) -> int:
    if pronoun:
        if word in PLURAL:
            return SEVERAL
        return SINGULAR if pronoun in (I, HE, SHE, IT, THIS) else 0
    if word in MANY:
        return SEVERAL
    if mention.form == "name":
        return SINGULAR if token.entity == "person" and len(said) > 1 else 0
    if token.pos == "NOUN":
        return SINGULAR if _singular(word) == word else SEVERAL
    return 0


def _gender(
    pronoun: int,
    word: str,
    kind: int,
    titles: list[str],
    name: tuple[str, ...],
    words: frozenset[str],
) -> int:
    if pronoun in (HE, SHE, IT):
        return {HE: MALE, SHE: FEMALE, IT: THING}[pronoun]
    if pronoun:
        return UNKNOWN
    for known in (*(TITLES[t] for t in titles), NOUNS.get(word, UNKNOWN)):
        if known:
            return known
    if KINDS[kind] == "person":
        if name:
            return FIRST_NAMES.get(name[0], UNKNOWN)
        told = {NOUNS[w] for w in words if w in NOUNS}
        return told.pop() if len(told) == 1 else UNKNOWN
    return THING if kind else UNKNOWN


def _role(analysis: Analysis, number: int, token: Token, word: str) -> int:
    relation = token.relation
    if relation == "nmod" and (
        PRONOUNS.get(word)
        or any(analysis.tokens[n].pos == "PART" for n in analysis.children[number])
    ):
        relation = "poss"
    return ROLES.index(relation) if relation in ROLES else 0
