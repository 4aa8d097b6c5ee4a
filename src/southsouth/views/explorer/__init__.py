"""The explorer's page: plain JavaScript modules, a style, and all its texts in ``texts.json``."""
