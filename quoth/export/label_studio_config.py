"""The labelling configuration for Label Studio: what can be marked and told, as its XML."""

from __future__ import annotations

from typing import get_args

from quoth.imports.records import Verdict
from quoth.records import Act, Form, Kind, Polarity, Stance

UNSURE = "unsure"
"""The verdict that keeps a statement from being confirmed when its task is submitted."""
CONTENT, SOURCE, CUE = "Content", "Source", "Cue"
LABELS = {CONTENT: "#2e8b57", SOURCE: "#1f6fd0", CUE: "#d9730d"}
"""What regions are, and their colours."""
SAID_BY, BY_CUE, MEANS, PART, WITHIN, SAME = "source", "cue", "means", "part", "within", "same"
RELATIONS = {
    SAID_BY: "a content and the words that name its source",
    BY_CUE: "a content and its cue",
    PART: "the first piece of a content, source or cue and a further one",
    WITHIN: "a content and the one that it lies in",
    SAME: "two mentions of one source",
    MEANS: "a content and a mention of its source elsewhere, where the words here are no mention",
}
"""What relations join; where the ends leave no doubt, their label may be left out."""
CHOICES = {
    "verdict": (CONTENT, (*get_args(Verdict), UNSURE)),
    "form": (CONTENT, get_args(Form)),
    "act": (CONTENT, get_args(Act)),
    "stance": (CONTENT, get_args(Stance)),
    "polarity": (CONTENT, get_args(Polarity)),
    "kind": (SOURCE, get_args(Kind)),
}
"""What may be told of a region: the label that it must have, and the values."""
CERTAINTY = "certainty"
_SHOWN = 5
"""As many values are shown; more of them are a list to open."""


def configuration() -> str:
    """The XML to paste into a project's labelling interface.

    What is told of a region stands beside the text and stays in sight; lines are far enough apart
    for the arrows between them.
    """
    return "\n".join(
        [
            "<View>",
            "  <Style>.htx-richtext { white-space: pre-wrap; line-height: 2.2; }</Style>",
            '  <Header value="$title"/>',
            '  <Header value="$about" size="5"/>',
            "  <Relations>",
            *(f'    <Relation value="{name}"/>' for name in RELATIONS),
            "  </Relations>",
            '  <View style="display: flex; gap: 1.5em">',
            '    <View style="flex: 1">',
            '      <Labels name="label" toName="text">',
            *(
                f'        <Label value="{name}" background="{colour}" hotkey="{key}"/>'
                for key, (name, colour) in enumerate(LABELS.items(), 1)
            ),
            "      </Labels>",
            '      <Text name="text" value="$text" valueType="text" saveTextResult="yes"/>',
            "    </View>",
            '    <View style="flex: 0 0 14em; position: sticky; top: 0; align-self: flex-start">',
            *(_choices(name, label, values) for name, (label, values) in CHOICES.items()),
            _when_selected(
                f'<Number name="{CERTAINTY}" toName="text" min="-3" max="3" perRegion="true"'
                f' whenLabelValue="{CONTENT}"/>',
                CERTAINTY,
                CONTENT,
            ),
            "    </View>",
            "  </View>",
            "</View>\n",
        ]
    )


def _choices(name: str, label: str, values: tuple[str, ...]) -> str:
    layout = "vertical" if len(values) <= _SHOWN else "select"
    options = "".join(f'<Choice value="{value}"/>' for value in values)
    return _when_selected(
        f'<Choices name="{name}" toName="text" perRegion="true" choice="single"'
        f' layout="{layout}" whenLabelValue="{label}">{options}</Choices>',
        name,
        label,
    )


def _when_selected(tag: str, name: str, label: str) -> str:
    """`tag` under its name, shown while a region with `label` is selected."""
    return "\n".join(
        [
            f'      <View visibleWhen="region-selected" whenLabelValue="{label}">',
            f'        <Header value="{name}" size="6"/>',
            f"        {tag}",
            "      </View>",
        ]
    )
