"""The explorer's page: plain JavaScript modules, a style, and its texts."""
