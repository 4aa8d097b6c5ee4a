"""One document: what it says, from its bytes to its events."""
