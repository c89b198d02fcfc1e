"""What comparing origins finds: documents, sources, who leans on whom, and what rests on whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from quoth.compare.records import Told
from quoth.records import Kind, Passage

if TYPE_CHECKING:
    import networkx

How = Literal["cites", "link", "agency mark", "reprint", "rewrite", "quotation", "withdraws"]
"""How one leans on another: by a name or a description, by a link, by an agency's mark, with its
words, with some of its sentences, with words in marks; or it takes back what it had said."""
ORDER: tuple[How, ...] = (
    "withdraws",
    "reprint",
    "rewrite",
    "agency mark",
    "cites",
    "link",
    "quotation",
)


@dataclass(frozen=True, slots=True)
class Node:
    """A document that is compared, or a source outside of these."""

    key: str
    """A document's key; `person 3` and the like for a source, numbered as the documents name it."""
    name: str
    """A document's outlet, or else its key; a source's fullest name, or what it is called."""
    kind: Kind
    """`document` for documents that are compared, and for registers, letters and pictures."""
    told: Told | None = field(default=None, repr=False)
    """None for a source outside."""
    called: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict, repr=False)
    """For a source outside where each document calls on it, by the document's key."""


@dataclass(frozen=True, slots=True)
class Lean:
    """One place that shows that a document leans on another, or on a source."""

    how: How
    passage: Passage


@dataclass(frozen=True, slots=True)
class Edge:
    """A document and what it has matter from."""

    start: str
    end: str
    leans: tuple[Lean, ...]
    """In the order of the text."""

    @property
    def kinds(self) -> tuple[How, ...]:
        return tuple(how for how in ORDER if any(lean.how == how for lean in self.leans))


@dataclass(frozen=True, slots=True)
class Carrier:
    """A document with its words for a statement, and what it has them from."""

    told: Told
    passages: tuple[Passage, ...]
    leans_on: tuple[str, ...]
    """Keys of documents and sources; its own where it knows by itself."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One who, as far as the documents tell, knows a statement by themselves."""

    key: str
    documents: tuple[str, ...]
    """The documents that have it from there, in the order of time."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A statement that several documents carry; the carriers in the order of time."""

    what: Passage
    carriers: tuple[Carrier, ...]
    origins: tuple[Origin, ...]
    circle: tuple[str, ...] = ()
    """Documents that have it from one another, and nobody has it first."""
    withdrawn: tuple[str, ...] = ()
    """Origins that have taken it back, and count no more."""

    @property
    def first(self) -> Told:
        return self.carriers[0].told

    @property
    def independent(self) -> int:
        """How many sources that do not depend on one another stand behind it."""
        return len(self.origins)


@dataclass(frozen=True)
class Origins:
    """Documents in the order of time and the sources outside, who leans on whom, what they carry.

    What many documents carry on many sources comes first.
    """

    documents: tuple[Node, ...]
    sources: tuple[Node, ...]
    edges: tuple[Edge, ...]
    circles: tuple[tuple[str, ...], ...]
    """Documents that reach each other along the edges."""
    statements: tuple[Carried, ...] = ()

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        return {node.key: node for node in (*self.documents, *self.sources)}

    def graph(self) -> networkx.DiGraph[str]:
        """The nodes by their keys, each with its `node`, and the edges, each with its `edge`."""
        import networkx

        graph: networkx.DiGraph[str] = networkx.DiGraph()
        graph.add_nodes_from((node.key, {"node": node}) for node in self.nodes.values())
        graph.add_edges_from((edge.start, edge.end, {"edge": edge}) for edge in self.edges)
        return graph
