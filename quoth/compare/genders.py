"""One form for what English has two of, for a man and for a woman, so that neither parses better.

It is hers: *her* stands for *his* and *him* alike, while the reverse would have to be guessed.
"""

from __future__ import annotations

_PAIRS = """
he she|him her|his her|hers her|himself herself|mr ms|mrs ms|miss ms|mister ms
man woman|men women|gentleman lady|gentlemen ladies|boy girl|boys girls
boyfriend girlfriend|boyfriends girlfriends|male female|males females
son daughter|sons daughters|grandson granddaughter|grandsons granddaughters
stepson stepdaughter|father mother|fathers mothers|grandfather grandmother
grandfathers grandmothers|stepfather stepmother|dad mum|dads mums|mom mum|moms mums|daddy mum
mommy mum|husband wife|husbands wives|brother sister|brothers sisters|widower widow
widowers widows|uncle aunt|uncles aunts|nephew niece|nephews nieces|actor actress
actors actresses|paternal maternal|fatherhood motherhood|sir madam|waiter waitress
king queen|kings queens|prince princess|princes princesses|duke duchess|headmaster headmistress
monk nun|monks nuns|hero heroine|bridegroom bride|groom bride|landlord landlady
"""
_OFFICES = "spokes chair congress business council assembly police sales states news anchor fire"
HERS = {
    **dict(pair.split() for line in _PAIRS.split("\n") for pair in line.split("|") if pair),
    **{f"{of}m{v}n": f"{of}wom{v}n" for of in _OFFICES.split() for v in "ae"},
}
"""The neutral form of each word that has another for women."""
_FEMALE = frozenset((*HERS.values(), "hers"))


def gender(text: str) -> bool | None:
    """Is it said of women? None for words of both."""
    low = text.lower()
    return low in _FEMALE if low in _FEMALE or low in HERS else None


def hers(text: str) -> str:
    """The neutral form of a word, with its capital; most words are their own."""
    found = HERS.get(text.lower())
    if found is None:
        return text
    return found.upper() if len(text) > 1 and text.isupper() else _like(text, found)


def _like(text: str, found: str) -> str:
    return found.capitalize() if text[0].isupper() else found
