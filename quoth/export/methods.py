"""A sample's design and what came of it in words, as a methods section has them."""

from __future__ import annotations

from quoth.ledger.sampling import Design, Estimate, Evaluation
from quoth.ledger.sampling.draw import LEAST, strata
from quoth.ledger.sampling.estimates import FEWEST
from quoth.ledger.sampling.evaluation import Measures
from quoth.ledger.sampling.records import By, Fault

PARTED: dict[By, str] = {
    "form": "form",
    "kind": "kind of source",
    "confidence": "confidence",
}
FAULTS: dict[Fault, str] = {
    "no_statement": "not a statement",
    "content": "content not right",
    "source": "source not right",
    "cue": "cue not right",
    "identity": "source taken for somebody else",
}
"""What a fault is called."""
PARTIAL = "The rest was not judged and is taken to be like what was"
"""What holds where a review is not complete."""
CLOSE = "\N{NO-BREAK SPACE}"
"""Keeps a figure on the line of what it counts."""


def design_words(design: Design) -> str:
    """How the sample was drawn, in a few sentences."""
    said = [f"{_many(design.documents, 'document')} with {_many(design.statements, 'statement')}."]
    if design.drawn_statements:
        said.append(
            f"{_many(design.drawn_statements, 'statement')} drawn at random without replacement"
            f"{_parted(design)}."
        )
    if design.drawn_passages:
        said.append(
            f"{_many(design.drawn_passages, 'passage')} of {design.passages:,} drawn at random"
            " without replacement, all equally likely: each as many whole blocks in a row as make"
            f" up {design.length} characters, or the rest of a document."
        )
    said.append(f"Seed {design.seed}.")
    return " ".join(said)


def methods(evaluation: Evaluation) -> str:
    """A paragraph that says what was measured, how, and what came of it."""
    design = evaluation.design
    row = evaluation.rows[0]
    said = [
        f"The corpus of {_many(design.documents, 'document')} was read by"
        f" {' and '.join(design.models)}, which found {_many(design.statements, 'statement')}."
    ]
    if design.drawn_statements:
        said.append(
            f"Of these, {design.drawn_statements:,} were drawn at random without replacement"
            f"{_parted(design)} (seed {design.seed}), and a person judged"
            f" {_of(evaluation.judged, design.drawn_statements)}."
        )
    if design.drawn_passages:
        said.append(
            f"Of the {design.passages:,} passages of the corpus (whole blocks in a row of at least"
            f" {design.length} characters, or the rest of a document), {design.drawn_passages:,}"
            f" were drawn at random with equal probability (seed {design.seed}), and in"
            f" {_of(evaluation.walked, design.drawn_passages)} a person marked every statement that"
            " begins there."
        )
    if partial(evaluation):
        said.append(f"{PARTIAL}.")
    said += [
        "Precision is the mean of the strata weighted by their sizes; recall is the ratio of"
        " statements found to statements marked, with passages as clusters; F1 is the harmonic"
        " mean of both. Intervals are at 95 %: Wilson's with the effective sample size (Korn and"
        " Graubard 1998; Franco et al. 2019), for F1 combined as by Donner and Zou (2012).",
        f"Counting contents, {_measured(row.content)}.",
        f"Counting contents with their sources, {_measured(row.source)}.",
    ]
    if row.content.precision.share:
        errors = (f"{FAULTS[fault]} {estimate_words(row.errors[fault])}" for fault in row.errors)
        said.append(f"Errors among statements found: {'; '.join(errors)}.")
    return " ".join(said)


def partial(evaluation: Evaluation) -> bool:
    """Is something that was drawn not judged?"""
    design = evaluation.design
    done = (evaluation.judged, evaluation.walked)
    return done != (design.drawn_statements, design.drawn_passages)


def estimate_words(estimate: Estimate) -> str:
    """`88.5 % (95 % CI 83.4 to 92.2, n = 200)`, or that too few are judged."""
    share = estimate.share
    if share is None:
        return f"not measured ({too_few(estimate)})"
    low, high = f"{100 * share.low:.1f}", f"{100 * share.high:.1f}"
    value = f"{100 * share.value:.1f}"
    return f"{value}{CLOSE}% (95{CLOSE}% CI {low} to {high}, n{CLOSE}={CLOSE}{estimate.n:,})"


def too_few(estimate: Estimate) -> str:
    """Why there is no figure."""
    return f"fewer than {FEWEST} judged" if estimate.n < FEWEST else "too few judged"


def _measured(measures: Measures) -> str:
    named = (("precision", measures.precision), ("recall", measures.recall), ("F1", measures.f1))
    return ", ".join(f"{name} was {estimate_words(estimate)}" for name, estimate in named)


def _parted(design: Design) -> str:
    if not design.by:
        return ""
    parted = " and ".join(PARTED[by] for by in design.by)
    number = len(strata(design.sizes, design.by))
    least = min(LEAST, design.drawn_statements // number)
    return (
        f" within {number} strata by {parted}, in proportion to their sizes but at least {least}"
        " of each or all there are"
    )


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _of(done: int, drawn: int) -> str:
    return "all of them" if done == drawn else f"{done:,} of them"
