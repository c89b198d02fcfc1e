"""Broken input without end: mutated samples of every format, read until something gives way."""
