"""How well and how fast Quoth reads, next to its peers in the same run."""
