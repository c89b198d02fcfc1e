"""How the scorer that joins mentions is made: GUM's marks, pairs, training, export."""
