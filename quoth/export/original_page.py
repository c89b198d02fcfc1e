"""A saved web page as it was, but inert, with the statements that were read in it boxed.

What a page brings along never runs and fetches nothing: nh3 (Ammonia) keeps the elements that
structure text and none of their handlers, addresses or styles. Statements are found by their
words, for a parser's tree and a document's text differ in white space alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

import nh3
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from quoth.documents.html.source import charset_of, decoded, prepared
from quoth.documents.html.tree import SILENT
from quoth.documents.source import OPENING
from quoth.records import Document, Reading, Span

PASSED = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
"""What is passed over where words are compared."""
OPENS, NAMED, CLOSES = "\ue000", "\ue001", "\ue002"
"""Private characters that stand for marks while the page is cleaned."""
PRIVATE = re.compile(f"[{OPENS}{NAMED}{CLOSES}]|&#(?:0*5734[456]|[xX]0*[eE]00[012]);?")
"""Those that a page has itself, also as references; a blank takes their place."""
ID = re.compile(r"\w+")
"""Of a statement; a ledger from elsewhere may have others."""
MARK = re.compile(rf"{OPENS}([\w ]*)\|([\w ]*){NAMED}")
TAGS = frozenset(
    """
    a abbr article aside b bdi bdo blockquote body br caption center cite code col colgroup dd del
    dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main
    mark nav ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th
    thead time tr u ul var
    """.split()  # noqa: SIM905  # one a line would fill two screens
)
ATTRIBUTES = {
    "*": {"dir", "lang", "title"},
    "img": {"alt", "src"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
"""Of images those that the page itself holds are shown: `src` may be a `data:` address alone."""
UNREAD = SILENT - {"nav", "label", "button"}
"""Elements whose text is not looked at."""
DROPPED = {"script", "style", "template", "noscript", "title", "iframe", "object", "svg", "math"}
"""Elements that go with what is in them."""


def original_page(original: bytes, reading: Reading) -> tuple[Markup, frozenset[str]]:
    """The body of a page with each statement's content in `mark` elements, and who were found.

    The first mark of statement `s12` has the id `s12`, and each has its statements as classes.
    """
    text = prepared(decoded(original, charset_of(original[:OPENING])))
    parser = LexborHTMLParser(PRIVATE.sub(" ", text))
    nodes = [] if parser.body is None else list(_texts(parser.body))
    found = frozenset(_mark(nodes, reading))
    cleaned = nh3.clean(
        (parser.body and parser.body.html) or "",
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        clean_content_tags=DROPPED,
        url_schemes={"data"},
        link_rel=None,
    )
    return Markup(_with_marks(cleaned)), found  # cleaned above, and marks are ours


def _texts(body: LexborNode) -> Iterator[LexborNode]:
    """The text nodes of what a page shows, in their order: none in what is never an article's."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.tag == "-text":
            yield node
        elif node.tag not in UNREAD:
            waiting += reversed(list(node.iter(include_text=True)))


def _mark(nodes: list[LexborNode], reading: Reading) -> Iterator[str]:
    """Puts private characters around what is found; the ids of its statements."""
    texts = [node.text_content or "" for node in nodes]
    squeezed = [PASSED.sub("", text) for text in texts]
    starts = [0, *accumulate(map(len, squeezed))]
    where = _Words("".join(squeezed), reading.document)
    cuts: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for statement in reading.statements:
        for span in statement.content.spans:
            at = where.find(span)
            if at is None or not ID.fullmatch(statement.id):
                continue
            yield statement.id
            begin, end = at
            number = bisect_right(starts, begin) - 1
            while number < len(nodes) and starts[number] < end:
                first = max(begin - starts[number], 0)
                last = min(end - starts[number], len(squeezed[number]))
                if first < last:
                    cuts[number].append((first, last, statement.id))
                number += 1
    seen: set[str] = set()
    for number in sorted(cuts):
        nodes[number].replace_with(_cut(texts[number], cuts[number], seen))


class _Words:
    """Finds a document's spans in the squeezed words of its page, a block at a time."""

    def __init__(self, page: str, document: Document) -> None:
        self._page, self._document = page, document
        self._blocks: dict[int, int | None] = {}
        at = 0
        for number, block in enumerate(document.blocks):
            words = "".join(self._squeezed(span) for span in block.spans)
            found = page.find(words, at) if words else -1
            found = found if found >= 0 else page.find(words)
            self._blocks[number] = found if found >= 0 and words else None
            at = found + len(words) if found >= 0 else at

    def find(self, span: Span) -> tuple[int, int] | None:
        """Where `span` begins and ends in the squeezed page; None where its words are not there."""
        words = self._squeezed(span)
        if not words:
            return None
        number = self._document.block_at(span.start)
        block = self._blocks[number]
        near = 0
        if block is not None:
            near = block
            for stretch in self._document.blocks[number].spans:
                near += len(self._squeezed(Span(stretch.start, min(stretch.end, span.start))))
        at = self._page.find(words, near)
        at = at if at >= 0 else self._page.find(words)
        return None if at < 0 else (at, at + len(words))

    def _squeezed(self, span: Span) -> str:
        words = self._document.text[span.start : max(span.start, span.end)]
        return PASSED.sub("", PRIVATE.sub("", words))


def _cut(text: str, cuts: list[tuple[int, int, str]], seen: set[str]) -> str:
    """A text with its stretches between private characters; `cuts` count squeezed characters."""
    places = [at for at, character in enumerate(text) if not PASSED.match(character)]
    edges = sorted({edge for first, last, _ in cuts for edge in (first, last)})
    pieces: list[str] = []
    at = 0
    for first, last in pairwise(edges):
        names = [name for begin, end, name in cuts if begin <= first and last <= end]
        if not names:
            continue
        start, end = places[first], places[last - 1] + 1
        new = [name for name in dict.fromkeys(names) if name not in seen]
        seen.update(new)
        pieces += [text[at:start], OPENS, f"{' '.join(names)}|{' '.join(new)}", NAMED]
        pieces += [text[start:end], CLOSES]
        at = end
    return "".join((*pieces, text[at:]))


def _with_marks(cleaned: str) -> str:
    def opened(match: re.Match[str]) -> str:
        names, new = match.groups()
        first, *more = new.split() or [""]
        others = "".join(f'<span id="{name}"></span>' for name in more)
        anchor = f' id="{first}"' if first else ""
        return f'{others}<mark class="{names}"{anchor}>'

    return MARK.sub(opened, cleaned).replace(CLOSES, "</mark>")


def boxes_of(reading: Reading) -> Iterable[dict[str, object]]:
    """Where statements stand in a PDF: page from 1, and left, bottom, right, top in points."""
    for statement in reading.statements:
        for place in statement.content.places:
            for box in place.boxes:
                yield {"statement": statement.id, "page": place.page, "box": list(box)}
