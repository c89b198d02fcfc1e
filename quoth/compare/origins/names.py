"""What documents call one another: names of outlets and bodies, in full and in short."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quoth.compare.origins.texts import Text, best, words_of
from quoth.compare.records import Told
from quoth.documents.credits import BODIES, HOUSE
from quoth.records import Span

ASIDE = re.compile(r"\s*\([^)]*\)")
ON = re.compile(r"\s+on\s+[A-Z]\w*$")
"""`Ada Pell on Bulletin`: who posts, and where."""
GENERIC = re.compile(
    r"(?:agency|blog|broadcasting|corporation|group|media|network|news|newspapers?|online|party"
    r"|press|radio|service|television|tv|wire)$",
    re.I,
)
"""Last words that a name is known without."""
OWN_PAGE = (
    r"['’]s?\s+(?:own\s+|live\s+|front\s+|online\s+)?(?:page|site|website|blog|story|report"
    r"|article|broadcast|newsroom|reporter|correspondent|account|figures?|bulletin)\b"
)
HEAD = re.compile(
    BODIES.pattern + r"|\b(?:police|government|bank|company|office"
    # Whoever fights is a body like a league, whatever it calls itself.
    r"|army|brigades?|command|corps|faction|front|guard|militia|movement|resistance)\b",
    re.I,
)
SPEAKS = re.compile(
    r"spokes\w+|secretary|director|chief|head|chair\w*|commander|officer|president|lawyer|leader"
    r"|minister|deputy|general|press",
    re.I,
)
PAPERS = frozenset(
    """
    announcement bulletin circular count figure release report statement website
    """.split()  # noqa: SIM905  # one a line would fill half a screen
)
"""What a body says it in."""
LOOSE = frozenset(["the", "of", "for", "and", "own", "a", "an", "its", "our", "s"])


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that name another, or its own, outlet."""

    span: Span
    keys: tuple[str, ...]
    """Documents whose outlet is called so."""


class Names:
    """The outlets of documents that are compared, and how others call these."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = {text.told.key: text for text in texts}
        self._full: dict[str, list[str]] = defaultdict(list)
        self._short: dict[str, list[str]] = defaultdict(list)
        self._first: dict[str, list[str]] = defaultdict(list)
        self.bodies: dict[str, frozenset[str]] = {}
        for text in texts:
            if text.told.outlet:
                self._add(text.told.key, plain(text.told.outlet))

    def own(self, told: Told) -> str:
        """The name of a document's outlet, plain; empty where it is not known."""
        return plain(told.outlet) if told.outlet else ""

    def is_own(self, told: Told, phrase: str) -> bool:
        """Whether a phrase is nothing but the name of a document's own outlet, or a part of it."""
        tokens = frozenset(map(_singular, words_of(phrase))) - LOOSE
        mine = frozenset(map(_singular, words_of(self.own(told))))
        named = phrase.strip()[:1].isupper() or re.search(r"\s[A-Z]", phrase)
        return bool(tokens and named) and tokens <= mine

    def same_house(self, told: Told) -> frozenset[str]:
        """The documents of the same outlet, itself included."""
        return frozenset([told.key, *self._full.get(_key(self.own(told)), ())])

    def mentions(self, text: Text, start: int = 0, end: int | None = None) -> list[Mention]:
        """Where a stretch of a document names outlets, its own too, in the order of the text."""
        if not self._full:
            return []
        found: list[Mention] = []
        taken = start
        words = text.text
        for match in self._pattern.finditer(words, start, len(words) if end is None else end):
            keys = self._keys(match, text)
            if keys and match.start() >= taken:
                taken = match.end()
                found.append(Mention(Span(*match.span(match.lastgroup or 0)), keys))
        return found

    def body(self, phrase: str, told: Told) -> str | None:
        """The document of a body (ministry, union, party) that a phrase names, if it is one's."""
        tokens = frozenset(words_of(phrase.replace("'s", "").replace("’s", ""))) - LOOSE
        tokens = frozenset(_singular(token) for token in tokens) - PAPERS
        heads = {token for token in tokens if HEAD.fullmatch(token)}
        fitting = [
            key
            for key, name in self.bodies.items()
            if heads and tokens <= name and heads & name and key not in self.same_house(told)
        ]
        if not fitting or (len(tokens) == 1 and len(self._houses(fitting)) > 1):
            return None
        if len(tokens) == 1 and self._another(heads, told):
            return None
        return self.nearest(fitting, told, phrase)

    def text(self, key: str) -> Text:
        return self._texts[key]

    def called(self, name: str) -> tuple[str, ...]:
        """The documents of the outlet that has this name, in full or in short."""
        key = _key(plain(name))
        return tuple(self._full.get(key) or self._short.get(key) or ())

    def at_host(self, host: Sequence[str]) -> tuple[str, ...]:
        """The documents of the outlet whose name an address has: `velmdispatch.example`."""
        labels = {label.replace("-", "") for label in host[:-1]}
        return tuple(
            key
            for name, keys in self._full.items()
            if {name.replace(" ", ""), f"the{name}".replace(" ", "")} & labels
            for key in keys
        )

    def earlier(self, told: Told, *near: str) -> str | None:
        """The document of the same outlet before this one that tells most of `near`."""
        keys = [key for key in self.same_house(told) if key != told.key]
        day = told.published or "~"
        keys = [key for key in keys if (self._date(key) or "") <= day]
        return self.nearest(sorted(keys), told, " ".join(near))

    def spoken_for(self, role: str, told: Told) -> str | None:
        """The document of the body that somebody speaks for: `the League's spokeswoman`."""
        words = [word for word in role.split() if not SPEAKS.fullmatch(word.strip("’'s"))]
        if len(words) == len(role.split()):
            return None
        called = " ".join(words).removeprefix("a ").removeprefix("A ")
        return self.body(re.sub(r"\b(?:for|of)\b", " ", called), told)

    def nearest(self, keys: Iterable[str], told: Told, near: str) -> str | None:
        """Of the documents of one outlet the one that is meant: not later, and with most of `near`.

        None where they are of several outlets, as far as names tell.
        """
        fitting = [key for key in keys if key != told.key]
        if len(self._houses(fitting)) > 1:
            return None
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        day = told.published or "~"
        earlier = [key for key in fitting if (self._date(key) or "") <= day] or fitting
        terms = frozenset(words_of(near))
        return max(
            earlier,
            key=lambda key: (best(terms, self._texts[key])[0], self._date(key) or "", key),
        )

    def _add(self, key: str, name: str) -> None:
        words = name.split()
        if not set(words_of(name)) - LOOSE or len(name) < 2:
            return  # no name to look for
        self._full[_key(name)].append(key)
        if (whole := ON.sub("", name)) != name:
            self._full[_key(whole)].append(key)
            return
        if HEAD.search(name) and not HOUSE.search(name):
            tokens = frozenset(map(_singular, words_of(name))) - LOOSE
            self.bodies[key] = tokens
        if len(words) < 2:
            return
        house = next((n for n, word in enumerate(words) if n and HOUSE.fullmatch(word)), None)
        self._short[_key(" ".join(words[house or -1 :]))].append(key)
        if GENERIC.search(name):
            self._first[_key(" ".join(words[:-1]))].append(key)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        full = "|".join(map(_written, sorted(self._full, key=len, reverse=True)))
        parts = [rf"(?P<full>(?<!\w)(?:{full})(?!\w))"]
        if self._short:
            short = "|".join(map(_written, sorted(self._short, key=len, reverse=True)))
            parts.append(rf"\b[Tt]he\s+(?P<short>(?-i:(?=[A-Z]))(?:{short})(?!\w|\s+(?-i:[A-Z])))")
        if self._first:
            first = "|".join(map(_written, sorted(self._first, key=len, reverse=True)))
            parts.append(rf"(?P<first>(?-i:(?=[A-Z]))(?:{first})(?={OWN_PAGE}))")
        return re.compile("|".join(parts), re.I)

    def _keys(self, match: re.Match[str], text: Text) -> tuple[str, ...]:
        words = match[match.lastgroup or 0]
        if words[:1].islower():
            return ()
        known = {"full": self._full, "short": self._short, "first": self._first}
        keys = known[match.lastgroup or "full"].get(_key(words), [])
        if match.lastgroup == "full":
            return tuple(keys)
        own = self.same_house(text.told)
        if any(key in own for key in keys):
            return tuple(own)
        named = [key for key in keys if _key(self.own(self._texts[key].told)) in _key(text.text)]
        return tuple(named if len(self._houses(keys)) > 1 else keys)

    def _houses(self, keys: Iterable[str]) -> set[str]:
        return {_key(self.own(self._texts[key].told)) for key in keys}

    def _another(self, heads: set[str], told: Told) -> bool:
        """Whether a document names a body of its own that may be meant by the head alone."""
        for source in told.reading.sources:
            if source.named and source.name and source.kind in ("government", "organisation"):
                tokens = frozenset(map(_singular, words_of(source.name.text))) - LOOSE
                if heads & tokens and not any(tokens <= name for name in self.bodies.values()):
                    return True
        return False

    def _date(self, key: str) -> str | None:
        return self._texts[key].told.published


def plain(outlet: str) -> str:
    """An outlet's name without its article and what stands in brackets."""
    name = " ".join(ASIDE.sub("", outlet).split())
    return name[4:] if name[:4].casefold() == "the " else name


def signers(text: Text) -> Iterator[str]:
    """Those who sign a body's document: `For the League: Ann Marsh, Spokeswoman`."""
    foot = text.text[-200:].strip().splitlines()[-3:]
    for line in foot:
        for part in re.split(r"[,:;]", line):
            words = part.split()
            if 2 <= len(words) <= 4 and all(w[0].isupper() for w in words) and len(line) < 100:
                yield " ".join(words)


def _key(name: str) -> str:
    return " ".join(words_of(name))


def _written(key: str) -> str:
    """A pattern for a name however its words are parted."""
    return r"[\s.-]+".join(re.escape(word).replace("'", "['’]") for word in key.split())


def _singular(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("s'").removesuffix("'")
    return word[:-1] if len(word) > 4 and word.endswith("s") and word[-2] != "s" else word
