"""How statements in statements are learned: examples, network, export."""
