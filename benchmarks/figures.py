"""How well figures are read: the marked set of `tests/marked`, beside quantulum3.

    python -m benchmarks.figures [--held] [--errors] [--no-peer]
"""
