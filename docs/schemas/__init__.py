"""The JSON Schemas of exports and what docs/formats.md says of them, from one place.

    python -m docs.schemas

writes both anew. What rows of tables look like comes from the ledger's own schema, which values are
allowed from `quoth.records`; only the words are here.
"""
