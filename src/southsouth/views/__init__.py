"""Views of a graph for people: a standalone page with the network drawn along time."""
