"""The graph as a server: SPARQL 1.1 Protocol, dereferenceable pages, the query library as an API.

Whatever touches the store runs in worker processes (``worker``), which can be ended; the server
process holds only HTTP.
"""
