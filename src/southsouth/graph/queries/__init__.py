"""Questions to the graph: the library in ``queries/``, and what our own code asks of it."""
