"""PDF by geometry, and scans through text recognition."""
