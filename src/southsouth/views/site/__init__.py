"""Pages as HTML: templates, a style, and a policy for links that the publisher decides."""

from southsouth.views.site.render import Links, Site, css, shown_at

__all__ = ["Links", "Site", "css", "shown_at"]
