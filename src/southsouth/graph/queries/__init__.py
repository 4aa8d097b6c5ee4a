"""Questions to the graph: the library in ``queries/``, its titles, parameters and answers."""
