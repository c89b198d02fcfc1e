"""How the scorer that joins sources across documents is made: ECB+'s marks, lessons, training."""
