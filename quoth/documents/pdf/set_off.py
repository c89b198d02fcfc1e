"""Quotations that are set off from a text by their letters, or by the space around them, alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quoth.documents.pdf.groups import Group, Kind
from quoth.documents.pdf.margins import Body

Look = tuple[str, float, bool]
"""Font, size, and whether it is italic."""
MORE = 1.2
"""The space around a quotation is so much more than between paragraphs, at the least."""
LIKE = 0.25
"""Line distances by which the spaces above and below it may differ."""
MOST = 0.5
"""Of the text, quotations in letters of their own are no more than this."""
FEWEST = 3
"""Paragraphs that a text has before its usual letters can be told."""


def set_off(groups: Sequence[Group], kinds: list[Kind], body: Body) -> None:
    """Make quotations of the paragraphs that stand between those of the text, but unlike them."""
    weights: Counter[Look] = Counter()
    for group, kind in zip(groups, kinds, strict=True):
        if kind == "paragraph":
            weights[_look(group)] += len(group.text)
    if not weights:
        return
    usual, weight = weights.most_common(1)[0]
    text = [n for n, kind in enumerate(kinds) if kind == "paragraph" and _look(groups[n]) == usual]
    if len(text) < FEWEST or weight < MOST * sum(weights.values()):
        return
    _by_letters(groups, kinds, body, usual, text)
    _by_space(groups, kinds, text)


def _look(group: Group) -> Look:
    style = group.lines[0].style
    return style.font, style.size, style.italic


def _by_letters(
    groups: Sequence[Group], kinds: list[Kind], body: Body, usual: Look, text: Sequence[int]
) -> None:
    others = [
        n
        for n in range(text[0] + 1, len(groups))
        if kinds[n] in ("paragraph", "quotation") and _is_unlike(groups[n], usual, body)
    ]
    # A single line may be anything, unless others in its letters are quotations.
    known = {_look(groups[n]) for n in others if len(groups[n].lines) > 1 and n < text[-1]}
    for n in others:
        led = groups[n - 1].text.rstrip().endswith(":") or kinds[n - 1] == "quotation"
        if led or (_look(groups[n]) in known and n < text[-1]):
            kinds[n] = "quotation"


def _is_unlike(group: Group, usual: Look, body: Body) -> bool:
    looks = {(line.style.font, line.size, line.style.italic) for line in group.lines}
    return len(looks) == 1 and usual not in looks and not group.bold and group.size <= body.size


def _by_space(groups: Sequence[Group], kinds: list[Kind], text: Sequence[int]) -> None:
    """What a colon leads to, between two equal spaces wider than those of paragraphs."""
    spaces = Counter(round(groups[n].above, 1) for n in text if groups[n].above < 4)
    most = max(spaces.values(), default=0)
    # Much quoted texts have as many spaces around quotations as between paragraphs.
    between = min([space for space, n in spaces.items() if n >= 0.4 * most], default=1.0)
    for first in text[1:]:
        above = groups[first].above
        led = kinds[first - 1] == "paragraph" and groups[first - 1].text.rstrip().endswith(":")
        if led and MORE * between < above < 4:
            for n in _run(groups, kinds, first, above):
                kinds[n] = "quotation"


def _run(groups: Sequence[Group], kinds: Sequence[Kind], first: int, space: float) -> Iterator[int]:
    """The paragraphs from `first` to the next such space; none where a wider one comes first."""
    for n in range(first, len(groups)):
        if kinds[n] not in ("paragraph", "item", "quotation"):
            return
        if abs(groups[n].below - space) < LIKE:
            yield from range(first, n + 1)
            return
        if groups[n].below > space:
            return
