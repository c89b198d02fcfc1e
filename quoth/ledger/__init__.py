"""Many readings in one file."""
