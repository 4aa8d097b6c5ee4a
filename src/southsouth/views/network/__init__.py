"""A network drawn along time, as one standalone page."""
