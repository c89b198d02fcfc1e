"""Bytes to Document: one file for each family of formats."""
