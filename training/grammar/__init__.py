"""How the grammar network is made: marked texts, windows, network, training, export."""
