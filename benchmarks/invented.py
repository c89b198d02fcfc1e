"""News about invented places and people, as long as asked for, the same each time."""

from __future__ import annotations

import random

PLACES = ("Port Ellery", "Varn", "Ostmoor", "Lake Tellin", "Sankt Morwen", "Hadley Reach", "Qira")
GIVEN = ("Ilse", "Tomas", "Amara", "Ruben", "Noor", "Piet", "Salome", "Edda", "Kofi", "Mirela")
FAMILY = ("Varga", "Okonjo", "Lindqvist", "Haddad", "Marsh", "Petrov", "Quell", "Santoro", "Brandt")
OFFICES = ("harbour master", "finance minister", "union leader", "deputy mayor", "chief engineer")
GROUPS = ("the port authority", "the teachers' union", "two people briefed on the talks", "police")
CUES = ("said", "told reporters", "insisted", "warned", "wrote in a letter", "acknowledged")
THINGS = ("the ferry", "the bridge", "the new levy", "the inquiry", "the water plant", "the census")
DEEDS = (
    "had been delayed",
    "would cost more",
    "was never inspected",
    "must be opened to the public",
)
REASONS = ("before the winter", "in two of the five districts", "despite an earlier promise")

SHAPES = (
    "{person}, the {office} of {place}, {cue} that {thing} {deed} {reason}.",
    "“{Thing} {deed},” {family} {cue}. “Nobody in {place} was asked.”",
    "According to {group}, {thing} {deed} {reason}.",
    '"We counted {number} complaints about {thing}," {person} {cue}.',
    "{Group} denied that {thing} {deed}, and called the figure of {number} “an invention”.",
    "In {place}, {thing} {deed} {reason}; {number} households were affected.",
    "It was the third time in {number} days that {thing} {deed}.",
)
"""Direct, indirect and mixed, source before and behind, and sentences in the own voice."""


def news(size: int, seed: int = 7) -> str:
    """About `size` bytes of UTF-8 in paragraphs of two to five sentences, a headline at times."""
    draw = random.Random(seed)
    paragraphs: list[str] = []
    written = 0
    while written < size:
        if draw.random() < 0.06:
            paragraph = f"{draw.choice(PLACES)} waits as {draw.choice(THINGS)} is questioned"
        else:
            paragraph = " ".join(_sentence(draw) for _ in range(draw.randint(2, 5)))
        paragraphs.append(paragraph)
        written += len(paragraph.encode()) + 2
    return "\n\n".join(paragraphs) + "\n"


def _sentence(draw: random.Random) -> str:
    thing, group, family = draw.choice(THINGS), draw.choice(GROUPS), draw.choice(FAMILY)
    return draw.choice(SHAPES).format(
        person=f"{draw.choice(GIVEN)} {family}",
        family=family,
        office=draw.choice(OFFICES),
        place=draw.choice(PLACES),
        cue=draw.choice(CUES),
        thing=thing,
        Thing=thing[0].upper() + thing[1:],
        group=group,
        Group=group[0].upper() + group[1:],
        deed=draw.choice(DEEDS),
        reason=draw.choice(REASONS),
        number=draw.randint(3, 9000),
    )
