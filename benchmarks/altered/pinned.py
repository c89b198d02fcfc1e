"""What the set is, so that it stays the same."""

FINGERPRINTS = {False: "c5708dbc58b8625a", True: "e5669b7de0008958"}
"""`fingerprint` of the set without and with what is held."""
