"""How good a reading is on a corpus: random samples of it, and what their review says of it all."""

from quoth.ledger.sampling.draw import draw_passages, draw_statements, passages
from quoth.ledger.sampling.estimates import Estimate
from quoth.ledger.sampling.evaluation import Evaluation, evaluated
from quoth.ledger.sampling.records import Cell, Design, Judged, Missed, Unit, Walked, cell_of

__all__ = [
    "Cell",
    "Design",
    "Estimate",
    "Evaluation",
    "Judged",
    "Missed",
    "Unit",
    "Walked",
    "cell_of",
    "draw_passages",
    "draw_statements",
    "evaluated",
    "passages",
]
