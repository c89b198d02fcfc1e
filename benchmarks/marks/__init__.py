"""Sets that two readers mark by hand: drawn, shown, checked and compared (see `tests/marked`)."""
